"""Facts: entities, dates, figures and quotes read from analysed text."""
