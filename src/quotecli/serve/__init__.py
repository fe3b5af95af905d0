"""The use-cases for more than one question at a time: the full-screen browser, and a server for assistants."""
