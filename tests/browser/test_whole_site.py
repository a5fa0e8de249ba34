"""What `hadau check --site` finds in whole sites."""

from __future__ import annotations

from hadau.inspect.inspecting import inspect_site
from hadau.problems import as_text

from ..figures import count
from .serving import Site


def test_the_guide_has_nothing_to_mend_on_any_page(site: Site) -> None:
    pages, problems = inspect_site(site.folder, "site", site.site_url)
    assert as_text(problems) == "0 error(s), 0 warning(s)"
    assert pages > len(site.alternates)
    count("inspected", pages)


def test_an_address_of_the_site_itself_in_the_bibliography_is_looked_at(seeds: Site) -> None:
    """The second guide cites a page that would stand on its own host."""
    _, problems = inspect_site(seeds.folder, "site", seeds.site_url)
    assert [(problem.code, problem.message) for problem in problems] == [
        (
            "dead-link",
            "<a> leads to https://gardd.example.org/hau, and there is no hau; so it is on 7 more"
            " page(s)",
        )
    ]
