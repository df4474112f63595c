"""Analysis: the fast path says what spaCy says; what it says is kept and put in place."""

import bisect
import io
from collections.abc import Callable
from itertools import pairwise

import polars as pl
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from pipeline.analyse import model as model_module
from pipeline.analyse.analysis import Analysis, Unit
from pipeline.analyse.documents import CleanedDocument, assemble, clean_document, units
from pipeline.analyse.frames import (
    SCHEMA,
    analyses_from_frame,
    analyses_to_frame,
    analysis_key,
)
from pipeline.analyse.model import (
    MODEL_NAME,
    analyse,
    load_model,
    model_identity,
)
from pipeline.clean.sentences import sentence_spans
from pipeline.document import AnalysedDocument, Document, Paragraph, Sentence

AnalyseText = Callable[..., AnalysedDocument]

PARAGRAPHS = [
    "The harbour authority of Velden said on Tuesday that 14 of its 22 cranes were idle.",
    '"We expected worse," Marta Quill, the minister, told reporters. "We were lucky."',
    "Prices rose 3.4 per cent in May (from 2.9 per cent in April), the Central Bureau found.",
    "OSLO, June 3 - Norway and Estonia will buy $1.2 billion of air-defence radars by 2027.",
    "He didn't say who'd pay. Neither did she; they'll meet again at 10:30 a.m. on Friday.",
    "Two  spaces,\ta tab and a\u00a0hard space stand here.  Mr. Lund  arrived from  Bergen .",
    "L’Agence d’Orval – whose head, José Muñoz, resigned – wouldn’t comment…",
    "Dozens of trucks, some carrying grain worth €40m, waited for a second day near Kostrava.",
    "Rain.",
    "Can the U.N. act? The council voted 9-4. Russia and China abstained! So did the U.K.",
    "• Fuel: down 0.7% • Food: up 1.1% • Rents: unchanged since Q3 2021 (see Article 5)",
    "According to the report, which Reuters has seen, the Baltic Pipeline Company lost a third "
    "of its customers after the explosion, although Deputy Prime Minister Anna Brandt denied "
    "that there had been any damage to the terminal she opened last year in Lower Saxony.",
    "🙂 Thanks to everyone @VeldenPort who wrote to info@velden.example or www.velden.example!",
    " leading and trailing space ",
]


def as_units(paragraphs: list[str]) -> list[Unit]:
    """Return the paragraphs with the offsets at which their sentences begin."""
    return [
        (text, [start for start, _ in sentence_spans(text, 0, len(text))]) for text in paragraphs
    ]


def plainly_analysed(nlp: Language, paragraphs: list[Unit]) -> list[Analysis]:
    """Return what spaCy says, used as its handbook shows, token by token."""

    def docs() -> list[Doc]:
        made = []
        for text, starts in paragraphs:
            doc = nlp.make_doc(text)
            for token in doc:
                before = doc[token.i - 1].idx if token.i else -1
                token.is_sent_start = token.i == 0 or any(
                    before < start <= token.idx for start in starts
                )
            made.append(doc)
        return made

    analyses = []
    for doc in nlp.pipe(docs()):
        words = [token for token in doc if not token.is_space]
        place = {token.i: index for index, token in enumerate(words)}
        heads = []
        for token in words:
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            heads.append(place.get(head.i, place[token.i]))
        entities = [
            ([place[token.i] for token in span if token.i in place], span.label_)
            for span in doc.ents
        ]
        analyses.append(
            Analysis(
                start=[token.idx for token in words],
                end=[token.idx + len(token) for token in words],
                tag=[token.tag_ for token in words],
                dep=[token.dep_ for token in words],
                head=heads,
                entities=[(inside[0], inside[-1] + 1, label) for inside, label in entities],
            )
        )
    return analyses


@pytest.mark.parametrize("is_blis", [True, False])
def test_the_fast_path_says_what_spacy_says(model: Language, is_blis: bool) -> None:
    with use_ops("numpy", use_blis=is_blis):
        plain = spacy.load(MODEL_NAME, exclude=["attribute_ruler", "lemmatizer"])
    paragraphs = as_units(PARAGRAPHS)
    assert list(analyse(model, paragraphs)) == plainly_analysed(plain, paragraphs)


def test_each_tok2vec_of_the_model_is_replaced(model: Language) -> None:
    """Equality alone would also hold if no layer had been recognised, only slowly."""
    names = [node.name for _, pipe in model.pipeline for node in pipe.model.walk()]
    assert names.count("quick_tok2vec") == 2
    assert "expand_window" not in names


