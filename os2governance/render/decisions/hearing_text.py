"""What is answered in a hearing on an evaluation, as text, before it is recorded."""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment
from os2governance.authoring.hearing import HearingProposal
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import HEARING_LABELS
from os2governance.i18n.text import Language, _
from os2governance.render.common.blocks import Block, Span, paragraph
from os2governance.render.common.criterion import name_criterion

_HEAD = _("{name}: answer to the evaluation of {evaluated}")
_SAID = _("{who}: {answers}, {on}.")
_UNCHANGED = _("It changes no rating and no level.")


def render_hearing_blocks(
    assessment: Assessment, proposal: HearingProposal, language: Language
) -> Iterator[Block]:
    """Render who answers what, and the words to each criterion."""
    evaluated = proposal.evaluation
    head = _HEAD.render(language).format(
        name=assessment.product.name,
        evaluated=format_day(evaluated, language) if evaluated else "",
    )
    yield paragraph(Span(head, "title"))
    role = assessment.model.role_names[proposal.by].render(language) or proposal.by
    said = _SAID.render(language).format(
        who=role,
        answers=HEARING_LABELS[proposal.answer].render(language),
        on=format_day(proposal.on, language),
    )
    yield paragraph(said, indent=2, hang=2)
    for name, words in proposal.criteria.items():
        title = name_criterion(name, assessment.model.by_id[name].title, language)
        yield paragraph(f"{title}: {words}", indent=2, hang=2)
    if proposal.note:
        yield paragraph(proposal.note, indent=2, hang=2)
    yield paragraph(_UNCHANGED.render(language), indent=2, hang=2)
