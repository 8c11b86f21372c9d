"""What a finding on a quotation shows: the place, the source's words, the difference, and a sentence for a person."""

from __future__ import annotations

from presscheck.chains.check.quotes.compare import sentence_span
from presscheck.chains.check.quotes.diff import changed_words, diff, expected_span
from presscheck.chains.check.quotes.limits import Limit
from presscheck.chains.check.quotes.search import Found
from presscheck.chains.check.quotes.speaker import unnamed_alike
from presscheck.chains.check.quotes.splice import Part
from presscheck.chains.check.sources import Sources
from presscheck.models import Article, DiffPart, Evidence, Stance
from presscheck.reasons import Reason

_APOSTROPHES = str.maketrans("‘’ʼ", "'''")
_CUT_SHOWN = 25
"""Words of a joined statement that are shown as cut off, at most."""


def evidence(found: Found, sources: Sources, *, whole: bool) -> list[Evidence]:
    """Return the place as evidence: the words quoted, or (`whole`) the sentences they stand in."""
    stance: Stance = "supports" if found.reason is Reason.QUOTE_ADJUSTED else "contradicts"
    spans = (
        [(p.place.article.id, *p.span, p.place.speaker) for p in found.splice.parts]
        if found.splice
        else [(found.place.article.id, *(_utterance(found) if whole else found.span), found.said_by)]
    )
    return [sources.evidence(key, a, b, stance=stance, speaker=who) for key, a, b, who in spans]


def longest_run(found: Found, sources: Sources) -> Evidence:
    """Return the longest part of the quotation that stands in the place, as the nearest to it."""
    steps = [s for p in found.comparison.placed for s in p.steps if s.kind == "same"]
    run = max(steps, key=lambda s: s.s1 - s.s0)
    words, offset = found.comparison.said.words, found.place.start
    start, end = offset + words[run.s0].start, offset + words[run.s1 - 1].end
    return sources.evidence(found.place.article.id, start, end, stance="nearest", speaker=found.said_by)


def source_words(found: Found) -> str:
    """Return what was said: the whole sentences that the quotation was taken from."""
    if found.splice:
        return " / ".join(_part_sentence(p) for p in found.splice.parts)
    low, high = _utterance(found)
    return found.place.article.text[low:high]


def _utterance(found: Found) -> tuple[int, int]:
    """Return the span of the sentences quoted, in the article; of a quotation in an article what stands in its marks."""
    low, high = expected_span(found.comparison)
    low, high = found.place.start + low, found.place.start + high
    quoted, offset = found.place.quotation_at(*found.span), found.place.offset
    return (max(low, quoted.start + offset), min(high, quoted.end + offset)) if quoted else (low, high)


def _part_sentence(part: Part) -> str:
    words, text = part.place.said.words, part.place.said.text
    low, high = sentence_span(text, words[part.first].start, words[part.last - 1].end)
    return text[low:high]


def difference(found: Found, draft: str) -> list[DiffPart]:
    """Return the difference word by word; of a splice, each part with what was cut off where it is joined."""
    if not found.splice:
        return diff(found.comparison, draft)
    shown: list[DiffPart] = []
    for i, part in enumerate(found.splice.parts):
        words, text = part.place.said.words, part.place.said.text
        start, end = words[part.first].start, words[part.last - 1].end
        low, high = sentence_span(text, start, end)
        if i and (before := " ".join(text[low:start].split()[-_CUT_SHOWN:])):
            shown.append(DiffPart(op="delete", text=before))
        shown.append(DiffPart(op="equal", text=text[start:end]))
        if i < len(found.splice.parts) - 1 and (after := " ".join(text[end:high].split()[:_CUT_SHOWN])):
            shown.append(DiffPart(op="delete", text=after))
    return shown


