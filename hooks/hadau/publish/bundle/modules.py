"""The modules of a site as one plain script.

Only the forms that the modules of a site use are known. Anything else is refused, so that no
script is changed in a way that nobody thought of.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

RUNTIME = Path(__file__).with_name("folder.js")
"""What stands around the modules: it starts them, and lends them what a folder lacks."""
_PARAMETERS = "$exports, $take, $load, $here, fetch, Worker, addEventListener"

_IMPORT = re.compile(
    r'import (?:(?P<names>\{[^{}]*\}|\* as \w+) from )?"(?P<path>\.{1,2}/[\w./-]+\.mjs)"'
)
_EXPORT = re.compile(
    r"export (?P<rest>(?:(?:async )?function\*? ?|class |const )(?P<name>[\w$]+)\b)"
)
_STATEMENT = re.compile(r"(?:import\b(?!\s*[(.])|export\b)")
_AWAITS = re.compile(r"(?!.*\basync\b)\S.*\bawait\b")


class UnknownFormError(Exception):
    """A module is written in a way that this cannot read. The argument says where."""


def join_modules(modules: Mapping[str, str]) -> str:
    """One plain script from modules by their paths below one folder.

    Raises UnknownFormError for a form of import or export that is none of: `import {…} from`,
    `import * as … from`, `import "…"`, `import(…)`, `import.meta.url`, and `export` before a
    function, a class or one constant; for `await` outside functions; and for a missing module.
    """
    joined = ",\n".join(
        f"{json.dumps(path)}({_PARAMETERS}) {{\n{_wrap(path, code, modules)}}}"
        for path, code in sorted(modules.items())
    )
    return RUNTIME.read_text("utf-8").replace("/* modules */", joined)


def _wrap(path: str, code: str, modules: Mapping[str, str]) -> str:
    lines = []
    names = []
    for number, line in enumerate(code.split("\n"), 1):
        if not _STATEMENT.match(line):
            if _AWAITS.match(line) and not line.startswith("//"):
                raise UnknownFormError(f"{path}:{number}: await stands outside functions")
            lines.append(line)
        elif found := _IMPORT.fullmatch(line.rstrip("; ")):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"]))
            if target not in modules:
                raise UnknownFormError(f"{path}:{number}: there is no {target}")
            lines.append(_take(found["names"], target))
        elif found := _EXPORT.match(line):
            names.append(found["name"])
            lines.append(found["rest"] + line[found.end() :])
        else:
            raise UnknownFormError(f"{path}:{number}: {line}")
    plain = "\n".join(lines).replace("import.meta.url", "$here")
    plain = re.sub(r"\bimport\s*\(", "$load(", plain)
    return f"{plain}\nObject.assign($exports, {{ {', '.join(names)} }})\n"


def _take(names: str | None, target: str) -> str:
    taken = f"$take({json.dumps(target)})"
    if names is None:
        return taken
    if names.startswith("*"):
        return f"const {names.removeprefix('* as ')} = {taken}"
    return f"const {re.sub(r' as ', ': ', names)} = {taken}"
