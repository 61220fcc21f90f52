"""The form, generated entirely from a model: facts by subject, then answers to criteria.

Input is text; a field states which type of value it becomes, and where in the declaration.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.checks.model_lint import list_asked_paths
from os2governance.documents.yaml_reader import Value
from os2governance.i18n.symbols import ANSWER_LABELS, KIND_LABELS
from os2governance.i18n.text import Text
from os2governance.model.model import Criterion, Model
from os2governance.rules.trace import MISSING
from os2governance.rules.vocabulary import Fact

FieldPath = tuple[str | int, ...]
STATE_DECLARED, STATE_NONE, STATE_UNDECLARED = "declared", "none", "undeclared"
TEXT_FIELD, LONG_TEXT_FIELD, LINES_FIELD = "text", "long", "lines"
DATE_FIELD, NUMBER_FIELD, INTEGER_FIELD = "date", "number", "integer"
BOOLEAN_FIELD, CHOICE_FIELD = "boolean", "choice"
MAX_FORM_DEPTH = 8


class FormField(NamedTuple):
    """One value: its path, title, type, and current value.

    `required` forbids an empty value; `nullable` allows declaring that there is none. `used_by`
    are the criteria that read it; `example` is a value from one of their examples.
    """

    path: FieldPath
    kind: str
    title: Text
    help: Text = Text()
    choices: tuple[tuple[Any, Text], ...] = ()
    value: Value | Any = MISSING
    required: bool = False
    nullable: bool = False
    used_by: tuple[str, ...] = ()
    example: str = ""

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


class FormList(NamedTuple):
    """A list that can be extended: its elements, each with its fields."""

    path: FieldPath
    title: Text
    help: Text
    elements: tuple[tuple["FormPart", ...], ...]
    state: str
    nullable: bool

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


FormPart = FormField | FormList | FormGroup


class CriterionQuestion(NamedTuple):
    """The answer to one criterion: its fields, with the choice first."""

    criterion: Criterion
    fields: tuple[FormField, ...]


class ProductForm(NamedTuple):
    """The whole form: declaration data, facts by subject, questions by theme."""

    about: tuple[FormField, ...]
    subjects: tuple[FormGroup | FormList, ...]
    themes: tuple[tuple[Text, tuple[CriterionQuestion, ...]], ...]

    def fields(self) -> dict[str, FormField]:
        """All fields by their names in the form."""
        parts: list[FormPart] = [*self.about, *self.subjects]
        parts += [field for _, several in self.themes for each in several for field in each.fields]
        return {field.name: field for field in _walk_fields(parts)}

    def lists(self) -> dict[str, FormList]:
        """All lists by their names in the form."""
        return {each.name: each for each in _walk_lists(self.subjects)}


def format_field_name(path: FieldPath) -> str:
    """The name of a path in the form."""
    return ".".join(map(str, path))


def _walk_fields(parts: Sequence[FormPart]) -> Iterator[FormField]:
    for part in parts:
        if isinstance(part, FormField):
            yield part
        elif isinstance(part, FormGroup):
            yield from _walk_fields(part.parts)
        else:
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


def build_form(model: Model, values: Mapping[str, Any]) -> ProductForm:
    """Build the form of a model, with the current values of a declaration."""
    uses = _collect_uses(model)
    facts = values.get("facts")
    subjects = tuple(
        part
        for name, fact in model.facts.fields.items()
        for part in [
            _build_part(fact, ("facts", name), _value_below(facts, name), uses, MAX_FORM_DEPTH)
        ]
        if not isinstance(part, FormField)
    )
    plain = tuple(
        part
        for name, fact in model.facts.fields.items()
        for part in [
            _build_part(fact, ("facts", name), _value_below(facts, name), uses, MAX_FORM_DEPTH)
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


_OTHER_FACTS = Text("Andre oplysninger", "Other facts")


def _collect_uses(model: Model) -> dict[str, tuple[list[str], str]]:
    """Map each fact's path, without indexes, to the criteria that read it and an example value."""
    uses: dict[str, tuple[list[str], str]] = {}
    for criterion in model.criteria:
        paths = [
            p for rule in (criterion.met, criterion.partly) if rule for p in list_asked_paths(rule)
        ]
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
            path,
            fact.title,
            fact.description,
            tuple(
                tuple(
                    _build_part(
                        below, (*path, number, name), _value_below(element, name), uses, depth - 1
                    )
                    for name, below in fact.element.fields.items()
                )
                for number, element in enumerate(elements)
            ),
            STATE_UNDECLARED
            if found is MISSING
            else STATE_NONE
            if found is None
            else STATE_DECLARED,
            fact.nullable,
        )
    if depth and fact.fields:
        return FormGroup(
            path,
            fact.title,
            fact.description,
            tuple(
                _build_part(below, (*path, name), _value_below(found, name), uses, depth - 1)
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
        ("name",), TEXT_FIELD, _NAME_TITLE, value=values.get("name", MISSING), required=True
    )
    kinds = tuple((kind, word) for kind, word in KIND_LABELS.items())
    kind = values.get("kind", MISSING)
    yield FormField(("kind",), CHOICE_FIELD, _KIND_TITLE, _KIND_HELP, kinds, kind, required=True)
    for key, (kind_, title, help_) in _DECLARED_FIELDS.items():
        found = declared.get(key, MISSING)
        yield FormField(
            ("declared", key), kind_, title, help_, value=found, required=key in {"on", "by"}
        )
    levels = tuple((level.id, level.name) for level in model.levels)
    yield FormField(
        ("aims_at",), CHOICE_FIELD, _AIM_TITLE, _AIM_HELP, levels, values.get("aims_at", MISSING)
    )


_NAME_TITLE = Text("Produktets navn", "The product's name")
_KIND_TITLE = Text("Produkt eller projekt", "Product or project")
_KIND_HELP = Text(
    "Et projekt er under udvikling; et produkt er optaget i porteføljen.",
    "A project is being developed; a product is admitted to the portfolio.",
)
_DECLARED_FIELDS = {
    "on": (DATE_FIELD, Text("Datoen for erklæringen", "The date of the declaration"), Text()),
    "by": (
        TEXT_FIELD,
        Text("Hvem der erklærer", "Who declares"),
        Text(
            "Rolle og organisation, ikke en persons navn.",
            "Role and organisation, not a person's name.",
        ),
    ),
    "reference": (
        TEXT_FIELD,
        Text("Dokument, som erklæringen bygger på", "Document that the declaration rests on"),
        Text(),
    ),
    "note": (LONG_TEXT_FIELD, Text("Forbehold", "A caveat"), Text()),
}
_AIM_TITLE = Text("Mål", "Aim")
_AIM_HELP = Text("Det niveau, I sigter mod.", "The level that you aim at.")

_ANSWER_TITLE = Text("Jeres svar", "Your answer")
_ANSWER_FIELDS: dict[str, tuple[str, Text, Text]] = {
    "evidence": (
        LINES_FIELD,
        Text("Dokumentation", "Evidence"),
        Text(
            "Et link eller en henvisning på hver linje. »Opfyldt« kræver mindst én.",
            'A link or a reference on each line. "Met" needs at least one.',
        ),
    ),
    "note": (LONG_TEXT_FIELD, Text("Bemærkning", "Remark"), Text()),
    "explanation": (
        LONG_TEXT_FIELD,
        Text("Forklaring", "Explanation"),
        Text("Hvorfor kravet ikke er opfyldt.", "Why the criterion is not met."),
    ),
    "reason": (
        LONG_TEXT_FIELD,
        Text("Grund", "Reason"),
        Text(
            "Hvorfor kravet ikke er relevant for produktet.",
            "Why the criterion does not apply to the product.",
        ),
    ),
    "due": (
        DATE_FIELD,
        Text("Frist", "Due"),
        Text("Hvornår det planlagte er gjort.", "When what is planned is done."),
    ),
}


def _build_answer_fields(
    criterion: Criterion, said: Mapping[str, Any] | None
) -> Iterator[FormField]:
    given = said or {}
    choices = tuple(
        (answer, word)
        for answer, word in ANSWER_LABELS.items()
        if criterion.can_be_not_applicable or answer != "not_applicable"
    )
    found = given.get("answer", MISSING)
    yield FormField(
        ("answers", criterion.id, "answer"), CHOICE_FIELD, _ANSWER_TITLE, Text(), choices, found
    )
    for key, (kind, title, help_) in _ANSWER_FIELDS.items():
        found = given.get(key, MISSING)
        yield FormField(("answers", criterion.id, key), kind, title, help_, value=found)
