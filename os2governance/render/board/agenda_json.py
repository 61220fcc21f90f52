"""The agenda of a meeting as JSON."""

from collections.abc import Sequence
from typing import Any

from os2governance.analysis.agenda import Agenda, AgendaItem, is_kept, list_due
from os2governance.analysis.hearing_state import find_hearing_state
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance

FORMAT = "os2governance/agenda/1"


def build_agenda_object(
    agenda: Agenda, findings: Sequence[Finding], language: Language
) -> dict[str, Any]:
    """What is to be decided, item by item, and the products without anything to decide."""
    assessments = [*(each.case.assessment for each in agenda.items), *agenda.without]
    return {
        "format": FORMAT,
        "made_from": build_provenance(
            {each.model.reference: each.model.digest for each in assessments}
        ),
        "as_of": agenda.as_of.isoformat(),
        "meeting": agenda.on.isoformat(),
        "items": [_build_item(each) for each in agenda.items],
        "nothing_to_decide": [each.product.id for each in agenda.without],
        "findings": build_finding_objects(findings, language),
    }


def _build_item(item: AgendaItem) -> dict[str, Any]:
    case, hearing = item.case, find_hearing_state(item.case.assessment)
    return {
        "item": item.number,
        "kept": is_kept(case),
        "product": case.assessment.product.id,
        "name": case.assessment.product.name,
        "placed": case.assessment.levels.placed,
        "level": case.level.id,
        "source": case.level_source,
        "direction": case.direction,
        "decided_by": case.addressee.id if case.addressee else None,
        "deviations": [each.outcome.criterion.id for each in case.deviations],
        "not_answered": [each.criterion.id for each in case.unanswered],
        "due": [each.outcome.criterion.id for each in list_due(case.assessment)],
        "until": case.until.isoformat(),
        "hearing": hearing.state if hearing else None,
    }
