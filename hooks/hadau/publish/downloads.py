"""Files that readers take away, on their way into the site."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ..model.downloads import Downloads


def list_files(downloads: Downloads) -> dict[str, Path]:
    """Every file by where it stands, relative to the root of the site."""
    return {
        url: file.file
        for files in downloads.values()
        for file in files
        for url in file.urls.values()
    }


def default_folder(root: Path) -> Path:
    """Where a project keeps its sheets from one build to the next.

    In the folder that HADAU_CACHE names, or else beside the project's settings, or in the system's
    folder for temporary files where that cannot be written. Several builds may share one.
    """
    if named := os.environ.get("HADAU_CACHE"):
        return Path(named) / "sheets"
    if os.access(root, os.W_OK):
        return root / ".cache" / "sheets"
    return Path(tempfile.gettempdir()) / "hadau-sheets"
