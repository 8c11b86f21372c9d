"""The score of a whole text, and the small model behind it."""

import pytest

from presscheck.chains.check import check_text
from presscheck.chains.check.support.model import Model, support_model

SOURCE = (
    "The port authority of Aldport closed the northern terminal on Monday after an oil spill. Engineers inspected the "
    "pumps before the terminal opened again on Friday."
)
MODEL = {
    "words": {"word:colleague": -1.0},
    "words_bias": 0.0,
    "logistic": {"a": [0.0, 1.0, 2.0, 0.0, 1.0, 0.0], "words.score": [0.0, 1.0, 1.0, 0.0, 0.0, 0.0]},
    "bias": [0.0, 0.0, 0.0, 0.0],
    "trees_first": 0.0,
    "trees": [["a", 0.5, -1.0, 1.0]],
    "calibration": [1.0, 0.0],
}


def support(text: str, source: str = SOURCE) -> float:
    """Return the support of a text."""
    score = check_text(text, [source]).support
    assert score is not None
    return score


def test_what_stands_in_the_source_scores_above_half() -> None:
    """A sentence of the source is supported."""
    assert support("Engineers inspected the pumps before the terminal opened again on Friday.") > 0.5


def test_what_does_not_stand_there_scores_below_half() -> None:
    """A sentence on something else is not."""
    assert support("The museum of Kelland drew record crowds in spring, curators announced.") < 0.5


def test_one_bad_sentence_lowers_the_whole() -> None:
    """All parts have to hold."""
    good = "The port authority of Aldport closed the northern terminal on Monday after an oil spill."
    bad = f"{good} The museum of Kelland drew record crowds in spring."

    assert support(bad) < support(good)


def test_lower_case_is_read_too() -> None:
    """A text in small letters is checked like any other."""
    assert support("engineers inspected the pumps before the terminal opened again .", SOURCE.lower()) > 0.5


@pytest.mark.parametrize(
    ("text", "sources"), [("", [SOURCE]), ("...", [SOURCE]), ("The mayor resigned.", [])]
)
def test_nothing_to_check_gives_no_score(text: str, sources: list[str]) -> None:
    """Without a statement or without a source there is no number."""
    assert check_text(text, sources).support is None


def test_the_same_text_scores_the_same() -> None:
    """Equal inputs give equal scores."""
    text = "The northern terminal was shut after a spill."

    assert support(text) == support(text)


def test_the_logits_of_both_parts_are_averaged() -> None:
    """Regression 2, tree 1: the mean logit is 1.5."""
    assert Model(MODEL).probability({"a": 1.0, "words.mean": 18.0}) == pytest.approx(0.8176, abs=1e-4)


def test_weights_shift_for_short_sentences() -> None:
    """Of sentences of eight words the signal weighs one more: regression 3, tree 1."""
    assert Model(MODEL).probability({"a": 1.0, "words.mean": 8.0}) == pytest.approx(0.8808, abs=1e-4)


def test_weights_shift_for_spoken_sources() -> None:
    """Where every third word is "I", "you" or "we" the signal weighs one more: regression 3, tree 1."""
    spoken = {**MODEL, "logistic": {"a": [0.0, 1.0, 2.0, 0.0, 0.0, 1.0]}}

    score = Model(spoken).probability({"a": 1.0, "words.mean": 18.0, "spoken.mean": 0.33})

    assert score == pytest.approx(0.8808, abs=1e-4)


def test_what_another_check_refutes_scores_half_as_much() -> None:
    """Of 0.8176 there is left 0.4088, below the boundary."""
    score = Model(MODEL).probability({"a": 1.0, "words.mean": 18.0, "refuted": 1.0})

    assert score == pytest.approx(0.4088, abs=1e-4)


def test_a_wrong_figure_keeps_a_text_below_half() -> None:
    """All else stands there; the figure alone decides."""
    source = f"{SOURCE} The authority spent $48 million on the northern terminal, engineers said."

    assert support("The authority spent $48 million on the northern terminal.", source) > 0.5
    assert support("The authority spent $48 billion on the northern terminal.", source) < 0.5


def test_an_altered_quotation_keeps_a_text_below_half() -> None:
    """A "not" is lost between the marks."""
    source = "“We will not ask the town for another cent,” Lena Ortega, the harbour master, told reporters."

    assert support("“We will ask the town for another cent,” Lena Ortega said.", source) < 0.5


SPOKEN = "MS. ORTEGA: We will not ask the town for another cent. The quay is safe."


@pytest.mark.parametrize(
    "text",
    [
        "“We will not ask the town for another cent,” Lena Ortega said.",
        "Lena Ortega told reporters, “The quay is safe.”",
        "“The quay is safe,” Ortega said. “We will not ask the town for another cent.”",
    ],
)
def test_a_verbatim_quotation_of_the_right_speaker_is_supported(text: str) -> None:
    """Nothing else is said, so the check of quotations decides, however short the source."""
    report = check_text(text, [SPOKEN])
    told = [f.confidence for f in report.findings if f.claim.kind == "statement"]

    assert report.support is not None
    assert report.support > 0.9
    assert all(confidence and confidence > 0.9 for confidence in told)


@pytest.mark.parametrize(
    "text",
    [
        "“We will not ask the town for another cent,” Jonas Brandt said.",
        "“We will not ask the town for another dollar,” Lena Ortega said.",
        "Lena Ortega praised the museum of Kelland: “The quay is safe.”",
    ],
)
def test_a_wrong_speaker_other_words_or_more_than_a_quotation_is_not(text: str) -> None:
    """Who said it, the words and what stands around them must all hold."""
    assert support(text, SPOKEN) < 0.5


def test_a_word_that_a_tool_could_not_read_says_nothing() -> None:
    """[UNK] stands for a word that was not read: it is no name that the source lacks."""
    text = "Engineers [UNK] inspected the pumps before the terminal opened again on Friday."

    assert support(text) == pytest.approx(support(text.replace("[UNK] ", "")), abs=0.05)


def test_a_word_that_the_evidence_lacks_weighs_what_the_table_says() -> None:
    """Regression 2 - 1, tree 1: the mean logit is 1."""
    signals = {"a": 1.0, "words.mean": 18.0, "word:colleague": 1.0, "word:unheard": 1.0}

    assert Model(MODEL).probability(signals) == pytest.approx(0.7311, abs=1e-4)


def test_a_missing_signal_counts_as_nought() -> None:
    """Regression 0, tree -1: the mean logit is -0.5."""
    assert Model(MODEL).probability({}) == pytest.approx(0.3775, abs=1e-4)


def test_the_shipped_model_is_readable() -> None:
    """Each signal has a mean, a scale and a weight with its three shifts; scales are positive."""
    assert all(len(row) == 6 and row[1] > 0 for row in support_model().logistic.values())
