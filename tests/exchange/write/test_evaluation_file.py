"""The edits that make an evaluation's file of a document."""

from datetime import date

import pytest

from os2governance import load_model
from os2governance.documents.yaml_edit import edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.read.document import EVALUATION, DocumentClaim, ImportedDocument
from os2governance.exchange.write.evaluation_file import (
    build_evaluation_edits,
    merge_evaluation_edits,
)
from os2governance.exchange.write.file_options import ProductFileOptions
from os2governance.files.listing import find_shipped_criteria
from os2governance.findings.finding import Location

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
DAY = date(2026, 9, 29)
START = b"format: os2governance/evaluation/1\n"


def wanted(level="2"):
    return ProductFileOptions(
        product="os2eksempel", model=MODEL, level=level, today=DAY, language="da"
    )


def document(**more):
    claim = DocumentClaim(
        id="R1", status="met", text="Fordi.", links=(), location=Location("e.md"), advice="Mere."
    )
    values = {
        "kind": EVALUATION, "file": "e.md", "model": "os2", "version": "1.1.0", "product": "OS2eksempel",
        "on": DAY, "by": "OS2-sekretariatet", "claims": {"R1": claim}, "level": "2",
        "level_grounds": "Derfor.", "summary": "Godt.",
    }  # fmt: skip
    return ImportedDocument(**(values | more))


def built(imported, options):
    return read_yaml(edit_yaml(START, list(build_evaluation_edits(imported, options))), "e")[
        0
    ].values


def merged(there, imported, options):
    data = START + there.encode()
    findings = []
    edits = list(merge_evaluation_edits(read_yaml(data, "e")[0], imported, options, findings))
    return read_yaml(edit_yaml(data, edits), "e")[0].values, [found.code for found in findings]


def test_a_file_has_all_that_the_document_says():
    values = built(document(draft=True), wanted())

    assert values["evaluated"]["draft"] is True
    assert values["lights"] == {"R1": {"light": "met", "grounds": "Fordi.", "advice": "Mere."}}
    assert values["recommends"] == {"level": "2", "grounds": "Derfor."}
    assert values["summary"] == "Godt."


def test_a_file_has_no_key_for_what_the_document_does_not_say():
    values = built(document(claims={}, level_grounds="", summary=""), wanted(None))

    assert set(values) == {"format", "product", "model", "name", "evaluated"}


@pytest.mark.parametrize(
    ("there", "becomes"),
    [
        ("recommends: '1'\n", {"level": "2", "grounds": "Derfor."}),
        ("recommends: {level: '2'}\n", {"level": "2", "grounds": "Derfor."}),
        ("recommends: {level: '1', grounds: Selv}\n", {"level": "2", "grounds": "Selv"}),
    ],
)
def test_grounds_are_added_and_never_replaced(there, becomes):
    values, _ = merged(there, document(), wanted())

    assert values["recommends"] == becomes


def test_a_merge_adds_what_is_missing_and_reports_what_changes():
    there = "evaluated: {on: 2026-09-29, by: S, draft: true}\nlights: {R1: {light: partly, advice: Gammelt}}\nsummary: Selv.\n"
    values, codes = merged(there, document(), wanted())

    assert values["lights"]["R1"] == {"light": "met", "grounds": "Fordi.", "advice": "Mere."}
    assert (values["summary"], "draft" in values["evaluated"]) == ("Selv.", False)
    assert codes == ["import-answer-changed"]
