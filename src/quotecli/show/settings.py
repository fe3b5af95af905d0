"""The settings: where the config file is, each value, and where it comes from."""

from __future__ import annotations

from typing import Any, TextIO

from quotecli.app.configure import DEFAULT, Configured, Setting
from quotecli.show.clean import clean_line
from quotecli.show.terminal import Terminal, detect


def setting_record(setting: Setting) -> dict[str, Any]:
    """Return a setting as data: `key value source`."""
    return {"key": setting.key, "value": setting.value, "source": setting.source}


def settings_record(settings: Configured) -> dict[str, Any]:
    """Return all settings as data: `file exists`, and by key `value source`."""
    by_key = {one.key: {"value": one.value, "source": one.source} for one in settings.settings}
    return {"file": str(settings.file), "exists": settings.exists, "settings": by_key}


def write_settings(settings: Configured, out: TextIO) -> None:
    """Write the file and the settings, each with where it comes from; in a pipe fields are separated by tabs."""
    because = settings.because + ("" if settings.exists else "; not there yet")
    file = str(settings.file)
    rows = [("file", file, because), *((one.key, one.value or "", one.source) for one in settings.settings)]
    terminal = detect()
    if terminal.screen:
        _lay_out([(key, value, "the file" if source == file else source) for key, value, source in rows], terminal, out)
    else:
        out.writelines("\t".join(map(clean_line, row)) + "\n" for row in rows)


def _lay_out(rows: list[tuple[str, str, str]], terminal: Terminal, out: TextIO) -> None:
    from rich.text import Text

    from quotecli.show.listing import make_console, print_block

    console = make_console(terminal, out)
    width = max(len(key) for key, _, _ in rows)
    for key, value, source in rows:
        text = Text(f"{clean_line(value)} " if value else "not set " if source == DEFAULT else "")
        if value or source != DEFAULT:
            text.append(f"({clean_line(source)})", style="dim")
        print_block(console, text, width + 2, f"{key:<{width}}  ")


def write_setting(setting: Setting, out: TextIO) -> None:
    """Write a value alone: for a program exactly as it is, for a terminal cleaned."""
    value = setting.value or ""
    out.write((clean_line(value) if detect().screen else value) + "\n")
