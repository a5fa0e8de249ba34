"""Which files a guide has, and what they hold."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model.guide import Project, Source
from ..model.places import Document, Loaded
from ..problems import Position, Problem, nearest, stops
from .bibtex import load_sources
from .yaml import MOST_BYTES, read_document

FOLDERS = ("frameworks", "case-studies", "conversations", "checklists", "tools", "quizzes", "pages")
"""The folders of content; each file in one is a record of that kind."""
TOP_FILES = ("guide", "glossary", "terms")
"""The files at the top of content."""
LANGUAGE_FILES = ("cy", "en")
"""The files of the folder `interface`."""

_TOP_NAMES = [f"{name}.yml" for name in TOP_FILES]
_RECORD_NAME = re.compile(r"(?P<stem>[^.~]+?)(?:\.ya?ml)?(?:\.txt)?", re.IGNORECASE)
"""A file that an editor may have meant as a record: a program has named it otherwise."""
_MOST_BIBLIOGRAPHY_BYTES = 20_000_000
_WRITTEN_KEY = re.compile(r"@\w+\s*[{(]?\s*([^\s,;@{}()\[\]=\"#%]+)")
"""What may be the key of a work, however damaged its entry is."""


def load_guide(project: Project) -> tuple[Loaded, list[Problem]]:
    """Read every file of a guide. What cannot be read is a problem, never an exception."""
    problems: list[Problem] = []
    documents: list[Document] = []
    broken: set[tuple[str, str]] = set()
    for path, kind in _find_files(project, problems):
        content = _read(path, project, MOST_BYTES, problems)
        document = None
        if content is not None:
            document, found = read_document(content, _shown(path, project), kind)
            problems += found
        if document is None:
            broken.add((kind, path.stem))
        else:
            documents.append(document)
    sources: dict[str, Source] = {}
    lost_keys: frozenset[str] | None = frozenset()
    if project.bibliography.exists() or project.bibliography.is_symlink():
        known = len(problems)
        text = _read_bibliography(project, problems)
        sources, found = load_sources(text, _shown(project.bibliography, project))
        if not sources and len(problems) > known:
            lost_keys = None
        elif stops(found, strict=False):
            lost_keys = frozenset(_WRITTEN_KEY.findall(text)) - sources.keys()
        problems += found
    loaded = Loaded(
        folder=_shown(project.content, project),
        documents=tuple(documents),
        broken=frozenset(broken),
        bibliography=_shown(project.bibliography, project),
        sources=sources,
        lost_keys=lost_keys,
    )
    return loaded, problems


def _find_files(project: Project, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Each file of a record with its kind, in order; whatever else is there is a problem."""
    if not (project.content / "guide.yml").is_file():
        problems.append(
            Problem(
                Position(_shown(project.content / "guide.yml", project)),
                "missing-guide",
                "the guide has no guide.yml",
                "a file with the name and the sections of the guide",
                "write guide.yml in the folder of content",
            )
        )
    for path in _list(project.content, project, problems):
        if path.is_dir():
            yield from _files_of_folder(path, project, problems)
        elif path.is_file() and path.suffix == ".yml" and path.stem in TOP_FILES:
            yield path, path.stem
        else:
            problems.append(_unknown_file(path, _TOP_NAMES, project))


def _files_of_folder(
    folder: Path, project: Project, problems: list[Problem]
) -> Iterator[tuple[Path, str]]:
    if folder.name not in (*FOLDERS, "interface"):
        problems.append(_unknown_file(folder, [*FOLDERS, "interface"], project))
        return
    for path in _list(folder, project, problems):
        fits = folder.name != "interface" or path.stem in LANGUAGE_FILES
        if path.is_file() and path.suffix == ".yml" and fits:
            yield path, folder.name
        else:
            wanted = [f"{name}.yml" for name in LANGUAGE_FILES]
            known = wanted if folder.name == "interface" else []
            problems.append(_unknown_file(path, known, project))


