"""Alignment of quoted words with what was said."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.quotes.align import align
from presscheck.chains.check.quotes.pieces import sayings
from presscheck.chains.check.quotes.spoken import Spoken


def told(quotation: str, said: str) -> list[tuple[str, str, str]]:
    """Return the steps as (kind, words quoted, words said)."""
    (saying,) = sayings(quotation, [(0, len(quotation))])
    words, source = saying.pieces[0].words, Spoken(said)
    steps = align(words, source, 0, len(source.words)).steps
    return [
        (
            s.kind,
            " ".join(w.key for w in words[s.q0 : s.q1]),
            " ".join(w.key for w in source.words[s.s0 : s.s1]),
        )
        for s in steps
    ]


def test_a_changed_word_is_held_against_the_one_in_its_place() -> None:
    """Everything around a changed word stays aligned, and the source's ends are free."""
    assert told("the south pier falls", "Look: the north pier falls today.") == [
        ("same", "the", "the"),
        ("other", "south", "north"),
        ("same", "pier falls", "pier falls"),
    ]


def test_words_lost_and_added_stand_alone() -> None:
    """A word only in the source or only in the quotation is a step with nothing on the other side."""
    assert ("other", "", "old") in told("we open the school soon", "we open the old school soon")
    assert ("other", "big", "") in told("we open the big school soon", "we open the school soon")


def test_a_bracket_stands_for_the_words_it_replaced() -> None:
    """A bracket takes the pronoun's place."""
    assert told("[The divers] looked at the pier", "And then they looked at the pier.")[0] == (
        "bracket",
        "[",
        "they",
    )


def test_every_quoted_word_is_accounted_for() -> None:
    """The steps cover the quotation from first to last without a gap."""

    @given(
        st.lists(st.sampled_from("a b c not the pier".split()), min_size=1, max_size=12),
        st.text("abc not.—", max_size=60),
    )
    def covers(quoted: list[str], said: str) -> None:
        (saying,) = sayings(" ".join(quoted), [(0, len(" ".join(quoted)))])
        source = Spoken(said)
        steps = align(saying.pieces[0].words, source, 0, len(source.words)).steps
        assert [s.q0 for s in steps] == [0, *(s.q1 for s in steps[:-1])]
        assert steps[-1].q1 == len(saying.pieces[0].words)
        assert all(a.s1 == b.s0 for a, b in pairwise(steps))

    covers()


def test_time_grows_with_the_product_of_the_lengths() -> None:
    """A hundred words against two hundred take well under a second, whatever repeats."""
    quoted, said = "the pier and the boat " * 20, "the boat and the pier " * 40
    begun = time.perf_counter()
    told(quoted, said)

    assert time.perf_counter() - begun < 1
