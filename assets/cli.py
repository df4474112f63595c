"""The command line. Every command imports what it needs, so that `--help` answers at once."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assets.display import is_text, safe
from assets.exit_codes import Exit

if TYPE_CHECKING:
    from pipeline.settings import Settings

DAGSTER_HOME = Path(".dagster")

app = typer.Typer(
    name="newsledger",
    help="News text in, an analytical DuckDB warehouse out, in which every fact names the "
    "characters it was read from.",
    epilog="Exit codes: " + "; ".join(f"{code.value} {code.means}" for code in Exit) + ".",
    add_completion=False,
    no_args_is_help=True,
    # Rich would read "[tool.newsledger]" as a style and print nothing.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Raw = Annotated[Path | None, typer.Option(help="Folder of the texts to read.", show_default="raw")]
Warehouse = Annotated[
    Path | None,
    typer.Option(help="Folder the warehouse is built in.", show_default="warehouse"),
]
Workers = Annotated[
    int | None, typer.Option(help="Processes that extract.", show_default="one per core")
]
Id = Annotated[
    str, typer.Argument(help="Any key of the warehouse: 20 hex digits, or the first few.")
]


@app.command()
def build(
    raw: Raw = None,
    warehouse: Warehouse = None,
    workers: Workers = None,
    model: Annotated[str | None, typer.Option(help="spaCy model that analyses English.")] = None,
    keep_generations: Annotated[
        int | None, typer.Option(help="Published generations to keep.", show_default="3")
    ] = None,
) -> None:
    """Read what is new in raw and publish the next warehouse.

    Every option, and every further setting, can also be given as NEWSLEDGER_<NAME> in the
    environment or under [tool.newsledger] in pyproject.toml; options win.
    """
    settings = _settings(
        raw=raw,
        warehouse=warehouse,
        workers=workers,
        model=model,
        keep_generations=keep_generations,
    )
    from assets.console import showing_progress
    from assets.launch import build as run_build
    from assets.lines import build_lines

    with showing_progress() as progress:
        built = run_build(settings, home=DAGSTER_HOME.resolve(), progress=progress)
    for line in build_lines(settings, built):
        typer.echo(line)


@app.command()
def status(raw: Raw = None, warehouse: Warehouse = None) -> None:
    """Show what is in, what is new, the last runs, the rejects."""
    from assets.lines import status_lines
    from pipeline.run.status import status as state

    for line in status_lines(state(_settings(raw=raw, warehouse=warehouse))):
        typer.echo(line)


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SQL statement; - reads it from standard input.")],
    warehouse: Warehouse = None,
    csv: Annotated[
        bool, typer.Option("--csv", help="Print CSV in which no cell is a formula.")
    ] = False,
) -> None:
    """Ask the current warehouse in SQL.

    SQL is one statement; - reads it from standard input. It can read the warehouse, and reach
    nothing else.
    """
    import duckdb

    from assets.console import print_csv, print_rows
    from pipeline.run.reading import open_current

    settings = _settings(warehouse=warehouse)
    with open_current(settings) as connection:
        try:
            cursor = connection.execute(sys.stdin.read() if sql == "-" else sql)
            names = [column[0] for column in cursor.description or []]
            (print_csv if csv else print_rows)(names, iter(cursor.fetchone, None))
        except duckdb.Error as error:
            raise typer.BadParameter(str(error), param_hint="SQL") from None


@app.command()
def trace(row_id: Id, warehouse: Warehouse = None) -> None:
    """Follow a fact back to its characters, source and run.

    ROW_ID is any key of the warehouse: 20 hex digits, or the first few. A claim, a contradiction
    or an entity is followed to each of its mentions, with their witnesses and disputes.
    """
    from assets.lines import trace_lines
    from pipeline.run.trace import trace as follow

    for line in trace_lines(follow(_settings(warehouse=warehouse), row_id)):
        typer.echo(line)


@app.command()
def explain(
    kind: Annotated[str, typer.Argument(help="What to explain: figure, date, quote or mention.")],
    row_id: Id,
    warehouse: Warehouse = None,
) -> None:
    """Say how a fact was read: its words, the rule, every value.

    KIND is figure, date, quote or mention; ROW_ID is the fact's key: 20 hex digits, or the first
    few.
    """
    from assets.explanation import explanation_lines
    from assets.lines import KINDS, explain_lines
    from pipeline.run.explain import figure_links
    from pipeline.run.trace import trace as follow

    if kind not in KINDS:
        raise typer.BadParameter(f"{safe(kind)!r} is none of {', '.join(KINDS)}", param_hint="KIND")
    settings = _settings(warehouse=warehouse)
    found = follow(settings, row_id)
    if found.table not in KINDS.values():
        raise typer.BadParameter(
            f"{safe(row_id)} is in {found.table}: see `newsledger trace {safe(row_id)}`",
            param_hint="ROW_ID",
        )
    if found.table == KINDS["figure"]:
        lines = explanation_lines(found, figure_links(settings, found))
    else:
        lines = explain_lines(found)
    if found.table != KINDS[kind]:
        typer.echo(f"This is no {kind}, but in {found.table}.")
    for line in lines:
        typer.echo(line)


@app.command()
def compare(
    words: Annotated[list[str], typer.Argument(help='What it is about, such as "40,000 troops".')],
    warehouse: Warehouse = None,
    limit: Annotated[int, typer.Option(min=1, help="Claims to show.")] = 20,
) -> None:
    """Show what all sources say of one thing, and the disputes."""
    from assets.lines import comparison_lines
    from pipeline.run.compare import compare as compared

    for line in comparison_lines(
        compared(_settings(warehouse=warehouse), " ".join(words), limit=limit)
    ):
        typer.echo(line)


@app.command()
def report(
    warehouse: Warehouse = None,
    page: Annotated[
        Path | None, typer.Option(help="File to write.", show_default="WAREHOUSE/report.html")
    ] = None,
) -> None:
    """Write what the sources say as one page of HTML.

    The page tells contradictions, claims, sources and what was left out. It is one file, loads
    nothing and runs nothing, and is the same for the same generation.
    """
    from assets.report_page import render
    from pipeline.run.overview import PAGE, overview

    settings = _settings(warehouse=warehouse)
    rendered = render(overview(settings))
    place = page or settings.warehouse / PAGE
    place.write_text(rendered, encoding="utf-8")
    typer.echo(f"{safe(str(place))} is written.")


@app.command()
def verify(raw: Raw = None, warehouse: Warehouse = None) -> None:
    """Prove every span of the warehouse against the raw bytes."""
    from assets.console import showing_progress
    from assets.lines import verification_lines
    from pipeline.run.verify import verify as prove

    with showing_progress() as progress:
        proved = prove(_settings(raw=raw, warehouse=warehouse), progress)
    for line in verification_lines(proved):
        typer.echo(line)
    if not proved.is_sound:
        raise typer.Exit(Exit.NOT_PROVEN)


@app.command()
def forget(
    source: Annotated[str, typer.Argument(help="Path of the source, relative to the raw folder.")],
    raw: Raw = None,
    warehouse: Warehouse = None,
) -> None:
    """Purge a source that was removed from raw.

    Its staged work goes, older generations, exports and the page. SOURCE is its path as in
    dim_source.source_path, relative to the raw folder.
    """
    import uuid

    from assets.lines import forgotten_lines
    from pipeline.run.forget import StillThere
    from pipeline.run.forget import forget as purge
    from pipeline.run.workspace import open_workspace

    settings = _settings(raw=raw, warehouse=warehouse)
    try:
        with open_workspace(settings, run_id=str(uuid.uuid4())) as workspace:
            gone = purge(workspace, source)
    except StillThere as error:
        raise typer.BadParameter(str(error), param_hint="SOURCE") from None
    for line in forgotten_lines(gone):
        typer.echo(line)


def _settings(**options: Any) -> "Settings":
    from assets.configuration import ConfigurationError, load_settings

    try:
        return load_settings(options)
    except ConfigurationError as error:
        raise typer.BadParameter(str(error), param_hint="settings") from None


_INTERRUPTED = "interrupted; what is staged is kept for the next run"


def main() -> None:
    """Run one command and exit with a code of `Exit`."""
    for word in sys.argv[1:]:
        if not is_text(word):
            sys.exit(_tell(Exit.USAGE, f"{word}: an argument must be text in UTF-8"))
    sys.exit(_guarded(app))


def _guarded(command: Callable[[], Any]) -> int:
    """Return the exit code of the command; a failure is told in one line on standard error."""
    try:
        command()
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):
            return Exit.DONE  # whoever read our output has seen enough
        code = ended.code if isinstance(ended.code, int) else Exit.DONE
        return _tell(Exit.INTERRUPTED, _INTERRUPTED) if code == Exit.INTERRUPTED else code
    except BaseException as error:
        code = _code_of(error)
        if code is Exit.UNEXPECTED:
            typer.echo(safe(traceback.format_exc(), lines=True), err=True)
        said = _INTERRUPTED if code is Exit.INTERRUPTED else str(error) or type(error).__name__
        return _tell(code, said)
    return Exit.DONE


def _tell(code: Exit, message: str) -> Exit:
    typer.echo(f"newsledger: {safe(message, lines=True)}", err=True)
    return code


def _code_of(error: BaseException) -> Exit:
    from pipeline.run.outcome import CheckFailed, DiskFull, UnusablePath, WarehouseBusy
    from pipeline.run.reading import AmbiguousId, NoSuchRow, NothingPublished, OtherVersion

    codes: dict[type[BaseException], Exit] = {
        CheckFailed: Exit.CHECK_STOPPED,
        WarehouseBusy: Exit.BUSY,
        NothingPublished: Exit.NOTHING_PUBLISHED,
        OtherVersion: Exit.NOTHING_PUBLISHED,
        NoSuchRow: Exit.NOT_FOUND,
        AmbiguousId: Exit.USAGE,
        DiskFull: Exit.DISK_FULL,
        UnusablePath: Exit.USAGE,
        NotADirectoryError: Exit.USAGE,
        KeyboardInterrupt: Exit.INTERRUPTED,
    }
    for kind, code in codes.items():
        if isinstance(error, kind):
            return code
    return Exit.UNEXPECTED


if __name__ == "__main__":
    main()
