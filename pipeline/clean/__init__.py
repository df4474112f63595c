"""Cleaning: lines and sentences get a role and none is deleted; a digest is cut into its items."""
