"""Cleaning: each line and sentence of a document gets a role; none is deleted."""
