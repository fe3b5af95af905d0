"""Arguments of a command → sources: folders are walked in sorted order, what can't be read is named."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quotecli.read.ignores import IGNORE_FILES, Rule, ignored, matches_any, parse_rules
from quotecli.read.options import ReadFailure, ReadOptions, SourceRef
from quotecli.read.sniff import CONTAINERS, kind_by_name, suffix

SIDECAR = ".meta.toml"
"""`article.html.meta.toml` says what `article.html` doesn't; it is no document itself."""

_PASSED_OVER = frozenset(
    (
        ".png .jpg .jpeg .gif .webp .avif .bmp .ico .tif .tiff .svg .heic .mp3 .mp4 .m4a .m4v .mov .avi .mkv .webm .wav"
        " .ogg .flac .css .js .mjs .map .woff .woff2 .ttf .otf .eot .py .pyc .so .dll .exe .o .a .class .jar .db"
        " .sqlite .sqlite3 .lock .toml .ini .cfg .yml .yaml .bib .ris .xls .xlsx .ppt .pptx .part .crdownload .tmp"
    ).split()
)
"""Suffixes that a walk through a folder passes over without a word; named on the command line they are tried."""

_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe, not a regular file (use - to read standard input)"),
    (stat.S_ISSOCK, "a socket, not a regular file"),
    (stat.S_ISCHR, "a device, not a regular file"),
    (stat.S_ISBLK, "a device, not a regular file"),
)
Layer = tuple[str, tuple[Rule, ...]]


def iter_sources(arguments: Iterable[str], options: ReadOptions) -> Iterator[SourceRef | ReadFailure]:
    """Yield what to read for the arguments, in their order; each file once.

    Args:
        arguments: paths of files and folders, http(s) URLs, `-` for standard input.
        options: `include` and `exclude` hold in folders; a file named by itself is always read.

    Yields:
        Sources; and failures for what is missing, not permitted, or no regular file.
    """
    seen = _Seen()
    for argument in arguments:
        if argument == "-":
            if seen.first(argument):
                yield SourceRef("-", "-", container=True)
        elif argument.lower().startswith(("http://", "https://")):
            scheme, _, rest = argument.partition("://")
            if seen.first(argument):
                yield SourceRef(f"{scheme.lower()}://{rest}", f"{scheme.lower()}://{rest}", container=True)
        elif "://" in argument and not os.path.lexists(argument):
            yield ReadFailure(argument, "only http and https addresses are fetched")
        else:
            yield from _path(argument, options, seen)


def display_path(path: str) -> str:
    r"""Return a path as it is stored and shown: absolute, and UTF-8 with `\xe9` for bytes that aren't.

    Names in an older encoding, as archives from elsewhere have them, stay apart so.
    """
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")


def is_file_there(shown: str) -> bool:
    """Tell whether there is a file, or a link, at a path as it is stored and shown; folders are none."""
    as_named = re.sub(rb"\\x([89a-f][0-9a-f])", lambda byte: bytes.fromhex(byte[1].decode()), os.fsencode(shown))
    return any(os.path.lexists(path) and not os.path.isdir(path) for path in (os.fsencode(shown), as_named))


def plain_reason(error: OSError) -> str:
    """Return why a file can't be opened or read, in one plain sentence."""
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "no such file or folder",
        PermissionError: "no permission to read it",
        IsADirectoryError: "a folder, not a file",
        NotADirectoryError: "no such file or folder",
    }
    return reasons.get(type(error)) or (error.strerror or str(error) or "can't be read").lower()


@dataclass(slots=True)
class _Seen:
    """What was met already: files and folders by device and number, so that loops of links end."""

    keys: set[object] = field(default_factory=set)

    def first(self, key: object) -> bool:
        """Tell whether `key` is met for the first time."""
        if key in self.keys:
            return False
        self.keys.add(key)
        return True

    def first_file(self, status: os.stat_result) -> bool:
        """Tell whether this file or folder is met for the first time."""
        return not status.st_ino or self.first((status.st_dev, status.st_ino))


