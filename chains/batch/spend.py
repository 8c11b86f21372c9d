"""What a batch may cost, over all its runs, and what each item has cost."""

from __future__ import annotations

import copy
from typing import NamedTuple

from presscheck.errors import BudgetSpent
from presscheck.llm import Model
from presscheck.spending import Account, Price


class Budget(NamedTuple):
    """What the model may take in all: tokens and US dollars; its price for a million tokens."""

    max_tokens: int | None = None
    max_cost: float | None = None
    price: Price | None = None

    def left(self, tokens: int, cost: float) -> Account:
        """Return the account of a run, after what the runs before it have spent."""
        return Account(
            max_tokens=None if self.max_tokens is None else max(0, self.max_tokens - tokens),
            max_cost=None if self.max_cost is None else max(0.0, self.max_cost - cost),
            price=self.price,
        )

    @property
    def limited(self) -> bool:
        """Whether there is a limit."""
        return self.max_tokens is not None or self.max_cost is not None


class ItemAccount(Account):
    """One item's account: what it spends is taken from the batch's."""

    def __init__(self, whole: Account) -> None:
        super().__init__(price=whole.price)
        self._whole = whole
        self.refused = False

    def reserve(self, tokens_in: int, tokens_out: int) -> tuple[int, float]:
        """Set tokens aside in the batch's account; raises `BudgetSpent` where that would pass its budget."""
        try:
            self._whole.reserve(tokens_in, tokens_out)
        except BudgetSpent:
            self.refused = True
            raise
        return super().reserve(tokens_in, tokens_out)

    def settle(self, reserved: tuple[int, float], tokens_in: int, tokens_out: int) -> None:
        """Replace what was set aside by what was used, in both accounts."""
        self._whole.settle(reserved, tokens_in, tokens_out)
        super().settle(reserved, tokens_in, tokens_out)


def for_item(model: Model) -> tuple[Model, ItemAccount]:
    """Return the model with an account of one item's own; server, cache and limit of calls at once are shared."""
    mine = copy.copy(model)
    account = ItemAccount(model.account)
    mine.account = account
    return mine, account
