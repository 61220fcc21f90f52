"""What was imported, in JSON."""

import json

import pytest
from imported import REFUSED, REPORT, outcome
from pages import BOTH, HOSTILE

from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.exchange.import_json import build_import_object
from os2governance.version import VERSION


def test_each_document_has_all_its_keys():
    assert build_import_object([REPORT], "en") == {
        "format": "os2governance/import/1",
        "made_from": {"engine": VERSION, "models": {"small/1": "sha256:0"}},
        "imported": [
            {
                "file": "report.md",
                "kind": "report",
                "model": "small/1",
                "product": "tool",
                "criteria": 6,
                "counts": {"met": 2, "unmet": 1, "none": 3},
                "facts": 0,
                "proposed": 0,
                "written": "products/tool/product.yaml",
                "kept": None,
            }
        ],
        "findings": [],
    }


def test_what_was_refused_has_nothing_written():
    whole = build_import_object([REFUSED], "da")
    [said] = whole["imported"]

    assert whole["made_from"]["models"] == {}
    assert (said["kind"], said["written"], said["criteria"]) == (None, None, 0)


@pytest.mark.parametrize("language", BOTH)
def test_findings_of_all_documents_are_one_list(language):
    found = [make_finding("no-products", Location(HOSTILE, n), path=HOSTILE) for n in (2, 1)]
    said = build_import_object([outcome(findings=(each,)) for each in found], language)

    assert said["findings"] == build_finding_objects(found, language)
    assert json.loads(json.dumps(said)) == said


def test_no_documents_are_empty_lists():
    said = build_import_object([], "en")

    assert (said["imported"], said["findings"]) == ([], [])
