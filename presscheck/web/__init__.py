"""The web desk: a local server with the command line's verbs, the page (`page/`), an OpenAI-compatible endpoint, and MCP.

Routes are one file each (`routes/`). What checks, searches and answers lies below, in the desk; nothing here does.
"""
