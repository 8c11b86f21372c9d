"""The check of quotations end to end; the cases by reason stand in evals/golden/quotes-check.jsonl and speakers-check.jsonl."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes import check as quotes
from presscheck.chains.check.sources import Sources
from presscheck.models import Article, Finding
from presscheck.vectorstore.library import MemoryLibrary

TALK = Article(
    id="talk",
    title="Harbor briefing",
    kind="transcript",
    complete="yes",
    published=datetime(2031, 3, 12),
    text=(
        "MS. LINDQVIST:  We will rebuild the north pier before the winter storms arrive. The ferry will not run at night.\n\n"
        "Q  Has the ministry abandoned the village of fishermen for good?\n\n"
        "MR. ADEYEMI:  Nobody has been abandoned. We have paid every family that lost a boat."
    ),
)
MISPRINT = Article(
    id="misprint",
    title="Pier news",
    published=datetime(2031, 3, 13),
    text="“We will rebuild the south pier before the winter storms arrive,” Lindqvist said. The town was pleased to hear it.",
)


def check(text: str, *sources: Article) -> list[Finding]:
    """Run the check of quotations alone."""
    draft = Draft(Article(text=text))
    return list(quotes.check(draft, Sources(MemoryLibrary(sources), draft), ()))


def codes(text: str, *sources: Article) -> list[str]:
    """Return the reasons that come out, in order."""
    return [f.reason.code for f in check(text, *sources)]


def test_evidence_is_the_place_in_the_source() -> None:
    """The evidence of a lawful quotation holds the characters quoted, and who spoke."""
    words, speaker = check("“We have paid every family that lost a boat,” Adeyemi said.", TALK)

    (evidence,) = words.evidence
    assert (
        TALK.text[evidence.start : evidence.end]
        == evidence.text
        == "We have paid every family that lost a boat"
    )
    assert (speaker.evidence[0].speaker, speaker.evidence[0].stance) == ("Mr. Adeyemi", "supports")


def test_an_altered_quotation_shows_what_was_said() -> None:
    """An altered quotation comes with the source's whole sentence, the difference and the place."""
    finding, _ = check(
        "“We will rebuild the south pier before the winter storms arrive,” Lindqvist said.", TALK
    )

    assert finding.reason.code == "quote.altered"
    assert finding.expected == "We will rebuild the north pier before the winter storms arrive."
    assert [(d.op, d.text) for d in finding.diff] == [
        ("equal", "We will rebuild the"),
        ("delete", "north"),
        ("insert", "south"),
        ("equal", "pier before the winter storms arrive"),
    ]
    assert finding.evidence[0].text == finding.expected
    assert "“south” was “north”" in finding.explanation


def test_both_findings_stand_on_the_same_characters() -> None:
    """The speaker has a finding of its own on the words quoted."""
    words, speaker = check("“Nobody has been abandoned,” Adeyemi said.", TALK)

    assert (words.claim.kind, speaker.claim.kind) == ("quote", "attribution")
    assert (words.claim.start, words.claim.end) == (speaker.claim.start, speaker.claim.end)


def test_a_quotation_that_stands_nowhere_has_no_finding_on_its_speaker() -> None:
    """Who said it is not asked of what nobody said."""
    assert codes("“My phone has not stopped ringing since the flood,” Adeyemi said.", TALK) == [
        "quote.not_in_transcript"
    ]


def test_an_earlier_misprint_makes_nothing_right() -> None:
    """The transcript decides, although an article has the altered words."""
    text = "“We will rebuild the south pier before the winter storms arrive,” Lindqvist said."

    assert codes(text, MISPRINT) == ["quote.secondhand", "speaker.match"]
    assert codes(text, MISPRINT, TALK) == ["quote.altered", "speaker.match"]


