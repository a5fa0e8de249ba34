"""Fuzz the readers of files with Atheris, for as long as is asked: `make fuzz SECONDS=600`.

Each target has a process and its part of the time. An input that takes longer than ten seconds or
more than a gigabyte counts as a fault, as an exception does; it is kept in `.fuzz/`.
"""

from __future__ import annotations

import argparse
import importlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FOUND = Path(".fuzz")
"""Where inputs are kept that were not borne."""
READERS = ("hadau.load", "hadau.link", "hadau.parity", "hadau.render.sheets.flow", "markdown_it")
"""The modules whose branches lead the fuzzer."""
TARGETS = ("yaml", "bibtex", "markdown", "exchange", "editing")
"""What is fuzzed, by its name in `targets.py`."""


def main() -> int:
    """Run every target, or those that are named; 1 where one of them failed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=int, default=300, help="for all targets together")
    asked.add_argument("--child", choices=TARGETS, help=argparse.SUPPRESS)
    asked.add_argument("--only", choices=TARGETS, action="append", help="one target")
    options, rest = asked.parse_known_args()
    if options.child:
        _fuzz(options.child, rest)
    names = options.only or list(TARGETS)
    FOUND.mkdir(exist_ok=True)
    failed = [name for name in names if not _start(name, max(options.seconds // len(names), 5))]
    for name in failed:
        print(f"fuzzing failed: {name}: the input is in {FOUND}/{name}-*", file=sys.stderr)
    return 1 if failed else 0


def _start(name: str, seconds: int) -> bool:
    with tempfile.TemporaryDirectory() as corpus:
        for number, content in enumerate(_targets().seeds_of(name)):
            Path(corpus, str(number)).write_bytes(content)
        limits = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1024"]
        done = subprocess.run(
            [sys.executable, __file__, "--child", name, *limits,
             f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=1", corpus],
            capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
    runs = re.findall(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)
    print(f"{name}: {runs[-1] if runs else '?'} inputs in {seconds} seconds", flush=True)
    if done.returncode:
        print(done.stdout[-3_000:] + done.stderr[-3_000:], file=sys.stderr)
    return done.returncode == 0


def _targets() -> Any:
    return importlib.import_module("targets")


def _fuzz(name: str, arguments: list[str]) -> None:
    # The tests' packages are without it, and a checker of types would ask for it.
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=[*READERS]):
        targets = _targets()
    atheris.Setup([sys.argv[0], *arguments], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
