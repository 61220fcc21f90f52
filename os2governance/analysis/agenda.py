"""The agenda of a meeting over products: what is kept as one item, and the cases of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from os2governance.analysis.board_case import BoardCase, build_board_case
from os2governance.analysis.deviations import OVERDUE, RUNNING, Promise, list_promises
from os2governance.analysis.hearing_state import find_hearing_state
from os2governance.assessment.levels import Assessment
from os2governance.product.hearing import OBJECTIONS


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem:
    """A product on the agenda; `number` is its item, or that of all that are kept."""

    number: int
    case: BoardCase


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    """What a meeting is to decide on products.

    `kept` are products that keep their level, with nothing else to decide: one item together.
    `cases` are items of their own. `without` are the products that nothing is to be decided about.
    """

    on: date
    as_of: date
    kept: tuple[AgendaItem, ...]
    cases: tuple[AgendaItem, ...]
    without: tuple[Assessment, ...]

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """All products on the agenda, in the order of their items."""
        return (*self.kept, *self.cases)


def build_agenda(
    assessments: Iterable[Assessment], proposals: Mapping[str, str], on: date, as_of: date
) -> Agenda:
    """Build the agenda of the meeting on a day.

    `proposals` are the levels that a person names, by product. A product without one is on the
    agenda if an evaluation recommends a level since it was placed, or if the deadline of an
    accepted deviation has passed or is near by the model's notice.
    """
    kept: list[BoardCase] = []
    cases: list[BoardCase] = []
    without: list[Assessment] = []
    for assessment in assessments:
        case = _build_case(assessment, proposals.get(assessment.product.id))
        if case is None:
            without.append(assessment)
        else:
            (kept if is_kept(case) else cases).append(case)
    first = 2 if kept else 1
    return Agenda(
        on=on,
        as_of=as_of,
        kept=tuple(AgendaItem(number=1, case=case) for case in kept),
        cases=tuple(AgendaItem(number=n, case=case) for n, case in enumerate(cases, first)),
        without=tuple(without),
    )


def _build_case(assessment: Assessment, proposal: str | None) -> BoardCase | None:
    """The case to decide on; None where there is none."""
    if proposal:
        return build_board_case(assessment, proposal)
    if assessment.lifecycle == "closed":
        return None
    placed, evaluation = assessment.placement, assessment.evaluation
    recommended = assessment.levels.recommended
    if recommended and evaluation and (placed is None or placed.on < evaluation.on):
        return build_board_case(assessment)
    if placed is None or placed.level is None:
        return None
    return build_board_case(assessment, placed.level) if list_due(assessment) else None


def list_due(assessment: Assessment) -> list[Promise]:
    """The accepted deviations whose deadline is past, or near by the model's notice."""
    as_of, schedule = assessment.as_of, assessment.model.review_schedule
    return [
        each
        for each in list_promises(assessment)
        if each.state == OVERDUE
        or (
            each.state == RUNNING
            and each.acceptance.until
            and schedule.is_near(each.acceptance.until, as_of)
        )
    ]


def is_kept(case: BoardCase) -> bool:
    """Whether the product keeps its level, with nothing else to decide and nobody objecting."""
    hearing = find_hearing_state(case.assessment)
    disputed = hearing is not None and hearing.state == OBJECTIONS
    open_ends = case.deviations or case.unanswered or list_due(case.assessment)
    return case.keeps_level and not open_ends and not disputed
