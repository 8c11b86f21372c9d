"""What a language model adds to the check: it judges what plain code could not settle, and is held to the sources.

`fence` sets texts apart from instructions, `judge` asks and verifies, `decompose` splits tangled sentences, `settle`
merges what came with what plain code found. Asking a model lives in `presscheck.llm`.
"""
