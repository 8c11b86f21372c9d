"""What a text says: sentences, tokens, figures, dates, quotations, names.

Pure functions of strings: no LangChain, no OpenAI, no Chroma, no files but the package's own word lists. Comparing
what two texts say lives in `presscheck.chains.check`.
"""
