"""How a model says that names of persons stand in texts."""

import json
from types import SimpleNamespace

import pytest
from formats.test_persons import WHOLE
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.person_terms import parse_person_terms, read_person_terms

CRITERIA = find_shipped_criteria() / "os2"


def parse(**changes):
    data = json.dumps({**WHOLE, **changes}, ensure_ascii=False).encode()
    return parse_person_terms(data, "persons.yaml")


def test_words_have_no_case_but_given_names_do():
    terms, findings = parse()

    assert findings == ()
    assert terms.is_role("Cook")
    assert terms.is_organisation("TOWN")
    assert terms.is_organisation("Clubhouse")
    assert terms.is_given_name("Ann")
    assert terms.is_given_name("Ann-Bob")
    assert not terms.is_given_name("ann")
    assert not terms.is_given_name("Ann-Town")


@pytest.mark.parametrize("data", [b"format: os2governance/persons/1\n", b"{", b"roles: x\n"])
def test_a_file_that_cannot_be_used_is_found(data):
    terms, findings = parse_person_terms(data, "persons.yaml")

    assert terms is None
    assert findings


words = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)


@given(words, words)
def test_any_word_may_be_a_models(role, particle):
    terms, findings = parse(roles=[role], particles=[particle])

    assert (terms is None) == bool(findings)
    if terms:
        assert terms.runs.search(b"Ann Bob")
        assert terms.role_before.search(f"{role}: ")


def test_the_shipped_models_have_theirs_and_another_may_have_none():
    assert read_person_terms(load_model(CRITERIA / "1.1.0"))[1] == ()
    assert load_model(CRITERIA / "2021-04-29").person_terms is not None

    bare = SimpleNamespace(file="criteria/x/1/model.yaml", optional_files={})

    assert read_person_terms(bare) == (None, ())
