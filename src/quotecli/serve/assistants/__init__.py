"""A Model Context Protocol server over standard input and output: assistants ask the store, and change nothing."""
