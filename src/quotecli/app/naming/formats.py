"""From the name after `--format` to an exporter or a CSL style."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from quotecli.cite.exporters import EXPORTERS, Exporter
from quotecli.core.errors import UnknownFormat, UsageError


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a format's name means: an exporter, or a style.

    Attributes:
        exporter: the export format, or None for a style.
        style: the style, as `CitationProcessor` takes it.
        style_id: the style's CSL id.
    """

    exporter: Exporter | None = None
    style: Any = None
    style_id: str = ""


def familiar() -> list[str]:
    """Return the names of the styles that have a short one, then those of the export formats, each sorted."""
    from quotecli.csl import short_names

    return [*sorted(short_names()), *EXPORTERS]


def choose(name: str) -> Chosen:
    """Return what a name means; export formats go before styles.

    Raises:
        UnknownFormat: neither has this name; the hint holds near ones.
    """
    if exporter := EXPORTERS.get(name.strip().lower()):
        return Chosen(exporter)
    from quotecli.csl import CSLError, StyleNotFound, find_style

    try:
        style = find_style(name)
    except StyleNotFound as error:
        near = [*get_close_matches(name.lower(), EXPORTERS, n=2), *error.suggestions]
        hint = f"did you mean: {', '.join(dict.fromkeys(near))}?" if near else None
        if name.lower().endswith(".csl"):
            raise UnknownFormat(f"there is no file {name!r}, nor a citation style of this name", hint=hint) from None
        raise UnknownFormat(f"no citation style or export format is called {name!r}", hint=hint) from None
    except (CSLError, OSError) as error:
        raise UnknownFormat(f"the style {name!r} can't be used: {error}") from None
    return Chosen(style=name, style_id=style.id)


def check_locale(tag: str) -> None:
    """Refuse the tag of a language that citations can't be set in.

    Raises:
        UsageError: there is none; near ones are in the hint.
    """
    from quotecli.csl.locale import known_language

    if not known_language(tag):
        raise no_locale(tag)


def no_locale(tag: str) -> UsageError:
    """Return the error that names the locales nearest to a tag that is none."""
    from quotecli.csl.locale import available_locales

    language = tag.replace("_", "-").partition("-")[0].lower()
    same = [one for one in available_locales() if one.partition("-")[0] == language]
    near = same or get_close_matches(tag, available_locales(), n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near[:5])}?" if near else None
    return UsageError(f"there is no locale {tag!r} for citations", hint=hint)
