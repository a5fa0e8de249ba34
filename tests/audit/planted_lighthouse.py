"""Lighthouse finds a planted fault of each category. It is slow, and runs in `make audit` alone."""

from __future__ import annotations

import pytest

from . import lighthouse
from .conftest import Plant


def test_a_fault_of_each_category_is_told(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lighthouse, "TRIES", 1)
    site = plant(
        '<p id="first">',
        '<p id="first" style="color: #aaa">A word. </p><a href="sound.html">here</a>'
        '<div id="grows"></div><script>'
        "setTimeout(() => { grows.style.height = '30em' }, 500); throw new Error('planted')"
        "</script><p>",
    )
    scores, faults = lighthouse.measure(site.origin)
    assert {name for name, least in lighthouse.LEAST.items() if scores[name] >= least} == set()
    told = " ".join(faults)
    for audit in ("color-contrast", "link-text", "errors-in-console", "cumulative-layout-shift"):
        assert audit in told


def test_a_page_without_a_fault_has_all_points(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    # How fast a page is depends on the machine as well.
    monkeypatch.setattr(lighthouse, "TRIES", 1)
    scores, _ = lighthouse.measure(plant("<h1>", "<h1>").origin)
    assert {name: scores[name] for name in ("accessibility", "best-practices", "seo")} == {
        "accessibility": 100,
        "best-practices": 100,
        "seo": 100,
    }
