"""What to do or to declare about facts, in sentences; the keys of the facts stand beside them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from os2governance.analysis.ways import PlanStep
from os2governance.i18n.text import (
    Language,
    Text,
    _,
    format_alternatives,
    format_list,
    format_sentence,
)
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


class Task(NamedTuple):
    """One sentence of a plan, and the keys of the facts that it is about."""

    sentence: str
    keys: tuple[str, ...]


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
    if _is_absent(steps):
        return _render_absent(steps, language)
    if step.words.todo != Text():
        states = "; ".join(_list_states(steps, language))
        return " ".join(
            format_sentence(each) for each in (states, step.words.todo.render(language))
        )
    todo = step.fact.todo.render(language)
    found = _render_found(step, language)
    today = _TODAY.render(language).replace("{found}", found)
    if todo and step.holds and step.value == []:
        return format_sentence(_add(todo, [today]))
    clause = _render_clause(step, language)
    said = (_SEE_TO_IT if step.holds else _NO_LONGER).render(language)
    return format_sentence(
        _add(said.replace("{clause}", clause), [*_list_elements(steps, language), today])
    )


def _is_absent(steps: Sequence[PlanStep]) -> bool:
    """Whether the steps are about one fact that is declared absent, and the model asks for it."""
    step = steps[0]
    asked = step.fact.todo != Text() and step.holds
    return asked and all(
        each.value is None and each.fact.path == step.fact.path and not each.number.en
        for each in steps
    )


def _render_absent(steps: Sequence[PlanStep], language: Language) -> str:
    """What to declare in place of what is absent; there is nothing to change in it."""
    step = steps[0]
    said = step.fact.todo.render(language)
    notes = [*_list_elements(steps, language), *_list_conditions(steps, said, language)]
    if not step.fact.is_date and step.fact.kinds != {"boolean"}:
        found = _render_found(step, language)
        notes.append(_TODAY.render(language).replace("{found}", found))
    return format_sentence(_add(said, notes))


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
        elif step.node.is_bounded or _is_narrower(step):
            clause = _render_condition(step, language)
            notes.append(_ASKED_IS.render(language).replace("{clause}", clause))
    return list(dict.fromkeys(notes))


def _is_narrower(step: PlanStep) -> bool:
    """Whether a condition with words asks for more than that the fact is declared, or holds."""
    return step.words.asked != Text() and step.node.expected is not True


def _list_elements(steps: Iterable[PlanStep], language: Language) -> list[str]:
    """The elements of a list that steps are about, as one note; none where it has only one."""
    names = list(dict.fromkeys(step.element for step in steps if step.element))
    if not names:
        return []
    return [_APPLIES_TO.render(language).replace("{names}", format_list(names, language))]


def _add(said: str, notes: Sequence[str]) -> str:
    """A sentence with notes in brackets."""
    return f"{said} ({'; '.join(notes)})" if notes else said


def render_demand(step: PlanStep, language: Language) -> str:
    """That what a step asks for is to hold, where the fact itself is asked for anyway."""
    clause = _render_condition(step, language)
    return format_sentence(_SEE_TO_IT.render(language).replace("{clause}", clause))
