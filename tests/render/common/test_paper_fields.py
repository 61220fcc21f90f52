"""Texts that people filled in are read back as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.render.common.paper_fields import (
    build_paper_key,
    read_paper_fields,
    read_paper_subject,
    render_paper_field,
    render_paper_slot,
    render_paper_subject,
)

keys = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
texts = st.text(max_size=60).filter(lambda text: "\r" not in text and "<!--" not in text)


@given(st.dictionaries(keys, texts, max_size=4))
def test_fields_are_read_back(fields):
    paper = "\n\n".join(render_paper_field(key, text) for key, text in fields.items())

    assert read_paper_fields(f"# Title\n\n{paper}\n") == fields


@given(st.dictionaries(keys, texts.filter(lambda text: "\n" not in text), max_size=4))
def test_slots_are_read_back(slots):
    cells = [render_paper_slot(key, text) for key, text in slots.items()]

    assert read_paper_fields(f"| {' | '.join(cells)} |") == slots


@given(keys, texts, texts)
def test_only_what_differs_from_what_was_offered_is_read(key, text, offered):
    paper = render_paper_field(key, text, offered)

    assert read_paper_fields(paper) == ({} if text.strip() == offered.strip() else {key: text})


@given(st.text(), st.text())
def test_any_names_make_a_key(one, other):
    key = build_paper_key(one, other)

    assert read_paper_fields(render_paper_slot(key, "x")) == {key: "x"}


def test_line_ends_of_windows_are_read():
    paper = render_paper_field("judgement", "one\ntwo").replace("\n", "\r\n")

    assert read_paper_fields(paper) == {"judgement": "one\ntwo"}


@pytest.mark.parametrize(
    "paper",
    ["", "a letter", "<!-- udfyld:a -->\nx", "<!-- udfyld:a -->\nx\n<!-- slut:b -->"],
)
def test_what_has_no_whole_field_has_none(paper):
    assert read_paper_fields(paper) == {}


@given(st.text(min_size=1))
def test_a_subject_never_ends_its_comment_and_stays_on_a_line(subject):
    written = render_paper_subject(subject)

    assert written.count("-->") == 1
    assert "\n" not in written
    assert len(read_paper_subject(written)) == len(subject)


@pytest.mark.parametrize("subject", ["tool", "os2/1.0..os2/1.1.0", "a_b-c"])
def test_a_subject_of_usual_letters_is_read_back(subject):
    assert read_paper_subject(f"x\n{render_paper_subject(subject)}\n# T") == subject
    assert read_paper_subject("# T") == ""
