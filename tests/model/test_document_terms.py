import json

import pytest

from os2governance.files.listing import find_shipped_criteria
from os2governance.model.document_terms import read_document_terms

SHIPPED = (find_shipped_criteria() / "os2" / "documents.yaml").read_bytes()


def changed(old, new):
    assert old.encode() in SHIPPED
    return read_document_terms(SHIPPED.replace(old.encode(), new.encode(), 1), "documents.yaml")


def test_a_pattern_that_is_none_is_found_where_it_stands():
    wording, findings = changed('criterion: "[RFSG][0-9]{1,2}"', 'criterion: "[RFSG"')

    assert wording is None
    assert [(f.code, f.location.line) for f in findings] == [("rule-pattern", 11)]


def test_a_key_that_is_not_known_is_found():
    wording, findings = changed("\nmarks:", "\nmark:")

    assert wording is None
    assert {f.code for f in findings} == {"missing-key", "unknown-key"}


def test_a_level_is_named_by_any_of_its_labels():
    wording, _ = read_document_terms(SHIPPED, "documents.yaml")

    assert [
        wording.find_level(label) for label in ("0", "Sandkasse", "**Niveau 2**", "3.", "x")
    ] == [
        "sandkasse",
        "sandkasse",
        "2",
        "3",
        None,
    ]


@pytest.mark.parametrize("label", ["niveau (ét)", "trin [1", "a|b", "trin+", "grå", "Ørn"])
def test_the_label_of_a_level_is_no_pattern(label):
    old = "\nlevels:\n"
    wording, findings = changed(old, f"{old}  own: ['{label}']\n")

    assert findings == []
    (pattern, *_) = wording.level_patterns["stated"]
    for said in (label, label.upper()):
        found = pattern.search(f"Produktet er klassificeret som {said}.")
        assert found.group(1) == said
        assert wording.find_level(found.group(1)) == "own"


def test_without_labels_no_level_is_found():
    shipped, _ = read_document_terms(SHIPPED, "documents.yaml")
    values = {**shipped.file_values, "levels": {"1": ["1"]}}
    data = json.dumps(values, ensure_ascii=False).encode()
    wording, findings = read_document_terms(data, "documents.yaml")

    assert findings == []
    assert not wording.level_patterns["stated"][0].search("er klassificeret som niveau 1")
