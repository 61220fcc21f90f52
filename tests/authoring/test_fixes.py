"""What is safe to mend in a file by itself."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from os2governance.authoring import fixes
from os2governance.authoring.fixes import fix_yaml
from os2governance.checks.layout import check_layout
from os2governance.checks.suppressions import parse_suppressions
from os2governance.documents.yaml_reader import read_yaml
from os2governance.schema.compiled import compile_schema

ORDER = {
    (): ["format", "product", "kind", "facts", "answers"],
    ("answers",): ["R1", "R2", "F1"],
    ("facts",): ["a", "b"],
}
BEFORE = b"""# head\r
\r
product: x   \r
format: os2governance/product/1\t\r
# about answers
answers:
  # about R2
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
  R1: {answer: unmet}
  # about R2
  R2: {answer: met}   # r2

  # about F1
  F1:
    answer: met
    note: |
      a
      b
  # the end of answers
"""


def test_layout_and_order_change_and_nothing_else():
    assert fix_yaml(BEFORE, ORDER).data.decode() == AFTER
    assert fix_yaml(AFTER.encode(), ORDER).data.decode() == AFTER


LEFT = [
    "a: [",  # no YAML
    "{product: x, format: y}\n",  # on one line
    "answers: {F1: 1, R1: 2}\n",
    "format: x\n",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_cannot_be_mended_is_left(text):
    assert fix_yaml(text.encode(), ORDER).data.decode() == text


def test_blanks_that_are_said_stay():
    text = "format: x\nnote: |\n  a  \n  b\n"

    assert fix_yaml(text.encode(), ORDER).data.decode() == text


def test_what_a_comment_suppresses_is_not_left_where_it_is_moved_to():
    answers = "answers:\n  F1: 1\n  # os2governance: ignore[layout-order] Nyeste først\n  R1: 2\n"
    fixed = fix_yaml(f"product: x\n{answers}format: y\n".encode(), ORDER)

    assert fixed.data.decode() == f"format: y\nproduct: x\n{answers}"
    assert fixed.left == ()


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
    new = fix_yaml(
        text.encode(),
        {},
        lambda found: list(compile_schema("product").find_unquoted(found.values)),
    ).data.decode()

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
    new = fix_yaml(text.encode(), {(): names, ("a",): names}).data
    after, _ = read_yaml(new, "")

    assert after is not None if before else new == text.encode()
    if before:
        assert after.values == before.values
        assert [line for line in lines if line.strip() not in new.decode()] == []
        assert fix_yaml(new, {(): names, ("a",): names}).data == new


# -- comments and silences --------------------------------------------------------------------

SILENT = "# os2governance: ignore[undocumented] R2 is well known here"
MOVED = [
    # above the first key
    (
        f"answers:\n  {SILENT}\n  R2: {{answer: met}}\n  R1: {{answer: met}}\n",
        f"answers:\n  R1: {{answer: met}}\n  {SILENT}\n  R2: {{answer: met}}\n",
    ),
    (
        "answers:\n  # about R2\n  R2: 1\n  # about R1\n  R1: 2\n",
        "answers:\n  # about R1\n  R1: 2\n  # about R2\n  R2: 1\n",
    ),
    (
        "answers:\n  R2: 1\n# about R1\n  R1: 2\n",
        "answers:\n# about R1\n  R1: 2\n  R2: 1\n",
    ),
    # a heading stays at the top
    (
        "# heading\n\n# about product\nproduct: x\nformat: y\n",
        "# heading\n\nformat: y\n# about product\nproduct: x\n",
    ),
    # and so does all that stands at the very top, with a gap below it or without
    (
        "# yaml-language-server: $schema=x\n# SPDX\nproduct: x\n# about format\nformat: y\n",
        "# yaml-language-server: $schema=x\n# SPDX\n# about format\nformat: y\nproduct: x\n",
    ),
    (
        "%YAML 1.1\n---\n# heading\nproduct: x\nformat: y\n",
        "%YAML 1.1\n---\n# heading\nformat: y\nproduct: x\n",
    ),
    # a silence there is about the whole file; below a gap it may be about the first key too
    (
        f"# heading\n{SILENT}\nkind: x\nproduct: y\nformat: z\n",
        f"# heading\n{SILENT}\nformat: z\nproduct: y\nkind: x\n",
    ),
    (
        f"# heading\n\n{SILENT}\n\nkind: x\nproduct: y\nformat: z\n",
        f"# heading\n\n{SILENT}\n\nkind: x\nformat: z\nproduct: y\n",
    ),
    # without a reason it silences nothing
    (
        "# os2governance: ignore[undocumented]\nproduct: y\nformat: z\n",
        "# os2governance: ignore[undocumented]\nformat: z\nproduct: y\n",
    ),
    # a silence holds for what comes next, however it stands above it
    (
        f"answers:\n  R2: 1\n  {SILENT}\n\n  # about R1\n\n  R1: 2\n",
        f"answers:\n  {SILENT}\n\n  # about R1\n\n  R1: 2\n  R2: 1\n",
    ),
    (
        f"answers:\n  R2: 1\n  {SILENT}\n    # deeper\n  R1: 2\n",
        f"answers:\n  {SILENT}\n    # deeper\n  R1: 2\n  R2: 1\n",
    ),
    (
        f"answers:\n  F1: 0\n      {SILENT}\n  R2: 1\n  R1: 2\n",
        f"answers:\n  R1: 2\n      {SILENT}\n  R2: 1\n  F1: 0\n",
    ),
    (
        f"answers:\n  R2: 1\n{SILENT}\n  R1: 2\n",
        f"answers:\n{SILENT}\n  R1: 2\n  R2: 1\n",
    ),
    (
        f"answers:\n\n  # both\n  {SILENT}\n\n  R2: 1\n  R1: 2\n",
        f"answers:\n\n  R1: 2\n  # both\n  {SILENT}\n\n  R2: 1\n",
    ),
    # what is at the end of a group is about no key of it
    (
        f"answers:\n  R2: 1\n    # deeper\n  R1: 2\n  {SILENT}\nother: 1\n",
        f"answers:\n  R1: 2\n  R2: 1\n    # deeper\n  {SILENT}\nother: 1\n",
    ),
    (
        f"answers:\n  R2:\n    note: |\n      {SILENT}\n  R1: 2\n",
        f"answers:\n  R1: 2\n  R2:\n    note: |\n      {SILENT}\n",
    ),
]


@pytest.mark.parametrize(("text", "mended"), MOVED)
def test_comments_and_silences_move_with_the_key_that_they_are_about(text, mended):
    assert fix_yaml(text.encode(), ORDER).data.decode() == mended
    assert fix_yaml(mended.encode(), ORDER).data.decode() == mended


def test_keys_whose_silences_would_cover_something_else_stay():
    """Of more than a hundred silences only the first hold: another order, other ones."""
    keys = [f"K{number}" for number in range(102)]
    text = "A: 1\n" + "".join(f"{SILENT}\n{key}: 1\n" for key in reversed(keys))

    assert fix_yaml(text.encode(), {(): keys}).data.decode() == text


REMARKS = ["", "# remark", "  # remark", SILENT, f"  {SILENT}", f"    {SILENT.replace('R2', 'X')}"]


def silenced(data):
    """Each path, as its key and its value stand, with a code that is silent there."""
    document, _ = read_yaml(data, "f")
    silences = parse_suppressions("f", data.decode())

    def below(path, values):
        values_too = (True,) if isinstance(values, dict) else (True, False)
        places = {document.locate(path, key=key).line for key in values_too}
        for silence in silences:
            if any(silence.first_line <= line <= silence.last_line for line in places):
                yield from ((path, code) for code in silence.codes)
        match values:
            case dict() | list():
                steps = values if isinstance(values, dict) else range(len(values))
                for step in steps:
                    yield from below((*path, str(step)), values[step])

    return {each for key in document.values for each in below((key,), document.values[key])}


@given(
    st.dictionaries(KEYS, st.dictionaries(KEYS, st.integers(0, 9) | st.builds(lambda: [1, {"a": 2}]),
                                          min_size=1), min_size=1),
    st.permutations(["a", "b", "c", "d"]),
    st.data(),
)  # fmt: skip
def test_every_silence_silences_what_it_did(values, names, data):
    lines = yaml.safe_dump(values, sort_keys=False).splitlines()
    for number in range(len(lines), -1, -1):
        above = data.draw(st.lists(st.sampled_from(REMARKS), max_size=3))
        lines[number:number] = [
            f"{each} {number}.{n}" * bool(each) for n, each in enumerate(above)
        ]
    text = "\n".join(lines) + "\n"
    order = {(): names, **{(key,): names for key in "abcd"}}
    new = fix_yaml(text.encode(), order).data

    assert silenced(new) == silenced(text.encode())
    remarks = [line.strip() for line in lines if "#" in line]
    assert sorted(line.strip() for line in new.decode().split("\n") if "#" in line) == sorted(
        remarks
    )
    assert fix_yaml(new, order).data == new


def test_all_quotation_marks_are_put_in_at_once(monkeypatch):
    read = []
    monkeypatch.setattr(
        fixes, "read_yaml", lambda *given: (read.append(given), read_yaml(*given))[1]
    )
    numbers = ", ".join(map(str, range(300)))
    text = f"# æ\nanswers: {{A: {{answer: met, evidence: [{numbers}]}}}}\nname: 7\n"
    new = fix_yaml(
        text.encode(),
        {},
        lambda found: list(compile_schema("product").find_unquoted(found.values)),
    ).data
    values = read_yaml(new, "f")[0].values

    assert values["answers"]["A"]["evidence"] == [str(number) for number in range(300)]
    assert values["name"] == "7"
    assert (
        fix_yaml(
            new, {}, lambda found: list(compile_schema("product").find_unquoted(found.values))
        ).data
        == new
    )
    assert len(read) <= 6


# -- sections, and keys that are commented out -------------------------------------------------

IN_SECTIONS = [
    # a heading stays, and no key crosses it; blank lines stay where they stand
    (
        "answers:\n  F1: 0\n\n  # ===== R =====\n  R2: 1\n\n  R1: 2\n",
        "answers:\n  F1: 0\n\n  # ===== R =====\n  R1: 2\n\n  R2: 1\n",
    ),
    (
        "answers:\n  # Formkrav\n  F1: 0\n\n  # Relevans\n  R2: 1\n  R1: 2\n",
        "answers:\n  # Formkrav\n  F1: 0\n\n  # Relevans\n  R1: 2\n  R2: 1\n",
    ),
    # a key that is commented out has its own place
    (
        "answers:\n  R2: 1\n  # R1:\n  #   answer: met\n  F1: 0\n",
        "answers:\n  R2: 1\n  # R1:\n  #   answer: met\n  F1: 0\n",
    ),
    (
        "answers:\n  # F1:\n  #   answer: met\n  R2: 1\n  R1: 2\n",
        "answers:\n  R1: 2\n  R2: 1\n  # F1:\n  #   answer: met\n",
    ),
    (
        "answers:\n  F1: 0\n  # R2: {answer: unmet}\n  R2: 1\n  # after the board\n  R1: 2\n",
        "answers:\n  # after the board\n  R1: 2\n  # R2: {answer: unmet}\n  R2: 1\n  F1: 0\n",
    ),
]


@pytest.mark.parametrize(("text", "mended"), IN_SECTIONS)
def test_keys_stay_under_their_heading(text, mended):
    assert fix_yaml(text.encode(), ORDER).data.decode() == mended
    assert fix_yaml(mended.encode(), ORDER).data.decode() == mended


# -- each by itself ----------------------------------------------------------------------------

LINES = [
    # the line ends that most lines have; a mark in front stays; what a block text says stays
    ("product: x\r\nkind: y\r\nfacts: {}\n", "product: x\r\nkind: y\r\nfacts: {}\r\n"),
    ("\ufeffproduct: x \n", "\ufeffproduct: x\n"),
    ("\n\nproduct: x", "\n\nproduct: x\n"),
    (
        "answers:\r\n  R2:\r\n    note: |\r\n      a  \r\n      b\r\n  R1: 1 \r\n",
        "answers:\r\n  R1: 1\r\n  R2:\r\n    note: |\r\n      a  \r\n      b\r\n",
    ),
    # invisible characters: in comments, and where YAML wants a space
    ("kind: x  # a\u200bb\u2028c\n", "kind: x  # ab c\n"),
    ("kind:\xa0x\nname: y\n", "kind: x\nname: y\n"),
    ("kind: x\n\ufeffname:\u202fy\n", "kind: x\nname: y\n"),
    # those of values are for people, and so is what turns the direction of text
    ("kind: x\u200by\n", "kind: x\u200by\n"),
    ("kind: x  # \u202ey\n", "kind: x  # \u202ey\n"),
    ("kind\xa0: x\n", "kind\xa0: x\n"),
    ("note: |\n  # a\u200bb\n", "note: |\n  # a\u200bb\n"),
]


@pytest.mark.parametrize(("text", "mended"), LINES)
def test_lines_and_invisible_characters(text, mended):
    assert fix_yaml(text.encode(), ORDER).data.decode() == mended


@pytest.mark.parametrize("code", ["layout-blanks", "layout-order", "invisible-character"])
def test_what_is_not_wanted_is_left_and_all_else_is_mended(code):
    text = "kind: x \nproduct: y  # a\u200bb\n\n\n"
    fixed = fix_yaml(text.encode(), ORDER, is_wanted=lambda found: found.code != code)

    assert (b" \n" in fixed.data) == (code == "layout-blanks")
    assert fixed.data.startswith(b"kind") == (code == "layout-order")
    assert ("\u200b".encode() in fixed.data) == (code == "invisible-character")
    assert not fixed.data.endswith(b"\n\n")
    assert fixed.left == ()


def test_what_a_comment_suppresses_is_left():
    said = "# os2governance: ignore[layout-order] as in our other files"
    text = f"answers:\n  R2: 1\n  R1: 1  {said}\nproduct: y \n"
    fixed = fix_yaml(text.encode(), {("answers",): ["R1", "R2"]}).data.decode()

    assert fixed == text.replace("y \n", "y\n")


def test_what_could_not_be_mended_is_told():
    keys = [f"K{number}" for number in range(102)]
    text = "A: 1 \n" + "".join(f"{SILENT}\n{key}: 1\n" for key in reversed(keys))
    fixed = fix_yaml(text.encode(), {(): keys})

    assert [each.code for each in fixed.left] == ["layout-order"]
    assert fixed.data.decode() == text.replace("A: 1 ", "A: 1")


@pytest.mark.parametrize("data", [b"a: [", b"\xff", b"", b"kind:\xc2\xa0x\n  y: [\n", b"\0"])
def test_what_cannot_be_read_is_not_touched(data):
    fixed = fix_yaml(data, ORDER)

    assert (fixed.data, fixed.is_readable) == (data, False)


PIECES = st.sampled_from(
    ["", " ", "\t", "  # note", "  # \u200bnote \u2028", " # R1: 1", SILENT, "# == x ==", "\ufeff"]
)


@given(
    st.dictionaries(KEYS, VALUES, min_size=1),
    st.permutations(["a", "b", "c", "d"]),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_a_fix_is_a_finding_changes_no_value_loses_no_comment_and_comes_once(
    values, names, end, data
):
    lines = yaml.safe_dump(values, sort_keys=False).splitlines()
    for number in range(len(lines) - 1, -1, -1):
        lines[number] += data.draw(PIECES)
        if data.draw(st.booleans()):
            indent = len(lines[number]) - len(lines[number].lstrip())
            lines.insert(number, " " * indent + data.draw(PIECES).strip())
    text = end.join([*lines, *data.draw(st.lists(st.just(""), max_size=3))])
    order = {(): names, ("a",): names}
    before, _ = read_yaml(text.encode(), "")
    fixed = fix_yaml(text.encode(), order)
    after, _ = read_yaml(fixed.data, "")

    if before is None:
        assert after is None or fixed.data != text.encode()
    else:
        found = {each.code for each in check_layout(text, before, order)}
        hidden = "\u200b" in text or "\u2028" in text
        assert after.values == before.values
        assert fixed.data == text.encode() or found or hidden
        assert {each.code for each in fixed.left} <= found
        assert fixed.data.count(b"#") == text.count("#")
    assert fix_yaml(fixed.data, order).data == fixed.data
