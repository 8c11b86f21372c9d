"""The JSON Schema of what `--format json` prints; the published files beside this module are made by it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from presscheck.models import SCHEMA_VERSION, Brief, Report

MODELS: dict[str, type[BaseModel]] = {"report": Report, "brief": Brief}


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a report or a brief as it is printed."""
    made = MODELS[name].model_json_schema(mode="serialization")
    ident = f"urn:presscheck:{name}:{SCHEMA_VERSION}"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": ident, **made}


def as_text(name: str) -> str:
    """Return the schema as it is published."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def published(name: str) -> str:
    """Return the published schema."""
    return (files("presscheck.render") / f"{name}.schema.json").read_text("utf-8")
