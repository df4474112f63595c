"""Subjects: who does what a verb says, its own subject or one that it shares with another verb."""

from typing import Final

from pipeline.document import AnalysedDocument, Tokens
from pipeline.extract.figures.context.mode_words import REPORTING

SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
# "accused him of stealing", "kept them from paying": the object does it, not the subject.
_OBJECT_ACTS: Final = frozenset(("of", "from", "with", "into"))
# "accused the broker of hiding 5": the parser may hang "of" on the broker.
BLAMING: Final = frozenset(
    """accuse accuses accused accusing suspect suspects suspected charge charged convict convicted
    acquit acquitted clear cleared stop stopped prevent prevented keep kept ban banned bar
    barred""".split()
)
# Their object is a means: "used the proceeds to buy 3 ships".
_MEANS: Final = frozenset(
    "use uses used using need needs needed spend spends spent promise promised take took".split()
)
_PASSIVE: Final = frozenset(("auxpass", "nsubjpass", "csubjpass", "agent"))
HAVE: Final = frozenset(("has", "have", "had", "having", "'ve", "’ve"))


def is_clause(tokens: Tokens, token: int) -> bool:
    """Tell whether a token is a verb with a clause of its own, unlike "including" or "injured"."""
    apart = tokens.dep[token] not in ("prep", "amod", "compound")
    return apart and tokens.tag[token].startswith("VB")


def dateline_tokens(doc: AnalysedDocument) -> frozenset[int]:
    """Return the tokens of the document's datelines: they are no part of what is told."""
    return frozenset(
        index
        for sentence in doc.sentences
        if sentence.dateline_end is not None
        for index in doc.tokens_in(sentence.char_start, sentence.dateline_end)
    )


class SubjectFinder:
    """Finds the subjects of one document's verbs."""

    def __init__(self, doc: AnalysedDocument) -> None:
        self.tokens = doc.tokens
        self.children = doc.children
        self.datelines = dateline_tokens(doc)

    def is_passive(self, verb: int) -> bool:
        """Tell whether a verb's subject is what it is done to."""
        tokens = self.tokens
        reduced = tokens.tag[verb] == "VBD" and tokens.dep[verb] == "acl"
        if tokens.tag[verb] != "VBN" and not reduced:
            return False
        below = {tokens.dep[child] for child in self.children[verb]}
        if not below.isdisjoint(_PASSIVE):
            return True
        helpers = (child for child in self.children[verb] if tokens.dep[child] == "aux")
        if "dobj" in below or any(tokens.text[child].lower() in HAVE for child in helpers):
            return False
        if tokens.dep[verb] == "conj":
            return self.is_passive(tokens.head[verb])
        return tokens.dep[verb] in ("acl", "relcl", "advcl", "oprd")

    def doer(self, verb: int) -> int | None:
        """Return whom a passive names with "by"."""
        for child in self.children[verb]:
            if self.tokens.dep[child] == "agent":
                for below in self.children[child]:
                    if self.tokens.dep[below] == "pobj":
                        return below
        return None

    def of(self, verb: int) -> tuple[int | None, str]:
        """Return the subject of a verb, its own or the one it shares, and how it was found."""
        tokens = self.tokens
        node = verb
        for _ in range(6):
            dep, above = tokens.dep[node], tokens.head[node]
            if any(tokens.dep[child] == "expl" for child in self.children[node]):
                return None, ""
            subject = self._own(node)
            if subject is not None:
                if tokens.tag[subject] in ("WDT", "WP") and dep in ("relcl", "acl"):
                    return above, f"'{tokens.text[subject]}' stands for it"
                return subject, "subject" if node == verb else f"subject of '{tokens.text[node]}'"
            if above == node:
                return None, ""
            if dep in ("acl", "relcl"):
                if self._is_infinitive(node):
                    return self._holder(above), f"whose {tokens.text[above]} it is"
                return above, "described by the verb"
            if dep in ("conj", "xcomp", "advcl") or self._is_unfinished(node):
                held = None
                if dep != "conj" and tokens.text[above].lower() not in _MEANS:
                    held = self._object_of(above, node) if dep != "advcl" else None
                if held is not None:
                    return held, f"object of '{tokens.text[above]}'"
                node = above
            elif dep == "pcomp" and is_clause(tokens, tokens.head[above]):
                governor = tokens.head[above]
                held = self._object_of(governor, above)
                if held is not None and tokens.text[above].lower() in _OBJECT_ACTS:
                    return held, f"object of '{tokens.text[governor]}'"
                node = governor
            elif dep == "pcomp" and self._is_blamed(tokens.head[above]):
                return tokens.head[
                    above
                ], f"object of '{tokens.text[tokens.head[tokens.head[above]]]}'"
            else:
                return None, ""
        return None, ""

    def _own(self, verb: int) -> int | None:
        """Return the subject that the parse gives a verb: of several, the one next to it."""
        tokens = self.tokens
        found = [child for child in self.children[verb] if tokens.dep[child] in SUBJECTS]
        own = [child for child in found if child not in self.datelines]
        if found and not own:
            # "OSLO - NATO agreed": the parser takes the name itself for an apposition.
            below = self.children[found[-1]]
            own = [one for one in below if tokens.dep[one] == "appos" and one < verb]
            own = [one for one in own if one not in self.datelines]
        found = own
        named = [child for child in found if tokens.tag[child] != "DT"] or found
        before = [child for child in named if child < verb]
        return before[-1] if before else named[0] if named else None

    def _is_blamed(self, noun: int) -> bool:
        """Tell whether a noun is whom another holds to have acted, or keeps from acting."""
        tokens = self.tokens
        return tokens.dep[noun] == "dobj" and tokens.text[tokens.head[noun]].lower() in BLAMING

    def _is_infinitive(self, verb: int) -> bool:
        tokens = self.tokens
        return any(tokens.tag[child] == "TO" for child in self.children[verb])

    def _is_unfinished(self, verb: int) -> bool:
        """Tell whether a clause without a subject is part of its governor's, not what that said."""
        tokens = self.tokens
        if tokens.dep[verb] != "ccomp":
            return False
        finite = tokens.tag[verb] not in ("VB", "VBG", "VBN")
        return not (finite and tokens.text[tokens.head[verb]].lower() in REPORTING)

    def _holder(self, noun: int) -> int | None:
        """Return whose plan, decision or offer it is: "Ghana's plan to", "a decision by Ghana"."""
        tokens = self.tokens
        for child in self.children[noun]:
            if tokens.dep[child] == "poss":
                return child
            if tokens.text[child].lower() == "by" and tokens.dep[child] == "prep":
                for below in self.children[child]:
                    if tokens.dep[below] == "pobj":
                        return below
        return None

    def _object_of(self, verb: int, before: int) -> int | None:
        for child in self.children[verb]:
            if child < before and self.tokens.dep[child] == "dobj" and child > verb:
                return child
        return None
