"""Closed lists of English words that tell what kind of name stands beside them."""


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


COURTESY_TITLES = words(
    """
    mr mrs ms miss mx dr prof sir dame lord lady baroness rev madam madame mme monsieur hon shri
    smt sister brother aunt aunty auntie uncle sheikh sheikha pope rabbi mullah ayatollah
    maulana pastor bishop archbishop cardinal fr king queen prince princess emperor empress
    sultan emir tsar
    """
)
"""Words that stand only before a person's name; the name mentioned does not hold them."""

ROYAL_TITLES = words("king queen prince princess emperor sultan emir sheikh")

OFFICE_TITLES = words(
    """
    brig prophet eng adv witness comrade sp ig president vice-president premier chancellor minister
    secretary sec senator sen sens rep reps congressman congresswoman mp mep governor gov govs mayor
    ambassador envoy commissioner director chairman chairwoman chairperson chair chief ceo cfo cto
    spokesman spokeswoman spokesperson general gen colonel col lt lieutenant major maj captain capt
    sergeant sgt corporal admiral adm marshal commander cmdr brigadier judge justice attorney lawyer
    professor doctor inspector constable superintendent officer detective coach manager striker
    midfielder defender goalkeeper editor author writer journalist reporter correspondent analyst
    economist historian activist actor actress singer leader deputy head founder co-founder
    representative delegate speaker prosecutor principal vice-chancellor rector dean undersecretary
    under-secretary counsel imam mla mec mlc mna dgp lg pm hrh dig asp ruler allies member members
    officials leaders secretaries ministers counsellor councillor councilor counselor nominee
    candidate chief-of-staff scientist researcher engineer architect artist filmmaker
    director-general secretary-general treasurer
    """
)
"""Words for an office or an occupation; capitalised before a name they are a title."""

OFFICE_MODIFIERS = words(
    """
    crown prime deputy vice ex former acting interim assistant associate executive managing general
    foreign defence defense finance health education interior justice home environment trade
    energy transport labour labor agriculture chief senior first second permanent special staff
    marketing public relations operations communications programme program project sales
    advisory joint research technical legal regional campaign news financial affairs secretary
    lieutenant major police press attorney supreme federal national chairman co-chair
    """
)
"""Words that may stand before an office title as part of it."""

ORGANIZATION_HEADS = words(
    """
    academy administration agency alliance army assembly association authority bank board
    brigade bureau cabinet centre center chamber club co coalition college commission committee
    company confederation conference congress consortium convention corporation corp corps
    council court courts department directorate division embassy enterprise enterprises exchange
    federation fellowship firm force forces forum foundation front fund government group guard
    holdings house inc industries initiative inspectorate institute institution institutions
    judiciary laboratories laboratory league legion limited llc llp ltd mission ministry
    movement nations navy network news newspaper observatory office organisation organization
    parliament partners partnership party plc police post press program programme project
    registry regiment secretariat senate service services society staff station studio studios
    syndicate taskforce team tribunal trust union unions university ventures watch workers
    security securities brotherhood communications media times herald tribune gazette journal
    broadcasting radio television tv airlines airways motors pharmaceuticals technologies
    technology systems solutions insurance school prosecutors
    """
)
"""Words that as the last of a name, or before "of" or "for", make it an organization."""

COMPANY_SUFFIXES = words(
    """
    inc ltd llc llp plc corp co gmbh ag sa spa nv bv ab oy oyj pty pte sdn bhd kk srl jsc pjsc
    limited incorporated holdings
    """
)

PLACE_HEADS = words(
    """
    bay beach canyon cape city coast county creek desert district falls fjord fjords forest
    governorate gulf harbour harbor highlands hill hills island islands isle isles lake mount
    mountain mountains municipality ocean oblast peninsula plateau prefecture province region
    republic ridge river sea state states strait straits township territory territories town
    valley village volcano woods kingdom emirate canton parish precinct suburb
    """
)
"""Words that as the last of a name, or the first before "of", make it a place."""

PLACE_PREFIXES = words("lake mount mt cape fort port gulf river isle bay strait")
"""Words that as the first of a name make it a place."""

FACILITY_HEADS = words(
    """
    airport arena avenue barracks base boulevard bridge building canal cathedral cemetery church
    dam gate highway hospital hotel lighthouse mall mausoleum memorial mine monument mosque
    motorway museum palace park plant plaza port pipeline prison railway refinery reservoir road
    square stadium street synagogue temple terminal theatre theater tower tunnel zoo
    """
)
"""Words that as the last of a name make it a facility."""

EVENT_HEADS = words(
    """
    championship championships cup day derby election elections expo festival final finals games
    marathon olympics open pageant prix revolution summit tournament uprising war week
    """
)
"""Words that as the last of a name make it an event."""

