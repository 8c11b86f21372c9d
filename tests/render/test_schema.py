from __future__ import annotations

import json

import jsonschema
import pytest

from presscheck.models import Brief, Report
from presscheck.render.schema import MODELS, as_text, published


@pytest.mark.parametrize("name", MODELS)
def test_the_published_schema_is_the_models(name: str) -> None:
    """The published JSON Schema is what the models give; `scripts/make_docs.py` writes it anew."""
    assert as_text(name) == published(name)


def test_reports_meet_the_schema(report: Report) -> None:
    """What `--format json` prints meets the published schema, and reads back as the same report."""
    printed = report.model_dump_json(indent=2)

    jsonschema.validate(
        json.loads(printed), json.loads(published("report")), cls=jsonschema.Draft202012Validator
    )
    assert report == Report.model_validate_json(printed)


def test_briefs_meet_the_schema(brief: Brief) -> None:
    """A printed brief meets the published schema, and reads back as the same brief."""
    printed = brief.model_dump_json()

    jsonschema.validate(
        json.loads(printed), json.loads(published("brief")), cls=jsonschema.Draft202012Validator
    )
    assert brief == Brief.model_validate_json(printed)


def test_unknown_fields_fail(report: Report) -> None:
    """The schema is closed: a field it does not know is an error."""
    data = {**json.loads(report.model_dump_json()), "score": 1}

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(published("report")), cls=jsonschema.Draft202012Validator)
