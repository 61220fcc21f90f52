"""What was undone, told as text and as JSON."""

import pytest
from pages import BOTH, lines

from os2governance.exchange.import_outcome import UndoneImport
from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.text import as_text
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.exchange.undone import build_undone_object, render_undone_blocks
from os2governance.version import VERSION

RESTORED = UndoneImport(path="a", restored="a/product.yaml")
REMOVED = UndoneImport(path="b", removed="b/product.yaml")
FOUND = make_finding("import-not-undone", Location("c"), reason=as_text("why"))
REFUSED = UndoneImport(path="c", findings=[FOUND])


def text(undone, language):
    return "\n".join(lines(render_undone_blocks(undone, language)))


@pytest.mark.parametrize("language", BOTH)
def test_each_says_what_became_of_the_file_or_why_nothing_did(language):
    assert "a/product.yaml" in text([RESTORED], language)
    assert "b/product.yaml" in text([REMOVED], language)
    assert "why" in text([REFUSED], language)


def test_each_has_all_its_keys():
    assert build_undone_object([RESTORED, REMOVED, REFUSED], "en") == {
        "format": "os2governance/undo/1",
        "made_from": {"engine": VERSION, "models": {}},
        "undone": [
            {"product": "a", "restored": "a/product.yaml", "removed": None},
            {"product": "b", "restored": None, "removed": "b/product.yaml"},
            {"product": "c", "restored": None, "removed": None},
        ],
        "findings": build_finding_objects([FOUND], "en"),
    }
