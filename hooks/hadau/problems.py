"""Problems that an editor can mend: where they stand, what they are, how they are worded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

_OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
    "\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]"
)
"""Characters that a terminal obeys instead of showing them, or that nobody would see."""

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file that an editor wrote."""

    path: str
    """The file, relative to the project, with forward slashes."""
    line: int = 1
    """1-based."""
    column: int = 1
    """1-based, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something to mend."""

    position: Position
    """Where it stands."""
    code: str
    """A stable name for its kind, such as `unknown-target`."""
    message: str
    """What is wrong."""
    expected: str
    """What would have been right."""
    mend: str
    """What to type."""
    severity: Severity = "error"
    """A warning stops the build only under `--strict`, and a notice never does."""

    def __str__(self) -> str:
        return _spell_out(
            f"{self.position}: {self.severity}: {self.message} [{self.code}]\n"
            f"  expected: {self.expected}\n"
            f"  mend: {self.mend}"
        )


class GuideRefused(Exception):
    """The guide has problems that stop the build."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(as_text(self.problems))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that the editor most likely meant, if any comes close."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems stop a build."""
    stopping = ("error", "warning") if strict else ("error",)
    return any(problem.severity in stopping for problem in problems)


def as_text(problems: Iterable[Problem]) -> str:
    """For people: every problem in order of file and line, then how many there are."""
    ordered = sorted(set(problems))
    found = {
        severity: sum(problem.severity == severity for problem in ordered)
        for severity in ("error", "warning", "notice")
    }
    shown = [severity for severity in found if found[severity] or severity != "notice"]
    total = ", ".join(f"{found[severity]} {severity}(s)" for severity in shown)
    return "\n".join([*map(str, ordered), total])


def as_json(problems: Iterable[Problem]) -> str:
    """For programs: a JSON list, one object a problem."""
    rows = [
        {
            "path": problem.position.path,
            "line": problem.position.line,
            "column": problem.position.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "expected": problem.expected,
            "mend": problem.mend,
        }
        for problem in sorted(set(problems))
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """For GitHub Actions: one workflow command a problem.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(
        f"::{problem.severity} file={_property(problem.position.path)},"
        f"line={problem.position.line},col={problem.position.column},title={problem.code}::"
        + _data(f"{problem.message}\nexpected: {problem.expected}\nmend: {problem.mend}")
        for problem in sorted(set(problems))
    )


def _spell_out(text: str) -> str:
    return _OBEYED.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def _data(text: str) -> str:
    return _spell_out(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
