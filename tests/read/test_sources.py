"""Arguments → sources: folders in order, ignores, links, special files, odd names."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from quotecli.read import ReadFailure, ReadOptions, SourceRef, digest_of, iter_sources, read
from quotecli.read.ignores import glob_regex, ignored, parse_rules


def names(folder: Path, *arguments: str | Path, **options: object) -> list[str]:
    """Return the sources' paths within the folder; failures as `!path: reason`."""
    found = iter_sources(map(str, arguments or [folder]), ReadOptions(**options))  # type: ignore[arg-type]
    return [
        os.path.relpath(ref.display, folder) if isinstance(ref, SourceRef)
        else f"!{os.path.relpath(ref.display, folder)}: {ref.error}"
        for ref in found
    ]  # fmt: skip


def make(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("text")


def test_folders_are_walked_in_sorted_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    make(
        tmp_path,
        "b.txt",
        "a/z.txt",
        "a/B.txt",
        "a/a.md",
        ".hidden/x.txt",
        "a/.x.txt",
        "c.png",
        "d.txt~",
        "x.meta.toml",
        "~$a.docx",
    )
    assert names(tmp_path) == ["a/B.txt", "a/a.md", "a/z.txt", "b.txt"]


def test_a_file_named_by_itself_is_read_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.txt", "c.png")
    assert names(tmp_path, tmp_path / ".hidden.txt", tmp_path / "c.png") == [".hidden.txt", "c.png"]


def test_each_file_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "sub/b.txt")
    assert names(tmp_path, tmp_path / "sub", tmp_path, tmp_path / "a.txt") == ["sub/b.txt", "a.txt"]


def test_include_and_exclude(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.md", "sub/c.md", "sub/deep/d.md", "out/e.md")
    assert names(tmp_path, include=("*.md",)) == ["b.md", "out/e.md", "sub/c.md", "sub/deep/d.md"]
    assert names(tmp_path, include=("sub/**",)) == ["sub/c.md", "sub/deep/d.md"]
    assert names(tmp_path, include=("*.md",), exclude=("out", "sub/*/d.*")) == ["b.md", "sub/c.md"]


def test_ignore_files(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.log", "keep.log", "build/c.txt", "sub/build/d.txt", "sub/e.tmp.txt", "sub/f.txt")
    (tmp_path / ".gitignore").write_text("# comment\n*.log\n/build/\n")
    (tmp_path / ".quotesignore").write_text("!keep.log\n")
    (tmp_path / "sub/.quotesignore").write_text("*.tmp.*\n")
    assert names(tmp_path) == ["a.txt", "keep.log", "sub/build/d.txt", "sub/f.txt"]


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.txt", "a/b.txt", True),
        ("a/*.txt", "a/b.txt", True),
        ("a/*.txt", "x/a/b.txt", False),
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("**/b", "b", True),
        ("a/**", "a/x/y", True),
        ("[a-c]x", "bx", True),
        ("[!a-c]x", "bx", False),
        ("[!a]", "/", False),
        ("a?c", "a/c", False),
        (r"\*", "*", True),
        (r"\*", "a", False),
        ("[", "[", True),
        ("a*b*c", "aXbYc", True),
        ("a*b*b", "abXb", True),
        ("*a*/*b", "xaya/zb", True),
        ("**/a*b/**/c", "x/ab/y/aXb/z/c", True),
        ("**/**/b", "b", True),
    ],
)
def test_globs(pattern: str, path: str, matches: bool) -> None:
    assert bool(glob_regex(pattern).match(path)) is matches


@pytest.mark.parametrize(
    "rules",
    [
        lambda count: f"{'*a' * count}*b",
        lambda count: f"{'**/*a/' * count}b",
        lambda count: "\n".join(["[" * 250 * count]),
    ],
)
def test_a_hostile_ignore_file_takes_no_time(rules: Callable[[int], str]) -> None:
    path = f"{'a' * 200}/{'a/' * 200}c"
    assert_linear(lambda rule: ignored((("", parse_rules(rule)),), path, is_folder=False), rules, 16)


@given(st.text(max_size=30), st.text(max_size=30), st.booleans())
def test_any_ignore_file_is_read(rules: str, path: str, is_folder: bool) -> None:
    assert ignored((("", parse_rules(rules)),), path, is_folder) in {True, False}


