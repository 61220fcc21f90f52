"""Findings of names, in people's files, that the model does not have."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import (
    Finding,
    cap_items,
    make_finding,
    suggest_id,
    suggest_word,
)
from os2governance.i18n.text import Text


def find_unknown_criteria(
    names: Iterable[str],
    document: Document,
    path: Sequence[str | int],
    *,
    known: Mapping[str, object],
    model: str,
) -> list[Finding]:
    """Findings of keys below `path` of a document that are no criteria of the model, capped."""
    unknown = (name for name in names if name not in known)
    return [
        make_finding(
            "unknown-criterion",
            document.locate((*path, name), key=True),
            name=name,
            model=model,
            meant=suggest_id(name, known),
        )
        for name in cap_items(unknown)
    ]


def find_unknown_level(
    level: str | None,
    document: Document,
    path: Sequence[str | int],
    *,
    known: Collection[str],
    choices: Text,
) -> list[Finding]:
    """Finding of a level, at `path` of a document, that the model does not have.

    `choices` are the known levels in words.
    """
    if level is None or level in known:
        return []
    meant = suggest_word(level, known)
    return [
        make_finding(
            "unknown-level", document.locate(path), name=level, meant=meant, known=choices
        )
    ]
