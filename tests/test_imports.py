"""What may import what: data walks one way through the stages (ARCHITECTURE.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
ENGINE = HOOKS / "hadau"
STAGES = ("load", "validate", "link", "parity", "render", "publish", "inspect")
SHARED = ("hadau.model", "hadau.problems", "hadau.languages")
HOSTS = ("mkdocs", "properdocs", "zensical", "material")

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    **{f"hadau.{stage}": (f"hadau.{stage}", *SHARED) for stage in STAGES},
    "hadau.problems": (),
    # A position is needed to say where the values of a file stand.
    "hadau.model": ("hadau.model", "hadau.problems"),
    "hadau.languages": ("hadau.languages", "hadau.model.text"),
    "hadau.pipeline": (*SHARED, *(f"hadau.{stage}" for stage in STAGES)),
    "hadau.__main__": (
        "hadau.pipeline", "hadau.load.settings", "hadau.publish", "hadau.problems", "hadau.model",
        "hadau.commands",
    ),
    # What the command of a group types, in words: the work is done by the stages.
    "hadau.commands": (
        "hadau.commands", "hadau.pipeline", "hadau.load.settings", "hadau.load.editing",
        "hadau.parity", "hadau.publish", "hadau.problems",
        "hadau.model",
    ),
    "mkdocs_events": (
        "hadau.pipeline", "hadau.load.settings", "hadau.publish", "hadau.problems", "hadau.model",
    ),
}  # fmt: skip
"""What each part of the engine may import of the engine."""


def _modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(HOOKS.rglob("*.py"))
    }


def _imports(module: str, path: Path) -> Iterator[str]:
    """The whole name of every module that a file imports, wherever in it the import stands."""
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*above, node.module or ""] if node.level else [node.module or ""])
            base = base.rstrip(".")
            yield base
            # `from .model import text` imports a module, too.
            yield from (
                f"{base}.{alias.name}" for alias in node.names if f"{base}.{alias.name}" in MODULES
            )


MODULES = _modules()


def _part_of(module: str) -> str:
    """The name under which MAY_IMPORT has a module: the longest that fits."""
    return max((part for part in MAY_IMPORT if _within(module, (part,))), key=len, default="")


def _within(module: str, parts: tuple[str, ...]) -> bool:
    return any(module == part or module.startswith(f"{part}.") for part in parts)


@pytest.mark.parametrize("module", [name for name in MODULES if name != "hadau"])
def test_a_part_of_the_engine_imports_only_what_comes_before_it(module: str) -> None:
    part = _part_of(module)
    assert part, f"{module} has no rule: give it one in MAY_IMPORT"
    allowed = MAY_IMPORT[part]
    wrong = sorted(
        name
        for name in set(_imports(module, MODULES[module]))
        if _within(name, ("hadau", "mkdocs_events"))
        and name != "hadau"
        and not _within(name, allowed)
    )
    assert wrong == []


@pytest.mark.parametrize("module", [name for name in MODULES if name != "mkdocs_events"])
def test_only_the_door_imports_a_host(module: str) -> None:
    assert [name for name in _imports(module, MODULES[module]) if _within(name, HOSTS)] == []


def test_the_door_holds_no_more_than_calls() -> None:
    lines = MODULES["mkdocs_events"].read_text("utf-8").splitlines()
    assert len(lines) <= 200


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_past_four_hundred_lines(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize(
    "module",
    [name for name in MODULES if _within(name, tuple(f"hadau.{stage}" for stage in STAGES))],
)
def test_a_stage_takes_and_returns_values_and_does_nothing_else(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }
    assert calls & {"print", "echo", "info", "warning", "error", "exception", "debug"} == set()
    assert [node for node in ast.walk(tree) if isinstance(node, ast.Global)] == []
