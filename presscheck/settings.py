"""Settings, from the environment (`PRESSCHECK_…`) or given by hand; unknown fields are forbidden."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from presscheck.errors import BadRequest

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel

    from presscheck.llm import Model, ModelOptions
    from presscheck.spending import Account, Price

_FIELD = re.compile(r'field "(\w+)"')


class Settings(BaseSettings):
    """What the environment can set beside a command's own options: the models that are asked, and how large a file may be."""

    model_config = SettingsConfigDict(
        env_prefix="PRESSCHECK_", frozen=True, extra="forbid", env_ignore_empty=True
    )

    embeddings: str | None = Field(
        None, description="An embedding model, such as openai:NAME; none for the embedded one."
    )
    base_url: str | None = Field(None, description="The model's server; or the provider's own variable.")
    api_key: SecretStr | None = Field(None, description="The server's key; or the provider's own variable.")
    seconds: float = Field(60.0, gt=0, description="How long to wait for an answer, in seconds.")
    retries: int = Field(4, ge=0, description="How often a call that failed is tried again.")
    temperature: float = Field(0.0, ge=0, le=2, description="The model's temperature.")
    concurrency: int = Field(4, ge=1, le=64, description="Calls at once; one under a budget.")
    claims_at_once: int = Field(4, ge=1, le=16, description="Claims judged in one call.")
    split: bool = Field(
        True, description="Whether tangled sentences that are not borne out are judged in their parts."
    )
    trust: float | None = Field(
        None,
        ge=0,
        le=10,
        description="How much verdicts move the support; 1 for models that the openai package knows, else 0.",
    )
    longest_answer: int = Field(
        2000, ge=50, description="Tokens reserved and allowed for one answer, thinking included."
    )
    prices: dict[str, tuple[float, float]] = Field(
        default_factory=dict,
        description='US dollars for a million tokens in and out, by model: {"openai:NAME": [1.0, 4.0]}.',
    )
    trace: str | None = Field(
        None, description="Where model calls are traced to: langsmith, opentelemetry, package.module:Handler."
    )
    answers: Path | None = Field(
        None, description="The file that keeps the models' answers; in the user's cache folder unless given."
    )
    max_bytes: int = Field(50_000_000, gt=0, description="The largest file that is read, in bytes.")

    def options(self) -> ModelOptions:
        """Return how models are asked."""
        from presscheck.llm import ModelOptions

        key = self.api_key.get_secret_value() if self.api_key else None
        same = ("base_url", "seconds", "retries", "temperature", "concurrency", "claims_at_once")
        given = {name: getattr(self, name) for name in (*same, "split", "trust", "longest_answer", "trace")}
        return ModelOptions(api_key=key, **given)

    def price(self, name: str) -> Price | None:
        """Return a model's price, where the table has it."""
        from presscheck.spending import Price

        return Price(*self.prices[name]) if name in self.prices else None


def settings() -> Settings:
    """Read the environment. Raises `BadRequest` for what makes no sense, naming the variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "PRESSCHECK_" + "_".join(str(part) for part in first["loc"]).upper()
        raise BadRequest(f"{name} can't be used: {first['msg']}.") from error
    except ValueError as error:  # pydantic-settings' own, for JSON that can't be read
        named = _FIELD.search(str(error))
        what = f"PRESSCHECK_{named[1].upper()}" if named else "A setting of the environment"
        raise BadRequest(f"{what} can't be read.", help="It takes JSON.") from error


def configured_model(name: str, *, account: Account | None = None) -> Model:
    """Return a model as the environment sets it up, its answers kept on disk. Raises `ModelError`, `BadRequest`."""
    from presscheck.answers import AnswerCache, answers_file
    from presscheck.llm import Model
    from presscheck.spending import Account

    read = settings()
    account = account or Account(price=read.price(name))
    return Model(
        name, options=read.options(), account=account, cache=AnswerCache(read.answers or answers_file())
    )


def as_model(given: str | BaseChatModel | Model | None) -> Model | None:
    """Return the model that is given by its name or as it is, None for the embedded engine.

    Raises `ModelError`, `BadRequest`.
    """
    if given is None:
        return None
    if isinstance(given, str):
        return configured_model(given)
    from langchain_core.language_models import BaseChatModel

    from presscheck.llm import Model

    if isinstance(given, Model):
        return given
    if isinstance(given, BaseChatModel):
        return Model(given)
    raise BadRequest(f"{type(given).__name__} is no model.", help="Name one as openai:NAME.")


def configured_embeddings(name: str | None = None) -> Embeddings | None:
    """Return the embeddings of that name, else those that the environment names; None for the embedded ones."""
    read = settings()
    chosen = name or read.embeddings
    if chosen is None:
        return None
    from presscheck.llm import embeddings

    return embeddings(chosen, read.options())
