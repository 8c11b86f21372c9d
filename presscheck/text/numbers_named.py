"""Numbers that are part of a name: "Section 427", "Apple Watch 5", "FTSE 100", "the Twelve Apostles"."""

from __future__ import annotations

import re

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
_STRICT_LABEL = re.compile(
    r"\b(?:section|article|chapter|title|row|route|highway|interstate|room|flight|gate|page|resolution|proposition|no|nos"
    r"|h\.r|s\.\s?res|order|e\.o\.\)?|amendment|apollo|boeing|airbus|apartment|suite|covid|type|category|stage|phase|version"
    r"|formula|hb|sb|bill|(?:zip|area|dress|country) code)[\s.#-]{1,2}$"
)
_GAME = re.compile(r"-\d{1,3}\b(?!-)")
_VOTED_ON = re.compile(r"\b(?:amendment|bill|resolution|proposition|order|law|rule) $")
_GAPPED = re.compile(r"\d[^.;\d]{2,60}\band (?:the )?(?:[A-Z][\w'’-]+ ){1,3}$")
_LOWER = re.compile(
    r"\b(?!(?:the|and|for|with|from|into|over|but|nor|off|out|per|via|than|that|when|after)\b)[a-z]{3,}\b"
)
_BESIDE = 60


_LABEL_ASIDE = re.compile(
    r"\b(?:order|resolution|bill|flight|proposition|law|amendment|rule|case|section), $"
)


def labelled(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the word before can only make the number a name, whatever follows ("Section 301 applies")."""
    if _LABEL_ASIDE.search(folded, max(0, start - 16), start) and folded[end : end + 1] in (",", ")"):
        return True
    label = _STRICT_LABEL.search(folded, max(0, start - 16), start)
    return label is not None and not _is_vote(text, start, end)


def _is_vote(text: str, start: int, end: int) -> bool:
    """Whether a number is how a vote went on what stands before it in small letters: "rejected an amendment 10-5"."""
    return bool(_GAME.match(text, end) and _VOTED_ON.search(text, max(0, start - 14), start))


def named(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the words before make the number a part of a name ("Section 427", "Apple Watch 5", "FTSE 100")."""
    before = text[max(0, start - 24) : start]
    if _LABEL_BEFORE.search(folded, max(0, start - 24), start):
        return not _is_vote(text, start, end)
    if _GAME.match(folded, end):
        return False
    match = _NAME_BEFORE.search(before)
    if match is None or _counted_again(text, start, end):
        return False
    return not _sentence_start(text, max(0, start - 24) + match.start())


def _counted_again(text: str, start: int, end: int) -> bool:
    """Whether the number counts what another one before it does: "112 of the 300 seats and the League 97"."""
    gapped = end > start + 1 and text[end : end + 1] in tuple(".,;")
    return gapped and _GAPPED.search(text, max(0, start - 90), start) is not None


def _sentence_start(text: str, at: int) -> bool:
    left = text[:at].rstrip(" \u00a0\"'“‘(") if at < 400 else text[at - 4 : at].rstrip(" \u00a0\"'“‘(")
    return not left or left[-1] in ".!?\n" or text[max(0, at - 1)] == "\n"


def capitalised(text: str, start: int, end: int) -> bool:
    """Whether a number word has a capital inside a sentence, as in names: "the Twelve Apostles", "the Group of Seven".

    In a headline, where every word has one, that tells nothing.
    """
    if not text[start].isupper() or _sentence_start(text, start):
        return False
    return bool(
        _LOWER.search(text, max(0, start - _BESIDE), start) or _LOWER.search(text, end, end + _BESIDE)
    )
