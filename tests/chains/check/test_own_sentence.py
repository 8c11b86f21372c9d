"""A source's own sentence, quoted as it stands, is never called wrong for what is read into it."""

from __future__ import annotations

import pytest

from presscheck import check_text
from presscheck.text.sentences import split_sentences

ARTICLE = (
    "Harlan Voss spoke in Halden on Monday night to a crowd of farmers. Renner “caused tremendous havoc in the valley,” he "
    "said. Voss leads Renner 1,428 to 1,153 in pledged votes, and 516 to 39 among the officers who have announced a "
    "preference. After small increases for two years, the office said, costs will go up more sharply after 2038. We use "
    "cookies on the Halden website to improve your visit, monitor how our site is used, and to track advertising."
)


@pytest.mark.parametrize("sentence", [s.text for s in split_sentences(ARTICLE)])
def test_each_sentence_alone_holds(sentence: str) -> None:
    """Neither its speaker, nor its figures, nor what it states is called wrong by the article that it comes from."""
    assert [f.reason for f in check_text(sentence, sources=[ARTICLE]).findings if f.severity == "fix"] == []


def test_a_name_that_the_cut_brings_near_is_for_a_look() -> None:
    """Where the sentences from the name to the quotation stand in the article so, a person decides who is meant."""
    article = (
        "Ute Marsh spoke first. “Other people want to part us,” Marsh said. “I will not leave the valley.” Renner agreed "
        "with Marsh, like most of the farmers in the hall."
    )
    cut = "“I will not leave the valley.” Renner agreed with Marsh, like most of the farmers in the hall."
    told = "“I will not leave the valley,” Renner said."

    assert not [f for f in check_text(cut, sources=[article]).findings if f.severity == "fix"]
    assert [f.reason.code for f in check_text(told, sources=[article]).findings if f.severity == "fix"] == [
        "speaker.wrong"
    ]


def test_a_name_inside_the_quotation_names_no_speaker() -> None:
    """Only a name outside the marks is what the draft's sentence says of who spoke."""
    article = "Ute Marsh spoke first. “Renner must go now,” Marsh said. “Renner has had his time.” Nadia Renner came later."
    draft = "Nadia Renner stood up and told the farmers:\n\n“Renner has had his time.”"
    findings = check_text(draft, sources=[article]).findings

    assert [f.reason.code for f in findings if f.claim.kind == "attribution"] == ["speaker.wrong"]
