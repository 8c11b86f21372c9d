"""Numbers that are no figures: years, dates, times, names of things, phone numbers, addresses, list numbers, idioms."""

from __future__ import annotations

import re

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}\.?\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:,|-|to|and|or)\s*)?$"
)
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?-\s?\d{{1,2}})?\s+(?:of\s+)?{_MONTH}\b(?!\s+(?:be|have|not|also|well))"
)
_LISTED_DAY = re.compile(
    rf"\s?(?:,|and|or|to|-)\s*\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b(?!\s+(?:be|have|not|also))"
)
_CLOCK_AFTER = re.compile(
    r"(?::\d\d)|\s?(?:a\.?m\b|p\.?m\b|o'clock)|(?:\s?(?:gmt|utc|bst|est|edt|pst|pdt|cet|hrs)\b)"
)
_MINUTES = re.compile(r"\d{1,2}\.[0-5]\d\s?(?:a\.?m\b|p\.?m\b)")
_CLOCK_BEFORE = re.compile(r"\d:$|\bt\d*$|:\d\d[:.]$")
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|9/11\b|24/7\b|\d{1,2}/\d{1,2}(?=\s+(?:attack|terror))"
)
_SLASHED = re.compile(r"/\d{1,2}\b(?![/.]\d)")
_PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[-. /(]{1,2}\d{2,4}\)?){2,5}(?:\s?x\d+)?(?!\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,9}(?:\.\d{1,9}){2,9}")
_PICTURE = re.compile(
    r"(?:480|720|1080|1440|2160)[ip]\b|[48]k\s(?:video|tv|television|screen|display|resolution|camera)|\dg\b"
)
_ZIP = re.compile(r"\s+zip\b|(?<=\d{5})-\d{4}\b")
_LIST = re.compile(r"(?:^|\n)\s*\(?$")
_LIST_AFTER = re.compile(r"[.)]\s")
_RUN_ON_LIST = re.compile(r"[.!?;:)]\s+$|\($")
_RUN_ON_AFTER = re.compile(r"[.)]\s+(?=[A-Za-z(])")
_STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9][\w.]*\s+){0,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Court|Place|Square|Way|Highway|Terrace|Plaza|Parkway)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|during|before|after|circa|for|of|to|and|early|late|mid|the|a|this|that|year|through|between|around|back|last|post|pre"
    r"|spring|summer|autumn|fall|winter|fiscal|fy|season|election|q[1-4]|h[12]|end|\d{4})|"
    rf"{_MONTH}|[,(/'-])\W{{0,2}}$"
)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.'’&]*[A-Za-z.]|[A-Z])[ \u00a0]$")
_LABELS = (
    "section row chapter article articles route highway interstate room flight gate page pages p pp "
    "title rule resolution proposition prop bill level tier grade type phase windows iphone galaxy "
    "xbox playstation model mark formula group pool channel studio division episode season stage lap "
    "act line lines item table figure fig paragraph para clause amendment no nos number numbers "
    "ranked rank version volume vol part step pier terminal apartment apt suite exit platform bus "
    "train ward district precinct block lot building dorm unit question exhibit order law h.r. s. "
    "case matchday week round game day area zone covid class sars-cov boeing airbus apollo psalm "
    "verse king pope top zip box extension ext mach pm ps under u no. "
)
_LABEL_BEFORE = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _LABELS.split()))}|world cup|super bowl|e\.o\.\)?)[\s.#-]{{1,3}}$"
)
_GLUED_LETTER = re.compile(r"[^\W\d_]\Z|[^\W\d_][-–'.’]\Z|[_@#/\\]\Z|\d[/.:]\Z|\w\+\Z")
_OPEN_PREFIX = re.compile(
    r"\b(?:sub|minus|plus|over|under|pre|post|some|a|and|or|to|per|at|of|from|than|nearly|about|almost|up|down|around|in|by|for|with|the|on|non|half|mid|~|now|then)[-–]$",
    re.I,
)


_SHARE = re.compile(r"(?:\.\d+)?\s?(?:%|per ?cent\b)")


def dated(folded: str, start: int, end: int) -> bool:
    """Whether the number is the day of a date, an hour, or a piece of either."""
    number = folded[start:end]
    if _SHARE.match(folded, end):
        return False
    if (
        _MINUTES.match(folded, start)
        or _ISO.match(folded, max(0, start))
        or _CLOCK_BEFORE.search(folded, max(0, start - 8), start)
    ):
        return True
    if re.fullmatch(r"\d{1,2}", number) and _SLASHED.match(folded, end):
        return True
    if not re.fullmatch(r"\d{1,4}", number) and number not in _CLOCK_WORDS:
        return False
    if _CLOCK_AFTER.match(folded, end):
        return True
    if len(number) > 2 and not number.isalpha():
        return False
    before = folded[max(0, start - 28) : start]
    return (
        bool(
            _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(folded, end) or _LISTED_DAY.match(folded, end)
        )
        and not number.isalpha()
    )


