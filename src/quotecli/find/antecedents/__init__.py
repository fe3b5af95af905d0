"""Whom pronouns and nouns such as "the senator" mean."""
