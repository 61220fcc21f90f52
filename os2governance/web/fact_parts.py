"""The part of the form that asks for facts, and shows what other files state of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from os2governance.checks.model_lint import list_asked_paths
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import Language, _, as_text
from os2governance.model.model import Criterion, Model
from os2governance.model.words import phrase
from os2governance.product.facts import REGISTERED, FactFile
from os2governance.product.proposed_facts import WaitingProposal
from os2governance.render.common.values import render_value
from os2governance.rules.texts import is_url
from os2governance.rules.trace import MISSING
from os2governance.rules.vocabulary import Fact
from os2governance.web.form import (
    BOOLEAN_FIELD,
    CHOICE_FIELD,
    DATE_FIELD,
    INTEGER_FIELD,
    LINES_FIELD,
    MAX_FORM_DEPTH,
    NUMBER_FIELD,
    STATE_DECLARED,
    STATE_NONE,
    STATE_UNDECLARED,
    TEXT_FIELD,
    FieldPath,
    FormField,
    FormGroup,
    FormList,
    FormPart,
    ProposedValue,
    ShownFact,
    StatedFact,
)


def build_fact_parts(
    model: Model,
    facts: Any,
    others: Sequence[FactFile] = (),
    proposals: Sequence[WaitingProposal] = (),
) -> tuple[FormPart, ...]:
    """Build the parts for a model's facts: declared, stated by other files, and proposed."""
    stated = [_Stated(file, file.facts) for file in others]
    waiting: dict[FieldPath, WaitingProposal] = {each.path: each for each in proposals}
    builder = _PartBuilder(model=model, uses=_collect_uses(model), proposals=waiting)
    return builder.build_all(model.facts, ("facts",), _Known(facts, stated))


def _collect_uses(model: Model) -> dict[str, tuple[list[str], str]]:
    """Map each fact's path, without indexes, to the criteria that read it and an example value."""
    uses: dict[str, tuple[list[str], str]] = {}
    for criterion in model.criteria:
        paths = [path for rule in criterion.rules for path in list_asked_paths(rule)]
        for path in dict.fromkeys(paths):
            plain = path.replace("[]", "")
            users, example = uses.get(plain, ([], ""))
            example = example or _find_example(criterion, plain.split("."))
            uses[plain] = ([*users, criterion.id], example)
    return uses


def _find_example(criterion: Criterion, path: Sequence[str]) -> str:
    """Find the text at a path in an example that meets the criterion; empty without one."""
    for each in criterion.examples:
        if each.expect == "met":
            found: Any = each.facts
            for step in path:
                found = found[0] if isinstance(found, list) and found else found
                found = found.get(step) if isinstance(found, dict) else None
            if isinstance(found, str) and not _is_mere_sample(found):
                return found
    return ""


def _is_mere_sample(text: str) -> bool:
    """Whether a text of an example shows only how a date, an address or a path is written."""
    return (
        parse_partial_date(text) is not None or is_url(text) or ("/" in text and " " not in text)
    )


def _value_below(found: Any, step: str | int) -> Any:
    """The declared value below another; missing below a missing or null one."""
    if isinstance(found, dict):
        return found.get(step, MISSING)
    if isinstance(found, list) and isinstance(step, int) and step < len(found):
        return found[step]
    return MISSING


class _Stated(NamedTuple):
    """A value that another file states."""

    file: FactFile
    value: Any


