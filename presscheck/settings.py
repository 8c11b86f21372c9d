"""Settings, from the environment (`PRESSCHECK_…`) or given by hand; unknown fields are forbidden."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be set for a desk and its checks."""

    model_config = SettingsConfigDict(env_prefix="PRESSCHECK_", frozen=True, extra="forbid")

    desk: Path = Field(Path("desk"), description="The folder that holds the stored sources.")
    model: str | None = Field(
        None, description="A chat model, such as openai:NAME; None for the embedded engine."
    )
    wait: float = Field(60.0, ge=0, description="Seconds to wait for another writer to end.")
    max_bytes: int = Field(50_000_000, gt=0, description="The largest file that is read, in bytes.")
