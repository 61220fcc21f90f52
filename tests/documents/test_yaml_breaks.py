"""NEL, LS and PS break no line in YAML 1.2, and stay in the values where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.yaml_breaks import OLD_LINE_BREAKS, hide_old_breaks
from os2governance.documents.yaml_edit import SetValue, edit_yaml
from os2governance.documents.yaml_reader import read_yaml

PIECES = [*OLD_LINE_BREAKS, "a", "\n", "\U00100000", "æ"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_is_hidden_comes_back(text):
    hidden, table = hide_old_breaks(text)

    assert len(hidden) == len(text)
    assert not set(hidden) & set(OLD_LINE_BREAKS)
    assert hidden.translate(table) == text


@pytest.mark.parametrize("letter", OLD_LINE_BREAKS)
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('a: "x{0}y"\nb: 1\n', {"a": "x{0}y", "b": 1}),
        ("a: x{0}y\nb: 1\n", {"a": "x{0}y", "b": 1}),
        ("a: |\n  x{0}y\nb: 1\n", {"a": "x{0}y\n", "b": 1}),
        ("# {0}: [\na: 1\n", {"a": 1}),
        ("x{0}: [1, {{y{0}: 2}}]\n", {"x{0}": [1, {"y{0}": 2}]}),
    ],
)
def test_it_is_a_letter_like_others(letter, text, values):
    def fill(value):
        if isinstance(value, dict):
            return {fill(key): fill(each) for key, each in value.items()}
        if isinstance(value, list):
            return list(map(fill, value))
        return value.format(letter) if isinstance(value, str) else value

    data = text.format(letter).encode()
    document, findings = read_yaml(data, "f")

    assert findings == []
    assert document.values == fill(values)
    for line, key in enumerate(document.values):
        at = document.locate([key], key=True)
        assert at.line >= line + 1
        assert data.decode().split("\n")[at.line - 1].startswith(key)


@pytest.mark.parametrize("letter", OLD_LINE_BREAKS)
def test_a_file_with_one_is_edited_where_it_says(letter):
    data = f'# x{letter}y\n"k{letter}": {{a: 1}}\nb: 2\n'.encode()
    edited = edit_yaml(data, [SetValue((f"k{letter}", "a"), 3), SetValue(("b",), 4)])

    assert edited == data.replace(b"a: 1", b"a: 3").replace(b"b: 2", b"b: 4")


@pytest.mark.parametrize("letter", OLD_LINE_BREAKS)
def test_a_finding_quotes_what_stands_there(letter):
    _, [found] = read_yaml(f"k{letter}: 1\nk{letter}: 2\n".encode(), "f")

    assert (found.code, found.arguments["key"]) == ("yaml-duplicate-key", f"k{letter}")


@pytest.mark.parametrize("letter", "\u2028\u2029")
def test_one_in_the_place_of_a_space_is_named(letter):
    _, [found] = read_yaml(f"a:{letter}1\nb: 2\n".encode(), "f")

    assert (found.code, found.location) == ("yaml-syntax", ("f", 1, 3))
    assert f"U+{ord(letter):04X}" in found.message.render("en")
