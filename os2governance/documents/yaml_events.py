"""YAML's events and nodes: libyaml's, or the pure parser's where libyaml is not.

libyaml is the reference. PyYAML has no build of it for the browser, and on some systems PyYAML is
installed without it; there `yaml_pure_parser.py` accepts the same files, at the same places and
with the same errors, about ten times slower.
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

try:
    from yaml._yaml import CParser
except ImportError:  # no libyaml in this PyYAML
    from os2governance.documents.yaml_pure_parser import PureParser

    _open_parser: Callable[[str], Any] = PureParser
    _open_loader: Callable[[str], Any] = PureParser
else:

    def _open_parser(text: str) -> Any:
        return CParser(text.encode())

    _open_loader = yaml.CSafeLoader


def open_events(text: str) -> Callable[[], Any]:
    """The function that returns the next event of a text, beginning with the start of its stream.

    It raises `yaml.YAMLError`, in libyaml's words, where the text is no YAML.
    """
    read: Callable[[], Any] = _open_parser(text).get_event
    return read


def iterate_events(text: str) -> Iterator[Any]:
    """Yield the events of a text as far as it is YAML."""
    read = open_events(text)
    try:
        while not isinstance(event := read(), yaml.StreamEndEvent):
            yield event
    except yaml.YAMLError:
        return


def compose_node(text: str) -> Any:
    """The root node of a text that is one YAML document; None if there is nothing in it."""
    return _open_loader(text).get_single_node()
