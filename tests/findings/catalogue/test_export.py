"""Export: what keeps a document from being made is an error, what it lacks is not."""

from os2governance.findings.catalogue.export import EXPORT


def test_what_a_document_lacks_does_not_stop_it():
    lacking = [
        "template-row-missing",
        "template-cell-kept",
        "template-cell-missing",
        "publiccode-incomplete",
    ]

    assert {entry.severity for code, entry in EXPORT.items() if code not in lacking} == {"error"}
    assert "error" not in {EXPORT[code].severity for code in lacking}


def test_no_comment_can_silence_them():
    assert {entry.suppressible for entry in EXPORT.values()} == {"not of check"}
