"""A node tree written in a format."""

from __future__ import annotations

from quotecli.csl.locale import Locale

from .events import Event, events
from .flatten import flatten
from .formats import FORMATS
from .nodes import Node
from .punctuation import settle

__all__ = ["to_events", "to_string"]


def to_events(node: Node, locale: Locale) -> list[Event]:
    return events(settle(flatten(node), in_quote=locale.option("punctuation-in-quote")), locale)


def to_string(node: Node, locale: Locale, output: str) -> str:
    """The node as a string in one of `FORMATS`."""
    return FORMATS[output](to_events(node, locale))
