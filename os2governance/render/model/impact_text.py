"""Impact of a model change on products, as text."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from os2governance.analysis.model_impact import Impact, ModelComparison
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.common.blocks import BLANK, Block, Span, paragraph
from os2governance.render.common.levels import render_footer

_HEAD = _("From {before} to {after}")
_UNSETTLED = _("Not settled any more: {unsettled}.")
_INCOMPARABLE = _("Levels cannot be compared for {apart}.")
_ELSEWHERE = _("Not counted, since they follow another version: {versions}.")
_STOPPING = _("Begin to block: {names}")
_OPENED = _("Must be answered before the level is settled: {names}")
_FREED = _("No longer block: {names}")
_ASKED = _("{name} requires: {paths}")
_AGAIN = _("To be answered again: {names}")
_FORBIDDEN = _("Not allowed in the self-assessment: {place}: {what}")


def count_impacts(impacts: Sequence[Impact]) -> dict[str, int]:
    """Count products by the direction of their change; those that become unsettled apart."""
    ways = [each.direction for each in impacts if not each.unsettled]
    return {
        "products": len(impacts),
        "up": ways.count(1),
        "down": ways.count(-1),
        "same": ways.count(0),
        "apart": ways.count(None),
        "unsettled": len(impacts) - len(ways),
    }


def render_impact_blocks(
    found: ModelComparison, as_of: date, language: Language
) -> Iterator[Block]:
    """Render the counts, then each affected product."""
    before, after = (f"{each.reference} ({each.digest[7:15]})" for each in found.models)
    head = _HEAD.render(language).format(before=before, after=after)
    yield paragraph(Span(head, "title"), hang=2)
    counts = count_impacts(found.impacts)
    told = ngettext(
        "1 product: {up} up, {down} down, {same} unchanged.",
        "{products} products: {up} up, {down} down, {same} unchanged.",
        counts["products"],
    )
    yield paragraph(told.render(language).format(**counts))
    if counts["unsettled"]:
        yield paragraph(_UNSETTLED.render(language).format(**counts))
    if counts["apart"]:
        yield paragraph(_INCOMPARABLE.render(language).format(**counts))
    if found.elsewhere:
        versions = render_elsewhere(found.elsewhere, language)
        yield paragraph(_ELSEWHERE.render(language).format(versions=versions))
    for each in found.impacts:
        yield from _render_product_impact(each, language)
    yield BLANK
    yield render_footer([model.reference for model in found.models], as_of, language)


def render_elsewhere(elsewhere: Mapping[str, int], language: Language) -> str:
    """How many products follow each of the other versions: `os2/1.1.0 (9) and os2/1.0 (1)`."""
    return format_list([f"{name} ({count})" for name, count in elsewhere.items()], language)


def _render_product_impact(impact: Impact, language: Language) -> Iterator[Block]:
    change = impact.attribution.change
    lines = [*render_level_lines(change, language)]
    lists = (
        (_STOPPING, impact.stopping),
        (_OPENED, impact.opened),
        (_FREED, impact.freed),
        (_AGAIN, impact.again),
    )
    for text, names in lists:
        if names:
            lines.append(text.render(language).format(names=format_list(names, language)))
    for name, paths in impact.asked:
        said = format_list(paths, language)
        lines.append(_ASKED.render(language).format(name=name, paths=said))
    for found in impact.forbidden:
        what = found.message.render(language)
        lines.append(_FORBIDDEN.render(language).format(place=found.location, what=what))
    if lines:
        yield BLANK
        yield paragraph(Span(change.product, "strong"))
    for line in lines:
        yield paragraph(line, indent=2, hang=2)
