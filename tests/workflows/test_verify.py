"""Reports that are verified: by the model they follow, and only where they are reports."""

from dataclasses import replace

import pytest

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.verify import verify_report

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
HEAD = "# Governancerapport for OS2x\n\n> **Version for anvendt governancerapport:** 1.1.0\n\n| # | Niveau | Efterlevet? | Dokumentation |\n|---|---|---|---|\n"
ROWS = "".join(f"| {each.id} | {each.level} | Ja | a |\n" for each in MODEL.criteria)


@pytest.fixture
def verify(tmp_path, context):
    def runs(data, wanted=None, criteria=None):
        file = tmp_path / "r.md"
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return verify_report(
            str(file), wanted, replace(context, criteria=(criteria,) if criteria else ())
        )

    return runs


def test_a_report_is_verified_by_the_model_that_it_names(verify):
    found, findings = verify(HEAD + ROWS)

    assert findings == []
    assert (found.model.reference, found.result.rows, list(found.result.findings)) == (
        "os2/1.1.0", len(MODEL.criteria), [],
    )  # fmt: skip


def test_a_model_that_is_wanted_goes_before_the_one_that_is_named(verify):
    found, _ = verify(HEAD + ROWS, "os2/1.0")

    assert found.model.reference == "os2/1.0"
    assert found.result.findings
    with pytest.raises(NotPossibleError):
        verify(HEAD + ROWS, "os2/9")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "import-no-rows"),
        (b"\xff", "not-utf8"),
        ("# \x1b[31m\n", "import-no-rows"),
        ("publiccodeYmlVersion: '0.4'\nname: x\nurl: https://a.dk\n", "import-no-rows"),
    ],
)
def test_what_is_no_report_has_findings_alone(verify, data, code):
    found, findings = verify(data)

    assert found is None
    assert code in [each.code for each in findings]


def test_a_file_that_is_not_there_is_a_finding(context, tmp_path):
    found, [unread] = verify_report(str(tmp_path / "none"), None, context)

    assert (found, unread.code) == (None, "file-unreadable")
