"""Patterns that leave files out: `.gitignore`'s language, for ignore files and for `--include` and `--exclude`.

As in gitignore(5): the last matching pattern decides, `!` takes a file back in, a `/` before the end ties the pattern
to its folder, a trailing `/` means folders only, `**` crosses folders.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

IGNORE_FILES = (".gitignore", ".quotesignore")
"""Read in every folder, in this order: what the later one says goes before."""
_LONGEST = 4096
"""Characters of a line; no path has more."""

_PIECE = re.compile(
    r"(?P<folders>(?:^|(?<=/))\*\*/)|(?P<rest>(?<=/)\*\*$)|(?P<star>\*+)|\?|\[!?\]?[^\]]{0,200}\]|\\.|.", re.DOTALL
)


@lru_cache(maxsize=4096)
def glob_regex(pattern: str) -> re.Pattern[str]:
    """Return the regular expression for one glob over paths with `/`.

    A pattern without `/` (but for its end) matches a name at any depth. What stands between two wildcards is taken
    where it fits first, which loses no match: time grows with the path, however many wildcards there are.
    """
    body = pattern.rstrip("/")
    runs = [[""]] if "/" in body else [[""], [""]]  # between "**/" the pieces between "*"
    for piece in _PIECE.finditer(body.lstrip("/")):
        if piece.lastgroup == "folders":
            runs.append([""])
        elif piece.lastgroup == "star":
            runs[-1].append("")
        else:
            runs[-1][-1] += ".*" if piece.lastgroup == "rest" else _translate(piece[0])
    whole = _joined([_joined(run, "[^/]*", "[^/]*?") for run in runs], "(?:.*/)?", "(?:.*?/)??")
    return re.compile(rf"{whole}\Z", re.DOTALL)


def _joined(parts: list[str], wildcard: str, shortest: str) -> str:
    """Return the expression for parts with a wildcard between any two."""
    first, *inner = parts
    last = wildcard + inner.pop() if inner else ""
    return first + "".join(f"(?>{shortest}{part})" for part in inner) + last


def _translate(piece: str) -> str:
    if piece == "?":
        return "[^/]"
    if piece.startswith("[") and len(piece) > 2:
        inside = piece[1:-1].replace("\\", r"\\").replace("[", r"\[").replace("^", r"\^")
        inside = "^/" + inside[1:] if inside.startswith("!") else inside
        try:
            re.compile(f"[{inside}]")
        except re.error:
            return re.escape(piece)
        return f"[{inside}]"
    return re.escape(piece[1:] if piece.startswith("\\") and len(piece) == 2 else piece)


def matches_any(path: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether a path (with `/`, relative to where the patterns belong) matches one of the globs."""
    return any(glob_regex(pattern).match(path) for pattern in patterns)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of an ignore file: its expression, whether it takes back in (`!`), whether it means folders only."""

    regex: re.Pattern[str]
    negated: bool
    folders_only: bool


def parse_rules(text: str) -> tuple[Rule, ...]:
    """Read an ignore file; lines that are no pattern are passed over."""
    rules: list[Rule] = []
    for raw in text.splitlines():
        line = raw.rstrip() if not raw.endswith("\\ ") else raw
        if not line or line.startswith("#"):
            continue
        negated = line.startswith("!")
        line = line[negated:]
        if line.strip("/") and len(line) <= _LONGEST:
            rules.append(Rule(glob_regex(line), negated, line.endswith("/")))
    return tuple(rules)


def ignored(layers: tuple[tuple[str, tuple[Rule, ...]], ...], path: str, is_folder: bool) -> bool:
    """Tell whether `path` is left out.

    Args:
        layers: (folder's path ending in `/` or "", its rules), outermost first, paths relative to one root.
        path: of the file or folder, relative to the same root.
        is_folder: whether it is a folder.
    """
    verdict = False
    for base, rules in layers:
        local = path[len(base) :]
        for rule in rules:
            if (is_folder or not rule.folders_only) and rule.regex.match(local):
                verdict = not rule.negated
    return verdict
