"""The command line, as a user meets it: what it prints, where, and with which exit code."""

import contextlib
import io
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from assets.cli import main
from assets.exit_codes import Exit
from pipeline.run import publish
from pipeline.run.workspace import open_workspace
from pipeline.settings import Settings
from pipeline.warehouse.checks import Breach, CheckKind

ROOT = Path(__file__).resolve().parents[2]
TEXT = """Harbour reopens

RIVERTON, 3 May 2023 - At least 40 ships left the port of Riverton on Wednesday.

"We have waited for three weeks," said Maria Ellwood, head of the Riverton Port Authority.
"""
HOSTILE = "The \x1b[31mmayor\u202e of Riverton said [bold]12 bridges[/bold] were closed.\n"


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


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A shell where two texts are published, for tests that only read."""
    town = new_shell(tmp_path_factory.mktemp("town"))
    town.put("harbour.txt", TEXT)
    town.put("strange.txt", HOSTILE)
    built = town("build")
    assert built.code == Exit.DONE, built.err
    return town


def one_id(town: Shell, sql: str) -> str:
    ((found,),) = town.rows(f"{sql} LIMIT 1")
    return str(found)


COMMANDS = ("build", "status", "query", "trace", "explain", "compare", "verify", "forget")


def test_help_lists_commands_and_exit_codes(shell: Shell) -> None:
    said = shell("--help").out
    for name in COMMANDS:
        assert name in said
    listed = re.sub(r"\s+", " ", said)
    for code in Exit:
        assert f"{code.value} {code.means}" in listed


def test_help_answers_at_once(shell: Shell) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    helped = shell.process("-m", "assets.cli", "--help")
    said, _ = helped.communicate(timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "build" in said
    # Time on the processor: what the machine does besides is not the command's doing.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps(shell: Shell, name: str) -> None:
    said = shell(name, "--help")
    assert said.code == Exit.DONE
    assert "--warehouse" in said.out


def test_a_build_says_what_it_read_found_and_made(shell: Shell) -> None:
    shell.put("harbour.txt", TEXT)
    built = shell("build")
    assert built.code == Exit.DONE, built.err
    assert "Published generation 1" in built.out
    assert "set aside" in built.out
    assert "1 files" in built.out or "1 file " in built.out
    assert "figures" in built.out
    assert (shell.here / re.findall(r"warehouse +(.+)", built.out)[0]).is_file()
    assert built.out.count("  newsledger ") == 3
    assert built.err == ""

    again = shell("build")
    assert again.code == Exit.DONE, again.err
    assert "Nothing new: generation 1 stands" in again.out


def test_what_a_build_suggests_can_be_run(shell: Shell) -> None:
    shell.put("harbour.txt", TEXT)
    built = shell("build")
    suggested = re.findall(r"^  newsledger (.+)$", built.out, re.MULTILINE)
    for line in suggested:
        done = shell(*shlex.split(line))
        assert done.code == Exit.DONE, done.err
        assert done.out.strip()


def test_options_win_over_the_environment_and_that_over_the_file(shell: Shell) -> None:
    (shell.here / "pyproject.toml").write_text('[tool.newsledger]\nraw = "from_file"\n')
    assert "from_file is not a folder" in said_of_raw(shell("build"))
    by_environment = {"NEWSLEDGER_RAW": "from_environment"}
    assert "from_environment is not a folder" in said_of_raw(shell("build", **by_environment))
    by_option = shell("build", "--raw", "from_option", **by_environment)
    assert "from_option is not a folder" in said_of_raw(by_option)


def said_of_raw(told: Told) -> str:
    assert told.code == Exit.USAGE
    assert "Traceback" not in told.err
    return told.err


def test_a_setting_that_cannot_be_followed_is_named(shell: Shell) -> None:
    (shell.here / "pyproject.toml").write_text("[tool.newsledger]\nwrokers = 2\n")
    misnamed = shell("status")
    assert misnamed.code == Exit.USAGE
    assert "wrokers" in misnamed.err
    (shell.here / "pyproject.toml").unlink()
    mistyped = shell("status", NEWSLEDGER_WORKERS="many")
    assert mistyped.code == Exit.USAGE
    assert "workers" in mistyped.err
    assert "many" in mistyped.err


def test_a_model_that_is_not_there_is_a_usage_error(shell: Shell) -> None:
    shell.put("harbour.txt", TEXT)
    missing = shell("build", "--model", "no_such_model")
    assert missing.code == Exit.USAGE
    assert "no_such_model" in missing.err


def test_nothing_published_has_its_own_code(shell: Shell) -> None:
    for words in (["query", "SELECT 1"], ["trace", "0" * 20], ["verify"]):
        asked = shell(*words)
        assert asked.code == Exit.NOTHING_PUBLISHED
        assert "newsledger build" in asked.err
    assert shell("status").code == Exit.DONE


def test_a_busy_warehouse_has_its_own_code(shell: Shell) -> None:
    settings = Settings(raw=shell.raw, warehouse=shell.warehouse)
    with open_workspace(settings, run_id="first"):
        second = shell("build")
    assert second.code == Exit.BUSY
    assert "another run" in second.err


def test_too_little_disk_has_its_own_code(shell: Shell) -> None:
    shell.put("harbour.txt", TEXT)
    refused = shell("build", NEWSLEDGER_FREE_DISK_BYTES=str(10**18))
    assert refused.code == Exit.DISK_FULL
    assert "make room" in refused.err


def test_query_prints_rows(town: Shell) -> None:
    asked = town("query", "SELECT external_id, char_count FROM dim_document ORDER BY external_id")
    assert asked.code == Exit.DONE, asked.err
    lines = asked.out.splitlines()
    assert lines[0].split() == ["external_id", "char_count"]
    assert lines[1].split()[0] == "harbour"


def test_query_shows_text_and_never_obeys_it(town: Shell) -> None:
    asked = town("query", "SELECT text FROM dim_document WHERE external_id = 'strange'")
    assert "\x1b" not in asked.out
    assert "\u202e" not in asked.out
    assert "\\x1b[31mmayor\\u202e" in asked.out
    assert "[bold]12 bridges[/bold]" in asked.out


def test_csv_holds_no_formula(town: Shell) -> None:
    asked = town("query", "--csv", "SELECT '=1+1' AS a, '@x' AS b, -5 AS c, 'a,b' AS d, '+' AS e")
    assert asked.out == "a,b,c,d,e\n'=1+1,'@x,-5,\"a,b\",'+\n"


def test_query_reads_standard_input(town: Shell) -> None:
    assert "42" in town("query", "-", typed="SELECT 42 AS answer").out


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE dim_x (a INTEGER)",
        "DELETE FROM dim_document",
        "COPY dim_source TO 'stolen.csv'",
        "SELECT * FROM read_text('/etc/hostname')",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "SELECT nothing FROM nowhere",
    ],
)
def test_query_can_read_the_warehouse_and_nothing_else(town: Shell, sql: str) -> None:
    asked = town("query", sql)
    assert asked.code == Exit.USAGE
    assert asked.out == ""
    assert asked.err
    assert "Traceback" not in asked.err
    assert not (town.here / "stolen.csv").exists()
    assert not (town.here / "other.duckdb").exists()


def test_trace_shows_the_sentence_the_source_and_the_run(town: Shell) -> None:
    mention = one_id(
        town, "SELECT entity_mention_id FROM fct_entity_mention WHERE surface LIKE '%Ellwood%'"
    )
    traced = town("trace", mention)
    assert traced.code == Exit.DONE, traced.err
    assert "fct_entity_mention" in traced.out
    assert "Ellwood]" in traced.out
    assert "harbour.txt" in traced.out
    ((run_id,),) = town.rows("SELECT run_id FROM meta_run")
    assert str(run_id) in traced.out


def test_trace_of_nothing_has_its_own_code(town: Shell) -> None:
    unknown = town("trace", "0123456789abcdef0123")
    assert unknown.code == Exit.NOT_FOUND
    assert "0123456789abcdef0123" in unknown.err


def test_explain_names_the_rule(town: Shell) -> None:
    quote, rule = town.rows("SELECT quote_id, rule_id FROM fct_quote LIMIT 1")[0]
    explained = town("explain", "quote", str(quote))
    assert explained.code == Exit.DONE, explained.err
    assert str(rule) in explained.out
    assert "quote_type" in explained.out
    assert town("explain", "rumour", str(quote)).code == Exit.USAGE


def test_status_tells_what_is_new(shell: Shell) -> None:
    shell.put("harbour.txt", TEXT)
    assert shell("build").code == Exit.DONE
    shell.put("later.txt", "Nothing happened.\n")
    told = shell("status")
    assert told.code == Exit.DONE, told.err
    assert "Generation 1 is published" in told.out
    assert "later.txt" in told.out
    assert "succeeded" in told.out
    assert "fct_quote" in told.out


def test_verify_proves_and_tells_what_it_cannot(shell: Shell) -> None:
    path = shell.put("harbour.txt", TEXT)
    assert shell("build").code == Exit.DONE
    proved = shell("verify")
    assert proved.code == Exit.DONE, proved.err
    assert "proved against the raw bytes" in proved.out
    path.write_text(TEXT.replace("40 ships", "50 ships"))
    tampered = shell("verify")
    assert tampered.code == Exit.NOT_PROVEN
    assert "harbour.txt: has changed" in tampered.out


def test_forget_asks_for_the_file_to_go_first(shell: Shell) -> None:
    shell.put("harbour.txt", TEXT)
    path = shell.put("strange.txt", HOSTILE)
    assert shell("build").code == Exit.DONE
    early = shell("forget", "strange.txt")
    assert early.code == Exit.USAGE
    assert "remove it there first" in re.sub(r"[\s│]+", " ", early.err)
    path.unlink()
    gone = shell("forget", "strange.txt")
    assert gone.code == Exit.DONE, gone.err
    assert "strange.txt is forgotten" in gone.out
    assert shell.rows("SELECT count(*) FROM dim_source") == [(1,)]
    held = b"".join(path.read_bytes() for path in shell.warehouse.rglob("*") if path.is_file())
    assert b"mayor" not in held


def test_a_check_that_fails_has_its_own_code(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warehouse in which a key is found twice is not published."""
    shell.put("harbour.txt", TEXT)
    breach = Breach(CheckKind.KEYS, "dim_source", "unique key", 1, ("a-row",))
    monkeypatch.setattr(publish, "check_generation", lambda _: [breach])
    stopped = shell("build")
    assert stopped.code == Exit.CHECK_STOPPED
    assert "dim_source: unique key is broken" in stopped.err
    assert "a-row" in stopped.err
    assert "Traceback" not in stopped.err
    assert not (shell.warehouse / "current").exists()


