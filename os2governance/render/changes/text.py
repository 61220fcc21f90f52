"""Changes between two states, with causes, as text."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.attribution import AttributedDifference, Attribution, CriterionResult
from os2governance.i18n.text import Language, _, format_list
from os2governance.render.changes.labels import (
    get_model,
    list_difference_lines,
    render_causes,
    render_difference_sides,
    render_difference_title,
    render_line_subject,
    render_location_suffix,
    render_short_value,
)
from os2governance.render.common.blocks import BLANK, NBSP, Block, Span, paragraph
from os2governance.render.common.levels import render_status_mark

COMPARED_STATES = _("Changes from {before} to {after}")
SINCE_LAST_DECISION = _("Changes since each product's last decision, to {after}")
TODAY = _("today")
NO_CHANGES = _("No levels and no criteria have changed.")
NEW = _("new")
GONE = _("gone")
RENAMED = _("was named {was}")
BECAUSE = _("cause: {causes}")
WITHOUT_DECISION = _("Without a decision to compare with: {names}.")


def render_changes_blocks(
    changes: Sequence[Attribution],
    states: tuple[str, str],
    never: Sequence[str],
    language: Language,
) -> Iterator[Block]:
    """Render the report."""
    yield paragraph(Span(render_changes_heading(states, language), "title"), hang=2)
    if not changes:
        yield paragraph(NO_CHANGES.render(language))
    for explained in changes:
        yield BLANK
        life = render_presence(explained, language)
        yield paragraph(Span(explained.change.product, "strong"), f" ({life})" if life else "")
        for part in (*explained.levels, *explained.outcomes):
            yield from _render_difference(part, explained, language)
    if never:
        yield BLANK
        yield paragraph(
            WITHOUT_DECISION.render(language).format(names=format_list(never, language))
        )


def render_changes_heading(states: tuple[str, str], language: Language) -> str:
    """The heading: which states are compared."""
    before, after = (_render_state(each, language) for each in states)
    text = COMPARED_STATES if before else SINCE_LAST_DECISION
    return text.render(language).format_map({"before": before, "after": after})


def _render_state(state: str, language: Language) -> str:
    """A state as it was asked for; the files as they are now are those of today."""
    return TODAY.render(language) if state == "now" else state


def render_presence(explained: Attribution, language: Language) -> str:
    """Whether a product is new, removed or renamed; otherwise empty."""
    if explained.former_id:
        return RENAMED.render(language).format_map({"was": explained.former_id})
    if explained.change.before is None:
        return NEW.render(language)
    return GONE.render(language) if explained.change.after is None else ""


def _render_difference(
    part: AttributedDifference, explained: Attribution, language: Language
) -> Iterator[Block]:
    before, after = render_difference_sides(part, explained, language)
    light = (
        [render_status_mark(part.after.status), Span(NBSP)]
        if isinstance(part.after, CriterionResult)
        else []
    )
    because = BECAUSE.render(language).format(causes=render_causes(part, language))
    yield paragraph(
        *light,
        render_difference_title(part, explained, language),
        f": {before} →{NBSP}{after}",
        Span(f" · {because}", "faint"),
        indent=2,
        hang=2,
    )
    for line in list_difference_lines(part, explained):
        was, now = (
            render_short_value(each, language, get_model(explained))
            for each in (line.before, line.after)
        )
        yield paragraph(
            Span(f"{render_line_subject(line, explained, language)}: ", "faint"),
            f"{was}{render_location_suffix(line.before)} →{NBSP}"
            f"{now}{render_location_suffix(line.after)}",
            indent=6,
            hang=2,
        )
