"""Numbers: digits and number words read as values, whatever they stand for."""
