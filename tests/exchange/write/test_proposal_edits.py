"""Which proposals a file takes up, and what it says of them."""

import pytest

from os2governance import load_model
from os2governance.documents.yaml_edit import edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.read.stated_facts import ProposedFact
from os2governance.exchange.write.proposal_edits import count_new_proposals, put_proposals
from os2governance.files.listing import find_shipped_criteria
from os2governance.findings.finding import Location

MIT = ProposedFact(("code", "licence"), "MIT", "under MIT", Location("folder/x.md", 3))
ONE = b"proposed: {facts: {ownership: {licence: MIT}}}"
MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
OPEN = {"facts": {"code": {"licence": "GPL"}}, "from": {"code.licence": "y.md:1: GPL"}}


@pytest.mark.parametrize(
    ("values", "older", "licence"),
    [
        ({}, False, "MIT"),
        ({"proposed": None}, False, "MIT"),
        ({"facts": None}, False, "MIT"),
        ({"facts": {"code": {}}}, False, "MIT"),
        ({"facts": {"code": {"licence": None}}}, False, None),
        ({"facts": {"code": None}}, False, None),
        ({"facts": {"code": {"licence": "GPL"}}}, False, None),
        ({"proposed": OPEN}, False, "MIT"),
        ({"proposed": OPEN}, True, None),
        ({"proposed": {"facts": {"code": {"licence": "MIT"}}}}, False, None),
    ],
)
def test_what_is_declared_or_proposed_already_stays(values, older, licence):
    puts = list(put_proposals([MIT], values, "en", older=older))

    assert [each.value for each in puts[:1]] == ([licence] if licence else [])


def test_each_says_where_it_was_read_and_the_first_says_what_they_are():
    text = edit_yaml(b"name: x\n", list(put_proposals([MIT], {}, "en"))).decode()

    assert "# Read in the document's text" in text
    assert read_yaml(text.encode(), "x")[0].values["proposed"] == {
        "facts": {"code": {"licence": "MIT"}},
        "from": {"code.licence": "x.md:3: under MIT"},
    }


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (None, None, 0),
        (None, ONE, 1),
        (ONE, ONE, 0),
        (ONE, ONE.replace(b"MIT", b"EUPL-1.2"), 1),
        (ONE, b"proposed: {", 0),
        (b"- x", ONE, 1),
    ],
)
def test_proposals_that_were_there_before_are_not_counted(before, after, count):
    assert count_new_proposals(before, after, MODEL) == count
