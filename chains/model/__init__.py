"""What a language model adds to the check: it judges what plain code could not settle, and is held to the sources.

`excerpts` finds what it is shown, `fence` sets that apart from instructions, `judge` asks and verifies, `decompose` splits
tangled sentences, `merge` brings its verdict together with what plain code found, `settle` does all of it. Asking a model
lives in `presscheck.llm`.
"""
