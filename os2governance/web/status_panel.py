"""The status panel beside the form's fields: level, missing tasks, questionable claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.analysis.difference import ProductChange
from os2governance.analysis.plan import Action, build_plan
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.checks.authorities import check_authorities
from os2governance.checks.claims import check_claims
from os2governance.checks.consistency import check_consistency
from os2governance.checks.date_reach import check_date_reach
from os2governance.checks.register_facts import check_register_facts
from os2governance.findings.finding import Finding
from os2governance.i18n.date_words import format_day
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import Language, Renderable, _
from os2governance.model.model import Model
from os2governance.render.assessment.trace import render_public_trace
from os2governance.render.changes.difference_text import render_change_lines
from os2governance.render.common.fact_sources import name_fact_sources
from os2governance.render.common.level_sentences import (
    render_open_clause,
    render_stopped_clause,
    render_support_sentence,
)
from os2governance.render.common.levels import add_counts, render_level
from os2governance.web.form import FormField, ProductForm
from os2governance.web.workspace import AssessedProduct


class Notice(NamedTuple):
    """A message at a field, or at a criterion where no field is concerned."""

    target: str
    severity: str
    message: Renderable
    remedy: Renderable


class RoleTasks(NamedTuple):
    """The tasks of one role for the next level."""

    role: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusPanel:
    """The panel beside the form: level, statuses by theme, and tasks by role.

    `headline` is the assessed level, or that it is not settled; `short` says the same in a word or
    two. `details` are what it rests on and what is open. `backing` is the number of criteria by
    who stands behind them.
    """

    assessment: Assessment
    headline: str
    short: str
    details: tuple[str, ...]
    backing: dict[str, int]
    assessed_index: int
    placed_index: int | None
    status_counts: dict[str, int]
    themes: tuple[tuple[Any, dict[str, int]], ...]
    next_level: Any
    role_tasks: tuple[RoleTasks, ...]
    changes: tuple[str, ...]


def build_status_panel(
    now: AssessedProduct, language: Language, before: Assessment | None = None
) -> StatusPanel:
    """Build the panel; with `before`, including the changes since then."""
    assessment = now.assessment
    order, levels = assessment.model.level_ids, assessment.levels
    planned = build_plan(assessment)
    reached = -1 if levels.assessed is None else order.index(levels.assessed)
    changes: Iterable[str] = ()
    if before is not None:
        changes = render_change_lines(ProductChange(before, assessment), language)
    headline, *details = map(_capitalise, _describe_level(assessment, language))
    return StatusPanel(
        assessment=assessment,
        headline=headline,
        short=_capitalise(render_level(assessment, "assessed", language)),
        details=tuple(details),
        backing=assessment.backing,
        assessed_index=reached,
        placed_index=None if levels.placed is None else order.index(levels.placed),
        status_counts=add_counts(assessment.counts.values()),
        themes=tuple(_count_by_theme(assessment)),
        next_level=planned.level,
        role_tasks=tuple(
            RoleTasks(name.render(language) or role, actions)
            for role, name, actions in planned.by_role
        ),
        changes=tuple(changes),
    )


def _describe_level(assessment: Assessment, language: Language) -> Iterator[str]:
    """Yield the assessed level, or that it is not settled, and what else is to be known of it."""
    clause = render_open_clause(assessment, language)
    unsettled = assessment.states["assessed"] == NOT_SETTLED
    yield clause if unsettled else render_level(assessment, "assessed", language)
    if not unsettled:
        yield from filter(None, [clause or render_stopped_clause(assessment, language)])
    yield from filter(None, [render_support_sentence(assessment, language)])
    if assessment.draft:
        yield _DRAFT.render(language)


_DRAFT = _("The self-assessment is a draft: it counts in no figure and no badge.")


def render_model_name(model: Model, language: Language) -> str:
    """The name of a model and its version; one that is a date is written as a day."""
    day = parse_iso_date(model.version)
    version = format_day(day, language) if day else model.version
    return f"{model.name.render(language)} {version}"


def render_about_line(assessment: Assessment, language: Language) -> str:
    """When the self-assessment was filled in, and by whom; empty without one."""
    if assessment.declared_on is None:
        return ""
    day = format_day(assessment.declared_on, language)
    return _FILLED_IN.render(language).format(day=day, who=assessment.declared_by)


_FILLED_IN = _("filled in {day} by {who}")


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count_by_theme(assessment: Assessment) -> Iterator[tuple[Any, dict[str, int]]]:
    for theme in assessment.model.themes:
        own = [o.status for o in assessment.outcomes if o.criterion.theme == theme.id]
        yield theme.name, {status: own.count(status) for status in STATUS_SYMBOLS}


def _collect_findings(assessment: Assessment) -> list[Finding]:
    return [
        *assessment.findings,
        *(found for outcome in assessment.outcomes for found in outcome.findings),
        *check_consistency(assessment),
        *check_date_reach(assessment),
        *check_claims(assessment, ()),
        *check_authorities(assessment),
        *check_register_facts(assessment),
    ]


def collect_notices(now: AssessedProduct, form: ProductForm) -> list[Notice]:
    """Collect notices, each for the field on the finding's line, otherwise for its criterion."""
    declaration = now.product.current
    document = declaration.document if declaration else None
    fields = _index_fields_by_line(form.fields().values(), document) if document else {}
    file = document.file if document else ""
    found = [
        each
        for each in _collect_findings(now.assessment)
        if each.entry.answer not in _SHOWN_BY_THE_FORM
    ]
    return [
        Notice(
            _choose_target(each, fields, file), each.severity, each.unplaced_message, each.remedy
        )
        for each in found
    ]


_SHOWN_BY_THE_FORM = frozenset({"open", "planned"})
"""What the form shows of an answer anyway: an open question, a plan."""


def _index_fields_by_line(
    fields: Iterable[FormField], document: Any
) -> dict[tuple[int, int], str]:
    places: dict[tuple[int, int], str] = {}
    for field in fields:
        if field.state != "undeclared":
            place = document.locate(field.path)
            places.setdefault((place.line, place.column), field.name)
    return places


def _choose_target(found: Finding, fields: dict[tuple[int, int], str], file: str) -> str:
    place = found.location
    if place.file == file and (place.line, place.column) in fields:
        return fields[place.line, place.column]
    return f"answers.{found.criterion}" if found.criterion else ""


def render_reasons(outcome: Outcome, assessment: Assessment, language: Language) -> Sequence[Any]:
    """The result of a criterion's rule, as far as the facts determine it, without keys and lines.

    Of a criterion that does not apply, why it does not.
    """
    traced = outcome.applies if outcome.excluded and outcome.applies else outcome.met
    sources = name_fact_sources(assessment, language)
    return list(render_public_trace(traced, sources, language))
