"""Units: what the marks and words beside a number make of it, and which country's money."""
