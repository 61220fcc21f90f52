"""What the form tells of last time: what has changed since, what was promised, what may be asked.

Last time is the newest evaluation in force; without one, the self-assessment before this one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from os2governance.analysis.deviation_register import list_register_entries, sort_by_urgency
from os2governance.analysis.difference import ProductChange
from os2governance.analysis.evaluation_pairs import ClaimRecord
from os2governance.analysis.likely_questions import find_likely_questions
from os2governance.analysis.since_evaluation import find_changes_since_evaluation
from os2governance.assessment.levels import Assessment, assess
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.text import Language, Text, _, format_sentence
from os2governance.model.model import Criterion
from os2governance.render.agreement.questions_paper import render_question_reasons
from os2governance.render.common.levels import render_level, render_level_word
from os2governance.render.decisions.deviations_paper import PROMISE_LABELS
from os2governance.web.level_list import describe_state
from os2governance.web.workspace import AssessedProduct

_SHOWN_LEVELS = ("placed", "assessed")
_KEPT_PROMISES = frozenset({"met", "withdrawn"})
_WARNED = frozenset({"facts", "no_evidence"})
_BY_TIME = _("because a date has passed")
_NO_PROMISE = _("accepted deviation")
_PLANNED = _("planned")
_ASKED = _("{evaluator} is likely to ask about this: {reasons}.")


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelStep:
    """One of the nine levels that is not what it was: its word, and how it reads then and now."""

    word: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusStep:
    """A criterion whose outcome is not what it was, and where the new one comes from."""

    criterion: Criterion
    before: str
    after: str
    why: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class SinceLastTime:
    """What has changed since the day of last time; `evaluated` where that was an evaluation."""

    on: date
    evaluated: bool
    levels: tuple[LevelStep, ...]
    outcomes: tuple[StatusStep, ...]


def find_since_last_time(now: AssessedProduct, language: Language) -> SinceLastTime | None:
    """What has changed since last time; None where there was none."""
    assessment, day = now.assessment, _find_last_day(now)
    if day is None or day >= assessment.as_of:
        return None
    change = ProductChange(assess(now.product, now.model, as_of=day), assessment)
    outcomes = {each.criterion.id: each for each in assessment.outcomes}
    return SinceLastTime(
        on=day,
        evaluated=_is_evaluated(assessment),
        levels=tuple(_list_level_steps(change, language)),
        outcomes=tuple(
            StatusStep(
                criterion=outcomes[step.name].criterion,
                before=step.before or "unknown",
                after=step.after or "unknown",
                why=_explain(outcomes[step.name], assessment),
            )
            for step in change.outcomes
        ),
    )


def _is_evaluated(assessment: Assessment) -> bool:
    return assessment.evaluation is not None and assessment.evaluation.comparable


def _find_last_day(now: AssessedProduct) -> date | None:
    evaluation, kept = now.assessment.evaluation, now.product.kept
    if evaluation and _is_evaluated(now.assessment):
        return evaluation.on
    return kept[-1].declared_on if kept else None


def _list_level_steps(change: ProductChange, language: Language) -> Iterator[LevelStep]:
    before, after = change.before, change.after
    if before is None or after is None:
        return
    for name in _SHOWN_LEVELS:
        then, now = (render_level(each, name, language) for each in (before, after))
        if then != now:
            word = render_level_word(after.model, name, language)
            yield LevelStep(word=word, before=then, after=now)


def _explain(outcome: Outcome, assessment: Assessment) -> Text:
    """Where an outcome comes from now; that time has passed, where nothing else has changed it."""
    since = find_changes_since_evaluation(assessment, outcome)
    if since and since.facts.changed_by_time and outcome.basis == "facts":
        return _BY_TIME
    return describe_state(outcome, assessment.model)


# -- what was promised ----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class PromisedStep:
    """What is promised about a criterion, who promised it, and by when; each may be empty."""

    criterion: Criterion
    action: str
    who: str
    due: str
    overdue: bool


def list_promised_steps(assessment: Assessment, language: Language) -> tuple[PromisedStep, ...]:
    """What has been promised and is not done: accepted deviations first, then plans."""
    model = assessment.model
    accepted = [
        PromisedStep(
            criterion=model.by_id[each.criterion],
            action=each.action.strip() or format_sentence(_NO_PROMISE.render(language)),
            who=each.responsible_role.render(language) or each.responsible,
            due=format_day(each.until, language)
            if each.until
            else PROMISE_LABELS[each.state].render(language),
            overdue=each.state == "expired",
        )
        for each in sort_by_urgency(list_register_entries(assessment))
        if each.state not in _KEPT_PROMISES
    ]
    return (
        *accepted,
        *_list_plans(assessment, {each.criterion.id for each in accepted}, language),
    )


def _list_plans(
    assessment: Assessment, accepted: set[str], language: Language
) -> Iterator[PromisedStep]:
    for outcome in assessment.outcomes:
        answer, criterion = outcome.answer, outcome.criterion
        if answer is None or answer.answer != "planned" or criterion.id in accepted:
            continue
        if outcome.status == "met" or outcome.excluded:
            continue
        role = assessment.model.roles_by_id.get(criterion.responsible)
        yield PromisedStep(
            criterion=criterion,
            action=answer.words.strip() or format_sentence(_PLANNED.render(language)),
            who=role.phrase.render(language) if role else "",
            due=format_partial_date(answer.due_said, language) or "",
            overdue=answer.due is not None and answer.due < assessment.as_of,
        )


# -- what is likely to be asked -------------------------------------------------------------------


def render_likely_questions(
    assessment: Assessment, records: Mapping[str, ClaimRecord], language: Language
) -> dict[str, str]:
    """By criterion, a sentence on why the evaluator is likely to ask about the answer.

    A reason that stands beside the answer as a warning anyway is no reason to say more.
    """
    model = assessment.model
    who = model.words.evaluator.render(language)
    return {
        each.criterion: _ASKED.render(language).format(
            evaluator=who, reasons="; ".join(render_question_reasons(model, each, language))
        )
        for each in find_likely_questions(assessment, records)
        if not _WARNED.issuperset(each.reasons)
    }
