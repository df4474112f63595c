"""The command line's help, which names everything and answers at once."""

import re
import resource

import pytest

from assets.exit_codes import Exit

COMMANDS = ("build", "status", "query", "trace", "explain", "compare", "report", "verify", "forget")


def test_help_lists_commands_and_exit_codes(shell):
    said = shell("--help").out
    for name in COMMANDS:
        assert name in said
    listed = re.sub(r"\s+", " ", said)
    for code in Exit:
        assert f"{code.value} {code.means}" in listed


def test_help_answers_at_once(shell):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    helped = shell.process("-m", "assets.cli", "--help")
    said, _ = helped.communicate(timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "build" in said
    # Time on the processor: what the machine does besides is not the command's doing.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps(shell, name):
    said = shell(name, "--help")
    assert said.code == Exit.DONE
    assert "--warehouse" in said.out
