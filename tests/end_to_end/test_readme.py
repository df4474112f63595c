"""The README shows what the program prints: every command in it is run on the samples.

`pytest tests/end_to_end/test_readme.py --snapshot-update` writes the README anew.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from assets.exit_codes import Exit
from pipeline.run.steps import STEPS

README = Path(__file__).resolve().parents[2] / "README.md"
_COMMAND = re.compile(
    r"```console\n\$ newsledger query \"(?P<sql>[^\"]+)\"\n(?P<shown>.*?)```", re.DOTALL
)


def printed(sql: str, warehouse: Path) -> str:
    """Return what `newsledger query` prints on a terminal of 110 columns."""
    ended = subprocess.run(
        [sys.executable, "-m", "assets.cli", "query", "--warehouse", str(warehouse), sql],
        env={"COLUMNS": "110", "PATH": ""},
        cwd=README.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return "".join(f"{line.rstrip()}\n" for line in ended.stdout.splitlines())


def asset_graph() -> str:
    """Return the steps and their tables as a Mermaid diagram."""
    lines = ["```mermaid", "flowchart LR"]
    for step in STEPS:
        label = "<br/>".join(step.tables) or step.name
        lines.append(f'    {step.name}["{label}"]')
    lines += [f"    {need} --> {step.name}" for step in STEPS for need in step.needs]
    return "\n".join([*lines, "```"]) + "\n"


def exit_codes() -> str:
    """Return the exit codes as a Markdown table."""
    rows = [f"| {code.value} | {code.means} |" for code in Exit]
    return "\n".join(["| code | meaning |", "|---|---|", *rows]) + "\n"


def rendered(text: str, warehouse: Path) -> str:
    """Return the README with every generated part as it should be now."""
    for name, part in (("assets", asset_graph()), ("exit-codes", exit_codes())):
        begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = before + begin + part + end + after

    def shown(match: re.Match[str]) -> str:
        sql = match["sql"]
        return f'```console\n$ newsledger query "{sql}"\n{printed(sql, warehouse)}```'

    return _COMMAND.sub(shown, text)


def test_the_readme_shows_what_the_program_prints(samples, request: pytest.FixtureRequest):
    text = README.read_text(encoding="utf-8")
    assert len(_COMMAND.findall(text)) >= 4
    now = rendered(text, samples.root)
    if request.config.option.update_snapshots:
        README.write_text(now, encoding="utf-8")
    else:
        assert now == text
