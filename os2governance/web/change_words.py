"""What a change of the form is about, in the words that the form has for it."""

from collections.abc import Iterable, Mapping

from os2governance.i18n.text import Language, Renderable, Text, _, ngettext
from os2governance.web.edit_history import FileChange
from os2governance.web.form import ProductForm

_ANSWER = _("{criterion}: {title}")
_ELEMENT = _("{list} no. {number}")
_IN_ELEMENT = _("{list} no. {number}: {title}")
_IMPORTED = _("the import of a document")
_STEPS = {"undo": _("Undo: {what}"), "redo": _("Redo: {what}")}


def describe_steps(
    steps: Mapping[str, FileChange | None], form: ProductForm, language: Language
) -> dict[str, str]:
    """What can be undone and what can be redone, each in words; empty where nothing can."""
    return {
        step: _STEPS[step].fill(what=name_change(change, form)).render(language) if change else ""
        for step, change in steps.items()
    }


def name_change(change: FileChange, form: ProductForm) -> Renderable:
    """What a change is about: a fact, an answer, an element of a list, an import."""
    named = list(dict.fromkeys(filter(None, (_name_part(name, form) for name in change.names))))
    if not named:
        return _IMPORTED
    first, others = named[0], len(named) - 1
    if not others:
        return first
    return ngettext(
        "{first} and {count} other field", "{first} and {count} other fields", others
    ).fill(first=first, count=others)


def find_change_target(change: FileChange, form: ProductForm) -> str:
    """The id on the page of what a change is about; empty where the page has no such part."""
    fields, lists = form.fields(), form.lists()
    for name in change.names:
        if name in fields:
            return f"f-{name}"
        owner = _find_list(name, lists)
        if owner:
            return owner
    return ""


def _name_part(name: str, form: ProductForm) -> Text | None:
    field = form.fields().get(name)
    lists = form.lists()
    owner = _find_list(name, lists)
    title = field.title if field else None
    if owner:
        number = _read_number(name, owner)
        if title is None and number is None:
            return lists[owner].title
        text = _ELEMENT if title is None else _IN_ELEMENT
        return text.fill(list=lists[owner].title, number=number, title=title)
    kind, _dot, rest = name.partition(".")
    if kind == "answers":
        criterion = rest.partition(".")[0]
        answer = field or form.fields().get(f"{name}.answer")
        return _ANSWER.fill(criterion=criterion, title=answer.title) if answer else None
    return title


def _find_list(name: str, lists: Iterable[str]) -> str:
    """The innermost list that a name is of, or is in; empty where there is none."""
    return max((each for each in lists if f"{name}.".startswith(f"{each}.")), key=len, default="")


def _read_number(name: str, owner: str) -> int | None:
    """The number of the element that a name is in, from one; None for the list itself."""
    step = name.removeprefix(owner).lstrip(".").partition(".")[0]
    return int(step) + 1 if step.isdecimal() else None
