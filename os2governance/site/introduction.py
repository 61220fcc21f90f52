"""What a product is, who owns it and who uses it: at the head of its page, by facts."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import Language, _, ngettext
from os2governance.model.figure_sources import (
    NO_FIGURE_SOURCES,
    UserSource,
    find_fact,
    read_fact,
    read_figure_sources,
)
from os2governance.rules.node import FactPath
from os2governance.rules.trace import MISSING
from os2governance.site.fact_table import format_stated_value

MAX_NAMES = 8
"""Most users named at the head of a page; the rest is counted."""
_USED_BY = _("Used by")
_NOT_STATED = _("not stated")
_AND_OTHERS = _("{names} and {others}")


class IntroductionRow(NamedTuple):
    """A fact at the head of a page, and its values as text."""

    label: str
    values: tuple[str, ...]


def list_introduction(assessment: Assessment, language: Language) -> list[IntroductionRow]:
    """The facts that introduce a product, as far as stated, and its users or that they are not."""
    model = assessment.model
    sources = read_figure_sources(model)[0] or NO_FIGURE_SOURCES
    rows = [_build_row(assessment, path, language) for path in sources.about]
    if sources.users:
        rows.append(_build_users_row(assessment, sources.users, language))
    return [row for row in rows if row.values]


def _build_row(assessment: Assessment, path: FactPath, language: Language) -> IntroductionRow:
    fact = find_fact(assessment.model.facts, path)
    values = {
        format_stated_value(fact, value, language): None
        for value in _list_values(assessment.facts.values, path)
    }
    return IntroductionRow(fact.title.render(language), tuple(values))


def _list_values(found: Any, path: FactPath) -> Iterator[Any]:
    """Yield the plain values at a path, in lists those of each element."""
    if isinstance(found, list):
        for element in found:
            yield from _list_values(element, path)
    elif path and isinstance(found, dict):
        yield from _list_values(found.get(path[0]), path[1:])
    elif not path and isinstance(found, str | int | float):
        yield found


def _build_users_row(
    assessment: Assessment, users: UserSource, language: Language
) -> IntroductionRow:
    stated = read_fact(assessment.facts.values, users.list_path)
    if stated is MISSING:
        return IntroductionRow(_USED_BY.render(language), (_NOT_STATED.render(language),))
    listed = (
        [each for each in stated if isinstance(each, dict)] if isinstance(stated, list) else []
    )
    names = [
        str(each[users.name]) for each in listed if each.get(users.name) and users.says_use(each)
    ]
    said = ", ".join(names[:MAX_NAMES])
    if len(names) > MAX_NAMES:
        count = len(names) - MAX_NAMES
        others = ngettext("1 other", "{count} others", count).render(language)
        said = _AND_OTHERS.render(language).replace("{others}", others.format(count=count))
        said = said.replace("{names}", ", ".join(names[:MAX_NAMES]))
    return IntroductionRow(_USED_BY.render(language), (said,) if said else ())
