"""What is wrong in a text, before its place in a file is known."""

from __future__ import annotations

from dataclasses import dataclass

from ..problems import Position, Problem, Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that cannot stand."""

    code: str
    """A stable name for its kind."""
    message: str
    """What is wrong."""
    expected: str
    """What would have been right."""
    mend: str
    """What to type."""
    words: str
    """The part of the text that it is about."""
    severity: Severity = "error"
    """A warning stops the build only under `--strict`."""

    def place(self, at: Position) -> Problem:
        """The problem that it is at a place."""
        return Problem(at, self.code, self.message, self.expected, self.mend, self.severity)