def test_an_unlike_phrase_in_a_transcript_does_not_touch_a_quotation_from_elsewhere() -> None:
    """A transcript that merely shares words with a quotation leaves it to the article that has it."""
    story = Article(
        text="“We paid for the boats out of our own pockets,” Ida Holm said. She runs the fish shop."
    )

    assert (
        codes("“We paid for the boats out of our own pockets,” Holm said.", TALK, story)[0]
        == "quote.secondhand"
    )


def test_a_quotation_runs_on_across_passages() -> None:
    """Words that stand in two passages of one turn are found as one quotation."""
    filler = " ".join(
        f"Clause number {n} speaks of the harbor wall and the people behind it." for n in range(60)
    )
    long = Article(
        text=f"MS. LINDQVIST:  {filler} We end here. And we begin again there.\n\nQ  Why?", kind="transcript"
    )
    text = (
        "“"
        + long.text[len("MS. LINDQVIST:  ") + 600 : len("MS. LINDQVIST:  ") + 2600]
        .split(". ", 1)[1]
        .rsplit(". ", 1)[0]
    )

    assert codes(f"{text},” Lindqvist said.", long)[0] in ("quote.verbatim", "quote.adjusted")


def test_an_ellipsis_must_not_hide_a_change_of_speaker() -> None:
    """Words of two speakers with an ellipsis between are joined, not shortened."""
    text = "“We will rebuild the north pier … We have paid every family that lost a boat,” Lindqvist said."

    assert codes(text, TALK)[0] == "quote.spliced"


def test_the_clause_left_off_is_shown() -> None:
    """A condition cut is a look, and the words left off are told."""
    talk = Article(
        text="MR. ADEYEMI:  The market opens in June unless the roof leaks.\n\nQ  Really?", kind="transcript"
    )
    finding = check("“The market opens in June,” Adeyemi said.", talk)[0]

    assert (finding.reason.code, finding.severity.value) == ("quote.condition_cut", "look")
    assert "unless the roof leaks" in finding.explanation


def test_a_clean_occurrence_clears_a_cut_one() -> None:
    """Said once with a condition and once without, the words may stand without."""
    talk = Article(
        text="MR. ADEYEMI:  The market opens in June unless the roof leaks.\n\nQ  When?\n\nMR. ADEYEMI:  The market opens in June.",
        kind="transcript",
    )

    assert codes("“The market opens in June,” Adeyemi said.", talk)[0] in ("quote.verbatim", "quote.adjusted")


def test_the_speaker_is_looked_for_among_all_who_said_it() -> None:
    """Where two people said the same, the quotation is right for either."""
    talk = Article(
        text="MS. LINDQVIST:  The village comes first for all of us.\n\nQ  And you?\n\nMR. ADEYEMI:  The village comes first for all of us.",
        kind="transcript",
    )

    for name in ("Lindqvist", "Adeyemi"):
        assert codes(f"“The village comes first for all of us,” {name} said.", talk)[1] == "speaker.match"


def test_words_quoted_in_a_turn_are_those_of_whoever_is_quoted() -> None:
    """An official who quotes another is not the speaker of the words."""
    talk = Article(
        text="MS. LINDQVIST:  As Minister Varga said, “The harbor is the heart of this coast.”\n\nQ  Thank you.",
        kind="transcript",
    )

    assert codes("“The harbor is the heart of this coast,” Varga said.", talk)[1] == "speaker.match"


def test_an_interrupted_quotation_is_one() -> None:
    """What stands between the parts is not quoted; the words must follow each other."""
    text = "“We will rebuild the north pier,” Lindqvist said, “before the winter storms arrive.”"

    assert codes(text, TALK) == ["quote.verbatim", "speaker.match"]


def test_two_sentences_around_the_speaker_stand_each_for_itself() -> None:
    """After a full stop the quotation may go on from elsewhere; each part must be right, and a wrong one is told by itself."""
    text = "“We will rebuild the north pier before the winter storms arrive,” Lindqvist said. “The ferry will run at night.”"

    told = next(f for f in check(text, TALK) if f.claim.kind == "quote")

    assert told.reason.code == "quote.negation_lost"
    assert told.claim.text == "The ferry will run at night."


