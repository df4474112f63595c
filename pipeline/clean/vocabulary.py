"""Words by which what a site says of itself is told from what a text says of the world."""

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
    privacy promoted read recommended reddit register related replies reply reset rss save scroll
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

# A label of nothing but these tells with its number of the page...
OWN_FIELDS = frozenset(
    """comments date duration email followers id issue joined likes mobile no page pages posted
    posts published reads ref replies room time tweets updated views vol volume""".split()
)
# ... and with one of these how to reach who wrote it, or how to find it.
CONTACT_FIELDS = frozenset("fax isbn issn phone tel telephone".split())

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
