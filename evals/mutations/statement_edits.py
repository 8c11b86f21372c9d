"""The edits of one sentence behind the mutations of statements; each returns None where it does not apply."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from presscheck.text.names import find_names


class Edited(NamedTuple):
    """The sentence as edited, and the words that stood there."""

    text: str
    was: str


Edit = Callable[[str, random.Random], Edited | None]

_AUXILIARY = re.compile(r"(?<=[a-z] )(is|are|was|were|has|have|had|will|would|can|could|should)(?= [a-z])")
_NOT = re.compile(r"\b(is|are|was|were|has|have|had|will|would|could|should|did|does|do) not (?=[a-z])")
_NOT_AFTER = re.compile(r"not (?:only|just|yet|least|merely|long|until)|no longer", re.IGNORECASE)
_MAY = re.compile(r"\b(may|might|could)(?= (?!be able|not|have|also not)[a-z])")
_EXPECTED = re.compile(r"\b(?:is|are) (?:expected|likely|set|planning|hoping|scheduled) to\b")
_WAS_EXPECTED = re.compile(r"\b(?:allegedly|reportedly|possibly|perhaps|probably) ")
_SHARES = {
    "some": "all", "Some": "All", "many": "all", "Many": "All", "several": "all", "Several": "All",
    "most": "all", "Most": "All", "few": "most", "Few": "Most", "often": "always", "sometimes": "always",
}  # fmt: skip
_OPPOSITES = (
    "won/lost rose/fell increased/decreased opened/closed accepted/rejected approved/rejected supported/opposed "
    "began/ended started/stopped bought/sold arrived/left joined/left gained/lost passed/failed strengthened/weakened "
    "improved/worsened raised/lowered legal/illegal high/low higher/lower large/small larger/smaller early/late "
    "earlier/later first/last old/young older/younger north/south northern/southern east/west eastern/western "
    "public/private positive/negative strong/weak guilty/innocent safe/dangerous rich/poor friend/enemy more/fewer "
    "increase/decrease rise/fall support/oppose accept/reject allow/ban open/close begin/end win/lose raise/lower "
    "victory/defeat success/failure growth/decline major/minor formal/informal likely/unlikely able/unable "
    "confirmed/denied allowed/banned hired/fired inside/outside above/below internal/external gains/losses"
).split()
_OTHER_WORDS = {
    "said": "stated", "about": "around", "big": "large", "began": "started", "help": "assist", "show": "demonstrate",
    "bought": "purchased", "people": "persons", "children": "kids", "also": "additionally", "killed": "slain",
    "many": "numerous", "police": "the police", "get": "obtain", "near": "close to", "film": "movie",
    "car": "automobile", "need": "require", "asked": "requested", "use": "employ", "wants": "wishes",
    "whole": "entire", "quickly": "rapidly", "injured": "hurt", "told": "informed", "announced": "made public",
}  # fmt: skip
_LINKS = re.compile(r"\b(?:because|after|before|since|due|so|as|while|when|following|despite|although)\b")
_DENIED = re.compile(r"\b(?:denied|denies|deny) that (?P<what>[a-z][^.,;]{20,160})\.?$")
_CLAIMED = re.compile(
    r"\b(?:claimed|claims|claim|alleged|alleges|allege|insisted|insists) that (?P<what>[a-z][^.,;]{20,160})\.?$"
)
_NOUNS = re.compile(
    r"The (?P<one>[a-z]+) (?P<verb>(?:has |had )?(?:accused|attacked|sued|fined|told|asked|criticised|criticized|backed|bought|warned"
    r"|urged|blamed|hit|arrested|appointed|rejected|fired|beat|defeated|replaced|supported|invited|ordered)) "
    r"the (?P<other>[a-z]+)(?= [a-z]+|[.,])"
)
_PASSIVE = re.compile(
    r"^(?P<object>[^,]{3,60}?) (?P<be>was|were) (?P<verb>\w+ed) by (?P<actor>[^,]{3,60})\.$"
)
_VERB_BETWEEN = re.compile(
    r"^ (?:has |had |have |will |would )?(?:recently |later |once )?(?:beat|beaten|told|asked|accused|attacked|sued|hired|fired"
    r"|replaced|succeeded|joined|defeated|criticised|criticized|praised|backed|bought|acquired|invaded|urged|warned"
    r"|invited|followed|helped|supported|visited|thanked|called|blamed|shot|stabbed|killed|hit|arrested|appointed"
    r"|named|overtook|signed|sold|gave|sent|paid|owes|owns|controls|leads|led|represents|represented|taught|trained"
    r"|succeed|replace|defeat|face|faces|interviewed|quoted|rejected|welcomed|pushed|persuaded|convinced|described) $"
)


def verbatim(sentence: str, rng: random.Random) -> Edited:
    """Leave it as it is."""
    return Edited(sentence, "")


def negated(sentence: str, rng: random.Random) -> Edited | None:
    """Put a "not" behind the first auxiliary."""
    match = _AUXILIARY.search(sentence)
    if match is None or re.search(r"\b(?:not|no|never|n't|nor|neither)\b", sentence):
        return None
    return Edited(f"{sentence[: match.end()]} not{sentence[match.end() :]}", match[0])


def affirmed(sentence: str, rng: random.Random) -> Edited | None:
    """Take a "not" out."""
    match = _NOT.search(sentence)
    if match is None or _NOT_AFTER.search(sentence) or match[1] in ("did", "does", "do"):
        return None
    return Edited(sentence[: match.end(1)] + sentence[match.end() - 1 :], match[0].strip())


def made_certain(sentence: str, rng: random.Random) -> Edited | None:
    """Tell what may be, is expected or is alleged as certain."""
    for pattern, instead in ((_MAY, "will"), (_EXPECTED, "will"), (_WAS_EXPECTED, "")):
        match = pattern.search(sentence)
        if match is not None and " if " not in sentence:
            return Edited(sentence[: match.start()] + instead + sentence[match.end() :], match[0])
    return None


def opposite(sentence: str, rng: random.Random) -> Edited | None:
    """Put the opposite in a word's place."""
    pairs = [p.partition("/") for p in _OPPOSITES]
    swaps = {a: b for a, _, b in pairs} | {b: a for a, _, b in pairs}
    found = [m for m in re.finditer(r"\b[a-z]+\b", sentence) if m[0] in swaps]
    if not found:
        return None
    match = rng.choice(found)
    return Edited(sentence[: match.start()] + swaps[match[0]] + sentence[match.end() :], match[0])