def test_loops_of_links_end(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "a/self").symlink_to("self")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert names(tmp_path) == [
        "a/b.txt",
        "!a/self: a symbolic link that leads nowhere",
        "!gone.txt: a symbolic link that leads nowhere",
    ]


def test_special_files_are_refused_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")  # opening it would wait for ever
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "b.txt"))
        found = names(tmp_path)
    assert found == [
        "!a.txt: a named pipe, not a regular file (use - to read standard input)",
        "!b.txt: a socket, not a regular file",
    ]
    assert names(tmp_path, "/dev/zero")[0].endswith("a device, not a regular file")


def test_a_pipe_that_takes_a_file_s_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    ref = SourceRef(str(tmp_path / "a.txt"), str(tmp_path / "a.txt"))
    assert list(read(ref, ReadOptions())) == [ReadFailure(ref.display, "not a regular file")]
    assert digest_of(ref) == ""


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    found = list(iter_sources([str(tmp_path / "a.txt"), "", "a\x00b"], ReadOptions()))
    assert [getattr(failure, "error", "") for failure in found] == ["no such file or folder"] * 3
    failures = list(iter_sources(["ftp://x.example/a"], ReadOptions()))
    assert failures == [ReadFailure("ftp://x.example/a", "only http and https addresses are fetched")]
    gone = SourceRef(str(tmp_path / "a"), str(tmp_path / "a"))
    assert list(read(gone, ReadOptions())) == [ReadFailure(gone.display, "no such file or folder")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "sub/b.txt", "c.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "sub").chmod(0)
    try:
        assert names(tmp_path) == ["a.txt", "c.txt", "!sub: no permission to read it"]
        ref = SourceRef(str(tmp_path / "a.txt"), str(tmp_path / "a.txt"))
        assert list(read(ref, ReadOptions())) == [ReadFailure(ref.display, "no permission to read it")]
    finally:
        (tmp_path / "sub").chmod(0o755)


def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("“Yes,” he said.")
    ref = next(iter_sources([str(tmp_path)], ReadOptions()))
    assert isinstance(ref, SourceRef)
    assert ref.display.endswith(r"caf\xe9.txt")
    article = next(read(ref, ReadOptions()))
    assert not isinstance(article, ReadFailure)
    assert article.key == r"caf\xe9.txt"
    assert article.digest == digest_of(ref) != ""


def test_folders_nested_deeper_than_calls_may(tmp_path: Path) -> None:
    here, depth = Path.cwd(), 1010
    os.chdir(tmp_path)
    try:
        for _ in range(depth):
            Path("d").mkdir()  # one by one: the whole path is longer than one call may name
            os.chdir("d")
        Path("a.txt").write_text("text")
        assert names(tmp_path) == ["d/" * depth + "a.txt"]
        Path("a.txt").unlink()
        for _ in range(depth):  # pytest's own cleaning nests its calls
            os.chdir("..")
            Path("d").rmdir()
    finally:
        os.chdir(here)


def test_folders_that_browsers_save_beside_pages_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "page.html", "page_files/frame.html", "other_files/a.txt")
    assert names(tmp_path) == ["other_files/a.txt", "page.html"]


def test_the_same_document_has_one_key_however_its_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "sub/a.txt")
    monkeypatch.chdir(tmp_path)
    keys = set()
    for argument in ("sub/a.txt", "./sub/../sub/a.txt", str(tmp_path / "sub/a.txt"), "sub"):
        ref = next(iter_sources([argument], ReadOptions()))
        assert isinstance(ref, SourceRef)
        keys |= {
            (article.key, article.source)
            for article in read(ref, ReadOptions())
            if not isinstance(article, ReadFailure)
        }
    assert keys == {("a.txt", str(tmp_path / "sub/a.txt"))}


def test_digests_change_with_the_bytes_and_with_the_sidecar(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    first, second = (SourceRef(str(tmp_path / name), name) for name in ("a.txt", "b.txt"))
    assert digest_of(first) == digest_of(second)
    (tmp_path / "b.txt.meta.toml").write_text('title = "x"')
    assert digest_of(first) != digest_of(second)
