"""What makes a claim doubtful by a model: `doubts.yaml` in its folder.

Nothing here is needed for a level, so it is read only when somebody asks for doubts.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.finding import Finding, finding
from os2governance.model import DOUBTS_FILE, Model
from os2governance.rules.pattern import compiled, is_pattern
from os2governance.schemas.doubts import DOUBTS
from os2governance.shape import Shape
from os2governance.yamlfile import Document, read_yaml


class Words(NamedTuple):
    """Phrases of one language: what contradicts, and what only looks so."""

    says: tuple[Any, ...]
    unless: tuple[Any, ...]


class Doubts(NamedTuple):
    """What a model finds doubtful, its patterns compiled; None where it does not care."""

    contradicts: tuple[Words, ...]
    placeholders: tuple[Any, ...]
    private: tuple[Any, ...]
    bulk: tuple[int, float] | None
    copied: int | None


NONE = Doubts((), (), (), None, None)


def doubts_of(model: Model) -> tuple[Doubts | None, tuple[Finding, ...]]:
    """Read what a model finds doubtful; a model without such a file doubts nothing."""
    if model.doubts is None:
        return NONE, ()
    folder = model.file.rsplit("/", 1)[0]
    return read_doubts(model.doubts, f"{folder}/{DOUBTS_FILE}")


@lru_cache(maxsize=8)
def read_doubts(data: bytes, file: str) -> tuple[Doubts | None, tuple[Finding, ...]]:
    """Read the file; gives None beside everything that is wrong with it."""
    document, findings = read_yaml(data, file)
    if document is None:
        return None, tuple(findings)
    findings = Shape(DOUBTS).findings(document, document.values)
    if findings:
        return None, tuple(findings)
    reading = _Reading(document)
    doubts = reading.doubts()
    return (None if reading.findings else doubts), tuple(reading.findings)


class _Reading:
    """Compiles the patterns of one file; findings for those that are none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.findings: list[Finding] = []

    def doubts(self) -> Doubts:
        """Give all that the file says."""
        values = self._document.values
        bulk, copied = values.get("bulk"), values.get("copied")
        return Doubts(
            contradicts=tuple(
                Words(
                    self._one_of(("contradicts", language, "says"), _WORDS),
                    self._one_of(("contradicts", language, "unless"), _WORDS),
                )
                for language in values.get("contradicts") or ()
            ),
            placeholders=self._one_of(("placeholders",), _WHOLE),
            private=self._one_of(("private",), _START),
            bulk=(bulk["at_least"], bulk["percent"]) if bulk else None,
            copied=copied["at_least"] if copied else None,
        )

    def _one_of(self, path: Sequence[str], around: tuple[str, str]) -> tuple[Any, ...]:
        """Give one pattern for all of a list, since they are tried on every text.

        Where all together are more than RE2 may hold, each stands for itself.
        """
        valid = list(self._valid(path))
        joined = "|".join(f"(?:{pattern})" for _, pattern in valid)
        made, _ = compiled(f"{around[0]}{joined}{around[1]}")
        if made is None:
            return tuple(self._each(path, valid, around))
        return (made,) if valid else ()

    def _each(
        self, path: Sequence[str], patterns: Iterable[tuple[int, str]], around: tuple[str, str]
    ) -> Iterator[Any]:
        for number, pattern in patterns:
            made, problem = compiled(f"{around[0]}{pattern}{around[1]}")
            if made is None:
                self._refuse((*path, number), pattern, problem)
            else:
                yield made

    def _valid(self, path: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Give the patterns of a list that are some by themselves.

        A bracket too many must not close ours.
        """
        values = self._document.values
        for step in path:
            values = values.get(step) or {}
        for number, pattern in enumerate(values):
            if is_pattern(pattern):
                yield number, pattern
            else:
                self._refuse((*path, number), pattern, compiled(pattern)[1])

    def _refuse(self, path: Sequence[str | int], pattern: str, problem: str) -> None:
        place = self._document.place(path)
        self.findings.append(finding("doubts-pattern", place, pattern=pattern, problem=problem))


# RE2's \b and \w know ASCII only, so words end where no letter follows.
_WORDS = (r"(?i)(?:^|[^\pL\pN])(", r")(?:$|[^\pL\pN])")
_WHOLE = (r"(?is)(?:\s*(", r")\s*)")
_START = (r"(?i)(", r")")
