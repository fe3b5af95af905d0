"""`quotes config`: what the config file says, where each setting comes from, and setting it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from tests.cli.conftest import Inside, Quotes


@pytest.fixture
def plain(inside: Inside) -> Inside:
    """`quotes` with no `$QUOTES_DB`."""
    return Inside(inside.home, {name: value for name, value in inside.environment.items() if name != "QUOTES_DB"})


def file_of(quotes: Quotes) -> Path:
    return quotes.home / "config" / "quotes" / "config.toml"


def refused(quotes: Quotes, *arguments: str, said: str, **extra: str) -> None:
    done = quotes("config", *arguments, **extra)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert done.stderr.startswith("quotes: ")
    assert len(done.stderr.splitlines()) <= 2


def test_nothing_is_set_yet(plain: Quotes) -> None:
    done = plain("config")
    assert done.returncode == 0
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert rows[0] == ["file", str(file_of(plain)), "the user config folder; not there yet"]
    assert [(row[0], row[2]) for row in rows[1:]] == [(key, "default") for key in ("db", "format", "locale", "outlets")]
    assert [row[1] for row in rows[2:]] == ["apa", "en-US", ""]
    one = plain("config", "format")
    assert (one.returncode, one.stdout, one.stderr) == (1, "", "quotes: format is not set; the default is apa\n")
    assert not file_of(plain).exists()


def test_a_value_is_set_shown_used_and_taken_out(filled: Quotes, tmp_path: Path) -> None:
    quotes = Inside(filled.home, filled.environment | {"QUOTES_CONFIG": str(tmp_path / "deep" / "own.toml")})
    assert quotes("config", "format", "mla").returncode == 0
    done = quotes("config", "format")
    assert (done.returncode, done.stdout, done.stderr) == (0, "mla\n", "")
    assert (
        quotes("cite", "--match", "pandemic").stdout == filled("cite", "--match", "pandemic", "--format", "mla").stdout
    )
    told = quotes.json("config")
    assert told["file"] == str(tmp_path / "deep" / "own.toml")
    assert told["settings"]["format"] == {"value": "mla", "source": str(tmp_path / "deep" / "own.toml")}
    assert quotes("config", "--unset", "format").returncode == 0
    assert quotes("config", "format").returncode == 1
    again = quotes("config", "format", "--unset")
    assert (again.returncode, again.stderr) == (1, "quotes: format is not set in the config file\n")


def test_where_the_store_comes_from(plain: Quotes) -> None:
    assert plain("config", "db", "./x.db").returncode == 0
    where = str(plain.home / "x.db")
    assert tomllib.loads(file_of(plain).read_text(encoding="utf-8")) == {"db": where}  # from any folder the same
    assert plain.json("config", "db") == {"key": "db", "value": where, "source": str(file_of(plain))}
    assert plain.json("info")["store"] == where
    assert plain("config", "db", QUOTES_DB="/tmp/e.db").stdout == "/tmp/e.db\n"
    assert plain.json("config", "--db", "d.db")["settings"]["db"] == {"value": "d.db", "source": "--db"}
    done = plain("config", "db", "y.db", QUOTES_DB="/tmp/e.db")
    assert done.returncode == 0
    assert "$QUOTES_DB goes before" in done.stderr


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("fromat", "mla", "did you mean format?"),
        ("colour", "red", "there are db, format, locale, outlets"),
        ("format", "mlaa", "did you mean: mla"),
        ("format", "", "no citation style"),
        ("locale", "de-LU", "did you mean de-AT"),
        ("locale", "../x", "there is no locale"),
        ("db", "", "db takes a path"),
        ("db", ".", "is a folder"),
        ("outlets", "gone.tsv", "there is no file"),
    ],
)
def test_what_is_no_value_is_refused(plain: Quotes, key: str, value: str, said: str) -> None:
    refused(plain, key, value, said=said)
    assert not file_of(plain).exists()


@pytest.mark.parametrize(("typed", "kept"), [("de", "de"), ("en_gb", "en-GB"), ("pt-br", "pt-BR")])
def test_a_locale_is_written_as_it_is_called(plain: Quotes, typed: str, kept: str) -> None:
    assert plain("config", "locale", typed).returncode == 0
    assert plain("config", "locale").stdout == f"{kept}\n"


def test_a_table_of_outlets_is_read_before_it_is_kept(plain: Quotes) -> None:
    (plain.home / "good.tsv").write_text("tide.example\tThe Tide\n", encoding="utf-8")
    (plain.home / "bad.tsv").write_text("no table at all\n", encoding="utf-8")
    refused(plain, "outlets", "bad.tsv", said="line 1 has no name")
    assert plain("config", "outlets", "good.tsv").returncode == 0
    assert plain("config", "outlets").stdout == f"{plain.home / 'good.tsv'}\n"


def test_a_style_in_a_file(plain: Quotes) -> None:
    (plain.home / "own.csl").write_text("<style", encoding="utf-8")
    refused(plain, "format", "own.csl", said="own.csl")


def test_wrong_usage(plain: Quotes) -> None:
    refused(plain, "format", "mla", "apa", said="config takes a key")
    refused(plain, "--unset", said="config takes a key")
    refused(plain, "--unset", "format", "mla", said="config takes a key")
    refused(plain, "--unset", "fromat", said="no setting")


CAREFUL = b"# mine\r\nformat = 'apa'   # as the editor wants it\r\nown = [1,\r\n 2]\r\n\r\n[table]\r\ndb = 'not this'"


def test_the_rest_of_the_file_stays_byte_for_byte(plain: Quotes) -> None:
    file = file_of(plain)
    file.parent.mkdir(parents=True)
    file.write_bytes(CAREFUL)
    file.chmod(0o640)
    assert plain("config", "format", "mla").returncode == 0
    assert file.read_bytes() == CAREFUL.replace(b"'apa'", b'"mla"')
    assert plain("config", "locale", "de-DE").returncode == 0
    assert plain("config", "--unset", "locale").returncode == 0
    assert file.read_bytes() == CAREFUL.replace(b"'apa'", b'"mla"')
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_a_value_of_a_wrong_kind_can_be_repaired(plain: Quotes) -> None:
    file = file_of(plain)
    file.parent.mkdir(parents=True)
    file.write_text("format = 3\n", encoding="utf-8")
    refused(plain, said="it must be text, in quotation marks")
    assert plain("config", "format", "mla").returncode == 0
    assert file.read_text(encoding="utf-8") == 'format = "mla"\n'


@pytest.mark.parametrize("broken", [b"format = \n", b"\xff\xfe\n", b"[format]\nx = 1\n", b"a = " + b"[" * 5000])
def test_a_broken_file_is_refused_and_left(plain: Quotes, broken: bytes) -> None:
    file = file_of(plain)
    file.parent.mkdir(parents=True)
    file.write_bytes(broken)
    refused(plain, "format", "mla", said=str(file))
    refused(plain, "--unset", "format", said=str(file))
    assert file.read_bytes() == broken


def test_a_link_stays_a_link(plain: Quotes, tmp_path: Path) -> None:
    file, real = file_of(plain), tmp_path / "dotfiles" / "quotes.toml"
    file.parent.mkdir(parents=True)
    file.symlink_to(real)  # what it points to need not be there yet
    for style in ("mla", "apa"):
        assert plain("config", "format", style).returncode == 0
        assert file.is_symlink()
        assert real.read_text(encoding="utf-8") == f'format = "{style}"\n'


def test_where_it_can_not_be_written(plain: Quotes, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")
    refused(plain, "format", "mla", said="can't be written", QUOTES_CONFIG=str(tmp_path / "a file" / "x.toml"))
    refused(plain, "format", "mla", said="it is not a file", QUOTES_CONFIG="/dev/null")
    refused(plain, "format", "mla", said="can't be", QUOTES_CONFIG=str(tmp_path))
    nowhere = Quotes(plain.home, {name: plain.environment[name] for name in ("PATH", "PYTHONUTF8")} | {"HOME": ""})
    assert nowhere("config").returncode in {0, 2}


def test_controls_reach_no_terminal_and_programs_get_the_value_as_it_is(plain: Quotes) -> None:
    path = f"{plain.home}/a  b\x1b[31m[/b].db"
    assert plain("config", "db", path).returncode == 0
    assert plain("config", "db").stdout == path + "\n"
    assert json.loads(plain("config", "db", "--json").stdout)["value"] == path
    assert "\x1b[31m[/b]" not in plain("config").stdout
    for columns in ("40", "80", "200"):
        shown = plain("config", FORCE_COLOR="1", COLUMNS=columns, NO_COLOR="1")
        assert shown.returncode == 0
        assert "\x1b[31m[" not in shown.stdout
        assert max(map(len, shown.stdout.splitlines())) <= int(columns)
