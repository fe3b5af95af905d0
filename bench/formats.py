"""How fast each kind is read, and PDF beside other readers of it: ratios within one run.

    python bench/formats.py

Kinds: documents of 400 words each; "× text" is the time of one document against the same words as plain text. PDF: one
file of 40 pages in two columns; pypdf and pdfminer.six are measured where they are installed, by their own text
extraction without paragraphs, columns or running heads.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from quotecli.core.types import Article
from quotecli.read import ReadOptions, SourceRef, read

WORDS = "the minister said that nothing would change before parliament returned in autumn although several".split()
COUNT = 200


def article(number: int) -> list[str]:
    """Return ten paragraphs of forty words, other ones for each number."""
    random = Random(number)
    return [f"“{' '.join(random.choices(WORDS, k=30))},” said Ngozi Okafor on Monday, when asked." for _ in range(10)]


def page(number: int) -> str:
    """Return the article as a web page."""
    body = "".join(f"<p>{part}</p>" for part in article(number))
    return (
        f"<!DOCTYPE html><html><head><title>Page {number}</title></head><body><article>{body}</article></body></html>"
    )


def containers() -> dict[str, bytes]:
    """Return for each kind one file that holds `COUNT` documents."""
    texts = ["\n\n".join(article(number)) for number in range(COUNT)]
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts)).encode()
    table = "id,body\n" + "".join(f'{number},"{text}"\n' for number, text in enumerate(texts))
    items = "".join(
        f"<item><guid>{number}</guid><description><![CDATA[{''.join(f'<p>{part}</p>' for part in article(number))}]]>"
        "</description></item>"
        for number in range(COUNT)
    )
    return {
        "a.jsonl": lines,
        "a.jsonl.gz": gzip.compress(lines),
        "a.json": json.dumps([{"body": text} for text in texts]).encode(),
        "a.csv": table.encode(),
        "text.zip": _zip({f"{number}.txt": text for number, text in enumerate(texts)}),
        "html.zip": _zip({f"{number}.html": page(number) for number in range(COUNT)}),
        "a.rss": f"<rss version='2.0'><channel>{items}</channel></rss>".encode(),
        "a.warc": b"".join(_warc_record(number) for number in range(COUNT)),
    }


def _zip(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def _warc_record(number: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(number).encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/{number}\r\nContent-Length: {len(body)}"
    )
    return head.encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def two_columns() -> bytes:
    """Return a PDF of 40 pages in two columns."""
    from fpdf import FPDF

    made = FPDF()
    made.set_font("Times", size=10)
    made.add_page()
    with made.text_columns(ncols=2, gutter=7, text_align="J") as columns:
        for number in range(42):
            columns.write("\n\n".join(article(number)).replace("“", '"').replace("”", '"') + "\n\n")
    return bytes(made.output())


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the best of three runs, that of child processes with it (PDF is read in one)."""
    best = float("inf")
    for _ in range(3):
        begun = sum(os.times()[:4])
        work()
        best = min(best, sum(os.times()[:4]) - begun)
    return best


def count_articles(path: Path) -> int:
    """Read a file; all that comes out must be articles."""
    results = list(read(SourceRef(str(path), str(path)), ReadOptions()))
    assert all(isinstance(result, Article) for result in results)
    return len(results)


def main() -> None:
    """Print both tables."""
    with TemporaryDirectory() as folder:
        texts = Path(folder, "text")
        texts.mkdir()
        for number in range(COUNT):
            (texts / f"{number}.txt").write_text("\n\n".join(article(number)), encoding="utf-8")
        plain = seconds(lambda: [count_articles(path) for path in texts.iterdir()]) / COUNT
        print(f"{'kind':12} documents/s   × text")
        print(f"{'text files':12} {1 / plain:11.0f}   {1:6.2f}")
        for name, data in containers().items():
            path = Path(folder, name)
            path.write_bytes(data)
            assert count_articles(path) == COUNT, name
            taken = seconds(lambda path=path: count_articles(path)) / COUNT  # type: ignore[misc]
            print(f"{name:12} {1 / taken:11.0f}   {taken / plain:6.2f}")
        path = Path(folder, "a.pdf")
        path.write_bytes(two_columns())
        print_pdf(path)


def print_pdf(path: Path) -> None:
    """Print the speed of the readers of PDF that are installed."""
    ours = seconds(lambda: count_articles(path))
    article = next(iter(read(SourceRef(str(path), str(path)), ReadOptions())))
    assert isinstance(article, Article)
    pages = article.paragraphs[-1].page or 0
    print(f"\n{'PDF reader':16} pages/s   × ours   ({pages} pages in two columns)")
    print(f"{'ours, pypdfium2':16} {pages / ours:7.0f}   {1:6.2f}")
    try:
        import pypdf  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        print("pypdf            not installed")
    else:
        taken = seconds(lambda: [one.extract_text() for one in pypdf.PdfReader(path).pages])
        print(f"{'pypdf':16} {pages / taken:7.0f}   {taken / ours:6.2f}")
    try:
        from pdfminer.high_level import extract_text  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        print("pdfminer.six     not installed")
    else:
        taken = seconds(lambda: extract_text(path))
        print(f"{'pdfminer.six':16} {pages / taken:7.0f}   {taken / ours:6.2f}")


if __name__ == "__main__":
    main()
