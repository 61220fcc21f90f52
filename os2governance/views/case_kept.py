"""What people filled in, between its marks, in a paper that is made anew."""

import re

_PLACE = re.compile(  # noqa: TID251 - our own pattern, linear
    r"<!-- udfyld:([a-z]+) -->\n(.*?)\n<!-- slut:\1 -->", re.DOTALL
)


def place(key: str, text: str) -> str:
    """Give a place to fill in, with its text between marks."""
    return f"<!-- udfyld:{key} -->\n{text}\n<!-- slut:{key} -->"


def kept(paper: str) -> dict[str, str]:
    """Give the texts between the marks of a paper, by their keys."""
    return dict(_PLACE.findall(paper.replace("\r\n", "\n")))
