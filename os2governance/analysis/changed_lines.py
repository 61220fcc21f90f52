"""The lines that a change comes from: the old text, the new text, and their locations."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from os2governance.analysis.attribution import AttributedDifference, Attribution
from os2governance.analysis.forecast import walk_leaves
from os2governance.analysis.state_inputs import (
    ANSWERS,
    DECISION,
    EVALUATION,
    FACTS,
    MODEL,
    OBSERVATION,
    REGISTER,
    TIME,
)
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Location
from os2governance.product.declaration import Answer
from os2governance.rules.trace import MISSING, Trace


class LocatedValue(NamedTuple):
    """The value at a location; MISSING, without a location, where nothing is written.

    A value of None is an explicit null. `kind` is what it says: a `fact`, an `answer`, a `text`
    or a `date` beside one, a `rating`, the state of an `acceptance`, a `level`, or the `model`
    that asks.
    """

    value: Any
    location: Location | None
    kind: str = "fact"


class ChangedLine(NamedTuple):
    """One value that is written, or read, differently, by the cause it belongs to."""

    cause: str
    subject: str
    before: LocatedValue
    after: LocatedValue


def _locate_nothing(kind: str) -> LocatedValue:
    return LocatedValue(MISSING, None, kind)


def find_changed_lines(
    explained: Attribution, part: AttributedDifference
) -> Iterator[ChangedLine]:
    """Yield the changed lines behind one criterion, only those of its causes."""
    before, after = explained.change.before, explained.change.after
    if before is None or after is None:
        return
    old, new = (_find_outcome(*side) for side in zip((before, after), part.ids, strict=True))
    for cause in part.causes:
        yield from _LINE_FINDERS[cause](cause, (before, old), (after, new))


def find_record_lines(explained: Attribution, part: AttributedDifference) -> Iterator[ChangedLine]:
    """Yield the changed lines behind a level that people state: placed, evaluated, claimed etc."""
    before, after = explained.change.before, explained.change.after
    if before is None or after is None:
        return
    for cause in part.causes:
        if cause in _LEVEL_LOCATORS:
            was, now = (_LEVEL_LOCATORS[cause](each) for each in (before, after))
            if was != now:
                yield ChangedLine(cause, part.name, was, now)


AssessmentSide = tuple[Assessment, Outcome | None]


def _find_outcome(assessment: Assessment, name: str | None) -> Outcome | None:
    return next((o for o in assessment.outcomes if o.criterion.id == name), None)


_KINDS_OF_FILES = {"declaration": FACTS, "register": REGISTER, "observations": OBSERVATION}


def _find_fact_lines(
    cause: str, before: AssessmentSide, after: AssessmentSide
) -> Iterator[ChangedLine]:
    """Yield the facts that differ, if one of both values comes from the file of the cause."""
    was, now = _collect_leaves(before), _collect_leaves(after)
    for path in dict.fromkeys([*was, *now]):
        one, other = was.get(path), now.get(path)
        if one and other and _build_comparable_value(one) == _build_comparable_value(other):
            continue
        sides = (_locate_leaf(one, before), _locate_leaf(other, after))
        if cause in map(_find_file_cause, sides, (before, after)):
            yield ChangedLine(cause, path, *sides)


def _find_file_cause(written: LocatedValue, side: AssessmentSide) -> str | None:
    """The cause that the file of a value stands for."""
    for file in side[0].facts.files:
        if written.location and file.document.file == written.location.file:
            return _KINDS_OF_FILES[file.kind]
    return None


def _find_time_lines(
    cause: str, before: AssessmentSide, after: AssessmentSide
) -> Iterator[ChangedLine]:
    """Yield what is dated and has come into force or run out, although nobody changed it.

    That is the dates whose conditions changed, a plan's due date, an acceptance, and a rating.
    """
    was, now = _collect_leaves(before), _collect_leaves(after)
    for path, leaf in now.items():
        one = was.get(path)
        if (
            one
            and one.value is not leaf.value
            and _build_comparable_value(one) == _build_comparable_value(leaf)
        ):
            yield ChangedLine(cause, path, _locate_leaf(one, before), _locate_leaf(leaf, after))
    yield from _find_due_lines(cause, before, after)
    yield from _find_acceptance_lines(cause, before, after)
    yield from _find_rating_lines(cause, before, after)


def _find_due_lines(
    cause: str, before: AssessmentSide, after: AssessmentSide
) -> Iterator[ChangedLine]:
    """Yield the due date of a plan that has passed."""
    answer = _get_answer(after)
    due = answer.due if answer else None
    if due and before[0].as_of <= due < after[0].as_of:
        yield ChangedLine(
            cause,
            f"answers.{_find_criterion_id(before, after)}.due",
            _locate_answer_key(before, "due"),
            _locate_answer_key(after, "due"),
        )


def _collect_leaves(side: AssessmentSide) -> dict[str, Trace]:
    found: dict[str, Trace] = {}
    outcome = side[1]
    for trace in (outcome.met, outcome.partly) if outcome else ():
        for path, leaf in walk_leaves(trace) if trace else ():
            found.setdefault(path, leaf)
    return found


def _build_comparable_value(leaf: Trace) -> tuple[bool, Any]:
    return type(leaf.found) is bool, leaf.found


def _locate_leaf(leaf: Trace | None, side: AssessmentSide) -> LocatedValue:
    if leaf is None or leaf.found is MISSING or leaf.position is None:
        return _locate_nothing("fact")
    line, column, source = leaf.position
    file = source.file if source else side[0].document.file
    return LocatedValue(leaf.found, Location(file, line, column))


def _build_line_finder(
    key: str, read: Callable[[AssessmentSide], LocatedValue]
) -> Callable[[str, AssessmentSide, AssessmentSide], Iterator[ChangedLine]]:
    """Build a finder of the changed lines of each criterion under a key of a file."""

    def lines(cause: str, before: AssessmentSide, after: AssessmentSide) -> Iterator[ChangedLine]:
        was, now = read(before), read(after)
        if was.value != now.value:
            yield ChangedLine(cause, f"{key}.{_find_criterion_id(before, after)}", was, now)

    return lines


def _find_criterion_id(before: AssessmentSide, after: AssessmentSide) -> str:
    return next(side[1].criterion.id for side in (after, before) if side[1])


def _find_answer_lines(
    cause: str, before: AssessmentSide, after: AssessmentSide
) -> Iterator[ChangedLine]:
    """Yield what of an answer differs; its word alone where only one side has an answer."""
    name = f"answers.{_find_criterion_id(before, after)}"
    if _get_answer(before) is None or _get_answer(after) is None:
        was, now = (_locate_answer_key(each, "answer") for each in (before, after))
        if was != now:
            yield ChangedLine(cause, name, was, now)
        return
    for key in _ANSWER_KEYS:
        was, now = (_locate_answer_key(each, key) for each in (before, after))
        if was.value != now.value:
            yield ChangedLine(cause, name if key == "answer" else f"{name}.{key}", was, now)


_ANSWER_KEYS = {
    "answer": "answer",
    "evidence": "evidence",
    "note": "note",
    "due": "due_said",
    "explanation": "explanation",
    "reason": "reason",
}
"""What an answer says: the key in the file, and the name of the value that was read."""
_ANSWER_KINDS = {"answer": "answer", "due": "date"}


def _get_answer(side: AssessmentSide) -> Answer | None:
    return side[1].answer if side[1] else None


def _locate_answer_key(side: AssessmentSide, key: str) -> LocatedValue:
    assessment, outcome = side
    kind = _ANSWER_KINDS.get(key, "text")
    if outcome is None or outcome.answer is None:
        return _locate_nothing(kind)
    value = getattr(outcome.answer, _ANSWER_KEYS[key])
    if not value:
        return _locate_nothing(kind)
    path = ("answers", outcome.criterion.id, *((key,) if key != "answer" else ()))
    return LocatedValue(
        list(value) if isinstance(value, tuple) else value,
        assessment.document.locate(path, key=True),
        kind,
    )


def _locate_rating(side: AssessmentSide) -> LocatedValue:
    outcome = side[1]
    if outcome is None or outcome.rating is None or outcome.evaluation is None:
        return _locate_nothing("rating")
    place = outcome.evaluation.locate_rating(outcome.criterion.id)
    return LocatedValue(outcome.rating.status, place, "rating")


def _locate_acceptance(side: AssessmentSide) -> LocatedValue:
    deviation = side[1].deviation if side[1] else None
    if deviation is None or deviation.acceptance is None:
        return _locate_nothing("acceptance")
    return LocatedValue(deviation.state, deviation.acceptance.location, "acceptance")


def _find_model_lines(
    cause: str, before: AssessmentSide, after: AssessmentSide
) -> Iterator[ChangedLine]:
    yield ChangedLine(
        cause,
        _find_criterion_id(before, after),
        _locate_criterion(before),
        _locate_criterion(after),
    )


def _locate_criterion(side: AssessmentSide) -> LocatedValue:
    assessment, outcome = side
    if outcome is None:
        return _locate_nothing("model")
    return LocatedValue(assessment.model.reference, outcome.criterion.location, "model")


_find_acceptance_lines = _build_line_finder("accepts", _locate_acceptance)
_find_rating_lines = _build_line_finder("lights", _locate_rating)
_LINE_FINDERS = {
    FACTS: _find_fact_lines,
    ANSWERS: _find_answer_lines,
    REGISTER: _find_fact_lines,
    OBSERVATION: _find_fact_lines,
    EVALUATION: _find_rating_lines,
    DECISION: _find_acceptance_lines,
    MODEL: _find_model_lines,
    TIME: _find_time_lines,
}


def _locate_placement(assessment: Assessment) -> LocatedValue:
    decision = assessment.placement
    if decision is None:
        return _locate_nothing("level")
    return LocatedValue(decision.level, decision.location, "level")


def _locate_evaluation(assessment: Assessment) -> LocatedValue:
    evaluation = assessment.evaluation
    if evaluation is None:
        return _locate_nothing("date")
    place = evaluation.document.locate(("evaluated", "on"))
    return LocatedValue(evaluation.on.isoformat(), place, "date")


def _locate_aim(assessment: Assessment) -> LocatedValue:
    declaration = assessment.declaration
    if declaration is None or declaration.aims_at is None:
        return _locate_nothing("level")
    place = declaration.document.locate(("aims_at",))
    return LocatedValue(declaration.aims_at, place, "level")


_LEVEL_LOCATORS = {
    DECISION: _locate_placement,
    EVALUATION: _locate_evaluation,
    ANSWERS: _locate_aim,
}
