"""What goes into a report comes out of it, in every layout and through all of the mess."""

from exchange.mess import forms, reports
from exchange.words import wording
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.exchange.recognised import read_document
from os2governance.store import shipped_criteria

MODEL = load_model(shipped_criteria() / "os2" / "1.1.0")
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


@given(some.flatmap(forms))
@settings(max_examples=100)
def test_a_form_gives_back_what_was_put_in(drawn):
    assert read(drawn, "form.json") == drawn.says


@given(st.text(max_size=300) | st.text(alphabet="|-RFSG1[]x \n`<>!*_\\:", max_size=300))
@settings(max_examples=300)
def test_any_text_at_all_is_read_or_found(text):
    imported, findings = read_document(text.encode(errors="replace"), "x.md", [wording()])

    assert imported is not None or findings
