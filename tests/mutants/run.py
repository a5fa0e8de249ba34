"""Change the engine's core in small ways, and see whether its tests notice: `make mutants`.

The core is copied into `.mutants/`, in the layout that mutmut knows, so that nothing here is
touched. `make mutants MODULES=load/yaml.py` tries one module; without a name, every module of load,
validate, link and languages is tried, which takes hours. Ends with 1 where fewer than 85 % of the
mutants were killed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAGE = ROOT / ".mutants"
CORE = ("load", "validate", "link", "languages")
WHOLE = ("tests/test_cases.py", "tests/test_problems.py")
"""The tests that try all of the core together, each in less than a second."""
LIVED = (0, 5, 33)
"""What pytest ends with where every test passed or none was run, and mutmut where none is there."""
WANTED = 0.85
"""The part of the mutants that the tests must kill."""
SETTINGS = """\
[tool.mutmut]
source_paths = ["src/hadau"]
only_mutate = {modules}
pytest_add_cli_args = [
  "--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "forget"
]
pytest_add_cli_args_test_selection = {tests}
also_copy = ["tests", "overrides", "content", "mkdocs.yml", "references.bib", "hooks"]

[tool.pytest.ini_options]
testpaths = ["tests"]
"""


def main() -> int:
    """Try some modules, and tell how many mutants lived."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("modules", nargs="*", help="such as load/yaml.py")
    asked.add_argument(
        "--tests", nargs="*", help="the tests to run; by default those of the folders"
    )
    options = asked.parse_args()
    hadau = ROOT / "hooks" / "hadau"
    modules = options.modules or [
        path.relative_to(hadau).as_posix()
        for folder in CORE
        for path in (hadau / folder).rglob("*.py")
    ]
    folders = sorted({module.split("/")[0] for module in modules})
    tests = options.tests or [*(f"tests/{folder}" for folder in folders), *WHOLE]
    stage(modules, tests)
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(Path(__file__).parent / "plugin"),
        "HADAU_MUTATED": " ".join(modules),
    }
    mutmut = [str(Path(sys.executable).parent / "mutmut")]
    done = subprocess.run([*mutmut, "run"], cwd=STAGE, env=environment, check=False)
    if done.returncode:
        return done.returncode
    return tell()


def stage(modules: list[str], tests: list[str]) -> None:
    """Lay out the engine and its tests as mutmut expects them."""
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir()
    shutil.copytree(ROOT / "hooks" / "hadau", STAGE / "src" / "hadau")
    shutil.copytree(
        ROOT / "tests", STAGE / "tests", ignore=shutil.ignore_patterns("node", "node_modules")
    )
    for name in ("overrides", "content", "mkdocs.yml", "references.bib", "hooks"):
        (STAGE / name).symlink_to(ROOT / name)
    settings = SETTINGS.format(
        modules=json.dumps([f"src/hadau/{module}" for module in modules]), tests=json.dumps(tests)
    )
    (STAGE / "pyproject.toml").write_text(settings, "utf-8")


def tell() -> int:
    """Say what became of the mutants, module by module."""
    counts: dict[str, Counter[str]] = {}
    untried = 0
    for path in sorted((STAGE / "mutants").rglob("*.meta")):
        codes = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        name = path.relative_to(STAGE / "mutants/src/hadau").as_posix().removesuffix(".meta")
        untried += sum(code is None for code in codes.values())
        counts[name] = Counter(
            "lived" if code in LIVED else "killed" for code in codes.values() if code is not None
        )
    lived = sum(found["lived"] for found in counts.values())
    killed = sum(found["killed"] for found in counts.values())
    for name, found in counts.items():
        if found:
            print(f"{name}: {found['killed']} of {found.total()} mutants killed")
    part = killed / (killed + lived) if killed + lived else 0
    print(f"mutants killed: {killed} of {killed + lived} ({part:.0%})")
    if untried:
        print(f"mutants not tried: {untried}")
    print("  `mutmut results` and `mutmut show NAME` in .mutants/ show those that lived")
    return 0 if part >= WANTED and not untried else 1


if __name__ == "__main__":
    sys.exit(main())
