"""The audit of the guide, whole or by parts: `run.py html pages`.

It takes about 20 minutes. Its figures go to docs/audit.json.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

# spylls installs a package `tests` of its own, which would stand before the folder of this name.
tests = ModuleType("tests")
tests.__path__ = [str(Path(__file__).parents[1])]
sys.modules["tests"] = tests

if __name__ == "__main__":
    from tests.audit.whole import main

    main()
