"""The vocabulary of facts of a model: a JSON Schema, with keywords of its own (`x-...`)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.documents.json_reader import read_json
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import LANGUAGES, Text, _, format_alternatives
from os2governance.rules.vocabulary import END, PAST, Fact
from os2governance.schema.validator import find_schema_problem

PHRASE_KEYWORDS = ("x-asked", "x-asked-en", "x-todo", "x-todo-en")
"""A fact in words: the condition when it holds, and what to do; each in Danish, then English."""
KEYWORDS = frozenset(
    {
        *("x-title-en", "x-description-en", "x-indefinite", "x-values"),
        *("x-time", "x-not-before", "x-part-of", "x-key", "x-from"),
        *PHRASE_KEYWORDS,
    }
)
"""All keywords that mean something here and not in JSON Schema."""
_WORDS = {"x-time": (PAST, END), "x-from": ("register",)}
_SIBLINGS = ("x-not-before", "x-part-of")
_BRANCHES = ("allOf", "anyOf", "oneOf")


def read_facts_schema(
    main: Document, files: Mapping[str, bytes], folder: str
) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Read the vocabulary that a model's main file names; empty where it names none.

    None, with findings, where it cannot be used.
    """
    name = main.values.get("facts")
    if name is None:
        return {}, []
    if name not in files:
        return None, [make_finding("facts-schema-missing", main.locate(["facts"]), name=name)]
    file = f"{folder}/{name}"
    schema, wrong = read_json(files[name], file)
    if wrong:
        return None, [wrong]
    problem = find_schema_problem(schema) if isinstance(schema, dict) else "not an object"
    if problem:
        return None, [make_finding("facts-schema-invalid", Location(file), problem=problem)]
    faults = [
        make_finding(
            "facts-keyword",
            Location(file),
            keyword=fault.keyword,
            fact=fault.fact,
            wanted=fault.wanted,
            value=json.dumps(fault.value, ensure_ascii=False),
        )
        for fault in find_keyword_faults(schema)
    ]
    return (None if faults else schema), faults


class KeywordFault(NamedTuple):
    """A keyword with a value that means nothing: the fact, and what the value must be."""

    fact: str
    keyword: str
    value: Any
    wanted: Text


class DescribedFact(NamedTuple):
    """A subschema of a vocabulary: the path of its fact, and the names of the facts beside it.

    Which facts those are is not known (None) of a definition, which is used elsewhere.
    """

    path: str
    schema: Mapping[str, Any]
    beside: frozenset[str] | None


def find_keyword_faults(vocabulary: Mapping[str, Any]) -> Iterator[KeywordFault]:
    """Yield the keywords of a vocabulary whose values mean nothing."""
    for fact in list_described_facts(vocabulary):
        for keyword, value in fact.schema.items():
            wanted = _find_wanted(keyword, value, fact, vocabulary)
            if wanted is not None:
                yield KeywordFault(fact.path, keyword, value, wanted)


def _find_wanted(
    keyword: str, value: Any, fact: DescribedFact, vocabulary: Mapping[str, Any]
) -> Text | None:
    """What the value of a keyword must be; None where it is."""
    if keyword in PHRASE_KEYWORDS:
        return None if isinstance(value, str) and value.strip() else _("a text")
    if keyword in _WORDS:
        return None if value in _WORDS[keyword] else _name_alternatives(_WORDS[keyword])
    if keyword == "x-key":
        fields = Fact(fact.schema.get("items") or {}, vocabulary).fields
        known = isinstance(value, str) and value in fields
        return None if known else _("the name of a fact of the list's elements")
    if keyword in _SIBLINGS and fact.beside is not None:
        known = isinstance(value, str) and value in fact.beside
        return None if known else _("the name of a fact beside it")
    return None


def _name_alternatives(words: Sequence[str]) -> Text:
    return Text(*(format_alternatives(words, language) for language in LANGUAGES))


def list_described_facts(vocabulary: Mapping[str, Any]) -> Iterator[DescribedFact]:
    """Yield every subschema of a vocabulary that describes a fact, each once.

    References are not followed: what they point to stands under `$defs`.
    """
    yield from _walk(vocabulary, "", None, vocabulary)


def _walk(
    schema: Any, path: str, beside: frozenset[str] | None, root: Mapping[str, Any]
) -> Iterator[DescribedFact]:
    if not isinstance(schema, dict):
        return
    yield DescribedFact(path, schema, beside)
    prefix = f"{path}." if path else ""
    below = schema.get("properties", {})
    names = frozenset(Fact(schema, root).fields) if below else frozenset()
    for name, each in below.items():
        yield from _walk(each, f"{prefix}{name}", names, root)
    yield from _walk(schema.get("items"), f"{path}[]", None, root)
    for keyword in _BRANCHES:
        for each in schema.get(keyword, ()):
            yield from _walk(each, path, beside, root)
    for name, each in schema.get("$defs", {}).items():
        yield from _walk(each, name, None, root)
