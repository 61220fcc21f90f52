"""Builds the pages of findings, docs/findings.md and docs/da/findings.md, into a folder.

`PYTHONPATH=tests python tests/build_findings_pages.py FOLDER` runs every example in both
languages; one that does not provoke its finding is an error. The gate does so, and a release
publishes the pages.
"""

import os
import sys
import tempfile
from pathlib import Path

from conftest import run_command
from finding_examples import BASE, shown

from os2governance.findings.catalogue import CATALOGUE
from os2governance.i18n.text import LANGUAGES, Language
from os2governance.render.check.findings_page import FindingExample, render_findings_page

PAGES: dict[Language, str] = {"en": "findings.md", "da": "da/findings.md"}


def build_examples(language: Language) -> dict[str, FindingExample]:
    """Every example, run in a folder of its own."""
    return {code: _run_example(code, language) for code in CATALOGUE}


def _run_example(code: str, language: Language) -> FindingExample:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return shown(code, run_command, Path(folder), language)
        finally:
            os.chdir(before)


def main(folder: Path) -> None:
    for language in LANGUAGES:
        page = folder / PAGES[language]
        page.parent.mkdir(parents=True, exist_ok=True)
        text = render_findings_page(build_examples(language), BASE, language)
        page.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{page}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
