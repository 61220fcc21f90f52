"""What people filled in, between its marks, in a paper that is made anew."""

import re

_PLACE = re.compile(  # noqa: TID251 - our own pattern, linear
    r"<!-- udfyld:([a-z]+) -->\n(.*?)\n<!-- slut:\1 -->", re.DOTALL
)
_ABOUT = re.compile(r"<!-- sag:([^\n]+) -->")  # noqa: TID251 - our own pattern, linear


def mark(subject: str) -> str:
    """Give a line, not seen by readers, that says what a paper is about."""
    return f"<!-- sag:{re.sub(r'[^A-Za-z0-9._/-]', '_', subject)} -->"


def marked(paper: str) -> str:
    """Give what a paper says that it is about; nothing where it says nothing."""
    found = _ABOUT.search(paper)
    return found[1] if found else ""


def place(key: str, text: str) -> str:
    """Give a place to fill in, with its text between marks."""
    return f"<!-- udfyld:{key} -->\n{text}\n<!-- slut:{key} -->"


def kept(paper: str) -> dict[str, str]:
    """Give the texts between the marks of a paper, by their keys."""
    return dict(_PLACE.findall(paper.replace("\r\n", "\n")))
