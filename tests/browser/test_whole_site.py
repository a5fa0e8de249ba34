"""What `hadau check --site` finds in whole sites: nothing."""

from __future__ import annotations

from hadau.inspect.inspecting import inspect_site
from hadau.problems import as_text

from .serving import Site


def test_a_built_guide_has_nothing_to_mend_on_any_page(any_site: Site) -> None:
    pages, problems = inspect_site(any_site.folder, "site", any_site.site_url)
    assert as_text(problems) == "0 error(s), 0 warning(s)"
    assert pages > len(any_site.alternates)
