"""What the sources tell otherwise; the cases by reason stand in evals/golden/statements-reworded.jsonl."""

from presscheck.chains.check.statements.causes import another_cause, cause_nowhere
from presscheck.chains.check.statements.polarity import not_added
from presscheck.chains.check.words.opposites import are_opposite
from presscheck.chains.check.words.reading import read_words

TOLD = read_words("Harvests rose by a tenth due to the new canal.")


def test_a_cause_told_of_something_else_is_named() -> None:
    """The sources tell of the same with another cause, or have the cause nowhere."""
    claim = read_words("Harvests rose by a tenth due to the drought.")
    found = another_cause(claim, [TOLD])

    assert found is not None
    assert TOLD.span(*found.theirs) == "due to the new canal"
    assert cause_nowhere(claim, [TOLD], {*TOLD.vocabulary}) == "“due to the drought” stands in no source"
    assert another_cause(TOLD, [TOLD]) is None


def test_a_not_that_another_sentence_has_too_is_not_added() -> None:
    """It may stand anywhere in the sources."""
    claim = read_words("The mill was not sold in June.")
    told = read_words("The mill was sold, its owner had hoped, in June.")
    denied = read_words("The mill has not been sold.")

    assert not_added(claim, [told], [told]) is not None
    assert not_added(claim, [told], [told, denied]) is None


def test_words_that_only_begin_like_a_prefix_are_no_opposites() -> None:
    """To discover is not the opposite of to cover."""
    assert not are_opposite("discover", "cover")
    assert not are_opposite("inform", "form")
    assert are_opposite("inactive", "active")
    assert are_opposite("disagree", "agree")


def test_a_title_cut_short_ends_no_clause() -> None:
    """What stands behind "Sen." belongs to the same clause."""
    assert len({*read_words("Kestrel trounced Sen. Odd Marl").clauses}) == 1
