"""The work of an audit in a browser, shared by processes that each keep one window open."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import NamedTuple

from playwright.sync_api import expect, sync_playwright

from ..browser.serving import Site
from ..browser.visiting import FLAGS, TIMEOUT, Visit, find_chromium, visit
from .finding import Found
from .pages import look_at_kind, look_at_page
from .states import STATES, look_at_state

PROCESSES = 2


class Task(NamedTuple):
    """One thing to look at: a page, a page of its kind, or a page in a state."""

    what: str
    path: str

    def __str__(self) -> str:
        return f"{self.what}: {self.path}"


class _Windows(NamedTuple):
    scripted: Visit
    unscripted: Visit


_site: Site
_windows: _Windows


def share_work(site: Site, tasks: Iterable[Task], tell: Callable[[str], None]) -> Found:
    """Do every task, and gather what is found. A task that breaks down is a fault."""
    found = Found()
    tasks = list(tasks)
    with ProcessPoolExecutor(
        PROCESSES, get_context("spawn"), initializer=_open_windows, initargs=(site,)
    ) as pool:
        waiting = {pool.submit(_do, task): task for task in tasks}
        for count, future in enumerate(as_completed(waiting), start=1):
            own = future.result()
            found.add(own)
            for fault in own.faults:
                tell(fault)
            if count % 25 == 0:
                tell(f"  {count} of {len(tasks)} looked at")
    return found


def _open_windows(site: Site) -> None:
    global _site, _windows
    _site = site
    expect.set_options(timeout=TIMEOUT)
    # The browser ends with the process.
    playwright = sync_playwright().start()
    flags = [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
    _windows = _Windows(visit(browser, script=True), visit(browser, script=False))


def _do(task: Task) -> Found:
    try:
        if task.what == "page":
            return look_at_page(_windows.scripted, _windows.unscripted, _site, task.path)
        if task.what == "kind":
            return look_at_kind(_windows.scripted, _site, task.path)
        state = next(state for state in STATES if state.name == task.what)
        return look_at_state(_windows.scripted, _site, state, task.path)
    except Exception:
        last = traceback.format_exc().strip()[-1500:]
        return Found(faults=[f"{task}: could not be looked at: {last}"])
