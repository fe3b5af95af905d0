"""The persons and bodies of an article, each with all its names and what the text tells of it."""
