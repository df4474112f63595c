"""Staged work knows the code that it rests on: all of it, and nothing else."""

import re
from pathlib import Path

import pytest

from pipeline.run.staging import READ_CODE
from pipeline.run.stores import EXTRACTION_CODE

ROOT = Path(__file__).resolve().parents[2]
# What carries rows about and does not change them.
CARRIERS = {"pipeline.code", "pipeline.settings", "pipeline.store", "pipeline.run.batch"}


@pytest.mark.parametrize("places", [READ_CODE, EXTRACTION_CODE], ids=["read", "extraction"])
def test_what_staged_rows_rest_on_imports_nothing_beyond_it(places):
    paths = [ROOT / place for place in places]
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))]
    assert len(files) > len(places)
    for file in files:
        text = file.read_text(encoding="utf-8")
        for name in re.findall(
            r"^ *from ((?:pipeline|schemas)[.a-z_]*) import", text, re.MULTILINE
        ):
            module = ROOT / name.replace(".", "/")
            covered = {module, module.with_suffix(".py"), *module.parents} & set(paths)
            assert covered or name in CARRIERS, f"{file.relative_to(ROOT)} imports {name}"
