"""Declarations carried over: what is the same stays, and nobody is made to say anything."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance.authoring.migration import build_migration
from os2governance.documents.yaml_edit import edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.model.versions import find_same_meaning, link_along
from os2governance.product.declaration import read_declaration
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library()
HEAD = """format: os2governance/product/1
# who we are
product: x
name: X
kind: product
model: os2/{version}  # the old one
declared: {{on: 2022-05-01, by: Tovholder}}
"""


def carried(text, version="2021-04-29", to="1.1.0"):
    document, findings = read_yaml(text.encode(), "product.yaml")
    assert not findings
    chain = LIBRARY.chain(f"os2/{version}", f"os2/{to}")
    models = (chain[0], chain[-1])
    assert read_declaration(document, models[0])[1] == []
    found = build_migration(document, models, link_along(chain), "en")
    new = edit_yaml(text.encode(), found.changes)
    again, _ = read_yaml(new, "product.yaml")
    declared, wrong = read_declaration(again, models[1])
    assert wrong == []
    return new.decode(), declared, found


def test_what_is_the_same_is_renumbered_with_its_comments():
    text = HEAD.format(version="1.0") + (
        "answers:\n"
        "  # about management\n"
        "  R3: {answer: met, note: yes indeed}  # signed\n"
        "  F14: {answer: unmet, explanation: later}\n"
        "  F13: {answer: met}\n"
        "# the end\n"
    )
    new, _, found = carried(text, "1.0")
    assert new == text.replace("os2/1.0", "os2/1.1.0").replace("R3:", "R2:")
    assert found.ids_to_review == ()


def test_ids_that_change_places_change_places():
    text = HEAD.format(version="2021-10-27") + (
        "answers:\n  F13: {answer: met, note: was thirteen}\n  F14: {answer: unmet}\n"
    )
    _, declared, _ = carried(text, "2021-10-27")
    assert declared.answers["F14"].note == "was thirteen"
    assert declared.answers["F13"].answer == "unmet"


def test_what_was_merged_must_be_answered_again():
    text = HEAD.format(version="1.0") + (
        "answers:\n"
        "  F7: {answer: met, evidence: [https://a.example/7]}\n"
        "  F8:\n"
        "    answer: unmet\n"
        "    explanation: not yet\n"
        "  F9: {answer: planned, due: 2027-01-01, evidence: [https://a.example/9]}\n"
        "  F10: {answer: met}\n"
    )
    new, declared, found = carried(text, "1.0")
    answer = declared.answers["F7"]
    assert answer.answer == "unknown"
    for said in ("F7: answer: met", "F8: answer: unmet, explanation: not yet", "due: 2027-01-01"):
        assert said in answer.note
    assert answer.evidence == ("https://a.example/7", "https://a.example/9")
    assert set(declared.answers) == {"F7", "F10"}
    assert [(each.code, each.location.line) for each in found.findings] == [("migrate-review", 9)]
    assert "# Review the answer: F7" in new


def test_what_was_sharpened_must_be_answered_again():
    text = HEAD.format(version="1.0") + "answers:\n  F1: {answer: met}\n  F2: {answer: met}\n"
    _, declared, found = carried(text, "1.0")
    assert declared.answers["F1"].answer == "unknown"
    assert declared.answers["F2"].answer == "met"
    assert found.ids_to_review == ("F1",)


def test_what_is_no_longer_asked_is_kept_as_a_comment():
    text = HEAD.format(version="1.0") + (
        "answers:\n  R1: {answer: met}\n  R2: {answer: unmet, explanation: for us only}\n"
    )
    new, declared, found = carried(text, "1.0")
    assert set(declared.answers) == {"R1"}
    assert (
        "# Answer by os2/1.0, which had a criterion that was dropped since: R2: answer: unmet, explanation: for us only"
        in new
    )
    assert [each.code for each in found.findings] == ["migrate-gone"]


def test_when_all_is_gone_the_file_is_still_a_declaration():
    text = HEAD.format(version="1.0") + "answers:\n  R2: {answer: met}\n"
    _, declared, _ = carried(text, "1.0")
    assert not declared.answers


def test_without_answers_only_the_model_changes():
    text = HEAD.format(version="1.0")
    new, _, found = carried(text, "1.0")
    assert new == text.replace("os2/1.0", "os2/1.1.0")
    assert found.findings == ()


ANSWERS = ("met", "partly", "unmet", "planned", "not_applicable", "unknown")


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_what_is_the_same_is_kept_and_nothing_is_lost_or_invented(data):
    version = data.draw(st.sampled_from(["2021-04-29", "1.0", "2024-04-02", "2024-07-02"]))
    chain = LIBRARY.chain(f"os2/{version}", "os2/1.1.0")
    ids = data.draw(st.lists(st.sampled_from([c.id for c in chain[0].criteria]), unique=True))
    given_ = {name: data.draw(st.sampled_from(ANSWERS)) for name in ids}
    lines = [
        f"  {n}: {json.dumps({'answer': a, 'note': f'said of {n}'})}\n" for n, a in given_.items()
    ]
    text = HEAD.format(version=version) + ("answers:\n" + "".join(lines) if lines else "")
    new, declared, found = carried(text, version)
    way = link_along(chain)
    kept = {now: name for name in given_ if (now := find_same_meaning(name, way))}
    for now, name in kept.items():
        assert declared.answers[now].answer == given_[name]
        assert declared.answers[now].note == f"said of {name}"
    for now in set(declared.answers) - set(kept):
        assert declared.answers[now].answer == "unknown"
        assert now in found.ids_to_review
    for name in given_:
        assert f"said of {name}" in new


@pytest.mark.parametrize("version", ["1.1.0"])
def test_a_version_to_itself_changes_nothing(version):
    text = HEAD.format(version=version) + "answers:\n  R1: {answer: met}\n"
    new, _, _ = carried(text, version)
    assert new == text
