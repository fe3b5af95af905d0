"""Reads the annotated articles and splits off the validation part."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from quotecli.core.types import Article, Paragraph, Role, Span

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "corpora"
FILES = ("polnear", "gum-news", "gum-bio", "basil")
VALIDATION = "validation-1"
"""Salt of the split; written down so that the part never changes."""


def is_validation(document: str) -> bool:
    """Tell whether a document, by its id, is of the fifth that evaluate.py measures weights on which never saw it.

    The weights that ship learn from all documents, this fifth too.
    """
    digest = blake2b((VALIDATION + document).encode(), digest_size=4).digest()
    return int.from_bytes(digest) % 5 == 0


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def documents() -> Iterator[dict[str, Any]]:
    """Yield all annotated documents in a fixed order, each with `part` train or validation."""
    paths = [SHARED / f"{name}.jsonl" for name in FILES]
    paths += sorted((ROOT / "training" / "articles").glob("*.jsonl"))
    for path in paths:
        for document in read_jsonl(path):
            document.setdefault("source_set", path.stem)
            document["file"] = path.stem
            document["part"] = "validation" if is_validation(document["id"]) else "train"
            yield document


def article_of(document: dict[str, Any]) -> Article:
    """Return the article of a document: a paragraph a line; roles are read from `paragraphs` where given."""
    text = document["text"]
    title = (document.get("title") or "").strip().rstrip(".")
    paragraphs: list[Paragraph] = []
    given = document.get("paragraphs")
    if given:
        for entry in given:
            source = entry.get("source")
            paragraphs.append(
                Paragraph(
                    entry["start"], entry["end"], Role(entry.get("role", "body")), Span(*source) if source else None
                )
            )
    else:
        for line in re.finditer(r"[^\n]*\S[^\n]*", text):
            first = not paragraphs and title and line.group().strip().rstrip(".") == title
            paragraphs.append(Paragraph(line.start(), line.end(), Role.HEADLINE if first else Role.BODY))
    author = document.get("author")
    authors = tuple(author) if isinstance(author, list) else (author,) if author else ()
    return Article(
        text=text, paragraphs=tuple(paragraphs), title=document.get("title"), authors=authors,
        outlet=document.get("outlet"), source=document["id"], key=document["id"],
    )  # fmt: skip
