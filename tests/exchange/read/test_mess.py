"""What goes into a report comes out of it, in every layout and through all of the mess."""

from datetime import date

from exchange.mess import forms, reports, section_reports
from exchange.words import wording
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.write.file_options import ProductFileOptions
from os2governance.exchange.write.product_file import (
    build_product_file,
    merge_document,
)
from os2governance.files.listing import find_shipped_criteria
from os2governance.product.declaration import read_declaration
from os2governance.product.record import read_record

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
ALL = [(each.id, each.level) for each in MODEL.criteria]
some = st.lists(st.sampled_from(ALL), min_size=2, max_size=6, unique=True)


def read(drawn, file):
    imported, findings = read_document(drawn.text.encode(), file, [wording()])
    assert imported is not None, findings
    assert imported.kind == drawn.kind
    return {c.id: (c.status, c.text, c.links) for c in imported.claims.values()}


@given(some.flatmap(reports))
@settings(max_examples=400)
def test_a_report_gives_back_what_was_put_in(drawn):
    assert read(drawn, "rapport.md") == drawn.says


@given(some.flatmap(section_reports))
@settings(max_examples=200)
def test_a_report_with_a_heading_for_each_criterion_gives_back_what_was_put_in(drawn):
    assert read(drawn, "rapport.md") == drawn.says


@given(some.flatmap(forms))
@settings(max_examples=100)
def test_a_form_gives_back_what_was_put_in(drawn):
    assert read(drawn, "form.json") == drawn.says


@given(some.flatmap(reports) | some.flatmap(section_reports) | some.flatmap(forms))
@settings(max_examples=100)
def test_what_is_written_says_what_was_read(drawn):
    imported, _ = read_document(
        drawn.text.encode(), "x.json" if drawn.text[:1] == "{" else "x.md", [wording()]
    )
    data = build_product_file(
        imported,
        ProductFileOptions(
            product="os2eksempel", model=MODEL, level=None, today=date(2026, 11, 23), language="da"
        ),
    )
    document, findings = read_yaml(data, "x.yaml")
    assert findings == []
    if imported.kind == "evaluation":
        record, findings = read_record("os2eksempel", MODEL, [document], None)
        written = {name: light.status for name, light in record.evaluations[0].ratings.items()}
        says = {name: status for name, (status, _, _) in drawn.says.items() if status}
    else:
        declaration, findings = read_declaration(document, MODEL)
        written = {
            name: (a.answer, a.note or a.explanation or a.reason, a.evidence)
            for name, a in declaration.answers.items()
        }
        says = {
            name: (status or "unknown", words, links)
            for name, (status, words, links) in drawn.says.items()
            if status or words or links
        }
    assert findings == []
    assert written == says
    assert merge_document(
        data,
        "x.yaml",
        imported,
        ProductFileOptions(
            product="os2eksempel", model=MODEL, level=None, today=date(2026, 11, 23), language="da"
        ),
    ) == (data, [])


@given(st.text(max_size=300) | st.text(alphabet="|-RFSG1[]x \n`<>!*_\\:", max_size=300))
@settings(max_examples=300)
def test_any_text_at_all_is_read_or_found(text):
    imported, findings = read_document(text.encode(errors="replace"), "x.md", [wording()])

    assert imported is not None or findings
