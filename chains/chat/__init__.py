"""The chat assistant: answers that carry their proof.

`talk` keeps the conversation and its stream, `threads` stores it, `engine` finds out what is asked for. A question is
read (`question`), its answer looked for among the sentences of the sources (`evidence`, `likeness`, `kinds`), worded
(`wording`), checked (`verify`) and told (`telling`). No sentence is made up: the words are the sources' own.
"""

from __future__ import annotations

from presscheck.chains.chat.engine import reply_events
from presscheck.chains.chat.talk import Chat
from presscheck.chains.chat.threads import Threads

__all__ = ["Chat", "Threads", "reply_events"]
