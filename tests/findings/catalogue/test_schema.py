"""Schema and names: values that the rules cannot reckon with are errors."""

from os2governance.findings.catalogue.schema import SCHEMA


def test_all_are_errors_and_only_an_unknown_role_may_be_left_out():
    assert {entry.severity for entry in SCHEMA.values()} == {"error"}
    assert [code for code, entry in SCHEMA.items() if entry.ignorable] == ["unknown-role"]


def test_only_a_missing_key_is_an_absence_and_only_one_code_names_a_broken_model():
    assert [code for code, entry in SCHEMA.items() if entry.absence] == ["missing-key"]
    assert [code for code, entry in SCHEMA.items() if entry.names_unusable_model] == [
        "unusable-model"
    ]


def test_without_a_model_nothing_is_silenced():
    assert {
        SCHEMA[code].suppressible for code in ("no-model-named", "unknown-model", "unusable-model")
    } == {"nowhere"}
