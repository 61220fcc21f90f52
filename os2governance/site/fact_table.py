"""The facts about a product, by subject, titled by its model's vocabulary, with their sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.text import Language
from os2governance.render.common.blocks import DASH
from os2governance.render.common.values import render_value
from os2governance.rules.fact_description import FactDescription


class FactRow(NamedTuple):
    """A fact, its value as text, and where it is from; `source` is empty where that is obvious."""

    label: str
    value: str
    source: str


class FactTable(NamedTuple):
    """One subject: its facts as rows, and its lists as tables."""

    title: str
    rows: tuple[FactRow, ...]
    lists: tuple["FactList", ...]


class FactCell(NamedTuple):
    """A fact of a list's element, as text, and where it is from."""

    value: str
    source: str


class FactList(NamedTuple):
    """A list of facts, with a column for each field that any element states; None where not."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[FactCell | None, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FactSources:
    """The positions of merged facts, and what the files are called that they are from.

    A file without a name is not mentioned.
    """

    positions: Any = None
    names: Mapping[str, str] = field(default_factory=dict)

    def find_below(self, step: str | int) -> "FactSources":
        """The positions of what is stated below a value."""
        if not self.names or self.positions is None:
            return NO_SOURCES
        return FactSources(positions=self.positions[step][2], names=self.names)

    def name(self, step: str | int) -> str:
        """What the file is called that a value is from."""
        if not self.names or self.positions is None:
            return ""
        source = getattr(self.positions[step][1], "source", None)
        return self.names.get(source.file, "") if source else ""


NO_SOURCES = FactSources()


def build_fact_tables(
    vocabulary: FactDescription,
    facts: Mapping[str, Any],
    language: Language,
    sources: FactSources = NO_SOURCES,
) -> Iterator[FactTable]:
    """Yield the subjects with stated facts, in the order of the vocabulary."""
    tables = _Tables(language)
    for name, fact in vocabulary.fields.items():
        if name in facts:
            rows = tuple(tables.collect_rows(fact, facts, name, sources))
            lists = tuple(tables.collect_lists(fact, facts, name, sources))
            if rows or lists:
                yield FactTable(fact.title.render(language), rows, lists)


class _Tables(NamedTuple):
    """Collects facts as text in one language."""

    language: Language

    def collect_rows(
        self, fact: FactDescription, above: Mapping[str, Any], name: str, sources: FactSources
    ) -> Iterator[FactRow]:
        """Yield the facts that are no lists, those of a group one by one."""
        found = above[name]
        if isinstance(found, dict):
            for below, each in fact.fields.items():
                if below in found:
                    yield from self.collect_rows(each, found, below, sources.find_below(name))
        elif not _is_fact_list(found):
            value = format_stated_value(fact, found, self.language)
            yield FactRow(fact.title.render(self.language), value, sources.name(name))

    def collect_lists(
        self, fact: FactDescription, above: Mapping[str, Any], name: str, sources: FactSources
    ) -> Iterator[FactList]:
        """Yield the lists of groups of facts."""
        found = above[name]
        if isinstance(found, dict):
            for below, each in fact.fields.items():
                if below in found:
                    yield from self.collect_lists(each, found, below, sources.find_below(name))
        elif _is_fact_list(found):
            yield self._build_list(fact, found, sources.find_below(name))

    def _build_list(
        self, fact: FactDescription, found: list[dict[str, Any]], sources: FactSources
    ) -> FactList:
        fields = {
            name: each
            for name, each in fact.element.fields.items()
            if any(name in element for element in found)
        }
        return FactList(
            fact.title.render(self.language),
            tuple(each.title.render(self.language) for each in fields.values()),
            tuple(
                tuple(
                    self._build_cell(each, element, name, sources.find_below(number))
                    for name, each in fields.items()
                )
                for number, element in enumerate(found)
            ),
        )

    def _build_cell(
        self, fact: FactDescription, element: dict[str, Any], name: str, sources: FactSources
    ) -> FactCell | None:
        if name not in element:
            return None
        value = format_stated_value(fact, element[name], self.language)
        return FactCell(value, sources.name(name))


def _is_fact_list(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(e, dict) for e in found)


def format_stated_value(fact: FactDescription, found: Any, language: Language) -> str:
    """A value as text; a date is as precise as it is stated."""
    if fact.is_date and (day := format_partial_date(found, language)):
        return day
    if isinstance(found, list) and not any(isinstance(each, dict | list) for each in found):
        several = (format_stated_value(fact.element, each, language) for each in found)
        return ", ".join(several) or DASH
    titles = {str(value): fact.value_title(value) for value in fact.choices}
    return render_value(found, language, titles)
