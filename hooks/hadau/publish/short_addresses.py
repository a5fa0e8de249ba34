"""Short addresses to type from paper: a page at each that leads on to the entry."""

from __future__ import annotations

from markupsafe import Markup

from ..model.lent import say, say_language
from ..model.linked import Linked
from ..model.text import LANGUAGES
from .security import guard_html

_WAY = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title{lang}>{title}</title>
<link rel="icon" type="image/svg+xml" href="../assets/hadau/seed.svg">
<link rel="canonical" href="{site_url}{url}">
<meta http-equiv="refresh" content="0; url=../{url}">
</head>
<body><main><p><a href="../{url}"{lang}>{title}</a></p></main></body>
</html>
""")


def make_ways(linked: Linked, site_url: str) -> dict[str, bytes]:
    """The page at each short address, by its path. It works without script."""
    titles = {
        (f"entry/{entry.id}", language): say(entry.title, language)
        for entry in linked.guide.entries.values()
        for language in LANGUAGES
    }
    return {
        f"{short}index.html": guard_html(
            _WAY.format(
                language=key[1],
                title=str(titles[key]),
                lang=say_language(titles[key]),
                url=linked.addresses[key].url,
                site_url=site_url,
            )
        ).encode()
        for key, short in linked.short.items()
    }
