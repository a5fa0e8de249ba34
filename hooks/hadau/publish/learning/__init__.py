"""Quizzes in the formats of learning platforms. What a format cannot carry is told by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ...model.lessons import Export, Lesson
from .gift import write_gift
from .moodle import write_moodle
from .qti import write_qti
from .scorm import write_scorm

Assets = Callable[[str], bytes]
"""The content of a script or style sheet of the site, by its name."""

WRITERS: Mapping[str, Callable[[Sequence[Lesson], Assets], Export]] = {
    "moodle": lambda lessons, _: write_moodle(lessons),
    "gift": lambda lessons, _: write_gift(lessons),
    "qti": lambda lessons, _: write_qti(lessons),
    "scorm": write_scorm,
}
"""What writes each format."""
