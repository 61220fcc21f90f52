"""What was imported, as text."""

from dataclasses import replace

import pytest
from imported import REFUSED, REPORT, outcome
from pages import BOTH, HOSTILE, lines

from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.symbols import ANSWER_LABELS
from os2governance.render.exchange.import_text import (
    DOCUMENT_LABELS,
    render_answer_label,
    render_import_blocks,
)


def page(*outcomes, language="en"):
    return lines(render_import_blocks(outcomes, language))


@pytest.mark.parametrize("language", BOTH)
def test_what_was_read_is_counted_by_answer_best_first(language):
    [file, said, written] = page(REPORT, language=language)
    counts = [f"{n} {render_answer_label(k, language)}" for k, n in REPORT.counts.items()]

    assert file == "report.md"
    assert said.endswith(", ".join(counts))
    assert "small/1" in said
    assert "6" in said
    assert written.endswith("products/tool/product.yaml")


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", DOCUMENT_LABELS)
def test_each_kind_of_document_begins_the_sentence(language, kind):
    said = page(outcome(kind=kind), language=language)[1]
    label = DOCUMENT_LABELS[kind].render(language)

    assert said.lower().startswith(label.lower())
    assert said[0].isupper()


@pytest.mark.parametrize("language", BOTH)
def test_a_document_without_criteria_is_counted_by_its_facts(language):
    said = page(outcome(kind="publiccode", counts={}, facts=77, model=None), language=language)[1]

    assert "77" in said
    assert "small/1" not in said


@pytest.mark.parametrize("language", BOTH)
def test_that_nothing_is_written_is_said(language):
    refused = page(REFUSED, language=language)

    assert len(refused) == 2
    assert refused[1] not in page(REPORT, language=language)


@pytest.mark.parametrize("language", BOTH)
def test_what_is_kept_is_told(language):
    kept = "products/tool/declarations/2026-01-01.yaml"
    [*_, last] = page(replace(REPORT, kept_file=kept), language=language)

    assert kept in last
    assert kept not in " ".join(page(REPORT, language=language))


@pytest.mark.parametrize("language", BOTH)
def test_no_answer_is_told_otherwise_than_any_answer(language):
    known = {render_answer_label(each, language) for each in ANSWER_LABELS}

    assert len(known) == len(ANSWER_LABELS)
    assert render_answer_label("none", language) not in known


def test_many_notes_on_criteria_are_one_line_and_a_warning_is_not():
    notes = [make_finding("unanswered", Location("f", 1, 1), criterion=each, severity="note", id=each, title=each) for each in "ABCD"]  # fmt: skip
    loud = make_finding("unanswered", Location("f", 2, 1), criterion="E", severity="warning", id="E", title="E")  # fmt: skip
    said = page(outcome(findings=(*notes, loud)))

    [together] = [line for line in said if "A, B, C, D" in line]
    assert said.index(together) > next(
        n for n, line in enumerate(said) if line.startswith("f:2:1")
    )


def test_a_hostile_name_takes_no_more_lines():
    assert len(page(outcome(file=HOSTILE, written_file=HOSTILE))) == len(page(REPORT))
    assert len(page(REPORT, REPORT)) == 2 * len(page(REPORT)) + 1
