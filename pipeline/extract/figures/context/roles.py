"""Roles: what the entities of a sentence are to its figures, and who is said to have told them."""

from collections.abc import Sequence
from typing import Final

from pipeline.document import AnalysedDocument
from pipeline.extract.figures.context.context import Context
from pipeline.extract.figures.context.mode_words import REPORTING
from pipeline.extract.figures.context.subjects import SUBJECTS
from pipeline.extract.figures.context.ties import TieReader
from pipeline.extract.figures.figure import Figure, FigureEntity, Mention

# Who is named before one of these acts through it: "Irish troops", "NATO officials".
_BODIES: Final = frozenset(
    """police army troops forces force navy government officials official authorities authority
    ministry minister president parliament lawmakers soldiers military court party voters citizens
    refugees workers companies company firms firm people group team campaign leaders leader
    senators spokesman spokeswoman administration agency council bank airline residents rebels
    militants scientists researchers investors protesters delegates lawyers""".split()
)
_REACH = 12


class RoleReader:
    """Links figures to the mentions of their sentence."""

    def __init__(self, doc: AnalysedDocument, ties: TieReader) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.children = doc.children
        self.ties = ties

    def read(
        self,
        figure: Figure,
        context: Context,
        anchor: int,
        mentions: Sequence[Mention],
    ) -> tuple[list[FigureEntity], list[str]]:
        """Return the links to the mentions of a sentence, and what is to be said of them.

        Fills the figure's place and its speaker.
        """
        if not mentions:
            return [], []
        steps: list[str] = []
        places = [one for one in mentions if one.entity_type == "place"]
        there: set[int] = set()
        if places:
            place, told, step = self.ties.place(figure, context, places)
            there = {id(one) for one in told}
            if place is not None:
                figure.place = self.text[place.char_start : place.char_end]
                steps.append(step)
        speaker = self._speaker(anchor)
        links: list[FigureEntity] = []
        for mention in mentions:
            role = self._role(figure, context, mention)
            if role in (None, "about") and id(mention) in there:
                role = "place"
            elif role is None and speaker is not None and _names(mention, *speaker):
                role = "speaker"
                if figure.speaker_mention_id is None:
                    figure.speaker_mention_id = mention.fact_id or None
                    said = " ".join(self.text[mention.char_start : mention.char_end].split())
                    steps.append(f"speaker:{said}")
            if role is not None:
                links.append(FigureEntity(figure, mention.fact_id, role))
        return links, steps

    def _role(self, figure: Figure, context: Context, mention: Mention) -> str | None:
        start, end = mention.char_start, mention.char_end
        noun_start, noun_end = figure.noun_char_start, figure.noun_char_end
        if (
            noun_start is not None
            and noun_end is not None
            and noun_start < end
            and start < noun_end
        ):
            return "counted"
        for role, low, high, head in context.spans:
            if start < high and low < end:
                # "The Irish army" acts for Ireland; "the Irish question" is only about it.
                body = self.tokens.text[self.doc.token_at(head) or 0].lower() in _BODIES
                return role if body or start <= head < end else "about"
        return None

    def _speaker(self, anchor: int) -> tuple[int, int, int] | None:
        """Return the span, and the head's start, of whoever is reported to have said a figure."""
        tokens = self.tokens
        node = anchor
        for _ in range(_REACH):
            for child in self.children[node]:
                if tokens.text[child].lower() == "according":
                    for to in self.children[child]:
                        for below in self.children[to]:
                            if tokens.dep[below] == "pobj":
                                return self._whole(below)
            above = tokens.head[node]
            if above == node:
                return None
            told = tokens.dep[node] in ("ccomp", "parataxis")
            if told and tokens.text[above].lower() in REPORTING:
                for child in self.children[above]:
                    if tokens.dep[child] in SUBJECTS:
                        return self._whole(child)
            node = above
        return None

    def _whole(self, head: int) -> tuple[int, int, int]:
        """Return the span of a name or noun with what stands before it, and its own start."""
        tokens = self.tokens
        left = head
        while left > 0 and head - left < 8 and left - 1 <= tokens.head[left - 1] <= head:
            if tokens.dep[left - 1] not in ("compound", "amod", "nmod", "poss", "case", "det"):
                break
            left -= 1
        return tokens.start[left], tokens.end[head], tokens.start[head]


def _names(mention: Mention, start: int, end: int, head: int) -> bool:
    """Tell whether a mention names the head of a phrase, or the body for which it speaks."""
    covers = mention.char_start <= head < mention.char_end
    speaks_for = mention.entity_type == "organization" and mention.char_end <= head
    return covers or (speaks_for and start <= mention.char_start < end)
