"""The plan for one criterion, in sentences: how it stands, what to do, and what to declare.

What is to be done and what is only to be declared are told apart, and a sentence never asks for
something true to be changed (semantics §8).
"""

from collections.abc import Iterable, Iterator

from os2governance.analysis.plan import Action
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.text import Language, _, format_alternatives, format_list, format_sentence
from os2governance.model.words import phrase
from os2governance.render.common.blocks import DASH, NBSP, Block, Cell, Span, cell, paragraph
from os2governance.render.common.levels import render_level_phrase
from os2governance.render.common.steps import Task, list_tasks, render_demand

_WHEN_DONE = _("When it is done:")
_IF_NOT = _("If it is not in place yet: {remedy}")
_IS_THAT_SO = _("{asks} Is that so? Answer the criterion, and refer to the evidence.")
_OR_ANSWER = _("Or answer the criterion yourself, and refer to the evidence.")
_NOT_APPLICABLE_REFUSED = _('This criterion cannot be answered "not applicable".')
_EVIDENCE_OR = _('It is answered "met" without evidence. Refer to it, or state:')
_ANSWER_TEXTS = {
    "evidence": _('It is answered "met" without evidence. Refer to it.'),
    "reason": _('It is answered "not applicable". Say why.'),
    "result": _('When it is done, answer "met" and refer to the evidence.'),
}
_PLANNED = _("Planned for {due}.")
_PLANNED_UNDATED = _("Planned, without a date.")
_OVERDUE = _("Planned for {due}, which has passed.")
_EXPLAINED = _("The deviation is explained. {who} can accept it.")
_REASONED = _('The answer "not applicable" has a reason. {who} can accept it.')
_EXPIRED = _("The acceptance of the deviation ended on {until}.")
_NOT_FOR_LEVEL = _("The deviation is accepted only up to {level}.")
_GROUNDS = _("{who} wrote on {on}: {grounds}")
_LOOKS_AGAIN = _("Then {who} looks at the criterion again.")
_HAS_TO_JUDGE = _("It takes an evaluation by {who}.")
_FURTHER = _("To be met without reservation, also:")
_HELP = _("with help from {roles}")


def render_helpers(action: Action, language: Language) -> str:
    """Who helps the role that is responsible; empty where nobody does."""
    roles = action.model.roles_by_id
    names = [
        roles[role].phrase.render(language)
        for role in action.outcome.criterion.helps
        if role in roles
    ]
    if not names:
        return ""
    return _HELP.render(language).replace("{roles}", format_list(names, language))


def list_action_sentences(action: Action, language: Language) -> list[str]:
    """The plan for a criterion in plain sentences, for readers who edit no files."""
    return [task.sentence for task in list_action_tasks(action, language)]


def list_action_tasks(action: Action, language: Language, *, whole: bool = False) -> list[Task]:
    """The plan for a criterion: how it stands, what to do, and what to declare.

    The `whole` plan has the other ways too, and what it takes beside that to be met.
    """
    beyond = _list_further_tasks(action, language) if whole else []
    if action.answer == "evidence":
        return [*_list_claimed_tasks(action, language), *beyond]
    if not action.declares:
        return [*_list_stopped_tasks(action, language), *beyond]
    if whole and action.answer == "answer" and action.steps:
        beyond.append(_plain(_OR_ANSWER.render(language)))
    return list(_list_questions(action, beyond, language))


def list_reservation_tasks(action: Action, language: Language) -> list[Task]:
    """What is left of a criterion that is tolerated: briefly, since it stops nothing."""
    if action.answer == "evidence":
        return list(_list_claimed_tasks(action, language))
    evaluator = action.model.words.evaluator
    if action.declares:
        return list_tasks(action.steps, evaluator, language)
    said = [_plain(each) for each in list_state_sentences(action, language)]
    if remedy := action.outcome.criterion.remedy.render(language):
        said.append(_plain(remedy))
    return [*said, *list_tasks(action.acts, evaluator, language)]


def _plain(sentence: str) -> Task:
    return Task(sentence, ())


def _list_questions(action: Action, beyond: Iterable[Task], language: Language) -> Iterator[Task]:
    """Yield the questions of a criterion that is merely not known, and what to do if not."""
    criterion, given = action.outcome.criterion, action.outcome.answer
    if given and given.answer == "not_applicable" and action.answer != "reason":
        yield _plain(_NOT_APPLICABLE_REFUSED.render(language))
    yield from list_tasks(action.steps, action.model.words.evaluator, language)
    yield from beyond
    if action.answer == "answer" and not action.steps:
        asks = criterion.asks.render(language) or format_sentence(criterion.title.render(language))
        yield _plain(_IS_THAT_SO.render(language).replace("{asks}", asks))
    elif action.answer in _ANSWER_TEXTS:
        yield _plain(_ANSWER_TEXTS[action.answer].render(language))
    if action.awaits:
        yield _plain(_render_evaluation(action, language))
    remedy = criterion.remedy.render(language)
    if remedy and action.steps:
        yield _plain(_IF_NOT.render(language).replace("{remedy}", remedy))


