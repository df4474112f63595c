"""The screen: numbers that are no figures (dates, labels, scores, names), each with why."""
