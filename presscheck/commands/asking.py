"""The model that a command asks: from its options and the environment, with the cache on disk and the budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from presscheck.commands.frame import say

if TYPE_CHECKING:
    from presscheck.llm import Model


@dataclass(frozen=True)
class Asking:
    """A model's name, and what it may cost: tokens, US dollars, and its price for a million tokens in and out."""

    name: str | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    price_in: float | None = None
    price_out: float | None = None


def asked_model(asking: Asking) -> Model | None:
    """Return the model; None for the embedded engine. Raises `ModelError` for a missing key or package."""
    if asking.name is None:
        return None
    from presscheck.settings import configured_model, settings
    from presscheck.spending import Account, Price

    known = asking.price_in is not None or asking.price_out is not None
    given = Price(asking.price_in or 0.0, asking.price_out or 0.0) if known else None
    price = given or settings().price(asking.name)
    account = Account(max_tokens=asking.max_tokens, max_cost=asking.max_cost, price=price)
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
