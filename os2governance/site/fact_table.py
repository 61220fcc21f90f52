"""The facts that a product declares, by subject, titled by its model's vocabulary."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Language
from os2governance.render.common.blocks import DASH
from os2governance.render.common.values import render_value
from os2governance.rules.fact_description import FactDescription


class FactTable(NamedTuple):
    """One subject: its facts as rows (label, value), and its lists as tables."""

    title: str
    rows: tuple[tuple[str, Any], ...]
    lists: tuple["FactList", ...]


class FactList(NamedTuple):
    """A list of facts, with a column for each field that any element declares."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def build_fact_tables(
    vocabulary: FactDescription, facts: Mapping[str, Any], language: Language
) -> Iterator[FactTable]:
    """Yield the subjects with declared facts, in the order of the vocabulary."""
    for name, fact in vocabulary.fields.items():
        if name in facts:
            rows = tuple(_collect_rows(fact, facts[name], language))
            lists = tuple(_collect_lists(fact, facts[name], language))
            if rows or lists:
                yield FactTable(fact.title.render(language), rows, lists)


def _collect_rows(
    fact: FactDescription, found: Any, language: Language
) -> Iterator[tuple[str, Any]]:
    if isinstance(found, dict):
        for name, below in fact.fields.items():
            if name in found:
                yield from _collect_rows(below, found[name], language)
    elif not _is_fact_list(found):
        yield fact.title.render(language), format_declared_value(fact, found, language)


def _collect_lists(fact: FactDescription, found: Any, language: Language) -> Iterator[FactList]:
    if isinstance(found, dict):
        for name, below in fact.fields.items():
            if name in found:
                yield from _collect_lists(below, found[name], language)
    elif _is_fact_list(found):
        fields = {
            name: each
            for name, each in fact.element.fields.items()
            if any(name in element for element in found)
        }
        yield FactList(
            fact.title.render(language),
            tuple(each.title.render(language) for each in fields.values()),
            tuple(
                tuple(
                    format_declared_value(each, element[name], language)
                    if name in element
                    else None
                    for name, each in fields.items()
                )
                for element in found
            ),
        )


def _is_fact_list(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(e, dict) for e in found)


def format_declared_value(fact: FactDescription, found: Any, language: Language) -> str | date:
    """A value as text; a date is returned as such, since the page formats it."""
    if on := parse_iso_date(found):
        return on
    if fact.is_date and (partial := format_partial_date(found, language)):
        return partial
    if isinstance(found, list) and not any(isinstance(each, dict | list) for each in found):
        return (
            ", ".join(str(format_declared_value(fact.element, each, language)) for each in found)
            or DASH
        )
    titles = {str(value): fact.value_title(value) for value in fact.choices}
    return render_value(found, language, titles)
