"""The plan for a level as a printable document, with the renewals due within a year."""

from datetime import date, timedelta

from os2governance.analysis.forecast import ahead
from os2governance.analysis.plan import Plan
from os2governance.i18n.text import Language
from os2governance.render.common.paper_html import paper_html
from os2governance.render.common.paper_markdown import paper_markdown
from os2governance.render.plan.paper import plan_paper

YEAR = timedelta(days=366)


def paper(plan: Plan, form: str, language: Language) -> str:
    """The document as Markdown or HTML."""
    as_of = plan.assessment.as_of
    until = as_of + YEAR if as_of <= date.max - YEAR else date.max
    parts = plan_paper(plan, tuple(ahead(plan.assessment, until)), language)
    return paper_html(parts, {}, language) if form == "html" else paper_markdown(parts, {})
