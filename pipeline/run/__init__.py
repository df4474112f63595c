"""One run: from an inventory of raw/ to a published generation."""
