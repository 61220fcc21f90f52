"""The form of a product, built from its model, its declaration, and what other files state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from os2governance.checks.model_lint import list_asked_paths
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.symbols import ANSWER_LABELS, KIND_LABELS
from os2governance.i18n.text import Language, Text, _
from os2governance.model.model import Criterion, Model
from os2governance.model.words import phrase
from os2governance.product.facts import REGISTERED, FactFile
from os2governance.render.common.values import render_value
from os2governance.rules.trace import MISSING
from os2governance.rules.vocabulary import Fact
from os2governance.web.form import (
    BOOLEAN_FIELD,
    CHOICE_FIELD,
    DATE_FIELD,
    DAY_FIELD,
    INTEGER_FIELD,
    LINES_FIELD,
    LONG_TEXT_FIELD,
    MAX_FORM_DEPTH,
    NUMBER_FIELD,
    STATE_DECLARED,
    STATE_NONE,
    STATE_UNDECLARED,
    TEXT_FIELD,
    CriterionQuestion,
    FieldPath,
    FormField,
    FormGroup,
    FormList,
    FormPart,
    ProductForm,
    ShownFact,
    StatedFact,
)
from os2governance.web.workspace import AssessedProduct


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherSources:
    """What is known beside the declaration: the facts of other files, and what applies by facts.

    `applies` is, by criterion, whether the facts show that it applies; None where they do not.
    """

    files: tuple[FactFile, ...] = ()
    applies: Mapping[str, bool | None] = field(default_factory=dict)


NO_OTHER_SOURCES = OtherSources()


def build_product_form(now: AssessedProduct, values: Mapping[str, Any]) -> ProductForm:
    """Build the form of a product as it is assessed, with the values of its declaration."""
    assessment = now.assessment
    others = OtherSources(
        files=tuple(each for each in assessment.facts.files if each.kind != "declaration"),
        applies={o.criterion.id: o.applies.value for o in assessment.outcomes if o.applies},
    )
    return build_form(now.model, values, others)


def build_form(
    model: Model, values: Mapping[str, Any], others: OtherSources = NO_OTHER_SOURCES
) -> ProductForm:
    """Build the form of a model, with the current values of a declaration."""
    parts = _PartBuilder(model, _collect_uses(model))
    stated = [_Stated(file, file.facts) for file in others.files]
    built = parts.build_all(model.facts, ("facts",), _Known(values.get("facts"), stated))
    plain = tuple(part for part in built if isinstance(part, FormField))
    subjects = tuple(part for part in built if not isinstance(part, FormField))
    others_ = (FormGroup(("facts",), _OTHER_FACTS, Text(), plain),) if plain else ()
    answers = values.get("answers") or {}
    return ProductForm(
        about=tuple(_build_declaration_fields(model, values)),
        subjects=(*others_, *subjects),
        themes=tuple(
            (
                theme.name,
                tuple(
                    CriterionQuestion(
                        criterion,
                        tuple(
                            _build_answer_fields(
                                criterion,
                                answers.get(criterion.id),
                                applies=others.applies.get(criterion.id),
                            )
                        ),
                    )
                    for criterion in model.criteria
                    if criterion.theme == theme.id
                ),
            )
            for theme in model.themes
        ),
    )


_OTHER_FACTS = _("Other facts")


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
            if isinstance(found, str):
                return found
    return ""


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


@dataclass(frozen=True, slots=True)
class _PartBuilder:
    """Builds the parts of a form; `uses` are the criteria that read each fact, and an example.

    A fact that the register is to state is not asked about: it is shown where another file states
    it, and can be changed where it is declared all the same.
    """

    model: Model
    uses: Mapping[str, tuple[list[str], str]]
    asked: bool = True
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
            return self._build_group(fact, path, known)
        elif self.asked or declared is not MISSING:
            return self._build_field(fact, path, known)
        if not stated:
            return None
        return ShownFact(path, fact.title, self._list_stated(fact, stated))

    def build_all(self, fact: Fact, path: FieldPath, known: _Known) -> tuple[FormPart, ...]:
        """Build the parts of all facts below one."""
        built = [
            self.build(each, (*path, name), known.enter(name))
            for name, each in fact.fields.items()
        ]
        return tuple(part for part in built if part is not None)

    def _build_list(self, fact: Fact, path: FieldPath, known: _Known) -> FormList:
        declared, stated = known
        below = replace(self, depth=self.depth - 1)
        return FormList(
            path=path,
            title=fact.title,
            help=fact.description,
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
            help=fact.description,
            choices=tuple((choice, fact.value_title(choice)) for choice in fact.choices),
            value=declared,
            nullable=fact.nullable,
            used_by=tuple(users),
            example=example,
            stated=self._list_stated(fact, stated),
        )

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


# -- declaration data and answers --------------------------------------------------------------


def _build_declaration_fields(model: Model, values: Mapping[str, Any]) -> Iterator[FormField]:
    declared = values.get("declared") or {}
    yield FormField(
        path=("name",),
        kind=TEXT_FIELD,
        title=_NAME_TITLE,
        value=values.get("name", MISSING),
        required=True,
    )
    kinds = tuple((kind, word) for kind, word in KIND_LABELS.items())
    kind = values.get("kind", MISSING)
    yield FormField(
        path=("kind",),
        kind=CHOICE_FIELD,
        title=_KIND_TITLE,
        help=_KIND_HELP,
        choices=kinds,
        value=kind,
        required=True,
    )
    for key, (kind_, title, help_) in _DECLARED_FIELDS.items():
        found = declared.get(key, MISSING)
        yield FormField(
            path=("declared", key),
            kind=kind_,
            title=title,
            help=help_,
            value=found,
            required=key in {"on", "by"},
        )
    levels = tuple((level.id, level.name) for level in model.levels)
    yield FormField(
        path=("aims_at",),
        kind=CHOICE_FIELD,
        title=_AIM_TITLE,
        help=_AIM_HELP,
        choices=levels,
        value=values.get("aims_at", MISSING),
    )


DATE_OF_DECLARATION: FieldPath = ("declared", "on")
_NAME_TITLE = _("The product's name")
_KIND_TITLE = _("Product or project")
_KIND_HELP = _("A project is being developed; a product is admitted to the portfolio.")
_DECLARED_FIELDS = {
    "on": (DAY_FIELD, _("The date of the self-assessment"), Text()),
    "by": (
        TEXT_FIELD,
        _("Filled in by"),
        _("Role and organisation, not a person's name."),
    ),
    "reference": (
        TEXT_FIELD,
        _("Document that the self-assessment is based on"),
        Text(),
    ),
    "note": (LONG_TEXT_FIELD, _("A remark on the whole"), Text()),
}
_AIM_TITLE = _("Aim")
_AIM_HELP = _("The level that you aim at.")

_ANSWER_TITLE = _("Your answer")
_EVIDENCE_TITLE = _("Evidence: links or references")
_EVIDENCE_HELP = {
    "link": _('One per line. "Met" needs a link to a web page or a document that shows it.'),
    "text": _('One per line. "Met" needs a link, a reference or a description.'),
    "none": _("One per line. The answer is enough; evidence makes it easier to confirm."),
}
_NOTE_TITLE = _("Evidence: description")
_EXPLANATION_TITLE = _("Grounds for a deviation")
_EXPLANATION_HELP = _("Why the criterion is not met, and what you do instead.")
_REASON_TITLE = _("Grounds for not applicable")
_REASON_HELP = _("Why the criterion does not apply to the product.")
_REASON_NEEDED_HELP = _(
    "Why the criterion does not apply to the product. Without grounds the answer does not count."
)
_DUE_TITLE = _("Due date")
_DUE_HELP = _(
    "The date by which what is planned is to be done; a month or a year is enough. Past its date "
    "a plan counts as not met."
)


def _build_answer_fields(
    criterion: Criterion, said: Mapping[str, Any] | None, *, applies: bool | None
) -> Iterator[FormField]:
    """The fields of an answer, the choice first.

    "Not applicable" is offered where it can be claimed, or is chosen already.
    """
    given = said or {}
    path = ("answers", criterion.id)
    may_not_apply = criterion.not_applicable != "no" and applies is not True
    offered = may_not_apply or given.get("answer") == "not_applicable"
    yield FormField(
        path=(*path, "answer"),
        kind=CHOICE_FIELD,
        title=_ANSWER_TITLE,
        choices=tuple(
            (answer, word)
            for answer, word in ANSWER_LABELS.items()
            if offered or answer != "not_applicable"
        ),
        value=given.get("answer", MISSING),
    )
    needed = criterion.not_applicable == "with_reason"
    texts: dict[str, tuple[str, Text, Text]] = {
        "evidence": (LINES_FIELD, _EVIDENCE_TITLE, _EVIDENCE_HELP[criterion.evidence]),
        "note": (LONG_TEXT_FIELD, _NOTE_TITLE, Text()),
        "explanation": (LONG_TEXT_FIELD, _EXPLANATION_TITLE, _EXPLANATION_HELP),
        "reason": (
            LONG_TEXT_FIELD,
            _REASON_TITLE,
            _REASON_NEEDED_HELP if needed else _REASON_HELP,
        ),
        "due": (DATE_FIELD, _DUE_TITLE, _DUE_HELP),
    }
    for key, (kind, title, help_) in texts.items():
        if key != "reason" or offered or given.get(key):
            yield FormField(
                path=(*path, key),
                kind=kind,
                title=title,
                help=help_,
                value=given.get(key, MISSING),
            )
