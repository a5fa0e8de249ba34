"""What a browser may do on a page: its own files, and nothing else.

The policy stands in every page, so that it holds on any host and in a folder on a disk, and in
files for hosts, which can ask for more than a page can.
See https://www.w3.org/TR/CSP3/ and https://cheatsheetseries.owasp.org/
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable

_ATTRIBUTES = r"""(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))*+"""
_TAG_OR_SCRIPT = re.compile(
    rf"<script\b(?P<attributes>{_ATTRIBUTES})>(?P<code>.*?)</script\s*>"
    rf"|<!--.*?-->|<[a-z/]{_ATTRIBUTES}>",
    re.DOTALL | re.IGNORECASE,
)
"""Each tag whole, so that what only looks like a script in an attribute is passed over."""
_NOT_RUN = re.compile(r"""\bsrc=|\btype=["']?application/""")
_HEAD = re.compile(r"<head>\s*")

HEADERS = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What a host says beside the policy."""


def find_hashes(html: str) -> tuple[str, ...]:
    """The hashes of the scripts that stand in a page and run, as the policy names them."""
    return tuple(
        dict.fromkeys(
            _hash(script["code"])
            for script in _TAG_OR_SCRIPT.finditer(html)
            if script["code"] is not None and not _NOT_RUN.search(script["attributes"])
        )
    )


def make_policy(hashes: Iterable[str]) -> str:
    """The policy of pages that hold scripts with these hashes."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            # The theme draws its icons from addresses that hold the picture itself.
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def guard_html(html: str) -> str:
    """A page that says, before anything else in it, what it may do."""
    policy = make_policy(find_hashes(html))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    # The encoding comes first: it must stand among the first 1,024 bytes.
    html = html.replace('<meta charset="utf-8">\n', "", 1)
    return _HEAD.sub(lambda _: f'<head>\n<meta charset="utf-8">\n{meta}', html, count=1)


def make_host_files(hashes: Iterable[str]) -> dict[str, bytes]:
    """Files that make hosts say the same and more: Netlify and Cloudflare, Azure, nginx.

    `hashes` are those of the scripts in all pages.
    """
    policy = f"{make_policy(sorted(set(hashes)))}; frame-ancestors 'none'"
    headers = {"Content-Security-Policy": policy, **HEADERS}
    lines = [f"  {name}: {value}" for name, value in headers.items()]
    azure = {
        "globalHeaders": headers,
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
        "mimeTypes": {".mjs": "text/javascript"},
    }
    nginx = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    # Its own list of types has no modules, which browsers refuse under any other type.
    nginx.append("location ~ \\.mjs$ { types { } default_type text/javascript; }")
    nginx.append("error_page 404 /404.html;")
    return {
        "_headers": "\n".join(("/*", *lines, "")).encode(),
        "staticwebapp.config.json": (json.dumps(azure, indent=2) + "\n").encode(),
        "nginx-headers.conf": "\n".join((*nginx, "")).encode(),
    }


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
