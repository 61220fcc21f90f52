"""A product's own pages: explanation of its level, history, forecast, data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from os2governance.analysis.decision_log import LogEntry
from os2governance.analysis.forecast import TurningPoint, TurnReason
from os2governance.analysis.plan import build_action, build_plan
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import (
    ANSWER_LABELS,
    BASIS_LABELS,
    DEVIATION_LABELS,
    KIND_LABELS,
    LIFECYCLE_LABELS,
    SEVERITY_SYMBOLS,
    STATUS_SYMBOLS,
)
from os2governance.i18n.text import LANGUAGES, Language, _
from os2governance.render.assessment.json import (
    AssessmentTotals,
    render_assessments_head,
    render_assessments_tail,
    tally_product,
)
from os2governance.render.assessment.product_json import render_product_json
from os2governance.render.assessment.trace import render_trace_blocks
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.common.actions import render_action_blocks
from os2governance.render.common.blocks import Block
from os2governance.render.common.levels import add_counts, render_level_differences
from os2governance.render.decisions import log_labels
from os2governance.render.forecast.text import render_outcome_turn, render_responsible_role
from os2governance.rules.trace import Trace
from os2governance.site import html_blocks
from os2governance.site.badge import format_badge_path, render_badge_files, render_badge_label
from os2governance.site.fact_table import build_fact_tables
from os2governance.site.summary import ProductSummary
from os2governance.site.template import (
    ROOT_LANGUAGE,
    Site,
    build_template_environment,
    render_site_page,
)
from os2governance.site.timeline import build_timeline

MAX_LIST_ELEMENTS = 200
"""Most elements of a list shown on a page; the data files have all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductPageData:
    """The data of a product's pages: assessment, decisions (newest first), forecast."""

    assessment: Assessment
    summary: ProductSummary
    log: Sequence[LogEntry]
    turns: Sequence[TurningPoint]
    until: date


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryEvent:
    """An entry of the record in the history list."""

    on: date
    what: str
    by: str
    rationale: str
    reference: str
    counts: dict[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionTurn:
    """A criterion that changes on a day, as text."""

    id: str
    title: str
    status: str
    outcome: str
    worse: bool
    reasons: tuple[TurnReason, ...]
    responsible: str


def render_product_files(look: ProductPageData, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield all files of one product: its page in each language, its badges, its data."""
    product = look.summary.product
    data = f"data/{product}/assessment.json"
    for language in LANGUAGES:
        yield render_site_page(
            "product.html",
            f"products/{product}.html",
            language,
            site,
            section="products",
            data=data,
            **_build_context(look, language),
        )
    yield from render_badge_files(look.summary)
    yield data, _render_data(look.assessment)


def _render_data(assessment: Assessment) -> bytes:
    """The JSON that `assess --format json` would print for the product alone."""
    totals = AssessmentTotals()
    totals.add(tally_product(assessment, records_read=True))
    head = render_assessments_head(assessment.as_of)
    product = render_product_json(assessment, ROOT_LANGUAGE)
    tail = render_assessments_tail(totals, [], ROOT_LANGUAGE)
    return f"{head}\n{product}{tail}".encode(errors=ENCODING_ERRORS)


def _build_context(look: ProductPageData, language: Language) -> dict[str, Any]:
    assessment, model = look.assessment, look.assessment.model
    file = assessment.document.file
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]

    def tree_of(trace: Trace) -> Iterator[Block]:
        return render_trace_blocks(trace, file, language, 0)

    def steps_of(outcome: Outcome) -> Iterator[Block]:
        return render_action_blocks(build_action(assessment, outcome), language, 0)

    return {
        "assessment": assessment,
        "card": look.summary,
        "plan": build_plan(assessment),
        "total": add_counts(assessment.counts.values()),
        "differences": list(render_level_differences(assessment, language)),
        "grave": _group_findings(f for f in findings if f.severity != "note"),
        "accepted": [o for o in assessment.outcomes if o.accepted],
        "themes": [
            (theme, [o for o in assessment.outcomes if o.criterion.theme == theme.id])
            for theme in model.themes
        ],
        "turns": look.turns,
        "until": look.until,
        "level_lines": lambda turn: render_level_lines(turn.change, language),
        "turn_lines": lambda turn: _list_criterion_turns(turn, language),
        "tree": tree_of,
        "steps": steps_of,
        "drawn": build_timeline(assessment),
        "events": _list_history_events(look, language),
        "sheets": list(build_fact_tables(model.facts, assessment.facts.values, language)),
        "value_said": lambda value: _render_value(value, language),
        "listed": MAX_LIST_ELEMENTS,
        "model_page": format_model_page_path(model.reference),
        "badge": format_badge_path(look.summary, language),
        "badge_said": render_badge_label(look.summary, language),
        "endpoint": f"badges/{look.summary.product}.json",
        "KIND": KIND_LABELS,
        "STANDING": LIFECYCLE_LABELS,
        "BASIS": BASIS_LABELS,
        "ANSWER": ANSWER_LABELS,
        "DEVIATION": DEVIATION_LABELS,
    }


def _group_findings(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Group findings with the same code and remedy, most severe first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for found in findings:
        groups.setdefault((found.code, found.remedy.en), []).append(found)
    order = list(SEVERITY_SYMBOLS)
    return sorted(groups.values(), key=lambda same: order.index(same[0].severity))


def format_model_page_path(reference: str) -> str:
    """The path of a model's page, such as `model/os2-1.1.0.html`."""
    return f"model/{reference.replace('/', '-')}.html"


def _render_value(value: Any, language: Language) -> Any:
    if isinstance(value, date):
        return build_template_environment(language).filters["day"](value)
    return html_blocks.render_html_link(str(value))


def _list_criterion_turns(turn: TurningPoint, language: Language) -> Iterator[CriterionTurn]:
    for turned in turn.outcomes:
        criterion = turned.after.criterion
        yield CriterionTurn(
            id=criterion.id,
            title=criterion.title.render(language),
            status=turned.after.status,
            outcome=render_outcome_turn(turned, language),
            worse=turned.worse,
            reasons=turned.reasons,
            responsible=render_responsible_role(turned, turn, language) if turned.worse else "",
        )


def _list_history_events(look: ProductPageData, language: Language) -> list[HistoryEvent]:
    """Decisions and evaluations together, newest first."""
    record, model = look.assessment.record, look.assessment.model
    names = {level.id: level.name.render(language) for level in model.levels}
    events = [
        HistoryEvent(
            on=entry.on,
            what=log_labels.render_decision(entry, language),
            by=entry.role.render(language),
            rationale=entry.rationale,
            reference=entry.reference,
            counts={},
        )
        for entry in look.log
    ]
    for evaluation in record.evaluations:
        if evaluation.on > look.assessment.as_of:
            continue
        given = [light.status for light in evaluation.ratings.values()]
        recommended = names.get(evaluation.recommends or "", evaluation.recommends)
        what = _("Evaluated").render(language)
        if recommended is not None:
            what = f"{what}: " + _("recommended").render(language) + f" {recommended}"
        counts = {status: given.count(status) for status in STATUS_SYMBOLS}
        events.append(
            HistoryEvent(
                on=evaluation.on,
                what=what,
                by=evaluation.by,
                rationale="",
                reference=evaluation.reference,
                counts=counts,
            )
        )
    return sorted(events, key=lambda event: event.on, reverse=True)


def compute_forecast_end(as_of: date) -> date:
    """The end of the forecast on the pages: a year ahead."""
    return as_of + timedelta(min(_FORECAST_DAYS, (date.max - as_of).days))


_FORECAST_DAYS = 365  # days