def is_verbatim(found: Found) -> bool:
    """Tell whether whole sentences are quoted as they stand; quotation marks' style and punctuation aside."""
    comparison = found.comparison
    low, high = sentence_span(comparison.said.text, comparison.start, comparison.end)
    said = [w for w in comparison.said.words if low <= w.start < high]
    quoted = [raw for piece in comparison.saying.pieces for raw in piece.raw]
    texts = [comparison.said.text[w.start : w.end] for w in said]
    return len(comparison.saying.pieces) == 1 and list(map(_typed, quoted)) == list(map(_typed, texts))


def _typed(word: str) -> str:
    """Return a word with its case but a plain apostrophe."""
    return word.translate(_APOSTROPHES)


def source_name(article: Article) -> str:
    """Return what to call a source in a sentence; one without title, path or address is "the source"."""
    return "the source" if article.name == article.id else article.name


def explained(reason: Reason, found: Found, limit: Limit | None, draft: str) -> str:
    """Return one sentence on the words."""
    where = source_name(found.place.article)
    if limit:
        if reason is Reason.QUOTE_NEGATION_LOST:
            return f"Left out in the quotation: “{limit.text}”, which turns the sense."
        return f"Left off in the quotation: “{limit.text}”."
    if reason is Reason.QUOTE_SPLICED:
        return f"Two statements are joined into one; they stand apart in {where}."
    if reason is Reason.QUOTE_PARAPHRASE:
        return f"{where} says the like in other words; as a quotation it stands nowhere."
    if reason in (Reason.QUOTE_ALTERED, Reason.QUOTE_NEGATION_LOST):
        differs = changed_words(diff(found.comparison, draft))
        lost = "A “not” differs: " if reason is Reason.QUOTE_NEGATION_LOST else "Words differ: "
        return f"{lost}{differs}." if differs else reason.description
    if reason is Reason.QUOTE_SECONDHAND:
        return f"Word for word in {where}, but no record of what was said is among the sources."
    return f"Stands in {where}" + (
        ", word for word." if reason is Reason.QUOTE_VERBATIM else ", with lawful changes only."
    )


def elsewhere_explained(found: Found, speaker: str | None) -> str:
    """Return one sentence on few words that somebody else uses."""
    who = found.said_by or ("a reporter" if found.place.role == "question" else "nobody named")
    other = f", not by {speaker}" if speaker else ""
    return f"The words stand in {source_name(found.place.article)}, said by {who}{other}."


def embedding_explained(found: Found, lead: str) -> str:
    """Return one sentence on words that their speaker only tells of."""
    where, who = source_name(found.place.article), found.said_by or "The speaker"
    words = lead.rstrip("\"“‘', ") or "…"
    return f"{who} has it behind “{words}”, so it may be another’s view: {where}."


def pronoun_explained(found: Found, speaker: str | None) -> str:
    """Return one sentence on a speaker whom the source only calls "he" or "she"."""
    where = source_name(found.place.article)
    return f"No name stands with it in {where}: it seems to be {found.said_by} who says it, not {speaker}."


def attribution_explained(found: Found, speaker: str | None) -> str:
    """Return one sentence on the speaker."""
    where = source_name(found.place.article)
    if found.fit == "match":
        return f"{found.said_by or speaker or 'A reporter'} said it: {where}."
    if found.fit == "reporter":
        return f"A reporter asks it in {where}; {f'{speaker} did not say it' if speaker else 'the text names no speaker'}."
    if found.fit == "wrong":
        return f"{found.said_by} said it, not {speaker}: {where}."
    if not speaker:
        return f"The text names no speaker; in {where} it is {found.said_by or 'nobody named'}."
    if not found.said_by and found.place.role == "question":
        return f"A reporter has it in {where}, which does not tell surely whose words they are."
    if not found.said_by:
        return f"{where} does not say who said it."
    if unnamed_alike(speaker, found.said_by):
        return f"{where} has it from {found.said_by}, who is not named there either."
    return f"“{speaker}” can't be held against {found.said_by}, who said it in {where}."
