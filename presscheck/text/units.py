"""Units of measure: how they are written, what they measure, and conversion between those that measure the same."""

from __future__ import annotations

import re
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: one of it is `factor` base units of its dimension, plus `offset` (temperatures)."""

    name: str
    dimension: str
    factor: float
    offset: float = 0.0


# name | dimension | factor to the dimension's base | spellings (a final "~" allows a plural s); "!" = exact case
_TABLE = """
percent|share|0.01|%,percent,per cent,pct,per-cent,percents,prozent
percentage point|point share|0.01|percentage point~,percent point~,per cent point~,pp!,pps!,ppt!,pct pt~,pct point~,%-point~,% point~,p.p.,p.p
basis point|point share|0.0001|basis point~,basis-point~,bps,bp
second|time|1|second~,sec,secs
millisecond|time|0.001|millisecond~,ms!,msec
minute|time|60|minute~,min!,mins
hour|time|3600|hour~,hr,hrs
day|time|86400|day~
week|time|604800|week~,wk,wks
fortnight|time|1209600|fortnight~
month|time|2629746|month~
quarter|time|7889238|quarters
year|time|31556952|year~,yr,yrs
decade|time|315569520|decade~
century|time|3155695200|century,centuries
metre|length|1|metre~,meter~,m!
kilometre|length|1000|kilometre~,kilometer~,km,kms,kilometres,klick~
centimetre|length|0.01|centimetre~,centimeter~,cm,cms
millimetre|length|0.001|millimetre~,millimeter~,mm!
micrometre|length|1e-6|micrometre~,micrometer~,micron~,μm!,µm!
nanometre|length|1e-9|nanometre~,nanometer~,nm!
mile|length|1609.344|mile~,mi!
nautical mile|length|1852|nautical mile~,nmi!
yard|length|0.9144|yard~,yd,yds
foot|length|0.3048|foot,feet,ft,ft.!
inch|length|0.0254|inch,inches,in.!
light year|length|9.4607e15|light year~,light-year~
gram|mass|0.001|gram~,gramme~,g!
kilogram|mass|1|kilogram~,kilogramme~,kg,kgs,kilo~
milligram|mass|1e-6|milligram~,mg!
microgram|mass|1e-9|microgram~,mcg!,μg!,µg!
tonne|mass|1000|tonne~,metric ton~,metric tonne~,t!
ton|mass|907.18474|ton~,short ton~
long ton|mass|1016.0469|long ton~
kilotonne|mass|1e6|kilotonne~,kt!
megatonne|mass|1e9|megatonne~,mt!
gigatonne|mass|1e12|gigatonne~,gt!
pound|mass|0.45359237|lb,lbs,lb.!,lbs.!,pound~
ounce|mass|0.028349523|ounce~,oz,oz.!
carat|mass|0.0002|carat~
stone|mass|6.35029318|stone
litre|volume|0.001|litre~,liter~,l!,L!,ltr~
millilitre|volume|1e-6|millilitre~,milliliter~,ml!,mL!,mls!
hectolitre|volume|0.1|hectolitre~,hectoliter~
gallon|volume|0.003785411784|gallon~,gal!,gals!
quart|volume|0.000946352946|quart~
pint|volume|0.000473176473|pint~
fluid ounce|volume|2.95735e-5|fluid ounce~,fl oz
barrel|volume|0.158987295|barrel~,bbl,bbls,boe
barrel per day|flow|0.158987295|bpd,b/d,bbl/d,boepd,boe/d
cubic metre|volume|1|cubic metre~,cubic meter~,m3!,m³!,cu m
cubic foot|volume|0.028316847|cubic foot,cubic feet,cu ft,ft3!
cubic inch|volume|1.6387064e-5|cubic inch,cubic inches
cubic yard|volume|0.764554858|cubic yard~
cubic kilometre|volume|1e9|cubic kilometre~,cubic kilometer~,km3!
cubic mile|volume|4.168181825e9|cubic mile~
cubic centimetre|volume|1e-6|cubic centimetre~,cubic centimeter~,cc
acre-foot|volume|1233.48|acre-foot,acre-feet,acre feet
square metre|area|1|square metre~,square meter~,sq m,sqm,sq. m,m2!,m²!,sq metre~,sq meter~
square kilometre|area|1e6|square kilometre~,square kilometer~,sq km,sqkm,km2!,km²!
square foot|area|0.09290304|square foot,square feet,sq ft,sqft,sq. ft.,sq. ft,sq feet,sq foot,ft2!,ft²!
square inch|area|0.00064516|square inch,square inches,sq in,in2!
square yard|area|0.83612736|square yard~,sq yd
square mile|area|2589988.11|square mile~,sq mi,mi2!
square centimetre|area|0.0001|square centimetre~,square centimeter~,cm2!
hectare|area|10000|hectare~,ha!
acre|area|4046.8564224|acre~
kilometre per hour|speed|0.277777778|kilometre~ an hour
kilometre per hour|speed|0.277777778|km/h,kph,kmh,km/hr,kmph,kilometer~ an hour,kilometre~ per hour,kilometer~ per hour,kilometre~/hour,kilometer~/hour
kilometre per hour|speed|0.277777778|km per hour,km an hour
mile per hour|speed|0.44704|mph,m.p.h.,mile~ per hour,mile~ an hour,miles/hour
metre per second|speed|1|m/s,metre~ per second,meter~ per second,metre~ a second,meter~ a second
foot per second|speed|0.3048|ft/s,feet per second
knot|speed|0.514444|knot~
celsius|temperature|1|°c,C!,degree~ celsius,degree~ centigrade,celsius,deg c,degree~ c,degc,centigrade,º c,° c,degree~-celsius
fahrenheit|temperature|0.555555556:255.372222|°f,F!,degree~ fahrenheit,degree~ farenheit,fahrenheit,farenheit,deg f,degree~ f,degf,º f,° f
kelvin|temperature|1:0|kelvin~
degree|angle|1|degree~,deg,°,º
watt|power|1|watt~,W!
kilowatt|power|1000|kilowatt~,kw
megawatt|power|1e6|megawatt~,mw
gigawatt|power|1e9|gigawatt~,gw
terawatt|power|1e12|terawatt~,tw
horsepower|power|745.699872|horsepower,hp,bhp
kilowatt hour|energy|3.6e6|kilowatt hour~,kilowatt-hour~,kwh
megawatt hour|energy|3.6e9|megawatt hour~,megawatt-hour~,mwh
gigawatt hour|energy|3.6e12|gigawatt hour~,gigawatt-hour~,gwh
terawatt hour|energy|3.6e15|terawatt hour~,terawatt-hour~,twh
joule|energy|1|joule~
megajoule|energy|1e6|megajoule~
gigajoule|energy|1e9|gigajoule~
terajoule|energy|1e12|terajoule~
British thermal unit|energy|1055.06|btu~,british thermal unit~
million British thermal units|energy|1.05506e9|mmbtu~,million british thermal units
calorie|energy|4.184|calorie~,cal!
kilocalorie|energy|4184|kilocalorie~,kcal
megaton|yield|1e6|megaton~
kiloton|yield|1e3|kiloton~
hertz|frequency|1|hertz,hz
kilohertz|frequency|1000|kilohertz,khz
megahertz|frequency|1e6|megahertz,mhz
gigahertz|frequency|1e9|gigahertz,ghz
byte|data|1|byte~
kilobyte|data|1e3|kilobyte~,kb
megabyte|data|1e6|megabyte~,mb
gigabyte|data|1e9|gigabyte~,gb
terabyte|data|1e12|terabyte~,tb
petabyte|data|1e15|petabyte~,pb
megabit per second|data rate|1e6|mbps,mb/s,megabit~ per second
gigabit per second|data rate|1e9|gbps,gb/s,gigabit~ per second
pixel|pixels|1|pixel~,px
megapixel|pixels|1e6|megapixel~,mp!
volt|voltage|1|volt~,V!
kilovolt|voltage|1000|kilovolt~,kv
millivolt|voltage|0.001|millivolt~,mv!
ampere|current|1|amp~,ampere~
milliampere hour|charge|1|mah,milliampere-hour~
ampere hour|charge|1000|ah!,amp-hour~
decibel|sound|1|decibel~,db
pascal|pressure|1|pascal~,pa!
kilopascal|pressure|1e3|kilopascal~,kpa
megapascal|pressure|1e6|megapascal~,mpa
gigapascal|pressure|1e9|gigapascal~,gpa
hectopascal|pressure|100|hectopascal~,hpa
millibar|pressure|100|millibar~,mb!
bar|pressure|1e5|bar
pound per square inch|pressure|6894.757|psi,pound~ per square inch
kilopound per square inch|pressure|6894757|ksi
newton|force|1|newton~
newton metre|torque|1|newton metre~,newton-metre~,newton meter~,nm torque
pound-foot|torque|1.3558|lb-ft,pound-feet,pound-foot,ft-lb
sievert|radiation dose|1|sievert~
millisievert|radiation dose|0.001|millisievert~,mSv!
microsievert|radiation dose|1e-6|microsievert~,µSv!,μSv!
part per million|concentration|1e-6|ppm,part~ per million
part per billion|concentration|1e-9|ppb,part~ per billion
mile per gallon|fuel economy|1|mpg,mile~ per gallon,miles a gallon
point per game|sport|1|ppg,point~ per game,point~ a game
rebound per game|sport|1|rpg,rebound~ per game,rebound~ a game
assist per game|sport|1|apg,assist~ per game,assist~ a game
horse|animals|1|horses
20-foot container|containers|1|teu~,twenty-foot equivalent unit~,20-foot equivalent unit~
"""


def _spellings(spec: str) -> list[str]:
    if "~" not in spec:
        return [spec]
    return [spec.replace("~", ""), spec.replace("~", "s")]


def _load() -> tuple[dict[str, Unit], dict[str, str], dict[str, str]]:
    units: dict[str, Unit] = {}
    folded: dict[str, str] = {}
    exact: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, dimension, factor, spellings = line.split("|")
        size, _, offset = factor.partition(":")
        start = float(offset) if offset else (273.15 if name == "celsius" else 0.0)
        units[name] = Unit(name, dimension, float(size), start)
        for spec in spellings.split(","):
            table = exact if spec.endswith("!") else folded
            for word in _spellings(spec.rstrip("!")):
                table.setdefault(word, name)
                table.setdefault(word.replace("-", " "), name)
    return units, folded, exact


UNITS, _FOLDED, _EXACT = _load()
SCALED = {
    "mcf": (1e3, "cubic foot"), "mmcf": (1e6, "cubic foot"), "bcf": (1e9, "cubic foot"), "tcf": (1e12, "cubic foot"),
    "mcm": (1e6, "cubic metre"), "bcm": (1e9, "cubic metre"), "tcm": (1e12, "cubic metre"),
    "kb/d": (1e3, "barrel per day"), "mb/d": (1e6, "barrel per day"), "mbpd": (1e6, "barrel per day"),
    "mtpa": (1e6, "tonne per year"),
}  # fmt: skip
"""Abbreviations that hold a number: how many of which unit one of them is."""
_FOLDED.update({word: word for word in SCALED})
_PRIMES = {"″": "inch", "′": "foot"}
_FIRST = frozenset(re.split(r"[ /.-]", w)[0] for w in [*_FOLDED, *(w.lower() for w in _EXACT)])
_OPEN = re.compile(r"[\s-]{0,2}(?:[<\[]\s?)?")
_PIECE = re.compile(r"[^\s,;:()\[\]<>\"'!?-]{1,60}")
_FIRST_WORD = re.compile(r"[^\s,;:()\[\]<>\"'!?/.-]{1,60}")
_MOST_WORDS = 4


def read_unit(text: str, folded: str, at: int) -> tuple[str, int] | None:
    """Return the unit of measure that begins at `at` (after a space or hyphen) and where it ends, or None."""
    if text[at : at + 1] in _PRIMES:
        return _PRIMES[text[at]], at + 1
    opened = _OPEN.match(folded, at)
    start = opened.end() if opened else at
    first = _FIRST_WORD.match(folded, start)
    if first is None or first[0] not in _FIRST:
        return None
    for end in reversed(_ends(folded, start)):
        name = _named(text, folded, start, end)
        if name and not (end - start == 1 and folded[start].isalpha() and folded[end : end + 1] == "-"):
            return name, end + (folded[end : end + 1] in ("]", ">") and folded[start - 1] in "[<")
    return None


def _ends(folded: str, start: int) -> list[int]:
    """Return where a unit of one, two, three words might end, a full stop or what follows a stroke left off or not."""
    found: list[int] = []
    place = start
    while len(found) < 3 * _MOST_WORDS and (piece := _PIECE.match(folded, place)):
        bare = piece[0].rstrip(".")
        cut = piece.start() + len(piece[0].partition("/")[0])
        found += sorted({cut, piece.start() + len(bare), piece.end()})
        if folded[piece.end() : piece.end() + 1] not in (" ", "-"):
            break
        place = piece.end() + 1
    return found


def _named(text: str, folded: str, start: int, end: int) -> str | None:
    """Return the unit that these characters spell, those of one or two letters by their case."""
    key = folded[start:end]
    return _EXACT.get(text[start:end]) or _FOLDED.get(key) or _FOLDED.get(key.replace("-", " "))


def dimension(unit: str) -> str | None:
    """Return what the unit measures ("length"), or None for a counted noun; of "x per y" that of x."""
    known = UNITS.get(unit)
    return known.dimension if known else None


def convert(value: float, unit: str, to: str) -> float | None:
    """Return the value in another unit of the same dimension, or None where they measure different things."""
    one, other = UNITS.get(unit), UNITS.get(to)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    return (value * one.factor + one.offset - other.offset) / other.factor
