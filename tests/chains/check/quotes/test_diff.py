"""The difference that people read."""

from presscheck.chains.check.quotes.compare import compare
from presscheck.chains.check.quotes.diff import LONGEST, changed_words, diff, expected_span
from presscheck.chains.check.quotes.pieces import sayings
from presscheck.chains.check.quotes.spoken import Spoken


def shown(quotation: str, said: str) -> str:
    """Return the difference in one line: [-only said-] {+only quoted+}."""
    (saying,) = sayings(quotation, [(0, len(quotation))])
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return " ".join(marks[p.op].format(p.text) for p in diff(compare(saying, Spoken(said))[0], quotation))


def test_the_end_of_the_sentence_is_shown_where_the_end_is_reworded() -> None:
    """A quotation whose end was reworded shows what was said up to the full stop."""
    said = "We saw that the roof of the school was gone by the morning of the second day. Nobody slept."

    assert shown("We saw that the roof of the school vanished", said) == (
        "We saw that the roof of the school [-was gone by the morning of the second day-] {+vanished+}"
    )


def test_changes_parted_by_a_stop_word_are_one() -> None:
    """Two changes with only "the" between read as one."""
    assert shown("We saw an open gate for the dogs there", "We saw an old door for the cats there") == (
        "We saw an [-old door for the cats-] {+open gate for the dogs+} there"
    )


def test_lawful_differences_are_no_change() -> None:
    """What may differ is shown as equal, in the source's words."""
    assert shown("We saw ten cats near the garden wall", "We — we saw 10 dogs near the, uh, garden wall") == (
        "we saw 10 [-dogs-] {+cats+} near the, uh, garden wall"
    )


def test_a_very_long_sentence_is_cut_at_words() -> None:
    """Of a sentence without end what stands around the quoted words is shown."""
    said = "and so on " * 200 + "we opened the gate at dawn " + "and so on " * 200
    (saying,) = sayings("we opened the gate at noon", [(0, 26)])
    low, high = expected_span(compare(saying, Spoken(said))[0])

    assert high - low <= LONGEST + 20
    assert "we opened the gate at dawn" in said[low:high]
    assert said[low - 1] == " " == said[high]


def test_the_change_is_told_in_words() -> None:
    """Changed, added and lost words are each told."""
    (saying,) = sayings("we opened the big gate at noon", [(0, 30)])
    parts = diff(
        compare(saying, Spoken("Then we opened the gate at dawn with them"))[0],
        "we opened the big gate at noon",
    )

    assert changed_words(parts).startswith("“big” is added; “noon” was “dawn")
