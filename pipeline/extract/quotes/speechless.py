"""Nouns that cannot speak, whatever verb they are the subject of."""

# "Failure demands", "time will tell". A document, a survey, an office or a place that reports
# is not among them.
SPEECHLESS = frozenset(
    """absence act action actions addition approach attempt aspect behavior behaviour benefit change
    changes chance circumstances climate condition conditions consequence contrast cost costs crisis
    day days death delay development difference difficulty disruption disruptions effect
    effort efforts eyes face fact factor factors failure fear fears focus future gaffe growth haste
    history idea increase increases issue issues lack leverage life loss moment money motion move
    moves need obligation opportunity outcome pace past performance permission place position price
    prices pressure problem problems process progress refusal relationship rhetoric rise risk risks
    silence situation smile smiles sound spread success surge tendency tension tensions thing things
    time times tragedy transfer transition trend trends truth use value victory way weather work
    world year years""".split()
)
