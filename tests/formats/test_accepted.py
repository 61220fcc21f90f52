"""What files may say: accepted and refused by the classes, and by the schemas in either library."""

import json

import pytest
from mutants import as_yaml
from pydantic import TypeAdapter, ValidationError

from os2governance import formats
from os2governance.documents.yaml_reader import read_yaml
from os2governance.schema import validator
from os2governance.schema.generate import FORMAT_CLASSES
from os2governance.schema.read import read_schema
from os2governance.schema.validator import CompiledSchema, fast_validator, reference_validator

RULE = {"fact": "a", "present": True}
BOTH = {"da": "En", "en": "One"}
WHOLE = {
    "model": {
        "format": "os2governance/model/1",
        "model": "m",
        "version": "1",
        "levels": [{"id": "low"}],
        "themes": [{"id": "all"}],
        "roles": [{"id": "owner"}],
        "attainment": {},
        "conditions": {"one": RULE},
    },
    "criteria": {
        "format": "os2governance/criteria/1",
        "theme": "all",
        "criteria": [{"id": "A", "level": "low"}],
    },
    "product": {
        "format": "os2governance/product/1",
        "product": "tool",
        "name": "Tool",
        "kind": "product",
        "model": "m/1",
        "declared": {"on": "2026-05-01", "by": "Owner"},
        "answers": {"A": {"answer": "planned"}},
    },
    "evaluation": {
        "format": "os2governance/evaluation/1",
        "product": "tool",
        "model": "m/1",
        "evaluated": {"on": "2026-05-01", "by": "Board"},
    },
    "decisions": {
        "format": "os2governance/decisions/1",
        "product": "tool",
        "decisions": [
            {"on": "2026-05-01", "decision": "accept", "by": "board", "accepts": {"A": {}}}
        ],
    },
    "doubts": {"format": "os2governance/doubts/1"},
    "proposals": {"format": "os2governance/proposals/1", "answers": ["met"]},
    "authorities": {
        "format": "os2governance/authorities/1",
        "source": "Us",
        "as_of": "2026-01-01",
        "kinds": {"town": {"name": BOTH, "authorities": [{"code": "1", "name": "Ask"}]}},
    },
}
CRITERION = ("criteria", 0)
ANSWER = ("answers", "A")
ACCEPTS = ("decisions", 0, "accepts", "A")
ACCEPTED = [
    ("criteria", CRITERION, {"met": RULE, "partly": RULE, "applies": RULE}),
    *(("criteria", CRITERION, {"evidence": word}) for word in ("none", "text", "link")),
    *(("criteria", CRITERION, {"not_applicable": word}) for word in ("no", "yes", "with_reason", False, True)),
    *(("criteria", CRITERION, {"effort": word}) for word in ("word", "paper", "practice", "decision")),
    ("criteria", CRITERION, {"helps": ["owner", "other"]}),
    ("criteria", CRITERION, {"helps": []}),
    ("criteria", CRITERION, {"see": "https://m.example/A#1"}),
    ("criteria", CRITERION, {"examples": [{"facts": {}, "expect": "not_applicable"}]}),
    ("model", ("attainment",), {"planned": "partly", "evidence": "link", "not_applicable": "no"}),
    ("model", ("attainment",), {"tolerated": ["partly", "planned"]}),
    ("model", ("attainment",), {"satisfied_by": ["met", "explained"], "tolerated": ["explained"]}),
    ("model", (), {"procedure": {"evaluation_before_decision": True}}),
    ("model", (), {"procedure": {}}),
    ("model", (), {"words": {}}),
    ("model", (), {"words": {"site": {"title": BOTH, "intro": {"da": "x"}}, "badge": BOTH, "evaluator": BOTH}}),
    ("model", (), {"words": {"lights": {"met": BOTH}, "users": {"one": BOTH, "many": BOTH}, "form": BOTH}}),
    ("model", ("roles", 0), {"phrase": BOTH}),
    ("model", ("conditions",), {"two": {"rule": RULE}}),
    ("model", ("conditions",), {"two": {"x-asked": BOTH, "x-todo": {"en": "x"}, "rule": RULE}}),
    ("model", (), {"based_on": "0", "changes": {"criteria": {"A": {"met": RULE, "applies": RULE, "partly": RULE}}}}),
    ("model", (), {"based_on": "0", "changes": {"criteria": {"A": {"evidence": "none", "not_applicable": "yes"}}}}),
    ("model", (), {"based_on": "0", "changes": {"criteria": {"A": {"effort": "paper", "helps": ["owner"]}}}}),
    ("model", (), {"based_on": "0", "changes": {"criteria": {"A": {"see": "https://m.example", "examples": []}}}}),
    ("product", ("declared",), {"draft": True}),
    ("product", (), {"submitted": {"on": "2026-05-02", "by": "Owner"}}),
    ("product", (), {"submitted": None}),
    ("product", (), {"proposed": {"facts": {"a": 1}, "from": {"a": "page 2"}}}),
    ("product", (), {"proposed": {}}),
    *(("product", ANSWER, {"due": due}) for due in ("2026-12-01", "2026-12", "2026", 2026, None)),
    ("evaluation", ("evaluated",), {"draft": False}),
    *(("evaluation", (), {"recommends": level}) for level in ("low", None, {"level": "low"}, {"level": "low", "grounds": "x"})),
    ("evaluation", (), {"summary": "Fine."}),
    ("decisions", ("decisions", 0), {"level": "low"}),
    ("decisions", ACCEPTS, {"until": "2026-12-01", "grounds": "x", "action": "y", "responsible": "owner"}),
    ("doubts", (), {"same_evidence": 8, "placeholders": ["ja"]}),
    ("proposals", (), {"addresses": [{"fact": "a.b"}, {"fact": "a[].b", "read": ["asked"], "patterns": ["x"], "value": True}]}),
    ("proposals", (), {"words": [{"fact": "a", "values": {"MIT": ["mit"]}, "answers": ["none"]}]}),
    ("proposals", (), {"dates": [{"fact": "a", "patterns": ["i {date}"]}], "numbers": []}),
    ("proposals", (), {"other_products": {"names": "x", "but": ["y"]}, "elsewhere": ["z"]}),
    ("authorities", (), {}),
]  # fmt: skip
REFUSED = [
    ("criteria", CRITERION, {"evidence": "url"}, "wrong-choice"),
    ("criteria", CRITERION, {"not_applicable": "maybe"}, "wrong-choice"),
    ("criteria", CRITERION, {"not_applicable": 1}, "wrong-choice"),
    ("criteria", CRITERION, {"effort": "big"}, "wrong-choice"),
    ("criteria", CRITERION, {"helps": "owner"}, "wrong-type"),
    ("criteria", CRITERION, {"helps": ["owner", "owner"]}, "shape"),
    ("criteria", CRITERION, {"see": "http://m.example"}, "out-of-bounds"),
    ("criteria", CRITERION, {"see": "https://m example"}, "wrong-format"),
    ("criteria", CRITERION, {"met": {}}, "out-of-bounds"),
    ("criteria", CRITERION, {"met": None}, "wrong-type"),
    ("criteria", CRITERION, {"applies": [RULE]}, "wrong-type"),
    ("model", ("attainment",), {"planned": "met"}, "wrong-choice"),
    ("model", ("attainment",), {"satisfied_by": ["planned"]}, "wrong-choice"),
    ("model", ("attainment",), {"not_applicable": False}, "wrong-choice"),
    ("model", (), {"procedure": {"evaluation_before_decision": "yes"}}, "wrong-type"),
    ("model", (), {"words": {"bagde": BOTH}}, "unknown-key"),
    ("model", (), {"words": {"badge": "level"}}, "wrong-type"),
    ("model", (), {"words": {"lights": {"unknown": BOTH}}}, "unknown-key"),
    ("model", ("conditions",), {"two": {}}, "out-of-bounds"),
    ("model", ("conditions",), {"two": {"x-asked": BOTH}}, "missing-key"),
    ("model", ("conditions",), {"two": {"rule": RULE, "x-aksed": BOTH}}, "unknown-key"),
    ("model", ("conditions",), {"two": {"rule": {}}}, "out-of-bounds"),
    ("model", ("conditions",), {"two": {"rule": RULE, "x-todo": "x"}}, "wrong-type"),
    ("model", (), {"based_on": "0", "changes": {"criteria": {"A": {"basis": "facts"}}}}, "unknown-key"),
    ("product", ("declared",), {"draft": "yes"}, "wrong-type"),
    ("product", (), {"submitted": {"on": "2026-05"}}, "missing-key"),
    ("product", (), {"proposed": {"fact": {}}}, "unknown-key"),
    *(("product", ANSWER, {"due": due}, "wrong-format") for due in ("soon", "2026-13", 26, 20261, True, "1. maj")),
    ("evaluation", ("evaluated",), {"on": "2026-05"}, "wrong-format"),
    ("evaluation", (), {"recommends": {"grounds": "x"}}, "missing-key"),
    ("evaluation", (), {"recommends": {"level": "low", "reason": "x"}}, "unknown-key"),
    ("evaluation", (), {"recommends": 2}, "wrong-type"),
    ("evaluation", (), {"summary": ["x"]}, "wrong-type"),
    ("decisions", ACCEPTS, {"until": "2026-12"}, "wrong-format"),
    ("decisions", ACCEPTS, {"actions": "x"}, "unknown-key"),
    ("doubts", (), {"same_evidence": 1}, "out-of-bounds"),
    ("proposals", (), {"answers": []}, "out-of-bounds"),
    ("proposals", (), {"answers": ["maybe"]}, "wrong-choice"),
    ("proposals", (), {"words": [{"fact": "a"}]}, "missing-key"),
    ("proposals", (), {"addresses": [{"patterns": ["x"]}]}, "missing-key"),
    ("doubts", (), {"same_evidence": "8"}, "wrong-type"),
    ("authorities", (), {"format": "os2governance/register/1"}, "wrong-choice"),
]  # fmt: skip


