"""The use-cases: each takes a Context and a request, returns a frozen result, and prints nothing.

A module here is what one command does, or a few that belong together. What several of them are made of has a folder:
`intake/` brings documents in, `naming/` tells what the user means by a name, a number or a style.
"""
