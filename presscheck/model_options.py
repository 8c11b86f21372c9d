"""How a model is asked: what can be set for it, in one frozen object."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ModelOptions:
    """How a model is asked: server, key, time limit in seconds, retries, temperature, calls at once.

    `claims_at_once` is how many claims one call judges (small models do better with one); `split` whether
    a tangled sentence that is not borne out is judged in its parts; `trust` how much a verdict moves the support (see
    `Model.trust`); `longest_answer` the tokens
    reserved and allowed for one answer; `trace` where to trace to (see `presscheck.tracing`), nowhere unless given.
    """

    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    seconds: float = 60.0
    retries: int = 4
    temperature: float = 0.0
    concurrency: int = 4
    claims_at_once: int = 4
    split: bool = True
    trust: float | None = None
    longest_answer: int = 2000
    trace: str | None = None

    @property
    def server(self) -> dict[str, str]:
        """The base URL and key, where they are given."""
        given = (("base_url", self.base_url), ("api_key", self.api_key))
        return {name: value for name, value in given if value}
