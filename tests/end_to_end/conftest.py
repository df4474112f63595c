"""A shell: newsledger as a user meets it, what it prints, where, and with which exit code."""

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest

from assets.cli import main
from assets.exit_codes import Exit

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = """Harbour reopens

RIVERTON, 3 May 2023 - At least 40 ships left the port of Riverton on Wednesday.

"We have waited for three weeks," said Maria Ellwood, head of the Riverton Port Authority.
"""
STRANGE = "The \x1b[31mmayor\u202e of Riverton said [bold]12 bridges[/bold] were closed.\n"


@dataclass(frozen=True)
class Told:
    """What a command told, and how it ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """A folder with raw texts and a warehouse, and newsledger run in it."""

    here: Path
    told: list[Told] = field(default_factory=list)
    """What commands told that nobody may give again."""

    @property
    def raw(self) -> Path:
        """The folder of the texts."""
        return self.here / "raw"

    @property
    def warehouse(self) -> Path:
        """The warehouse's folder."""
        return self.here / "warehouse"

    def put(self, name: str, text: str) -> Path:
        """Write one file under raw/."""
        path = self.raw / name
        path.write_text(text, encoding="utf-8")
        return path

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the published file, asked without newsledger."""
        database = self.warehouse / "current" / "newsledger.duckdb"
        with duckdb.connect(str(database), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def __call__(self, *words: str, typed: str = "", **environment: str) -> Told:
        """Run one command to its end, in this process."""
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(self.here),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            pytest.MonkeyPatch.context() as patch,
        ):
            for name in os.environ.keys() - self.environment().keys():
                patch.delenv(name)
            for name, value in {**self.environment(), **environment}.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["newsledger", *words])
            patch.setattr(sys, "stdin", io.StringIO(typed))
            with pytest.raises(SystemExit) as ended:
                main()
        assert isinstance(ended.value.code, int)
        return Told(ended.value.code, out.getvalue(), err.getvalue())

    def process(self, *command: str, **environment: str) -> subprocess.Popen[str]:
        """Start a command as a process of its own."""
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=self.here,
            env={"PYTHONPATH": str(ROOT), **self.environment(), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def environment(self) -> dict[str, str]:
        """Return the environment of a user who has set next to nothing."""
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name != "DAGSTER_HOME" and not name.startswith("NEWSLEDGER_")
        }
        return {**inherited, "NEWSLEDGER_WORKERS": "1", "NEWSLEDGER_FREE_DISK_BYTES": "0"}


def new_shell(here: Path) -> Shell:
    shell = Shell(here)
    shell.raw.mkdir()
    return shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell in a folder with an empty raw/."""
    return new_shell(tmp_path)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A shell where two texts are published, for tests that only read."""
    town = new_shell(tmp_path_factory.mktemp("town"))
    town.put("harbour.txt", HARBOUR)
    town.put("strange.txt", STRANGE)
    built = town("build")
    assert built.code == Exit.DONE, built.err
    town.told.append(built)
    return town


@pytest.fixture
def harbour(shell: Shell) -> Shell:
    """A shell with one text in raw/, from which nothing has been built."""
    shell.put("harbour.txt", HARBOUR)
    return shell
