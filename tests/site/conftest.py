"""Sites made once for all tests: of the garden, which is no OS2, and of hostile declarations."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from site_pages import Page, read_page

from os2governance.cli.main import PROGRAM

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
AS_OF = "2026-05-01"


def make_site(out: Path, *arguments: object) -> Path:
    """Make a site; give its folder."""
    given = ["site", *map(str, arguments), "--out", str(out), "--as-of", AS_OF]
    result = CliRunner().invoke(PROGRAM, given)
    assert result.exit_code in {0, 2}, result.output
    return out


@pytest.fixture(scope="session")
def garden_site(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("sites") / "garden"
    return make_site(out, GARDEN / "products", "--criteria", GARDEN / "criteria")


@pytest.fixture(scope="session")
def garden_pages(garden_site) -> dict[str, Page]:
    return {
        file.relative_to(garden_site).as_posix(): read_page(file.read_text(encoding="utf-8"))
        for file in sorted(garden_site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def garden_assessed() -> dict[str, object]:
    """What `assess` says of the garden, as the site's tests compare with."""
    given = ["assess", GARDEN / "products", "--criteria", GARDEN / "criteria", "--as-of", AS_OF]
    result = CliRunner().invoke(PROGRAM, [*map(str, given), "--format", "json"])
    return json.loads(result.stdout)
