"""E-mail (newsletters as `.eml`, mailboxes as mbox) and saved web pages (`.mhtml`, RFC 2557)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from quotecli.core.errors import NotADocument
from quotecli.core.invisible import visible
from quotecli.read.bounds import size_in_words
from quotecli.read.draft import Draft, MetaCandidate, Rank, storable
from quotecli.read.encoding import decode
from quotecli.read.feeds import iso_date
from quotecli.read.item import Item, Reader, Result, lines
from quotecli.read.mojibake import decoded_once
from quotecli.read.options import ReadFailure, ReadOptions
from quotecli.read.outlets import outlet_kind
from quotecli.read.papers import is_name, is_paper
from quotecli.read.printed.mail_head import forwarded_head

_FORWARD = re.compile(r"^(?:(?:fwd?|wg|tr|rv|aw|re)\s*:\s*)+", re.IGNORECASE)
_FORWARDS = re.compile(r"(?:fwd?|wg|tr|rv|enc|doorst|vs|vb)\s*:", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:the )?(?:press|media|news|communications) (?:office|team|desk|room|service|relations)\b(?: of| at)?(?=\W|$)"
    r"|[\s,|–-]+(?:press|media|news|communications) (?:office|team|desk|room|service|relations)$",
    re.IGNORECASE,
)
"""Which part of a body sends: "Press Office, Skellby Town Council"."""
_FROM_AT = re.compile(r"(.{2,60}?)\s+(?:from|at|@|\||via)\s+(.{2,60})", re.IGNORECASE)
_WRITER_OF = re.compile(r"((?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w.’'-]+), ((?:[Tt]he )?\S+ \S.{1,60})")
"""The sender of a newsletter: "Ada Obi, The Harbour Letter"."""
_ENOUGH = 0.5


def read_mail(data: bytes, _item: Item) -> Draft:
    """Read an e-mail: its HTML part, or its plain text where the HTML has lost most of it."""
    if re.match(rb"\d{1,12}\s*\n", data):  # Apple's .emlx has its length in front
        data = data.partition(b"\n")[2]
    message = _parse(data)
    draft = _body(message)
    return replace(draft, media="email", candidates=(*_candidates(message, draft.text), *draft.candidates))


def read_mhtml(data: bytes, item: Item) -> Draft:
    """Read the page of a saved web page; its pictures and styles are left alone."""
    from quotecli.read.documents import html_draft

    message = _parse(data)
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        raise NotADocument("no page in this saved web page")
    start = str(message.get_param("start") or "")
    page = next((part for part in pages if start and _header(part, "Content-ID") == start), pages[0])
    url = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    is_web = url.lower().startswith(("http://", "https://"))
    saved = iso_date(_header(message, "Date")) or None
    return html_draft(_text(page), url=url if is_web else item.url, copied=saved)


def read_mbox(item: Item, options: ReadOptions, reader: Reader) -> Iterator[Result]:
    """Read the messages of a mailbox, one at a time."""
    number = 0
    for data in _messages(item):
        number += 1
        item.budget.record()
        if data is None:
            yield ReadFailure(f"{item.source}#{number}", f"larger than {size_in_words(item.budget.bounds.document)}")
            continue
        own = _header(_parse(data.partition(b"\n\n")[0] + b"\n\n"), "Message-ID").strip("<>") or str(number)
        member = item.member(io.BytesIO(data), "message.eml", " ".join(own.split()), deeper=False)
        yield from reader(replace(member, key=own if own != str(number) else member.key), options)


def _messages(item: Item) -> Iterator[bytes | None]:
    """Yield a mailbox's messages; None for one beyond the bound of a document."""
    message: list[bytes] = []
    size, before = 0, b""
    limit = item.budget.bounds.document
    for line in lines(item.stream, limit):
        item.budget.tick()
        if line is not None and line.startswith(b"From ") and not before:
            if message or size > limit:
                yield b"\n".join(message) if size <= limit else None
                item.budget.restart()
            message, size, before = [], 0, b"From "
            continue
        before = b"" if line == b"" else b"-"
        size += len(line) + 1 if line is not None else limit + 1
        if size > limit:
            message.clear()
        else:
            message.append(line[1:] if line and re.match(rb">+From ", line) else line or b"")
    if message or size > limit:
        yield b"\n".join(message) if size <= limit else None


def _parse(data: bytes) -> Message:
    # compat32: the modern policy parses addresses eagerly, slowly, and fails on odd ones
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except (MessageError, ValueError, LookupError) as error:
        raise NotADocument("a damaged e-mail") from error


