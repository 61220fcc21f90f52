"""Which lines belong to a key, and where a section begins that no key leaves."""

import pytest

from os2governance.checks import key_blocks
from os2governance.checks.key_blocks import find_key_sections, has_content, measure_indent
from os2governance.documents.yaml_reader import read_yaml

NAMES = ["R1", "R2", "F1", "F2"]
SECTIONS = [
    # text below `answers:`, and the keys of its sections
    ("  R2: 1\n  R1: 1\n", ["R2 R1"]),
    ("  R2: 1\n\n  R1: 1\n", ["R2 R1"]),
    # headings: with signs around them, by themselves, or above several keys
    ("  # ===== R =====\n  R2: 1\n  R1: 1\n  # ----- F\n  F2: 1\n", ["R2 R1", "F2"]),
    ("  R2: 1\n  # Formkrav ---\n  F2: 1\n  F1: 1\n", ["R2", "F2 F1"]),
    ("  R2: 1\n\n  # Formkrav\n\n  F2: 1\n  F1: 1\n", ["R2", "F2 F1"]),
    ("  R2: 1\n\n  # Formkrav\n  F2: 1\n  F1: 1\n", ["R2", "F2 F1"]),
    # no headings: about the key below, among others that are commented
    ("  R2: 1\n  # Se referatet\n  F2: 1\n  F1: 1\n", ["R2 F2 F1"]),
    ("  R2: 1\n\n  # F2 mangler\n  F2: 1\n  F1: 1\n", ["R2 F2 F1"]),
    ("  R2: 1\n\n  # Aftalen\n  F2: 1\n  # Planen\n  F1: 1\n", ["R2 F2 F1"]),
    ("  R2: 1\n\n  # Aftalen\n  F2: 1\n\n  F1: 1\n", ["R2 F2 F1"]),
    ("  R2:\n    a: 1\n    # dybere\n\n  F2: 1\n  F1: 1\n", ["R2 F2 F1"]),
    # a key that is commented out is one of the keys
    ("  R2: 1\n  # R1: 1\n  F1: 1\n", ["R2 R1 F1"]),
    ("  R2: 1\n#  R1:\n#    a: 1\n  F1: 1\n", ["R2 R1 F1"]),
    ("  R2: 1\n  # Husk: spørg\n  F1: 1\n", ["R2 F1"]),
    # braces have no lines to move
    ("  {R2: 1,\n  R1: 1}\n", []),
]


def list_sections(text):
    document, _ = read_yaml(text.encode(), "f")
    return find_key_sections(text, document, ["answers"], NAMES)


@pytest.mark.parametrize(("text", "sections"), SECTIONS)
def test_sections(text, sections):
    found = list_sections("answers:\n" + text)

    assert [" ".join(block.name for block in section) for section in found] == sections


def test_a_block_holds_its_own_comments_and_all_below():
    text = "answers:\n  R2: 1  # two\n  # one\n  R1:\n    a: 1\n    # deeper\n# end\nx: 1\n"
    [[two, one]] = list_sections(text)

    assert (two.line, two.start, two.end) == (1, 1, 2)
    assert (one.line, one.start, one.end) == (3, 2, 6)


def test_a_heading_is_in_no_block():
    text = "answers:\n  R2: 1\n\n  # == F ==\n  # ===\n  F1: 1\n"
    [[two], [one]] = list_sections(text)

    assert (two.start, two.end) == (1, 2)
    assert (one.start, one.end) == (5, 6)


def test_keys_on_one_line_or_askew_have_no_blocks():
    assert list_sections("answers: {R2: 1, R1: 1}\n") == []
    assert list_sections("answers:\n  ? R2\n  : 1\n  R1: 1\n") == []
    assert list_sections("other: 1\n") == []


def test_content_and_indentation():
    assert [has_content(line) for line in ("a: 1", "  # a", "  ", "")] == [True, *[False] * 3]
    assert [measure_indent(line) for line in ("a", "  # a", "")] == [0, 2, 0]


def test_blank_lines_are_walked_a_few_times_however_many_they_are():
    looked = []

    class Line(str):
        __slots__ = ()

        def strip(self, *letters):
            looked.append(self)
            return super().strip(*letters)

    lines = [Line(each) for each in ["b: 1", "a:", *[""] * 1000, "  c: 1", "# end"]]
    group = key_blocks._Group(lines, {0: "b", 1: "a"}, {"a", "b"}, set())
    [[second, first]] = group.list_sections()

    assert (second.end, first.end) == (1, 1003)
    assert len(looked) <= 8 * len(lines)
