"""JSON-LD that stands in a page can neither end its element nor begin another."""

from __future__ import annotations

import json
from dataclasses import replace

from hadau.model.page import Built
from hadau.publish.json_ld import write_json_ld


def test_no_words_of_an_editor_end_the_script_that_holds_them(seeds_built: Built) -> None:
    odd = "</script><!-- & 'a' \"b\" \u2028"
    page = replace(seeds_built.pages[0], title=odd, data={"name": odd})
    written = write_json_ld(page, seeds_built.menus["cy"][:1], seeds_built, "https://example.org/")
    assert not {"<", ">", "&"} & set(written)
    graph = json.loads(written)["@graph"]
    assert graph[0] == {"name": odd}
    assert [item["name"] for item in graph[1]["itemListElement"]] == ["Hafan", odd]
