"""The facts that a product declares, by subject, titled by its model's vocabulary."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import Language
from os2governance.render.assessment.trace_text import found_said
from os2governance.render.common.blocks import DASH
from os2governance.render.common.fact import Fact


class Sheet(NamedTuple):
    """One subject: its facts as rows (label, value), and its lists as tables."""

    title: str
    rows: tuple[tuple[str, Any], ...]
    lists: tuple["Listing", ...]


class Listing(NamedTuple):
    """A list of facts, with a column for each field that any element declares."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def sheets(vocabulary: Fact, facts: Mapping[str, Any], language: Language) -> Iterator[Sheet]:
    """Yield the subjects with declared facts, in the order of the vocabulary."""
    for name, fact in vocabulary.fields.items():
        if name in facts:
            rows = tuple(_rows(fact, facts[name], language))
            lists = tuple(_lists(fact, facts[name], language))
            if rows or lists:
                yield Sheet(fact.title.say(language), rows, lists)


def _rows(fact: Fact, found: Any, language: Language) -> Iterator[tuple[str, Any]]:
    if isinstance(found, dict):
        for name, below in fact.fields.items():
            if name in found:
                yield from _rows(below, found[name], language)
    elif not _is_listing(found):
        yield fact.title.say(language), said(fact, found, language)


def _lists(fact: Fact, found: Any, language: Language) -> Iterator[Listing]:
    if isinstance(found, dict):
        for name, below in fact.fields.items():
            if name in found:
                yield from _lists(below, found[name], language)
    elif _is_listing(found):
        fields = {
            name: each
            for name, each in fact.element.fields.items()
            if any(name in element for element in found)
        }
        yield Listing(
            fact.title.say(language),
            tuple(each.title.say(language) for each in fields.values()),
            tuple(
                tuple(
                    said(each, element[name], language) if name in element else None
                    for name, each in fields.items()
                )
                for element in found
            ),
        )


def _is_listing(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(e, dict) for e in found)


def said(fact: Fact, found: Any, language: Language) -> str | date:
    """A value as text; a date is returned as such, since the page formats it."""
    if on := iso_date(found):
        return on
    if isinstance(found, list) and not any(isinstance(each, dict | list) for each in found):
        return ", ".join(str(said(fact.element, each, language)) for each in found) or DASH
    titles = {str(value): fact.value_title(value) for value in fact.choices}
    return found_said(found, language, titles)
