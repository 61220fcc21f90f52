"""How the names of persons stand in texts, by a model: `persons.yaml` in its folder."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding
from os2governance.model.claim_phrases import ModelFolder
from os2governance.rules.patterns import compile_pattern
from os2governance.schema.read import read_schema
from os2governance.schema.validator import CompiledSchema

PERSONS_FILE = "persons.yaml"
_MEMORY = 1 << 22


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonTerms:
    """The folded words by which a name is known; patterns are compiled.

    `runs` finds words with capital letters that follow each other; `role_before` and `with_before`
    find what ends before a name: a role, or `v/`.
    """

    roles: frozenset[str]
    organisations: frozenset[str]
    prefixes: tuple[str, ...]
    particles: frozenset[str]
    given_names: frozenset[str]
    runs: Any
    role_before: Any
    with_before: Any

    def is_role(self, word: str) -> bool:
        """Whether a word is a role."""
        return word.casefold() in self.roles

    def is_organisation(self, word: str) -> bool:
        """Whether a word shows that the words around it are no person's name."""
        folded = word.casefold()
        return folded in self.organisations or folded.startswith(self.prefixes)

    def is_given_name(self, word: str) -> bool:
        """Whether a word is a given name, or several that are joined."""
        return all(part in self.given_names for part in word.split("-"))


def read_person_terms(model: ModelFolder) -> tuple[PersonTerms | None, tuple[Finding, ...]]:
    """Read the person terms of a model; None without such a file, and where it is invalid."""
    data = model.optional_files.get(PERSONS_FILE)
    if data is None:
        return None, ()
    return parse_person_terms(data, f"{model.file.rsplit('/', 1)[0]}/{PERSONS_FILE}")


@lru_cache(maxsize=4)
def parse_person_terms(data: bytes, file: str) -> tuple[PersonTerms | None, tuple[Finding, ...]]:
    """Read the file; None with findings where it is invalid."""
    document, findings = read_yaml(data, file)
    if document is None:
        return None, tuple(findings)
    findings = CompiledSchema(read_schema("persons")).find_violations(document, document.values)
    if findings:
        return None, tuple(findings)
    given = document.values
    word = r"\p{Lu}[\pL'\x{2019}]*\p{Ll}[\pL'\x{2019}]*(?:-\pL+)*"
    particle, role = _match_any(given["particles"]), _match_any(given["roles"])
    more = rf"(?:{word}|\p{{Lu}}\.|{particle})"
    return PersonTerms(
        roles=frozenset(_fold(given["roles"])),
        organisations=frozenset(_fold(given["organisations"])),
        prefixes=tuple(_fold(given["prefixes"])),
        particles=frozenset(_fold(given["particles"])),
        given_names=frozenset(name for line in given["given_names"] for name in line.split()),
        runs=_compile(rf"(?:^|[^\pL\pN@/.#_-]|[^\pL\pN][vV]/|^[vV]/)({word}(?:\s+{more})*)"),
        role_before=_compile(rf"(?i)(?:^|[^\pL\pN])(?:{role})\s*(?::|\ser|\sis|,)?\s*$"),
        with_before=_compile(r"(?i)(?:^|[^\pL\pN])(?:v/|v\.|att\.?:?)\s*$"),
    ), ()


def _fold(words: Sequence[str]) -> list[str]:
    return [word.casefold() for word in words]


def _match_any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _compile(pattern: str) -> Any:
    return compile_pattern(pattern, memory=_MEMORY)[0]
