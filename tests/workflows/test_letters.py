"""Letters to the products that need one."""

from dataclasses import replace

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows import letters
from os2governance.workflows.letters import BUILDERS, name_letter_file, prepare_letters

EVALUATION = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}


def test_each_product_with_an_evaluation_gets_a_letter_unless_it_is_closed(tmp_path, context):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    closed = [{"on": "2026-03-02", "decision": "close", "by": "board", "grounds": "x"}]
    write_product(tmp_path, "one", evaluations=[EVALUATION])
    write_product(tmp_path, "shut", evaluations=[EVALUATION], decisions=closed)
    write_product(tmp_path, "two")
    own = replace(context, criteria=(tmp_path / "criteria",))
    found = prepare_letters("evaluation", [str(tmp_path / "products")], None, own)

    assert [each.assessment.product.id for each in found.letters] == ["one"]
    assert (found.without, found.findings) == (("Shut", "Two"), ())
    assert name_letter_file(found.letters[0], "out", "md").endswith("one-evaluation-2026-03-01.md")


def test_what_cannot_be_read_is_told(context):
    for kind in BUILDERS:
        assert prepare_letters(kind, ["nowhere"], None, context).findings


@pytest.mark.faults
def test_a_letter_that_the_engine_fails_at_takes_no_other_down(tmp_path, context, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    for name in ("one", "two"):
        write_product(tmp_path, name, evaluations=[EVALUATION])

    def build(assessment):
        if assessment.product.id == "one":
            raise KeyError
        return BUILDERS["decision"](assessment)

    monkeypatch.setitem(letters.BUILDERS, "evaluation", build)
    own = replace(context, criteria=(tmp_path / "criteria",))
    found = prepare_letters("evaluation", [str(tmp_path / "products")], None, own)

    assert (found.letters, found.without) == ((), ("Two",))
    assert [each.code for each in found.findings] == ["internal-error"]
