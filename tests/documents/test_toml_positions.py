"""Where keys and values of a TOML text stand, and what is wrong with one."""

import tomllib

import pytest

from os2governance.documents.toml_positions import (
    explain_toml_error,
    locate_toml_key,
    locate_toml_text,
)

TEXT = """\
paths = ["a"] # lang = "da"
ignore = [
  "one",
  'two',
]

[tool.other]
ignore = 1
[tool.os2governance]
  fail_on = "x"
[per-product."products/os2x"]
ignore = ["three"]
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (["paths"], (1, 1)),
        (["ignore"], (2, 1)),
        (["tool", "other", "ignore"], (8, 1)),
        (["tool", "os2governance", "fail-on"], (10, 3)),
        (["tool", "os2governance", "nothing"], (9, 2)),
        (["per-product", "products/os2x"], (11, 2)),
        (["per-product", "products/os2x", "ignore"], (12, 1)),
        (["nowhere"], (1, 1)),
    ],
)
def test_the_place_of_a_key(path, place):
    assert locate_toml_key(TEXT, path) == place


@pytest.mark.parametrize(
    ("start", "value", "place"),
    [((2, 1), "one", (3, 3)), ((2, 1), "two", (4, 3)), ((12, 1), "one", (12, 1))],
)
def test_the_place_of_a_text_is_where_it_stands_after_its_key(start, value, place):
    assert locate_toml_text(TEXT, start, value) == place


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('a = "x', (1, 7), "quotation mark"),
        ("a = [\n1", (2, 2), "]"),
        ("a\n", (1, 2), "equals sign"),
        ("a = 1 2", (1, 7), "comment"),
        ("a = yes", (1, 5), "quotation marks"),
        ("a = 1\na = 2", (2, 6), "twice"),
        ("[a]\n[a]", (2, 3), "twice"),
        ("!", (1, 1), "line must begin"),
    ],
)
def test_what_the_parser_refuses_is_said_with_its_place(text, place, said):
    with pytest.raises(tomllib.TOMLDecodeError) as error:
        tomllib.loads(text)
    found, words = explain_toml_error(error.value, text)

    assert said in words.en
    assert words.da != words.en
    assert abs(found[1] - place[1]) <= 1
    assert found[0] == place[0]