def exchanged(sentence: str, rng: random.Random) -> Edited | None:
    """Exchange two names that a verb stands between."""
    names = find_names(sentence)
    for one, other in pairwise(names):
        if not _VERB_BETWEEN.match(sentence[one.end : other.start]) or one.text == other.text:
            continue
        if sentence[other.end : other.end + 2] in ("'s", "’s") or sentence[: one.start].rstrip().endswith(
            ","
        ):
            continue
        middle = sentence[one.end : other.start]
        return Edited(
            f"{sentence[: one.start]}{other.text}{middle}{one.text}{sentence[other.end :]}", one.text
        )
    return _exchanged_nouns(sentence)


def _exchanged_nouns(sentence: str) -> Edited | None:
    """Exchange "The one" and "the other" around a verb in the past: "The court fined the company …"."""
    match = _NOUNS.match(sentence)
    if match is None or match["one"] == match["other"]:
        return None
    text = f"The {match['other']} {match['verb']} the {match['one']}{sentence[match.end() :]}"
    return Edited(text, match["one"])


def all_of_them(sentence: str, rng: random.Random) -> Edited | None:
    """Tell a part as the whole."""
    for match in re.finditer(r"\b[A-Za-z]+\b", sentence):
        if match[0] in _SHARES and sentence[match.end() :].startswith(" ") and "at most" not in sentence:
            return Edited(sentence[: match.start()] + _SHARES[match[0]] + sentence[match.end() :], match[0])
    return None


def other_order(sentence: str, rng: random.Random) -> Edited | None:
    """Exchange before and after."""
    swaps = {"before": "after", "after": "before", "After": "Before", "Before": "After"}
    found = [
        m
        for m in re.finditer(r"\b[A-Za-z]+\b", sentence)
        if m[0] in swaps and m.start() > 0 or m[0] in ("After", "Before")
    ]
    if len(found) != 1:
        return None
    match = found[0]
    return Edited(sentence[: match.start()] + swaps[match[0]] + sentence[match.end() :], match[0])


def denial_dropped(sentence: str, rng: random.Random) -> Edited | None:
    """Tell as a fact what somebody denied."""
    return _dropped(_DENIED, sentence)


def allegation_dropped(sentence: str, rng: random.Random) -> Edited | None:
    """Tell as a fact what somebody claimed."""
    return _dropped(_CLAIMED, sentence)


def _dropped(pattern: re.Pattern[str], sentence: str) -> Edited | None:
    match = pattern.search(sentence)
    if match is None or len(match["what"].split()) < 5:
        return None
    what = match["what"].strip()
    return Edited(what[0].upper() + what[1:] + ".", match[0][: match.start("what") - match.start()])


def reworded(sentence: str, rng: random.Random) -> Edited | None:
    """Put other words of the same meaning in the place of one or two."""
    found = [m for m in re.finditer(r"\b[a-z]+\b", sentence) if m[0] in _OTHER_WORDS]
    if not found:
        return None
    match = rng.choice(found)
    return Edited(sentence[: match.start()] + _OTHER_WORDS[match[0]] + sentence[match.end() :], match[0])


def clause_dropped(sentence: str, rng: random.Random) -> Edited | None:
    """Leave out what stands between two commas, or behind the last."""
    parts = sentence[:-1].split(", ")
    if len(parts) == 3 and len(parts[0].split()) > 2:
        return Edited(f"{parts[0]} {parts[2]}.", parts[1])
    if len(parts) == 2 and len(parts[0].split()) > 7:
        return Edited(f"{parts[0]}.", parts[1])
    return None


def passive(sentence: str, rng: random.Random) -> Edited | None:
    """Turn "X was seized by Y" into "Y seized X"."""
    match = _PASSIVE.match(sentence)
    if match is None:
        return None
    thing = match["object"]
    named = any(n.start == 0 for n in find_names(sentence))
    actor = match["actor"][0].upper() + match["actor"][1:]
    return Edited(f"{actor} {match['verb']} {thing if named else lowered(thing)}.", match[0])


def has_link(sentence: str) -> bool:
    """Tell whether a sentence links parts already."""
    return bool(_LINKS.search(sentence))


def lowered(sentence: str) -> str:
    """Return the sentence with a small first letter, unless a name begins it."""
    if any(n.start == 0 for n in find_names(sentence)) or sentence.startswith("I "):
        return sentence
    return sentence[0].lower() + sentence[1:]
