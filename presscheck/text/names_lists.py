"""What is known of names beforehand: countries, places, organisations, common words. Read from files when first used."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from presscheck.text.words import STOPWORDS, lemma


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


ORGANISATION_NOUNS = words(
    """Department Ministry Agency Administration Authority Commission Committee Subcommittee Council Corporation
    Company Inc. Inc Corp. Corp Co. Ltd. Ltd LLC LLP PLC Plc Group Holdings Bank University College School Institute
    Institutes Institution Academy Association Society Union Federation League Party Movement Brigade Brigades
    Battalion Division Army Navy Force Forces Guard Guards Corps Marines Police Court Courts Parliament Congress
    Senate Assembly Cabinet Organization Organisation Foundation Fund Trust Center Centre Centers Office Bureau Board
    Service Services Club FC Network News Times Post Journal Tribune Herald Gazette Telegraph Press Magazine Airlines
    Airways Motors Records Studios Hospital Clinic Church Alliance Coalition Command Fleet Treasury Secretariat Embassy
    Consulate Task Team Unit Museum Library Theatre Orchestra Caucus Conference Chamber Exchange Partners Capital
    Industries Systems Technologies Laboratories Labs Pharmaceuticals Entertainment Pictures Media Broadcasting
    Television Radio House Ministers Knesset Duma Bundestag Tribunal"""
)
PLACE_NOUNS = words(
    """River Lake County Province Street Avenue Road Island Islands Mountains Mountain Region District Oblast Airport
    Bay Sea Ocean Strait Valley Square Park Beach Peninsula Desert Canyon Forest Hills Heights Harbor Harbour Bridge
    Highway Boulevard Palace Castle Prison Base Coast Village Township Territory Territories Gulf Channel Canal Falls
    Plateau Strip Stadium Arena Lane Border Crossing Creek Springs Garden Gardens Plaza Tower Towers Hotel Mall
    Republic Kingdom"""
)
PLACE_HEADS = words(
    "Lake Mount Mt. Cape Fort Ft. Port Strait Gulf Isle Republic Kingdom City State Province Bay Camp Town"
)
# "Department of …", "Center for …": these take what follows "of", "for", "on".
HEADS_WITH_OF = words(
    """Department Departments Ministry Bank University College School Institute Institutes Institution Academy
    Association Society Union Federation League House Houses Court Board Bureau Office Council Committee Subcommittee
    Commission Center Centre Centers Church Chamber Organization Organisation Secretary Secretaries Undersecretary
    Minister Chief Chiefs Director Chairman Chairwoman Chair President Speaker Strait Gulf Isle Republic Kingdom City
    State Province Bay Bishop Archbishop Duke Duchess Prince Princess King Queen Knights Daughters Sons Statue Museum
    Library Tower Battle Treaty Declaration Bill Coordinator Administrator Commissioner Assistant Deputy Director-General
    Representative Representatives Ambassador Agency Fund Force Forces Party Partnership Campaign Attorney Order Medal
    Conference Congress Coalition Alliance Front Movement Tribunal Authority Task District Dean Horn Sea Cape Port"""
)
HEADS_WITH_FOR = words(
    """Democracy Americans Citizens Doctors Physicians Lawyers Moms Mothers Parents Veterans Students Voters Workers Women
    Families Teachers Farmers Scientists Republicans Democrats Conservatives Priorities Justice Alliance"""
)
"""What unions of people and causes are named with, before "for": "Doctors for Health"."""
MORE_TITLES = words(
    """counsel prosecutor barrister solicitor judge magistrate czar trustee provost ombudsman nominee constable pc
    striker midfielder defender goalkeeper captain quarterback singer actor actress comedian director-general
    undersecretary-general secretary-general attaché counselor counsellor detective-sergeant"""
)
# Surnames that are ordinary words too: at the head of a sentence names if a verb follows.
WORDY_SURNAMES = words(
    """Trump Bush Brown Rice Young King Cook Gates Jobs Marsh Rose Price Reed Rich Short Small Stone Strong Swift Sharp
    Wolf Wood Woods Black White Green Gray Grey Field Fields Banks Bishop Blunt Burns Carter Case Church Cotton Cross
    Cruise Day Dean Fisher Flake Foster Fox Franks Frost Glass Grant Graves Gross Hall Hand Hill Holder Hood Hunt Hunter
    Judge Knight Lamb Lane Law Love Major Marsh Mason Miller Moon Moody North Page Parker Porter Potter Power Powers
    Rock Root Rove Shaw Shepherd Singer Snow Sparks Spicer Starr Steel Steele Summers Tester Turner Walker Wall Ward
    Waters Weiner West Winter Winters Cook Berry Bell Best Bird Blair Bloom Bond Booker Brooks Butler Chase Cooper Cole
    Crow Dawes Drew Early Fish Flowers Flynn Forest Gamble Garland Gay Golden Goss Hale Hawk Hawkins Head Heath Hogan
    Holt House Ivey Joy Kemp Key Lake Leach Little Long Low Lynch March Marks Mays Mercer Moss Nelson New Nix Noble Nunn
    Otter Paul Paxton Payne Peace Pope Poe Purdue Ray Ridge Rivers Rush Sage Sanders Shell Silver Skinner Spears Street
    Sessions Sutton Temple Tower Tucker Weaver Webb Wells Wheeler Wilder Wise Wray"""
)
HONORIFICS = words("mr mrs ms miss mx dr sir gen lt col maj capt adm sgt cmdr sen rep gov prof")
# Titles that may stand before an ordinary word as a name ("President Bush"), unlike "Executive Order".
STRONG_TITLES = words(
    """mr mrs ms miss mx dr sir lord lady dame gen general lt lieutenant col colonel maj capt captain adm admiral sgt
    sergeant cmdr president senator sen secretary governor gov congressman congresswoman rep representative judge
    justice speaker mayor premier chancellor minister ambassador king queen prince princess pope professor prof
    administrator director chairman chairwoman commissioner leader whip sheriff superintendent detective"""
)
# Words that begin with a capital for another reason than being a name.
CALENDAR = words(
    """January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs
    Fri Sat Sun Christmas Easter Ramadan Thanksgiving Halloween Passover Hanukkah Eid EST EDT ET CST CDT PST PDT GMT UTC
    BST AM PM A.M. P.M. a.m. p.m. AD BC"""
)
NOT_NAMES = words(
    """I I'm I've I'll I'd OK Okay CEO CFO COO TV DNA GDP VAT HIV AIDS COVID COVID-19 Covid Covid-19 USD PDF FAQ Q A PR
    IT AI ID IQ DVD CD PC UFO GPS SUV HR MD PhD Ph.D. M.D. II III IV VI VII VIII IX XI XII God Lord Internet Web Earth English PM MP MPs VP Mom Dad Sir Madam Ma'am X-ray WMD NGO NGOs PPE ICBM LGBTQ LGBT
    LGBTQ+ DACA POW RSVP VIP ET QC KC MBE OBE CBE Bible Koran Quran Fahrenheit Celsius"""
)
# Adherents and the like: named like peoples.
GROUPS = words(
    """Muslim Muslims Christian Christians Jewish Jew Jews Catholic Catholics Protestant Protestants Sunni Sunnis Shiite
    Shiites Shia Hindu Hindus Buddhist Buddhists Sikh Sikhs Mormon Mormons Arab Arabs Islamic Islamist Islamists Islam
    Christianity Judaism Hispanic Hispanics Latino Latinos Latina Latinas Roma Uyghur Uyghurs Uighur Uighurs Rohingya
    Yazidi Yazidis Druze Alawite Alawites Orthodox Western Communist Communists Nazi Nazis Zionist Marxist"""
)


class Country(NamedTuple):
    """A country: its name, its other names, the adjectives and people's names, its seat of government."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


