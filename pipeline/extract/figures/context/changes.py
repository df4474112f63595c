"""Changes: whether a figure tells of a rise or a fall, by how much, from where or to where."""

from pipeline.document import Tokens
from pipeline.extract.figures.quantities.movements import DECREASES, INCREASES


def change_of(tokens: Tokens, anchor: int, first: int) -> tuple[str, str, str] | None:
    """Return direction, basis and step when the number belongs to a movement.

    `anchor` is the token that carries the figure in the parse, `first` the first token of its
    expression. The word looked for is the nearest verb, adverb or noun above the anchor.
    """
    basis = None
    previous = tokens.text[first - 1].lower() if first > 0 else ""
    if previous in ("by", "from", "to", "at"):
        basis = {"at": "to"}.get(previous, previous)
    elif first > 1 and previous == "of":
        basis = "by"
    node = anchor
    for _ in range(4):
        above = tokens.head[node]
        if above == node:
            return None
        node = above
        word = tokens.text[node].lower()
        tag = tokens.tag[node]
        direction = "increase" if word in INCREASES else "decrease" if word in DECREASES else None
        if direction:
            return direction, basis or "by", f"change: '{tokens.text[node]}' {basis or 'by'}"
        if tag.startswith("VB"):
            for child in (node - 1, node + 1):
                if 0 <= child < len(tokens) and tokens.text[child].lower() in ("up", "down"):
                    up = tokens.text[child].lower() == "up"
                    direction = "increase" if up else "decrease"
                    return direction, basis or "by", f"change: '{tokens.text[child]}'"
            return None
    return None
