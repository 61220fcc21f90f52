"""What to do about one criterion, in sentences; the keys of facts stand beside them.

What is to be done and what is only to be declared are told apart, and a sentence never asks for
something true to be changed (semantics §8).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from os2governance.analysis.plan import Action
from os2governance.analysis.ways import PlanStep
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.text import (
    Language,
    Text,
    _,
    format_alternatives,
    format_list,
    format_sentence,
)
from os2governance.model.words import phrase
from os2governance.render.common.blocks import DASH, NBSP, Block, Cell, Span, cell, paragraph
from os2governance.render.common.values import render_found

_IS_IT_SO = _("Is it so that {clause}? Answer yes or no")
_STATE = _("State: {title}")
_CHOICES = _("choose between {choices}")
_AS_LINK = _("with a link")
_APPLIES_TO = _("about {names}")
_ASKED_IS = _("what counts is that {clause}")
_MORE_PRECISELY = _("State it more precisely")
_REGISTERED_BY = _("{who} registers it")
_SEE_TO_IT = _("Make sure that {clause}")
_NO_LONGER = _("Make sure that it is no longer the case that {clause}")
_TODAY = _("today: {found}")
_TITLE_AND_VALUE = _("{title}: {found}")

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


class Task(NamedTuple):
    """One sentence of a plan, and the keys of the facts that it is about."""

    sentence: str
    keys: tuple[str, ...]


# -- facts --------------------------------------------------------------------------------------


def list_tasks(steps: Sequence[PlanStep], evaluator: Text, language: Language) -> list[Task]:
    """A sentence for each thing to do, then one for each fact to declare."""
    acts = [
        Task(_render_act(group, language), _list_keys(group))
        for group in _group(step for step in steps if step.act)
    ]
    questions = [
        Task(_render_question(group, evaluator, language), _list_keys(group))
        for group in _group(step for step in steps if not step.act)
    ]
    return [*acts, *questions]


def render_step(step: PlanStep, evaluator: Text, language: Language) -> str:
    """The sentence for one step alone."""
    return list_tasks([step], evaluator, language)[0].sentence


def _group(steps: Iterable[PlanStep]) -> list[list[PlanStep]]:
    """Steps that are one thing to do or to declare: of one condition, or of one fact."""
    groups: dict[tuple[str, ...], list[PlanStep]] = {}
    for step in steps:
        if step.act and step.words.todo != Text():
            groups.setdefault((step.condition,), []).append(step)
        elif step.act:
            key = (step.fact.path or step.path, step.node.operator, str(step.node.expected))
            groups.setdefault(key, []).append(step)
        else:
            groups.setdefault((_strip_indexes(step.path), ""), []).append(step)
    return list(groups.values())


def _list_keys(steps: Iterable[PlanStep]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.path for step in steps))


def _strip_indexes(path: str) -> str:
    return ".".join(part.partition("[")[0] for part in path.split("."))


def _render_act(steps: Sequence[PlanStep], language: Language) -> str:
    """What has to be done: what is declared today, and what is to come of it."""
    step = steps[0]
    if step.words.todo != Text():
        states = "; ".join(_list_states(steps, language))
        return " ".join(
            format_sentence(each) for each in (states, step.words.todo.render(language))
        )
    todo = step.fact.todo.render(language)
    found = _render_found(step, language)
    today = _TODAY.render(language).replace("{found}", found)
    if todo and step.holds and (step.value is None or step.value == []):
        return format_sentence(_add(todo, [today]))
    clause = _render_clause(step, language)
    said = (_SEE_TO_IT if step.holds else _NO_LONGER).render(language)
    return format_sentence(
        _add(said.replace("{clause}", clause), [*_list_elements(steps, language), today])
    )


def _list_states(steps: Iterable[PlanStep], language: Language) -> Iterator[str]:
    """Yield the title and value of each fact, with the elements that it is so for."""
    groups: dict[tuple[str, str], list[PlanStep]] = {}
    for step in steps:
        title = step.fact.title.render(language)
        groups.setdefault((title, _render_found(step, language)), []).append(step)
    for (title, found), group in groups.items():
        said = _TITLE_AND_VALUE.render(language).replace("{title}", title)
        yield _add(said.replace("{found}", found), [*_list_elements(group, language)])


def _render_found(step: PlanStep, language: Language) -> str:
    """The declared value in words: a date as precisely as it is known, a count as it was taken."""
    if counted := step.number.render(language):
        return counted
    return render_found(step.node, step.value, language)


def _render_clause(step: PlanStep, language: Language) -> str:
    """The condition as a clause."""
    is_yes = step.fact.kinds == {"boolean"} and step.node.expected is True
    asked = step.fact.asked.render(language) if is_yes else ""
    return asked or step.node.render(language)


def _render_condition(step: PlanStep, language: Language) -> str:
    """The named condition that a step is part of, else its own, as a clause."""
    return step.words.asked.render(language) or _render_clause(step, language)


def _render_question(steps: Sequence[PlanStep], evaluator: Text, language: Language) -> str:
    """What is to be declared, as a question where the model asks one."""
    step = steps[0]
    said, notes = step.fact.todo.render(language), _list_elements(steps, language)
    if step.declared and step.fact.is_date:
        title, found = step.fact.title.render(language), _render_found(step, language)
        state = _TITLE_AND_VALUE.render(language).replace("{title}", title)
        said = _MORE_PRECISELY.render(language)
        return " ".join(map(format_sentence, (state.replace("{found}", found), _add(said, notes))))
    if not said:
        said = _render_neutral_question(step, language)
    notes = [*notes, *_list_conditions(steps, said, language)]
    sentence = format_sentence(_add(said, notes))
    if step.fact.from_register:
        who = _REGISTERED_BY.render(language).replace("{who}", evaluator.render(language))
        sentence = f"{sentence} {format_sentence(who)}"
    return sentence


def _render_neutral_question(step: PlanStep, language: Language) -> str:
    """The question on a fact that the model has no words for, built from its title."""
    label = step.fact.render_label(language)
    if step.fact.kinds == {"boolean"}:
        clause = step.fact.asked.render(language) or label
        return _IS_IT_SO.render(language).replace("{clause}", clause)
    return _STATE.render(language).replace("{title}", label)


def _list_conditions(steps: Sequence[PlanStep], said: str, language: Language) -> list[str]:
    """What has to be heeded in declaring: the choices, a link, or a bound."""
    notes = []
    fact = steps[0].fact
    choices = [title.render(language) for title in fact.values.values()]
    if choices and not any(each.lower() in said.lower() for each in choices):
        listed = format_alternatives(choices, language)
        notes.append(_CHOICES.render(language).replace("{choices}", listed))
    for step in steps:
        if step.node.asks_for_link:
            notes.append(_AS_LINK.render(language))
        elif step.node.is_bounded:
            clause = _render_condition(step, language)
            notes.append(_ASKED_IS.render(language).replace("{clause}", clause))
    return list(dict.fromkeys(notes))


def _list_elements(steps: Iterable[PlanStep], language: Language) -> list[str]:
    """The elements of a list that steps are about, as one note; none where it has only one."""
    names = list(dict.fromkeys(step.element for step in steps if step.element))
    if not names:
        return []
    return [_APPLIES_TO.render(language).replace("{names}", format_list(names, language))]


def _add(said: str, notes: Sequence[str]) -> str:
    """A sentence with notes in brackets."""
    return f"{said} ({'; '.join(notes)})" if notes else said


# -- one criterion ------------------------------------------------------------------------------


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


def list_action_tasks(action: Action, language: Language, *, further: bool = False) -> list[Task]:
    """The plan for a criterion: how it stands, what to do, and what to declare.

    With `further`, also what it takes beside that to be met.
    """
    beyond = _list_further_tasks(action, language) if further else []
    if action.answer == "evidence":
        return [*_list_claimed_tasks(action, language), *beyond]
    if action.declares:
        return list(_list_questions(action, beyond, language))
    return [*_list_stopped_tasks(action, language), *beyond]


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
    if action.answer == "answer" and action.steps:
        yield _plain(_OR_ANSWER.render(language))
    elif action.answer == "answer":
        asks = criterion.asks.render(language) or format_sentence(criterion.title.render(language))
        yield _plain(_IS_THAT_SO.render(language).replace("{asks}", asks))
    elif action.answer:
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
        level = phrase(action.model.level_name(acceptance.level)).render(language)
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
        *(Task(_render_demand(step, language), (step.path,)) for step in again),
        *list_tasks(others, action.model.words.evaluator, language),
    ]


def _render_demand(step: PlanStep, language: Language) -> str:
    clause = _render_condition(step, language)
    return format_sentence(_SEE_TO_IT.render(language).replace("{clause}", clause))


def render_action_blocks(action: Action, language: Language, indent: int) -> Iterator[Block]:
    """Render the plan for a criterion, each sentence with the keys that it is about beside it."""
    return render_task_blocks(list_action_tasks(action, language, further=True), indent)


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