def _header(message: Message, name: str) -> str:
    """Return a header as text with single spaces; "" when it is missing."""
    value = message.get(name)
    if value is None:
        return ""
    raw = str(value)
    try:
        text = str(make_header(decode_header(value)))
    except (ValueError, LookupError, MessageError):
        text = raw
    if "\ufffd" in text or re.search("[\udc80-\udcff]", text):
        text = decode(raw.encode("utf-8", "surrogateescape"))
    return storable(" ".join(text.split()))


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    try:
        charset = part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        charset = None
    return decoded_once(decode(payload, charset)) if isinstance(payload, bytes) else ""


def _body(message: Message) -> Draft:
    """Return the body's draft; attachments are left alone."""
    from quotecli.read.documents import html_draft
    from quotecli.read.replies import with_heads_aside, without_frames, without_marks
    from quotecli.read.text import draft_from_text

    texts: dict[str, list[str]] = {"text/html": [], "text/plain": []}
    for part in message.walk():
        kind = part.get_content_type()
        if kind in texts and "attachment" not in str(part.get("Content-Disposition", "")).lower():
            texts[kind].append(_unflowed(part, _text(part)) if kind == "text/plain" else _text(part))
    plain = with_heads_aside(draft_from_text(without_marks(visible("\n\n".join(texts["text/plain"])))))
    if not any(text.strip() for text in texts["text/html"]):
        return plain
    html = with_heads_aside(html_draft(without_frames("\n".join(texts["text/html"])), url=None))
    return html if len(html.text) >= _ENOUGH * len(plain.text) else plain


def _unflowed(part: Message, text: str) -> str:
    """Join the lines of `format=flowed` (RFC 3676): one that ends in a blank goes on in the next."""
    text = text.replace("\r\n", "\n")
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    return re.sub(r"(?<!^--) \n(?=[^\n>])", " ", text, flags=re.MULTILINE)


def _candidates(message: Message, text: str) -> list[MetaCandidate]:
    """Return what the headers say: those of the message that this one forwards, if it does, else its own."""
    subject = _header(message, "Subject")
    inner = forwarded_head(text) if _FORWARDS.match(subject) else {}
    if inner:
        told = [("title", _FORWARD.sub("", inner["title"]), "Subject"), ("published", inner["published"], "Date")]
        found = [MetaCandidate(one, value, f"forwarded {label}", Rank.RECORD) for one, value, label in told]
        found += _of_sender(inner["author"], "forwarded From")
    else:
        told = [
            ("title", _FORWARD.sub("", subject), "Subject"),
            ("published", iso_date(_header(message, "Date")), "Date"),
            ("url", _address(message, "Archived-At"), "Archived-At"),
            ("url", _address(message, "List-Post"), "List-Post"),
            ("language", _header(message, "Content-Language"), "Content-Language"),
        ]
        found = [MetaCandidate(one, value, f"mail header {label}", Rank.RECORD) for one, value, label in told]
        found += _of_list(message)
        is_list = bool(message.get("List-Unsubscribe") or message.get("List-Id"))
        found += _of_sender(parseaddr(_header(message, "From"))[0].strip(), "mail header From", is_list=is_list)
    return [candidate for candidate in found if candidate.value]


def _address(message: Message, name: str) -> str:
    """Return the web address that a header gives in angle brackets, or ""."""
    found = re.search(r"<?(https?://[^\s<>,]{4,2000})", _header(message, name))
    return found[1] if found else ""


def _of_list(message: Message) -> Iterator[MetaCandidate]:
    """Yield the outlet that a list's name is, but for a number."""
    listed = re.match(r'"?([^"<]{2,80}?)"?\s*<', _header(message, "List-Id"))
    if listed and not re.fullmatch(r"[\w.-]*\d{4,}[\w.-]*", listed[1].strip()):
        yield MetaCandidate("outlet", listed[1].strip(), "mail header List-Id", Rank.RECORD)


def _of_sender(sender: str, source: str, *, is_list: bool = False) -> Iterator[MetaCandidate]:
    """Yield whose newsletter it is, the sender's name or what stands behind it; a person's letter is the person's."""
    body = _OFFICE.sub("", sender).strip(" ,|–-")
    two = _FROM_AT.fullmatch(body) or (_WRITER_OF.fullmatch(body) if is_list else None)
    if two:
        yield MetaCandidate("author", two[1], source, Rank.RECORD)
    prints = is_list or two is not None or body != sender or _prints(sender)
    yield MetaCandidate("outlet" if prints else "author", two[2] if two else body, source, Rank.RECORD)


def _prints(sender: str) -> bool:
    """Tell whether a sender is a paper or an agency, and no person who is called like one: Emily Post."""
    return outlet_kind(sender) == "agency" or (is_paper(sender) and (bool(outlet_kind(sender)) or not is_name(sender)))
