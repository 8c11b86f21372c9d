"""A model's verdict beside plain code's: nothing is turned around, both are shown, and parts of a sentence are told."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck import Article, Finding, Reason, Severity, Verdict, check_text
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources
from presscheck.chains.model.decompose import is_tangled
from presscheck.chains.model.excerpts import ROOM, excerpts
from presscheck.chains.model.fence import LONGEST
from presscheck.chains.model.judge import Answer, Outcome
from presscheck.chains.model.merge import merge, moved, overall
from presscheck.errors import AnswerUnusable, BudgetSpent, TooLong
from presscheck.llm import Model, ModelOptions
from presscheck.models import Claim
from presscheck.vectorstore.library import MemoryLibrary

Steps = dict[str, Any]
SOURCE = Article(
    id="briefing",
    text=(
        "The crews of the harbour are tired after nine nights on the dykes. The mood among them is grim. "
        "Captain Ortega said that the pumps would be sent to the lower town on Monday. Nobody knows yet who will pay."
    ),
)
CLAIM = Claim(
    id="c", kind="statement", text="The crews are tired.", start=0, end=20, sentence_start=0, sentence_end=20
)
OTHER = CLAIM.model_copy(update={"id": "f", "kind": "figure"})
SOURCES = Sources(MemoryLibrary([SOURCE]), Draft(Article(text="The crews are tired.")))


def answer(verdict: Any) -> Answer:
    """Return a verified verdict that points to the source's first words."""
    passage = SOURCES.passages("briefing")[0]
    return Answer(verdict, "another number", passage, 0, 37)


def merged(reason: Reason, confidence: float, outcome: Outcome, *others: Finding) -> Finding:
    """Return a finding of plain code after the model's outcome."""
    finding = Finding.of(CLAIM, reason, confidence=confidence)
    return merge(finding, outcome, [finding, *others], SOURCES, "m")


@given(
    st.sampled_from([Reason.STATEMENT_SUPPORTED, Reason.STATEMENT_UNSUPPORTED]),
    st.floats(0.01, 0.99),
    st.sampled_from(["supported", "contradicted", "not_found"]),
    st.sampled_from(
        [Reason.FIGURE_VALUE, Reason.FIGURE_OUTDATED, Reason.QUOTE_NOT_FOUND, Reason.SOURCE_DISAGREE]
    ),
)
def test_no_answer_turns_a_finding_around(
    reason: Reason, confidence: float, verdict: str, wrong: Reason
) -> None:
    """What is carried stays carried; beside what is wrong nothing passes that did not pass before."""
    alone = merged(reason, confidence, answer(verdict))
    beside = merged(reason, confidence, answer(verdict), Finding.of(OTHER, wrong))

    if reason is Reason.STATEMENT_SUPPORTED:
        assert (alone.reason, beside.reason) == (reason, reason)
    assert beside.verdict is reason.verdict
    assert beside.severity in (reason.severity, Severity.LOOK)


def test_what_a_model_finds_passes_where_plain_code_is_near() -> None:
    """And not where few of its words agree: there the place is shown for a person."""
    near, far = (merged(Reason.STATEMENT_UNSUPPORTED, p, answer("supported")) for p in (0.45, 0.1))

    assert (near.reason, near.evidence[0].stance) == (Reason.STATEMENT_SUPPORTED, "supports")
    assert (far.reason, far.evidence[0].stance) == (Reason.STATEMENT_UNSUPPORTED, "nearest")
    assert "m finds it here" in far.explanation
    assert SOURCE.text[near.evidence[0].start : near.evidence[0].end] == near.evidence[0].text


def test_where_they_differ_both_are_shown() -> None:
    """A carried statement that the model reads otherwise is for a person, with its reason from the closed list."""
    doubted = merged(Reason.STATEMENT_SUPPORTED, 0.6, answer("contradicted"))
    stands = merged(
        Reason.STATEMENT_UNSUPPORTED, 0.4, answer("supported"), Finding.of(OTHER, Reason.FIGURE_VALUE)
    )

    assert (doubted.verdict, doubted.severity) == (Verdict.SUPPORTED, Severity.LOOK)
    assert "m reads the source otherwise: another number." in doubted.explanation
    assert "figure.value stands" in stands.explanation


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (AnswerUnusable("x"), Reason.CHECK_NO_MODEL),
        (BudgetSpent("x"), Reason.CHECK_BUDGET),
        (TooLong(), Reason.CHECK_TOO_LONG),
    ],
)
def test_without_an_answer_it_is_not_checkable(error: Outcome, reason: Reason) -> None:
    """With the code that says why."""
    assert merged(Reason.STATEMENT_UNSUPPORTED, 0.4, error).reason is reason


def test_an_unknown_model_moves_nothing_until_it_is_trusted(script: Any, steps: Steps) -> None:
    """Its verdict is shown; support and confidence stay. Models that the openai package knows move it by themselves."""
    found = {
        "verdict": "supported",
        "evidence": 1,
        "words": "The mood among them is grim",
        "reason": "says it",
    }
    script.steps = [steps["says"]({"judgements": [{"claim": 1, **found}]})]
    draft = "The mood of the crews is very bad and grim."
    alone = check_text(draft, [SOURCE])
    supports = [
        check_text(draft, [SOURCE], model=Model(name, options=ModelOptions(trust=trust))).support or 0.0
        for name, trust in (("openai:scripted", None), ("openai:scripted", 2.0), ("openai:gpt-4o-mini", None))
    ]

    assert alone.support == supports[0]
    assert supports[0] < supports[2] < supports[1]


