"""A small file of each kind, made by other people's writers where there are any; each holds `SENTENCE`."""

from __future__ import annotations

import csv
import gc
import gzip
import io
import json
import warnings
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import cache
from typing import Any

SENTENCE = "“We will not wait for the rain,” said Ngozi Okafor, the mayor of Port Harcourt."
MORE = "The council met on Monday, and the works on the new canal are to begin in spring."
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Rain or not</title>"
    f"</head><body><article><h1>Rain or not</h1><p>{SENTENCE}</p><p>{MORE}</p><p>{MORE} {MORE}</p></article>"
    "</body></html>"
)


def text() -> bytes:
    return f"{SENTENCE}\n\n{MORE}\n".encode()


def html() -> bytes:
    return PAGE.encode()


def json_lines() -> bytes:
    return "".join(json.dumps({"id": name, "text": SENTENCE}) + "\n" for name in ("a", "b")).encode()


def json_list() -> bytes:
    return json.dumps([{"title": "Rain", "body": SENTENCE, "published_at": "2020-10-02"}], indent=1).encode()


def table() -> bytes:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerows([["Headline", "Body", "Publication Date"], ["Rain", f"{SENTENCE}\n\n{MORE}", "2020-10-02"]])
    return out.getvalue().encode()


def packed() -> bytes:
    return gzip.compress(json_lines(), mtime=0)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one/a.txt", text())
        archive.writestr("two/b.html", html())
        archive.writestr("two/c.jsonl.gz", packed())
    return out.getvalue()


def rss() -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour News</title><link>https://harbour.example/</link><language>en-gb</language>
<image><title>Logo</title></image>
<item><title>Rain or not</title><link>https://harbour.example/rain</link><guid>tag:1</guid>
<pubDate>Fri, 02 Oct 2020 10:00:00 +0100</pubDate><dc:creator>Ada Obi</dc:creator>
<content:encoded><![CDATA[<p>{SENTENCE}</p><p>{MORE}</p>]]></content:encoded><description>Short.</description></item>
<item><title>Second</title><link>https://harbour.example/second</link><description>{MORE}</description></item>
</channel></rss>""".encode()


def atom() -> bytes:
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title>
<entry><title type="html">Rain &amp;amp; sun</title><id>urn:1</id><link rel="edit" href="https://harbour.example/edit"/>
<link href="https://harbour.example/rain"/><updated>2020-10-03T08:00:00Z</updated>
<published>2020-10-02T10:00:00+01:00</published><author><name>Ada Obi</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SENTENCE}</p></div></content></entry></feed>""".encode()


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Obi from Harbour Letters <letters@harbour.example>"
    message["To"] = "reader@mail.example"
    message["Subject"] = "Fwd: Rain or not — today’s letter"
    message["Date"] = "Fri, 02 Oct 2020 10:00:00 +0100"
    message["Message-ID"] = "<1@harbour.example>"
    message["List-Id"] = "Harbour Letters <letters.harbour.example>"
    message.set_content(f"{SENTENCE}\n\n{MORE}\n")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="x.png")
    return message.as_bytes()


def mailbox() -> bytes:
    return b"".join(b"From x@y Fri Oct  2 10:00:00 2020\n" + mail() + b"\n\n" for _ in range(2))


def saved_page() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://harbour.example/rain"
    message["Date"] = "Sun, 04 Oct 2020 10:00:00 +0000"
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.add_related(b"body{}", maintype="text", subtype="css", cid="<css@mhtml>")
    return message.as_bytes()


def pdf() -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_creation_date(datetime(2020, 10, 2, tzinfo=UTC))
    made.set_title("Rain or not")
    for page in range(2):
        made.add_page()
        made.set_font("Times", size=12)
        made.multi_cell(0, 6, (SENTENCE if page == 0 else MORE).replace("“", '"').replace("”", '"'))
    return bytes(made.output())


def docx() -> bytes:
    import docx as python_docx

    made: Any = python_docx.Document()
    made.add_heading("Rain or not", 0)
    made.add_paragraph(SENTENCE)
    made.add_paragraph("A harbour is a promise.", style="Quote")
    made.add_paragraph("first point", style="List Bullet")
    made.add_table(1, 1).cell(0, 0).text = MORE
    made.core_properties.author = "Ada Obi"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rich_text() -> bytes:
    return ("{\\rtf1\\ansi\\uc0" + "".join(f"\\u{ord(one)} " for one in SENTENCE) + f"\\par {MORE}\\par}}").encode()


def odt() -> bytes:
    from odf.opendocument import OpenDocumentText
    from odf.text import H, LineBreak, List, ListItem, P, S

    made: Any = OpenDocumentText()
    made.text.addElement(H(outlinelevel=1, text="Rain or not"))
    made.text.addElement(P(text=SENTENCE))
    spaced = P(text="One")
    for element, text_after in ((S(c=2), "two"), (LineBreak(), "three")):
        spaced.addElement(element)
        spaced.addText(text_after)
    made.text.addElement(spaced)
    listed, entry = List(), ListItem()
    entry.addElement(P(text="first point"))
    listed.addElement(entry)
    made.text.addElement(listed)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def epub() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        book.writestr(
            "OEBPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:opf="http://www.idpf.org/2007/opf"><metadata><dc:title>The Canal</dc:title>'
            '<dc:creator opf:role="aut">Ada Obi</dc:creator><dc:creator opf:role="ill">Bo Li</dc:creator>'
            '<dc:creator id="t">Ute Kuhn</dc:creator><meta refines="#t" property="role">trl</meta>'
            "<dc:publisher>Harbour Press</dc:publisher><dc:date>2019-05-01</dc:date><dc:language>en</dc:language>"
            '</metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            '<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="one" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="n"/><itemref idref="one"/><itemref idref="two"/></spine></package>',
        )
        for name, said in (("text/one a", SENTENCE), ("text/two", MORE), ("nav", "Contents")):
            book.writestr(f"OEBPS/{name}.xhtml", f"<html><body><p>{said}</p></body></html>")
    return out.getvalue()


def warc() -> bytes:
    with warnings.catch_warnings():  # warcio leaves its temporary files to the garbage collector
        warnings.simplefilter("ignore", ResourceWarning)
        made = _warc()
        gc.collect()
    return made


def _warc() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, status, kind, body in (
        ("https://harbour.example/rain", "200 OK", "text/html; charset=utf-8", html()),
        ("https://harbour.example/packed", "200 OK", "text/html", gzip.compress(html(), mtime=0)),
        ("https://harbour.example/gone", "404 Not Found", "text/html", b"<p>gone</p>"),
        ("https://harbour.example/logo.png", "200 OK", "image/png", b"\x89PNG"),
    ):
        fields = [("Content-Type", kind)] + ([("Content-Encoding", "gzip")] if body[:1] == b"\x1f" else [])
        answer = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=answer))
        writer.write_record(writer.create_warc_record(url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n")))
    return out.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {
    name: cache(make)
    for name, make in {
        "a.txt": text,
        "a.html": html,
        "a.jsonl": json_lines,
        "a.json": json_list,
        "a.csv": table,
        "a.jsonl.gz": packed,
        "a.zip": zipped,
        "rss.xml": rss,
        "atom.xml": atom,
        "a.eml": mail,
        "a.mbox": mailbox,
        "a.mhtml": saved_page,
        "a.pdf": pdf,
        "a.docx": docx,
        "a.odt": odt,
        "a.rtf": rich_text,
        "a.epub": epub,
        "a.warc.gz": warc,
    }.items()
}
