"""What a page of the form shows beside the fields: levels, messages, and helpers of templates."""

from functools import partial
from typing import Any

from os2governance.i18n.symbols import BACKING_LABELS
from os2governance.i18n.text import Language
from os2governance.model.words import possessive
from os2governance.web.build_form import is_decided
from os2governance.web.form import FormField, FormLeaf, ProductForm, split_element
from os2governance.web.level_list import (
    count_warnings,
    describe_state,
    list_levels,
    render_remaining,
)
from os2governance.web.save import SaveResult
from os2governance.web.shown_values import render_shown_value
from os2governance.web.status_panel import build_status_panel, collect_notices, render_reasons
from os2governance.web.workspace import AssessedProduct


def build_status_context(
    now: AssessedProduct,
    drawn: ProductForm,
    language: Language,
    before: AssessedProduct | None = None,
) -> dict[str, Any]:
    """What a form page shows of a product's assessment; with `before`, the changes since then."""
    said = collect_notices(now, drawn)
    by_field: dict[str, list[Any]] = {}
    for each in said:
        by_field.setdefault(each.target, []).append(each)
    return {
        "panel": build_status_panel(now, language, before.assessment if before else None),
        "notices": by_field,
        "levels": list_levels(now.assessment, drawn, count_warnings(said, drawn)),
        "remaining": partial(render_remaining, language=language),
        "is_decided": is_decided,
        "state": partial(describe_state, model=now.model),
        "reasons": partial(render_reasons, assessment=now.assessment, language=language),
        "evaluators": possessive(now.model.words.evaluator),
        "split_element": split_element,
        "proposed": drawn.proposing,
        "shown": partial(render_shown_value, language=language),
        "address": _find_part_address,
        "BACKING": BACKING_LABELS,
    }


def list_wrong_names(outcome: SaveResult | None) -> set[str]:
    """The names of the fields of which the input was not saved."""
    if outcome is None:
        return set()
    return {*outcome.problems, *(clash.field.name for clash in outcome.clashes)}


def _find_part_address(part: FormLeaf) -> str:
    """The id of a part on the page."""
    return f"f-{part.name}" if isinstance(part, FormField) else part.name
