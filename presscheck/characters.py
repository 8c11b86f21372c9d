"""Characters that are no text."""

from __future__ import annotations

import re

HALF = re.compile("[\ud800-\udfff]")
"""A half character (lone surrogate)."""
