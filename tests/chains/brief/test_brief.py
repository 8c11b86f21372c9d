"""The brief: every sentence cites its source, spoken words only as quotations, within the number of words."""

from datetime import datetime

import pytest

from presscheck.chains.brief import make_brief
from presscheck.errors import BadRequest, NothingToCheck
from presscheck.models import Article, Brief, BriefSentence
from presscheck.vectorstore.library import MemoryLibrary

BRIEFING = Article(
    id="briefing",
    kind="transcript",
    title="Harbour briefing",
    published=datetime(2025, 3, 4),
    text=(
        "CAPT. LENA ORTEGA: The north quay closes on Monday because its piles have rotted. It is not safe.\n\n"
        "Q: Will the south quay close as well as the north quay?\n\n"
        "CAPT. ORTEGA: The south quay stays open for all ships unless the wind is above force nine.\n"
    ),
)
STORY = Article(
    id="story",
    publisher="Halden Post",
    published=datetime(2025, 3, 5),
    text=(
        "The harbour board will spend $4.2 million on the north quay by June 30, 2025. He said the money was there. "
        "“We will not ask the town for another cent,” board chairman Jonas Brandt said on Tuesday about the quay."
    ),
)


def brief(topic: str | None = "north quay", words: int = 150) -> Brief:
    """Return a brief of the two sources."""
    return make_brief(MemoryLibrary([BRIEFING, STORY]), topic, words=words)


def everything(made: Brief) -> list[BriefSentence]:
    """Return the summary and all sentences."""
    return [*([made.summary] if made.summary else []), *made.sentences]


def test_every_sentence_cites_characters_that_hold_its_words() -> None:
    """The cited characters stand in the source, and the sentence holds them word for word."""
    texts, told = {a.id: a.text for a in (BRIEFING, STORY)}, everything(brief())

    assert len(told) > 1
    for sentence in told:
        citation = sentence.citations[0]
        assert texts[citation.article_id][citation.start : citation.end] == citation.text
        assert citation.text.rstrip(".!?”") in sentence.text


def test_spoken_words_come_as_an_attributed_dated_quotation() -> None:
    """A transcript's sentence never stands as a fact of its own."""
    spoken = [s for s in everything(brief()) if s.citations[0].kind == "transcript"]

    assert spoken
    for sentence in spoken:
        assert sentence.text.startswith("“")
        assert sentence.text.endswith(" Capt. Lena Ortega said on March 4, 2025.")


def test_an_articles_claim_carries_its_publisher() -> None:
    """Who says so and when stands behind it."""
    assert any(s.text.endswith("(Halden Post, March 5, 2025)") for s in everything(brief()))


def test_questions_and_leaning_sentences_are_left_out() -> None:
    """A reporter's question, "It is not safe." and "He said …" do not stand alone."""
    text = " ".join(s.text for s in everything(brief()))

    assert "Will the south quay" not in text
    assert "It is not safe" not in text
    assert "He said" not in text


def test_conditions_stay() -> None:
    """A sentence is never cut, so that "unless" cannot be lost."""
    assert "unless the wind is above force nine" in " ".join(s.text for s in everything(brief("south quay")))


@pytest.mark.parametrize("words", [20, 30, 60, 150])
def test_the_number_of_words_is_kept(words: int) -> None:
    """The brief is never longer than asked for."""
    assert sum(len(s.text.split()) for s in everything(brief(words=words))) <= words


def test_the_same_sources_give_the_same_brief() -> None:
    """Equal inputs give equal bytes."""
    assert brief().model_dump_json() == brief().model_dump_json()


def test_a_topic_nobody_speaks_of_is_said() -> None:
    """No brief is made of other things."""
    with pytest.raises(NothingToCheck, match="volcano"):
        brief("volcano eruption")


def test_too_few_words_are_refused() -> None:
    """A number that holds no sentence is a bad request."""
    with pytest.raises(BadRequest, match="5 words"):
        brief(words=5)
