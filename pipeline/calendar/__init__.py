"""The calendar and the words for it: what a date says, before anyone asks which date is meant.

Common ground, like `pipeline.document`: the reader of publication dates and the extractor of
date mentions both stand on it. Nothing here knows a document or its date.
"""
