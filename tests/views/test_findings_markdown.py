"""The page of all findings is up to date."""

import os
from pathlib import Path

from os2governance.catalogue import CATALOGUE
from os2governance.views.findings_markdown import findings_page
from os2governance.views.report import DOCUMENTATION

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


def test_the_page_is_up_to_date():
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(findings_page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == findings_page()


def test_every_code_has_its_heading_where_links_lead():
    text = findings_page()

    assert [code for code in CATALOGUE if f"\n## {code}\n" not in text] == []
    assert DOCUMENTATION.endswith("docs/findings.md")
