"""Forget what the mutated modules have worked out and keep.

mutmut tries each mutant in a copy of one process, which ran every test before: without this, what
functions keep with `functools.cache` would hide mutants of theirs, and of what they call. While it
learns which tests call what, it has to be forgotten before each test.
"""

from __future__ import annotations

import functools
import gc
import os

MUTATED = {
    "hadau." + name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    for name in os.environ["HADAU_MUTATED"].split()
}


def pytest_sessionstart() -> None:
    forget()


def pytest_runtest_setup() -> None:
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        forget()


def forget() -> None:
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.__module__ in MUTATED:
            each.cache_clear()
