"""The use-cases for other programs: a Model Context Protocol server over standard input and output."""
