"""Who prints: the table of outlets (data/outlets.tsv), the user's own, and names and hosts looked up in both."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from quotecli.core.errors import UsageError
from quotecli.core.folding import fold
from quotecli.core.tables import read_table

_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|edition|de|en|beta|touch|wap)\.(?=[^.]+\.)")
_LONGEST_URL = 2000
_MAX_TABLE = 4 << 20  # bytes of a user's table


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet.

    Attributes:
        name: as we store and cite it.
        hosts: host, or host and path, of its pages, without `www.`.
        short_names: other names it goes by ("NYT").
        country: two letters (ISO 3166-1), or "".
        language: BCP 47 tag, or "".
        kind: `newspaper`, `magazine`, `broadcaster`, `agency`, `website`, `blog`, `social` or `aggregator`.
    """

    name: str
    hosts: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    country: str = ""
    language: str = ""
    kind: str = "website"


@dataclass(frozen=True, slots=True)
class OutletTable:
    """Outlets with what finds them: `hosts` by host and path, `names` by folded name without its article."""

    hosts: dict[str, Outlet] = field(default_factory=dict)
    names: dict[str, Outlet] = field(default_factory=dict)


def _table_of(outlets: Iterable[Outlet]) -> OutletTable:
    """Full names go before short ones of the same words, and earlier rows before later ones."""
    table = OutletTable()
    outlets = list(outlets)
    for outlet in outlets:
        table.names.setdefault(_key(outlet.name), outlet)
        for host in outlet.hosts:
            table.hosts.setdefault(host.lower().removeprefix("www."), outlet)
    for outlet in outlets:
        for name in outlet.short_names:
            table.names.setdefault(_key(name), outlet)
    return table


_ON_THE_WEB = " on the Web"
"""How databases tell a paper's site: "The New York Times on the Web"."""
_SITE = re.compile(r"[^\W\d_][\w ’'-]{1,40}\.(?:com|org|net|co\.uk|[a-z]{2})", re.IGNORECASE)


def _key(name: str) -> str:
    return re.sub(r"[^\w]+", " ", fold(name)).strip().removeprefix("the ")


@cache
def _own_table() -> OutletTable:
    return _table_of(
        Outlet(name, tuple(hosts.split()), tuple(filter(None, shorts.split("|"))), country, language, kind)
        for hosts, name, shorts, country, language, kind in read_table("quotecli.read", "outlets.tsv")
    )


@lru_cache(maxsize=8)
def _user_table(path: Path) -> OutletTable:
    try:
        with path.open("rb") as stream:
            text = stream.read(_MAX_TABLE).decode("utf-8-sig")
        rows = _toml_rows(text) if path.suffix.lower() == ".toml" else _tsv_rows(text)
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UsageError(f"The table of outlets {path} can't be read: {error}") from error
    return _table_of(rows)


def _tsv_rows(text: str) -> list[Outlet]:
    """Rows as in our own table; what is left out at the end of a row is empty."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = (line.split("\t") + [""] * 6)[:6]
        if not cells[1].strip():
            raise ValueError(f"line {number} has no name after its host")
        shorts = tuple(short.strip() for short in cells[2].split("|") if short.strip())
        hosts = tuple(cells[0].split())
        rows.append(Outlet(cells[1].strip(), hosts, shorts, cells[3], cells[4], cells[5] or "website"))
    return rows


def _toml_rows(text: str) -> list[Outlet]:
    """Tables by host: `["example.org"]` with `name` and, if wished, `short_names`, `country`, `language`, `kind`."""
    rows = []
    for host, entry in tomllib.loads(text).items():
        if isinstance(entry, str):
            entry = {"name": entry}  # noqa: PLW2901 - the short form `"example.org" = "Name"`
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise ValueError(f"{host} has no name")  # noqa: TRY004 - what a file holds, not what a caller passed
        shorts = entry.get("short_names", [])
        shorts = shorts if isinstance(shorts, list) else [shorts]
        country, language = (str(entry.get(name, "")) for name in ("country", "language"))
        kind = str(entry.get("kind", "website"))
        rows.append(Outlet(entry["name"], (host,), tuple(map(str, shorts)), country, language, kind))
    return rows


def _tables(user_table: Path | None) -> list[OutletTable]:
    return [_user_table(user_table), _own_table()] if user_table else [_own_table()]


def host_of(url: str) -> str:
    """Return a URL's host in lower case without `www.`, `m.`, `amp.` and the like, or "" when it has none."""
    try:
        host = (urlsplit(url[:_LONGEST_URL]).hostname or "").rstrip(".")
    except ValueError:
        return ""
    return _HOST_PREFIX.sub("", host)


def outlet_for_url(url: str, *, user_table: Path | None = None) -> Outlet | None:
    """Return the outlet of the longest host-and-path that the URL ends (host) and begins (path) with, or None.

    `https://i.dailymail.co.uk/1s/x.jpg` is the Daily Mail's by its host; the user's table goes before ours.

    Raises:
        UsageError: the user's table can't be read.
    """
    try:
        parts = urlsplit(url[:_LONGEST_URL])
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return None
    steps = [step for step in parts.path.split("/") if step][:3]
    for table in _tables(user_table):
        labels = host.split(".")
        for first in range(len(labels) - 1):
            suffix = ".".join(labels[first:])
            for depth in range(len(steps), -1, -1):
                if found := table.hosts.get("/".join([suffix, *steps[:depth]]).lower()):
                    return found
    return None


def find_outlet(name: str, *, user_table: Path | None = None) -> Outlet | None:
    """Return the outlet of this name or short name (case, accents and a leading article don't matter), or None.

    Raises:
        UsageError: the user's table can't be read.
    """
    key = _key(name[:200])
    for table in _tables(user_table):
        if key and (found := table.names.get(key)):
            return found
    if name.endswith(_ON_THE_WEB):
        return find_outlet(name.removesuffix(_ON_THE_WEB), user_table=user_table)
    if _SITE.fullmatch(name):  # "Le Monde.fr", "Corriere.it": the site of the one that its address is
        found = outlet_for_url(f"https://{fold(name).replace(' ', '')}", user_table=user_table)
        head = _key(name.rpartition(".")[0])
        return found if found and (_key(found.name) == head or head in map(_key, found.short_names)) else None
    return None


def outlet_kind(name: str, *, user_table: Path | None = None) -> str | None:
    """Return the kind of the outlet of this name, or None when no table knows it."""
    found = find_outlet(name, user_table=user_table)
    return found.kind if found else None
