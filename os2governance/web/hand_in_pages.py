"""The page on which a self-assessment is handed in, and its files that need nothing else."""

from functools import partial

from os2governance.i18n.symbols import ANSWER_LABELS
from os2governance.model.look import Look
from os2governance.model.words import phrase, possessive
from os2governance.site.look_css import render_look_css
from os2governance.web.document_pages import render_plan
from os2governance.web.edit_session import (
    EditSession,
    build_current_form,
    read_current_product,
)
from os2governance.web.form import ProductForm
from os2governance.web.hand_in import HandedInFile, list_hand_in_files
from os2governance.web.last_time import render_likely_questions
from os2governance.web.level_list import TAG_OPEN, describe_state, list_levels
from os2governance.web.pages import Pages
from os2governance.web.static import read_served_files
from os2governance.web.status_panel import (
    Notice,
    build_status_panel,
    collect_notices,
    render_about_line,
    render_model_name,
)
from os2governance.web.workspace import AssessedProduct

_STYLES = ("assets/site.css", "static/web.css")


def render_hand_in(pages: Pages, desk: EditSession, product: str) -> str:
    """The page that says what to look at first, and has the files to send."""
    now, findings = read_current_product(desk)
    if now is None:
        return pages.render_template("unreadable.html", product=product, findings=findings)
    form = build_current_form(now, desk)
    language = desk.language
    looks = [each for each in collect_notices(now, form) if each.severity != "note"]
    listed = [each for level in list_levels(now.assessment, form, {}) for each in level.criteria]
    records = pages.claims.find_records(now.model.reference)
    return pages.render_template(
        "handin.html",
        product=product,
        now=now,
        evaluator=phrase(now.model.words.evaluator),
        panel=build_status_panel(now, language),
        about_line=render_about_line(now.assessment, language),
        looks=looks,
        address=partial(_find_address, form=form),
        unanswered=sum(TAG_OPEN in each.tags for each in listed),
        questions=render_likely_questions(now.assessment, records, language),
        files=_list_files(pages, desk, product, now),
    )


def build_hand_in(pages: Pages, desk: EditSession, product: str) -> tuple[HandedInFile, ...]:
    """The files to send; none where the product cannot be read."""
    now = read_current_product(desk)[0]
    return _list_files(pages, desk, product, now) if now else ()


def _list_files(
    pages: Pages, desk: EditSession, product: str, now: AssessedProduct
) -> tuple[HandedInFile, ...]:
    alone = _collect_styles(now.model.look)
    readable = {
        "plan": render_plan(pages, desk, product, alone),
        "overview": render_overview(pages, desk, now, alone),
    }
    return list_hand_in_files(now, desk, readable)


def _collect_styles(look: Look) -> str:
    """The styles of a page that needs nothing else; its fonts are those of the reader."""
    served = read_served_files()
    own = [served[name][0].decode() for name in _STYLES]
    lines = [line for text in own for line in text.splitlines() if "url(" not in line]
    return "\n".join([*lines, render_look_css(look)])


def render_overview(pages: Pages, desk: EditSession, now: AssessedProduct, alone: str = "") -> str:
    """The whole assessment on one page, to read; `alone` are its styles, where it is a file."""
    language = desk.language
    form = build_current_form(now, desk)
    levels = list_levels(now.assessment, form, {})
    order = now.model.level_ids
    return pages.render_template(
        "overview.html",
        now=now,
        alone=alone,
        model_name=render_model_name(now.model, language),
        about_line=render_about_line(now.assessment, language),
        panel=build_status_panel(now, language),
        levels=sorted(levels, key=lambda each: order.index(each.level.id)),
        evaluators=possessive(now.model.words.evaluator),
        state=partial(describe_state, model=now.model),
        ANSWER=ANSWER_LABELS,
    )


def _find_address(notice: Notice, form: ProductForm) -> str:
    """The id on the form of what a notice is about."""
    return f"f-{notice.target}" if notice.target in form.fields() else notice.target
