"""The form of a product, built from its model and declaration."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.checks.model_lint import list_asked_paths
from os2governance.i18n.symbols import ANSWER_LABELS, KIND_LABELS
from os2governance.i18n.text import Text, _
from os2governance.model.model import Criterion, Model
from os2governance.rules.trace import MISSING
from os2governance.rules.vocabulary import Fact
from os2governance.web.form import (
    BOOLEAN_FIELD,
    CHOICE_FIELD,
    DATE_FIELD,
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
)


def build_form(model: Model, values: Mapping[str, Any]) -> ProductForm:
    """Build the form of a model, with the current values of a declaration."""
    uses = _collect_uses(model)
    facts = values.get("facts")
    subjects = tuple(
        part
        for name, fact in model.facts.fields.items()
        for part in [
            _build_part(
                fact,
                ("facts", name),
                found=_value_below(facts, name),
                uses=uses,
                depth=MAX_FORM_DEPTH,
            )
        ]
        if not isinstance(part, FormField)
    )
    plain = tuple(
        part
        for name, fact in model.facts.fields.items()
        for part in [
            _build_part(
                fact,
                ("facts", name),
                found=_value_below(facts, name),
                uses=uses,
                depth=MAX_FORM_DEPTH,
            )
        ]
        if isinstance(part, FormField)
    )
    others = (FormGroup(("facts",), _OTHER_FACTS, Text(), plain),) if plain else ()
    answers = values.get("answers") or {}
    return ProductForm(
        about=tuple(_build_declaration_fields(model, values)),
        subjects=(*others, *subjects),
        themes=tuple(
            (
                theme.name,
                tuple(
                    CriterionQuestion(
                        criterion,
                        tuple(_build_answer_fields(criterion, answers.get(criterion.id))),
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


def _build_part(
    fact: Fact, path: FieldPath, found: Any, uses: Mapping[str, tuple[list[str], str]], depth: int
) -> FormPart:
    if depth and fact.kinds == {"array"} and fact.element.fields:
        elements = found if isinstance(found, list) else []
        return FormList(
            path=path,
            title=fact.title,
            help=fact.description,
            elements=tuple(
                tuple(
                    _build_part(
                        below,
                        (*path, number, name),
                        found=_value_below(element, name),
                        uses=uses,
                        depth=depth - 1,
                    )
                    for name, below in fact.element.fields.items()
                )
                for number, element in enumerate(elements)
            ),
            state=STATE_UNDECLARED
            if found is MISSING
            else STATE_NONE
            if found is None
            else STATE_DECLARED,
            nullable=fact.nullable,
        )
    if depth and fact.fields:
        return FormGroup(
            path,
            fact.title,
            fact.description,
            tuple(
                _build_part(
                    below,
                    (*path, name),
                    found=_value_below(found, name),
                    uses=uses,
                    depth=depth - 1,
                )
                for name, below in fact.fields.items()
            ),
        )
    plain = ".".join(step for step in path[1:] if isinstance(step, str))
    users, example = uses.get(plain, ([], ""))
    return FormField(
        path=path,
        kind=_choose_field_kind(fact),
        title=fact.title,
        help=fact.description,
        choices=tuple((choice, fact.value_title(choice)) for choice in fact.choices),
        value=found,
        nullable=fact.nullable,
        used_by=tuple(users),
        example=example,
    )


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


_NAME_TITLE = _("The product's name")
_KIND_TITLE = _("Product or project")
_KIND_HELP = _("A project is being developed; a product is admitted to the portfolio.")
_DECLARED_FIELDS = {
    "on": (DATE_FIELD, _("The date of the self-assessment"), Text()),
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
_ANSWER_FIELDS: dict[str, tuple[str, Text, Text]] = {
    "evidence": (
        LINES_FIELD,
        _("Evidence"),
        _('One link or reference per line. "Met" needs at least one.'),
    ),
    "note": (LONG_TEXT_FIELD, _("Remark"), Text()),
    "explanation": (
        LONG_TEXT_FIELD,
        _("Explanation"),
        _("Why the criterion is not met."),
    ),
    "reason": (
        LONG_TEXT_FIELD,
        _("Reason"),
        _("Why the criterion does not apply to the product."),
    ),
    "due": (
        DATE_FIELD,
        _("Due"),
        _("When what is planned is expected to be done."),
    ),
}


def _build_answer_fields(
    criterion: Criterion, said: Mapping[str, Any] | None
) -> Iterator[FormField]:
    given = said or {}
    choices = tuple(
        (answer, word)
        for answer, word in ANSWER_LABELS.items()
        if criterion.not_applicable != "no" or answer != "not_applicable"
    )
    found = given.get("answer", MISSING)
    yield FormField(
        path=("answers", criterion.id, "answer"),
        kind=CHOICE_FIELD,
        title=_ANSWER_TITLE,
        help=Text(),
        choices=choices,
        value=found,
    )
    for key, (kind, title, help_) in _ANSWER_FIELDS.items():
        found = given.get(key, MISSING)
        yield FormField(
            path=("answers", criterion.id, key), kind=kind, title=title, help=help_, value=found
        )
