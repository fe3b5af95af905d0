"""The kinds that are documents. Bytes → their drafts: one, or several where a database wrote many in one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quotecli.core.chats import messages_of
from quotecli.core.invisible import visible
from quotecli.read.draft import Draft
from quotecli.read.encoding import decode
from quotecli.read.item import Item
from quotecli.read.mojibake import decoded_once


class Section(NamedTuple):
    """A document of a file: its draft, and the id that a database gives it, or None."""

    draft: Draft
    id: str | None = None


def read_text(data: bytes, item: Item) -> Iterator[Section]:
    """Read plain text or a transcript."""
    from quotecli.read.captions import as_sentences
    from quotecli.read.parts import parts_of_text
    from quotecli.read.printed.mail_head import with_mail_head
    from quotecli.read.printed.notes import without_note_marks
    from quotecli.read.printed.running_text import as_running_text
    from quotecli.read.text import draft_from_text

    given = _decoded(data, item)
    text = visible(as_sentences(given) or without_note_marks(as_running_text(given)))
    parts = parts_of_text(text)
    if len(parts) < 2:
        yield Section(with_mail_head(draft_from_text(text)))
    else:
        for part in parts:
            yield Section(draft_from_text(text[part.start : part.end]), part.id)


def read_markdown(data: bytes, item: Item) -> Iterator[Section]:
    """Read Markdown with its front matter."""
    from quotecli.read.markdown import draft_from_markdown
    from quotecli.read.parts import parts_of_text

    text = visible(_decoded(data, item))
    parts = parts_of_text(text, markdown=True)
    if len(parts) < 2:
        yield Section(draft_from_markdown(text))
    else:
        for part in parts:
            yield Section(draft_from_markdown(text[part.start : part.end]), part.id)


def read_latex(data: bytes, item: Item) -> Iterator[Section]:
    """Read a LaTeX file."""
    from quotecli.read.latex import draft_from_latex

    yield Section(draft_from_latex(_decoded(data, item)))


def read_wikitext(data: bytes, item: Item) -> Iterator[Section]:
    """Read the source of a wiki's page."""
    from quotecli.read.wikitext import draft_from_wikitext

    yield Section(draft_from_wikitext(_decoded(data, item)))


def read_html(data: bytes, item: Item) -> Iterator[Section]:
    """Read a web page; one that has no title is headed as a text is, if at all."""
    from quotecli.read.paragraph_head import with_head

    draft = html_draft(_decoded(data, item), url=item.url)
    titled = any(one.field == "title" for one in draft.candidates)
    yield Section(draft if titled else with_head(draft))


def read_mail(data: bytes, item: Item) -> Iterator[Section]:
    """Read an e-mail."""
    from quotecli.read import mail

    yield Section(mail.read_mail(data, item))


def read_mhtml(data: bytes, item: Item) -> Iterator[Section]:
    """Read a saved web page."""
    from quotecli.read import mail

    yield Section(mail.read_mhtml(data, item))


def read_webarchive(data: bytes, _item: Item) -> Iterator[Section]:
    """Read a page that Safari saved."""
    from quotecli.read.webarchive import draft_of_webarchive

    yield Section(draft_of_webarchive(data))


def read_docx(data: bytes, item: Item) -> Iterator[Section]:
    """Read a Word document."""
    from quotecli.read.office import docx

    yield from _headed(docx.read_docx(data, item))


def read_odt(data: bytes, item: Item) -> Iterator[Section]:
    """Read an OpenDocument text."""
    from quotecli.read.office import odt

    yield from _headed(odt.read_odt(data, item))


def read_rtf(data: bytes, _item: Item) -> Iterator[Section]:
    """Read a Rich Text file."""
    from quotecli.read.office import rtf

    yield from _headed(rtf.read_rtf(data))


def read_pdf(data: bytes, item: Item) -> Iterator[Section]:
    """Read a PDF."""
    from quotecli.read.office import pdf

    yield from _headed(pdf.read_pdf(data, item))


def read_epub(data: bytes, item: Item) -> Iterator[Section]:
    """Read a book."""
    from quotecli.read.office import epub

    yield Section(epub.read_epub(data, item))


def _decoded(data: bytes, item: Item) -> str:
    return decoded_once(decode(data, item.charset))


def _headed(whole: Draft) -> Iterator[Section]:
    """Read the heads of the articles in a draft of paragraphs."""
    from quotecli.read.paragraph_head import with_head
    from quotecli.read.parts import parts_of_draft
    from quotecli.read.printed.mail_head import with_mail_head

    if messages_of(whole.text):
        yield Section(whole)  # what stands at its head is a message
        return
    parts = parts_of_draft(whole)
    if len(parts) < 2:
        yield Section(with_mail_head(with_head(whole)))
    else:
        for draft, own in parts:
            yield Section(with_head(draft), own)


def html_draft(markup: str, *, url: str | None = None, copied: str | None = None) -> Draft:
    """Return the draft of a page or of a piece of one, `copied` on that day; parsing HTML loads lxml only here."""
    from quotecli.read.html import draft_from_html

    return draft_from_html(markup, url=url, copied=copied)
