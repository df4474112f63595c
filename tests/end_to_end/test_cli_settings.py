"""Settings: where they come from, and what becomes of one that cannot be followed."""

import os

import pytest

from assets.exit_codes import Exit


def test_options_win_over_the_environment_and_that_over_the_file(shell):
    (shell.here / "pyproject.toml").write_text('[tool.newsledger]\nraw = "from_file"\n')
    assert "from_file is not a folder" in said_of_raw(shell("build"))
    by_environment = {"NEWSLEDGER_RAW": "from_environment"}
    assert "from_environment is not a folder" in said_of_raw(shell("build", **by_environment))
    by_option = shell("build", "--raw", "from_option", **by_environment)
    assert "from_option is not a folder" in said_of_raw(by_option)


def said_of_raw(told):
    assert told.code == Exit.USAGE
    assert "Traceback" not in told.err
    return told.err


def test_a_setting_that_cannot_be_followed_is_named(shell):
    (shell.here / "pyproject.toml").write_text("[tool.newsledger]\nwrokers = 2\n")
    misnamed = shell("status")
    assert misnamed.code == Exit.USAGE
    assert "wrokers" in misnamed.err
    assert "did you mean workers?" in misnamed.err
    (shell.here / "pyproject.toml").unlink()
    mistyped = shell("status", NEWSLEDGER_WORKERS="many")
    assert mistyped.code == Exit.USAGE
    assert "workers" in mistyped.err
    assert "many" in mistyped.err


def test_a_model_that_is_not_there_is_a_usage_error(shell):
    missing = shell("build", "--model", "no_such_model")
    assert missing.code == Exit.USAGE
    assert "no_such_model" in missing.err


def test_a_variable_that_is_no_setting_is_named_with_the_nearest(shell):
    misspelt = shell("status", NEWSLEDGER_MAX_SOURCE_BYTE="5")
    assert misspelt.code == Exit.USAGE
    assert "NEWSLEDGER_MAX_SOURCE_BYTE" in misspelt.err
    assert "did you mean max_source_bytes?" in misspelt.err
    assert "mean" not in shell("status", NEWSLEDGER_XYZ="5").err


@pytest.mark.parametrize(
    "words",
    [["trace", "ab\xff"], ["status", "--warehouse", "w\xff"], ["build", "--raw=\xfe"], ["\xff"]],
)
def test_an_argument_that_is_no_text_is_a_usage_error(shell, words):
    # As Python hands on bytes of the command line that are not UTF-8.
    given = [os.fsdecode(word.encode("latin-1")) for word in words]
    refused = shell(*given)
    assert refused.code == Exit.USAGE
    assert "must be text" in refused.err
    assert "Traceback" not in refused.err
    assert refused.out == ""


def test_a_variable_that_is_no_text_is_a_usage_error(shell):
    refused = shell("status", NEWSLEDGER_RAW=os.fsdecode(b"raw\xff"))
    assert refused.code == Exit.USAGE
    assert "NEWSLEDGER_RAW: must be text" in refused.err


def test_a_file_of_records_beyond_the_limit_is_refused_with_the_setting_s_name(shell):
    shell.put("items.jsonl", '{"text": "Forty ships left the port."}\n' * 3)
    built = shell("build", NEWSLEDGER_MAX_SOURCE_BYTES="60")
    assert built.code == Exit.DONE, built.err
    assert "max_source_bytes = 60" in built.out
    assert shell.rows("SELECT count(*) FROM dim_document") == [(0,)]
