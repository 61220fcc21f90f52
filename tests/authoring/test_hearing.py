"""The text of an answer: read back, it states word for word what was said."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance.authoring.hearing import HearingProposal, render_hearing_file
from os2governance.documents.yaml_reader import read_yaml

WORDS = st.text(st.sampled_from("aæ :#'\"{}[],&*!|>%@`-?\\\n\t0~"), min_size=1)


def proposal(**more):
    usual = {"evaluation": date(2026, 4, 1), "on": date(2026, 4, 9), "by": "board"}
    return HearingProposal(**{**usual, "answer": "agreed", "criteria": {}, **more})


def test_what_is_not_stated_is_left_out():
    assert render_hearing_file(proposal(), "tool", "small/1").splitlines() == [
        "format: os2governance/hearing/1",
        "product: tool",
        "model: small/1",
        "evaluation: 2026-04-01",
        "heard:",
        "  on: 2026-04-09",
        "  by: board",
        "answer: agreed",
    ]


@settings(max_examples=30)
@given(
    words=st.dictionaries(st.sampled_from(["A", "B", "1", "null"]), WORDS, min_size=1),
    note=WORDS | st.just(""),
)
def test_it_reads_back_as_it_was_said(words, note):
    said = proposal(answer="objections", criteria=words, note=note, reference="https://x.dk/#1")
    document, findings = read_yaml(render_hearing_file(said, "tool", "small/1").encode(), "f")

    assert findings == []
    assert document.values["criteria"] == words
    assert document.values.get("note", "") == note
    assert document.values["heard"] == {
        "on": "2026-04-09",
        "by": "board",
        "reference": "https://x.dk/#1",
    }