_CLOCK_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())


_YEARS = re.compile(r"(?:1\d|20)\d\d-(?:1\d|20)\d\d(?![\d.,]\d|\s[a-z]+s\b)")


_YEAR_AFTER = re.compile(r"\s+(?:levels?|baseline|peak|census|highs?|lows)\b")


def year(folded: str, start: int, end: int, counted: bool, hedged: bool) -> bool:
    """Whether a bare number of four digits is a year."""
    number = folded[start:end]
    if not re.fullmatch(r"1[0-9]\d\d|20\d\d", number):
        return bool(re.fullmatch(r"\d{2,4}", number)) and bool(
            re.match(r"'?s\b", folded[end : end + 2] + " ")
        )
    if re.match(r"s\b", folded[end : end + 2] + " "):
        return True
    if _YEARS.match(folded, start) or _YEAR_AFTER.match(folded, end):
        return True
    before = folded[max(0, start - 14) : start]
    modern = number[:2] in ("19", "20")
    if modern and not hedged:
        return not (counted and number.endswith("00"))
    if counted and not modern:
        return False
    return bool(_YEAR_BEFORE.search(before)) and (modern or not counted) and not hedged


def not_a_number(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the digits belong to a name, an address, a phone number, a web address, a list's number, and the like."""
    before = text[max(0, start - 24) : start]
    if _GLUED_LETTER.search(before) and not _OPEN_PREFIX.search(before):
        return True
    if end - start > 15 and text[start:end].isdigit():
        return True
    if _DOTTED.match(folded, start) or phone_at(folded, start) or _PICTURE.match(folded, start):
        return True
    if _LIST.search(before) and _LIST_AFTER.match(text, end):
        return True
    if end - start <= 2 and _RUN_ON_LIST.search(before) and _run_on_item(text, start, end):
        return True
    if text[start:end].isdigit() and (_STREET.match(text, end) or _ZIP.match(folded, end)):
        return True
    return "://" in before or "www." in before


def _run_on_item(text: str, start: int, end: int) -> bool:
    """Whether a short number between sentences, or in brackets, numbers the items of a list."""
    match = _RUN_ON_AFTER.match(text, end)
    if match is None:
        return False
    number = int(text[start:end])
    if text[max(0, start - 1)] == "(":
        return number <= 20
    if text[:start].rstrip().endswith(":") and number != 1:  # "Deaths: 52. Injured: 318."
        return False
    return number <= 20 and text[end] == "." and text[match.end()].isupper()


def phone_at(folded: str, start: int) -> re.Match[str] | None:
    """Return the match of a telephone number that begins here, if one does."""
    match = _PHONE.match(folded, start)
    if match is None or _THOUSANDS.fullmatch(match[0]):
        return None
    groups = re.findall(r"\d+", match[0])
    return match if len(groups) >= 3 and 7 <= sum(map(len, groups)) <= 15 else None


_STRICT_LABEL = re.compile(
    r"\b(?:section|article|chapter|title|row|route|highway|interstate|room|flight|gate|page|resolution|proposition|no|nos"
    r"|h\.r|s\.\s?res|order|e\.o\.\)?|amendment|apollo|boeing|airbus|apartment|suite|covid|type|category|stage|phase|version"
    r"|formula|hb|sb|bill|(?:zip|area|dress|country) code)[\s.#-]{1,2}$"
)


_GAME = re.compile(r"-\d{1,3}\b(?!-)")


def labelled(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the word before can only make the number a name, whatever follows ("Section 301 applies")."""
    label = _STRICT_LABEL.search(folded, max(0, start - 16), start)
    return label is not None and not _is_vote(text, start, end)


_VOTED_ON = re.compile(r"\b(?:amendment|bill|resolution|proposition|order|law|rule) $")


def _is_vote(text: str, start: int, end: int) -> bool:
    """Whether a number is how a vote went on what stands before it in small letters: "rejected an amendment 10-5"."""
    return bool(_GAME.match(text, end) and _VOTED_ON.search(text, max(0, start - 14), start))


_GAPPED = re.compile(r"\d[^.;\d]{2,60}\band (?:the )?(?:[A-Z][\w'’-]+ ){1,3}$")
"""What stands before the second number of "112 of the 300 seats and the League 97"."""


def named(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the words before make the number a part of a name ("Section 427", "Apple Watch 5", "FTSE 100")."""
    before = text[max(0, start - 24) : start]
    if _LABEL_BEFORE.search(folded, max(0, start - 24), start):
        return not _is_vote(text, start, end)
    if _GAME.match(folded, end):
        return False
    match = _NAME_BEFORE.search(before)
    if (
        match
        and end > start + 1
        and _GAPPED.search(text, max(0, start - 90), start)
        and text[end : end + 1] in tuple(".,;")
    ):
        return False
    return match is not None and not _sentence_start(text, max(0, start - 24) + match.start())


def _sentence_start(text: str, at: int) -> bool:
    left = text[:at].rstrip(" \u00a0\"'“‘(") if at < 400 else text[at - 4 : at].rstrip(" \u00a0\"'“‘(")
    return not left or left[-1] in ".!?\n" or text[max(0, at - 1)] == "\n"


_LOWER = re.compile(
    r"\b(?!(?:the|and|for|with|from|into|over|but|nor|off|out|per|via|than|that|when|after)\b)[a-z]{3,}\b"
)
_BESIDE = 60


def capitalised(text: str, start: int, end: int) -> bool:
    """Whether a number word has a capital inside a sentence, as in names: "the Twelve Apostles", "the Group of Seven".

    In a headline, where every word has one, that tells nothing.
    """
    if not text[start].isupper() or _sentence_start(text, start):
        return False
    return bool(
        _LOWER.search(text, max(0, start - _BESIDE), start) or _LOWER.search(text, end, end + _BESIDE)
    )


_ONE_BEFORE = re.compile(
    r"\b(?:the|this|that|each|every|no|any|which|another|same|last|next|first|only|as|new|big|good|right|wrong|some|other|former"
    r"|latter|old|great)\s+$|[a-z]-$"
)
_ONE_AFTER = re.compile(
    r"\s+(?:of|another|who|that|which|in|on|to|by|way|or|and|day|night|thing|hand|side|point|time|the|is|was|has|had|can|could"
    r"|would|should|will|for|at|with|from|as|if|but|they|he|she|we|you|i|it|against|over|into|between|before|during|about|where|when|may|might|must|does|did|more|after)\b"
    r"|\s*(?:[^\w\s]|$)|-(?:on|of|off|way|time|size|sided|to|stop|another|liner)\b"
)


def idle_one(folded: str, start: int, end: int) -> bool:
    """Whether "one" only stands for a noun or is part of a phrase ("one of the", "no one", "one day")."""
    return bool(_ONE_BEFORE.search(folded, max(0, start - 10), start) or _ONE_AFTER.match(folded, end))


_IDIOM = re.compile(
    r"(?:nine-to-five|fifty-fifty|twenty-twenty|(?:one|two|three)-on-(?:one|two|three)|one-to-one|forty winks"
    r"|zero[ -](?:tolerance|sum|hour|emission)|sixty-four-thousand|a hundred percent behind|a million thanks)\b"
)
_ZERO_BEFORE = re.compile(r"\b(?:net|ground|patient|absolute|day|sub|year)[ -]$")


def idiom_at(folded: str, start: int) -> re.Match[str] | None:
    """Return the match of a phrase that counts nothing from here on ("nine-to-five"), or up to here ("ground zero")."""
    if folded.startswith("zero", start) and (net := _ZERO_BEFORE.search(folded, max(0, start - 10), start)):
        return net
    return _IDIOM.match(folded, start)


_PART_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|other|better|latter|final|same|last|top|bottom|this|that|next|previous|each|every|per|and|one|the"
    r"|\d(?:st|nd|rd|th))[\s-]+$"
)
_PART_AFTER = re.compile(
    r"\s+(?:of|the|a|an|its|his|her|their|our|all|that|as|mile|inch|hour|day|year|month|century|pound|cup|point|percent"
    r"|percentage|teaspoon|tablespoon|acre)\b|-(?:mile|inch|hour|day|point|percent)\b"
)
_A_PART_AFTER = re.compile(
    r"-(?:mile|inch|hour|point)\b|\s+(?:of|as|higher|lower|more|less|fewer)\b|\s*(?:[,.;)]|$)"
)


def idle_part(folded: str, start: int, end: int) -> bool:
    """Whether "half" or "a third" is a stretch of a game or year, a place in a row, or stands for nothing."""
    word = folded[start:end]
    if word == "half" and folded[max(0, start - 4) : start] in (" by ", " in "):
        return False
    if word in ("half", "quarter"):
        return bool(_PART_BEFORE.search(folded, max(0, start - 14), start)) or not _PART_AFTER.match(
            folded, end
        )
    if not word.startswith("a") or folded[max(0, start - 4) : start] in (" by ", "han "):
        return False
    return not _A_PART_AFTER.match(folded, end)
