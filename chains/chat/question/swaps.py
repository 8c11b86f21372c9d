"""A fragment put in the place of what the last question asked about: "And in Upper Corran?", "And the year before?"."""

from __future__ import annotations

import re

from presscheck.chains.chat.question.reading import Question
from presscheck.chains.chat.question.terms import terms_of
from presscheck.text.common_words import AUXILIARIES
from presscheck.text.names import find_names

_SUBJECT_NP = re.compile(
    r"(?P<aux>\b(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could)\b )(?P<np>(?:the|a|an|its|their|his|her) (?:[\w'’-]+)|(?:[A-Z][\w'’-]+ ?)+)(?= )"
)
_LOCATED = re.compile(
    r"\b(?:in|at|on|from|near|for|to|of|with|by|under|during|after|before) (?=(?:the )?[\w'’-]+)",
    re.IGNORECASE,
)
_LED = re.compile(r"(of|among|for|on) \w", re.IGNORECASE)
_YEAR = re.compile(r" (?:in|for|during) ((?:19|20)\d\d)\b", re.IGNORECASE)
_NOW = re.compile(r"(?:right )?now|today|currently|at present|at the moment", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this|last|next) (?:year|month|week|summer|winter|spring|autumn|fall)\b", re.IGNORECASE
)
_YEAR_BESIDE = re.compile(
    r"(?:in )?(?:(?:the|a) (?:year (?:before|earlier)|previous year|prior year)|(?P<after>the (?:year after|(?:next|following) year)))(?: that)?",
    re.IGNORECASE,
)
_NOUN_OF = re.compile(r"\b([\w'’-]+) (on|of|in|for|to|at|with|from|against|by|about) ", re.IGNORECASE)


def swapped(fragment: str, last: Question) -> str | None:
    """Return the last question with a fragment in the place of what it takes up; None where it takes up nothing."""
    if at_another_time := _swap_year(fragment, last.text):
        return at_another_time
    if not terms_of(fragment):
        return None
    return _swap_behind(fragment, last.text) or _swap_name(fragment, last.text) or _swap_noun(fragment, last)


def _swap_year(fragment: str, text: str) -> str | None:
    """Put "now", "last year" or "the year before" in the place of the year that was asked about."""
    if _THIS.fullmatch(fragment) and (old := _THIS.search(text)):
        return text[: old.start()] + fragment + text[old.end() :]
    year = _YEAR.search(text)
    if year and _NOW.fullmatch(fragment):
        return text[: year.start()] + text[year.end() :]
    if year and (beside := _YEAR_BESIDE.fullmatch(fragment)):
        return f"{text[: year.start(1)]}{int(year[1]) + (1 if beside['after'] else -1)}{text[year.end(1) :]}"
    return None


def _swap_behind(fragment: str, text: str) -> str | None:
    """Put "the ban on fishing" in the place of "the ban on bathing": what stands before the preposition is the same."""
    led = _LED.match(fragment)
    if led and len(olds := list(re.finditer(rf"(?i)\b{led[1]} (?:the |a |an )?[^,?]+", text))) > 0:
        return f"{text[: olds[-1].start()]}{fragment}?"
    new = _NOUN_OF.search(fragment)
    old = new and re.search(rf"\b{re.escape(new[1])} {new[2]} (?:the |a )?[\w'’-]+", text, re.IGNORECASE)
    return text[: old.start()] + fragment[new.start() :] + text[old.end() :] if new and old else None


def _swap_name(fragment: str, text: str) -> str | None:
    """Put the new name in the place of one of its kind."""
    new = find_names(fragment)
    if not new:
        return None
    for old in reversed(find_names(text)):
        if old.kind == new[0].kind or "other" in (old.kind, new[0].kind):
            return text[: old.start] + new[0].text + text[old.end :]
    return None


def _swap_noun(fragment: str, last: Question) -> str | None:
    """Put the new noun in the place of what was counted, or of the subject."""
    if _LOCATED.match(fragment):
        return None
    plain = re.sub(r"^the ", "", fragment, flags=re.IGNORECASE)
    if last.counted and find_names(fragment) == []:
        counted = re.sub(
            rf"(?i)\b(how (?:many|much)) [\w'’ -]+?(?= (?:{AUXILIARIES}|in|of|on|at|for)\b|\?|$)",
            rf"\1 {plain}",
            last.text,
        )
        if counted != last.text:
            return counted
    of_it = _SUBJECT_NP.sub(lambda m: f"{m['aux']}{fragment}", last.text, count=1)
    return of_it if of_it != last.text else None
