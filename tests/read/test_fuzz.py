"""Any bytes under any file name give articles or failures, never an exception, in bounded time."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.reading import read_bytes
from tests.read.samples import SAMPLES

from quotecli.core.types import Article
from quotecli.read import ReadFailure
from quotecli.read.sniff import _SUFFIXES

_NAMES = st.sampled_from([*sorted(f"x{end}" for end in _SUFFIXES), "x", "x.jsonl.gz", "x.png", ".html", "x.html.gz"])
_RELAXED = settings(deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


def check(folder: Path, name: str, data: bytes) -> None:
    """Read the bytes, and hold what comes out against what every article must be."""
    for result in read_bytes(folder, name, data):
        if isinstance(result, ReadFailure):
            assert result.error
            assert "\n" not in result.error
            assert "Traceback" not in result.error
            assert str(folder) not in result.error
        else:
            check_article(result)


def check_article(article: Article) -> None:
    """Text that can be stored, paragraphs within it, in order and without overlap."""
    article.text.encode("utf-8")
    assert "\x00" not in article.text
    assert article.text.strip() or "#" in article.source  # only a record may be empty
    before = 0
    for part in article.paragraphs:
        assert before <= part.start < part.end <= len(article.text)
        before = part.end
    for word in (article.source, article.key, article.title or "", *article.authors):
        word.encode("utf-8")


@_RELAXED
@given(name=_NAMES, data=st.binary(max_size=600))
def test_any_bytes_under_any_name(tmp_path: Path, name: str, data: bytes) -> None:
    check(tmp_path, name, data)


@_RELAXED
@given(name=_NAMES, text=st.text(max_size=400), encoding=st.sampled_from(["utf-8", "utf-16", "utf-32-be", "cp1252"]))
def test_any_text_in_any_encoding(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    check(tmp_path, name, text.encode(encoding, "replace"))


_PIECES = (
    '< > </ <p> <item> </item> <?xml ?> <rss> <feed> &amp; & <![CDATA[ ]]> { } [ ] " : , null 1e999 \\ud800 — “ ”'
    ' {"text": <!DOCTYPE <html> said'
).split()
_LINES = [
    *(
        "\n",
        "\r\n",
        "\x00",
        "---\n",
        "From ",
        "From: a@b\n",
        "Content-Type: multipart/mixed; boundary=a\n",
        "\n--a\n",
        " ",
    ),
    *("WARC/1.0\r\n", "Content-Length: 9\r\n", "id;text\n", "a,body\n"),
]
_MARKED = st.lists(st.sampled_from([*_PIECES, *_LINES]), max_size=40)


@_RELAXED
@given(name=_NAMES, pieces=_MARKED)
def test_pieces_of_the_formats(tmp_path: Path, name: str, pieces: list[str]) -> None:
    check(tmp_path, name, "".join(pieces).encode())


@pytest.mark.parametrize("name", sorted(SAMPLES))
@settings(deadline=3000, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8)
@given(data=st.data())
def test_damaged_files(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = bytearray(SAMPLES[name]())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(whole))))
    check(tmp_path, name, bytes(whole[:cut]))


@_RELAXED
@given(
    inner=st.binary(max_size=300),
    name=_NAMES,
    pack=st.sampled_from([gzip.compress, bz2.compress, lzma.compress]),
    record=st.dictionaries(st.text(max_size=8), st.one_of(st.text(max_size=20), st.integers(), st.none()), max_size=4),
)
def test_anything_packed(tmp_path: Path, inner: bytes, name: str, pack: object, record: dict[str, object]) -> None:
    assert callable(pack)
    check(tmp_path, f"{name}.gz", pack(inner))
    check(tmp_path, "x.jsonl.gz", pack(json.dumps({**record, "text": inner.decode("latin-1")}).encode()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"folder/{name}", inner)
    check(tmp_path, "x.zip", out.getvalue())
