"""HTML checked by the Nu HTML checker, whose jar comes from npm."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..figures import count

JAR = Path(__file__).parents[1] / "node/node_modules/vnu-jar/build/dist/vnu.jar"


def errors_in_html(folder: Path) -> list[str]:
    """Every error in the HTML files below a folder, with its place. Java starts once for all."""
    assert JAR.exists(), "run make test, which installs the checker"
    done = subprocess.run(
        ["java", "-Xshare:auto", "-jar", JAR, "--errors-only", "--skip-non-html", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    count("html", len(list(folder.rglob("*.html"))))
    found = done.stderr.replace(f'"file:{folder.resolve()}/', '"').splitlines()
    assert bool(found) == (done.returncode != 0), done
    return found
