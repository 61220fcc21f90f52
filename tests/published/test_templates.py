"""Published templates, filled: every row of a criterion changes, and no other line."""

import re

import pytest
from documents_out import LAYOUTS, MODEL, assessed

from os2governance.exchange.write.fill_template import fill_template


@pytest.mark.parametrize(
    "name",
    [
        "template-governance__1.1.0.md",
        "template-governance__2024-07-02.md",
        "template-assessment__0.9.md",
        "template-assessment__0.9.2.md",
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_real_templates(name, ending, templates):
    template = (templates / name).read_text("utf-8").replace("\n", ending)
    answers = {c.id: {"answer": "met", "note": "Der"} for c in MODEL.criteria}
    data, findings = fill_template(assessed(answers), template.encode(), "t.md", LAYOUTS)

    assert {f.code for f in findings} <= {"template-cell-kept"}
    old, new = template.split(ending), data.decode().split(ending)
    assert len(old) == len(new)
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    rows = [a for a, _ in changed if re.search(r"\b[RFSG]\d", a)]
    assert len(rows) == 43
    if "governance" not in name:  # no columns are added, so nothing but the rows changes
        assert len(changed) == 43
