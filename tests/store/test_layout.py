"""A document's layout is read as it was written, whatever its paragraphs are, and by whichever version it was."""

from __future__ import annotations

import sqlite3
import struct
import zlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.core.types import Paragraph, Role, Span
from quotecli.store import Store
from quotecli.store.codec import pack_layout, unpack_layout, unpack_text, without_holes

PLAIN = (Paragraph(0, 4), Paragraph(6, 6), Paragraph(8, 20))
ODD = [
    (Paragraph(0, 20, Role.HEADLINE),),
    (Paragraph(0, 20, page=3),),
    (Paragraph(0, 20, time=0.5),),
    (Paragraph(0, 20, source=Span(2, 4)),),
    (Paragraph(1, 20),),
    (Paragraph(0, 19),),
    (Paragraph(0, 4), Paragraph(5, 20)),
    (),
]


@pytest.mark.parametrize("paragraphs", [PLAIN, *ODD])
@pytest.mark.parametrize("rest", ["", "said Ada.\n\n“”", "\ud800 1,2\n"])
def test_a_layout_is_read_as_it_was_written(paragraphs: tuple[Paragraph, ...], rest: str) -> None:
    blob = pack_layout(20, rest, paragraphs)
    assert unpack_layout(blob) == (20, rest, paragraphs)
    assert unpack_text(blob) == (20, rest, tuple((paragraph.start, paragraph.end) for paragraph in paragraphs))


def test_plain_paragraphs_are_written_short() -> None:
    assert len(pack_layout(20, "", PLAIN)) < len(pack_layout(20, "", ODD[0]))


def old_layout(length: int, rest: str, paragraphs: Sequence[Paragraph]) -> bytes:
    """Write plain paragraphs as version 0.4.0 did."""
    none = 0xFFFFFFFF
    records = b"".join(struct.pack("<IIBIIIf", part.start, part.end, 0, none, none, none, -1.0) for part in paragraphs)
    return zlib.compress(struct.pack("<II", length, len(paragraphs)) + records + rest.encode(), 6)


def test_a_layout_of_an_earlier_version_is_read() -> None:
    assert unpack_layout(old_layout(20, "said Ada.", PLAIN)) == (20, "said Ada.", PLAIN)


def test_a_document_that_an_earlier_version_wrote_is_unchanged(tmp_path: Path) -> None:
    article, quotations = document("a", ("Ada Bell", "The harbour stays."), ("Ben Bell", "It does not."))
    with Store.open(tmp_path / "a.db") as store:
        store.write(article, quotations)
        with closing(sqlite3.connect(tmp_path / "a.db")) as db, db:
            layout = unpack_layout(db.execute("SELECT layout FROM texts").fetchone()[0])
            db.execute("UPDATE texts SET layout = ?", (old_layout(*layout),))
        assert store.article(article.source) == article
        assert store.write(article, quotations).status == "unchanged"
        moved = replace(article, paragraphs=(Paragraph(0, len(article.text)),))
        assert store.write(moved, quotations).status == "updated"


@pytest.mark.parametrize(
    ("spans", "rest"),
    [
        ([], "0123456789"),
        ([(2, 4)], "01456789"),
        ([(0, 3), (3, 10)], ""),
        ([(5, 7), (2, 4)], "014789"),
        ([(2, 6), (4, 8)], "016789"),
        ([(2, 8), (2, 4)], "01456789"),
    ],
)
def test_what_is_left_of_a_text_is_what_no_quotation_holds(spans: list[tuple[int, int]], rest: str) -> None:
    assert without_holes("0123456789", [start for start, _ in spans], [end for _, end in spans]) == rest
