"""The crew that extracts batches of documents.

Whoever hires the crew need not import what its workers do: spaCy and the extractors take two
seconds to import, and a process that hands out batches has no use for them.
"""

from functools import partial
from typing import TYPE_CHECKING

from pipeline.analyse.pool import Crew
from pipeline.run.batch import Batch, BatchReport
from pipeline.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.run.extraction import BatchExtractor


def hire(settings: Settings, run_id: str, *, size: int) -> Crew[Batch, BatchReport]:
    """Return a crew of so many that extracts batches and stages what it finds."""
    return Crew(
        _extract,
        load=partial(load, settings),
        setup=partial(_set_up, settings, run_id),
        size=size,
    )


def load(settings: Settings) -> "Language":
    """Return the model: what the workers share."""
    from pipeline.analyse.model import load_model  # noqa: PLC0415 (see above)

    return load_model(settings.model, gemm=settings.gemm)


def _set_up(settings: Settings, run_id: str, model: "Language") -> "BatchExtractor":
    from pipeline.run.extraction import BatchExtractor  # noqa: PLC0415 (see above)

    return BatchExtractor(model, settings, run_id)


def _extract(extractor: "BatchExtractor", batch: Batch) -> BatchReport:
    return extractor.extract(batch)
