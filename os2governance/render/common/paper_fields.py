"""Filled-in texts of a paper, kept between markers when it is regenerated."""

import re

_FIELD = re.compile(  # noqa: TID251 - our own pattern, linear
    r"<!-- udfyld:([a-z]+) -->\n(.*?)\n<!-- slut:\1 -->", re.DOTALL
)
_SUBJECT = re.compile(r"<!-- sag:([^\n]+) -->")  # noqa: TID251 - our own pattern, linear


def render_paper_subject(subject: str) -> str:
    """A comment, invisible to readers, that states a paper's subject."""
    return f"<!-- sag:{re.sub(r'[^A-Za-z0-9._/-]', '_', subject)} -->"


def read_paper_subject(paper: str) -> str:
    """The subject that a paper states; empty where it states none."""
    found = _SUBJECT.search(paper)
    return found[1] if found else ""


def render_paper_field(key: str, text: str) -> str:
    """A field to fill in, with its text between markers."""
    return f"<!-- udfyld:{key} -->\n{text}\n<!-- slut:{key} -->"


def read_paper_fields(paper: str) -> dict[str, str]:
    """The texts between the markers of a paper, by their keys."""
    return dict(_FIELD.findall(paper.replace("\r\n", "\n")))
