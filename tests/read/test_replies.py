"""E-mails that carry older messages along: these are text like the rest, their heads are not."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.read.reading import only_article, read_bytes

from quotecli import find_quotes

HEADERS = (
    "From: Ilka Brode <ilka@paper.example>\nTo: desk@paper.example\nSubject: Re: Fwd: the sluice\n"
    "Date: Fri, 3 Mar 2023 10:12:00 +0000\nMessage-ID: <1@paper.example>\nMIME-Version: 1.0\n"
)
PLAIN = """Content-Type: text/plain; charset=utf-8

I would not print "a mill too far" again.

On Thu, 2 Mar 2023 at 18:40, Jon Farr
<jon@paper.example> wrote:
> They sent this an hour ago.
>
> ---------- Forwarded message ---------
> From: Press Office <press@mills.example>
> Date: Thu, 2 Mar 2023 at 17:02
> Subject: the sluice
>
> The mills' director, Sabine Wohl, said: "The sluice was opened because
> nobody had told us of the <https://mills.example/works> works. We regret
> it, and we regret nothing else."
>
>> Who opened it? Your clerk told me "somebody" last week.
"""
PAGE = """Content-Type: text/html; charset=utf-8

<div>I would not print &quot;a mill too far&quot; again.</div><div class="gmail_quote"><div>On Thu, 2 Mar 2023 at 18:40,
Jon Farr &lt;jon@paper.example&gt; wrote:</div><blockquote class="gmail_quote" style="margin:0"><div>They sent this an
hour ago.</div><p><b>From:</b> Press Office<br><b>Sent:</b> 2 March 2023<br><b>Subject:</b> the sluice</p>
<div>The mills' director, Sabine Wohl, said: "The sluice was opened because nobody had told us of the works. We regret
it, and we regret nothing else."</div><div>Who opened it? Your clerk told me "somebody" last week.</div>
</blockquote></div>"""


@pytest.mark.parametrize("body", [PLAIN, PAGE])
def test_what_is_said_in_older_messages_is_theirs_who_said_it(tmp_path: Path, body: str) -> None:
    article = only_article(read_bytes(tmp_path, "a.eml", HEADERS + body))
    assert [" ".join(quote.text.split()) for quote in find_quotes(article)] == [
        "a mill too far",
        "The sluice was opened because nobody had told us of the works. We regret it, and we regret nothing else.",
        "somebody",
    ]
    assert {"body", "boilerplate"} == {str(one.role) for one in article.paragraphs}
    assert article.title == "the sluice"


def test_where_links_lead_stands_in_no_quotation(tmp_path: Path) -> None:
    body = 'Content-Type: text/plain\n\nWe met [ https://a.example/1 ]. "We had a map [https://a.example/2] once'
    body += ' (https://a.example/3), and it burnt," said Edda Lohr. More at https://a.example/4\n'
    article = only_article(read_bytes(tmp_path, "a.eml", HEADERS + body))
    assert [quote.text for quote in find_quotes(article)] == ["We had a map once, and it burnt,"]
    assert article.text.strip().endswith("More at https://a.example/4")


@pytest.mark.parametrize(
    ("sender", "author", "outlet"),
    [
        ("Edda Lohr, The Harbour Letter", ["Edda Lohr"], "The Harbour Letter"),
        ("Edda Lohr from Harbour Letters", ["Edda Lohr"], "Harbour Letters"),
        ("Ships, Tides and Harbours", [], "Ships, Tides and Harbours"),
    ],
)
def test_who_writes_a_newsletter_and_which(tmp_path: Path, sender: str, author: list[str], outlet: str) -> None:
    headers = HEADERS.replace("Ilka Brode", f'"{sender}"') + "List-Unsubscribe: <https://a.example/u>\n"
    article = only_article(read_bytes(tmp_path, "a.eml", f"{headers}Content-Type: text/plain\n\nGood morning.\n"))
    assert (list(article.authors), article.outlet) == (author, outlet)


def test_lines_that_are_cited_are_whole_sentences(tmp_path: Path) -> None:
    text = (
        "A letter came from Hugo Pohl. He wrote:\n\n"
        "> The pond was there before the houses and before all the people who now\n"
        "> complain of it, and it will be there when they have gone to com-\n> plain elsewhere.\n\nSo it is.\n"
    )
    found = find_quotes(only_article(read_bytes(tmp_path, "a.txt", text)))
    whole = "The pond was there before the houses and before all the people who now complain of it, and it will be"
    assert [quote.text for quote in found] == [f"{whole} there when they have gone to complain elsewhere."]


PASTED = """From: {sender}
Sent: Thursday, 2 March 2023 09:12
To: Jon Farr
Cc: Press Office
Subject: RE: The sluice

Jon, I would not print "a mill too far" again.

-----Original Message-----
From: Jon Farr
Sent: 1 March 2023 22:40
To: Ilka Brode
Subject: The sluice

