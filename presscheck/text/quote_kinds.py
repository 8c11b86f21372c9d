"""Whether marked words are a quotation: said by somebody, not a title, a nickname, irony or a word as such.

A score again: the sum of the weights (`quote_weights.json`) of the features that hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from presscheck.text.common_words import AUXILIARIES, PREPOSITIONS
from presscheck.text.cues import FRAMING, SPEECH
from presscheck.text.mentions import QuoteKind
from presscheck.text.quote_frame import Frame
from presscheck.text.speakers import Choice
from presscheck.text.titles import word_set

WORD = re.compile(r"[^\W_][\w’'-]*")
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|me|us|your|[Ii]t’s|[Ii]t's|I’m|I'm|[Dd]on['’]t)\b")
_FINITE = re.compile(rf"\b(?:{AUXILIARIES}|should|must|n['’]t)\b")
SLIGHT = 1.0
"""Taken off for one word or two to whom no verb gives a speaker: of those that score less, half are names, terms and
irony (214 news articles)."""
_OF_WORKS = ("before_consumes", "makers_after", "known_as", "titled_work")
HEADS = 2.0
"""Added for "‘We will stay’: town waits for answers", a headline too rare to be learned."""
MARKS = (",", ".", "?", "!")
_SMALL = word_set(
    "a an and as at but by for from in into is it nor of off on or our over so the to up vs with your"
)
_TITLED = word_set(
    "titled entitled called named known dubbed termed labelled labeled headlined subtitled captioned"
)
_WORKS = word_set(
    "book books film films movie movies show shows podcast song songs album series sitcom comedy drama musical play "
    "novel memoir biography magazine column poem painting program programme episode reboot franchise ad spot video "
    "nbc's abc's cbs's cnn's fox's mtv's abc cbs nbc cnn msnbc hbo website site blog documentary bestseller rally "
    "series' game essay chapter headline sequel prequel remake"
)
_NAMING = word_set(
    "before_work before_possessive before_preposition before_article before_word before_comma work_before work_after"
)
_CONSUMES = word_set(
    "enjoys enjoyed watch watches watched watching starred stars starring hosts hosted co-hosts anchors directed "
    "directs release releases released publish published perform performs performed likes liked produced sang sings recorded loves leads created binge-watched rewatched"
)
_LABELLED = word_set(
    "campaign movement camp crowd theme phrase term issue memo narrative clause trend button hat sign poster badge label "
    "tag category status list effect standard doctrine"
)
_MAKERS = word_set(
    "star stars actor actress singer host hosts co-host creator director author anchor alum cast finale premiere concert "
    "tour soundtrack trilogy remake sequel"
)
_NEVER = word_set(
    "short_known_as short_labelled title_before_consumes title_makers_after name_makers_after title_known_as name_known_as title_titled_work "
    "name_titled_work line_titled_work title_before_work title_work_after title_before_possessive name_before_work before_so_called"
)
_LAWSUIT = re.compile(r"[A-Z][\w.,’'& -]{0,60} (?:v|vs)\.? [A-Z][\w.,’'& -]*$")
_AS_CALLED = re.compile(
    r",? as [^,.;:]{2,40} (?:calls?|called|dubs?|dubbed|nicknamed?|named?|refers? to) (?:it|him|her|them|this)\b"
)
_SO_CALLED = word_set("so-called socalled self-described self-proclaimed supposed alleged")


@cache
def load_weights() -> Mapping[str, float]:
    """Return the weights of the features, read once."""
    path = Path(__file__).with_name("quote_weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def score(frame: Frame, parts: Sequence[int], best: Choice | None) -> float:
    """Return how much speaks for a quotation, more than 0 if it is likelier than not.

    `parts` are the numbers of its marked pieces, `best` its likeliest speaker.
    """
    weights = load_weights()
    names = features(frame, parts, best)
    if not _NEVER.isdisjoint(names) or _LAWSUIT.match(_said(frame, parts)):
        return -1.0
    told = HEADS * ("heads_line" in names) - SLIGHT * _is_slight(names)
    return sum(weights.get(name, 0.0) for name in names) + told


def _is_slight(names: Sequence[str]) -> bool:
    """Tell one or two words that look like a title, or that no verb gives to anybody, and that are no sentence."""
    short = "words_1" in names or "words_2" in names
    return short and "finite" not in names and ("cue_none_far" in names or "title_case" in names)


def kind_of(frame: Frame, parts: Sequence[int]) -> QuoteKind:
    """Tell a quotation that stands for itself (`direct`) from a piece in the writer's sentence (`partial`)."""
    before, after = _around(frame, parts)
    said = _said(frame, parts)
    set_off = not before or before[-1] in ",:.!?—–…)]”\"'’" or _begins_sentence(frame, parts)
    ends = said.rstrip(" '’)]")[-1:] in (",", ".", "!", "?", "…", "—", "-", ";") or after[:1] in (",", ".")
    words = len(WORD.findall(said))
    capital = not said[:1].islower()
    return "direct" if words > 3 and ends and (set_off or (capital and words > 5)) else "partial"


