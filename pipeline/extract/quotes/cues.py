"""Reporting verbs and phrases, what each takes, and the stance it lends its subject."""

from dataclasses import dataclass

from schemas.quotes import CueStance


@dataclass(slots=True, frozen=True)
class Cue:
    """A reporting verb.

    `takes` says in what shape the content comes:
    c a clause or quoted words; t a clause that "that" opens ("found that"); i an infinitive
    ("vowed to go"); p a person and an infinitive ("urged him to go"); o an object
    ("denied the report"); l a thing and what it is called;
    n a noun and its clause; q quoted words alone ("he went on"); a someone spoken to as an object
    ("told him that"); w a question ("asked whether"); and prepositions that lead to the content
    ("called for", "accused of", "described as").
    """

    lemma: str
    stance: CueStance
    takes: frozenset[str]
    particle: str | None = None
    with_particle: "Cue | None" = None
    """What the verb is when the particle follows it: "point out", "go on"."""


# One verb a line: lemma, what it takes. Irregular forms stand in _IRREGULAR.
_VERBS = {
    CueStance.SAID: """
        say c
        tell c a p
        add c
        write c
        note c o
        state c
        comment c
        remark c
        observe c
        mention c o
        tweet c
        post c
        recall c
        continue q
        declare c
        explain c w
        describe as
        call l on upon for
        label l
        dub l
        speak of about
        talk about
        testify c about
        quip c
        joke c
        exclaim c
        shout c
        chant q
        whisper q
        mutter q
        boast c
        lament c
        complain c about
        conclude c
        repeat c o
        reiterate c o
        emphasize c o
        emphasise c o
        stress c o
        underscore c
        underline c
        point_out c
        point to out
        go_on q
        put q
        begin q
        read q
        intone q
        muse c
        reflect q
        opine c
        summarize q
        relate c
        recount c
        remind c a
        inform c a
        assure c a
        brief c a
        caution c a p
        signal c
        """,
    CueStance.ASKED: """
        ask c w a p about for
        wonder c w
        question w
        inquire w
        demand c o
        """,
    CueStance.ANSWERED: """
        reply c
        respond c
        answer c
        retort c
        counter c
        shoot_back q
        fire_back q
        """,
    CueStance.ANNOUNCED: """
        announce c o
        rule t
        reveal c
        disclose c
        proclaim c
        """,
    CueStance.CLAIMED: """
        claim c i
        allege c
        assert c
        insist c on
        argue c for
        contend c
        hold t
        maintain c
        """,
    CueStance.CONFIRMED: """
        confirm c o
        affirm c
        agree c i
        """,
    CueStance.ADMITTED: """
        admit c o
        acknowledge c o
        concede c
        confess c
        """,
    CueStance.DENIED: """
        deny c o
        dispute c
        """,
    CueStance.WARNED: """
        warn c a p of about
        threaten i
        """,
    CueStance.PROMISED: """
        promise c i o
        vow c i o
        pledge c i o
        swear c i
        """,
    CueStance.URGED: """
        urge c p o
        recommend c o
        advise c p
        implore p
        beg p
        """,
    CueStance.ACCUSED: """
        accuse of
        blame for
        """,
    CueStance.CRITICIZED: """
        slam q as for
        blast q as for
        dismiss as
        criticize as for
        criticise as for
        condemn as for
        denounce as for
        reject as
        brand l as
        attack as
        mock as
        """,
    CueStance.PRAISED: """
        thank q
        praise as for
        hail as
        """,
    CueStance.SUGGESTED: """
        suggest c
        propose c
        predict c
        estimate c
        hint c
        imply c
        """,
    CueStance.REPORTED: """
        report c o
        indicate c
        find t
        show t
        """,
}

_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "speak": "speaks spoke spoken speaking",
    "put": "puts put putting",
    "begin": "begins began begun beginning",
    "read": "reads read reading",
    "swear": "swears swore sworn swearing",
    "admit": "admits admitted admitting",
    "quip": "quips quipped quipping",
    "beg": "begs begged begging",
    "go": "goes went gone going",
    "shoot": "shoots shot shooting",
    "find": "finds found finding",
    "hold": "holds held holding",
    "show": "shows showed shown showing",
    "slam": "slams slammed slamming",
}


def _forms(lemma: str) -> list[str]:
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
    return [lemma, lemma + plural, lemma + "ed", lemma + "ing"]


def _table() -> dict[str, Cue]:
    simple: dict[str, Cue] = {}
    phrasal: dict[str, tuple[str, Cue]] = {}
    for stance, verbs in _VERBS.items():
        for line in verbs.strip().split("\n"):
            name, *takes = line.split()
            lemma, _, particle = name.partition("_")
            cue = Cue(name.replace("_", " "), stance, frozenset(takes))
            if particle:
                phrasal[lemma] = (particle, cue)
            else:
                simple[lemma] = cue
    table = {}
    for lemma in (*simple, *phrasal):
        cue = simple.get(lemma, Cue(lemma, CueStance.SAID, frozenset()))
        if lemma in phrasal:
            particle, with_particle = phrasal[lemma]
            cue = Cue(cue.lemma, cue.stance, cue.takes, particle, with_particle)
        for form in _forms(lemma):
            table[form] = table[form.capitalize()] = cue
    return table


VERBS: dict[str, Cue] = _table()
"""Every form of every reporting verb, as it stands in a sentence or at its head."""

_NOUNS = {
    CueStance.SAID: "statement remark argument",
    CueStance.CLAIMED: "claim assertion contention",
    CueStance.PROMISED: "promise pledge vow",
    CueStance.URGED: "call demand request appeal plea",
    CueStance.WARNED: "warning threat",
    CueStance.ACCUSED: "accusation allegation charge",
    CueStance.ANNOUNCED: "announcement",
    CueStance.SUGGESTED: "suggestion prediction proposal",
    CueStance.ADMITTED: "admission acknowledgment",
    CueStance.DENIED: "denial",
    CueStance.REPORTED: "report",
}
NOUNS: dict[str, Cue] = {
    form: Cue(lemma, stance, frozenset("n"))
    for stance, lemmas in _NOUNS.items()
    for lemma in lemmas.split()
    for form in (lemma, lemma + "s")
}
"""Nouns that hold what somebody says: "the minister's claim that"."""

REFUSALS = frozenset(form for lemma in ("decline", "refuse") for form in _forms(lemma))
"""Verbs that say somebody does not speak."""

ACCORDING_CUE = Cue("according to", CueStance.REPORTED, frozenset("c"))
"""The cue that "according to" is."""

PLAIN_CUE = Cue("", CueStance.SAID, frozenset("q"))
"""The cue that any other verb beside quoted words is."""

CUE_WORDS = frozenset((*VERBS, *NOUNS, "according", "According"))
"""Every word that may begin a report."""
