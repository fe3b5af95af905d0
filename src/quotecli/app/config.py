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


def find_settings(db: Path | None, environment: Mapping[str, str] | None = None) -> Settings:
    """Work out the settings from `--db`, the environment and the config file.

    The config file is `$QUOTES_CONFIG`, else `config.toml` in the platform's config folder for `quotes`.

    Raises:
        UsageError: the config file is no TOML, holds a value of a wrong kind, or no folder for the store is known.
    """
    environment = os.environ if environment is None else environment
    named = environment.get("QUOTES_DB")
    if db is not None:
        return Settings(StorePlace(db, "--db"), _load_if_needed(environment))
    config = _load_if_needed(environment)
    if named:
        return Settings(StorePlace(Path(named), "$QUOTES_DB"), config)
    if config.store:
        return Settings(StorePlace(config.store, str(config.path)), config)
    return Settings(StorePlace(_folder("user_data_path", "--db PATH") / "quotes.db", "the user data folder"), config)


def _folder(kind: str, instead: str) -> Path:
    import platformdirs

    folder = Path(getattr(platformdirs, kind)("quotes", appauthor=False))
    if str(folder).startswith("~"):
        raise UsageError(f"no home folder is known here; say where the store is with {instead}")
    return folder


def _load_if_needed(environment: Mapping[str, str]) -> Config:
    named = environment.get("QUOTES_CONFIG")
    if named:
        return _load(Path(named), must_exist=True)
    base = environment.get("XDG_CONFIG_HOME") or (os.path.expanduser("~/.config") if os.name == "posix" else "")  # noqa: PTH111
    if base and os.name == "posix" and not os.path.exists("/System/Library"):  # noqa: PTH110
        # the common case by hand: importing platformdirs costs a start-up more than the file it would find
        return _load(Path(base) / "quotes" / "config.toml", must_exist=False)
    try:
        return _load(_folder("user_config_path", "--db PATH") / "config.toml", must_exist=False)
    except UsageError:
        return Config()


def _load(path: Path, *, must_exist: bool) -> Config:
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        if must_exist:
            raise UsageError(f"$QUOTES_CONFIG names {path}, and there is no such file") from None
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the config file {path} can't be read: {getattr(error, 'strerror', 'not UTF-8')}") from None
    import tomllib

    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"the config file {path} is no TOML: {error}") from None
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
        raise UsageError(f"the config file {path} gives `{key}` as a {type(value).__name__}; it must be text")
    return value


def _path(values: dict[str, Any], key: str, path: Path) -> Path | None:
    value = _text(values, key, path)
    return (path.parent / Path(value).expanduser()) if value else None
