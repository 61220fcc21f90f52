"""The verification of a record as text: one line on each entry, in both languages."""

import pytest

from os2governance.analysis.record_history import HARMS, TrackedEntry
from os2governance.analysis.record_verification import CommitInfo, RecordVerification
from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import read_product_record
from os2governance.render.decisions.record_text import STATE_LABELS, render_record_blocks

A = "a" * 40
FILES = build_product_files(
    "products/tool", {"register.yaml": b"product: tool\nregistered: {on: 2026-03-10, by: x}\n"}
)
ENTRY = read_product_record(FILES).entries[0]


def texts(state, language, *, commit=A, entries=True):
    tracked = TrackedEntry(first=ENTRY, commit=commit, product="tool", folder="x", state=state)
    found = RecordVerification(
        start=None, end=A, commits={A: CommitInfo(A, "2026-04-01T00:00:00Z", "T")},
        entries=(tracked,) if entries else (), findings=(),
    )  # fmt: skip
    return "\n".join(str(each) for each in render_record_blocks(found, language))


@pytest.mark.parametrize("state", STATE_LABELS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_each_state_has_its_words(state, language):
    said = texts(state, language)

    assert STATE_LABELS[state].render(language).split("{")[0] in said
    day = {"da": "1. april 2026", "en": "1 April 2026"}[language]
    assert f"aaaaaaaaaa, {day}" in said
    assert ("✓" in said) is (state not in HARMS)


def test_what_was_there_before_is_said_to_have_been():
    assert "was there before" in texts("unchanged", "en", commit="")


def test_a_record_without_entries():
    assert "The record has no entries." in texts("unchanged", "en", entries=False)


def test_a_submodule_is_verified_by_a_run_of_its_own():
    found = RecordVerification(
        start=None, end=A, commits={}, entries=(), findings=(), submodules=("theirs",)
    )
    said = "\n".join(str(each) for each in render_record_blocks(found, "en"))

    assert "os2governance log theirs --verify" in said
