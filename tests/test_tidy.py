"""What is safe to mend in a file by itself."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from os2governance.declaration import _shape
from os2governance.tidy import tidied
from os2governance.yamlfile import read_yaml

ORDER = {
    (): ["format", "product", "kind", "facts", "answers"],
    ("answers",): ["R1", "R2", "F1"],
    ("facts",): ["a", "b"],
}
BEFORE = b"""\xef\xbb\xbf# head\r
\r
product: x   \r
format: os2governance/product/1\t\r
# about answers
answers:
  # head of answers
  R2: {answer: met}   # r2
  # about F1
  F1:
    answer: met
    note: |
      a
      b

  R1: {answer: unmet}
  # the end of answers
# about facts
facts:
  b: [2,
    3]
  other: 1
  a: 1
kind: product"""
AFTER = """\
# head

format: os2governance/product/1
product: x
kind: product
# about facts
facts:
  a: 1
  b: [2,
    3]
  other: 1
# about answers
answers:
  # head of answers
  R1: {answer: unmet}
  # the end of answers
  R2: {answer: met}   # r2
  # about F1
  F1:
    answer: met
    note: |
      a
      b
"""


def test_layout_and_order_change_and_nothing_else():
    assert tidied(BEFORE, ORDER).decode() == AFTER
    assert tidied(AFTER.encode(), ORDER).decode() == AFTER


LEFT = [
    "a: [",  # no YAML
    "{product: x, format: y}\n",  # on one line
    "answers: {F1: 1, R1: 2}\n",
    "format: x\n",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_cannot_be_mended_is_left(text):
    assert tidied(text.encode(), ORDER).decode() == text


def test_blanks_that_are_said_stay():
    text = "format: x\nnote: |\n  a  \n  b\n"

    assert tidied(text.encode(), ORDER).decode() == text


QUOTED = [
    ("aims_at: 2   # to", 'aims_at: "2"   # to'),
    ("aims_at: 1.10", 'aims_at: "1.10"'),
    ("name: true", 'name: "true"'),
    ("name: 0x1F", 'name: "0x1F"'),
    ("name: [1]", "name: [1]"),
    ("name: null", "name: null"),
]


@pytest.mark.parametrize(("line", "mended"), QUOTED)
def test_what_should_be_a_text_gets_quotation_marks(line, mended):
    text = f"{line}\nkind: product\n"
    document, _ = read_yaml(text.encode(), "f")
    new = tidied(text.encode(), {}, _shape().findings(document, document.values)).decode()

    assert new.splitlines()[0].replace("'", '"') == mended


KEYS = st.sampled_from(["a", "b", "c", "d"])
VALUES = st.recursive(
    st.none() | st.integers(0, 9) | st.sampled_from(["x y", "# no", "l\nm\n", " z "]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1), st.permutations(["a", "b", "c", "d"]), st.data())
def test_what_is_said_and_every_comment_stay(values, names, data):
    lines = yaml.safe_dump(values, sort_keys=False).splitlines()
    for number in range(len(lines), 0, -1):
        if data.draw(st.booleans()):
            indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
            lines.insert(number - 1, " " * indent + f"# remark {number}")
    text = "\n".join(lines) + "\n"
    before, _ = read_yaml(text.encode(), "")
    new = tidied(text.encode(), {(): names, ("a",): names})
    after, _ = read_yaml(new, "")

    assert after is not None if before else new == text.encode()
    if before:
        assert after.values == before.values
        assert [line for line in lines if line.strip() not in new.decode()] == []
        assert tidied(new, {(): names, ("a",): names}) == new
