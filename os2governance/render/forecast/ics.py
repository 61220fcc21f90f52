"""Forecast as a calendar: an event for each change, or for the last day to prevent a worse one."""

from collections.abc import Iterator, Sequence
from datetime import date

from os2governance.analysis.forecast import TurningPoint
from os2governance.assessment.levels import Assessment
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import Language, _, format_sentence
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.common.calendar import CalendarEntry, build_event_id, render_calendar
from os2governance.render.forecast.text import (
    list_evaluations_due,
    render_evaluation_due,
    render_outcome_turn,
    render_responsible_role,
    render_turn_reason,
)

_LAST_DAY = _("{name}: the last day for {criteria}")
_OTHER_CHANGE = _("{name}: automatic change")
_RESPONSIBLE = _("Responsible: {who}")
_EVALUATION = _("{name}: the last day for the next evaluation")


def render_forecast_calendar(
    looked: Sequence[tuple[Assessment, Sequence[TurningPoint]]],
    as_of: date,
    until: date,
    language: Language,
) -> bytes:
    """The forecast of several products as an iCalendar file, with evaluations that fall due."""
    entries = [
        *(
            _build_turn_entry(assessment, turn, language)
            for assessment, turns in looked
            for turn in turns
        ),
        *_build_due_entries([each for each, _turns in looked], until, language),
    ]
    return render_calendar(entries, as_of, language)


def _build_turn_entry(
    assessment: Assessment, turn: TurningPoint, language: Language
) -> CalendarEntry:
    """The event of a change; it is the same one while product, day and criteria are the same."""
    turned = ",".join(each.after.criterion.id for each in turn.outcomes)
    return CalendarEntry(
        id=build_event_id(assessment.product.id, turn.on, turned),
        day=turn.last if _list_worse_criteria(turn) else turn.on,
        summary=_render_summary(assessment, turn, language),
        description=tuple(_render_description(turn, language)),
    )


def _build_due_entries(
    assessments: Sequence[Assessment], until: date, language: Language
) -> Iterator[CalendarEntry]:
    for assessment, due in list_evaluations_due(assessments, until):
        product = assessment.product
        said = render_evaluation_due(assessment, due, language)
        yield CalendarEntry(
            id=build_event_id(product.id, due.due, "evaluation"),
            day=due.due,
            summary=_EVALUATION.render(language).format_map({"name": product.name}),
            description=(format_sentence(said),),
        )


def _list_worse_criteria(turn: TurningPoint) -> list[str]:
    return [each.after.criterion.id for each in turn.outcomes if each.worse]


def _render_summary(assessment: Assessment, turn: TurningPoint, language: Language) -> str:
    worse = _list_worse_criteria(turn)
    text = (_LAST_DAY if worse else _OTHER_CHANGE).render(language)
    parts = {"name": assessment.product.name, "criteria": ", ".join(worse)}
    return text.format_map(parts)


def _render_description(turn: TurningPoint, language: Language) -> Iterator[str]:
    yield f"{format_day(turn.on, language)}:"
    yield from render_level_lines(turn.change, language)
    for reason in turn.reasons:
        yield render_turn_reason(reason, turn, language)
    for turned in turn.outcomes:
        criterion = turned.after.criterion
        title = criterion.title.render(language)
        yield f"{criterion.id} {title}: {render_outcome_turn(turned, language)}"
        yield from (
            render_turn_reason(reason, turn, language, turned) for reason in turned.reasons
        )
        if turned.worse:
            yield _RESPONSIBLE.render(language).format_map(
                {"who": render_responsible_role(turned, turn, language)}
            )
