"""Whether two names are one name spelt in two ways, and whether both ways are in lawful use."""

from __future__ import annotations

import re
from functools import lru_cache

from presscheck.text.names_lists import gazetteer, is_common
from presscheck.text.names_runs import FIRST
from presscheck.text.words import unaccented

# Names written in several ways in English papers: one group a line.
_GROUPS = """mohammed muhammad mohamed mohammad muhammed mohamad
hussein husayn hussain husain hossein
yusuf yousef youssef yousuf yosef
ahmed ahmad
osama usama
qaeda qaida
hezbollah hizbollah hizballah hizbullah hezballah
kiev kyiv
odessa odesa
kharkov kharkiv
lvov lviv
zaporizhia zaporizhzhia zaporozhye
dnepr dnipro dnieper
peking beijing
turkey turkiye
gaddafi qaddafi gadhafi kadafi qadhafi gadafi
khashoggi kashoggi
abdel abdul abd
sheikh shaikh sheik shaykh
yemeni yamani
vladimir volodymyr wladimir
alexander aleksandr oleksandr alexandr aleksander
sergei sergey serhiy serhii
dmitry dmitri dmytro dimitri
andrei andrey andriy andrii
alexei aleksei alexey oleksiy oleksii
yevgeny evgeny yevgeni evgeni yevhen yevgeniy
mikhail mykhailo mykhaylo
nikolai nikolay mykola
yulia julia yuliya
ludmila lyudmila liudmila liudmyla
yelena elena olena
tatiana tatyana tetiana tetyana
natalia natalya nataliya
yekaterina ekaterina kateryna
pyotr petr petro
giorgos yorgos georgios yiorgos
yannis giannis ioannis
fyodor fedor fedir
yuri yury yuriy yurii
viktor victor
netanyahu netanyahou
benjamin binyamin
defense defence
center centre
adviser advisor
advisers advisors
labor labour
organization organisation
harbor harbour
theater theatre
programme program
tsar czar
koran quran
moslem muslim
shia shiite shi'ite shi'a
rumania romania roumania
teheran tehran
bombay mumbai
calcutta kolkata
bangalore bengaluru
saint st
mount mt
fort ft
doctor dr
junior jr
senior sr"""

VARIANTS = {word: line.split()[0] for line in _GROUPS.splitlines() for word in line.split()}
_ENDINGS = (
    (re.compile(r"sk(?:yy|iy|yi|ii|yj|ij|y)$"), "sky"),
    (re.compile(r"(?<=[^aeiou])(?:iy|yy|ii)$"), "y"),
    (re.compile(r"v(?:yc|ic|ich|ych)$"), "vich"),
    (re.compile(r"(?:off|ov)$"), "ov"),
    (re.compile(r"(?:yev|iev|eyev|eev)$"), "ev"),
)
_DOUBLED = str.maketrans({"å": "aa", "ø": "oe", "ö": "oe", "ä": "ae", "ü": "ue"})
_INNER = (
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"q"), "k"),
    (re.compile(r"kh"), "k"),
    (re.compile(r"y$"), "i"),
)
_ENDING = re.compile(r"(?:i?a|e)?(?:ns?|s|rs?)?$")
_VOWELS = "aeiouy"
_NAMES_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """Return a word in lower case without accents, apostrophes or an Arabic article."""
    bare = "".join(c for c in unaccented(word) if c.isalpha() or c == "-")
    return bare.removeprefix("al-").removeprefix("el-").replace("-", "")


@lru_cache(maxsize=16384)
def usual(word: str) -> str:
    """Return one form for all ways in which a foreign name is put into Latin letters."""
    form = plain(word)
    if form in VARIANTS:
        return VARIANTS[form]
    for ending, one in _ENDINGS:
        form = ending.sub(one, form)
    return VARIANTS.get(form, form)


def name_words(name: str) -> list[str]:
    """Return the words of a name, without its dots and commas."""
    return _NAMES_WORD.findall(name)


@lru_cache(maxsize=16384)
def is_variant(a: str, b: str) -> bool:
    """Tell whether two names differ only in how they are put into Latin letters, in accents, hyphens or case."""
    x, y = [usual(w) for w in name_words(a)], [usual(w) for w in name_words(b)]
    if x == y or "".join(x) == "".join(y):
        return True
    if _doubled(a) == _doubled(b):
        return True
    return "-" in a + b and [_inner(w) for w in x] == [_inner(w) for w in y]


@lru_cache(maxsize=16384)
def _doubled(name: str) -> str:
    """Return a name with "Århus" as "aarhus", "Müller" as "mueller"."""
    return "".join(plain(w) for w in name_words(name.lower().translate(_DOUBLED)))


def _inner(word: str) -> str:
    for letters, one in _INNER:
        word = letters.sub(one, word)
    return word


def is_misspelt(wrong: str, right: str) -> bool:
    """Tell whether one name can be a slip for the other: exactly one word differs, and by a letter or two.

    Two different first names in use ("Jon", "John") are two people; so are two listed places ("Iran", "Iraq").
    """
    a, b = name_words(wrong), name_words(right)
    if len(a) != len(b):
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if plain(x) != plain(y)]
    # A listed name of several words is no person's: "Caroline" in "South Caroline" is nobody.
    listed = " " in right and right in gazetteer()
    return len(differing) == 1 and near(*differing[0], first_names=not listed)


def near(wrong: str, right: str, *, first_names: bool = True) -> bool:
    """Tell whether a word is another with a slip of the pen, and not a name or word of its own."""
    x, y = plain(wrong), plain(right)
    if not x or not y or is_variant(wrong, right) or _own_word(wrong, x, y, first_names=first_names):
        return False
    return slip(x, y)


def slip(x: str, y: str) -> bool:
    """Tell whether two words are a letter apart, long ones two; the first letter counts more than others."""
    from rapidfuzz.distance import OSA

    shorter = min(len(x), len(y))
    allowed = 0 if shorter < 4 else 1 if shorter < 7 else 2
    distance = OSA.distance(x, y, score_cutoff=allowed)
    if distance > allowed:
        return False
    return x[0] == y[0] or (distance == 1 and (shorter > 5 or x[0] == y[1:2] or y[0] == x[1:2]))


def written_otherwise(a: str, b: str) -> bool:
    """Tell whether two first names begin alike and neither is short for the other: "Steven", "Stephen"."""
    return a[:3] == b[:3] and not a.startswith(b) and not b.startswith(a)


def may_be_short_for(short: str, long: str) -> bool:
    """Tell whether a first name may be short for another that no list has: "Al" for "Aelred", "Alex" for "Aleksandra"."""
    letters = iter(long)
    return short[:3] == long[:3] or (short[:1] == long[:1] and all(c in letters for c in short))


def _own_word(word: str, x: str, y: str, *, first_names: bool) -> bool:
    """Whether the word is a name of its own: a listed place, an abbreviation, one of two first names."""
    if word in gazetteer() or word[1:2].isupper():
        return True
    two_people = first_names and x in FIRST and y in FIRST
    return two_people or is_plural(x, y) or (is_common(word) and len(x) < 5)


def is_plural(x: str, y: str) -> bool:
    """Tell whether the two differ only in a plural's or a people's ending: "Pennsylvania", "Pennsylvanians"."""
    short, long = sorted((x, y), key=len)
    longer = len(long) > len(short) and long.startswith(short.rstrip(_VOWELS))
    return x == y or (longer and _ENDING.sub("", x) == _ENDING.sub("", y))
