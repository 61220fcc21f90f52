"""Comments and plain values as YAML, whatever their content."""

import json
import re
import textwrap
from collections.abc import Iterator

from os2governance.documents.json_writer import quote_json
from os2governance.i18n.inert import make_inert

COMMENT_WIDTH = 96


def render_comment(text: str, column: int) -> Iterator[str]:
    """Yield a text as comment lines; it is inert, and without line breaks of its own."""
    before = f"{' ' * column}## "
    yield from textwrap.wrap(
        " ".join(make_inert(text).split()),
        COMMENT_WIDTH,
        initial_indent=before,
        subsequent_indent=before,
        break_long_words=False,
        break_on_hyphens=False,
    )


def format_scalar(value: object) -> str:
    """A plain value as YAML 1.2, which reads back as the same value."""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    plain = re.fullmatch(r"[A-Za-zÆØÅæøå][\w./-]*", value) and value.lower() not in _RESERVED_WORDS
    return value if plain else quote_json(value)


_RESERVED_WORDS = frozenset({"true", "false", "null"})
