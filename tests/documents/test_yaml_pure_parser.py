"""The pure parser is held against libyaml: the same events at the same places, or the same error."""

import re

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from yaml._yaml import CParser

from os2governance.documents.yaml_pure_parser import PureParser

PIECES = [
    "a", ":", "b: ", "- ", "\n", "\n  ", "{", "}", "[", "]", ", ", ": ", "?", '"', "'", "#", " # x",
    "|\n  t\n", ">\n  t\n", "-", "1", "ø", "&a ", "*a", "!t ", "@", "`", "\t", "\\", "...", "---\n",
    "key: v\n", ":x", "x:y", ",", "~", " ", "http://a/b#c", "\r\n", "😀", "\n\t", "\n \t", "\\x4",
    "\\u00e6", "\\ud800", "\\U00110000", "|", ">-", "|0", "|2", "!!str ", "!<", "\n- ", "\n    ",
    " : ", "\x01", "\n  - a\n", "\n...\n", 'a: "b\nc"\n', "it''s",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join)
NO_KEY = re.compile(r"\?\s*\]")  # libyaml loses the end of such a list, and says so elsewhere

NEEDED = [
    "a:\tx\t\n",  # a tab after a plain scalar
    "{efterlevet?: ja}\n",  # a question mark at the end of a key in a flow
    "a: |# kommentar\n  x\n",
    "a: [b: ]\n",
    'a: "\\ud800"\n',
    "k: v\n[",
]


def list_events(parser):
    events = []
    try:
        while True:
            event = parser.get_event()
            if isinstance(event, yaml.StreamEndEvent):
                return events
            kind, said = type(event).__name__, (None,)
            if not isinstance(event, yaml.DocumentStartEvent | yaml.DocumentEndEvent):
                held = ("value", "anchor", "tag", "implicit", "style")
                marks = (event.start_mark, event.end_mark)
                said = (
                    *(getattr(event, name, None) or None for name in held),
                    *((mark.index, mark.line, mark.column) for mark in marks),
                )
            events.append((kind, said))
    except yaml.MarkedYAMLError as error:
        at, since = error.problem_mark, error.context_mark or error.problem_mark
        return (error.problem, (at.index, at.line), (since.index, since.column))
    except yaml.reader.ReaderError as error:
        return error.position


@given(text=TEXTS | TEXTS.map("k: {}".format))
def test_it_reads_what_libyaml_reads(text):
    assume(not NO_KEY.search(text))
    assert list_events(PureParser(text)) == list_events(CParser(text.encode()))


@pytest.mark.parametrize("text", NEEDED)
def test_it_reads_what_the_pure_parser_of_pyyaml_does_not(text):
    assert list_events(PureParser(text)) == list_events(CParser(text.encode()))
    assert list_events(PureParser(text)) != list_events(_PyYAML(text))


class _PyYAML(yaml.SafeLoader):
    """PyYAML's own pure parser."""


@pytest.mark.parametrize("text", ["", "a: æ\n", "a: \x07\n", "æ: \x07\n"])
def test_it_says_nothing_before_it_is_asked(text):
    parser = PureParser(text)

    assert list_events(parser) == list_events(CParser(text.encode()))


def test_it_composes_nodes_with_their_places():
    node = PureParser("a: {b: [1]}\n").get_single_node()
    ((key, value),) = node.value

    assert (key.value, key.start_mark.column, value.flow_style) == ("a", 0, True)
