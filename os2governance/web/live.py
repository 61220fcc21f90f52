"""The status panel beside the form's fields: level, missing tasks, questionable claims."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from os2governance.analysis.difference import Change
from os2governance.analysis.plan import Action, plan
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.checks.claims import doubts
from os2governance.checks.consistency import unsound
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import STATUS
from os2governance.i18n.text import Language, Sayable
from os2governance.portfolio.contribution import misnamed
from os2governance.render.assessment.trace_text import tree
from os2governance.render.changes.product_text import change_lines
from os2governance.render.common.levels import total
from os2governance.web.form import Field, Form
from os2governance.web.workplace import Opened


class Notice(NamedTuple):
    """A message at a field, or at a criterion where no field is concerned."""

    at: str
    severity: str
    message: Sayable
    remedy: Sayable


class Missing(NamedTuple):
    """The tasks of one role for the next level."""

    role: str
    actions: tuple[Action, ...]


class Panel(NamedTuple):
    """The panel beside the form: level, statuses by theme, and tasks by role."""

    assessment: Assessment
    height: int
    placed: int | None
    total: dict[str, int]
    themes: tuple[tuple[Any, dict[str, int]], ...]
    wanted: Any
    missing: tuple[Missing, ...]
    reserved: int
    graves: int
    changes: tuple[str, ...]


def panel(now: Opened, language: Language, before: Assessment | None = None) -> Panel:
    """Build the panel; with `before`, including the changes since then."""
    assessment = now.assessment
    order, levels = assessment.model.level_ids, assessment.levels
    planned = plan(assessment)
    reached = -1 if levels.assessed is None else order.index(levels.assessed)
    changes: Iterable[str] = ()
    if before is not None:
        changes = change_lines(Change(before, assessment), language)
    return Panel(
        assessment=assessment,
        height=reached,
        placed=None if levels.placed is None else order.index(levels.placed),
        total=total(assessment.counts.values()),
        themes=tuple(_themes(assessment)),
        wanted=planned.level,
        missing=tuple(
            Missing(name.say(language) or role, actions) for role, name, actions in planned.by_role
        ),
        reserved=len(planned.reservations),
        graves=sum(found.severity != "note" for found in _findings(assessment)),
        changes=tuple(changes),
    )


def _themes(assessment: Assessment) -> Iterator[tuple[Any, dict[str, int]]]:
    for theme in assessment.model.themes:
        own = [o.status for o in assessment.outcomes if o.criterion.theme == theme.id]
        yield theme.name, {status: own.count(status) for status in STATUS}


def _findings(assessment: Assessment) -> list[Finding]:
    return [
        *assessment.findings,
        *(found for outcome in assessment.outcomes for found in outcome.findings),
        *unsound(assessment),
        *doubts(assessment, ()),
        *misnamed(assessment),
    ]


def notices(now: Opened, form: Form) -> list[Notice]:
    """Collect notices, each for the field on the finding's line, otherwise for its criterion."""
    document = now.assessment.declaration.document
    fields = _by_line(form.fields().values(), document)
    found = [each for each in _findings(now.assessment) if each.code not in _SILENT]
    return [
        Notice(_at(each, fields, document.file), each.severity, each.message, each.remedy)
        for each in found
    ]


_SILENT = frozenset({"unanswered", "planned"})
"""Codes whose message the form shows anyway: an open question, a planned answer."""


def _by_line(fields: Iterable[Field], document: Any) -> dict[tuple[int, int], str]:
    places: dict[tuple[int, int], str] = {}
    for field in fields:
        if field.state != "undeclared":
            place = document.place(field.path)
            places.setdefault((place.line, place.column), field.name)
    return places


def _at(found: Finding, fields: dict[tuple[int, int], str], file: str) -> str:
    place = found.place
    if place.file == file and (place.line, place.column) in fields:
        return fields[place.line, place.column]
    return f"answers.{found.criterion}" if found.criterion else ""


def reasons(outcome: Outcome, file: str, language: Language) -> Sequence[Any]:
    """The result of a criterion's rule, as far as the facts determine it."""
    return list(tree(outcome.met, file, language, 0))
