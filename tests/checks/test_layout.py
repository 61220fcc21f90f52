"""What of a file's layout is a finding: what `check --fix` mends, and nothing else."""

import pytest

from os2governance.checks.layout import (
    check_layout,
    check_layouts,
    find_disorder,
    find_trailing_blanks,
    find_usual_line_end,
    has_usual_end,
)
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import read_yaml

ORDER = {(): ["a", "b", "c"], ("c",): ["x", "y"]}
FOUND = [
    # text, and the findings with their lines and columns
    ("a: 1\nb: 2\n", []),
    ("a: 1\r\nb: 2\r\n", []),
    ("a: 1\r\nb: 2\r\nc: 3\n", [("layout-line-ends", 3, 1)]),
    ("a: 1\nb: 2\nc: 3\r\n", [("layout-line-ends", 3, 1)]),
    ("a: 1\nb: 2\nc: 3\rd: 4\n", [("layout-line-ends", 3, 1)]),
    ("a: 1  \nb: 2\t\n", [("layout-blanks", 1, 5)]),
    ("a: 1  \r\nb: 2\r\n", [("layout-blanks", 1, 5)]),
    ("a: |  \n  x  \n  y\nb: >-\n  z \n\n  z\n", [("layout-blanks", 1, 5)]),
    ("a: 1", [("layout-file-end", 1, 1)]),
    ("a: 1\n\n\n", [("layout-file-end", 4, 1)]),
    ("a: |+\n  x\n\n\n", []),
    ("a: |\n  x", []),
    ("b: 1\na: 2\n", [("layout-order", 2, 1)]),
    ("c:\n  y: 1\n  x: 2\n", [("layout-order", 3, 3)]),
    ("d: 1\nb: 2\n", [("layout-order", 2, 1)]),
    ("b: 1\n\n# --- A ---\na: 2\n", []),
    ("c: {y: 1, x: 2}\n", []),
    ("c:\n  y: 1\n  # x: 2\n  z: 1\n", []),
]


def check(text, order=ORDER):
    document, _ = read_yaml(text.encode(), "f")
    return list(check_layout(text, document, order))


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_is_found_and_where(text, expected):
    assert [(each.code, *each.location[1:]) for each in check(text)] == expected


def test_a_kind_is_told_once_a_file_with_its_number():
    [found] = check("a: 1 \nb: 2 \nc: 3 \n")

    assert "3" in found.message.en
    assert (found.severity, found.entry.suppressible) == ("note", "anywhere")


def test_an_order_names_both_keys():
    [found] = check("b: 1\nc: 1\na: 2\n")

    assert found.message.en == "'a' stands below 'b', but comes above it in the usual order."


def test_the_line_end_that_most_lines_have_is_the_usual_one():
    assert find_usual_line_end("a") == "\n"
    assert find_usual_line_end("a\r\nb\r\nc\n") == "\r\n"
    assert find_usual_line_end("a\rb") == "\r"


def test_blanks_and_ends():
    assert find_trailing_blanks("a: 1 \nb: |\n  x \nc: 1\t\n") == [0, 3]
    assert [has_usual_end(each) for each in ("a\n", "a", "a\n\n")] == [True, False, False]


def test_ordered_sections_hold_the_same_blocks():
    text = "b: 1\na: 1\n"
    [found] = find_disorder(text, read_yaml(text.encode(), "f")[0], ORDER)

    assert (found.path, [[b.name for b in s] for s in found.sections]) == ((), [["a", "b"]])


def test_the_declaration_and_the_evaluations_are_looked_at_and_no_other_file():
    messy = b"format: x \r\nproduct: y\n"
    files = ProductFiles(
        product=FileContent("product.yaml", b"\xef\xbb\xbf" + messy),
        evaluations=(
            FileContent("evaluations/1.yaml", messy),
            FileContent("evaluations/2.yaml", b"["),
        ),
        log=FileContent("decisions.yaml", messy),
        register=FileContent("register.yaml", messy),
    )
    found = list(check_layouts(files, [], None))

    assert {each.location.file for each in found} == {"product.yaml", "evaluations/1.yaml"}
    assert len(found) == 4
