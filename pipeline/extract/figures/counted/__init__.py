"""What is counted: the noun of each number, its own, elided or lent by the number beside it."""
