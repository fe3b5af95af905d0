"""Bombs, nesting, entities and giants end in one sentence, in bounded time and memory."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.growth import assert_linear
from tests.read import samples
from tests.read.reading import Results, only_error, read_bytes

from quotecli.core.errors import TooLarge
from quotecli.core.types import Article
from quotecli.read import Bounds, ReadFailure
from quotecli.read.bounds import Budget, read_all, time_limit

MIB = 1 << 20
SMALL = Bounds(document=MIB // 4, unpacked=2 * MIB, members=50, records=100, seconds=5)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.slow
def test_packed_bombs(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(b"a " * MIB)
    error = only_error(read_bytes(tmp_path, "a.txt.gz", bomb, bounds=SMALL))
    assert error == "larger than 256 KiB, the limit for one document"
    newlines = pack(b"\n" * (3 * MIB))
    assert "unpacks to more than 2 MiB" in only_error(read_bytes(tmp_path, "a.jsonl.gz", newlines, bounds=SMALL))


def test_bombs_within_bombs(tmp_path: Path) -> None:
    bomb = gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"text"))))
    assert only_error(read_bytes(tmp_path, "a.gz", bomb)) == "archives nested more than 3 deep"
    data = b"text"
    for _ in range(5):
        data = zipped({"a.zip": data})
    assert only_error(read_bytes(tmp_path, "a.zip", data)) == "archives nested more than 3 deep"


def test_a_zip_s_bytes_are_counted_over_all_its_members(tmp_path: Path) -> None:
    members = {f"{number}.txt": b"a " * (MIB // 16) for number in range(40)}
    results = read_bytes(tmp_path, "a.zip", zipped(members), bounds=SMALL)
    assert "unpacks to more than 2 MiB" in str(getattr(results[-1], "error", ""))
    assert len(results) < 25


def test_a_zip_of_too_many_members(tmp_path: Path) -> None:
    data = zipped({f"{number}.txt": b"text" for number in range(60)})
    assert only_error(read_bytes(tmp_path, "a.zip", data, bounds=SMALL)) == "holds more than 50 members"


def test_a_zip_whose_directory_is_a_giant(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 1 << 30, 0, 0)
    assert "its directory is larger" in only_error(read_bytes(tmp_path, "a.zip", b"PK\x03\x04" + bytes(50) + end))


def test_members_that_lie_about_their_size(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"a " * MIB}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 10)
    results = read_bytes(tmp_path, "a.zip", bytes(data), bounds=SMALL)
    assert all(isinstance(result, ReadFailure) or len(result.text) <= 10 for result in results)


def test_members_are_never_extracted(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    before = sorted(tmp_path.rglob("*"))
    data = zipped({"../../evil.txt": b"one", "/etc/evil.txt": b"two", "C:\\evil.txt": b"three"})
    results = read_bytes(folder, "a.zip", data)
    assert sorted(result.source.partition("#")[2] for result in results if isinstance(result, Article)) == [
        "../../evil.txt",
        "/etc/evil.txt",
        "C:\\evil.txt",
    ]
    assert sorted(tmp_path.rglob("*")) == [*before, folder / "a.zip"]


def test_encrypted_and_damaged_members_never_stop_the_rest(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"text one", "b.txt": b"text two", "c.txt": b"text three"}, zipfile.ZIP_STORED))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    data[data.find(b"two")] ^= 1
    results = read_bytes(tmp_path, "a.zip", bytes(data))
    assert [getattr(result, "error", None) for result in results] == [
        "encrypted",
        "damaged: its packed data don't unpack",
        None,
    ]


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
ENTITIES = {
    "laughs": LAUGHS + "]>",
    "file": '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; <!ENTITY i "x">]>',
}


@pytest.mark.parametrize("name", sorted(ENTITIES))
def test_declared_entities_are_refused(tmp_path: Path, name: str) -> None:
    item = "<item><description>&i;</description></item>"
    feed = f'<?xml version="1.0"?>{ENTITIES[name]}<rss><channel>{item}</channel></rss>'
    assert only_error(read_bytes(tmp_path, "a.xml", feed)) == "it declares XML entities, which are refused"
    xml = f"{ENTITIES[name]}<document><p><t>&i;</t></p></document>".encode()
    for kind, part in (("docx", "word/document.xml"), ("odt", "content.xml"), ("epub", "META-INF/container.xml")):
        error = only_error(read_bytes(tmp_path, f"a.{kind}", zipped({part: xml})))
        assert error == "it declares XML entities, which are refused"


@pytest.mark.slow
def test_deep_and_wide_xml(tmp_path: Path) -> None:
    deep = b"<rss>" + b"<a>" * 100_000
    assert "nested more than 400 deep" in only_error(
        read_bytes(tmp_path, "a.xml", deep + b"</a>" * 100_000 + b"</rss>")
    )
    wide = b"<document><p>" + b"<t/>" * 500_000 + b"</p></document>"
    assert "more than 400,000 XML elements" in only_error(
        read_bytes(tmp_path, "a.docx", zipped({"word/document.xml": wide}))
    )


def test_mail_nested_without_end(tmp_path: Path) -> None:
    data = b"From: a@b\nMIME-Version: 1.0\n"
    for number in range(3000):
        data += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
    results = read_bytes(tmp_path, "a.eml", data + b"\ntext")
    assert len(results) == 1


GIANTS = [
    *(
        b"a",
        b'"',
        b"<",
        b"<p>",
        b"{",
        b"[[",
        b"From ",
        b"a:\n",
        b"---\n",
        b"WARC/1.0\r\n",
        b"<!--",
        b"<?",
        b"\x00\xd8",
        b"\n",
    ),
    *(
        b"=\n",
        b"1 0 obj <<",
        b"&",
        b"said ",
        b"A ",
        b"- ",
        b"(",
        b"https://",
        b"\xe2\x80\x9c",
        b"\t",
        b"1,",
        b"|\n",
        b"By A ",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.eml", "a.md"])
@pytest.mark.parametrize("piece", GIANTS, ids=repr)
def test_giants_take_time_by_their_length(tmp_path: Path, piece: bytes, name: str) -> None:
    def work(data: bytes) -> None:
        assert read_bytes(tmp_path, name, data)

    assert_linear(work, lambda size: piece * (size // len(piece)) + b"x", MIB // 8, times=8)


@pytest.mark.slow
def test_memory_is_bounded_by_the_largest_document(tmp_path: Path) -> None:
    line = b'{"id": "%06d", "text": "' + b"word " * 2000 + b'"}\n'
    data = b"".join(line % number for number in range(600))  # 6 MB of 10 kB documents
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data, 1))
    size = len(data)
    del data
    read_bytes(tmp_path, "b.jsonl", line % 0)  # tables are loaded once
    tracemalloc.start()
    try:
        count = sum(1 for _ in _stream(tmp_path / "a.jsonl.gz"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 600
    assert peak < size / 4


def _stream(path: Path) -> Results:
    from quotecli.read import ReadOptions, SourceRef, read

    return read(SourceRef(str(path), str(path)), ReadOptions())  # type: ignore[return-value]


def test_records_are_counted(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "a.jsonl", b'{"text": "x"}\n' * 200, bounds=SMALL)
    assert len(results) == 101
    assert getattr(results[-1], "error", "") == "holds more than 100 records"


def test_time_is_limited() -> None:
    with pytest.raises(TooLarge, match=r"longer than 0\.05 s"), time_limit(0.05):
        _spin()
    budget = Budget(Bounds(seconds=-1), 1)
    with pytest.raises(TooLarge, match="longer than -1 s"):
        budget.tick()


def test_the_time_of_the_reader_s_caller_is_not_counted(tmp_path: Path) -> None:
    from quotecli.read import ReadOptions, SourceRef, read

    (tmp_path / "a.jsonl").write_bytes(samples.json_lines())
    found = 0
    for result in read(SourceRef(str(tmp_path / "a.jsonl"), "a"), ReadOptions(bounds=Bounds(seconds=0.2))):
        assert isinstance(result, Article)
        begun = time.process_time()
        while time.process_time() < begun + 0.3:
            pass
        found += 1
    assert found == 2


def test_read_all_stops_as_soon_as_it_knows() -> None:
    with pytest.raises(TooLarge, match="larger than 1 MiB"):
        read_all(_Endless(), MIB)


def _spin() -> None:
    while True:
        pass


class _Endless:
    def read(self, size: int = -1, /) -> bytes:
        return bytes(size)


def test_yaml_aliases_and_tags_in_front_matter(tmp_path: Path) -> None:
    laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)
    )
    for front in (laughs, "title: !!python/object/apply:os.system ['touch evil']\n", "[" * 50_000, "a: " * 20_000):
        begun = time.process_time()
        results = read_bytes(tmp_path, "a.md", f"---\n{front}---\n\n{samples.SENTENCE}\n")
        assert [type(result) for result in results] == [Article]
        assert isinstance(results[0], Article)
        assert samples.SENTENCE in results[0].text
        assert time.process_time() - begun < 5
    assert not Path("evil").exists()


def test_deep_toml(tmp_path: Path) -> None:
    front = "a = " + "[" * 20_000 + "]" * 20_000
    assert read_bytes(tmp_path, "a.md", f"+++\n{front}\n+++\n\n{samples.SENTENCE}\n")
    (tmp_path / "a.txt.meta.toml").write_text(front)
    assert "is no TOML" in only_error(read_bytes(tmp_path, "a.txt", samples.text()))


def test_a_bomb_costs_an_archive_only_itself(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "“We stay,” said Ann Lee.")
        archive.writestr("bomb.txt", b"0" * (40 * MIB))
        archive.writestr("c.txt", "“We go,” said Bo Ray.")
    results = read_bytes(tmp_path, "all.zip", packed.getvalue())
    assert [getattr(result, "text", None) for result in results] == [
        "“We stay,” said Ann Lee.",
        None,
        "“We go,” said Bo Ray.",
    ]
    assert isinstance(results[1], ReadFailure)
    assert results[1].display.endswith("#bomb.txt")
    assert "unpacks to more than" in getattr(results[1], "error", "")
