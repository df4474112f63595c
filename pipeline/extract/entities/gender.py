"""Whether a person is called a man or a woman: by title, else by given name."""

from pipeline.extract.entities.given_names import FEMALE_NAMES, GENDERED_NAMES
from pipeline.extract.entities.words import FEMALE_TITLES, MALE_TITLES

FEMALE, MALE = "female", "male"


def gender_of_title(words: list[str], first: int) -> str | None:
    """Return the gender that the word before a name tells: Mrs, chairwoman."""
    title = words[first - 1].lower().rstrip(".") if first else ""
    if title in FEMALE_TITLES or title.endswith("woman"):
        return FEMALE
    if title in MALE_TITLES or title.endswith("man"):
        return MALE
    return None


def gender_of_name(name: str) -> str | None:
    """Return the gender that the given name of a full name tells."""
    given, _, rest = name.partition(" ")
    if not rest:
        return None
    if given in FEMALE_NAMES:
        return FEMALE
    return MALE if given in GENDERED_NAMES else None
