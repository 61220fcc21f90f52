"""The page of an evaluation, and what comes of saving it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from os2governance.files import listing
from os2governance.formats.words import LIGHTS
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.symbols import ANSWER_LABELS, HEARING_LABELS
from os2governance.web.edit_session import EditSession, read_current_product
from os2governance.web.evaluator import (
    EvaluationForm,
    build_evaluation_form,
    count_ratings,
    fingerprint_evaluation,
    save_evaluation,
)
from os2governance.web.pages import Pages
from os2governance.web.status_panel import render_reasons


def render_evaluation(
    pages: Pages,
    desk: EditSession,
    product: str,
    asked: EvaluationForm | None = None,
    said: Mapping[str, Any] | None = None,
) -> str:
    """The evaluator's page."""
    now, findings = read_current_product(desk)
    if now is None:
        return pages.render_template("unreadable.html", product=product, findings=findings)
    drawn = asked or build_evaluation_form(now, desk.as_of)
    around: dict[str, Any] = {"wrong": [], "written": "", **(said or {})}
    return pages.render_template(
        "evaluate.html",
        following=_find_following(list(pages.workspace.products()), product),
        product=product,
        now=now,
        sheet=drawn,
        was=fingerprint_evaluation(desk, parse_iso_date(drawn.on) or desk.as_of),
        lights=LIGHTS,
        counted=count_ratings(drawn.rows),
        reasons=partial(
            render_reasons, assessment=now.assessment, language=pages.workspace.language
        ),
        ANSWER=ANSWER_LABELS,
        HEARING=HEARING_LABELS,
        **around,
    )


def _find_following(products: Sequence[str], product: str) -> str:
    """The product after this one, the first after the last; empty where there is no other."""
    number = products.index(product) + 1 if product in products else 0
    following = products[number % len(products)] if products else product
    return "" if following == product else following


def submit_evaluation(
    pages: Pages, desk: EditSession, product: str, typed: Mapping[str, Sequence[str]]
) -> tuple[str, bool]:
    """Save an evaluation; return the page, and whether there was an error."""
    now = read_current_product(desk)[0]
    if now is None:  # the page shows why
        return render_evaluation(pages, desk, product), True
    asked = build_evaluation_form(now, desk.as_of, typed)
    with pages.writing:
        wrong, path = save_evaluation(desk, now, asked, typed.get("was", [""])[0])
    said = {"wrong": wrong, "written": "" if wrong else listing.format_path(path)}
    return render_evaluation(pages, desk, product, asked, said), bool(wrong)
