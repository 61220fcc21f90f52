"""Filled-in texts of a paper, kept between markers when it is regenerated.

A marker has the digest of the text that was offered there: what still has it was not changed by
anybody, and is offered anew.
"""

import hashlib
import re
from collections.abc import Iterator

_FIELD = re.compile(  # noqa: TID251 - our own pattern, linear
    r"<!-- udfyld:([A-Za-z0-9._-]+)(?: ([0-9a-f]{12}))? -->(.*?)<!-- slut:\1 -->", re.DOTALL
)
_SUBJECT = re.compile(r"<!-- sag:([^\n]+) -->")  # noqa: TID251 - our own pattern, linear
_NOT_IN_A_KEY = r"[^A-Za-z0-9._-]"


def render_paper_subject(subject: str) -> str:
    """A comment, invisible to readers, that states a paper's subject."""
    return f"<!-- sag:{re.sub(r'[^A-Za-z0-9._/-]', '_', subject)} -->"


def read_paper_subject(paper: str) -> str:
    """The subject that a paper states; empty where it states none."""
    found = _SUBJECT.search(paper)
    return found[1] if found else ""


def build_paper_key(*names: str) -> str:
    """The key of a field or slot, made of names such as the id of a criterion."""
    return ".".join(re.sub(_NOT_IN_A_KEY, "_", name) for name in names)


def render_paper_field(key: str, text: str, offered: str | None = None) -> str:
    """A field to fill in, with its text between markers; `offered` is the text without anybody's.

    The lines of the text stand between those of the markers.
    """
    return f"{_begin(key, offered)}\n{text}\n<!-- slut:{key} -->"


def render_paper_slot(key: str, text: str, offered: str | None = None) -> str:
    """The same within a line."""
    return f"{_begin(key, offered)}{text}<!-- slut:{key} -->"


def _begin(key: str, offered: str | None) -> str:
    digest = "" if offered is None else f" {_digest(offered)}"
    return f"<!-- udfyld:{key}{digest} -->"


def _digest(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


def read_paper_fields(paper: str) -> dict[str, str]:
    """The texts between the markers of a paper that people wrote, by their keys."""
    return dict(_list_written(paper))


def _list_written(paper: str) -> Iterator[tuple[str, str]]:
    for key, offered, between in _FIELD.findall(paper.replace("\r\n", "\n")):
        block = between.startswith("\n") and between.endswith("\n") and len(between) > 1
        text = between[1:-1] if block else between
        if _digest(text) != offered:
            yield key, text
