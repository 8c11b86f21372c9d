"""Digits that are no number: phone numbers, addresses, numbers of lists, parts of words."""

from __future__ import annotations

import re

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
_GLUED_LETTER = re.compile(r"[^\W\d_]\Z|[^\W\d_][-–'.’]\Z|[_@#/\\]\Z|\d[/.:]\Z|\w\+\Z")
_OPEN_PREFIX = re.compile(
    r"\b(?:sub|minus|plus|over|under|pre|post|some|a|and|or|to|per|at|of|from|than|nearly|about|almost|up|down|around|in|by|for|with|the|on|non|half|mid|~|now|then)[-–]$",
    re.I,
)


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