def _path(argument: str, options: ReadOptions, seen: _Seen) -> Iterator[SourceRef | ReadFailure]:
    if not argument or "\x00" in argument:
        yield ReadFailure(argument, "no such file or folder")
        return
    path = os.path.abspath(os.path.expanduser(argument)) if argument.startswith("~") else os.path.abspath(argument)
    try:
        status = os.stat(path)
    except OSError as error:
        yield ReadFailure(display_path(path), _link_reason(path, error))
        return
    if not stat.S_ISDIR(status.st_mode):
        yield from _file(path, status, seen, typed=True)
    elif seen.first_file(status):
        yield from _walk(path, options, seen)


def _link_reason(path: str, error: OSError) -> str:
    return "a symbolic link that leads nowhere" if os.path.islink(path) else plain_reason(error)


def _file(path: str, status: os.stat_result, seen: _Seen, *, typed: bool) -> Iterator[SourceRef | ReadFailure]:
    for is_special, reason in _SPECIAL:
        if is_special(status.st_mode):
            yield ReadFailure(display_path(path), reason)
            return
    if seen.first_file(status):
        yield SourceRef(path, display_path(path), kind_by_name(os.path.basename(path)) in CONTAINERS, typed)


def _walk(root: str, options: ReadOptions, seen: _Seen) -> Iterator[SourceRef | ReadFailure]:
    """Walk a folder in sorted order, depth first; a stack of our own, since folders nest deeper than calls may."""
    stack = [_entries(root, "", ())]
    while stack:
        for found in stack[-1]:
            if isinstance(found, ReadFailure):
                yield found
                continue
            entry, path, layers = found
            try:
                status = entry.stat()
            except OSError as error:
                yield ReadFailure(display_path(entry.path), _link_reason(entry.path, error))
                continue
            is_folder = stat.S_ISDIR(status.st_mode)
            if ignored(layers, path, is_folder) or matches_any(path, options.exclude):
                continue
            if is_folder:
                if seen.first_file(status):
                    stack.append(_entries(root, f"{path}/", layers))
                    break
            elif _wanted(path, entry.name, options):
                yield from _file(entry.path, status, seen, typed=False)
        else:
            stack.pop()


def _entries(
    root: str, base: str, layers: tuple[Layer, ...]
) -> Iterator[ReadFailure | tuple[os.DirEntry[str], str, tuple[Layer, ...]]]:
    """Yield what stands in the folder `root/base` with its path under `root`; `base` is "" or ends in `/`."""
    folder = os.path.join(root, base)
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield ReadFailure(display_path(folder), plain_reason(error))
        return
    layers = (*layers, *_rules_of(folder, base))
    names = {entry.name for entry in entries}
    for entry in entries:
        if not entry.name.startswith(".") and not _is_page_folder(entry.name, names):
            yield entry, base + entry.name, layers


def _wanted(path: str, name: str, options: ReadOptions) -> bool:
    if name.endswith(SIDECAR):
        return False
    if options.include:
        return matches_any(path, options.include)
    return not is_passed_over(name)


def is_passed_over(name: str) -> bool:
    """Tell by its name a file that a walk through a folder or an archive passes over: pictures, scripts, backups."""
    return suffix(name) in _PASSED_OVER or name.endswith("~") or name.startswith("~$")


def _is_page_folder(name: str, names: set[str]) -> bool:
    """Tell the folder of pictures and scripts that a browser saves beside a page."""
    stem = name.removesuffix("_files")
    return stem != name and (f"{stem}.html" in names or f"{stem}.htm" in names)


def _rules_of(folder: str, base: str) -> Iterator[Layer]:
    for name in IGNORE_FILES:
        path = Path(folder, name)
        try:
            if path.is_file() and path.stat().st_size < 1 << 20:
                yield base, parse_rules(path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
