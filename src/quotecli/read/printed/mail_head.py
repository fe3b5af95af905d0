"""An e-mail that was pasted or printed, its head in the text ("From: …", "Sent: …", "Subject: …") → what that tells."""

from __future__ import annotations

import re
from dataclasses import replace

from quotecli.read.draft import Draft, MetaCandidate, Rank
from quotecli.read.replies import with_heads_aside

__all__ = ["forwarded_head", "with_mail_head"]

_FIELDS = {
    "from": "author",
    "von": "author",
    "de": "author",
    "sent": "published",
    "date": "published",
    "gesendet": "published",
    "datum": "published",
    "envoyé": "published",
    "enviado": "published",
    "subject": "title",
    "betreff": "title",
    "objet": "title",
    "asunto": "title",
    "to": "",
    "an": "",
    "à": "",
    "para": "",
    "cc": "",
    "bcc": "",
    "importance": "",
    "attachments": "",
}
_LINE = re.compile(rf"[*_]{{0,2}}(?P<label>{'|'.join(_FIELDS)})\s?:[*_]{{0,2}}[ \t]*(?P<value>[^\n]*)", re.IGNORECASE)
_PARTS = re.compile(
    r"\n| (?=(?:Sent|Date|To|Cc|Bcc|Subject|Gesendet|An|Betreff|Envoyé|À|Objet|Enviado|Para|Asunto):\s)"
)
"""What parts the lines of a head; in print they may have become one paragraph."""
_ADDRESSED = frozenset(("to", "an", "à", "para"))
_AGAIN = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|sv)\s?:\s*)+", re.IGNORECASE)
_HEAD_LINES = 10
_FROM = re.compile(r"^[*_]{0,2}(?:From|Von|De)\s?:", re.MULTILINE)
_NOTE_LONGEST = 400
_NOTE_SHARE = 0.25  # of a forwarded message that its sender may have added
_FAMILY_FIRST = re.compile(r"([^,\d]{2,40}), ([^,\d]{2,40})")


def with_mail_head(draft: Draft) -> Draft:
    """Return the draft of a text that begins with an e-mail's head with what it tells; any other as it is.

    Who sent it is its writer. The heads of the older messages that it carries along are no text either.
    """
    found = _head(draft.text)
    told = {_FIELDS[label]: value for label, value in found.items() if _FIELDS[label]}
    if set(told) != {"author", "published", "title"} or _ADDRESSED.isdisjoint(found):
        return draft
    told["title"] = _AGAIN.sub("", told["title"], count=1)
    told["author"] = _sender(told["author"])
    candidates = (
        MetaCandidate(field, value, f"line “{label.title()}:”", Rank.RECORD)
        for label in found
        if (field := _FIELDS[label]) and (value := told[field])
    )
    return replace(with_heads_aside(draft), candidates=(*candidates, *draft.candidates), media="email")


def forwarded_head(text: str) -> dict[str, str]:
    """Return what the head of a message says that another one forwards: "author", "published" and "title"; or nothing.

    It must stand near the beginning of the text, with little above it that the sender has added.
    """
    start = _FROM.search(text, 0, max(_NOTE_LONGEST, round(_NOTE_SHARE * len(text))))
    found = _head(text[start.start() :]) if start else {}
    told = {field: value for label, value in found.items() if (field := _FIELDS[label])}
    if set(told) != {"author", "published", "title"}:
        return {}
    return told | {"author": _sender(told["author"])}


def _head(text: str) -> dict[str, str]:
    """Return the labels and values of the lines at the head of a text, as long as each line is one."""
    found: dict[str, str] = {}
    lines = [line.strip() for line in _PARTS.split(text[: _HEAD_LINES * 200])]
    for line in [line for line in lines if line][:_HEAD_LINES]:
        label = _LINE.fullmatch(line)
        if label is None:
            break
        found.setdefault(label["label"].lower(), label["value"].strip())
    return found


def _sender(value: str) -> str:
    """Return the name of a sender: `Marian Holt <m.holt@…>`, `"Holt, Marian" <…>`; "" of an address alone."""
    bare = re.sub(r"\s*(?:<[^<>]*>|\[[^\[\]]*\])\s*$", "", value).strip(" \"'")
    if found := _FAMILY_FIRST.fullmatch(bare):
        return f"{found[2]} {found[1]}"
    return "" if "@" in bare else bare