Did you see it? The director, Sabine Wohl, said: "We regret it."
"""


@pytest.mark.parametrize("kind", ["a.txt", "a.docx", "a.pdf"])
@pytest.mark.parametrize(
    ("sender", "writer"),
    [
        ("Ilka Brode <ilka@paper.example>", ("Ilka Brode",)),
        ('"Brode, Ilka" <ilka@paper.example>', ("Ilka Brode",)),
        ("Brode, Ilka", ("Ilka Brode",)),
        ("ilka@paper.example", ()),
    ],
)
def test_a_pasted_or_printed_email_tells_who_wrote_it(
    tmp_path: Path, kind: str, sender: str, writer: tuple[str, ...]
) -> None:
    text = PASTED.format(sender=sender)
    article = only_article(read_bytes(tmp_path, kind, as_file(kind, text)))
    assert (article.title, article.authors, str(article.published)) == ("The sluice", writer, "2023-03-02")
    assert article.media == "email"
    assert [(one.text, one.speakers) for one in find_quotes(article)][-1] == ("We regret it.", ("Sabine Wohl",))


def test_a_text_in_which_an_email_is_quoted_is_none(tmp_path: Path) -> None:
    text = f"The sluice\n\nBy Ada Obi\n\nThe paper has seen this e-mail.\n\n{PASTED.format(sender='Ilka Brode')}"
    article = only_article(read_bytes(tmp_path, "a.txt", text.encode()))
    assert (article.title, article.authors) == ("The sluice", ("Ada Obi",))
    assert article.media != "email"


def as_file(kind: str, text: str) -> bytes:
    """Return a text as a file of this kind, a line a paragraph."""
    out = io.BytesIO()
    if kind == "a.docx":
        import docx

        document = docx.Document()
        for line in text.split("\n"):
            document.add_paragraph(line)
        document.save(out)
    elif kind == "a.pdf":
        fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the files")
        pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
        page = fpdf.FPDF()
        page.add_page()
        page.set_font("Times", size=11)
        for line in text.split("\n"):
            page.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
        return bytes(page.output())
    return out.getvalue() or text.encode()


LETTER = "By Jane Roe\n\nThe mill will close, the council says. “We regret it,” said Sabine Wohl, its director.\n"
TO = "To: Wim van Dekken <wim@dekken.example>"
HEADS = {
    "Gmail": "---------- Forwarded message ---------\nFrom: {sender} <m@post.example>\n"
    f"Date: Tue, 14 Mar 2023 at 06:30\nSubject: The mill\n{TO}",
    "Apple": "Begin forwarded message:\n\nFrom: {sender} <m@post.example>\n"
    f"Subject: The mill\nDate: 14 March 2023 at 06:30:11 GMT\n{TO}",
    "Outlook": "________________________________\nFrom: {sender} <m@post.example>\n"
    f"Sent: Tuesday, March 14, 2023 6:30 AM\n{TO}\nSubject: The mill",
}


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_a_forwarded_newsletter_is_its_senders(tmp_path: Path, head: str, kind: str) -> None:
    body = f"Seen this?\n\n{head.format(sender='Skellby Post Morning')}\n\n{LETTER}"
    if kind == "html":
        body = "".join(
            f"<div>{part.replace('<', '&lt;').replace(chr(10), '<br>')}</div>" for part in body.split("\n\n")
        )
    mail = (
        "From: Wim van Dekken <wim@dekken.example>\nSubject: {}The mill\nDate: Thu, 2 May 2024 10:15:00 +0100\n"
        f"Content-Type: text/{kind}; charset=utf-8\n\n{body}"
    )
    article = only_article(read_bytes(tmp_path, "a.eml", mail.replace("{}", "Fwd: ")))
    assert (article.title, article.authors, article.outlet) == ("The mill", ("Jane Roe",), "Skellby Post Morning")
    assert str(article.published) == "2023-03-14"
    answered = only_article(read_bytes(tmp_path, "b.eml", mail.replace("{}", "Re: ")))
    assert (answered.authors, str(answered.published)) == (("Wim van Dekken",), "2024-05-02")


@pytest.mark.parametrize(
    ("sender", "outlet", "authors"),
    [
        ("Press Office, Skellby Town Council", "Skellby Town Council", ()),
        ("Skellby Town Council Press Office", "Skellby Town Council", ()),
        ("Skellby Mills | Media Team", "Skellby Mills", ()),
        ("Jane Roe", None, ("Jane Roe",)),
    ],
)
def test_the_press_office_of_a_body_is_the_body(
    tmp_path: Path, sender: str, outlet: str | None, authors: tuple[str, ...]
) -> None:
    mail = (
        f'From: "{sender}" <a@b.example>\nSubject: The mill\nDate: Thu, 2 May 2024 10:15:00 +0100\n\nThe mill closes.\n'
    )
    article = only_article(read_bytes(tmp_path, "a.eml", mail))
    assert (article.outlet, article.authors) == (outlet, authors)


def test_where_a_newsletter_stands_on_the_web(tmp_path: Path) -> None:
    mail = (
        "From: Ada Obi from The Mill Letter <m@mill.example>\nSubject: The mill\nDate: Thu, 2 May 2024 10:15:00 +0100\n"
        "List-Post: <https://mill.example/p/the-mill>\n\nThe mill closes.\n"
    )
    article = only_article(read_bytes(tmp_path, "a.eml", mail))
    assert (article.url, article.outlet) == ("https://mill.example/p/the-mill", "The Mill Letter")
    posting = mail.replace("https://mill.example/p/the-mill", "mailto:list@mill.example")
    assert only_article(read_bytes(tmp_path, "b.eml", posting)).url is None


def test_a_sign_amid_a_line_is_no_mark(tmp_path: Path) -> None:
    mail = (
        "From: Ada Obi <a@b.example>\nSubject: The mill\nDate: Thu, 2 May 2024 10:15:00 +0100\n\n"
        "“The loss is > 5 % of all <b>,” said Sabine Wohl.\n\n> > He wrote: a > b.\n"
    )
    text = only_article(read_bytes(tmp_path, "a.eml", mail)).text
    assert "“The loss is > 5 % of all <b>,” said" in text
    assert text.rstrip().endswith("\nHe wrote: a > b.")
