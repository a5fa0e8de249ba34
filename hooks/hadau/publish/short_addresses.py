"""Short addresses to type from paper: a page at each that leads on to the entry."""

from __future__ import annotations

from markupsafe import Markup

from ..model.page import Built

_WAY = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{site_url}{url}">
<meta http-equiv="refresh" content="0; url=../{url}">
</head>
<body><main><p><a href="../{url}">{title}</a></p></main></body>
</html>
""")


def make_ways(built: Built, site_url: str) -> dict[str, str]:
    """The page at each short address, by its path. It works without script."""
    titles = {(page.key, page.language): page.title for page in built.pages}
    return {
        f"{short}index.html": str(
            _WAY.format(
                language=key[1],
                title=titles[key],
                url=built.addresses[key].url,
                site_url=site_url,
            )
        )
        for key, short in built.short.items()
    }
