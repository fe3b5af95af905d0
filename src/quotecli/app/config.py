"""The config file, and where the store lies: `--db`, else `$QUOTES_DB`, else the config file, else the data folder."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quotecli.core.errors import UsageError


class Config(NamedTuple):
    """What the config file says; everything is optional.

    Attributes:
        path: the file that was read, or None when there is none.
        store: `db`: the store's path.
        style: `format`: the citation style of `quotes cite` without `--format`.
        locale: `locale`: of citations, a BCP 47 tag.
        outlets: `outlets`: path of a table of outlets that goes before ours.
    """

    path: Path | None = None
    store: Path | None = None
    style: str | None = None
    locale: str | None = None
    outlets: Path | None = None


class StorePlace(NamedTuple):
    """Where the store is, and why there.

    Attributes:
        path: the store's file, which need not exist.
        reason: `--db`, `$QUOTES_DB`, the config file's path, or "the user data folder".
    """

    path: Path
    reason: str


class Settings(NamedTuple):
    """The config and the store's place together."""

    place: StorePlace
    config: Config = Config()


class ConfigFile(NamedTuple):
    """Where the config file is, whether there is one or not.

    Attributes:
        path: the file.
        named: it is named by `$QUOTES_CONFIG`, not found in the platform's config folder.
    """

    path: Path
    named: bool


def find_settings(db: Path | None, environment: Mapping[str, str] | None = None) -> Settings:
    """Work out the settings from `--db`, the environment and the config file.

    The config file is `$QUOTES_CONFIG`, else `config.toml` in the platform's config folder for `quotes`.

    Raises:
        UsageError: the config file is no TOML, holds a value of a wrong kind, or no folder for the store is known.
    """
    environment = os.environ if environment is None else environment
    named = environment.get("QUOTES_DB")
    if db is not None:
        return Settings(StorePlace(db, "--db"), _load_found(environment))
    config = _load_found(environment)
    if named:
        return Settings(StorePlace(Path(named), "$QUOTES_DB"), config)
    if config.store:
        return Settings(StorePlace(config.store, str(config.path)), config)
    return Settings(StorePlace(default_store(), "the user data folder"), config)


def default_store() -> Path:
    """Return where the store lies when nothing else is said.

    Raises:
        UsageError: there is no home folder that it could be in.
    """
    return _folder("user_data_path", "where the store is with --db PATH") / "quotes.db"


def _folder(kind: str, instead: str) -> Path:
    import platformdirs

    folder = Path(getattr(platformdirs, kind)("quotes", appauthor=False))
    if str(folder).startswith("~"):
        raise UsageError(f"no home folder is known here; say {instead}")
    return folder


def _load_found(environment: Mapping[str, str]) -> Config:
    """Load the config file; where there is no folder for one, nothing is set."""
    try:
        file = config_file(environment)
    except UsageError:
        return Config()
    return load(file.path, must_exist=file.named)


def config_file(environment: Mapping[str, str]) -> ConfigFile:
    """Return where the config file is: `$QUOTES_CONFIG`, else `config.toml` in the platform's config folder.

    Raises:
        UsageError: there is no home folder that it could be in.
    """
    named = environment.get("QUOTES_CONFIG")
    if named:
        return ConfigFile(Path(named), named=True)
    base = environment.get("XDG_CONFIG_HOME") or (os.path.expanduser("~/.config") if os.name == "posix" else "")  # noqa: PTH111
    if base and os.name == "posix" and not os.path.exists("/System/Library"):  # noqa: PTH110
        # the common case by hand: importing platformdirs costs a start-up more than the file it would find
        return ConfigFile(Path(base) / "quotes" / "config.toml", named=False)
    return ConfigFile(
        _folder("user_config_path", "where the config file is with $QUOTES_CONFIG") / "config.toml", named=False
    )


def read_text(path: Path) -> str | None:
    """Return the config file's text, its line ends as they are; None where there is no file.

    Raises:
        UsageError: it can't be read.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the config file {path} can't be read: {getattr(error, 'strerror', 'not UTF-8')}") from None


def values_of(text: str, path: Path) -> dict[str, Any]:
    """Return what the config file's text says.

    Raises:
        UsageError: it is no TOML.
    """
    import re
    import tomllib

    try:
        return tomllib.loads(re.sub("\r\n?", "\n", text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"the config file {path} is no TOML: {error}") from None


def load(path: Path, *, must_exist: bool) -> Config:
    """Read a config file; where there is none it says nothing.

    Raises:
        UsageError: it is no TOML, holds a value of a wrong kind, or has to be there and isn't.
    """
    text = read_text(path)
    if text is None:
        if must_exist:
            raise UsageError(f"$QUOTES_CONFIG names {path}, and there is no such file")
        return Config()
    values = values_of(text, path)
    return Config(
        path=path,
        store=_path(values, "db", path),
        style=_text(values, "format", path),
        locale=_text(values, "locale", path),
        outlets=_path(values, "outlets", path),
    )


def _text(values: dict[str, Any], key: str, path: Path) -> str | None:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f"the config file {path} gives `{key}` as {value!r}; it must be text, in quotation marks")
    return value


def _path(values: dict[str, Any], key: str, path: Path) -> Path | None:
    value = _text(values, key, path)
    return (path.parent / Path(value).expanduser()) if value else None