def changed(name, path, change):
    values = json.loads(json.dumps(WHOLE[name]))
    inside = values
    for step in path:
        inside = inside[step]
    inside.update(json.loads(json.dumps(change)))
    return values


def find_codes(name, values, library, monkeypatch):
    monkeypatch.setattr(validator, "compile_validator", library)
    document, _ = read_yaml(as_yaml(values), name)
    found = CompiledSchema(read_schema(name)).find_violations(document, document.values)
    return {each.code for each in found}


def read(name, values):
    return TypeAdapter(getattr(formats, FORMAT_CLASSES[name])).validate_python(values)


@pytest.mark.parametrize("library", [fast_validator, reference_validator])
@pytest.mark.parametrize(("name", "path", "change"), ACCEPTED)
def test_what_is_accepted(monkeypatch, library, name, path, change):
    values = changed(name, path, change)

    assert find_codes(name, values, library, monkeypatch) == set()
    given = TypeAdapter(getattr(formats, FORMAT_CLASSES[name])).dump_python(
        read(name, values), mode="json", by_alias=True, exclude_unset=True
    )
    assert given == values


@pytest.mark.parametrize("library", [fast_validator, reference_validator])
@pytest.mark.parametrize(("name", "path", "change", "code"), REFUSED)
def test_what_is_refused(monkeypatch, library, name, path, change, code):
    values = changed(name, path, change)

    assert code in find_codes(name, values, library, monkeypatch)
    with pytest.raises(ValidationError):
        read(name, values)


def test_old_words_are_not_suggested(monkeypatch):
    values = changed("criteria", CRITERION, {"not_applicable": "nej tak"})
    monkeypatch.setattr(validator, "compile_validator", fast_validator)
    document, _ = read_yaml(as_yaml(values), "criteria")
    (found,) = CompiledSchema(read_schema("criteria")).find_violations(document, document.values)

    assert found.arguments["choices"] == "no, yes, with_reason"
