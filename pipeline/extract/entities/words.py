"""Closed lists of English words that tell what kind of name stands beside them."""


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


COURTESY_TITLES = words(
    """mr mrs ms miss mx dr prof sir dame lord lady baroness rev madam madame mme monsieur hon
    sri shri smt sheikh sheikha imam pope rabbi mullah ayatollah maulana pastor bishop archbishop
    cardinal fr king queen prince princess emperor empress sultan emir tsar"""
)
"""Words that stand only before a person's name; the name mentioned does not hold them."""

OFFICE_TITLES = words(
    """president vice-president premier chancellor minister secretary senator sen rep congressman
    congresswoman mp mep governor gov mayor ambassador envoy commissioner director chairman
    chairwoman chairperson chair chief ceo cfo cto spokesman spokeswoman spokesperson general gen
    colonel col lt lieutenant major maj captain capt sergeant sgt corporal admiral adm marshal
    commander cmdr brigadier judge justice attorney lawyer professor doctor inspector constable
    superintendent officer detective coach manager striker midfielder defender goalkeeper captain
    editor author writer journalist reporter correspondent analyst economist historian activist
    actor actress singer leader deputy head founder co-founder representative delegate speaker
    prosecutor principal vice-chancellor rector dean undersecretary under-secretary counsel
    counsellor councillor counselor member nominee candidate chief-of-staff economist scientist
    researcher engineer architect artist filmmaker director-general secretary-general treasurer"""
)
"""Words for an office or an occupation; capitalised before a name they are a title."""

OFFICE_MODIFIERS = words(
    """prime deputy vice former acting interim assistant associate executive managing general
    foreign defence defense finance health education interior justice home environment trade
    energy transport labour labor agriculture chief senior first second permanent special staff
    lieutenant major police press attorney supreme federal national chairman co-chair chief"""
)
"""Words that may stand before an office title as part of it."""

ORGANIZATION_HEADS = words(
    """academy administration agency alliance army assembly association authority bank board
    brigade bureau cabinet centre center chamber club co coalition college commission committee
    company confederation conference congress consortium convention corporation corp corps council
    court courts department directorate division embassy enterprise enterprises exchange
    federation fellowship firm force forces forum foundation front fund government group guard
    holdings house inc industries initiative inspectorate institute institution institutions
    judiciary laboratories laboratory league legion limited llc llp ltd mission ministry movement
    nations navy network news newspaper observatory office organisation organization parliament
    partners partnership party plc police post press program programme project registry regiment
    secretariat senate service services society staff station studio studios syndicate taskforce
    team tribunal trust union unions university ventures watch workers security securities
    communications media times herald tribune gazette journal broadcasting radio television tv
    airlines airways motors pharmaceuticals technologies technology systems solutions
    insurance hospital school prosecutors"""
)
"""Words that as the last of a name, or before "of" or "for", make it an organization."""

COMPANY_SUFFIXES = words(
    """inc ltd llc llp plc corp co gmbh ag sa spa nv bv ab oy oyj pty pte sdn bhd kk srl jsc pjsc
    limited incorporated holdings"""
)

PLACE_HEADS = words(
    """bay beach canyon cape city coast county creek desert district falls fjord fjords forest
    governorate gulf harbour harbor highlands hill hills island islands isle isles lake mount
    mountain mountains municipality ocean oblast peninsula plateau prefecture province region
    republic ridge river sea state states strait straits township territory territories town
    valley village volcano woods kingdom emirate canton parish precinct suburb"""
)
"""Words that as the last of a name, or the first before "of", make it a place."""

PLACE_PREFIXES = words("lake mount mt cape fort port gulf river isle bay strait")
"""Words that as the first of a name make it a place."""

FACILITY_HEADS = words(
    """airport arena avenue barracks base boulevard bridge building canal cathedral cemetery
    church dam gate highway hotel lighthouse mall mausoleum memorial mine monument mosque
    motorway museum palace park plant plaza port pipeline prison railway refinery reservoir road
    square stadium street synagogue temple terminal theatre theater tower tunnel zoo"""
)
"""Words that as the last of a name make it a facility."""

EVENT_HEADS = words(
    """championship championships cup day derby election elections expo festival final finals
    games marathon olympics open pageant prix revolution summit tournament uprising war week"""
)
"""Words that as the last of a name make it an event."""

WORK_HEADS = words(
    """accord act agreement agenda amendment article award awards bill charter code constitution
    convention covenant declaration law manifesto pact plan policy prize protocol report
    resolution scheme strategy treaty vision"""
)
"""Words that as the last of a name make it a text, a plan or a prize: type other."""

CALENDAR = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan today tomorrow
    yesterday"""
)

NAME_PARTICLES = words(
    """al bin ibn ben bint de del della der den di da das do dos du el la le los las van von y e
    ten ter zu af av abu ould bte binti"""
)
"""Lower-case words that may stand inside a person's or a place's name."""

BARE_NOUNS = words(
    """agency assembly authority bank board bureau cabinet centre center chamber church city club
    college commission committee company conference congress constitution corporation council
    country court department district division embassy emirate fund government governor group
    house institute institution kingdom league ministry minister mission movement office
    organisation organization parliament party police prefecture president province region
    republic school secretariat senate service society state team territory treasury tribunal
    union university village covid covid-19 coronavirus internet web god indigenous"""
)
"""Words that alone, even with a capital, name no one thing."""
