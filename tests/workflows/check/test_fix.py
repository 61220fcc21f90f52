"""What is mended on disk: declarations and evaluations, never the log, never twice."""

from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows.check.fix import find_fixes, fix_files
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.context import Context

EVALUATION = {
    "evaluated": {"on": "2026-01-01", "by": "X"},
    "lights": {"B": {"light": "met"}, "A": {"light": "met"}},
}
MESSY = """kind: product
format: os2governance/product/1
product: tool
name: Tool
model: small/1
declared: {on: 2026-05-01, by: Ejeren}
answers:
  B: {answer: met}  # æ
  A: {answer: met}
"""


@pytest.fixture
def fix(tmp_path):
    rule = {"fact": "open", "present": True}
    write_model(tmp_path, [criterion("A", "low", rule), criterion("B", "low", rule)])
    folder = write_product(tmp_path, evaluations=[EVALUATION], decisions=[])
    context = Context(as_of=date(2026, 5, 1), language="en", criteria=(tmp_path / "criteria",))

    def fixes(text=MESSY):
        if text is not None:
            (folder / "product.yaml").write_text(text, encoding="utf-8")
        found = list(fix_files([str(folder / "product.yaml")], context))
        assert all(not each.findings for each in found)
        return [Path(each.file).name for each in found if each.before != each.after], folder

    return fixes


def test_keys_come_in_the_order_of_the_schema_and_of_the_model(fix):
    names, folder = fix()
    text = (folder / "product.yaml").read_text(encoding="utf-8")

    assert names[0] == "product.yaml"
    assert text.index("format:") < text.index("kind:")
    assert text.index("A: {") < text.index("B: {answer: met}  # æ")


def test_what_was_mended_is_not_mended_again(fix):
    fix()

    assert fix(None)[0] == []


def test_the_log_is_never_changed(fix, tmp_path):
    log = tmp_path / "products" / "tool" / "decisions.yaml"
    log.write_text("decisions: []\nproduct: tool\nformat: os2governance/decisions/1\n")
    before = log.read_bytes()

    assert "decisions.yaml" not in fix()[0]
    assert log.read_bytes() == before


@pytest.mark.parametrize("text", ["", "a: [", "\x1b[31m", "a: &a [*a]\n", "- x\n"])
def test_what_cannot_be_read_is_left_alone(fix, text):
    names, folder = fix(text)

    assert "product.yaml" not in names
    assert (folder / "product.yaml").read_text(encoding="utf-8") == text


def test_a_file_that_is_not_there_is_passed_over(tmp_path):
    context = Context(as_of=date(2026, 5, 1), language="en", criteria=(tmp_path,))

    assert list(fix_files([str(tmp_path / "none")], context)) == []


def test_what_would_be_mended_is_shown_and_nothing_is_written(fix, tmp_path):
    _, folder = fix()
    (folder / "product.yaml").write_text(MESSY, encoding="utf-8")
    context = Context(as_of=date(2026, 5, 1), language="en", criteria=(tmp_path / "criteria",))
    [product, _evaluation] = find_fixes([str(folder / "product.yaml")], context)

    assert product.before == MESSY.encode()
    assert product.after.index(b"format:") < product.after.index(b"kind:")
    assert (folder / "product.yaml").read_text(encoding="utf-8") == MESSY


def test_what_is_not_wanted_is_not_mended(fix, tmp_path):
    _, folder = fix()
    (folder / "product.yaml").write_text(MESSY, encoding="utf-8")
    context = Context(as_of=date(2026, 5, 1), language="en", criteria=(tmp_path / "criteria",))
    found = find_fixes(
        [str(folder / "product.yaml")], context, CheckSettings(select=frozenset({"unanswered"}))
    )

    assert all(each.before == each.after for each in found)
