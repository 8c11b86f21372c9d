"""A quotation taken apart."""

from presscheck.chains.check.quotes.pieces import BRACKET, sayings


def shape(text: str, *parts: tuple[int, int]) -> list[list[str]]:
    """Return the pieces of each saying as text."""
    return [
        [" ".join(w.key for w in p.words) for p in s.pieces] for s in sayings(text, parts or [(0, len(text))])
    ]


def test_an_ellipsis_parts_pieces() -> None:
    """Each form of an ellipsis cuts, also in brackets; at an end it is nothing."""
    for mark in ("…", "...", ". . .", "[…]", "[...]", "(...)"):
        assert shape(f"… we go {mark} they stay {mark}") == [["we go", "they stay"]]


def test_a_bracket_is_one_word() -> None:
    """What was put in brackets is one word that stands for others; its words are searched for as they are, too."""
    (saying,) = sayings("[The divers] went (at last) home", [(0, 32)])

    assert [w.key for w in saying.pieces[0].words] == [BRACKET, "went", BRACKET, "home"]
    assert saying.pieces[0].written == ["the", "divers", "went", "at", "last", "home"]
    assert saying.keys == ["went", "home"]


def test_an_interruption_joins_or_parts() -> None:
    """After a comma the same saying goes on; after a full stop a new one may begin."""
    on = "“We go,” she said, “at dawn.”"
    anew = "“We go,” she said. “They stay.”"

    assert shape(on, (1, 7), (20, 28)) == [["we go at dawn"]]
    assert shape(anew, (1, 7), (20, 30)) == [["we go"], ["they stay"]]


def test_offsets_count_in_the_draft() -> None:
    """Words of a piece stand where the draft has them."""
    text = "He said: “We … [all] go.”"
    (saying,) = sayings(text, [(10, 24)])

    assert [text[w.start : w.end] for p in saying.pieces for w in p.words] == ["We", "[all]", "go"]
    assert text[saying.start : saying.end] == "We … [all] go."


def test_nothing_quoted_gives_nothing() -> None:
    """Marks without words between them hold no saying."""
    assert sayings("“…”", [(1, 2)]) == []
