"""Labels of causes and changes, shared by all formats of `changes`."""

from typing import Any

from os2governance.analysis.attribution import AttributedDifference, Attribution, CriterionResult
from os2governance.analysis.changed_lines import (
    ChangedLine,
    LocatedValue,
    find_changed_lines,
    find_record_lines,
)
from os2governance.analysis.difference import LEVEL_NAMES, LevelResult
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
from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.symbols import ANSWER_LABELS, LIFECYCLE_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import (
    Language,
    Text,
    _,
    format_alternatives,
    format_list,
    ngettext,
    pgettext,
)
from os2governance.model.model import Model
from os2governance.model.words import phrase, possessive
from os2governance.render.changes.difference_text import render_level_value
from os2governance.render.common.levels import render_level_word
from os2governance.rules.trace import MISSING

CAUSE_LABELS: dict[str, Text] = {
    FACTS: _("facts"),
    ANSWERS: _("answers"),
    REGISTER: _("register"),
    OBSERVATION: _("observations"),
    EVALUATION: _("evaluation"),
    DECISION: _("decision"),
    MODEL: _("model"),
    TIME: _("passed date"),
}
_TOGETHER = _("{causes} together")
_FORMER_NAME = _("was {was}")
_ABSENT = _("not there")
_ACCEPTED = _("{status}, accepted")
_ACCEPTED_FOR = _("{status}, accepted for {level}")
_PLANNED = _("{status}, only planned")
_LIFECYCLE = _("Status")
_NULL = _("nothing (null)")
_MAX_VALUE_LENGTH = 60


def render_causes(part: AttributedDifference, language: Language) -> str:
    """The causes of a change: one alone, several together, or any of several."""
    said = []
    for enough in part.sufficient_sets:
        names = format_list([CAUSE_LABELS[name].render(language) for name in enough], language)
        together = _TOGETHER.render(language).format(causes=names)
        said.append(names if len(enough) == 1 else together)
    return format_alternatives(said, language)


def render_difference_title(
    part: AttributedDifference, explained: Attribution, language: Language
) -> str:
    """The title of a level or a criterion."""
    change, (before, after) = explained.change, part.ids
    known = change.after or change.before
    if part.name in LEVEL_NAMES and known:
        return render_level_word(known.model, part.name, language)
    if part in explained.levels:
        return _LIFECYCLE.render(language)
    assessment = change.before if after is None else change.after
    if assessment is None:
        return part.name
    title = assessment.model.by_id[part.name].title.render(language)
    said = part.name if title in {"", part.name} else f"{part.name} {title}"
    renamed = None not in part.ids and before != after
    return f"{said} ({_FORMER_NAME.render(language).format(was=before)})" if renamed else said


def render_difference_sides(
    part: AttributedDifference, explained: Attribution, language: Language
) -> tuple[str, str]:
    """The old and the new value."""
    change = explained.change
    sides = (
        (part.before, change.before or change.after),
        (part.after, change.after or change.before),
    )
    before, after = (
        _render_side(value, part, side.model, language) if side else "" for value, side in sides
    )
    return before, after


def _render_side(value: Any, part: AttributedDifference, model: Model, language: Language) -> str:
    if isinstance(value, LevelResult):
        return render_level_value(model, part.name, value.level, value.state, language)
    if isinstance(value, CriterionResult):
        return _render_result(value, model, language)
    if value is None:
        return _ABSENT.render(language)
    return LIFECYCLE_LABELS[value].render(language)


def _render_result(value: CriterionResult, model: Model, language: Language) -> str:
    """The status of a criterion, and what a level makes of it beside that."""
    said = STATUS_SYMBOLS[value.status].word.render(language)
    if value.planned:
        said = _PLANNED.render(language).format(status=said)
    if not value.accepted:
        return said
    names = {each.id: each.phrase.render(language) for each in model.levels}
    text = _ACCEPTED_FOR if value.level else _ACCEPTED
    return text.render(language).format(
        status=said, level=names.get(value.level or "") or value.level
    )


