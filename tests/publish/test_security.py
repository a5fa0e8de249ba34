"""What pages and hosts tell browsers to allow."""

from __future__ import annotations

import json

from hadau.publish.security import find_hashes, guard_html, make_host_files, make_policy

# The hash of `alert('Hello, world.');` is the one in the standard's own example.
# https://www.w3.org/TR/CSP3/#grammardef-hash-source
ALERT = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
PAGE = """<!doctype html>
<html lang="cy">
  <head>

<meta charset="utf-8">
<title>Gwely</title>
<script>alert('Hello, world.');</script>
<script type="application/json">{"a": 1}</script>
<script type="application/ld+json">{"b": 1}</script>
<script src="a.js"></script>
</head><body><script>alert('Hello, world.');</script></body></html>
"""


def test_only_scripts_that_stand_in_the_page_and_run_are_named() -> None:
    assert find_hashes(PAGE) == (ALERT,)


def test_a_module_that_stands_in_the_page_is_named() -> None:
    page = "<script type=\"module\">alert('Hello, world.');</script>"
    assert find_hashes(page) == (ALERT,)


def test_a_page_says_its_policy_right_after_its_encoding() -> None:
    assert guard_html(PAGE).startswith(
        '<!doctype html>\n<html lang="cy">\n  <head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="'
        f"default-src 'none'; script-src 'self' {ALERT}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'\">\n<title>Gwely</title>\n"
    )


def test_nothing_of_a_page_is_lost_but_the_place_of_its_encoding() -> None:
    guarded = guard_html(PAGE)
    assert guarded.count('<meta charset="utf-8">') == 1
    assert guarded.partition("<title>")[2] == PAGE.partition("<title>")[2]


def test_no_policy_allows_what_is_unsafe() -> None:
    policy = make_policy([ALERT])
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_hosts_are_told_the_policy_of_all_pages_and_more() -> None:
    files = make_host_files([ALERT, "'sha256-b'", ALERT])
    assert list(files) == ["_headers", "staticwebapp.config.json", "nginx-headers.conf"]
    policy = make_policy(["'sha256-b'", ALERT]) + "; frame-ancestors 'none'"
    azure = json.loads(files["staticwebapp.config.json"])
    headers = azure["globalHeaders"]
    assert headers["Content-Security-Policy"] == policy
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert azure["mimeTypes"] == {".mjs": "text/javascript"}
    assert azure["responseOverrides"] == {"404": {"rewrite": "/404.html"}}
    assert files["_headers"].decode().splitlines() == [
        "/*",
        *(f"  {name}: {value}" for name, value in headers.items()),
    ]
    assert files["nginx-headers.conf"].decode().splitlines() == [
        *(f'add_header {name} "{value}" always;' for name, value in headers.items()),
        r"location ~ \.mjs$ { types { } default_type text/javascript; }",
        "error_page 404 /404.html;",
    ]


def test_hosts_are_told_what_browsers_ask_of_headers_alone() -> None:
    files = make_host_files([ALERT])
    headers = dict(
        line.strip().split(": ", 1) for line in files["_headers"].decode().splitlines()[1:]
    )
    policy = dict(
        directive.split(" ", 1) for directive in headers["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == "'none'"
    assert int(headers["Strict-Transport-Security"].split(";")[0].split("=")[1]) >= 31_536_000
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    refused = headers["Permissions-Policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()", "payment=()", "usb=()"} <= {*refused}
    assert all(each.endswith("=()") for each in refused)
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_what_only_looks_like_a_script_is_not_named() -> None:
    page = (
        "<a title=\"<script>alert('Hello, world.');</script>\">x</a>"
        "<!-- <script>1</script> --><p title=it's>x</p>"
        "<SCRIPT\n>alert('Hello, world.');</SCRIPT >"
    )
    assert find_hashes(page) == (ALERT,)
    assert find_hashes("<script data-x='>' src=a.js></script><scripted>1</scripted>") == ()