class _Known(NamedTuple):
    """The value that is declared at a path, and those that other files state there."""

    declared: Any
    stated: Sequence[_Stated] = ()

    def enter(self, step: str) -> "_Known":
        """What is known of a fact below."""
        below = [_Stated(each.file, _value_below(each.value, step)) for each in self.stated]
        return _Known(
            _value_below(self.declared, step),
            [each for each in below if each.value is not MISSING],
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class _PartBuilder:
    """Builds the parts of a form; `uses` are the criteria that read each fact, and an example.

    A fact that the register is to state is not asked about: it is shown where another file states
    it, and can be changed where it is declared all the same. `proposals` are those that wait, by
    their path; `absent` is whether what is built belongs to something that is declared absent.
    """

    model: Model
    uses: Mapping[str, tuple[list[str], str]]
    proposals: Mapping[FieldPath, WaitingProposal]
    asked: bool = True
    absent: bool = False
    depth: int = MAX_FORM_DEPTH

    def build(self, fact: Fact, path: FieldPath, known: _Known) -> FormPart | None:
        """Build the part of a fact; None where there is nothing to ask or show."""
        if fact.from_register and self.asked:
            return replace(self, asked=False).build(fact, path, known)
        declared, stated = known
        if self.depth and fact.kinds == {"array"} and fact.element.fields:
            if self.asked or isinstance(declared, list):
                return self._build_list(fact, path, known)
        elif self.depth and fact.fields:
            if group := self._build_group(fact, path, known):
                return group
            stated = [each for each in stated if not isinstance(each.value, dict)]
        elif self.asked or declared is not MISSING:
            return self._build_field(fact, path, known)
        proposal = self._find_proposal(fact, path)
        if not stated and proposal is None:
            return None
        return ShownFact(path, fact.title, self._list_stated(fact, stated), proposal)

    def build_all(self, fact: Fact, path: FieldPath, known: _Known) -> tuple[FormPart, ...]:
        """Build the parts of all facts below one."""
        below = self if known.declared is not None else replace(self, absent=True)
        built = [
            below.build(each, (*path, name), known.enter(name))
            for name, each in fact.fields.items()
        ]
        return tuple(part for part in built if part is not None)

    def _build_list(self, fact: Fact, path: FieldPath, known: _Known) -> FormList:
        declared, stated = known
        below = replace(self, depth=self.depth - 1)
        return FormList(
            path=path,
            title=fact.title,
            todo=fact.todo,
            help=fact.description,
            is_absent=self.absent,
            elements=tuple(
                below.build_all(fact.element, (*path, number), _Known(element))
                for number, element in enumerate(declared if isinstance(declared, list) else ())
            ),
            state=STATE_UNDECLARED
            if declared is MISSING
            else STATE_NONE
            if declared is None
            else STATE_DECLARED,
            nullable=fact.nullable,
            extensible=self.asked,
            stated=self._list_stated(fact, stated),
            proposal=self._find_proposal(fact, path),
        )

    def _build_group(self, fact: Fact, path: FieldPath, known: _Known) -> FormGroup | None:
        parts = replace(self, depth=self.depth - 1).build_all(fact, path, known)
        return FormGroup(path, fact.title, fact.description, parts) if parts else None

    def _build_field(self, fact: Fact, path: FieldPath, known: _Known) -> FormField:
        declared, stated = known
        plain = ".".join(step for step in path[1:] if isinstance(step, str))
        users, example = self.uses.get(plain, ([], ""))
        return FormField(
            path=path,
            kind=_choose_field_kind(fact),
            title=fact.title,
            todo=fact.todo,
            help=fact.description,
            choices=tuple((choice, fact.value_title(choice)) for choice in fact.choices),
            value=declared,
            nullable=fact.nullable and (declared is None or _can_be_absent(fact)),
            absence=_NO_END if fact.is_end else _NO_SUCH_THING,
            is_absent=self.absent,
            used_by=tuple(users),
            example=_DATE_EXAMPLE if fact.is_date else as_text(example),
            stated=self._list_stated(fact, stated),
            proposal=self._find_proposal(fact, path),
        )

    def _find_proposal(self, fact: Fact, path: FieldPath) -> ProposedValue | None:
        """The proposal for a fact, if one waits."""
        found = self.proposals.get(path[1:])
        if found is None:
            return None
        return ProposedValue(found.name, _ShownValue(found.value, fact), found.source)

    def _list_stated(self, fact: Fact, stated: Sequence[_Stated]) -> tuple[StatedFact, ...]:
        evaluator = phrase(self.model.words.evaluator)
        return tuple(
            StatedFact(
                _REGISTERED.fill(evaluator=evaluator, day=_Day(each.file.on))
                if each.file.kind == REGISTERED
                else _OBSERVED.fill(day=_Day(each.file.on)),
                _ShownValue(each.value, fact),
            )
            for each in stated
        )


_DATE_EXAMPLE = _("14 March 2025, March 2025 or 2025")
_NO_END = _("It has no end date")
_NO_SUCH_THING = _("We do not have it")
_REGISTERED = _("registered by {evaluator}, {day}")
_OBSERVED = _("read from the repositories, {day}")


class _Day(NamedTuple):
    """A day in words."""

    day: date

    def render(self, language: Language) -> str:
        return format_day(self.day, language)


class _ShownValue(NamedTuple):
    """A value that another file states, with all below it, on one line."""

    value: Any
    fact: Fact

    def render(self, language: Language) -> str:
        value, fact = self
        if isinstance(value, list) and value:
            return "; ".join(_ShownValue(each, fact.element).render(language) for each in value)
        if isinstance(value, dict) and value:
            return ", ".join(
                f"{fact.fields[name].title.render(language)}: "
                f"{_ShownValue(below, fact.fields[name]).render(language)}"
                for name, below in value.items()
                if name in fact.fields
            )
        day = format_partial_date(value, language) if fact.is_date else None
        return day or render_value(None if value == [] else value, language, fact.values)


def _can_be_absent(fact: Fact) -> bool:
    """Whether "there is none" says something of it: not of yes or no, or of a day in the past."""
    return not (fact.choices or fact.is_past or fact.kinds <= {"boolean"})


def _choose_field_kind(fact: Fact) -> str:
    if fact.choices:
        return CHOICE_FIELD
    if fact.is_date:
        return DATE_FIELD
    for kinds, kind in (
        ({"boolean"}, BOOLEAN_FIELD),
        ({"integer"}, INTEGER_FIELD),
        ({"number", "integer"}, NUMBER_FIELD),
        ({"array"}, LINES_FIELD),
    ):
        if fact.kinds <= kinds:
            return kind
    return TEXT_FIELD
