"""The decisions of a meeting before they are recorded, as text."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.decision_log import list_log_entries
from os2governance.authoring.minutes import DraftedDecision
from os2governance.i18n.text import Language, _
from os2governance.render.common.blocks import BLANK, Block, Span, paragraph
from os2governance.render.decisions.consequences_text import render_consequences_blocks
from os2governance.render.decisions.log_labels import render_decision

_RECORDED = _("{product}: recorded before; it is not recorded again.")


def render_minutes_blocks(
    decisions: Sequence[DraftedDecision], language: Language
) -> Iterator[Block]:
    """Render each decision with its consequences, in the order of the minutes."""
    for number, each in enumerate(decisions, 1):
        if number > 1:
            yield BLANK
        if each.consequences is None:
            said = _RECORDED.render(language).format(product=each.decision.product)
            yield paragraph(f"{number}. {said}")
            continue
        newest = list_log_entries([each.consequences.after])[0]
        yield paragraph(Span(f"{number}. {render_decision(newest, language)}", "title"))
        yield from render_consequences_blocks(each.consequences, language)
