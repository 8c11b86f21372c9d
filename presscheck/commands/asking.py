"""The model that a command asks: from its options and the environment, with the cache on disk and the budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from presscheck.commands.frame import say
from presscheck.errors import BadRequest

if TYPE_CHECKING:
    from presscheck.chains.batch.spend import Budget
    from presscheck.llm import Model
    from presscheck.spending import Price


@dataclass(frozen=True)
class Asking:
    """A model's name, and what it may cost: tokens, US dollars, and its price for a million tokens in and out."""

    name: str | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    price_in: float | None = None
    price_out: float | None = None

    def budget(self) -> Budget:
        """Return what a batch may cost."""
        from presscheck.chains.batch.spend import Budget

        return Budget(self.max_tokens, self.max_cost, self.price)

    @property
    def price(self) -> Price | None:
        """The model's price: as given, else as the settings have it. Raises `BadRequest` where a cost is limited without."""
        from presscheck.settings import settings
        from presscheck.spending import Price

        if self.price_in is not None or self.price_out is not None:
            return Price(self.price_in or 0.0, self.price_out or 0.0)
        price = settings().price(self.name) if self.name else None
        if self.name and price is None and self.max_cost is not None:
            raise BadRequest(
                f"--max-cost: the price of {self.name} is not known.",
                help="Give it with --price-in and --price-out, or in PRESSCHECK_PRICES.",
            )
        return price


def asked_model(asking: Asking) -> Model | None:
    """Return the model; None for the embedded engine. Raises `ModelError` for a missing key or package."""
    if asking.name is None:
        return None
    from presscheck.settings import configured_model
    from presscheck.spending import Account

    account = Account(max_tokens=asking.max_tokens, max_cost=asking.max_cost, price=asking.price)
    return configured_model(asking.name, account=account)


def tell_spending(model: Model | None) -> None:
    """Say on stderr what was spent; it is no part of the report."""
    if model is None:
        return
    spent = model.account.spent
    cost = "" if spent.cost is None else f", ${spent.cost:.4f}"
    say(
        f"presscheck: {model.name}: {spent.calls} calls, {spent.tokens_in} tokens in, {spent.tokens_out} out{cost}"
    )
