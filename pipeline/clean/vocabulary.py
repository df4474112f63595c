"""Words that websites say about themselves rather than about the world."""

# A short line made of nothing but these is a button, a menu entry or a list's header.
INTERFACE = frozenset(
    """a about accept account ad add advert advertisement advertising ads agree all alert alerts
    also and app apps archive archives article articles at author authors back bookmark by cancel
    click close comment comments contact content continue cookie cookies copy dark discover
    discussion download edition editions email enter events expand explore facebook feed feedback
    flipboard follow font for forum from full gallery galleries get give go have help here hide
    home homepage in install instagram join jump languages latest leave like link linkedin links
    list listen live load log login logout mail main manage menu messenger mode more most my
    navigation new newest news newsletter newsletters next no now of oldest on open options or
    other others our page pages partner partners pdf photo photos pinterest pocket podcast
    podcasts policy popular post preferences premium press previous print privacy promoted
    publish read reading recommended reddit register registered related release releases replies
    reply report reset results rss save search section sections see send series settings share
    shares sharing show sign signed signup site sitemap size skip sort special sponsored stories
    story subscribe subscriber subscribers subscription subscriptions support switch tags tap
    telegram terms text the this to today top topic topics trending tweet twitter updates up us
    use version via video videos view viewed views visit watch web website whatsapp with write
    xing you your youtube min mins minute minutes read""".split()
)
# Of these alone no line is made that means something else.
INTERFACE_OPENERS = frozenset(
    """accept add ad ads advert advertisement advertising all also archive archives back bookmark
    click close comment comments contact continue copy discover download email expand explore
    facebook feedback follow font forum gallery home instagram install join jump latest leave
    like link links linkedin listen live load log login logout main manage menu more most
    navigation newsletter newsletters next other others pdf photos pinterest podcast podcasts
    popular post previous print privacy promoted read recommended reddit register related reply
    reset rss save search see send settings share shares show sign sitemap skip sort sponsored
    subscribe subscriptions tags tap telegram terms topics top trending tweet twitter updates
    view views visit watch whatsapp write youtube your""".split()
)
# Headers of lists of other articles: what follows them belongs to them.
RELATED_HEADER_WORDS = frozenset(
    """also related more recommended popular trending next other others latest top""".split()
)
FUNCTION_WORDS = frozenset(
    """about after also amid and another are because been before being between both could does
    during each even ever every from have having here into just like made make many more most much
    must never only other over said same says should since some still such than that their them
    then there these they this those through under until upon very were what when where which
    while will with would your""".split()
)

SERVICE_NOUNS = frozenset(
    """account accounts ad-free adblocker advertising alerts app apps briefing browser comments
    cookies cookie email e-mail emails inbox javascript membership newsletter newsletters
    notifications offers paywall podcast premium privacy spam subscriber subscribers subscription
    subscriptions trial updates advert adverts""".split()
)
SERVICE_VERBS = frozenset(
    """accept activate become buy cancel choose click consider create disable donate download
    don't don’t enable enjoy enter follow get join keep like log manage never please read receive
    register sign start submit subscribe support switch tap try unlock unsubscribe upgrade
    visit want""".split()
)
READER_WORDS = frozenset("you your you'll you’ll you're you’re you've you’ve".split())
OUTLET_WORDS = frozenset("we our us we'll we’ll we've we’ve".split())
