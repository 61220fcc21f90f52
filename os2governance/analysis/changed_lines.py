"""The lines that a change comes from: the old text, the new text, and their locations."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from os2governance.analysis.attribution import (
    ANSWERS,
    DECISION,
    EVALUATION,
    FACTS,
    MODEL,
    TIME,
    Explained,
    Part,
)
from os2governance.analysis.forecast import leaves
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Place
from os2governance.rules.trace import MISSING, Trace


class Written(NamedTuple):
    """The value at a location; MISSING, without a location, where nothing is written.

    A value of None is an explicit null.
    """

    value: Any
    place: Place | None


class Line(NamedTuple):
    """One value that is written, or read, differently, by the cause it belongs to."""

    cause: str
    subject: str
    before: Written
    after: Written


_NOTHING = Written(MISSING, None)


def lines_of(explained: Explained, part: Part) -> Iterator[Line]:
    """Yield the changed lines behind one criterion, only those of its causes."""
    before, after = explained.change.before, explained.change.after
    if before is None or after is None:
        return
    old, new = (_outcome(*side) for side in zip((before, after), part.ids, strict=True))
    for cause in part.causes:
        yield from _LINES[cause](cause, (before, old), (after, new))


def record_lines(explained: Explained, part: Part) -> Iterator[Line]:
    """Yield the changed lines behind a level that people state: placed, evaluated, claimed etc."""
    before, after = explained.change.before, explained.change.after
    if before is None or after is None:
        return
    for cause in part.causes:
        if cause in _OF_LEVELS:
            was, now = (_OF_LEVELS[cause](each) for each in (before, after))
            if was != now:
                yield Line(cause, part.name, was, now)


Side = tuple[Assessment, Outcome | None]
Lines = Callable[[str, Side, Side], Iterator[Line]]
"""Finds the changed lines of a cause, from the old and the new side."""


def _outcome(assessment: Assessment, name: str | None) -> Outcome | None:
    return next((o for o in assessment.outcomes if o.criterion.id == name), None)


def _facts(cause: str, before: Side, after: Side) -> Iterator[Line]:
    was, now = _found(before), _found(after)
    for path in dict.fromkeys([*was, *now]):
        one, other = was.get(path), now.get(path)
        if one and other and _value(one) == _value(other):
            continue
        yield Line(cause, path, _leaf(one, before), _leaf(other, after))


def _time(cause: str, before: Side, after: Side) -> Iterator[Line]:
    """Yield the dates whose conditions changed although the dates themselves did not."""
    was, now = _found(before), _found(after)
    for path, leaf in now.items():
        one = was.get(path)
        if one and one.value is not leaf.value and _value(one) == _value(leaf):
            yield Line(cause, path, _leaf(one, before), _leaf(leaf, after))
    yield from _accepted(cause, before, after)


def _found(side: Side) -> dict[str, Trace]:
    found: dict[str, Trace] = {}
    outcome = side[1]
    for trace in (outcome.met, outcome.partly) if outcome else ():
        for path, leaf in leaves(trace) if trace else ():
            found.setdefault(path, leaf)
    return found


def _value(leaf: Trace) -> tuple[bool, Any]:
    return type(leaf.found) is bool, leaf.found


def _leaf(leaf: Trace | None, side: Side) -> Written:
    if leaf is None or leaf.found is MISSING or leaf.at is None:
        return _NOTHING
    return Written(leaf.found, Place(side[0].declaration.document.file, *leaf.at))


def _beside(
    key: str, read: Callable[[Side], Written]
) -> Callable[[str, Side, Side], Iterator[Line]]:
    """Build a finder of the changed lines of each criterion under a key of a file."""

    def lines(cause: str, before: Side, after: Side) -> Iterator[Line]:
        was, now = read(before), read(after)
        if was.value != now.value:
            yield Line(cause, f"{key}.{_name(before, after)}", was, now)

    return lines


def _name(before: Side, after: Side) -> str:
    return next(side[1].criterion.id for side in (after, before) if side[1])


def _answer(side: Side) -> Written:
    assessment, outcome = side
    if outcome is None or outcome.answer is None:
        return _NOTHING
    place = assessment.declaration.document.place(("answers", outcome.criterion.id), key=True)
    return Written(outcome.answer.answer, place)


def _light(side: Side) -> Written:
    assessment, outcome = side
    evaluation = assessment.evaluation
    if outcome is None or outcome.light is None or evaluation is None:
        return _NOTHING
    place = evaluation.document.place(("lights", outcome.criterion.id), key=True)
    return Written(outcome.light.light, place)


def _acceptance(side: Side) -> Written:
    deviation = side[1].deviation if side[1] else None
    if deviation is None or deviation.acceptance is None:
        return _NOTHING
    return Written(deviation.state, deviation.acceptance.place)


def _criterion(cause: str, before: Side, after: Side) -> Iterator[Line]:
    yield Line(cause, _name(before, after), _of_model(before), _of_model(after))


def _of_model(side: Side) -> Written:
    assessment, outcome = side
    reference = assessment.model.reference
    return Written(reference, outcome.criterion.place) if outcome else _NOTHING


_accepted = _beside("accepts", _acceptance)
_LINES = {
    FACTS: _facts,
    ANSWERS: _beside("answers", _answer),
    EVALUATION: _beside("lights", _light),
    DECISION: _accepted,
    MODEL: _criterion,
    TIME: _time,
}


def _placement(assessment: Assessment) -> Written:
    decision = assessment.placement
    return Written(decision.level, decision.place) if decision else _NOTHING


def _evaluation(assessment: Assessment) -> Written:
    evaluation = assessment.evaluation
    if evaluation is None:
        return _NOTHING
    place = evaluation.document.place(("evaluated", "on"))
    return Written(evaluation.on.isoformat(), place)


def _aim(assessment: Assessment) -> Written:
    declaration = assessment.declaration
    if declaration.aims_at is None:
        return _NOTHING
    return Written(declaration.aims_at, declaration.document.place(("aims_at",)))


_OF_LEVELS = {DECISION: _placement, EVALUATION: _evaluation, ANSWERS: _aim}
