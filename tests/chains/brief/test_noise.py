"""What web pages leave in a text."""

import pytest

from presscheck.chains.brief import make_brief
from presscheck.chains.brief.documents import names_document
from presscheck.chains.brief.noise import FURNITURE, bare_quote, noisy
from presscheck.chains.brief.standing import joining, stands_alone
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary

NOISE = [
    "Mayor Ada Quist speaks to reporters outside the town hall of Selm on Monday, May 6, 2024.",
    "Ada Quist (left), the mayor of Selm, and her deputy came to the quay.",
    "What we know about how the ferry sankHow the storm hit the coast of Selm last night.",
    "The club was upset by the noise Many of the guests left the hall before midnight.",
    "Click here for the best pictures of the storm in Selm.",
]
NEWS = [
    "The McAllister brothers opened the north quay of Selm on Monday.",
    "Ada Quist (Labour) opened the north quay of Selm on Monday.",
    "The storm of 2024 hit the coast of Selm, and it holds the record since 1983.",
    "The rock group The Who played in The Hague on Monday night.",
]


@pytest.mark.parametrize("text", NOISE)
def test_captions_links_and_sentences_run_together_are_noise(text: str) -> None:
    """A caption, a link and two sentences without a stop between them stand in no brief."""
    assert noisy(text)
    assert not stands_alone(text)


@pytest.mark.parametrize("text", NEWS)
def test_news_is_no_noise(text: str) -> None:
    """Names with a capital inside, brackets and years make no caption."""
    assert not noisy(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(CNN)Two men were fired.", "Two men were fired."),
        ("(Jo Lind/The Coast Post) A man was fired.", "A man was fired."),
        ("So far 63 people have fallen ill.", "So far 63 people have fallen ill."),
        ("So the harbour was closed.", "the harbour was closed."),
    ],
)
def test_credits_before_a_sentence_are_left_off(text: str, rest: str) -> None:
    """An agency or a photographer in brackets is no part of the sentence; "so far" is."""
    assert text[joining(text) :] == rest


def test_a_sentence_between_single_marks_has_no_speaker() -> None:
    """A sentence that is all quotation names nobody; one with its speaker does."""
    assert bare_quote("'You knew that it was a crime.'")
    assert not bare_quote("'It was a crime,' the judge said.")
    assert FURNITURE.match("Two men") is None


@pytest.mark.parametrize(
    "title",
    [
        "Press conference of the mayor, May 6, 2024",
        "Remarks by Mayor Quist",
        "Council of Selm, question time",
    ],
)
def test_a_title_that_names_a_document_is_told_apart(title: str) -> None:
    """Such a title says what was published, and not what happened."""
    assert names_document(title)
    assert not names_document("Mayor opens the north quay after press criticism")


ARTICLE = """SELM. The harbour of Selm was closed on Monday after a crane fell onto the north quay. Nobody was hurt, the port said.

"The wind came within a minute. This harbour must never work without a siren again. We have asked for one for years," said the dockers' leader, Ida Brandt.

The port of Selm handles 41,000 containers a year and employs 310 people in three shifts.
"""


def test_words_from_the_middle_of_a_quotation_are_not_told_as_fact() -> None:
    """A sentence inside somebody's words appears without their name in no brief."""
    library = MemoryLibrary([Article(text=ARTICLE, title="Crane falls in Selm", publisher="Selm Post")])

    brief = make_brief(library, words=150)

    told = [brief.summary.text if brief.summary else "", *(s.text for s in brief.sentences)]
    assert not any(text.startswith("This harbour must never") for text in told)
    assert any("41,000 containers" in text for text in told)


def test_the_headline_is_that_of_an_article() -> None:
    """Beside an article a press conference gives no headline."""
    spoken = "IDA BRANDT: Good morning. The harbour of Selm will get a siren by December, the port has promised us today."
    library = MemoryLibrary(
        [
            Article(text=ARTICLE, title="Crane falls in Selm", publisher="Selm Post"),
            Article(text=spoken, title="Press conference of the dockers, May 7, 2024", kind="transcript"),
        ]
    )

    assert make_brief(library, words=150).headline == "Crane falls in Selm"
