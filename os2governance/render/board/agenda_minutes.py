"""The minutes that a meeting would have if it decided all that is recommended."""

from collections.abc import Iterator

from os2governance.analysis.agenda import Agenda, AgendaItem
from os2governance.authoring.yaml_text import format_scalar, render_comment
from os2governance.i18n.text import Language, _

_TOP = _(
    "What is recommended, as the meeting would decide it. Change it to what was decided, and then:"
)
_GROUNDS = _("As recommended.")


def render_minutes(agenda: Agenda, language: Language) -> str:
    """The minutes as YAML, to change and record with `decide --from`."""
    return "\n".join(_render_lines(agenda, language)) + "\n"


def _render_lines(agenda: Agenda, language: Language) -> Iterator[str]:
    deciders = [each.case.addressee.id for each in agenda.items if each.case.addressee]
    by = max(deciders, key=deciders.count) if deciders else ""
    yield from render_comment(_TOP.render(language), 0)
    yield "##   os2governance decide --from FILE"
    yield "format: os2governance/minutes/1"
    yield f"meeting: {{on: {agenda.on.isoformat()}, by: {format_scalar(by)}}}"
    yield "decisions:" if agenda.items else "decisions: []"
    for item in agenda.items:
        yield from _render_decision(item, by, language)


def _render_decision(item: AgendaItem, by: str, language: Language) -> Iterator[str]:
    case = item.case
    yield f"  - product: {format_scalar(case.assessment.product.id)}"
    yield "    decision: place"
    yield f"    level: {format_scalar(case.level.id)}"
    if case.deviations:
        yield "    accepts:"
    for each in case.deviations:
        criterion = each.outcome.criterion
        given = {
            "until": case.until.isoformat(),
            "action": format_scalar(each.follow_up.render(language)),
            "responsible": format_scalar(each.responsible),
        }
        said = ", ".join(f"{key}: {value}" for key, value in given.items() if value != '""')
        yield f"      {format_scalar(criterion.id)}: {{{said}}}"
    if case.addressee and case.addressee.id != by:
        yield f"    by: {format_scalar(case.addressee.id)}"
    yield f"    grounds: {format_scalar(_GROUNDS.render(language))}"
