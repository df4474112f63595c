"""Closed lists of words that stand beside names and tell what is named."""

from pipeline.extract.entities.words import words

SPEECH_VERBS = words(
    """
    said says say told tells added adds asked asks explained explains noted notes warned warns
    stated states wrote writes claimed claims argued argues insisted insists admitted replied
    recalled commented remarked stressed emphasized emphasised declared announced believes
    thinks tweeted continued concluded testified complained revealed confirmed denied urged
    vowed
    """
)
"""Verbs whose subject speaks."""

ADDRESSED = words("told tell tells asked asks")
"""Those of them that are followed by the one spoken to."""

DIRECTIONS = words(
    """
    northern southern eastern western central north south east west northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern upper lower
    neighbouring neighboring nearby mainland downtown rural
    """
)

KIN = words(
    """
    wife husband son daughter brother sister father mother parents family lawyer lawyers widow
    uncle aunt cousin nephew niece career body remarks comments speech predecessor successor
    face hand eyes life death book office arrest resignation trial
    """
)
"""What persons rather than others have."""

MEMBERSHIP = words(
    """
    member members leader leaders head chief chairman chairwoman chair chairperson president
    director founder co-founder ceo executive spokesman spokeswoman spokesperson employee
    employees board subsidiary part ally wing branch owner manager shareholders editor secretary
    general supporters representative representatives
    """
)

ORGANIZATION_KINDS = words(
    """
    company firm group club party agency newspaper daily weekly magazine channel broadcaster
    network website portal platform brand operator supplier developer maker manufacturer retailer
    airline bank insurer giant conglomerate startup start-up charity nonprofit non-profit ngo
    watchdog militia movement union carrier chain utility publisher lender outlet
    """
)
"""What an organization is called right before its name: the newspaper, the carrier."""

CORPORATE = words("shares stock shareholders subsidiary subsidiaries takeover acquisition ipo")
"""What only companies have, or undergo."""

BESIDE_ORGANIZATION = words(
    """
    company firm group club party agency newspaper daily magazine channel broadcaster network
    website portal platform brand operator supplier developer maker manufacturer retailer
    airline bank insurer giant conglomerate startup start-up charity nonprofit non-profit ngo
    watchdog militia movement union coalition faction officials official spokesman spokeswoman
    spokesperson executives employees shares shareholders subsidiary headquarters board members
    member leader leaders lawmakers lawmaker mp mps mla legislators candidate leadership
    ministers delegation report reports statement survey staff workers fighters militants troops
    forces government chief chairman ceo director founder editor analyst analysts players fans
    coach team squad side supporters app users data
    """
)

BESIDE_PLACE = words(
    """
    city town village district province region county state island islands area capital
    municipality prefecture governorate suburb neighbourhood neighborhood borough territory
    valley coast border river lake peninsula subdivision upazila tehsil mandal commune
    department country nation outskirts streets residents republic kingdom countries cities
    towns villages provinces regions districts community southeast northeast
    """
)

BESIDE_FACILITY = words(
    """
    airport street road highway bridge station port prison jail hospital stadium camp square
    mosque church temple cathedral palace hotel mall museum park building tower dam plant mine
    base field cemetery school court university college
    """
)

BESIDE_PERSON = words(
    """
    mr mrs ms dr president minister chairman lawyer actor singer author historian economist
    husband wife son daughter brother sister father mother man woman boy girl teenager student
    activist scientist professor leader analyst farmer teacher artist writer director journalist
    spokesman spokeswoman founder named called administration supporters family judge officer
    former late young veteran resident himself herself aged
    accountant adviser advisor architect attorney banker barrister biologist builder butcher carer
    chef clerk colleague composer consultant counsel cyclist dancer dentist designer doctor driver
    electrician engineer fisherman footballer friend gardener geologist graduate grandfather
    grandmother guitarist hairdresser headteacher housewife imam inspector investigator landlord
    lecturer librarian mechanic midwife musician neighbour neighbor novelist nurse painter parent
    passenger pensioner photographer physicist physician pilot plumber poet priest producer
    prosecutor psychologist rapper refugee researcher retiree sailor salesman scholar seamstress
    secretary shopkeeper skipper sociologist soldier solicitor statistician surgeon survivor suspect
    tailor teammate therapist trader translator veterinarian victim villager volunteer waiter
    witness worker
    """
)

BESIDE_GROUP = words(
    """
    people peoples tribe tribes community communities ethnic indigenous minority minorities
    language culture speakers speaking traditions clan caste descent origin nationals citizens
    population refugees immigrants migrants men women families leaders tradition heritage
    muslims christians believers chiefs elders voters government
    """
)

BESIDE_OTHER = words(
    """
    virus disease vaccine vaccines variant test tests outbreak infection award prize law act
    bill treaty agreement accord deal programme program project plan scheme initiative strategy
    festival cup championship tournament season series film movie novel book song album war
    revolution operation mission style plant species word term language pilgrimage storm
    hurricane typhoon cyclone rifle missile missiles drone drones aircraft phone device vehicle
    submarine cable game ritual prayer currency dollar dollars loan loans
    """
)
