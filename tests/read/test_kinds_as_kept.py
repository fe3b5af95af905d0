"""Kinds of files that programs keep pages and notes in: Safari's web archives, Evernote's exports, feeds in JSON."""

from __future__ import annotations

import json
import plistlib
from itertools import accumulate
from pathlib import Path

import pytest
from tests.read.reading import only_article, only_error, paragraphs, read_bytes

from quotecli.core.types import Article

TITLE = "Otters move into the town baths"
SAID = "“They were here before the tiles,” said Wilma Croy, who has kept the baths since the old king was crowned."
URL = "https://brackpost.example/otters"
PAGE = f"<html><head><title>{TITLE} - Brack Post</title></head><body><h1>{TITLE}</h1><p>3 May 2022</p><p>{SAID}</p>"


def archive(page: bytes = PAGE.encode(), kind: str = "text/html", **more: object) -> dict[str, object]:
    resource = {"WebResourceData": page, "WebResourceMIMEType": kind, "WebResourceURL": URL, **more}
    picture = {"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png", "WebResourceURL": f"{URL}.png"}
    return {"WebMainResource": resource, "WebSubresources": [picture]}


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_that_safari_saved(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    latin = PAGE.encode("cp1252")
    data = plistlib.dumps(archive(latin, WebResourceTextEncodingName="windows-1252"), fmt=form)
    found = only_article(read_bytes(tmp_path, "otters.webarchive", data))
    assert (found.title, found.url, str(found.published), found.outlet) == (TITLE, URL, "2022-05-03", "Brack Post")
    assert SAID in paragraphs(found)
    assert "PNG" not in found.text


def nested(depth: int) -> bytes:
    """Return a property list, in bytes, of the page's name and that many arrays inside each other."""
    name = b"\x5f\x10\x0fWebMainResource"
    values = [b"\xa1" + (number + 2).to_bytes(2) for number in range(depth)]
    objects = [b"\xd1" + (depth + 1).to_bytes(2) + (1).to_bytes(2), *values, name]
    starts = list(accumulate(map(len, objects), initial=8))
    table = b"".join(start.to_bytes(4) for start in starts[:-1])
    trailer = bytes([0] * 6 + [4, 2]) + b"".join(number.to_bytes(8) for number in (len(objects), 0, starts[-1]))
    return b"bplist00" + b"".join(objects) + table + trailer


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (nested(3_000), "a damaged web archive"),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "a property list, not a document"),
        (plistlib.dumps(archive(kind="image/png"), fmt=plistlib.FMT_BINARY), "no page in this web archive"),
        (plistlib.dumps({"WebMainResource": 3}, fmt=plistlib.FMT_BINARY), "no page in this web archive"),
        (plistlib.dumps(archive(), fmt=plistlib.FMT_BINARY)[:-30], "a damaged web archive"),
        (
            b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "b">]><plist><string>WebMainResource &a;</string>',
            "a damaged web archive",
        ),
    ],
)
def test_property_lists_that_hold_no_page(tmp_path: Path, data: bytes, error: str) -> None:
    assert only_error(read_bytes(tmp_path, "x.webarchive", data)) == error


def export(*notes: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">'
        f'<en-export export-date="20230102T101112Z" application="Evernote">{"".join(notes)}</en-export>'
    )


def note(title: str, content: str, attributes: str = "") -> str:
    return (
        f"<note><title>{title}</title><created>20220505T081500Z</created><updated>20220601T091500Z</updated>"
        f"<note-attributes>{attributes}</note-attributes><content><![CDATA[<!DOCTYPE en-note SYSTEM "
        f'"http://xml.evernote.com/pub/enml2.dtd"><en-note>{content}</en-note>]]></content></note>'
    )


def test_the_notes_of_evernote(tmp_path: Path) -> None:
    clipped = f"<source>web.clip7</source><source-url>{URL}</source-url><author>me@inbox.example</author>"
    found = read_bytes(
        tmp_path,
        "my.enex",
        export(
            note(f"{TITLE} | Brack Post", f"<div>By Ann Marlow</div><div>2 days ago</div><div>{SAID}</div>", clipped),
            note("Talk with Wilma", f"<div>{SAID}</div>", "<author>Ann Marlow</author>"),
            note("Empty", ""),
        ),
    )
    page, own, empty = found
    assert isinstance(page, Article)
    assert isinstance(own, Article)
    assert (page.title, page.authors, page.outlet, page.url) == (TITLE, ("Ann Marlow",), "Brack Post", URL)
    assert (str(page.published), str(page.accessed)) == ("2022-05-03", "2022-05-05")
    assert (own.title, own.authors, own.text) == ("Talk with Wilma", ("Ann Marlow",), SAID)
    assert (str(own.published), str(own.updated), own.accessed) == ("2022-05-05", "2022-06-01", None)
    assert not isinstance(empty, Article)
    assert (empty.error, empty.display.rpartition("#")[2]) == ("no text in this note", "3")


def test_hostile_notes(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE en-export [<!ENTITY a "b">]><en-export><note><title>&a;</title></note></en-export>'
    assert "entities" in only_error(read_bytes(tmp_path, "a.enex", bomb))
    results = read_bytes(tmp_path, "b.enex", export(note("Whole", f"<div>{SAID}</div>"))[:-5])
    assert [type(one).__name__ for one in results] == ["Article", "ReadFailure"]


def test_what_a_feed_in_json_says_of_all_its_items(tmp_path: Path) -> None:
    items = [{"id": str(number), "content_html": f"<p>{SAID}</p>", "url": f"{URL}/{number}"} for number in range(2)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Brack Post", "language": "en-GB", "items": items}
    found = read_bytes(tmp_path, "feed.json", json.dumps(feed))
    assert [(one.outlet, one.language) for one in found if isinstance(one, Article)] == [("Brack Post", "en-GB")] * 2
    wrapped = {"outlet": "Brack Post", "articles": [{"text": SAID}, {"text": SAID, "outlet": "Hill Post"}]}
    found = read_bytes(tmp_path, "articles.json", json.dumps(wrapped))
    assert [one.outlet for one in found if isinstance(one, Article)] == ["Brack Post", "Hill Post"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Volume 700: debated on Tuesday 7 September 2021", "2021-09-07"),
        ("HC Deb 12 May 2014 vol 580 cc1-20", "2014-05-12"),
        ("HL Deb, 12 May 2014, c20", "2014-05-12"),
    ],
)
@pytest.mark.parametrize("blank", ["", "\n"])
def test_the_title_above_the_volume_of_a_debate(tmp_path: Path, line: str, day: str, blank: str) -> None:
    text = f"Lidos\n{blank}{line}\n\n3.30pm\n\nPercy Dunmore (Brackmouth) (Con)\n\nI beg to move a motion.\n\n{SAID}\n"
    found = only_article(read_bytes(tmp_path, "lidos.txt", text))
    assert (found.title, str(found.published)) == ("Lidos", day)


def test_the_line_that_prints_a_documents_title(tmp_path: Path) -> None:
    text = rf"{{\rtf1{{\info{{\title {TITLE}}}}}\b {TITLE}\b0\par By Ann Marlow\par They were here first.\par}}"
    found = only_article(read_bytes(tmp_path, "otters.rtf", text))
    assert [str(one.role) for one in found.paragraphs] == ["headline", "byline", "body"]
