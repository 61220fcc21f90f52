"""The texts of a declaration in which a claim is made: those of its answers, and its facts'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.product.declaration import Answer, Declaration

MAX_SHOWN_LENGTH = 100
MAX_READ_LENGTH = 20_000  # characters of one text
CLAIMING_ANSWERS = frozenset({"met", "partly"})
_ADDRESS = re.compile(r"(?:https?|file|ftp)://[^\s<>\"')\]]+", re.IGNORECASE)  # noqa: TID251 - our own pattern, no nested repetition


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimText:
    """A text in the declaration; texts among the facts belong to no answer."""

    text: str
    document: Document
    path: tuple[str | int, ...]
    criterion: str | None = None
    answer: str = ""
    key: str = ""

    @property
    def location(self) -> Location:
        """Location of the text; computed only for texts that are reported."""
        return self.document.locate(self.path)

    @property
    def claims(self) -> bool:
        """Whether the text stands beside an answer that claims something."""
        return self.answer in CLAIMING_ANSWERS


def list_answer_texts(declaration: Declaration) -> list[ClaimText]:
    """All texts of the answers: for each answer its evidence, then its other texts."""
    return [
        ClaimText(
            text=text[:MAX_READ_LENGTH],
            document=declaration.document,
            path=("answers", name, *path),
            criterion=name,
            answer=answer.answer,
            key=str(path[0]),
        )
        for name, answer in declaration.answers.items()
        for path, text in _list_texts(answer)
    ]


def _list_texts(answer: Answer) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, text in enumerate(answer.evidence):
        yield ("evidence", number), text
    for key in ("note", "explanation", "reason"):
        text = getattr(answer, key)
        if text and not text.isspace():
            yield (key,), text


def find_address_texts(
    value: Any, document: Document, path: tuple[str | int, ...]
) -> Iterator[ClaimText]:
    """Yield the texts at or below a fact that may contain an address."""
    kind = type(value)
    if kind is str:
        yield ClaimText(text=value[:MAX_READ_LENGTH], document=document, path=path)
        return
    items = value.items() if kind is dict else enumerate(value)
    for key, below in items:
        kind = type(below)
        if kind is dict or kind is list or (kind is str and "://" in below):
            yield from find_address_texts(below, document, (*path, key))


def find_addresses(text: str) -> list[str]:
    """The addresses in a text."""
    return _ADDRESS.findall(text) if "://" in text else []


def remove_addresses(text: str) -> str:
    """The text on one line with each address replaced by a space: words there are no claim."""
    one_line = " ".join(text.split())
    return _ADDRESS.sub(" ", one_line) if "://" in one_line else one_line


def make_claim_finding(code: str, claim: ClaimText, words: str) -> Finding:
    """Make a finding about a text, quoting the words concerned."""
    name = claim.criterion
    about = f" ({name})" if name else ""
    return make_finding(code, claim.location, criterion=name, about=about, words=shorten(words))


def shorten(words: str) -> str:
    """Words on one line, as many as a message shows."""
    one_line = " ".join(words.split())
    return (
        one_line if len(one_line) <= MAX_SHOWN_LENGTH else f"{one_line[: MAX_SHOWN_LENGTH - 1]}…"
    )
