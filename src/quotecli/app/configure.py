"""Use-cases: what the config file says and where each setting comes from; setting one, and taking it out."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from quotecli.app.config import Config, config_file, default_store, load, read_text, values_of
from quotecli.core.errors import UsageError
from quotecli.core.whole_file import whole_file

__all__ = ["DEFAULT", "KEYS", "Configured", "Setting", "configured", "set_value", "unset_value"]

DEFAULT = "default"
"""The source of a setting that nobody has set."""


class Setting(NamedTuple):
    """One setting.

    Attributes:
        key: `db`, `format`, `locale` or `outlets`.
        value: what holds; None where nothing is set and there is no default.
        source: `--db`, `$QUOTES_DB`, the config file's path, or `default`.
    """

    key: str
    value: str | None
    source: str

    @property
    def is_set(self) -> bool:
        """Whether somebody has set it."""
        return self.source != DEFAULT


class Configured(NamedTuple):
    """All settings.

    Attributes:
        file: where the config file is, or would be.
        exists: whether there is one.
        because: why there: `$QUOTES_CONFIG`, or "the user config folder".
        settings: in the order of `KEYS`.
    """

    file: Path
    exists: bool
    because: str
    settings: tuple[Setting, ...]

    def of(self, key: str) -> Setting:
        """Return the setting of a key.

        Raises:
            UsageError: there is no such setting.
        """
        _known(key)
        return next(setting for setting in self.settings if setting.key == key)


def configured(db: Path | None, environment: Mapping[str, str] | None = None) -> Configured:
    """Return the settings and where each comes from.

    Args:
        db: the store as named by `--db`.
        environment: the process's, unless a test gives another.

    Raises:
        UsageError: the config file is no TOML, or holds a value of a wrong kind.
    """
    environment = os.environ if environment is None else environment
    file = config_file(environment)
    config = load(file.path, must_exist=False)
    from_file = {
        "format": (config.style, "apa"),
        "locale": (config.locale, "en-US"),
        "outlets": (config.outlets, None),
    }
    others = (
        Setting(key, str(value), str(file.path)) if value else Setting(key, default, DEFAULT)
        for key, (value, default) in from_file.items()
    )
    because = "$QUOTES_CONFIG" if file.named else "the user config folder"
    return Configured(file.path, config.path is not None, because, (_store(db, environment, config), *others))


def _store(db: Path | None, environment: Mapping[str, str], config: Config) -> Setting:
    for value, source in ((db, "--db"), (environment.get("QUOTES_DB"), "$QUOTES_DB"), (config.store, str(config.path))):
        if value:
            return Setting("db", str(value), source)
    default = None
    with suppress(UsageError):  # no home, no data folder
        default = str(default_store())
    return Setting("db", default, DEFAULT)


def set_value(key: str, value: str, environment: Mapping[str, str] | None = None) -> None:
    """Write a setting into the config file, which is made where there is none; all else in it stays as it is.

    Raises:
        UsageError: there is no such setting, the value is none for it, or the file is no TOML or can't be written; it
            is then as it was.
        UnknownFormat: no citation style or export has this name; near names are in the hint.
    """
    from quotecli.app.toml_edit import with_text

    fitting = _known(key)(value)
    if any("\ud800" <= character <= "\udfff" for character in fitting):
        raise UsageError(f"{key} can't be written into a config file: it is not UTF-8")
    path = config_file(os.environ if environment is None else environment).path
    text = read_text(path) or ""
    values_of(text, path)
    try:
        changed = with_text(text, key, fitting)
    except ValueError as error:
        raise UsageError(f"the config file {path} can't be edited: {error}") from None
    _write(path, changed)


def unset_value(key: str, environment: Mapping[str, str] | None = None) -> bool:
    """Take a setting out of the config file; return whether it was there.

    Raises:
        UsageError: as for `set_value`.
    """
    from quotecli.app.toml_edit import without

    _known(key)
    path = config_file(os.environ if environment is None else environment).path
    text = read_text(path) or ""
    if key not in values_of(text, path):
        return False
    try:
        changed = without(text, key)
    except ValueError as error:
        raise UsageError(f"the config file {path} can't be edited: {error}") from None
    _write(path, changed)
    return True


def _known(key: str) -> Callable[[str], str]:
    if key not in KEYS:
        near = get_close_matches(key.lower(), KEYS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(KEYS)}"
        raise UsageError(f"there is no setting {key!r}", hint=hint)
    return KEYS[key]


# What each setting takes ---------------------------------------------------------------------------------------------


def _absolute(key: str, value: str) -> str:
    """Return a path as it holds from any folder: in the file, relative ones are relative to the file."""
    if not value or "\0" in value:
        raise UsageError(f"{key} takes a path, not {value!r}")
    return os.path.abspath(os.path.expanduser(value))  # noqa: PTH100, PTH111 (resolve() follows links)


def _db(value: str) -> str:
    path = _absolute("db", value)
    if Path(path).is_dir():
        raise UsageError(f"{path} is a folder; db takes the store's file")
    return path


def _format(value: str) -> str:
    from quotecli.app.naming.formats import choose

    chosen = choose(value)
    if chosen.exporter:
        return value.strip()
    from quotecli.csl import CitationProcessor, CSLError

    try:
        CitationProcessor(value, [])
    except CSLError as error:
        raise UsageError(f"the style {value!r} can't be used: {error}") from None
    is_file = value.lower().endswith(".csl") and Path(value).is_file()
    return _absolute("format", value) if is_file else value.strip()


def _locale(value: str) -> str:
    from quotecli.app.naming.formats import no_locale
    from quotecli.csl.locale import known_locale

    if tag := known_locale(value):
        return tag
    raise no_locale(value)


def _outlets(value: str) -> str:
    from quotecli.read.outlets import find_outlet

    path = _absolute("outlets", value)
    if not Path(path).is_file():
        raise UsageError(f"there is no file {path}; outlets takes a table of outlets")
    find_outlet("", user_table=Path(path))  # reads it, and says what is wrong with it
    return path


KEYS: dict[str, Callable[[str], str]] = {"db": _db, "format": _format, "locale": _locale, "outlets": _outlets}
"""The settings, and what makes of a value as typed the one that is written; it raises UsageError for others."""


def _write(path: Path, text: str) -> None:
    """Write the file whole or not at all; a link stays one, and the permissions stay."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise UsageError(f"the config file {path} can't be written: it is not a file")
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the config file {path} can't be written: {error.strerror}") from None
    with whole_file(path, force=True) as stream:
        stream.write(text.encode())
