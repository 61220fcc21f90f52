"""The list of criteria by level as the form shows it: what is open, decided, and still missing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.verdicts import BLOCKS, EXCLUDED, OPEN, judge_outcomes
from os2governance.i18n.text import Language, Text, _, format_list, format_sentence, ngettext
from os2governance.model.model import Criterion, Level, Model
from os2governance.model.words import possessive
from os2governance.web.build_form import is_decided
from os2governance.web.form import CriterionQuestion, ProductForm, list_leaves, list_question_names
from os2governance.web.status_panel import Notice

TAG_OPEN, TAG_NEXT, TAG_WARNED = "open", "next", "warned"
ROLE_PREFIX = "role-"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedCriterion:
    """One criterion in the list: its question, its outcome, and how it is shown.

    `tags` are the filters that it passes, `warnings` the number of messages about it that are no
    mere notes. `expanded` is whether its questions are shown at once, `missing` whether it is in
    the way of its level.
    """

    question: CriterionQuestion
    outcome: Outcome
    tags: tuple[str, ...]
    warnings: int
    expanded: bool
    missing: bool

    @property
    def criterion(self) -> Criterion:
        """The criterion."""
        return self.question.criterion


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedLevel:
    """One level in the list: its criteria, how many of those it asks for are in place.

    `is_next` is whether it is the lowest that is not reached, `is_reached` whether it is reached.
    """

    level: Level
    criteria: tuple[ListedCriterion, ...]
    satisfied: int
    asked: int
    is_next: bool
    is_reached: bool

    @property
    def missing(self) -> tuple[ListedCriterion, ...]:
        """The criteria in the way of the level."""
        return tuple(each for each in self.criteria if each.missing)


class ListFilter(NamedTuple):
    """A filter of the list: its name in the address, its label, how many criteria pass it."""

    name: str
    label: Text
    passing: int


def list_levels(
    assessment: Assessment, form: ProductForm, warnings: Mapping[str, int]
) -> tuple[ListedLevel, ...]:
    """The levels with their criteria, the lowest that is not reached first, those reached last.

    `warnings` is the number of messages about each criterion that are no mere notes.
    """
    model = assessment.model
    outcomes = {each.criterion.id: each for each in assessment.outcomes}
    verdicts = judge_outcomes(assessment.outcomes, model)
    assessed = assessment.levels.assessed
    first = 0 if assessed is None else model.level_ids.index(assessed) + 1
    listed = []
    for number, (level, questions) in enumerate(form.levels):
        counted = dict(_list_counted(model, verdicts[level.id], level.id))
        asked = {name: verdict for name, verdict in counted.items() if verdict != EXCLUDED}
        missing = {name for name, verdict in asked.items() if verdict in {BLOCKS, OPEN}}
        listed.append(
            ListedLevel(
                level=level,
                criteria=tuple(
                    _list_criterion(
                        each,
                        outcomes[each.criterion.id],
                        warnings.get(each.criterion.id, 0),
                        is_missing=each.criterion.id in missing,
                        is_next=number == first,
                    )
                    for each in questions
                ),
                satisfied=len(asked) - len(missing),
                asked=len(asked),
                is_next=number == first,
                is_reached=number < first,
            )
        )
    return (*listed[first:], *listed[:first])


def _list_counted(model: Model, verdicts: Sequence[str], asked: str) -> Iterator[tuple[str, str]]:
    """Yield the criteria that a level asks for itself, with the verdict on each."""
    for level, indexes in model.counted_indexes_by_level:
        if level.id == asked:
            yield from ((model.criteria[number].id, verdicts[number]) for number in indexes)


def _list_criterion(
    question: CriterionQuestion,
    outcome: Outcome,
    warnings: int,
    *,
    is_missing: bool,
    is_next: bool,
) -> ListedCriterion:
    is_open = outcome.status == "unknown"
    is_proposed = any(part.proposal for part in list_leaves(question.parts))
    flags = {TAG_OPEN: is_open, TAG_NEXT: is_next and is_missing, TAG_WARNED: warnings > 0}
    tags = [name for name, holds in flags.items() if holds]
    return ListedCriterion(
        question=question,
        outcome=outcome,
        tags=(*tags, f"{ROLE_PREFIX}{question.criterion.responsible}"),
        warnings=warnings,
        expanded=(is_next and is_missing and not is_decided(outcome)) or is_proposed,
        missing=is_missing,
    )


_EXCLUDED = _("not applicable by the facts")
_ACCEPTED = _("accepted deviation")
_BY_LIGHT = _("{evaluator} rating")
_BY_FACTS = _("decided by the facts")
_PLANNED = _("planned")
_BY_ANSWER = _("by your answer")
_UNANSWERED = _("not answered")
_UNDECIDED = _("answered, but does not count yet")


def describe_state(outcome: Outcome, model: Model) -> Text:
    """Where an outcome comes from, or what is missing, in a few words."""
    if outcome.excluded:
        return _EXCLUDED
    if outcome.accepted and not outcome.accepted_by_light:
        return _ACCEPTED
    if outcome.status == "unknown" or outcome.basis is None:
        return _UNDECIDED if outcome.answer else _UNANSWERED
    if outcome.basis == "evaluation":
        return _BY_LIGHT.fill(evaluator=possessive(model.words.evaluator))
    return _BY_FACTS if outcome.basis == "facts" else _PLANNED if outcome.planned else _BY_ANSWER


def list_filters(levels: Sequence[ListedLevel], model: Model) -> list[ListFilter]:
    """The filters of the list that at least one criterion passes; the first lets all pass."""
    tags = [tag for level in levels for each in level.criteria for tag in each.tags]
    named = {
        TAG_NEXT: _("Missing for the next level"),
        TAG_OPEN: _("Not answered"),
        TAG_WARNED: _("With warnings"),
        **{f"{ROLE_PREFIX}{role.id}": role.name for role in model.roles},
    }
    found = [ListFilter(tag, label, tags.count(tag)) for tag, label in named.items()]
    whole = sum(len(level.criteria) for level in levels)
    return [ListFilter("", _("All"), whole), *(each for each in found if each.passing)]


# -- what a level still takes --------------------------------------------------------------------

_EFFORT_TEXTS: Mapping[str, Callable[[int], Text]] = {
    "word": lambda n: ngettext("{count} takes a few words", "{count} take a few words", n),
    "paper": lambda n: ngettext("{count} takes a document", "{count} take a document each", n),
    "practice": lambda n: ngettext(
        "{count} takes a change of practice", "{count} take a change of practice", n
    ),
    "decision": lambda n: ngettext("{count} takes a decision", "{count} take a decision each", n),
}


def render_remaining(level: ListedLevel, language: Language) -> str:
    """What is still missing for a level, and what it takes; empty where nothing is."""
    efforts = [each.criterion.effort for each in level.missing]
    said = [
        text(number).render(language).format(count=number)
        for effort, text in _EFFORT_TEXTS.items()
        if (number := efforts.count(effort))
    ]
    names = format_list([each.criterion.id for each in level.missing], language)
    if not names:
        return ""
    taken = f" {format_sentence(format_list(said, language))}" if said else ""
    return f"{_MISSING.render(language).format(criteria=names)}{taken}"


_MISSING = _("Still missing: {criteria}.")


# -- warnings -------------------------------------------------------------------------------------


def count_warnings(notices: Iterable[Notice], form: ProductForm) -> dict[str, int]:
    """The number of messages about each criterion, its answer and facts that are no mere notes."""
    criteria = {
        name: question.criterion.id
        for question in form.questions
        for name in list_question_names(question)
    }
    serious = [each for each in notices if each.severity != "note"]
    return dict(Counter(criteria[each.target] for each in serious if each.target in criteria))
