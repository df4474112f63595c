"""Questions to a published warehouse: query, trace and explain."""

import pytest

from assets.exit_codes import Exit


def one_id(town, sql):
    ((found,),) = town.rows(f"{sql} LIMIT 1")
    return str(found)


def test_query_prints_rows(town):
    asked = town("query", "SELECT external_id, char_count FROM dim_document ORDER BY external_id")
    assert asked.code == Exit.DONE, asked.err
    lines = asked.out.splitlines()
    assert lines[0].split() == ["external_id", "char_count"]
    assert lines[1].split()[0] == "harbour"


def test_query_shows_text_and_never_obeys_it(town):
    asked = town("query", "SELECT text FROM dim_document WHERE external_id = 'strange'")
    assert "\x1b" not in asked.out
    assert "\u202e" not in asked.out
    assert "\\x1b[31mmayor\\u202e" in asked.out
    assert "[bold]12 bridges[/bold]" in asked.out


def test_csv_holds_no_formula(town):
    asked = town("query", "--csv", "SELECT '=1+1' AS a, '@x' AS b, -5 AS c, 'a,b' AS d, '+' AS e")
    assert asked.out == "a,b,c,d,e\n'=1+1,'@x,-5,\"a,b\",'+\n"


def test_a_reader_who_has_seen_enough_is_no_fault(town):
    asked = town.process("-m", "assets.cli", "query", "--csv", "SELECT range FROM range(200000)")
    assert asked.stdout.readline() == "range\n"
    asked.stdout.close()
    assert asked.wait(timeout=60) == Exit.DONE
    assert asked.stderr.read() == ""
    asked.stderr.close()


def test_query_reads_standard_input(town):
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
def test_query_can_read_the_warehouse_and_nothing_else(town, sql):
    asked = town("query", sql)
    assert asked.code == Exit.USAGE
    assert asked.out == ""
    assert asked.err
    assert "Traceback" not in asked.err
    assert not (town.here / "stolen.csv").exists()
    assert not (town.here / "other.duckdb").exists()


def test_trace_shows_the_sentence_the_source_and_the_run(town):
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


def test_trace_of_nothing_has_its_own_code(town):
    unknown = town("trace", "0123456789abcdef0123")
    assert unknown.code == Exit.NOT_FOUND
    assert "0123456789abcdef0123" in unknown.err


def test_explain_names_the_rule(town):
    quote, rule = town.rows("SELECT quote_id, rule_id FROM fct_quote LIMIT 1")[0]
    explained = town("explain", "quote", str(quote))
    assert explained.code == Exit.DONE, explained.err
    assert str(rule) in explained.out
    assert "quote_type" in explained.out
    assert town("explain", "rumour", str(quote)).code == Exit.USAGE


def test_explain_leads_to_what_it_does_not_explain(town):
    claim = one_id(town, "SELECT claim_id FROM dim_claim")
    refused = town("explain", "figure", claim)
    assert refused.code == Exit.USAGE
    assert f"newsledger trace {claim}" in refused.err
    figure = one_id(town, "SELECT figure_id FROM fct_figure WHERE counted_noun = 'ships'")
    mistaken = town("explain", "quote", figure)
    assert mistaken.out.startswith("This is no quote, but in fct_figure.\n")
    assert "at least 40 ships" in mistaken.out


def test_a_claim_is_traced_by_the_first_digits_of_its_id(town):
    claim = one_id(town, "SELECT claim_id FROM dim_claim")
    assert town("trace", claim[:12]).out == town("trace", claim).out
    assert town("trace", claim[:1]).code == Exit.NOT_FOUND


def test_every_command_says_in_one_line_what_it_does(town):
    listed = town("--help").out.split("Commands:")[1].split("Exit codes")[0]
    assert "..." not in listed


def test_explain_says_why_a_figure_was_read_so(town):
    figure = one_id(town, "SELECT figure_id FROM fct_figure WHERE counted_noun = 'ships'")
    explained = town("explain", "figure", figure)
    assert explained.code == Exit.DONE, explained.err
    assert "at least 40 ships" in explained.out
    assert "[At least [40] ships] left the port" in explained.out
    assert "'At least' says so" in explained.out
    assert "Wednesday: 2023-05-03" in explained.out
