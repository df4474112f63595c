"""Words by which the beginning and the end of a sentence are told."""

# A full stop after one of these does not end a sentence...
ABBREVIATIONS = frozenset(
    """adm al ala amb approx apr ariz ark asst atty aug ave bros brig calif capt cf cmdr co col
    colo conn corp dec del dept dr e.g est etc e.u feb fla fr fri ft ga gen gov hon i.e ill inc
    ind insp jan jr jul jun kan lt ltd maj mar mass md messrs mich minn miss mo mon mont mr mrs
    ms msgr mt neb nev nov oct okla ore pa ph.d pres prof pte rd rep reps rev rs sat sen sens sep
    sept sgt sr st supt tenn tex thu thur thurs tue tues u.k u.n u.s vs vt va wash wed wis wyo
    a.m p.m d.c n.y n.j n.h u.a.e w.va dist viz ca min max""".split()
)
# ... but after these it may, when the next word commonly opens one.
ABBREVIATIONS_THAT_MAY_END = frozenset(
    """al ala apr ariz ark aug bros calif co colo conn corp d.c dec del dept etc e.u feb fla fri ga
    ill inc ind jan jr jul jun kan ltd mar mass md mich minn miss mo mon mont n.h n.j n.y neb nev
    nov oct okla ore pa ph.d rd sat sep sept sr tenn tex thu thur thurs tue tues u.a.e u.k u.n
    u.s va vt w.va wash wed wis wyo""".split()
)
# Abbreviations before a number, words without one: "No. 5", but "He said no. Five left."
BEFORE_NUMBERS = frozenset("no nos nr vol art arts fig figs p pp sec ch par para op".split())
# Abbreviations that, written small, are words of their own.
ALSO_WORDS = frozenset(
    "art co fig gen mass miss mt sat sun wash ill ind ore rep col mar hon min max".split()
)
# Words that commonly open a sentence and seldom a name.
STARTERS = frozenset(
    """a about according after all also although among an analysts and another any as asked at
    authorities because before both but by critics despite diplomats during each earlier even
    experts few first five for four from he her here his how however i if in instead investigators
    is it its last later leaders many meanwhile moreover most much my neither new next no nobody
    none not nothing now of officials on once one only others our over people police prosecutors
    residents several she similarly since six so some still such ten that the their then there
    these they this those though three through thus to today tomorrow two under until we what when
    where whether which while who why with without yesterday yet you""".split()
)
# What may follow "a.m." within a sentence.
TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec eastern pacific central mountain greenwich moscow
    local gmt utc bst cet cest est edt et pst pdt pt cst cdt mst msk ist jst hkt""".split()
)
SPEECH_VERBS = frozenset(
    """added adds admits admitted announced argued argues asked asks claimed claims concluded
    continued continues cried declared declares demanded demands exclaimed exclaims explained
    explains insisted insists joked jokes marvels noted notes quipped quips recalled recalls
    remarked remarks replied replies responded responds said says shouted shouts stated states
    tells told tweeted tweets urged urges warned warns wondered wonders wrote writes""".split()
)
# Words that open an English sentence and, inside one, are written small.
OPENERS = frozenset(
    """All And Any As At But By For From He If In It Its On Our She Since Some That The Their
    There These They This Those To We When While With""".split()
)
# No English sentence ends after one of these...
DANGLING_AT_END = frozenset("the a an and or which its their his our my your".split())
# ... and no heading after one of these.
DANGLING = DANGLING_AT_END | frozenset("to of for with by that from into than".split())
# Adjectives that say of what kind a thing is; they are never said of a name.
RELATIONAL_ADJECTIVES = frozenset(
    """agricultural civilian commercial cultural diplomatic economic environmental financial fiscal
    humanitarian industrial judicial legal medical military monetary political technical""".split()
)
