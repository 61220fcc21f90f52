"""The plan for a level as a printable document, with the renewals due within a year."""

from datetime import date, timedelta

from os2governance.analysis.forecast import find_turning_points
from os2governance.analysis.plan import Plan
from os2governance.i18n.text import Language
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown
from os2governance.render.plan.paper import build_plan_paper

FORECAST_SPAN = timedelta(days=366)


def render_plan_document(plan: Plan, form: str, language: Language) -> str:
    """The document as Markdown or HTML."""
    as_of = plan.assessment.as_of
    until = as_of + FORECAST_SPAN if as_of <= date.max - FORECAST_SPAN else date.max
    parts = build_plan_paper(plan, tuple(find_turning_points(plan.assessment, until)), language)
    return (
        render_paper_html(parts, {}, language)
        if form == "html"
        else render_paper_markdown(parts, {})
    )
