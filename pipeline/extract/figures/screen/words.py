"""Closed lists: the nouns that numbers label, and those that scores describe."""

from typing import Final

# Nouns that a number names rather than counts: "Article 5", "Flight 370", "Game 6".
LABELS: Final = frozenset(
    """article articles section sections chapter chapters page pages paragraph paragraphs part
    parts clause clauses title titles schedule annex appendix exhibit item items verse verses act
    scene volume volumes vol issue edition no nos number numbers numéro resolution resolutions
    protocol directive regulation law bill order proposition prop amendment amendments rule rules
    form case flight flights route routes highway highways interstate road roads rte hwy autobahn
    motorway exit junction runway terminal gate platform pier dock bus train tram line lines track
    room suite unit apartment apt flat floor level levels deck row rows seat seats aisle box bay
    block blocks building tower hangar lot plot zone sector district ward precinct region division
    battalion brigade regiment corps squadron company platoon group pool heat lane channel channels
    radio studio season seasons series episode episodes game games match round week stage phase
    step day night grade class year form key type model mark mk version windows android ios macos
    iphone ipad galaxy playstation xbox pixel boeing airbus falcon apollo voyager soyuz starship
    category cat tier rank ranked ranking seed seeded seeding size formula area camp district
    precinct station figure fig table chart slide photo image plate panel question footnote note
    document exhibit count counts juror patient subject victim suspect witness defendant plaintiff
    sputnik crew expedition mission ward covid psalm sonnet symphony sonata op opus concerto
    quartet channel catch-22 agenda chapter vision plan goal article commandment degree-murder
    bundesliga ligue serie liga stages phases days grades constituency reference sec planet ftse cac
    nikkei stoxx russell fortune asx update""".split()
) - {"company", "group", "area", "camp", "vision", "plan", "case", "order", "law", "radio",
     "crew", "mission", "subject", "goal", "day", "night", "year", "years"}  # fmt: skip

# Heads that a pair of numbers describes when it is the state of a game or of a vote.
SCORE_NOUNS: Final = frozenset(
    """win wins won victory victories loss losses defeat defeats lead leads led draw draws drew
    tie ties tied record beat beats beating lost score score scoreline vote votes verdict ruling
    decision margin advantage deficit set sets rout thrashing drubbing aggregate comeback triumph
    down up ahead series final shutout""".split()
)
