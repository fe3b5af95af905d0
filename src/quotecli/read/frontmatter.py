"""Front matter at the head of Markdown and plain text: YAML between `---`, TOML between `+++`. Data only, bounded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.fields import read_record
from quotecli.read.work_told import work_told

FRONT_MATTER = re.compile(
    r"\A\ufeff?[ \t]*(?:---[ \t]*\r?\n(?P<yaml>.*?)\r?\n(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\r?\n(?P<toml>.*?)\r?\n\+\+\+)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)
_LONGEST = 64 << 10  # characters; longer front matter is no front matter
_LINE = re.compile(r"^([A-Za-z][\w .-]{0,40}?)[ \t]*:[ \t]+(?![!&*])(\S.*)$", re.MULTILINE)
"""A plain line of it; tags, anchors and aliases are no words."""
_PICTURES = ("image", "cover", "thumbnail", "featured_image", "og_image", "hero")
_VISITED = re.compile(r"\b(?:saved|accessed|clipped|retrieved|downloaded)\b", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<marks>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_\n]{1,300})(?<=\S)(?P=marks)(?![\w*_])"
)
"""Words that Markdown sets in italics or bold: a title there is Markdown, too."""
_DEEPEST = 50
_TEMPLATE_SECTIONS = {"content", "main", "body"}


def split_front_matter(text: str) -> tuple[tuple[MetaCandidate, ...], int]:
    """Read the front matter of a text.

    Returns:
        Its candidates, and the offset in `text` where the document proper begins (0 without front matter).
    """
    found = FRONT_MATTER.match(text[:_LONGEST])
    if not found:
        return (), 0
    fields = _yaml(found["yaml"]) if found["yaml"] is not None else _toml(found["toml"])
    return (tuple(_candidates(fields)), found.end()) if fields else ((), 0)


def _toml(text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _yaml(text: str) -> Mapping[str, Any]:
    """Load YAML as texts, lists and mappings only; with aliases, or when damaged, its plain `name: value` lines."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # makes texts of everything: no objects, no impossible dates
    loaded: object = None
    try:
        if _is_plain(yaml, loader, text):
            loaded = yaml.load(text, Loader=loader)  # noqa: S506 - BaseLoader is safer than SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    return loaded if isinstance(loaded, dict) else dict(_LINE.findall(text))


def _is_plain(yaml: Any, loader: Any, text: str) -> bool:
    """Tell whether YAML has no aliases, which multiply, and no nesting beyond all use, whose cost is quadratic."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            return False
    return True


def _candidates(fields: Mapping[str, Any]) -> list[MetaCandidate]:
    found = []
    for candidate in read_record(fields, {}).candidates:
        if candidate.field == "section" and candidate.value.casefold() in _TEMPLATE_SECTIONS:
            continue
        field = "accessed" if candidate.field == "published" and _VISITED.search(candidate.value) else candidate.field
        source = candidate.source.replace("field ", "front matter ", 1)
        value = _EMPHASIS.sub(r"\g<words>", candidate.value) if field == "title" else candidate.value
        found.append(replace(candidate, field=field, source=source, value=value))
    lowered = {str(name).casefold(): value for name, value in fields.items()}
    for name in _PICTURES:
        picture = lowered.get(name)
        if isinstance(picture, str) and picture.startswith(("http://", "https://")):
            found.append(MetaCandidate("picture", picture.strip(), f"front matter {name}", Rank.RECORD))
    found += work_told(fields)
    return found
