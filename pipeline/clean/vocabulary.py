"""Words that websites say about themselves rather than about the world."""

# A short line made of nothing but these is a button, a menu entry or a list's header.
INTERFACE = frozenset(
    """a about accept account ad add ads advert advertisement advertising agree alert alerts all
    also and app apps archive archives article articles at author authors back below
    bookmark by cancel click close comment comments compartir condividi contact content
    continue continues cookie cookies copy dark delen discover discussion down download
    edition editions email enter events expand explore facebook feed feedback flipboard
    follow font for forum from full galleries gallery get give go have help here hide home
    homepage in instagram install join jump languages latest leave like link linkedin links
    list listen live load log login logout mail main manage menu messenger min mins minute
    minutes mode more most my navigation new newest news newsletter newsletters next no now
    of oldest on open options or other others our page pages partager partner partners pdf
    photo photos pinterest pocket podcast podcasts policy popular post preferences premium
    press previous print privacy promoted publish read reading recommended reddit register
    registered related replies reply reset rss save scroll search section sections see send
    series settings share shares sharing show sign signed signup site sitemap size skip sort
    special sponsored stories story subscribe subscriber subscribers subscription
    subscriptions switch tags tap teilen telegram terms text the this to today top topic
    topics trending tweet twitter up updates us use version via video videos view viewed
    views visit watch web website whatsapp with write xing you your youtube""".split()
)
# Of these alone no line is made that means something else.
INTERFACE_OPENERS = frozenset(
    """about accept ad add ads advert advertisement advertising all also archive archives back
    bookmark click close comment comments compartir condividi contact continue copy delen
    discover download email expand explore facebook feedback follow font forum gallery home
    instagram install join jump latest leave like link linkedin links listen live load log
    login logout main manage menu more most navigation newsletter newsletters next other
    others partager pdf photos pinterest podcast podcasts popular post previous print
    privacy promoted read recommended reddit register related reply reset rss save scroll
    search see send settings share shares show sign sitemap skip sort sponsored story
    subscribe subscriptions tags tap teilen telegram terms text top topics trending tweet
    twitter updates view views visit watch whatsapp write your youtube""".split()
)
# One of these in such a line makes it the header of a list of other articles.
RELATED_HEADER_WORDS = frozenset(
    """also related more most recommended popular trending latest top""".split()
)
# Pages put through a translator keep the button's own word.
SHARE_WORDS = frozenset(
    """share tweet copy facebook twitter email print whatsapp condividi teilen partager compartir
    delen""".split()
)

# Words too common to say what a text is about.
FUNCTION_WORDS = frozenset(
    """about after also amid and another are because been before being between both could does
    during each even ever every from have having here into just like made make many more most much
    must never only other over said same says should since some still such than that their them
    then there these they this those through under until upon very were what when where which
    while will with would your""".split()
)

# What a site offers, and the verbs and persons it offers it with.
SERVICE_NOUNS = frozenset(
    """access account accounts ad-free adblocker advert advertising adverts alerts app apps article
    articles audio briefing browser comments cookie cookies e-mail email emails inbox
    javascript membership newsletter newsletters notifications offers paywall podcast
    podcasts poll premium privacy reading signing spam subscribe subscriber subscribers
    subscription subscriptions trial updates""".split()
)
SERVICE_VERBS = frozenset(
    """accept activate become buy cancel choose click consider create disable don't donate don’t
    download enable enjoy enter follow get join keep like listen log manage never read
    receive register sign start submit subscribe support switch tap try unlock unsubscribe
    upgrade visit vote want""".split()
)
READER_WORDS = frozenset("please you your you'll you’ll you're you’re you've you’ve".split())
OUTLET_WORDS = frozenset("we our us we'll we’ll we've we’ve".split())
# The words that such an offer is made of.
SITE_WORDS = (
    INTERFACE
    | SERVICE_NOUNS
    | SERVICE_VERBS
    | READER_WORDS
    | OUTLET_WORDS
    | frozenset(
        """access address agree already any anytime are be before being can daily day did do does
        don't don’t element ends experience free from getting had has if improve inbox is it just
        limit limited membership months morning need not only or out per please privacy provide
        reached reader readers service should so some support supporting supports that their them
        thank thanks these they to today unlimited until using value was week weekly what when which
        who will without won't won’t worry would year""".split()
    )
)

# --- Where sentences end -------------------------------------------------------------------

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