def _list(folder: Path, project: Project, problems: list[Problem]) -> list[Path]:
    """What a folder holds, less hidden files and links that leave the guide."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        problems.append(_unreadable(folder, error, project))
        return []
    inside = []
    for path in (path for path in paths if not path.name.startswith(".")):
        try:
            stays = path.resolve(strict=True).is_relative_to(project.content.resolve())
        except (OSError, RuntimeError):
            stays = False
        if stays:
            inside.append(path)
        else:
            problems.append(_leaves(path, project))
    return inside


def _read(path: Path, project: Project, most: int, problems: list[Problem]) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        problems.append(_unreadable(path, error, project))
        return None


def _read_bibliography(project: Project, problems: list[Problem]) -> str:
    path = project.bibliography
    shown = _shown(path, project)
    try:
        stays = path.resolve(strict=True).is_relative_to(project.root.resolve())
    except (OSError, RuntimeError):
        stays = False
    if not stays:
        problems.append(_leaves(path, project))
        return ""
    content = _read(path, project, _MOST_BIBLIOGRAPHY_BYTES, problems) or b""
    if len(content) > _MOST_BIBLIOGRAPHY_BYTES:
        problems.append(
            Problem(
                Position(shown),
                "file-too-large",
                "the bibliography is too large to read",
                f"at most {_MOST_BIBLIOGRAPHY_BYTES:,} bytes",
                "leave out the works that the guide does not cite",
            )
        )
        return ""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        column = len(content[: error.start].rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        problems.append(
            Problem(
                Position(shown, line, column),
                "not-utf-8",
                f"byte 0x{content[error.start]:02x} is not UTF-8",
                "a file saved as UTF-8",
                "save the file again with the encoding UTF-8",
            )
        )
        return content.decode("utf-8", "replace")


def _shown(path: Path, project: Project) -> str:
    """The path as problems show it: relative to the project, with forward slashes."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (links are shown as they are named)
    root = Path(os.path.abspath(project.root))  # noqa: PTH100
    shown = os.path.relpath(absolute, root).replace(os.sep, "/")
    return _printable(shown)


def _printable(words: str) -> str:
    """A name that a terminal can show, whatever bytes it has."""
    return "".join(char if char.isprintable() else "\ufffd" for char in words)


def _unknown_file(path: Path, known: Sequence[str], project: Project) -> Problem:
    """A file or folder that nothing reads. `known` are the names that are read; none, any record's.

    What was meant as a record is renamed, unless that would replace another file. The rest is
    what programs leave behind, or stands in the wrong place.
    """
    is_folder = path.is_dir()
    is_note = bool(known) and path.suffixes == [".txt"]
    meant = None if is_folder or is_note else _RECORD_NAME.fullmatch(path.name)
    stem = meant["stem"] if meant else path.name
    ending = ".yml" if meant else ""
    taken = {each.name for each in path.parent.iterdir()}
    free = [each.removesuffix(".yml") for each in known if each not in taken]
    if not known and f"{stem}{ending}" not in taken:
        free = [stem]
    likely = nearest(stem, free)
    leave = "move it out of the folder of content"
    if likely and (meant or (is_folder and known)):
        mend = f'rename it to "{_printable(likely)}{ending}", or {leave}'
    elif known == _TOP_NAMES and stem != path.name and f"{stem}.yml" not in known:
        mend = f'move it into the folder of its kind, such as "{FOLDERS[0]}", or out of content'
    else:
        mend = f"delete it, or {leave}"
    return Problem(
        Position(_shown(path, project)),
        "unknown-file",
        f'nothing reads "{_printable(path.name)}"',
        f"one of {', '.join(known)}" if known else "files of records, whose names end in .yml",
        mend,
        "warning",
    )


def _leaves(path: Path, project: Project) -> Problem:
    return Problem(
        Position(_shown(path, project)),
        "leaves-guide",
        "this link leads out of the guide, or nowhere",
        "a file of the guide itself",
        "put the file itself here instead of a link to it",
    )


def _unreadable(path: Path, error: OSError, project: Project) -> Problem:
    return Problem(
        Position(_shown(path, project)),
        "unreadable",
        f"it cannot be read: {error.strerror or error}",
        "a file that you are allowed to read",
        "look at its permissions",
    )
