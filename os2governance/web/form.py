"""The form, generated entirely from a model: criteria by level, each with the facts it asks for.

Input is text; a field states which type of value it becomes, and where in the declaration.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Value
from os2governance.i18n.text import Renderable, Text
from os2governance.model.model import Criterion, Level
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

    `todo` is the question that asks for it; it may be empty. `required` forbids an empty value;
    `nullable` allows declaring that there is none, in the words of `absence`; `is_absent` is
    whether what it belongs to is declared absent. `used_by` are the criteria that read it;
    `example` is a value from one of their examples; `stated` is what other files state of it,
    `proposal` what a document states.
    """

    path: FieldPath
    kind: str
    title: Text
    todo: Text = dataclasses.field(default_factory=Text)
    help: Text = dataclasses.field(default_factory=Text)
    choices: tuple[tuple[Any, Text], ...] = ()
    value: Value | Any = MISSING
    required: bool = False
    nullable: bool = False
    absence: Text = dataclasses.field(default_factory=Text)
    is_absent: bool = False
    used_by: tuple[str, ...] = ()
    example: Text = dataclasses.field(default_factory=Text)
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

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer: nobody states it, or a document proposes it."""
        unknown = self.state == STATE_UNDECLARED and not self.stated and not self.is_absent
        return unknown or self.proposal is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class FormList:
    """A list: its elements, each with its fields; `extensible` where the product is asked.

    `todo` and `is_absent` are as those of a field.
    """

    path: FieldPath
    title: Text
    todo: Text = dataclasses.field(default_factory=Text)
    help: Text
    is_absent: bool = False
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

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer: nobody states it, or an element lacks what is asked."""
        unknown = self.state == STATE_UNDECLARED and not self.stated and not self.is_absent
        return (
            unknown
            or self.proposal is not None
            or any(each.is_open for part in self.elements for each in list_asked(part))
        )


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

    @property
    def is_open(self) -> bool:
        """Whether a document proposes it; it is not asked about otherwise."""
        return self.proposal is not None


FormPart = FormField | FormList | FormGroup | ShownFact
FormLeaf = FormField | FormList | ShownFact
"""A part that stands for one fact, or one list of facts."""


class SharedFact(NamedTuple):
    """A fact that a criterion reads and another one asks about: the part, and that criterion."""

    part: FormLeaf
    criterion: Criterion


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionQuestion:
    """One criterion: the facts that are asked for here, then its answer, with the choice first.

    `further` are facts beside those that no rule reads; `shared` are asked about elsewhere.
    """

    criterion: Criterion
    facts: tuple[FormLeaf, ...]
    further: tuple[FormLeaf, ...]
    shared: tuple[SharedFact, ...]
    fields: tuple[FormField, ...]

    @property
    def parts(self) -> tuple[FormLeaf, ...]:
        """All that is asked for here."""
        return (*self.fields, *self.facts, *self.further)

    @property
    def open_facts(self) -> tuple[FormLeaf, ...]:
        """The facts that wait for an answer."""
        return tuple(part for part in self.facts if part.is_open)

    @property
    def known_facts(self) -> tuple[FormLeaf, ...]:
        """The facts that somebody has stated."""
        return tuple(part for part in self.facts if not part.is_open)


class LevelQuestions(NamedTuple):
    """The criteria of one level."""

    level: Level
    questions: tuple[CriterionQuestion, ...]


class ProductForm(NamedTuple):
    """The whole form: declaration data, criteria by level, and facts that none of them reads."""

    about: tuple[FormField, ...]
    levels: tuple[LevelQuestions, ...]
    subjects: tuple[FormGroup, ...]

    @property
    def questions(self) -> tuple[CriterionQuestion, ...]:
        """The criteria, lowest level first."""
        return tuple(each for level in self.levels for each in level.questions)

    def _list_fact_parts(self) -> list[FormPart]:
        placed = [part for each in self.questions for part in (*each.facts, *each.further)]
        return [*placed, *self.subjects]

    def fields(self) -> dict[str, FormField]:
        """All fields by their names in the form."""
        answers = [field for each in self.questions for field in each.fields]
        parts = [*self.about, *self._list_fact_parts(), *answers]
        return {field.name: field for field in _walk_fields(parts)}

    def asks(self, part: FormPart) -> bool:
        """Whether anything of a part is asked, so that there is something to save."""
        lists = (each for each in _walk_lists([part]) if each.extensible)
        return any(True for _ in (*_walk_fields([part]), *lists))

    def lists(self) -> dict[str, FormList]:
        """All lists by their names in the form."""
        return {each.name: each for each in _walk_lists(self._list_fact_parts())}

    def proposing(self, among: Sequence[FormPart] | None = None) -> list[FormLeaf]:
        """The parts, of all or among some, that have a proposal that waits for an answer."""
        parts = self._list_fact_parts() if among is None else among
        return [part for part in list_leaves(parts) if part.proposal]


class SplitElement(NamedTuple):
    """The parts of a list element: those to be answered, those known, and those nobody asks for.

    Its first part, which names it, is asked for too.
    """

    open: tuple[FormLeaf, ...]
    known: tuple[FormLeaf, ...]
    further: tuple[FormLeaf, ...]


def split_element(parts: Sequence[FormPart]) -> SplitElement:
    """Split the parts of a list element by what is to be done about them."""
    leaves = list_leaves(parts)
    asked = [*leaves[:1], *(part for part in list_asked(parts) if part is not leaves[0])]
    waiting = [part for part in asked if part.is_open]
    return SplitElement(
        tuple(waiting),
        tuple(part for part in leaves if not part.is_open),
        tuple(part for part in leaves if part.is_open and part not in waiting),
    )


def list_asked(parts: Sequence[FormPart]) -> list[FormField | FormList]:
    """The parts among others, in groups too, that a criterion reads."""
    return [
        part
        for part in list_leaves(parts)
        if (isinstance(part, FormField) and part.used_by) or isinstance(part, FormList)
    ]


def list_leaves(parts: Sequence[FormPart]) -> list[FormLeaf]:
    """The parts that are no groups, and those in the groups."""
    return [
        leaf
        for part in parts
        for leaf in (list_leaves(part.parts) if isinstance(part, FormGroup) else [part])
    ]


def list_question_names(question: CriterionQuestion) -> list[str]:
    """The names of a criterion, and of its answer and facts, in the form."""
    return [f"answers.{question.criterion.id}", *list_field_names(question.parts)]


def list_field_names(parts: Sequence[FormPart]) -> list[str]:
    """The names of the parts and of the fields in them."""
    return [part.name for part in parts] + [each.name for each in _walk_fields(parts)]


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