def _list_claimed_tasks(action: Action, language: Language) -> Iterator[Task]:
    """Yield the evidence that a claim lacks, or the facts that would show it as well."""
    if not action.steps:
        yield _plain(_ANSWER_TEXTS["evidence"].render(language))
        return
    yield _plain(_EVIDENCE_OR.render(language))
    yield from list_tasks(action.steps, action.model.words.evaluator, language)


def _list_stopped_tasks(action: Action, language: Language) -> Iterator[Task]:
    """Yield how it stands, what to do, and what to declare when it is done."""
    evaluator = action.model.words.evaluator
    remedy = action.outcome.criterion.remedy.render(language)
    yield from map(_plain, list_state_sentences(action, language))
    if remedy:
        yield _plain(remedy)
    yield from list_tasks(action.acts, evaluator, language)
    if action.questions and not action.acts:
        yield _plain(_WHEN_DONE.render(language))
    yield from list_tasks(action.questions, evaluator, language)
    if action.answer:
        yield _plain(_ANSWER_TEXTS[action.answer].render(language))
    if action.awaits:
        yield _plain(_render_evaluation(action, language))


def list_state_sentences(action: Action, language: Language) -> Iterator[str]:
    """Yield how it stands: what the evaluator wrote, a plan, an explanation, an acceptance."""
    outcome, given = action.outcome, action.outcome.answer
    if action.awaits and outcome.rating and outcome.rating.rationale and outcome.evaluation:
        who = action.model.words.evaluator.render(language)
        on = format_day(outcome.evaluation.on, language)
        said = _GROUNDS.render(language).replace("{who}", who).replace("{on}", on)
        yield format_sentence(said.replace("{grounds}", outcome.rating.rationale.strip()))
    if given and given.answer == "planned" and outcome.basis == "answer":
        yield _render_planned(action, language)
    yield from _list_acceptance_sentences(action, language)


def _render_planned(action: Action, language: Language) -> str:
    given = action.outcome.answer
    if given is None or given.due is None:
        return _PLANNED_UNDATED.render(language)
    late = "late" in [found.entry.answer for found in action.outcome.findings]
    due = format_partial_date(given.due_said, language) or given.due_said
    return (_OVERDUE if late else _PLANNED).render(language).replace("{due}", due)


def _list_acceptance_sentences(action: Action, language: Language) -> Iterator[str]:
    """Yield whether the deviation is explained, and who can accept it, or why it has ended."""
    deviation = action.outcome.deviation
    if deviation is None:
        return
    acceptance = deviation.acceptance
    if deviation.state == "expired" and acceptance and acceptance.until:
        until = format_day(acceptance.until, language)
        yield _EXPIRED.render(language).replace("{until}", until)
    elif deviation.state == "accepted" and acceptance and acceptance.level is not None:
        level = render_level_phrase(action.model, acceptance.level, language)
        yield _NOT_FOR_LEVEL.render(language).replace("{level}", level)
    elif deviation.state == "pending" and action.deciders:
        who = render_deciders(action, language)
        waived = action.outcome.status == "not_applicable"
        yield (_REASONED if waived else _EXPLAINED).render(language).replace("{who}", who)


def render_deciders(action: Action, language: Language) -> str:
    """Who may accept a deviation, as the beginning of a sentence."""
    names = [role.phrase.render(language) for role in action.deciders]
    said = format_alternatives(names, language)
    return said[:1].upper() + said[1:]


def _render_evaluation(action: Action, language: Language) -> str:
    who = phrase(action.model.words.evaluator).render(language)
    said = _LOOKS_AGAIN if action.outcome.rating else _HAS_TO_JUDGE
    return said.render(language).replace("{who}", who)


def _list_further_tasks(action: Action, language: Language) -> list[Task]:
    """What it takes beside the plan to be met; of a fact that is asked for, the condition."""
    if not action.further:
        return []
    asked = {step.path for step in action.steps}
    again = [step for step in action.further if step.path in asked]
    others = [step for step in action.further if step.path not in asked]
    return [
        _plain(_FURTHER.render(language)),
        *(Task(render_demand(step, language), (step.path,)) for step in again),
        *list_tasks(others, action.model.words.evaluator, language),
    ]


def render_action_blocks(action: Action, language: Language, indent: int) -> Iterator[Block]:
    """Render the plan for a criterion, each sentence with the keys that it is about beside it."""
    return render_task_blocks(list_action_tasks(action, language, whole=True), indent)


def render_task_blocks(tasks: Iterable[Task], indent: int) -> Iterator[Block]:
    """Render tasks; those that are about facts are items of a list."""
    for task in tasks:
        yield from _render_task(task, indent)


def _render_task(task: Task, indent: int) -> Iterator[Block]:
    if task.keys:
        yield paragraph(
            Span(f"{DASH}{NBSP}", "faint"), *render_task_cell(task), indent=indent, hang=2
        )
    else:
        yield paragraph(task.sentence, indent=indent)


def render_task_cell(task: Task) -> Cell:
    """A sentence, and the keys of its facts beside it, faint."""
    keys = ", ".join(task.keys)
    return cell(task.sentence, *([Span(f"  {keys}", "faint")] if keys else []))