def list_difference_lines(part: AttributedDifference, explained: Attribution) -> list[ChangedLine]:
    """The changed lines that affect a level or a criterion, each once."""
    found = find_record_lines if part in explained.levels else find_changed_lines
    seen: dict[tuple[Any, ...], ChangedLine] = {}
    for line in found(explained, part):
        seen.setdefault((line.subject, str(line.before), str(line.after)), line)
    return list(seen.values())


def render_line_subject(line: ChangedLine, explained: Attribution, language: Language) -> str:
    """What a changed line is about: the path of a fact, otherwise in words."""
    kind = line.after.kind
    model = get_model(explained)
    if line.subject in LEVEL_NAMES and model and kind in {"level", "date"}:
        return render_level_word(model, line.subject, language)
    if kind in {"fact", "model"} or model is None:
        return line.subject
    _key, _, criterion = line.subject.partition(".")
    name = kind
    if kind in {"text", "date"}:  # the key beside the answer stands last; an id may have dots
        criterion, _, name = criterion.rpartition(".")
    owner = possessive(phrase(model.words.evaluator)).render(language)
    return _SUBJECTS[name].render(language).format(criterion=criterion, evaluator=owner)


_SUBJECTS = {
    "answer": _("answer to {criterion}"),
    "evidence": _("documentation of {criterion}"),
    "note": _("description of {criterion}"),
    "due": _("due date of {criterion}"),
    "explanation": _("explanation of {criterion}"),
    "reason": _("reason for {criterion}"),
    "rating": _("{evaluator} rating of {criterion}"),
    "acceptance": _("acceptance of {criterion}"),
}


def get_model(explained: Attribution) -> Model | None:
    """The model of the new state, or of the old one where the product is gone."""
    known = explained.change.after or explained.change.before
    return known.model if known else None


def render_short_value(
    written: LocatedValue, language: Language, model: Model | None = None
) -> str:
    """A short text of a declared value; `model` names the levels."""
    if written.value is MISSING:
        return _MISSING_WORDS[written.kind].render(language)
    if written.value is None:
        return _NULL.render(language)
    text = _render_value(written, language, model)
    return text if len(text) <= _MAX_VALUE_LENGTH else f"{text[:_MAX_VALUE_LENGTH]}…"


def _render_value(written: LocatedValue, language: Language, model: Model | None) -> str:
    value, kind = written.value, written.kind
    words = {
        "answer": ANSWER_LABELS,
        "acceptance": _ACCEPTANCE_STATES,
        "rating": {name: symbol.word for name, symbol in STATUS_SYMBOLS.items()},
        "level": {each.id: each.name for each in model.levels} if model else {},
    }.get(kind, {})
    if value in words if type(value) is str else False:
        return words[value].render(language) or str(value)
    if kind == "date":
        return format_partial_date(value, language) or str(value)
    if type(value) is bool:
        return (_YES if value else _NO).render(language)
    return _shorten(value, language)


_YES, _NO = _("yes"), _("no")
_ACCEPTANCE_STATES = {
    "accepted": _("accepted"),
    "expired": _("expired"),
    "pending": _("not accepted"),
}
_MISSING_WORDS = {
    "fact": _("not stated"),
    "answer": _("not answered"),
    "text": _("nothing"),
    "date": pgettext("of a thing", "none"),
    "rating": _("not rated"),
    "acceptance": _("not accepted"),
    "level": pgettext("of a thing", "none"),
    "model": _("not there"),
}
_GROUP = _("a group")


def _shorten(value: Any, language: Language) -> str:
    if isinstance(value, list):
        text = ngettext("1 element", "{count} elements", len(value))
        return text.fill(count=len(value)).render(language)
    return _GROUP.render(language) if isinstance(value, dict) else str(value)


def render_location_suffix(written: LocatedValue) -> str:
    """The location in brackets, or an empty text."""
    return f" ({written.location})" if written.location else ""
