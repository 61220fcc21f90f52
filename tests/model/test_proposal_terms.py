"""The file of what documents state facts by: whole, or said what is wrong with it and where."""

import pytest
from folders import FACTS, write_model

from os2governance.checks.model_lint import lint_model
from os2governance.model.library import read_model_folder
from os2governance.model.proposal_terms import (
    NO_PROPOSAL_TERMS,
    parse_proposal_terms,
    read_proposal_terms,
)
from os2governance.rules.vocabulary import Fact
from os2governance.workflows.disk_files import MODELS_ON_DISK

SCHEMA = {
    "type": "object",
    "properties": {
        "open": {"type": "boolean"},
        "code": {"type": "array", "items": {"type": "object", "properties": {"url": {}}}},
        "review": {"type": "object", "properties": {"on": {"type": "string"}}},
    },
}
VOCABULARY = Fact(SCHEMA, SCHEMA)
FORM = "format: os2governance/proposals/1\nanswers: [met]\n"
WRONG = [
    ("", "yaml-empty", 1),
    (FORM + "adresses: []\n", "unknown-key", 3),
    (FORM + "addresses:\n  - {fact: review.of}\n", "proposals-unknown-fact", 4),
    (FORM + "addresses:\n  - {fact: 'code[].uri'}\n", "proposals-unknown-fact", 4),
    (FORM + "addresses:\n  - {fact: 'code[].url', patterns: ['(']}\n", "proposals-pattern", 4),
    (FORM + "words:\n  - {fact: open, values: {'true': ['a)(b']}}\n", "proposals-pattern", 4),
    (FORM + "elsewhere: ['x{1001}']\n", "proposals-pattern", 3),
    (FORM + "other_products: {names: '('}\n", "proposals-pattern", 3),
]


@pytest.mark.parametrize(("text", "code", "line"), WRONG)
def test_what_is_wrong_has_its_place(text, code, line):
    terms, findings = parse_proposal_terms(text.encode(), "proposals.yaml", VOCABULARY)

    assert terms is None
    assert [(f.code, f.location.line) for f in findings] == [(code, line)]


def test_what_is_left_out_is_as_the_file_says():
    text = (
        FORM
        + "addresses:\n  - {fact: 'code[].url'}\ndates:\n"
        + ("  - {fact: review.on, patterns: ['in {date}'], answers: [none], read: [anywhere]}\n")
    )
    terms, findings = parse_proposal_terms(text.encode(), "proposals.yaml", VOCABULARY)
    code, review = terms.readings

    assert findings == ()
    assert (code.kind, code.path, code.element) == ("address", ("code",), "url")
    assert (code.name, code.places, code.answers) == ("code[].url", ("asked",), {"met"})
    assert (review.kind, review.name, review.places) == ("date", "review.on", ("anywhere",))
    assert review.answers == {"none"}


def test_a_model_without_the_file_has_no_terms(tmp_path):
    model, _ = read_model_folder(write_model(tmp_path, [OPEN], FACTS), MODELS_ON_DISK)

    assert read_proposal_terms(model) == (NO_PROPOSAL_TERMS, ())


def test_a_bad_file_is_for_lint_and_stops_no_level(tmp_path):
    folder = write_model(tmp_path, [OPEN], FACTS)
    (folder / "proposals.yaml").write_text(FORM + "elsewhere: ['(']\n", "utf-8")
    model, findings = read_model_folder(folder, MODELS_ON_DISK)

    assert findings == []
    [found] = [each for each in lint_model(model) if each.code == "proposals-pattern"]
    assert found.location.file.endswith("1/proposals.yaml")


OPEN = {"id": "A", "level": "low", "met": {"fact": "open", "present": True}}
