"""Many texts at once: each checked or briefed, its result on disk the moment it is done, resumable after a kill.

`items` streams the input, `work` does one item in a worker process, `ledger` remembers each item's state, `run` keeps
the workers busy and the memory flat. Pages over a whole batch are made in `presscheck.render`.
"""
