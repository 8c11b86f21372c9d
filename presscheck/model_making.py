"""A model made from its setting: the only module that imports LangChain's model packages."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from presscheck.errors import ModelUnknown
from presscheck.failures import unusable
from presscheck.model_options import ModelOptions

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel


def chat_model(setting: str | BaseChatModel, options: ModelOptions | None = None) -> BaseChatModel:
    """Return the LangChain model of a setting. Raises `ModelUnknown`, or `ModelError` for a missing key."""
    if not isinstance(setting, str):
        return setting
    provider, _, name = setting.partition(":")
    if not name:
        raise ModelUnknown(f"{setting!r} names no model.")
    options = options or ModelOptions()
    given: dict[str, Any] = {
        "temperature": options.temperature,
        "timeout": options.seconds,
        "max_retries": options.retries,
        "max_tokens": options.longest_answer,
        **options.server,
    }
    from langchain.chat_models import init_chat_model

    try:
        made: BaseChatModel = init_chat_model(name, model_provider=provider, **given)
    except Exception as error:
        raise unusable(error, setting) from error
    if (getattr(made, "profile", None) or {}).get("temperature") is False:
        setattr(made, "temperature", None)  # noqa: B010
    return made


def embeddings(setting: str, options: ModelOptions | None = None) -> Embeddings:
    """Return the embeddings of a setting such as `openai:NAME`. Raises `ModelUnknown`, or `ModelError` for a missing key."""
    from langchain.embeddings import init_embeddings

    given: dict[str, Any] = dict((options or ModelOptions()).server)
    if setting.startswith("openai:"):
        given["check_embedding_ctx_length"] = (
            False  # else it sends token numbers, which only OpenAI itself reads
        )
    try:
        made: Embeddings = init_embeddings(setting, **given)
    except Exception as error:
        raise unusable(error, setting) from error
    return made


def known_openai_models() -> tuple[str, ...]:
    """Return the chat models that the installed openai package names."""
    from openai.types import ChatModel

    return tuple(str(name) for name in get_args(ChatModel))


def nearest_openai_models(name: str) -> list[str]:
    """Return the known names nearest to one that OpenAI does not serve."""
    return get_close_matches(name.removeprefix("openai:"), known_openai_models(), n=3)


def name_of(chat: BaseChatModel) -> str:
    """Return a name for a model given as an object: its class and what it calls its model."""
    name = getattr(chat, "model_name", None) or getattr(chat, "model", None)
    return f"{type(chat).__name__}:{name}" if name else type(chat).__name__


def identity_of(chat: BaseChatModel) -> str:
    """Return what tells a model given as an object from others: its class and what it says of itself, without keys."""
    about = {k: str(v) for k, v in chat._identifying_params.items()}
    return f"{name_of(chat)} {json.dumps(about, sort_keys=True)}"
