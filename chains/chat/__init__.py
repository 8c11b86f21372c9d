"""The chat assistant: answers that carry their proof.

`talk` keeps the conversation and its stream, `threads` stores it, `engine` finds out what is asked for. A question is
read (`question`), sentences of the sources that may answer it are found (`evidence`) and held against what is asked for
(`kinds`), the best is worded, checked and told (`answer`): the words are the sources' own. With a model, it writes
(`written`); `jobs` are what else may be asked for.
"""

from __future__ import annotations

from presscheck.chains.chat.engine import reply_events
from presscheck.chains.chat.talk import Chat
from presscheck.chains.chat.threads import Threads

__all__ = ["Chat", "Threads", "reply_events"]
