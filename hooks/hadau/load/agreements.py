"""What was said when the languages of each text were last agreed to match.

The folder `agreed` mirrors the folder of content, a file a record, so that two people who agree on
different entries never change the same file. It holds the words and not only their fingerprints:
a translator sees what has changed since without the history of the files.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from ..model.guide import Project
from ..model.parity import Agreement, Agreements
from ..problems import Position, Problem

_MOST_BYTES = 4_000_000


def load_agreements(project: Project) -> tuple[Agreements | None, list[Problem]]:
    """Every agreement by record and field, or None where the guide keeps none."""
    folder = project.agreements
    if not folder.is_dir():
        return None, []
    problems: list[Problem] = []
    records: dict[str, dict[str, Agreement]] = {}
    for path in sorted(folder.rglob("*.json")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        shown = path.relative_to(project.root).as_posix()
        try:
            records[name] = _read(path)
        except json.JSONDecodeError as error:
            at = Position(shown, error.lineno, error.colno)
            problems.append(_unreadable(at, f"this is not JSON: {error.msg}", path.stem))
        except OSError as error:
            problems.append(_unreadable(Position(shown), error.strerror or str(error), path.stem))
        except (ValueError, RecursionError) as error:
            problems.append(_unreadable(Position(shown), str(error), path.stem))
    return Agreements(records), problems


def _read(path: Path) -> dict[str, Agreement]:
    if not path.is_file():
        raise ValueError("this is no file")
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ValueError(f"the file has more than {_MOST_BYTES:,} bytes")
    data = json.loads(content.decode("utf-8"))
    if not isinstance(data, dict):
        raise ValueError("it holds no fields")
    return {field: _agreement(field, said) for field, said in data.items()}


def _agreement(field: str, said: Any) -> Agreement:
    if isinstance(said, dict) and set(said) <= {"cy", "en", "by", "on"}:
        words = {key: value for key, value in said.items() if isinstance(value, str)}
        if len(words) == len(said) and "cy" in words and "en" in words:
            on = datetime.date.fromisoformat(words["on"]) if "on" in words else None
            return Agreement(words["cy"], words["en"], words.get("by"), on)
    raise ValueError(f"the field {field} has no `cy` and `en`, or more than was written")


def _unreadable(at: Position, message: str, stem: str) -> Problem:
    return Problem(
        at,
        "bad-agreement",
        message,
        "a file that `hadau agree` wrote",
        f"delete the file and run `hadau agree {stem}`: nobody writes these files by hand",
    )
