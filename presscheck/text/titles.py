"""Word lists about names: titles, words that stand around titles, suffixes, particles, short first names.

Lists only; what is done with them is in `presscheck.text.people`.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as one string."""
    return frozenset(text.split())


# Titles that can't well be part of a name: everything before and with the last of them is cut off.
TITLES = word_set(
    "chief sens reps govs drs gens presidents messrs secretaries mr mrs ms miss mx dr sir madam madame mme dame lord lady gen general lt lieutenant col colonel maj "
    "capt captain adm admiral sgt sergeant cpl corporal pvt private cmdr commander vadm radm ltg brig "
    "brigadier cdr president vice-president vp minister premier secretary undersecretary senator sen "
    "congressman congresswoman congressmember rep representative gov governor mayor ambassador amb "
    "administrator director chairman chairwoman chairperson chair commissioner attorney prof professor "
    "reverend rev fr spokesman spokeswoman spokesperson ceo cfo coo cto founder co-founder adviser "
    "advisor aide strategist analyst consultant lawyer economist candidate nominee leader whip manager "
    "coordinator correspondent reporter journalist editor columnist author host anchor officer official "
    "sheriff detective superintendent councilman councilwoman councilor assemblyman assemblywoman "
    "lawmaker delegate treasurer comptroller envoy inspector principal pollster pundit businessman "
    "billionaire executive coach activist historian scientist researcher physician surgeon cardinal "
    "archbishop imam rabbi taoiseach mp mep engineer striker goalkeeper midfielder defender winger trustee "
    "constable ombudsman negotiator geologist meteorologist astronaut firefighter paramedic epidemiologist donor"
)

# Also given or family names ("John Major", "Larry King", "James Dean"): titles only at the front.
FRONT_TITLES = word_set(
    "justice judge king queen prince princess pope bishop dean chancellor major speaker marshal "
    "marshall deacon pastor father sister brother baron baroness count duke earl page sultan sheikh "
    "emir ayatollah"
)

# Words that may stand before or inside a title.
MODIFIERS = word_set(
    "us u.s uk u.k un u.n eu american british french german russian ukrainian israeli chinese former "
    "acting deputy assistant associate senior junior principal press state defense defence foreign "
    "finance interior treasury national security white house pentagon air force army navy marine "
    "marines corps coast guard republican democratic democrat democrats gop labour conservative "
    "presidential vice prime house senate supreme court federal secretary-general chief first second "
    "lady then the executive elect president-elect county district city retired brig communications "
    "majority minority campaign party policy special outgoing incoming"
)

HONORIFICS_HE = word_set(
    "mr sir lord king prince pope father brother congressman councilman assemblyman chairman"
)
HONORIFICS_SHE = word_set(
    "mrs ms miss madam madame mme dame lady queen princess sister congresswoman councilwoman assemblywoman chairwoman"
)

SUFFIXES = word_set("jr sr ii iii iv phd md esq")
PARTICLES = word_set(
    "von van der den de da di du del della la le el al bin ibn ben st dos das ter ten zu abu"
)

# What a minister, a secretary, a director or a chief may be over, in small letters before it: "transport minister".
FIELDS = word_set(
    "transport health education energy justice trade agriculture environment labour labor economy economic culture sports "
    "housing fisheries climate science technology investment investments operations operating financial information "
    "marketing risk digital industry tourism immigration migration planning budget tax police intelligence trading "
    "research policy medical legal compliance sustainability product revenue people commercial"
)

# Departments and the like of more than one word, as they stand after "Secretary of".
OFFICES = (
    "homeland security", "health and human services", "housing and urban development", "veterans affairs",
    "foreign affairs", "national intelligence", "central intelligence", "the united states", "the united nations",
    "the treasury", "the interior", "the house", "the senate", "the joint chiefs of staff", "the joint chiefs",
    "the european commission", "the european union", "the federal reserve", "the united kingdom",
    "the air force", "the army", "the navy", "new york", "new jersey", "new hampshire", "new mexico", "new zealand",
    "north carolina", "south carolina", "north dakota", "south dakota", "west virginia", "rhode island",
    "saudi arabia", "south korea", "north korea", "south africa", "staff", "communications", "defense", "state",
)  # fmt: skip

_SHORT = (
    "pat patrick patricia; jen jennifer jenny; joe joseph; bill william will billy; bob robert rob "
    "bobby; tom thomas; jim james jimmy jamie; mike michael mick; dick richard rick rich; ted edward "
    "theodore ed eddie; tony anthony antony; dan daniel danny; dave david; steve steven stephen; chris "
    "christopher christine christina; ben benjamin benny; sam samuel samantha; alex alexander alexandra "
    "alexandria; andy andrew drew; greg gregory; jeff jeffrey geoffrey; ken kenneth; larry lawrence; "
    "matt matthew; nick nicholas nicolas; ron ronald; don donald; ray raymond; tim timothy; walt "
    "walter; liz elizabeth beth betty; kate katherine catherine kathy cathy katie kathleen; maggie "
    "margaret meg peggy; sue susan suzanne; deb deborah debbie; becky rebecca; vicky victoria vicki; "
    "cindy cynthia; mandy amanda; val valerie; barb barbara; chuck charles charlie; hank henry harry; "
    "jack john johnny; jon jonathan; jerry gerald jerome; gene eugene; fred frederick alfred; frank "
    "francis franklin; leo leonard leonardo; lou louis lewis; marty martin; max maxwell maximilian; "
    "nate nathan nathaniel; pete peter; phil philip phillip; stan stanley; vince vincent; zach zachary "
    "zack; abe abraham; al albert alan allen alfred; arnie arnold; bernie bernard; brad bradley; cal "
    "calvin; doug douglas; gabe gabriel; gus august augustus; herb herbert; jake jacob; josh joshua; "
    "lindsay lindsey; mitch mitchell; newt newton; russ russell; sandy sandra alexandra; terry terrence "
    "terence teresa theresa; toni antonia; trish patricia; wes wesley; sergey sergei; vladimir "
    "volodymyr"
)
SHORT_NAMES: tuple[frozenset[str], ...] = tuple(word_set(group) for group in _SHORT.split(";"))
