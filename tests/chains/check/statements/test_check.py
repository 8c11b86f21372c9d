"""The check of statements; the cases by reason stand in evals/golden/statements-check.jsonl."""

from hypothesis import given, settings
from hypothesis import strategies as st

from presscheck.chains.check import check_text
from presscheck.chains.check.statements.check import HELD, check
from presscheck.chains.check.statements.ground import weights_of
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import read_words
from presscheck.evals.rows import CheckRow, load_rows
from presscheck.models import Finding
from presscheck.reasons import Reason

SOURCE = (
    "The weather service expects fog until Thursday. The harbour of Aldport did not close on Monday after the storm. "
    "Some of the dockworkers returned on Tuesday. The mayor denied that the council had hidden the report from voters."
)


def findings(text: str, *sources: str) -> list[Finding]:
    """Run the check of statements alone."""
    return list(check_text(text, sources, checks=[check]).findings)


def test_each_sentence_gets_one_finding() -> None:
    """Two statements are two claims, each with a probability."""
    found = findings("Some of the dockworkers returned on Tuesday. The mayor resigned.", SOURCE)

    assert [f.claim.text for f in found] == [
        "Some of the dockworkers returned on Tuesday.",
        "The mayor resigned.",
    ]
    assert all(f.confidence is not None and 0 <= f.confidence <= 1 for f in found)


def test_evidence_is_the_sentence_in_the_source() -> None:
    """The evidence of a statement holds the source's characters."""
    (finding,) = findings("Some of the dockworkers returned on Tuesday.", SOURCE)

    assert finding.reason.code == "statement.supported"
    assert SOURCE[finding.evidence[0].start : finding.evidence[0].end] == finding.evidence[0].text


def test_a_contradiction_names_both_sides() -> None:
    """What is expected is the source's words; the explanation has the draft's."""
    (finding,) = findings("All of the dockworkers returned on Tuesday.", SOURCE)

    assert (finding.reason.code, finding.expected) == ("statement.quantifier", "Some")
    assert "“All”" in finding.explanation


def test_a_lost_not_is_shown() -> None:
    """The source's "not" and the word it turns are expected."""
    (finding,) = findings("The harbour of Aldport closed on Monday after the storm.", SOURCE)

    assert (finding.reason.code, finding.expected) == ("statement.negation", "not close")


def test_what_was_denied_is_no_fact() -> None:
    """A denial never supports what it denies."""
    (finding,) = findings("The council had hidden the report from voters.", SOURCE)

    assert finding.reason.code == "source.denied"


def test_a_statement_told_both_ways_by_the_sources_is_not_contradicted() -> None:
    """Where another sentence, as near, says the same, nothing is wrong."""
    both = f"{SOURCE} Later it was clear that the harbour of Aldport did close on Monday after the storm."

    assert [
        f.severity.value
        for f in findings("The harbour of Aldport did close on Monday after the storm.", both)
    ] == ["ok"]


def test_what_no_source_speaks_of_is_folded() -> None:
    """Background is no alarm."""
    (finding,) = findings("The opera season opens with a work by a young composer.", SOURCE)

    assert (finding.reason.code, finding.severity.value) == ("statement.unsupported", "info")


def test_nothing_comes_of_no_sources() -> None:
    """Without sources there is no statement to check."""
    assert findings("The mayor resigned.") == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.text(max_size=200))
def test_any_text_can_be_checked(text: str, source: str) -> None:
    """Whatever the text and the source, the check ends, and evidence is the source's own characters."""
    for finding in findings(text, source):
        assert all(source[e.start : e.end] == e.text for e in finding.evidence)


def test_a_pronoun_of_the_source_stands_for_the_one_named_before() -> None:
    """Where two may be meant, nothing is said."""
    one = "Helen Brandt, the mayor, spoke on Sunday. She did not apologise for the delay."
    two = "Helen Brandt met Maria Lund on Sunday. She did not apologise for the delay."

    assert findings("Helen Brandt apologised for the delay.", one)[0].reason.code == "statement.negation"
    assert findings("Helen Brandt apologised for the delay.", two)[0].reason.code != "statement.negation"


def test_what_was_refused_in_the_sentence_behind_is_not_agreed_to() -> None:
    """The pronoun "one" stands for what the sentence before asks for."""
    source = (
        "Relatives have demanded an inquiry into the collapse of the bridge. The state refused to hold one."
    )
    (finding,) = findings("The state agreed to hold an inquiry into the collapse of the bridge.", source)

    assert finding.reason.code == "statement.antonym"
    assert finding.expected == "refused"


def test_another_person_who_did_it_is_named() -> None:
    """Where the sources tell of the same deed only with one person, and name the other elsewhere."""
    source = "Sarah Kimani asked the minister to resign. James Otieno said he should stay."

    assert findings("James Otieno asked the minister to resign.", source)[0].reason.code == "statement.role"
    both = f"{source} Otieno later asked the minister to resign as well."
    assert findings("James Otieno asked the minister to resign.", both)[0].reason.code != "statement.role"


def test_what_is_called_sourced_stands_for_the_most_part_in_the_sentences_shown() -> None:
    """Nobody is told that a source carries a statement and shown sentences that don't."""
    carried = [
        finding
        for row in load_rows("statements")[::4]
        if isinstance(row, CheckRow)
        for finding in check_text(row.text, sources=[s for s in row.sources if isinstance(s, str)]).findings
        if finding.reason is Reason.STATEMENT_SUPPORTED
    ]
    shares = []
    for finding in carried:
        need = weights_of(read_words(finding.claim.text))
        known = {w for e in finding.evidence for w in read_words(e.text).vocabulary}
        held = [w for w in need if w in known or known & lexicon.alike(w)]
        shares.append(sum(need[w] for w in held) / sum(need.values()))
    assert len(carried) > 50
    assert min(shares) >= HELD - 1e-9


def test_a_sentence_that_only_quotes_a_turn_of_a_transcript_is_borne_out_by_it() -> None:
    """The speaker's name stands before the turn, not in the words; another speaker's words bear nothing out."""
    source = "MS. ALDER: We won't close the quay.\nMR. OTIENO: The dredging starts in May."
    codes = [
        f.reason.code
        for said in ("“We won't close the quay,” Alder said.", "“We won't close the quay,” Otieno said.")
        for f in check_text(said, sources=[source]).findings
        if f.claim.kind == "statement"
    ]

    assert codes == ["statement.supported", "statement.unsupported"]
