"""Reading: files under raw/ become sources and documents, nothing followed, nothing changed."""
