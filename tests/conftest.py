"""Fixtures shared by all tests."""

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language

from pipeline.analyse.documents import analyse_document
from pipeline.analyse.model import load_model
from pipeline.document import AnalysedDocument

AnalyseText = Callable[..., AnalysedDocument]


@pytest.fixture(scope="session")
def model() -> Language:
    """The statistical model, loaded once for all tests."""
    return load_model()


@pytest.fixture(scope="session")
def analysed(model: Language) -> AnalyseText:
    """Return a function that cleans and analyses one text as a document of its own."""

    def analyse_text(text: str, published: dt.date | None = None) -> AnalysedDocument:
        return analyse_document(model, text, published=published)

    return analyse_text