def test_a_fault_of_the_program_is_told_in_full(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(_: object) -> None:
        raise ZeroDivisionError("a fault \x1b[31m within")

    shell.put("harbour.txt", TEXT)
    monkeypatch.setattr(publish, "check_generation", fault)
    failed = shell("build")
    assert failed.code == Exit.UNEXPECTED
    assert "in fault" in failed.err
    assert "a fault \\x1b[31m within" in failed.err
    assert "\x1b" not in failed.err


def test_an_interrupted_build_publishes_nothing_and_says_so(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.put("harbour.txt", TEXT)
    monkeypatch.setattr(
        publish, "check_generation", lambda _: os.kill(os.getpid(), signal.SIGINT) or []
    )
    interrupted = shell("build")
    assert interrupted.code == Exit.INTERRUPTED
    assert interrupted.err == "newsledger: interrupted; what is staged is kept for the next run\n"
    assert not (shell.warehouse / "current").exists()


KILLED = """
import os, signal, sys
import pipeline.run.publish as publish
publish.check_generation = lambda _: os.kill(os.getpid(), signal.SIGKILL)
sys.argv = ["newsledger", "build"]
from assets.cli import main
main()
"""


def test_a_killed_run_is_reported_failed_by_the_next(shell: Shell) -> None:
    shell.put("harbour.txt", TEXT)
    home = shell.here / ".dagster"
    home.mkdir()
    shutil.copy(ROOT / "assets" / "dagster.yaml", home)
    killed = shell.process("-c", KILLED)
    killed.communicate(timeout=240)
    assert killed.returncode == -signal.SIGKILL
    with dg.DagsterInstance.from_config(str(home)) as instance:
        (run,) = instance.get_runs()
        assert run.status == dg.DagsterRunStatus.STARTED

    built = shell("build")
    assert built.code == Exit.DONE, built.err
    with dg.DagsterInstance.from_config(str(home)) as instance:
        statuses = {one.run_id: one.status for one in instance.get_runs()}
    assert statuses.pop(run.run_id) == dg.DagsterRunStatus.FAILURE
    assert list(statuses.values()) == [dg.DagsterRunStatus.SUCCESS]
    assert shell.rows("SELECT status_code FROM meta_run ORDER BY started_at") == [
        ("killed",),
        ("succeeded",),
    ]