WORK_HEADS = words(
    """
    accord act agreement agenda amendment article award awards bill charter code constitution
    convention covenant declaration law manifesto pact plan policy prize protocol report
    resolution scheme strategy treaty vision
    """
)
"""Words that as the last of a name make it a text, a plan or a prize: type other."""

CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan today
    tomorrow yesterday
    """
)

NAME_PARTICLES = words(
    """
    al bin ibn ben bint de del della der den di da das do dos du el la le los las van von y e
    ten ter zu af av abu ould bte binti
    """
)
"""Lower-case words that may stand inside a person's or a place's name."""

BARE_NOUNS = words(
    """
    agency allied amendment annex appendix article articles assembly authority bank board bureau
    cabinet centre center chamber chapter church city clause club college commission committee
    company conference congress constitution corporation council country court department district
    division embassy emirate fund government governor group heads house institute institution
    kingdom leaders league ministry minister mission movement news office organisation organization
    paragraph parliament party police prefecture president press province region republic resolution
    school secretariat section senate service society state summit team territory treasury tribunal
    union university village world covid covid-19 coronavirus internet web god indigenous
    laughter applause crosstalk inaudible cheers islam christianity judaism
    eur usd gbp chf jpy cny rub uah pln inr
    transcript weekly breaking question answer moderator anchor interviewer narrator
    """
)
"""Words that alone, even with a capital, name no one thing."""

PAPERS = words(
    """
    gazette times post herald tribune courier chronicle journal guardian observer telegraph examiner
    inquirer bugle argus ledger sentinel advertiser dispatch mercury
    """
)
"""Words that after an article are the short name of a paper: the Gazette."""

NUMBERED = words(
    """
    act amendment annex appendix article book chapter clause figure grade level part phase
    resolution round rule schedule section stage table tier title type volume
    """
)
"""Words that with a numeral name a part of something: Annex II."""

LEADING_ADJECTIVES = words(
    """
    former ex longtime presumptive neighbouring neighboring embattled disgraced incumbent
    outgoing incoming fellow dear
    """
)
"""Adjectives that open a sentence before a name and are no part of it."""

OWNERS = words(
    """
    people peoples prosecutor prosecutors children women men workers teachers lawyers attorney
    general auditor writers nation nations queen king veterans farmers students consumers
    employers governor president mayor shepherd doctor
    """
)
"""Words whose possessive goes on as a name: "People's Republic", "Prosecutor's Office"."""

CURRENCIES = words("US U.S. Rs R RM A AU C CA HK NT S NZ USD EUR GBP INR Rp N")
"""What stands before an amount of money and is no name there."""

FUNCTION_WORDS = words(
    """
    the a an this that these those i you he she it we they me him us them my your his her its
    our their who whom whose which what when where why how there here and or but nor so yet if
    then than because although though while whereas since until unless before after as at by for
    from in into of off on onto out over to up with within without about above across against
    along among around behind below beneath beside besides between beyond despite down during
    except inside like near outside past through throughout toward towards under underneath upon
    via is are was were be been being am do does did has have had can could may might must shall
    should will would not no yes all any both each either every few many more most much neither
    none one other others several some such another also always never ever even just only still
    already again once now today tomorrow yesterday however meanwhile moreover therefore thus
    indeed instead otherwise earlier later according asked speaking read see click following
    first second third last next two three four five six seven eight nine ten
    """
)
"""Words that begin sentences and are no names, capital or not."""

HEADS = (
    ORGANIZATION_HEADS | COMPANY_SUFFIXES | PLACE_HEADS | FACILITY_HEADS | EVENT_HEADS | WORK_HEADS
)
"""Words that say what kind of thing a name is the name of."""

OF_HEADS = words(
    """
    governorate isthmus corps line grandmothers duchy emirates academy administration agency
    alliance assembly association authority bank bureau center centre chamber church city
    college commission committee confederation conference congress convention cooperation
    council court courts department directorate embassy faculty federation foundation front fund
    government house institute institutes institution kingdom league ministry mission movement
    office organisation organization parliament party republic school secretariat senate society
    state states ministries union university commonwealth gulf bay isle strait cape hospital
    museum mall sultanate emirate mothers friends doctors reporters service programme
    """
)
"""Words that go on with "of" or "for" as one name: Ministry of Health, Republic of Ghana."""

PORTFOLIOS = words(
    """
    democracy dignity ecology physiology freedom peace unity progress reconciliation change
    liberation rights control prevention inclusion transparency integrity elections monitoring
    agro-industry affairs agricultural agriculture air animal arts aviation broadcasting
    business chambers charities civil climate commerce communication communications community
    construction cooperation cooperatives cultural culture customs decision defence defense
    development digital drug economic economy education electoral electricity emergency
    employment energy environment environmental equality ethnic excise exchange extension family
    finance financial fisheries food foreign forestry forests gas gender goods health heritage
    higher highways hajj home housing human immigration industrial industries industry
    information infrastructure innovation insurance integration interior international
    investment irrigation islamic justice labor labour land lands law legal livestock local
    logistics marine maritime media mining minerals national nationalities natural nutrition
    oceans oil parks penal petroleum physical planning ports posts poverty power primary product
    production protection public railways reconstruction reform refugees regional religious
    relief rehabilitation research resources revenue roads rural safety sanitation science
    sciences scientific secondary securities security shipping skills small social solidarity
    special sport sports standards statistics strategic supply internal sustainable tax
    technical technology telecommunication telecommunications tertiary territorial tourism trade
    training transport transportation treasury umrah universities urban utilities veterans
    vocational water waterways welfare wellness wildlife women works youth athletics censuses
    history
    """
)
"""Fields of office: what ministries, departments and committees are for."""

OFFICES_FIELDS = PORTFOLIOS | words(
    """
    coordination promotion study prevention elimination advancement registrar comptroller
    commissioner commissioners prosecutor physicians surgeons engineers journalists bishops
    ministers deputies representatives arts chambers
    """
)
"""What a body is for and who sits in it, which again may go on with "of"."""

COMPOUND_TAILS = words(
    """
    based led backed style born made owned listed run held funded wide bound type like level
    free only area east west north south era plus size class member speaking trained ready
    friendly linked built aged old rich poor day week month year first state party
    """
)
"""What follows a hyphen after a name and is no part of it."""

ROLE_HEADS = words(
    """
    president minister premier chancellor senator governor mayor ambassador chief leader
    chairman chairwoman chairperson secretary secretary-general secretaries-general commissioner
    spokesman spokeswoman spokesperson director ceo king queen prince congressman congresswoman
    nominee head boss prosecutor commander speaker
    """
)
"""Heads of phrases that mean a person by an office."""

HEADING_WORDS = words("chief leader head boss")
"""Words for whoever is at the top, whatever the office is called."""

RANKS = words("vice deputy former acting assistant under ex prime spokesman spokeswoman")
"""Words that make another office of the one they stand before."""

UNSPECIFIC = words(
    """
    next first second third last only best worst most many several two three any every each new
    future potential possible other another own such same great greatest strongest leading top
    former late previous longtime veteran
    """
)
"""Words that keep a phrase from meaning the one who holds the office now."""

ROLE_ORGANIZATIONS = words(
    """
    alliance bloc union commission council committee ministry agency court bank university
    institute foundation federation association party parliament assembly senate club league
    fund organisation organization authority corporation department
    """
)
"""Kinds of organizations that a text calls by their kind alone once it has named one."""

FEMALE_TITLES = words("mrs ms miss dame lady baroness madam madame mme queen princess sister aunt")
MALE_TITLES = words("mr sir lord king prince emperor sultan emir brother uncle monsieur shri")

PORTFOLIO_HOLDERS = words(
    """
    minister ministers secretary undersecretary under-secretary mec commissioner director
    """
)
"""Those whose office goes on with "of" or "for" and its field."""

FOR_HEADS = words(
    """
    academy administration agency alliance association authority board center centre college
    commission committee council department directorate federation foundation front fund
    institute ministry movement network office organisation organization party school society
    university union programme program
    """
)
"""Those heads that also go on with "for": Centre for Policy Studies."""

POSSESSED_HEADS = words("office school college union hospital church cathedral association")
"""Heads that go on after a possessive as one name: Diocesan Boys' School."""

BODIES = words(
    """
    congress parliament senate assembly cabinet duma knesset bundestag politburo treasury
    kremlin pentagon interpol
    """
)
"""Bodies that a country has one of, and calls by a bare name."""

GENERAL_WORDS = (
    ORGANIZATION_HEADS
    | PORTFOLIOS
    | BODIES
    | words(
        """
        and appeal appeals armed attorney central chief constitutional deputies federal for general
        high house joint lower lords main members metropolitan minister ministers of people's
        president presidency presidential prime prosecutor prosecutor's representatives royal state
        supreme the upper
        """
    )
)
"""Words of names that every country has a bearer of: Ministry of Health, Supreme Court."""

STATE_BODIES = BODIES | words(
    """
    ministry department court courts army navy police forces government embassy parliament guard
    judiciary prosecutor prosecutors
    """
)
"""Heads of bodies that belong to a state."""

STATE_WORDS = STATE_BODIES | words(
    """
    national federal supreme high central constitutional state royal presidency presidential
    electoral election
    """
)
"""Words without which a general name says nothing of a state: Roads and Transport Authority."""
