"""The bill of the packages that a site was made with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from hadau.publish.materials import list_materials

NOT_INSTALLED = """\
from importlib import metadata
known = metadata.distribution
def distribution(name):
    if name == "hadau":
        raise metadata.PackageNotFoundError(name)
    return known(name)
metadata.distribution = distribution
"""
"""What Python then finds of the packages: all but Hadau."""


def test_the_bill_is_sound_by_its_schema() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(list_materials().decode()) is None


def test_the_bill_names_what_makes_a_site_and_nothing_of_the_tests() -> None:
    bill = json.loads(list_materials())
    named = {component["purl"] for component in bill["components"]}
    for needed in ("mkdocs", "mkdocs-material", "nh3", "typst", "jinja2", "markupsafe"):
        assert f"pkg:pypi/{needed}@{version(needed)}" in named
    assert not [purl for purl in named if purl.startswith(("pkg:pypi/pytest@", "pkg:pypi/mypy@"))]
    assert bill["metadata"]["component"]["name"] == "hadau"
    needs = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert f"markupsafe@{version('markupsafe')}" in needs[f"jinja2@{version('jinja2')}"]
    refs = {component["bom-ref"] for component in bill["components"]}
    assert needs.keys() == refs | {f"hadau@{version('hadau')}"}


def test_the_bill_says_nothing_that_differs_between_builds() -> None:
    first = list_materials()
    list_materials.cache_clear()
    assert list_materials() == first
    bill = json.loads(first)
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]


def test_a_build_where_hadau_is_not_installed_says_so(seeds_settings: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NOT_INSTALLED)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", seeds_settings, "-d", tmp_path / "site"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.endswith(
        f"\nmkdocs.yml:1:1: error: Hadau is not installed in {sys.prefix}, so it cannot say what"
        " the site is made with [not-installed]\n"
        "  expected: a Python environment with Hadau and all that it needs\n"
        "  mend: run `make site`, or build with the environment that it made (.venv/bin/mkdocs)\n"
        "1 error(s), 0 warning(s)\n"
    )
    assert not (tmp_path / "site").exists()
