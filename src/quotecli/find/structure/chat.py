"""Finds the messages of a chat's export: each is its sender's turn, and the program's own lines are nobody's."""

from __future__ import annotations

from dataclasses import replace

from quotecli.core.chats import messages_of
from quotecli.core.types import Role, Span
from quotecli.find.structure.shared import Layout


def find_chat(layout: Layout) -> None:
    """Claim all paragraphs that the messages of a chat stand in, where the text is one."""
    paragraphs = layout.article.paragraphs
    number = 0
    for message in messages_of(layout.article.text):
        while number < len(paragraphs) and paragraphs[number].end <= message.start:
            number += 1
        index: int | None = None
        while number < len(paragraphs) and paragraphs[number].start < message.end:
            paragraph = paragraphs[number]
            part = Span(max(message.words.start, paragraph.start), min(message.words.end, paragraph.end))
            layout.take(number, max(message.start, paragraph.start), min(message.end, paragraph.end))
            if message.sender is not None and part.start < part.end and paragraph.role is not Role.BOILERPLATE:
                index = layout.add(number, *part, "script", source=message.sender, continues=index, hint=1.0)
                if index is not None:
                    layout.pieces[index] = replace(layout.pieces[index], said=message.day, by_name=True)
            if paragraph.end > message.end:
                break
            number += 1
