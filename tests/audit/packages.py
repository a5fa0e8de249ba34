"""Ask PyPI whether a weakness is known in a package that `uv.lock` pins: `make weaknesses`.

Ends with 0 where none is known, 1 where one is, and 2 where nobody could be asked: that is no
all-clear.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

UV = Path(".tools/bin/uv")
BIN = Path(sys.executable).parent


def main() -> int:
    """Ask, and say what was learnt."""
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder, "requirements.txt")
        every = ["--all-groups", "--all-extras", "--no-emit-project", "--no-header"]
        export = ["export", "--quiet", "--frozen", *every, "--output-file", str(pins)]
        subprocess.run([UV, *export], check=True)
        if unpinned := count_unpinned(pins.read_text("utf-8")):
            print(f"{unpinned} packages of uv.lock have no hash", file=sys.stderr)
            return 1
        done = subprocess.run(
            [BIN / "pip-audit", "--disable-pip", "--require-hashes", "-r", pins, "-f", "json",
             "--progress-spinner", "off"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    try:
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(done.stderr[-2_000:], file=sys.stderr)
        packages = []
    code, words = judge(packages)
    print(words, file=sys.stderr if code else sys.stdout)
    return code


def count_unpinned(requirements: str) -> int:
    """How many packages of a list of requirements have no hash."""
    wholes = requirements.replace("\\\n", " ").splitlines()
    return sum("==" in line.split("#")[0] and "--hash=" not in line for line in wholes)


def judge(packages: Sequence[Mapping[str, Any]]) -> tuple[int, str]:
    """The exit status and the words for what pip-audit found in each package."""
    asked = [package for package in packages if "skip_reason" not in package]
    weak = [
        f"{package['name']} {package['version']}: {found['id']}"
        + (f", mended in {', '.join(found['fix_versions'])}" if found["fix_versions"] else "")
        for package in asked
        for found in package["vulns"]
    ]
    if weak:
        return 1, "\n".join(
            ["Weaknesses are known:", *weak, "  mend: .tools/bin/uv lock --upgrade"]
        )
    if not packages or len(asked) < len(packages):
        left = len(packages) - len(asked)
        return 2, (
            f"PyPI's list of known weaknesses could not be read for {left or 'all'} packages: "
            "nothing is known of them.\n"
            "  mend: run it again where https://pypi.org/pypi/ can be reached"
        )
    return 0, f"{len(asked)} packages, all with hashes: no known weakness"


if __name__ == "__main__":
    sys.exit(main())
