"""What is said of packages with known weaknesses, and where nobody could be asked."""

from __future__ import annotations

from typing import Any

from .packages import count_unpinned, judge

SOUND: dict[str, Any] = {"name": "a", "version": "1", "vulns": []}
WEAK: dict[str, Any] = {
    "name": "b",
    "version": "2",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}],
}
SKIPPED: dict[str, Any] = {"name": "c", "skip_reason": "Dependency not found on PyPI"}


def test_packages_without_a_weakness_pass() -> None:
    assert judge([SOUND]) == (0, "1 packages, all with hashes: no known weakness")


def test_a_weakness_is_named_with_the_version_that_mends_it() -> None:
    assert judge([SOUND, WEAK, SKIPPED]) == (
        1,
        "Weaknesses are known:\nb 2: PYSEC-1, mended in 3\n  mend: .tools/bin/uv lock --upgrade",
    )


def test_what_could_not_be_asked_is_no_all_clear() -> None:
    for packages in ([], [SOUND, SKIPPED]):
        code, words = judge(packages)
        assert code == 2
        assert words.startswith("PyPI's list of known weaknesses could not be read for ")


def test_a_package_without_a_hash_is_counted() -> None:
    assert (
        count_unpinned("a==1 \\\n    --hash=sha256:0\nb==2 ; python_version < '4'\n# c==3\n") == 1
    )
