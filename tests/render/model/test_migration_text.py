"""A migrated declaration, as text."""

import pytest
from pages import BOTH, HOSTILE, lines

from os2governance.authoring.migration import Migration
from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings import render_finding_blocks
from os2governance.render.model.migration_text import render_migration_blocks


def page(new_ids, review=(), findings=(), language="en", *, written=True):
    carried = Migration((), findings, new_ids, review)
    return lines(render_migration_blocks("f.yaml", carried, language, written=written))


@pytest.mark.parametrize("language", BOTH)
def test_only_answers_that_need_no_review_are_kept(language):
    new_ids = {"A": ("A",), "B": ("Y",), "C": ("X", "W"), "D": ("V",), "E": ()}
    said = page(new_ids, ("V",), language=language)

    assert len(said) == 2
    assert "2" in said[0]
    assert "B → Y" in said[1]
    assert not any(name in said[1] for name in ("X", "V", "A →"))


@pytest.mark.parametrize("language", BOTH)
def test_nothing_renumbered_is_one_line(language):
    [said] = page({"A": ("A",)}, language=language)

    assert said.startswith("f.yaml (")


@pytest.mark.parametrize("language", BOTH)
def test_whether_it_was_written_is_told(language):
    assert page({}, language=language) != page({}, language=language, written=False)


def test_what_must_be_looked_at_comes_last():
    found = (make_finding("no-products", Location("f", 1, 1), path=HOSTILE),)

    assert page({}, findings=found)[1:] == lines(render_finding_blocks(found, "en"))
