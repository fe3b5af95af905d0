"""Reading web pages: accuracy on the pages beside the project, and speed beside trafilatura's in the same run.

    python -m bench.reading [../shared/pages]

Speeds are ratios of CPU time in one process; absolute times depend on the machine and on who else uses it.
Texts are scored as scrapinghub's article-extraction-benchmark does: multisets of shingles of four words, precision and
recall averaged over pages. trafilatura and htmldate are compared with where they are installed.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quotecli.core.types import Article, Role
from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces
from quotecli.read.html import draft_from_html
from quotecli.read.metadata import finish
from quotecli.read.options import ReadOptions
from quotecli.read.text import draft_from_text

_WORD = re.compile(r"\w+")
_ARTICLE_ROLES = frozenset({Role.SUBTITLE, Role.BODY, Role.LIST, Role.BLOCKQUOTE, Role.POST, Role.NOTE})
_BESIDE_THE_ARTICLE = frozenset({Role.HEADLINE, Role.CAPTION, Role.BYLINE, Role.BOILERPLATE})
Shingles = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        return f"F1 {self.f1:.4f} (precision {self.precision:.4f}, recall {self.recall:.4f})"


@dataclass(frozen=True, slots=True)
class Texts:
    """Scores of the article's paragraphs, and of the whole stored text with its headline and captions."""

    article: Score
    stored: Score


@dataclass(frozen=True, slots=True)
class Page:
    url: str
    html: str
    gold: Any


def pages(folder: Path, name: str, field: str) -> Iterator[Page]:
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Page(
            row["url"], gzip.decompress((folder / row["html"]).read_bytes()).decode("utf-8", "replace"), row[field]
        )


def shingles(text: str) -> Shingles:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def compare(pairs: Iterable[tuple[Shingles, Shingles]]) -> Score:
    """Average precision and recall over (gold, found) pairs of pages."""
    precisions, recalls = [], []
    for gold, found in pairs:
        both = (gold & found).total()
        if found:
            precisions.append(both / found.total())
        if gold:
            recalls.append(both / gold.total())
    return Score(sum(precisions) / len(precisions), sum(recalls) / len(recalls))


def read_page(page: Page) -> Article:
    return finish(draft_from_html(page.html, url=page.url), options=ReadOptions(), source=page.url, key=page.url)


def article_text(article: Article) -> str:
    """Return the article without its head: headings within it count, the subtitle above it doesn't."""
    kept = [one for one in article.paragraphs if one.role in _ARTICLE_ROLES]
    while kept and kept[0].role is Role.SUBTITLE:
        kept.pop(0)
    return "\n\n".join(article.text[one.start : one.end] for one in kept)


def texts(folder: Path) -> Texts:
    """Score the texts of articles.jsonl."""
    read = [(shingles(page.gold), read_page(page)) for page in pages(folder, "articles.jsonl", "article_body")]
    return Texts(
        compare((gold, shingles(article_text(article))) for gold, article in read),
        compare((gold, shingles(article.text)) for gold, article in read),
    )


def is_right(found: str | None, gold: object) -> bool:
    return found == gold if isinstance(gold, str) else found is None


def dates_right(folder: Path) -> int:
    """Count the pages of dates.jsonl (200) whose date is read exactly."""
    found = ((read_page(page).published, page.gold) for page in pages(folder, "dates.jsonl", "date"))
    return sum(is_right(str(date) if date else None, gold) for date, gold in found)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", words).casefold()))


def _micro(pairs: Iterable[tuple[Counter[str], Counter[str]]]) -> Score:
    right = found = wanted = 0
    for gold, ours in pairs:
        right, found, wanted = right + (gold & ours).total(), found + ours.total(), wanted + gold.total()
    return Score(right / found, right / wanted)


def _against_gold(folder: Path, quotations: Callable[[Article], Counter[str]]) -> Score:
    """Score what is found in the page against what is found in the text that people made of it."""
    return _micro(
        (
            quotations(finish(draft_from_text(page.gold), options=ReadOptions(), source=page.url, key=page.url)),
            quotations(read_page(page)),
        )
        for page in pages(folder, "articles.jsonl", "article_body")
    )


def marked_quotations(folder: Path) -> Score:
    """Score the stretches in quotation marks of the articles' paragraphs."""

    def marked(article: Article) -> Counter[str]:
        found = (
            _plain(article.text[one.start : one.end])
            for one in find_pieces(article)
            if one.style == "marks" and article.paragraphs[one.paragraph].role not in _BESIDE_THE_ARTICLE
        )
        return Counter(words for words in found if words)

    return _against_gold(folder, marked)


def found_quotations(folder: Path) -> Score:
    """Score all that `find_quotes` takes for speech, outside headlines and captions; block quotations and posts too."""

    def spoken(article: Article) -> Counter[str]:
        roles = {Role.CAPTION, Role.HEADLINE}
        return Counter(words for one in find_quotes(article) if one.role not in roles and (words := _plain(one.text)))

    return _against_gold(folder, spoken)


def seconds(work: Callable[[Page], object], sample: list[Page]) -> float:
    start = time.process_time()
    for page in sample:
        work(page)
    return (time.process_time() - start) / len(sample)


def speeds(folder: Path) -> None:
    sample = list(pages(folder, "articles.jsonl", "article_body"))
    for page in sample[:10]:
        find_quotes(read_page(page))
    reading = seconds(read_page, sample)
    both = seconds(lambda page: find_quotes(read_page(page)), sample)
    print(f"reading                  {1 / reading:6.0f} pages/s ({reading * 1000:.1f} ms of CPU a page)")
    print(f"reading and attribution  {1 / both:6.0f} pages/s ({both * 1000:.1f} ms of CPU a page)")
    if find_spec("trafilatura"):
        import trafilatura  # type: ignore[import-untyped,import-not-found,unused-ignore]

        theirs = seconds(lambda page: trafilatura.extract(page.html, include_comments=False, fast=True), sample)
        print(f"trafilatura alone, fast  {1 / theirs:6.0f} pages/s: {theirs / reading:.2f} times our reading's time")
        print(f"                         and {theirs / both:.2f} times that of reading and attribution")


def peers(folder: Path) -> None:
    if find_spec("trafilatura"):
        import trafilatura

        for fast in (False, True):
            found = (
                (shingles(page.gold), shingles(trafilatura.extract(page.html, include_comments=False, fast=fast) or ""))
                for page in pages(folder, "articles.jsonl", "article_body")
            )
            print(f"texts: trafilatura{' fast' if fast else ''}: {compare(found)}")
    if find_spec("htmldate"):
        import htmldate  # type: ignore[import-untyped,import-not-found,unused-ignore]

        right = sum(
            is_right(htmldate.find_date(page.html, url=page.url, original_date=True), page.gold)
            for page in pages(folder, "dates.jsonl", "date")
        )
        print(f"dates: htmldate: {right} of 200")


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/pages")
    scores = texts(folder)
    print(f"texts: ours, article's paragraphs: {scores.article}")
    print(f"texts: ours, all that is stored:   {scores.stored}")
    print(f"dates: ours: {dates_right(folder)} of 200")
    print(f"quotations in marks, page against gold text: {marked_quotations(folder)}")
    print(f"quotations found,    page against gold text: {found_quotations(folder)}")
    peers(folder)
    speeds(folder)


if __name__ == "__main__":
    main()
