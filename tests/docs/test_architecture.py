"""docs/architecture.md names every package, and nothing that is not there."""

import re
from pathlib import Path

import os2governance

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = Path(os2governance.__file__).parent


def packages() -> set[str]:
    return {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_every_package_has_its_row():
    rows = set(re.findall(r"^\|[^|]*\| `(\w+)/` \|", PAGE, flags=re.MULTILINE))

    assert rows == packages()


def test_every_module_that_is_named_is_there():
    named = set(re.findall(r"`((?:\w+/)+\w+\.(?:py|po|yaml))`", PAGE))
    places = (PACKAGE, ROOT)

    assert named
    assert [each for each in named if not any((place / each).exists() for place in places)] == []
