"""A bill of the packages that a site was made with, in CycloneDX.

It names no time and bears no number of its own, both of which the standard leaves free, so that the
same packages give the same bytes. See https://cyclonedx.org/docs/1.6/json/.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ..problems import GuideRefused, Position, Problem

MATERIALS_NAME = "sbom.cdx.json"
"""Where the bill stands in a site."""
OWN_NAME = "hadau"
"""The package whose needs the bill lists."""


@cache
def list_materials() -> bytes:
    """The bill as JSON: this package, and every package that it needs to make a site.

    Raises GuideRefused where the engine runs without being installed.
    """
    found: dict[str, Distribution] = {}
    try:
        _collect(OWN_NAME, frozenset(), found)
    except PackageNotFoundError:
        raise GuideRefused([_not_installed()]) from None
    components = {name: _describe(found[name], name) for name in sorted(found)}
    own = components[OWN_NAME]
    own.type = ComponentType.APPLICATION
    bom = Bom(
        components=[component for component in components.values() if component is not own],
        metadata=BomMetaData(component=own),
    )
    for name, component in components.items():
        needed = {canonicalize_name(need.name) for need in _needs(found[name], frozenset())}
        bom.register_dependency(component, [components[need] for need in needed & found.keys()])
    bom.metadata.timestamp = None  # type: ignore[assignment]
    bom.serial_number = None  # type: ignore[assignment]
    return JsonV1Dot6(bom).output_as_string(indent=1).encode() + b"\n"


def _not_installed() -> Problem:
    return Problem(
        Position("mkdocs.yml"),
        "not-installed",
        f"Hadau is not installed in {sys.prefix}, so it cannot say what the site is made with",
        "a Python environment with Hadau and all that it needs",
        "run `make site`, or build with the environment that it made (.venv/bin/mkdocs)",
    )


def _collect(name: str, extras: frozenset[str], found: dict[str, Distribution]) -> None:
    key = canonicalize_name(name)
    if key in found and not extras:
        return
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:
        if key == OWN_NAME:
            raise
        return
    for need in _needs(found[key], extras):
        _collect(need.name, frozenset(need.extras), found)


def _needs(package: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    """What a package needs on this machine, with some of its extras."""
    for line in package.requires or ():
        need = Requirement(line)
        asked = extras or frozenset({""})
        if need.marker is None or any(need.marker.evaluate({"extra": each}) for each in asked):
            yield need


def _describe(package: Distribution, name: str) -> Component:
    expression = package.metadata.json.get("license_expression")
    return Component(
        name=name,
        version=package.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{name}@{package.version}",
        purl=PackageURL("pypi", name=name, version=package.version),
        licenses=[LicenseExpression(str(expression))] if expression else [],
    )
