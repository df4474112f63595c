"""Words by which newspapers, agencies and broadcasters are known."""

# Names that no word in them gives away.
OUTLETS = frozenset(
    """ap afp dpa efe ansa tass apa pti ani aap upi mti pap agi stt ntb tt bbc cnn abc nbc cbs npr
    pbs msnbc cnbc itv itn sky rte rté rfi rfe/rl rferl voa dw nrc yle nrk svt rai rtve orf zdf ard
    taz faz wsj nyt ft scmp ndtv cbc ctv ukrinform unian suspilne hromadske meduza kommersant
    vedomosti izvestia interfax sputnik rt xinhua cgtn kyodo yonhap antara bernama anadolu ahval
    reuters bloomberg politico axios propublica euronews euractiv euobserver swissinfo vox slate
    salon quartz forbes fortune newsweek time wired mashable buzzfeed huffpost breitbart
    jacobin semafor puck variety billboard nature science spiegel stern focus bild zeit welt
    handelsblatt libération liberation mediapart médiapart repubblica stampa
    sole24ore avvenire unità abc.es país pais mundo vanguardia público publico expresso
    observador folha estadão estadao globo clarín clarin nación nacion reforma haaretz ynet maariv
    arabiya ahram jazeera asharq hürriyet hurriyet milliyet sabah cumhuriyet dawn tempo kompas
    asahi mainichi yomiuri nikkei sankei chosun hankyoreh rappler inquirer malaysiakini
    gizmodo engadget techcrunch cnet zdnet verge intercept skift aftenposten politiken berlingske
    børsen verdens dagens hufvudstadsbladet postimees delfi lrt lsm onet wp.pl tvn interia index
    telex hvg portfolio digi24 hotnews g4media ekathimerini kathimerini tovima danas politika b92
    n1 oslobodjenje oslobođenje""".split()
)
# Names of more than one word, none of which is a word of the list below.
LONG_OUTLETS = frozenset(
    """al jazeera
    al arabiya
    al ahram
    ars technica
    business insider
    deutsche welle
    el país
    el pais
    el mundo
    foreign affairs
    foreign policy
    france 24
    france info
    il sole 24 ore
    kyiv independent
    la croix
    la nación
    la repubblica
    la stampa
    la vanguardia
    la libre
    le soir
    new statesman
    ria novosti
    the age
    the atlantic
    the conversation
    the economist
    the hill
    the hindu
    the independent
    the intercept
    the nation
    the national
    the new yorker
    the scotsman
    the spectator
    the star
    the sun
    the verge
    the week
    the world""".replace("    ", "").splitlines()
)
# Words that stand in the names of outlets, and seldom in other names at the end of a heading.
OUTLET_WORDS = frozenset(
    """abend advertiser agence agencia agency agenzia agentur anzeiger argus associated beacon blade
    blatt bild broadcasting broadcaster bugle bulletin cable channel chronicle
    corriere correo courant courier courrier daily dagblad dagbladet diario digest dispatch echo
    examiner express figaro gazeta gazette giornale globe guardian herald huffington independent
    inquirer insider intelligencer journal jornal krant kurier ledger libre mail magazine
    media mercury messenger mirror monde monitor morgen morgenpost nachrichten network
    newspaper news newsroom newswire newsweek noticias notizie nouvelles observer observateur
    online packet periódico periodico poste post posten presse press progress quotidien
    quotidiano radio record register reporter review rundschau sentinel standard standaard star
    statesman tageblatt tageszeitung tagblatt telegraaf telegraph television times today tribune
    tribuna tribüne tv weekly wire zeitung""".split()
)
# Ends of words that only a paper's name has: "Avondpost", "Abendzeitung".
OUTLET_ENDINGS = ("zeitung", "bladet", "dagblad", "blatt", "tidende", "tidning", "avisen")
# Endings that a name may share with other words: they count after a capital alone.
CAPITAL_ENDINGS = ("post", "posten", "news", "presse", "wire")

# Verbs by which a paper says what it tells, as far as their forms have in common.
TELLING_STEMS = tuple(
    """write report say said wrote lead led carry carri note quote headline focus feature splash run
    ask warn describe claim reveal argue comment point publish print tell cite recall believe call
    see examine analyse analyze""".split()
)

# Words of headings that part a digest by topic.
SECTIONS = frozenset(
    """abroad affairs agriculture analysis and arts breaking business climate comment crime culture
    defence defense domestic economics economic economy editorial editorials education energy
    entertainment environment europe features finance foreign general health home in inland
    international justice law life lifestyle local market markets media national news of on
    opinion other people policy political politics press regional regions research review science
    security social society sport sports summary technology the top trade transport travel
    weather week world""".split()
)

# The last part of a host's name where no country's two letters stand.
DOMAINS = frozenset(
    "com org net info int gov edu news media press online tv radio live world today mil biz".split()
)