def test_blis_may_be_kept_by_a_setting(model: Language) -> None:
    paragraphs = as_units(PARAGRAPHS)
    assert list(analyse(load_model(gemm="blis"), paragraphs)) == list(analyse(model, paragraphs))


def test_a_paragraph_is_analysed_alike_whatever_stands_beside_it(model: Language) -> None:
    paragraphs = as_units(PARAGRAPHS)
    together = list(analyse(model, paragraphs))
    assert [next(iter(analyse(model, [one]))) for one in paragraphs] == together
    assert list(analyse(model, paragraphs[::-1] * 20))[-len(paragraphs) :] == together[::-1]


def test_words_forgotten_after_each_chunk_change_nothing(
    model: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = as_units(PARAGRAPHS)
    kept = list(analyse(model, paragraphs))
    monkeypatch.setattr(model_module, "_WORDS_KEPT", 0)
    monkeypatch.setattr(model_module, "_CHUNK_CHARACTERS", 300)
    new_words = [(f"Zubrinka{n} met Olpheus{n} in Qarth{n}.", [0]) for n in range(40)]
    known = len(model.vocab)
    assert list(analyse(model, paragraphs + new_words))[: len(paragraphs)] == kept
    assert "Zubrinka7" not in model.vocab.strings
    assert len(model.vocab.strings) < known + 200_000


def test_boundaries_hold_for_tokens_heads_and_entities(model: Language) -> None:
    paragraphs = as_units(PARAGRAPHS)
    for (_, starts), analysis in zip(paragraphs, analyse(model, paragraphs), strict=True):
        sentence = [bisect.bisect_right(starts, start) for start in analysis.start]
        assert all(
            bisect.bisect_left(starts, end) == one
            for end, one in zip(analysis.end, sentence, strict=True)
        )
        assert [sentence[head] for head in analysis.head] == sentence
        assert all(sentence[first] == sentence[last - 1] for first, last, _ in analysis.entities)


def test_boundaries_are_those_drawn_and_no_others(model: Language) -> None:
    text = "They left at noon. He stayed"
    (joined,) = analyse(model, [(text, [0])])
    assert joined.dep.count("ROOT") >= 1
    (torn,) = analyse(model, [(text, [0, 5])])
    assert torn.head[0] == 0, "'They' is a sentence of its own"
    assert all(head >= 1 for head in torn.head[1:])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t ",
        "x" * 60_000,
        "(" * 30_000 + " said the mayor " + ")" * 30_000,
        "The mayor spoke, and " * 2_000,
        "A\0B \ud83d \udcff and C",
        "😀" * 500,
    ],
    ids=["empty", "space", "long word", "brackets", "long sentence", "surrogates", "astral"],
)
def test_any_text_is_analysed_in_order_and_in_bounds(model: Language, text: str) -> None:
    (analysis,) = analyse(model, [(text, [0] if text.strip() else [])])
    spans = list(zip(analysis.start, analysis.end, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(0 <= head < len(spans) for head in analysis.head)
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())


def test_a_long_paragraph_is_cut_between_sentences(model: Language) -> None:
    sentence = "Officials in Tallinn opened the second of three bridges on Monday. "
    text = sentence * 600
    (whole,) = analyse(model, [(text, list(range(0, len(text), len(sentence))))])
    (one,) = analyse(model, [(sentence, [0])])
    count = len(one.start)
    assert len(whole.start) == 600 * count
    # The last sentence stands in another piece than the first and is read alike.
    last = slice(599 * count, 600 * count)
    assert [start - 599 * len(sentence) for start in whole.start[last]] == one.start
    assert [head - 599 * count for head in whole.head[last]] == one.head


def made(
    gaps: list[tuple[int, int]], tags: list[str], heads: list[int], marks: list[int]
) -> Analysis:
    """Return an analysis built from gaps and lengths of tokens and ends of entities."""
    start, end = [], []
    position = 0
    for gap, length in gaps:
        start.append(position + gap)
        position += gap + length
        end.append(position)
    entities = [(first, last, "ORG") for first, last in pairwise(marks)]
    return Analysis(start, end, tags, tags[::-1], heads, entities)


ANALYSES = st.lists(
    st.integers(0, 30).flatmap(
        lambda count: st.builds(
            made,
            st.lists(
                st.tuples(st.integers(0, 300), st.integers(1, 70_000)),
                min_size=count,
                max_size=count,
            ),
            st.lists(
                st.sampled_from(["NN", "VBZ", "``", "-LRB-", ""]), min_size=count, max_size=count
            ),
            st.lists(st.integers(0, max(count - 1, 0)), min_size=count, max_size=count),
            st.lists(st.integers(0, count), max_size=4, unique=True).map(sorted),
        )
    ),
    max_size=6,
)


@given(ANALYSES)
def test_what_is_kept_comes_back(analyses: list[Analysis]) -> None:
    keys = [analysis_key(str(index), [], "any") for index in range(len(analyses))]
    file = io.BytesIO()
    analyses_to_frame(keys, analyses).write_parquet(file)
    file.seek(0)
    frame = pl.read_parquet(file)
    assert frame.schema == SCHEMA
    assert list(analyses_from_frame(frame).items()) == list(zip(keys, analyses, strict=True))


def test_frames_of_several_runs_are_read_as_one(model: Language) -> None:
    paragraphs = as_units(PARAGRAPHS)
    analyses = list(analyse(model, paragraphs))
    keys = [analysis_key(text, starts, "any") for text, starts in paragraphs]
    both = pl.concat(
        [analyses_to_frame(keys[5:], analyses[5:]), analyses_to_frame(keys[:5], analyses[:5])]
    )
    assert analyses_from_frame(both) == dict(zip(keys, analyses, strict=True))


def test_a_key_names_text_boundaries_and_model(model: Language) -> None:
    keys = {
        analysis_key(text, starts, identity)
        for text in ("Ab cd", "Ab ce")
        for starts in ([0], [0, 3])
        for identity in (model_identity(model), "another")
    }
    assert len(keys) == 8
    assert analysis_key("Ab", [0], "m") == analysis_key("Ab", (0,), "m")
    assert model.meta["version"] in model_identity(model)


def document_of(text: str) -> Document:
    """Return a document that holds the text."""
    return Document(
        document_id="d", source_id="s", document_index=0, external_id="e", text=text, text_sha256=""
    )  # fmt: skip


def test_only_used_sentences_get_tokens(model: Language) -> None:
    text = "Skip to content\nAnna Brandt left Oslo. Read more here. Erik Lund stayed in Riga."
    line = text.index("\n")
    spans = [(0, line), *sentence_spans(text, line + 1, len(text))]
    assert [text[start:end][:4] for start, end in spans] == ["Skip", "Anna", "Read", "Erik"]
    used = [False, True, False, True]
    paragraphs = [
        Paragraph(index=index, char_start=a, char_end=b, role="body", is_used=index > 0, rule_id="")
        for index, (a, b) in enumerate([(0, line), (line + 1, len(text))])
    ]
    sentences = [
        Sentence(
            index=index,
            paragraph=min(index, 1),
            char_start=start,
            char_end=end,
            role="body",
            is_used=is_used,
            rule_id="",
        )
        for index, ((start, end), is_used) in enumerate(zip(spans, used, strict=True))
    ]
    cleaned = CleanedDocument(document_of(text), None, paragraphs, sentences)
    asked = units(cleaned)
    assert [one[0] for one in asked] == [text[line + 1 :]]
    whole = assemble(cleaned, analyse(model, asked))
    words = [
        [whole.tokens.text[index] for index in range(one.token_start, one.token_end)]
        for one in whole.sentences
    ]
    assert words == [
        [],
        ["Anna", "Brandt", "left", "Oslo", "."],
        [],
        ["Erik", "Lund", "stayed", "in", "Riga", "."],
    ]
    names = [
        " ".join(whole.tokens.text[one.token_start : one.token_end]) for one in whole.model_entities
    ]
    assert {"Oslo", "Riga"} <= set(names)
    for one in whole.used_sentences:
        inside = range(one.token_start, one.token_end)
        assert all(whole.tokens.head[index] in inside for index in inside)


def test_a_document_needs_an_analysis_for_each_used_paragraph() -> None:
    cleaned = clean_document(document_of("The port reopened on Monday, officials in Velden said."))
    with pytest.raises(ValueError, match="shorter"):
        assemble(cleaned, [])


def test_tokens_of_a_document_are_slices_of_its_text(analysed: AnalyseText) -> None:
    whole = analysed("\n\n".join(PARAGRAPHS))
    tokens = whole.tokens
    assert len(tokens) > 150
    for text, start, end in zip(tokens.text, tokens.start, tokens.end, strict=True):
        assert whole.text[start:end] == text
    for one in whole.used_sentences:
        assert one.token_start < one.token_end
        assert one.char_start <= tokens.start[one.token_start]
        assert tokens.end[one.token_end - 1] <= one.char_end
