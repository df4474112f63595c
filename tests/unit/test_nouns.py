"""Singulars: regular endings and the closed lists of the others."""

import pytest

from pipeline.extract.nouns import singular


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("troops", "troop"), ("battlegroups", "battlegroup"), ("countries", "country"),
        ("women", "woman"), ("policewomen", "policewoman"), ("children", "child"),
        ("grandchildren", "grandchild"), ("people", "people"), ("lives", "life"),
        ("olives", "olive"), ("houses", "house"), ("buses", "bus"), ("viruses", "virus"),
        ("causes", "cause"), ("uses", "use"), ("cases", "case"), ("gases", "gas"),
        ("heroes", "hero"), ("shoes", "shoe"), ("churches", "church"), ("headaches", "headache"),
        ("boxes", "box"), ("sizes", "size"), ("movies", "movie"), ("ties", "tie"),
        ("crises", "crisis"), ("criteria", "criterion"), ("taxis", "taxi"), ("crisis", "crisis"),
        ("aircraft", "aircraft"), ("series", "series"), ("glass", "glass"), ("bus", "bus"),
        ("Ukrainians", "Ukrainian"), ("Marines", "Marine"), ("MiG-29s", "MiG-29s"), ("", ""),
    ],
)  # fmt: skip
def test_the_singular_of_a_plural(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize("word", ["house", "truck", "specimen", "country", "woman", "child"])
def test_a_singular_stays(word):
    assert singular(word) == word
