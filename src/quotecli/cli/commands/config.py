"""What the config file says, and setting it.

Without a key: where the file is, and each setting with its value and where it comes from. With a key: its value (exit
code 1 when it isn't set). With a key and a value: sets it; the rest of the file stays as it is. Settings: db (the
store's file), format (of citations), locale (of citations), outlets (your own table of outlets).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from quotecli.app.configure import Configured, Setting, configured, set_value, unset_value
from quotecli.cli.options import Format, read_db, read_object_format
from quotecli.cli.parameters import Argument, Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.core.errors import UsageError
from quotecli.show.machine import write_object
from quotecli.show.messages import say_error, say_note
from quotecli.show.settings import setting_record, settings_record, write_setting, write_settings


@takes(output=read_object_format, db=read_db)
def command(
    words: Annotated[list[str] | None, Argument(metavar="[KEY [VALUE]]", help="A setting, then its new value.")] = None,
    *,
    unset: Annotated[bool, Option("--unset", help="Take the setting out of the file.")] = False,
    output: Format,
    db: Path | None,
) -> int:
    given = words or []
    if len(given) > 2 or (unset and len(given) != 1):
        raise UsageError("config takes a key, or a key and a value; --unset a key alone")
    if unset:
        return _unset(given[0])
    if not given:
        _show_all(configured(db), output)
        return ExitStatus.OK
    if len(given) == 2:
        set_value(given[0], given[1])
    setting = configured(db).of(given[0])
    if len(given) == 1 or output is not Format.HUMAN:
        return _show(setting, output)
    if setting.source.startswith(("-", "$")):
        say_note(f"{setting.source} goes before the file while it is given")
    return ExitStatus.OK


def _unset(key: str) -> int:
    if unset_value(key):
        return ExitStatus.OK
    say_error(f"{key} is not set in the config file")
    return ExitStatus.NOTHING


def _show_all(settings: Configured, output: Format) -> None:
    if output is not Format.HUMAN:
        write_object(settings_record(settings), output, sys.stdout)
    else:
        write_settings(settings, sys.stdout)


def _show(setting: Setting, output: Format) -> int:
    if output is not Format.HUMAN:
        write_object(setting_record(setting), output, sys.stdout)
    elif setting.is_set:
        write_setting(setting, sys.stdout)
    if setting.is_set:
        return ExitStatus.OK
    say_error(f"{setting.key} is not set" + (f"; the default is {setting.value}" if setting.value else ""))
    return ExitStatus.NOTHING