def test_every_fault_of_an_interrupted_quotation_is_told() -> None:
    """Two sentences altered are two findings; what stands nowhere does not touch the sentence beside it."""
    altered = "“We will rebuild the south pier before the winter storms arrive,” Lindqvist said. “The ferry will run at night.”"
    added = "“We will rebuild the north pier before the winter storms arrive,” Lindqvist said. “No coast has seen the like.”"

    assert codes(altered, TALK)[::2] == ["quote.altered", "quote.negation_lost"]
    assert [(f.reason.code, f.claim.text) for f in check(added, TALK)] == [
        ("speaker.match", "We will rebuild the north pier before the winter storms arrive,"),
        ("quote.not_in_transcript", "No coast has seen the like."),
    ]


@pytest.mark.parametrize(
    ("complete", "code"), [("yes", "quote.not_in_transcript"), ("excerpt", "quote.not_in_excerpt")]
)
def test_absence_says_what_was_searched(complete: str, code: str) -> None:
    """A complete record and an excerpt are told apart, and named."""
    finding = check(
        "“Every crane will be gone by Christmas,” Lindqvist said.",
        TALK.model_copy(update={"complete": complete}),
    )[0]

    assert finding.reason.code == code
    assert "Harbor briefing" in finding.explanation


def test_a_speaker_of_whom_no_record_is_stored() -> None:
    """Where the speaker speaks in no source, nothing can be said but that."""
    assert codes("“Glaciers keep better minutes than parliaments,” Per Lund said.", TALK) == [
        "quote.not_found"
    ]


def test_a_word_in_quotation_marks_is_no_alarm() -> None:
    """A label of one or two words that stands nowhere is folded."""
    found = check("Lindqvist called the plan “harebrained” and walked out.", TALK)

    assert found
    assert all(f.severity.value in ("info", "look") for f in found)


@given(st.text(alphabet="“”\"'‘’…[]() .,-—\nabcdeDefNot?!", max_size=120))
def test_no_text_breaks_the_check(text: str) -> None:
    """Whatever stands in the draft, findings have spans that hold, and evidence too."""
    for finding in check(text, TALK, MISPRINT):
        assert text[finding.claim.start : finding.claim.end] == finding.claim.text
        for evidence in finding.evidence:
            source = TALK if evidence.article_id == "talk" else MISPRINT
            assert source.text[evidence.start : evidence.end] == evidence.text


@given(st.integers(0, len(TALK.text)), st.integers(0, len(TALK.text)))
def test_any_stretch_of_a_turn_is_found(a: int, b: int) -> None:
    """A stretch of one sentence, cut at words, is never called altered or absent."""
    sentence = "We will rebuild the north pier before the winter storms arrive"
    words = sentence.split()
    low, high = sorted((a % len(words), b % len(words)))
    quoted = " ".join(words[low : high + 1])

    for finding in check(f"Lindqvist said: “{quoted}.”", TALK):
        assert finding.verdict.value == "supported" or finding.severity.value in ("look", "info")


@pytest.mark.parametrize(
    ("quotation", "reason"),
    [
        ("This is a bailout", "quote.negation_lost"),
        ("This is not a bailout", "quote.altered"),
        ("It was their bailout", "quote.not_in_transcript"),
    ],
)
def test_a_short_quotation_that_changes_a_whole_sentence_is_told(quotation: str, reason: str) -> None:
    """A few words of the person named are called altered where they are a whole sentence but for a word or two."""
    said = "MS. VALE:  This isn't a bailout. It will be repaid.\n\nQ  When?\n\nMS. VALE:  By May."
    source = Article(text=said, kind="transcript", complete="yes")

    codes = {f.reason.code for f in check(f"“{quotation},” Vale said.", source)}

    assert reason in codes
