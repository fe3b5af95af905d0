"""The command line: options, help, exit codes. A command parses, calls one use-case, shows the result."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `quotes` with the process's arguments and leave with its exit code (entry point of the console script)."""
    import gc
    import os

    # a start makes thousands of objects that all stay: looking through them is in vain
    gc.set_threshold(50_000, 20, 20)
    from quotecli.cli.run import ExitStatus, finish

    status = finish()
    # multiprocessing ends the workers of app.intake.pipeline at a proper exit; after an interruption they are dead, and
    # Python would end itself by the signal where that met code made from text, as a data class is when it is imported
    if "quotecli.app.intake.pipeline" in sys.modules and status != ExitStatus.INTERRUPTED:
        sys.exit(status)
    os._exit(status)  # all is written and closed; taking every object apart would cost a search a tenth more
