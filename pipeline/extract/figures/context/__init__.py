"""Context: who did it, to what, where and when, in what mode, on whose word."""
