"""Changes to a YAML text: what is meant is changed, and not a byte more."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.documents.yaml_edit import (
    AddComment,
    NotEditableError,
    RemoveEntry,
    RenameKey,
    SetValue,
    edit_yaml,
)
from os2governance.documents.yaml_reader import read_yaml

TEXT = """\
# head
product: x   # c
declared:
  on: 2026-05-01
  by: "A, B"
facts:   # the facts
  a:
    b: 1
    c: [1, 2]   # list

  # tail
answers:
  R1: {answer: met, note: "a b"}   # r1
  R2:
    answer: met
    evidence:
      - https://x.dk/a
    note: |
      long
      text

  # F1: later
empty:
"""

LINES = [
    (
        SetValue(("answers", "R1", "note"), "ny: tekst"),
        '  R1: {answer: met, note: "a b"}   # r1',
        '  R1: {answer: met, note: "ny: tekst"}   # r1',
    ),
    (
        SetValue(("answers", "R1", "evidence"), ["https://x.dk/b"]),
        '  R1: {answer: met, note: "a b"}   # r1',
        '  R1: {answer: met, note: "a b", evidence: [https://x.dk/b]}   # r1',
    ),
    (
        SetValue(("answers", "R2", "note"), "kort"),
        "    note: |\n      long\n      text",
        "    note: kort",
    ),
    (
        SetValue(("answers", "R2", "evidence", 1), "referat 2"),
        "      - https://x.dk/a\n",
        "      - https://x.dk/a\n      - referat 2\n",
    ),
    (
        SetValue(("facts", "a", "d"), {"k": [{"z": 1, "y": None}]}),
        "    c: [1, 2]   # list\n",
        "    c: [1, 2]   # list\n    d:\n      k:\n        - z: 1\n          y: null\n",
    ),
    (
        SetValue(("facts", "a", "c"), [{"u": 1}]),
        "    c: [1, 2]   # list\n",
        "    c:   # list\n      - u: 1\n",
    ),
    (SetValue(("facts", "a", "c", 2), 3), "c: [1, 2] ", "c: [1, 2, 3] "),
    (SetValue(("empty", "l", 0, "n"), 5), "empty:\n", "empty:\n  l:\n    - n: 5\n"),
    (SetValue(("empty",), "yes"), "empty:\n", "empty: yes\n"),
    (SetValue(("new",), True), "empty:\n", "empty:\nnew: true\n"),
    (SetValue(("facts",), None), TEXT[TEXT.index("facts:") : TEXT.index("\n  # tail")],
     "facts: null   # the facts   # list\n"),
    (RemoveEntry(("facts", "a", "b")), "    b: 1\n", ""),
    (RemoveEntry(("answers", "R1", "note")), '{answer: met, note: "a b"}', "{answer: met}"),
    (RemoveEntry(("answers", "R1", "answer")), '{answer: met, note: "a b"}', '{note: "a b"}'),
    (RemoveEntry(("answers", "R2", "evidence", 0)),
     "evidence:\n      - https://x.dk/a\n", "evidence: []\n"),
    (RenameKey(("answers", "R1"), "Q1"), "  R1: {", "  Q1: {"),
    (AddComment(("answers", "R2"), "se her\nog her"), "  R2:\n", "  # se her\n  # og her\n  R2:\n"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "before", "after"), LINES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_just_these_bytes_change(change, before, after, newline, mark):
    assert TEXT.count(before) == 1
    text, expected = (mark + each for each in (TEXT, TEXT.replace(before, after)))

    new = edit_yaml(text.replace("\n", newline).encode(), [change])

    assert new == expected.replace("\n", newline).encode()


REFUSED = [
    SetValue(("product", "x"), 1),
    SetValue(("facts", "a", "c", 4), 1),
    SetValue(("facts", 0), 1),
    RemoveEntry(("facts", "z")),
    RenameKey(("answers", "R1"), "R2"),
    RenameKey(("answers", "R7"), "R8"),
    AddComment(("answers", "R7"), "x"),
    AddComment(("answers", "R1", "note"), "x"),
]


@pytest.mark.parametrize("change", REFUSED)
def test_what_cannot_be_is_refused(change):
    with pytest.raises(NotEditableError):
        edit_yaml(TEXT.encode(), [change])


@pytest.mark.parametrize("data", [b"a: *x\n", b"a: [\n", b"", b"\xff"])
def test_what_is_no_yaml_is_refused(data):
    with pytest.raises(NotEditableError):
        edit_yaml(data, [SetValue(("a",), 1)])


def test_a_remark_stays_a_comment():
    new = edit_yaml(TEXT.encode(), [AddComment(("empty",), "a\u2028b: c\x1b[0m\x00")])

    assert new.decode().splitlines()[-3:] == ["# a", "# b: c [0m", "empty:"]


WORDS = st.text(max_size=12) | st.sampled_from(
    ["yes", "null", "1_000", "0x1f", "12:30", "2026-05-01", "a: b", "a #b", "- x", "[", "{a", "'",
     '"', "x\ny", "\tq", "&a", "*b", "!t", "%d", "@", "`", "|", ">", "=", "<<", "é", "\u2028",
     "https://x.dk/a?b=c#d", "~", "...", "---", "a:", ":a", "?", "? a"],
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 62), 1 << 62) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS.filter(lambda k: k != "<<"), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(["a", "b", "c"])
GROUPS = st.recursive(
    st.none() | st.integers(0, 9) | st.sampled_from(["x", "y z"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)


def paths(values):
    """Give all paths that a value can be put at, and the paths behind the last of each group."""
    if isinstance(values, dict):
        yield from ((key,) for key in ["a", "b", "c"])
        for key, each in values.items():
            yield from ((key, *path) for path in paths(each))
    elif isinstance(values, list):
        yield from ((number,) for number in range(len(values) + 1))
        for number, each in enumerate(values):
            yield from ((number, *path) for path in paths(each))


@given(st.dictionaries(KEYS, GROUPS, min_size=1), VALUES, st.booleans(), st.data())
def test_a_text_says_what_was_put_and_keeps_the_rest(values, value, flow, data):
    text = yaml.safe_dump(values, default_flow_style=flow, sort_keys=False)
    remarks = [f"# remark {number}" for number, _ in enumerate(text.splitlines())]
    if not flow:
        lines = zip(text.splitlines(), remarks, strict=True)
        text = "".join(f"{line}   {remark}\n" for line, remark in lines)
    path = data.draw(st.sampled_from(list(paths(values))))

    new = edit_yaml(text.encode(), [SetValue(path, value)])

    document, _ = read_yaml(new, "")
    holder = values
    for step in path[:-1]:
        holder = holder[step]
    whole = isinstance(holder, list) and path[-1] == len(holder)
    gone = (
        None
        if whole or path[-1] not in (holder if isinstance(holder, dict) else range(99))
        else holder[path[-1]]
    )
    if whole:
        holder.append(value)
    else:
        holder[path[-1]] = value
    assert document.values == values
    if not flow and not isinstance(gone, dict | list):
        assert [r for r in remarks if r not in new.decode()] == []


def test_it_says_why_a_text_cannot_be_read_before_or_after():
    full = b"a: 1\n#" + b"x" * (MAX_BYTES - 20)
    for data, code in ((b"a: [", "yaml-syntax"), (full, "file-too-large")):
        with pytest.raises(NotEditableError) as refused:
            edit_yaml(data, [SetValue(("b",), "y" * 30)])
        assert [each.code for each in refused.value.findings] == [code]
    with pytest.raises(NotEditableError) as refused:
        edit_yaml(b"a: 1\n", [SetValue(("a", 0), 1)])

    assert refused.value.findings == ()
