"""The page: what the sources say, for people who do not write SQL; it loads and runs nothing."""

from html.parser import HTMLParser

import pytest

from assets.exit_codes import Exit
from assets.html import element, marked
from assets.report_page import render
from pipeline.run.overview import overview

HOSTILE = '<script>alert("x")</script>'
_VOID = {"meta"}


class Outline(HTMLParser):
    """What a browser would make of a page: its elements, attributes and text."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.text, self.open = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """Take note of an element."""
        self.elements.append((tag, dict(attributes)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """See that elements are closed in their order."""
        assert self.open.pop() == tag

    def handle_data(self, text):
        """Take note of text."""
        self.text.append(text)


@pytest.fixture(scope="module")
def told(tmp_path_factory, house_at):
    """Two papers that contradict each other, and a third that repeats the first; all hostile."""
    house = house_at(tmp_path_factory.mktemp("told"))
    for name, text, publisher in (
        ("first", f"At least 40 ships left the port of Riverton, said {HOSTILE}.", "Harbour News"),
        ("second", "At least 40 ships left the port of Riverton.", f"<b>{HOSTILE}</b>"),
        ("third", "Exactly 75 ships left the port of Riverton.", "Inland Post"),
    ):
        house.put(f"{name}.txt", f"RIVERTON, 3 May 2023 - {text}\n")
        house.put(
            f"{name}.txt.source.yaml",
            f"publisher: '{publisher}'\nurl: 'javascript:alert(1)'\npublished: 2023-05-03\n",
        )
    house.put("<img src=x onerror=alert(1)>.doc", "")
    house.build()
    return house


@pytest.fixture(scope="module")
def page(told):
    return render(overview(told.settings))


def test_the_page_is_well_formed_and_nothing_in_it_is_loaded_or_run(page):
    outline = Outline(page)
    assert outline.open == []
    names = {name for name, _ in outline.elements}
    assert not names & {"script", "img", "link", "iframe", "object", "form"}
    for _, attributes in outline.elements:
        assert not any(name.startswith("on") or name in {"src", "style"} for name in attributes)
        assert (attributes.get("href") or "#").startswith("#"), "no source gave an address"
    policies = [one["content"] for name, one in outline.elements if "http-equiv" in one]
    assert policies
    assert policies[0].startswith("default-src 'none'")


def test_text_of_sources_is_shown_as_it_is(page):
    text = "".join(Outline(page).text)
    assert HOSTILE in text
    assert f"<b>{HOSTILE}</b>" in text
    assert "<img src=x onerror=alert(1)>.doc" in text


def test_each_claim_is_shown_with_its_sentences_and_marked_words(told, page):
    text = " ".join("".join(Outline(page).text).split())
    claims = told.query("SELECT claim_name, claim_id FROM dim_claim WHERE mention_count > 1")
    assert claims
    for name, claim in claims:
        assert name in text
        for surface, sentence in told.query(
            "SELECT f.surface, t.text FROM bridge_claim_figure JOIN fct_figure AS f "
            "USING (figure_id) JOIN dim_sentence AS t USING (sentence_id) WHERE claim_id = ?",
            claim,
        ):
            assert sentence in text
            assert f"<mark>{surface}</mark>" in page


def test_each_contradiction_is_explained_with_both_sentences(samples):
    text = "".join(Outline(render(overview(samples.settings))).text)
    rows = samples.query("SELECT explanation, sentence_a, sentence_b FROM mart_contradictions")
    assert rows
    for row in rows:
        for said in row:
            assert said in text


def test_what_was_left_out_is_on_the_page(samples):
    text = "".join(Outline(render(overview(samples.settings))).text)
    for (rule,) in samples.query("SELECT DISTINCT rule_id FROM mart_cleaning WHERE NOT is_used"):
        assert rule in text
    for (message,) in samples.query("SELECT message FROM meta_reject WHERE stage = 'read'"):
        assert message in text


def test_the_command_writes_the_page(town, tmp_path):
    place = tmp_path / "page.html"
    written = town("report", "--page", str(place))
    assert written.code == Exit.DONE, written.err
    assert str(place) in written.out
    first = place.read_text(encoding="utf-8")
    assert town("report", "--page", str(place)).code == Exit.DONE
    assert place.read_text(encoding="utf-8") == first, "the same generation, the same page"
    assert "harbour.txt" in first
    assert "\x1b" not in first
    assert "\u202e" not in first


def test_without_a_warehouse_there_is_no_page(shell):
    asked = shell("report")
    assert asked.code == Exit.NOTHING_PUBLISHED
    assert not (shell.warehouse / "report.html").exists()


def test_text_never_becomes_markup():
    assert element("p", "<b>", title='"><i>') == '<p title="&quot;&gt;&lt;i&gt;">&lt;b&gt;</p>'
    assert marked("a < b", 2, 3) == "a <mark>&lt;</mark> b"
    assert marked("ab", 5, 9) == "ab"


def test_what_is_shown_can_be_traced(told, page):
    ids = told.query(
        "SELECT fact_id FROM mart_claim_mention JOIN dim_claim USING (claim_id) "
        "WHERE mention_count > 1 UNION ALL SELECT contradiction_id FROM fct_contradiction"
    )
    assert ids
    assert all(f" {row_id}</code>" in page for (row_id,) in ids)


def test_words_that_run_on_beyond_their_sentence_are_shown(house):
    said = "We shall keep the harbour of Tavrin open to {}. No storm will close the old piers."
    for name, whom in (("one", "every ship"), ("two", "all our ships")):
        house.put(
            f"{name}.txt", f'MP Rosa Diaz said: "{said.format(whom)} Nobody will pay for it."\n'
        )
    house.build()
    rows = house.query("SELECT surface_a, sentence_a FROM mart_contradictions")
    assert any(surface not in sentence for surface, sentence in rows)
    page = render(overview(house.settings))
    for surface, _ in rows:
        assert f"<mark>{surface}</mark>" in page
