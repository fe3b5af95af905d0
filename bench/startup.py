"""How much CPU `quotes` costs to start, as ratios to `python -c pass` measured in the same run.

    python bench/startup.py [--runs 15]

The commands take turns, so that whatever else the machine does weighs on all alike; each figure is the median of the
user and system CPU time of whole processes. Prints a table, and exits 1 when a ratio is above its bound.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BOUNDS = {"quotes --version": 3.0, "quotes search unprovoked": 6.0}


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """Run a command once and return the CPU time it took."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs: int = parser.parse_args().runs
    quotes = Path(sys.executable).with_name("quotes")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QUOTES_DB": str(Path(folder, "demo.db"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled; a checkout is not yet
        subprocess.run([quotes, "add", str(ROOT / "data")], env=environment, check=False, stdout=subprocess.DEVNULL)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "import typer": [sys.executable, "-c", "import typer"],
            "quotes --version": [str(quotes), "--version"],
            "quotes --help": [str(quotes), "--help"],
            "quotes search unprovoked": [str(quotes), "search", "unprovoked"],
            "quotes search unprovokd": [str(quotes), "search", "unprovokd"],
            "quotes by rob": [str(quotes), "by", "rob"],
            "quotes cite": [str(quotes), "cite", "--format", "apa"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(cpu_seconds(command, environment))
    base = statistics.median(times["python -c pass"])
    failed = False
    for name, measured in times.items():
        ratio = statistics.median(measured) / base
        bound = BOUNDS.get(name)
        failed |= bound is not None and ratio > bound
        print(
            f"{name:28} {statistics.median(measured) * 1000:7.1f} ms  {ratio:5.1f}x"
            + (f"  (at most {bound:g}x)" if bound else "")
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
