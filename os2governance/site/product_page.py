"""A product's own pages: explanation of its level, history, forecast, data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from os2governance.analysis.decision_log import LogEntry
from os2governance.analysis.forecast import TurningPoint, TurnReason
from os2governance.analysis.plan import build_plan
from os2governance.assessment.levels import Assessment
from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import (
    ANSWER_LABELS,
    BACKING_LABELS,
    DEVIATION_LABELS,
    KIND_LABELS,
    LEVEL_KINDS,
    LIFECYCLE_LABELS,
    SEVERITY_SYMBOLS,
)
from os2governance.i18n.text import LANGUAGES, Language
from os2governance.render.assessment.json import (
    AssessmentTotals,
    render_assessments_head,
    render_assessments_tail,
    tally_product,
)
from os2governance.render.assessment.product import render_level_meaning
from os2governance.render.assessment.product_json import render_product_json
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.common.fact_sources import name_fact_sources, render_fact_source
from os2governance.render.common.level_sentences import render_support_sentence
from os2governance.render.common.levels import (
    add_counts,
    render_level,
    render_level_differences,
    render_level_word,
)
from os2governance.render.forecast.text import render_outcome_turn, render_responsible_role
from os2governance.render.plan.frame import render_summary
from os2governance.site import html_blocks
from os2governance.site.badge import format_badge_path, render_badge_files, render_badge_label
from os2governance.site.criterion_view import CriterionView
from os2governance.site.fact_table import FactSources, build_fact_tables
from os2governance.site.history import (
    find_newest_evaluation,
    list_accepted_rows,
    list_history_events,
)
from os2governance.site.introduction import list_introduction
from os2governance.site.summary import ProductSummary
from os2governance.site.template import ROOT_LANGUAGE, Site, render_site_page
from os2governance.site.timeline import build_timeline

MAX_LIST_ELEMENTS = 200
"""Most elements of a list shown on a page; the data files have all."""

MAX_UNFOLDED = 8
"""Most elements of a list that is not folded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductPageData:
    """The data of a product's pages: assessment, decisions (newest first), forecast."""

    assessment: Assessment
    summary: ProductSummary
    log: Sequence[LogEntry]
    turns: Sequence[TurningPoint]
    until: date


class LevelRow(NamedTuple):
    """One of the nine levels of a product, and where it comes from."""

    kind: str
    word: str
    level: str
    meaning: str


class FactSourceRow(NamedTuple):
    """A file that states facts about the product: what it is, its date, and by whom."""

    what: str
    on: date
    by: str


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
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]
    plan, sources = build_plan(assessment), name_fact_sources(assessment, language)
    positions = FactSources(positions=assessment.facts.positions, names=sources)
    return {
        "assessment": assessment,
        "product": assessment.product,
        "card": look.summary,
        "introduction": list_introduction(assessment, language),
        "level_rows": _list_levels(assessment, language),
        "support": render_support_sentence(assessment, language),
        "plan": plan,
        "plan_summary": render_summary(plan, language),
        "total": add_counts(assessment.counts.values()),
        "differences": list(render_level_differences(assessment, language)),
        "grave": _group_findings(f for f in findings if f.severity != "note"),
        "accepted": list_accepted_rows(assessment, language),
        "themes": [
            (theme, [o for o in assessment.outcomes if o.criterion.theme == theme.id])
            for theme in model.themes
        ],
        "view": CriterionView(assessment, sources, language),
        "turns": look.turns,
        "until": look.until,
        "level_lines": lambda turn: render_level_lines(turn.change, language),
        "turn_lines": lambda turn: _list_criterion_turns(turn, language),
        "drawn": build_timeline(assessment),
        "evaluation": find_newest_evaluation(assessment, language),
        "events": list_history_events(assessment, look.log, language),
        "sources": _list_sources(assessment, language),
        "sheets": list(
            build_fact_tables(model.facts, assessment.facts.values, language, positions)
        ),
        "value_said": html_blocks.render_html_link,
        "listed": MAX_LIST_ELEMENTS,
        "unfolded": MAX_UNFOLDED,
        "model_page": format_model_page_path(model.reference),
        "badge": format_badge_path(look.summary, language),
        "badge_said": render_badge_label(look.summary, language),
        "endpoint": format_badge_path(look.summary, language, "json"),
        "KIND": KIND_LABELS,
        "STANDING": LIFECYCLE_LABELS,
        "ANSWER": ANSWER_LABELS,
        "BACKING": BACKING_LABELS,
        "DEVIATION": DEVIATION_LABELS,
    }


def _list_levels(assessment: Assessment, language: Language) -> list[LevelRow]:
    return [
        LevelRow(
            kind,
            render_level_word(assessment.model, kind, language),
            render_level(assessment, kind, language),
            render_level_meaning(assessment, kind, language),
        )
        for kind in LEVEL_KINDS
    ]


def _list_sources(assessment: Assessment, language: Language) -> list[FactSourceRow]:
    return [
        FactSourceRow(render_fact_source(file, assessment, language), file.on, file.by)
        for file in assessment.facts.files
    ]


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


def compute_forecast_end(as_of: date) -> date:
    """The end of the forecast on the pages: a year ahead."""
    return as_of + timedelta(min(_FORECAST_DAYS, (date.max - as_of).days))


_FORECAST_DAYS = 365  # days
