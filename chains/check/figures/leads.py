"""A lead that a draft tells in points, or by two shares, held against the shares that sources have of the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.games import Game, lead
from presscheck.chains.check.figures.heads import names_around
from presscheck.chains.check.figures.places import Place, Pool
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.rounding import Value, comes_to
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.units import POINTS
from presscheck.chains.check.figures.verdict import Judgement
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

Share = tuple[SourceSentence, Figure]


def wrong_lead(claim: Claimed, pool: Pool) -> Judgement | None:
    """Return the judgement on a lead that the shares of the two do not bear out, None where they do or are not told."""
    figure = claim.figure
    if figure.kind != "quantity" or figure.unit not in POINTS or figure.bound != "=":
        return None
    game = lead(claim.told)
    if game is None or not game.winner or not game.loser:
        return None
    for ahead, behind in _shares(game, pool):
        points = round(ahead[1].low - behind[1].low, 9)
        if points > 0 and comes_to(Value(figure.low, "=", figure.text), points):
            return None
        reason = Reason.FIGURE_DIRECTION if points < 0 else Reason.FIGURE_VALUE
        proof = f"{plain(ahead[1].low)} - {plain(behind[1].low)} = {plain(points)}"
        told = ahead[1].model_copy(update={"text": plain(abs(points))}), behind[1]
        places = tuple(
            Place(s, f, Relation(reason, 1.0, proof), 1.0)
            for s, f in zip((ahead[0], behind[0]), told, strict=True)
        )
        return Judgement(reason, places, f"The source's figures make {proof}.")
    return None


def _shares(game: Game, pool: Pool) -> Iterator[tuple[Share, Share]]:
    """Yield the shares of both where each of them has one, in a sentence or in two that follow each other."""
    for sentence in pool.sentences:
        near = [sentence, *pool.beside(sentence)]
        for around in ([sentence], near) if sentence.figures else ():
            first, second = (
                _share_of(game.winner - game.loser, around),
                _share_of(game.loser - game.winner, around),
            )
            if first and second:
                yield first, second


def _share_of(names: frozenset[str], sentences: Sequence[SourceSentence]) -> Share | None:
    found = [
        (s, f)
        for s in sentences
        for f in s.figures
        if f.unit == "percent" and f.low == f.high and names_around(Told(s.text, f, s.figures)) & names
    ]
    return found[0] if len(found) == 1 else None
