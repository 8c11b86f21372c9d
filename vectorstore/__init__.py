"""Sources in and found again: loaders, tiling, embeddings, the Chroma store, the lexical index, search.

Judging what a source says of a claim lives in `presscheck.chains.check`.
"""