def _lines(name: str) -> list[str]:
    text = files("presscheck.text").joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def countries() -> tuple[Country, ...]:
    """All countries, and some larger and smaller regions with a people's name of their own."""
    found = []
    for line in _lines("countries.tsv"):
        name, *fields = line.split("\t")
        fields += [""] * (3 - len(fields))
        found.append(Country(name, *(tuple(filter(None, f.split(";"))) for f in fields[:3])))
    return tuple(found)


@cache
def country_names() -> dict[str, str]:
    """Country names and their other forms ("U.S.", "Britain"), each with the country's main name."""
    return {form: c.name for c in countries() for form in (c.name, *c.aliases)}


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and people's names ("North Korean", "Danes"), each with its country."""
    return {form: c.name for c in countries() for form in c.demonyms}


@cache
def capitals() -> dict[str, str]:
    """Seats of government, each with its country."""
    return {form: c.name for c in countries() for form in c.capitals}


@cache
def places() -> frozenset[str]:
    """States, provinces, cities, waters and regions, seats of government among them."""
    listed = {name for line in _lines("places.txt") for name in line.split(";") if name}
    return frozenset(listed | set(capitals()) - {"Kremlin", "Downing Street"})


@cache
def states() -> frozenset[str]:
    """States and provinces: larger than a town, smaller than a country."""
    return frozenset(name for line in _lines("places.txt")[:2] for name in line.split(";") if name)


@cache
def organisations() -> dict[str, str]:
    """Well-known organisations and their other forms, each with the main name."""
    rows = [line.split("\t") for line in _lines("organisations.tsv")]
    return {form: row[0] for row in rows for form in row} | {
        "Kremlin": "Kremlin",
        "Downing Street": "Downing Street",
    }


@cache
def gazetteer() -> frozenset[str]:
    """All names known beforehand."""
    return frozenset(country_names()) | frozenset(demonyms()) | places() | frozenset(organisations()) | GROUPS


@cache
def known_sizes() -> dict[str, tuple[int, ...]]:
    """How many words the known names have that begin with a word, most first."""
    sizes: dict[str, set[int]] = {}
    for name in gazetteer():
        first, *rest = name.split()
        sizes.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


@cache
def openings_with_and() -> frozenset[str]:
    """How known names with "and" begin, up to the word after it: "Trinidad and Tobago", "Food and Drug"."""
    found = set()
    for name in gazetteer():
        head, joined, tail = name.partition(" and ")
        if joined:
            found.add(f"{head} and {tail.split()[0]}")
    return frozenset(found)


@cache
def in_capitals() -> dict[str, str]:
    """Known names of four letters and more as they stand in a line of capitals, each with its usual form."""
    return {
        name.upper(): name
        for name in sorted(gazetteer(), reverse=True)
        if len(name) > 3 and not name.isupper()
    }


@cache
def known_in_small_letters() -> frozenset[str]:
    """Known names in lower case, those left out that are ordinary words then."""
    return frozenset(name.lower() for name in gazetteer() if not is_common(name))


@cache
def _common() -> frozenset[str]:
    return frozenset(" ".join(_lines("common.txt")).split())


_PREFIXES = words("co re pre non anti ex mid pro sub un multi bi vice counter semi self")


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Tell whether a word is an ordinary English word, whatever its case."""
    low = word.lower()
    if "-" in low:
        return all(is_common(part) or part in _PREFIXES for part in low.split("-"))
    return low in STOPWORDS or low in _common() or lemma(low) in _common()
