"""One Markdown file per prompt, with a short head (purpose, inputs, version); `load(name)` reads one.

A prompt's body holds `{input}` places, filled by plain replacement: what is put in is never itself looked through for
places, so text from an article cannot name one.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.resources import files

from presscheck.errors import InputError
from presscheck.models import Frozen

PLACE = re.compile(r"\{([a-z_]+)\}")


class Prompt(Frozen):
    """A prompt: what it is for, which inputs it takes, its version, and the text with its places."""

    name: str
    purpose: str
    inputs: tuple[str, ...]
    version: str
    body: str

    @property
    def hash(self) -> str:
        """The first 16 digits of the SHA-256 of version and body, as reports name it."""
        return hashlib.sha256(f"{self.version}\n{self.body}".encode()).hexdigest()[:16]

    def fill(self, **inputs: str) -> str:
        """Return the body with its places filled; raises `InputError` if an input is missing or unknown."""
        if set(inputs) != set(self.inputs):
            raise InputError(f"Prompt {self.name} takes {sorted(self.inputs)}, not {sorted(inputs)}.")
        return PLACE.sub(lambda place: inputs.get(place[1], place[0]), self.body)


@cache
def load(name: str) -> Prompt:
    """Return the prompt of that name. Raises `InputError` if there is none or its head is broken."""
    path = files("presscheck.prompts").joinpath(f"{name}.md")
    if not re.fullmatch(r"[a-z_]+", name) or not path.is_file():
        raise InputError(f"There is no prompt {name!r}.")
    head, separator, body = path.read_text(encoding="utf-8").partition("\n---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    if not separator or not {"purpose", "inputs", "version"} <= set(fields):
        raise InputError(f"The head of prompt {name!r} lacks purpose, inputs or version.")
    inputs = tuple(part.strip() for part in fields["inputs"].split(",") if part.strip())
    return Prompt(
        name=name, purpose=fields["purpose"], inputs=inputs, version=fields["version"], body=body.strip()
    )
