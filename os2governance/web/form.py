"""The form, generated entirely from a model: facts by subject, then answers to criteria.

Input is text; a field states which type of value it becomes, and where in the declaration.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Value
from os2governance.i18n.text import Renderable, Text
from os2governance.model.model import Criterion
from os2governance.rules.trace import MISSING

FieldPath = tuple[str | int, ...]
STATE_DECLARED, STATE_NONE, STATE_UNDECLARED = "declared", "none", "undeclared"
TEXT_FIELD, LONG_TEXT_FIELD, LINES_FIELD = "text", "long", "lines"
DATE_FIELD, DAY_FIELD = "date", "day"
"""A date that may be a month or a year, and one that is a day."""
NUMBER_FIELD, INTEGER_FIELD = "number", "integer"
BOOLEAN_FIELD, CHOICE_FIELD = "boolean", "choice"
MAX_FORM_DEPTH = 8


class StatedFact(NamedTuple):
    """What another file than the declaration states of a fact: who says so, and the value."""

    source: Renderable
    value: Renderable


class ProposedValue(NamedTuple):
    """A value read out of a document: its name among the proposals, the value, and its source."""

    name: str
    value: Renderable
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FormField:
    """One value: its path, title, type, and current value.

    `required` forbids an empty value; `nullable` allows declaring that there is none. `used_by`
    are the criteria that read it; `example` is a value from one of their examples; `stated` is
    what other files state of it, `proposal` what a document states of it.
    """

    path: FieldPath
    kind: str
    title: Text
    help: Text = dataclasses.field(default_factory=Text)
    choices: tuple[tuple[Any, Text], ...] = ()
    value: Value | Any = MISSING
    required: bool = False
    nullable: bool = False
    used_by: tuple[str, ...] = ()
    example: str = ""
    stated: tuple[StatedFact, ...] = ()
    proposal: ProposedValue | None = None

    @property
    def name(self) -> str:
        """Its name in the form."""
        return format_field_name(self.path)

    @property
    def option_values(self) -> tuple[str, ...]:
        """The values of its choices, as the form submits them."""
        return (
            ("true", "false")
            if self.kind == BOOLEAN_FIELD
            else tuple(str(v) for v, _ in self.choices)
        )

    @property
    def state(self) -> str:
        """Whether it is declared, declared as none, or not declared."""
        if self.value is MISSING:
            return STATE_UNDECLARED
        return STATE_NONE if self.value is None else STATE_DECLARED


@dataclass(frozen=True, kw_only=True, slots=True)
class FormList:
    """A list: its elements, each with its fields; `extensible` where the product is asked."""

    path: FieldPath
    title: Text
    help: Text
    elements: tuple[tuple["FormPart", ...], ...]
    state: str
    nullable: bool
    extensible: bool = True
    stated: tuple[StatedFact, ...] = ()
    proposal: ProposedValue | None = None

    @property
    def name(self) -> str:
        """Its name in the form."""
        return format_field_name(self.path)


class FormGroup(NamedTuple):
    """Fields that belong together."""

    path: FieldPath
    title: Text
    help: Text
    parts: tuple["FormPart", ...]

    @property
    def name(self) -> str:
        """Its name in the form."""
        return format_field_name(self.path)


class ShownFact(NamedTuple):
    """A fact that the product is not asked about, as other files state it."""

    path: FieldPath
    title: Text
    stated: tuple[StatedFact, ...]
    proposal: ProposedValue | None = None

    @property
    def name(self) -> str:
        """Its name in the form."""
        return format_field_name(self.path)


FormPart = FormField | FormList | FormGroup | ShownFact


class CriterionQuestion(NamedTuple):
    """The answer to one criterion: its fields, with the choice first."""

    criterion: Criterion
    fields: tuple[FormField, ...]


class ProductForm(NamedTuple):
    """The whole form: declaration data, facts by subject, questions by theme."""

    about: tuple[FormField, ...]
    subjects: tuple[FormGroup | FormList | ShownFact, ...]
    themes: tuple[tuple[Text, tuple[CriterionQuestion, ...]], ...]

    def fields(self) -> dict[str, FormField]:
        """All fields by their names in the form."""
        parts: list[FormPart] = [*self.about, *self.subjects]
        parts += [field for _, several in self.themes for each in several for field in each.fields]
        return {field.name: field for field in _walk_fields(parts)}

    def asks(self, subject: FormPart) -> bool:
        """Whether anything of a subject is asked, so that there is something to save."""
        lists = (each for each in _walk_lists([subject]) if each.extensible)
        return any(True for _ in (*_walk_fields([subject]), *lists))

    def lists(self) -> dict[str, FormList]:
        """All lists by their names in the form."""
        return {each.name: each for each in _walk_lists(self.subjects)}

    def proposing(self, subject: FormPart | None = None) -> list[FormField | FormList | ShownFact]:
        """The parts of a subject, or of all, that have a proposal that waits for an answer."""
        return list(_walk_proposing(self.subjects if subject is None else [subject]))


def format_field_name(path: FieldPath) -> str:
    """The name of a path in the form."""
    return ".".join(map(str, path))


def _walk_fields(parts: Sequence[FormPart]) -> Iterator[FormField]:
    for part in parts:
        if isinstance(part, FormField):
            yield part
        elif isinstance(part, FormGroup):
            yield from _walk_fields(part.parts)
        elif isinstance(part, FormList):
            for element in part.elements:
                yield from _walk_fields(element)


def _walk_lists(parts: Sequence[FormPart]) -> Iterator[FormList]:
    for part in parts:
        if isinstance(part, FormGroup):
            yield from _walk_lists(part.parts)
        elif isinstance(part, FormList):
            yield part
            for element in part.elements:
                yield from _walk_lists(element)


def _walk_proposing(
    parts: Sequence[FormPart],
) -> Iterator[FormField | FormList | ShownFact]:
    for part in parts:
        if isinstance(part, FormGroup):
            yield from _walk_proposing(part.parts)
        elif part.proposal:
            yield part