def test_trust_says_how_much_a_verdict_moves() -> None:
    """None leaves the support as it is; more moves it further."""
    assert moved(0.4, "supported", 0.0) == 0.4
    assert moved(0.4, "supported", 1.0) < moved(0.4, "supported", 3.0)


@given(st.floats(0.001, 0.999))
def test_a_verdict_moves_the_probability_its_way(p: float) -> None:
    """And keeps it one."""
    assert 0 <= moved(p, "contradicted") <= moved(p, "not_found") <= moved(p, "supported") <= 1
    assert overall(None, [], []) is None


# What is asked


def test_a_sentence_too_long_for_a_prompt_is_told_not_cut(script: Any, steps: Steps) -> None:
    """Nothing of it is sent."""
    script.steps = [steps["says"]({"judgements": []})]
    long = "The crews are tired " + "and wet " * (LONGEST // 8) + "at dawn."
    report = check_text(long, [SOURCE], model=Model("openai:scripted"))

    assert Reason.CHECK_TOO_LONG in {f.reason for f in report.findings}
    assert script.asked == []


def test_claims_too_long_together_are_asked_about_one_by_one(script: Any, steps: Steps) -> None:
    """And one that is too long by itself is told so."""
    overflow = steps["sends"]({"error": {"message": "exceeds the available context size", "code": 400}}, 400)
    missing = steps["says"]({"judgements": [{"claim": 1, "verdict": "not_found", "reason": "not said"}]})
    script.steps = [overflow, missing, overflow]
    options = ModelOptions(seconds=2.0, retries=0, concurrency=1, split=False)
    draft = "Bishops wrote a letter. The opera opened a school."
    report = check_text(draft, [SOURCE], model=Model("openai:scripted", options=options))
    told = [f for f in report.findings if f.claim.kind == "statement"]

    (too_long,) = (f for f in told if f.reason is Reason.CHECK_TOO_LONG)
    assert len(told) == 2
    assert "longer than the model takes" in too_long.explanation
    assert len(script.asked) == 3


def test_evidence_is_whole_sentences_in_their_place() -> None:
    """Up to the room there is; a duplicate is shown once."""
    text = " ".join(f"The crews of dyke {n} are tired after the night." for n in range(60))
    article = Article(id="long", text=f"{text} {text}")
    sources = Sources(MemoryLibrary([article]), Draft(Article(text="The crews of dyke 7 are tired.")))
    found = excerpts(sources, "The crews of dyke 7 are tired.")

    assert all(article.text[p.start : p.end] == p.text for p in found)
    assert sum(len(p.text) for p in found) <= ROOM + 60  # and the spaces between sentences
    assert "dyke 7 are tired after the night." in " ".join(p.text for p in found)
    assert all(p.text.endswith("night.") for p in found)


# Sentences in parts

TANGLED = (
    "The crews of the harbour are tired after nine nights on the dykes, and a new theatre was opened by the duchess, "
    "the bishop's choir in the mountain village sang."
)


def test_the_missing_part_of_a_tangled_sentence_is_told(script: Any, steps: Steps) -> None:
    """In the sentence's own words; the verdict stays as it was."""
    claims = [
        "The crews of the harbour are tired after nine nights on the dykes, the bishop's choir sang.",
        "A new theatre was opened by the duchess, the choir in the mountain village sang.",
    ]
    found = {
        "verdict": "supported",
        "evidence": 1,
        "words": "The crews of the harbour are tired",
        "reason": "says it",
    }
    missing = {"verdict": "not_found", "evidence": 0, "words": "", "reason": "not said"}
    script.steps = [
        steps["says"]({"judgements": [{"claim": 1, **missing}]}),
        steps["says"]({"claims": claims}),
        steps["says"]({"judgements": [{"claim": 1, **found}, {"claim": 2, **missing}]}),
    ]
    options = ModelOptions(seconds=2.0, retries=0, concurrency=1)
    alone = check_text(TANGLED, [SOURCE])
    report = check_text(TANGLED, [SOURCE], model=Model("openai:scripted", options=options))
    (finding,) = [f for f in report.findings if f.claim.kind == "statement"]

    assert finding.reason is next(f.reason for f in alone.findings if f.claim.kind == "statement")
    assert "1 of its 2 parts were found; not: “theatre was opened by the duchess" in finding.explanation
    assert len(script.asked) == 3


def test_splitting_can_be_switched_off_and_its_failure_changes_nothing(script: Any, steps: Steps) -> None:
    """The verdict on the whole sentence stands."""
    missing = {"judgements": [{"claim": 1, "verdict": "not_found", "reason": "not said"}]}
    for split, calls in ((False, 1), (True, 2)):
        script.asked.clear()
        script.steps = [steps["says"](missing), steps["fails"](400)]
        options = ModelOptions(seconds=2.0, retries=0, split=split)
        report = check_text(TANGLED, [SOURCE], model=Model("openai:scripted", options=options))
        assert "check.no_model" not in report.coverage.not_checked
        assert len(script.asked) >= calls
        assert not [f for f in report.findings if "parts" in f.explanation]


def test_only_long_sentences_joined_in_places_are_split() -> None:
    """A plain sentence costs no call."""
    assert is_tangled(TANGLED)
    assert not is_tangled("The crews are tired, wet, and cold.")