def features(frame: Frame, parts: Sequence[int], best: Choice | None) -> list[str]:
    """Return what can be seen of marked words: their form, what stands around, and how surely somebody spoke."""
    said = _said(frame, parts)
    words = WORD.findall(said)
    names = ["always", f"words_{_bucket(len(words))}"]
    names += ["capital"] * said[:1].isupper()
    names += ["title_case"] * _is_title(words)
    names += ["personal"] * bool(_PERSONAL.search(said)) + ["finite"] * bool(_FINITE.search(said))
    last = said.rstrip(" '’)]")[-1:]
    names.append("ends_" + (last if last in MARKS else "word"))
    names += ["pieces"] * (len(parts) > 1) + ["single"] * frame.marked[parts[0]].single
    context = _context(frame, parts)
    if "title_case" in names or (len(words) == 1 and "capital" in names and "begins" not in context):
        prefix = "title_" if "title_case" in names else "name_"
        names += [prefix + c for c in context if c in _NAMING]
        names += [prefix + c for c in _OF_WORKS if c in context and last not in MARKS]
    elif len(words) > 3:
        names += ["line_titled_work"] * ("titled_work" in context)
    if len(words) < 4:
        names += ["short_known_as"] * ("known_as" in context or "before_nicknamed" in context)
        named = "labelled_after" in context and not {"before_article", "before_word"}.isdisjoint(context)
        names += ["short_labelled"] * named
        names += ["nickname"] * ("before_name" in context and "after_capital" in context)
        names += ["short_" + c for c in context if c in ("after_word", "after_nothing", "before_article")]
    return [*names, *context, *_speaker(best)]


def _bucket(n: int) -> str:
    return str(n) if n < 4 else "4" if n < 6 else "6" if n < 9 else "9"


def _said(frame: Frame, parts: Sequence[int]) -> str:
    return " ".join(frame.text[frame.marked[p].start : frame.marked[p].end] for p in parts).strip()


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether all but small words have a capital, and there are two at least: "Saturday Night Live"."""
    large = [w for w in words if w.lower() not in _SMALL]
    return len(large) > 1 and len(words) < 14 and all(w[0].isupper() or w[0].isdigit() for w in large)


def _around(frame: Frame, parts: Sequence[int]) -> tuple[str, str]:
    """Return what stands before and after in the same paragraph, quotations masked."""
    start, end = frame.marked[parts[0]].outer_start, frame.marked[parts[-1]].outer_end
    before = frame.masked[max(start - 60, 0) : start].rpartition("\n")[2]
    after = frame.masked[end : end + 60].partition("\n")[0]
    return before.rstrip(), after


def _begins_sentence(frame: Frame, parts: Sequence[int]) -> bool:
    start = frame.marked[parts[0]].outer_start
    return frame.sentences[frame.sentence_of(start)].start >= start - 1


def _context(frame: Frame, parts: Sequence[int]) -> list[str]:
    before, after = _around(frame, parts)
    words = before.lower().split()
    last = before.split()[-1] if before else ""
    names = ["before_" + _class(last)]
    names += ["known_as"] * (words[-2:-1] in (["known"], ["billed"], ["marketed"]) and words[-1] == "as")
    names += ["known_as"] * bool(_AS_CALLED.match(after))
    names += ["titled_work"] * (words[-1:] in (["titled"], ["entitled"], ["subtitled"], ["headlined"]))
    names += ["heads_line"] * (not before and after[:1] == ":")
    names += ["begins"] * _begins_sentence(frame, parts)
    names += ["alone"] * (not before and not after.strip(" .,"))
    names += ["work_before"] * any(w.strip(",:(") in _WORKS for w in words[-3:])
    following = WORD.match(after.lstrip())
    names.append("after_" + _class_after(after, following[0].lower() if following else ""))
    names += ["labelled_after"] * bool(
        following and following[0].lower() in _LABELLED and after[:1] in " \xa0"
    )
    names += ["makers_after"] * bool(following and following[0].lower() in _MAKERS and after[:1] in " \xa0")
    names += ["work_after"] * bool(following and following[0].lower() in _WORKS)
    return names


def _class(word: str) -> str:
    """Sort the word or mark before an opening mark."""
    bare = word.strip("(,:—–").lower()
    if not word:
        return "nothing"
    if bare in _WORKS:
        return "work"
    if word[-1] in ",:.—–?!":
        return {":": "colon", ",": "comma"}.get(word[-1], "stop")
    for name, listed in (
        ("titled", _TITLED),
        ("so_called", _SO_CALLED),
        ("consumes", _CONSUMES),
        ("nicknamed", {"nicknamed"}),
        ("says", SPEECH),
        ("frames", FRAMING),
    ):
        if bare in listed:
            return name
    if bare in ("the", "a", "an", "this", "these", "their", "his", "her", "its", "our"):
        return "article"
    if bare in ("that", "as", "to", "and", "or", "not", "is", "was", "be", "are", "were"):
        return bare
    if bare.endswith(("'s", "’s")):
        return "possessive"
    return "name" if word[0].isupper() else "preposition" if bare in PREPOSITIONS else "word"


def _class_after(after: str, word: str) -> str:
    """Sort what follows a closing mark."""
    if not after.strip():
        return "nothing"
    if not after.startswith((" ", "\xa0", "\t")):
        return "mark" if after[0] in ",.;:)?!—–-" else "joined"
    if word in SPEECH:
        return "says"
    if word in PREPOSITIONS or word in (
        "and",
        "or",
        "but",
        "when",
        "because",
        "that",
        "if",
        "while",
        "is",
        "was",
    ):
        return "function"
    return "capital" if after.lstrip()[:1].isupper() else "word" if word else "mark"


def _speaker(best: Choice | None) -> list[str]:
    """Sort the likeliest speaker by the verb's kind, and its score."""
    if best is None:
        return ["no_speaker"]
    verb = (
        "none" if best.cue is None else "says" if best.cue in SPEECH or not best.cue.isalpha() else "frames"
    )
    near = "near" if any(n.endswith(("_0", "_3")) for n in best.features) else "far"
    place = best.features[0] if best.features else "far"
    return [f"cue_{verb}_{near}", f"place_{place}", "score_" + str(max(0, min(8, round(best.score))) // 2)]
