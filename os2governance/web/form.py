"""The form, generated entirely from a model: facts by subject, then answers to criteria.

Input is text; a field states which type of value it becomes, and where in the declaration.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.checks.model_lint import asked
from os2governance.documents.yaml_reader import Value
from os2governance.i18n.symbols import ANSWER, KIND
from os2governance.i18n.text import Text
from os2governance.model.model import Criterion, Model
from os2governance.rules.trace import MISSING
from os2governance.rules.vocabulary import Fact

Path = tuple[str | int, ...]
DECLARED, NONE, UNDECLARED = "declared", "none", "undeclared"
TEXT, LONG, DATE, NUMBER, INTEGER, BOOLEAN, CHOICE, LINES = (
    "text", "long", "date", "number", "integer", "boolean", "choice", "lines",
)  # fmt: skip
DEEPEST = 8


class Field(NamedTuple):
    """One value: its path, title, type, and current value.

    `required` forbids an empty value; `nullable` allows declaring that there is none. `used_by`
    are the criteria that read it; `example` is a value from one of their examples.
    """

    path: Path
    kind: str
    title: Text
    help: Text = Text()
    choices: tuple[tuple[Any, Text], ...] = ()
    found: Value | Any = MISSING
    required: bool = False
    nullable: bool = False
    used_by: tuple[str, ...] = ()
    example: str = ""

    @property
    def name(self) -> str:
        """Its name in the form."""
        return named(self.path)

    @property
    def known(self) -> tuple[str, ...]:
        """The values of its choices, as the form submits them."""
        return (
            ("true", "false") if self.kind == BOOLEAN else tuple(str(v) for v, _ in self.choices)
        )

    @property
    def state(self) -> str:
        """Whether it is declared, declared as none, or not declared."""
        if self.found is MISSING:
            return UNDECLARED
        return NONE if self.found is None else DECLARED


class Listing(NamedTuple):
    """A list that can be extended: its elements, each with its fields."""

    path: Path
    title: Text
    help: Text
    elements: tuple[tuple["Part", ...], ...]
    state: str
    nullable: bool

    @property
    def name(self) -> str:
        """Its name in the form."""
        return named(self.path)


class Group(NamedTuple):
    """Fields that belong together."""

    path: Path
    title: Text
    help: Text
    parts: tuple["Part", ...]

    @property
    def name(self) -> str:
        """Its name in the form."""
        return named(self.path)


Part = Field | Listing | Group


class Question(NamedTuple):
    """The answer to one criterion: its fields, with the choice first."""

    criterion: Criterion
    fields: tuple[Field, ...]


class Form(NamedTuple):
    """The whole form: declaration data, facts by subject, questions by theme."""

    about: tuple[Field, ...]
    subjects: tuple[Group | Listing, ...]
    themes: tuple[tuple[Text, tuple[Question, ...]], ...]

    def fields(self) -> dict[str, Field]:
        """All fields by their names in the form."""
        parts: list[Part] = [*self.about, *self.subjects]
        parts += [field for _, several in self.themes for each in several for field in each.fields]
        return {field.name: field for field in _all(parts)}

    def listings(self) -> dict[str, Listing]:
        """All lists by their names in the form."""
        return {each.name: each for each in _listings(self.subjects)}


def named(path: Path) -> str:
    """The name of a path in the form."""
    return ".".join(map(str, path))


def _all(parts: Sequence[Part]) -> Iterator[Field]:
    for part in parts:
        if isinstance(part, Field):
            yield part
        elif isinstance(part, Group):
            yield from _all(part.parts)
        else:
            for element in part.elements:
                yield from _all(element)


def _listings(parts: Sequence[Part]) -> Iterator[Listing]:
    for part in parts:
        if isinstance(part, Group):
            yield from _listings(part.parts)
        elif isinstance(part, Listing):
            yield part
            for element in part.elements:
                yield from _listings(element)


def form(model: Model, values: Mapping[str, Any]) -> Form:
    """Build the form of a model, with the current values of a declaration."""
    uses = _uses(model)
    facts = values.get("facts")
    subjects = tuple(
        part
        for name, fact in model.facts.fields.items()
        for part in [_part(fact, ("facts", name), _at(facts, name), uses, DEEPEST)]
        if not isinstance(part, Field)
    )
    plain = tuple(
        part
        for name, fact in model.facts.fields.items()
        for part in [_part(fact, ("facts", name), _at(facts, name), uses, DEEPEST)]
        if isinstance(part, Field)
    )
    others = (Group(("facts",), _OTHERS, Text(), plain),) if plain else ()
    answers = values.get("answers") or {}
    return Form(
        about=tuple(_about(model, values)),
        subjects=(*others, *subjects),
        themes=tuple(
            (
                theme.name,
                tuple(
                    Question(criterion, tuple(_answer(criterion, answers.get(criterion.id))))
                    for criterion in model.criteria
                    if criterion.theme == theme.id
                ),
            )
            for theme in model.themes
        ),
    )


_OTHERS = Text("Andre oplysninger", "Other facts")


def _uses(model: Model) -> dict[str, tuple[list[str], str]]:
    """Map each fact's path, without indexes, to the criteria that read it and an example value."""
    uses: dict[str, tuple[list[str], str]] = {}
    for criterion in model.criteria:
        paths = [p for rule in (criterion.met, criterion.partly) if rule for p in asked(rule)]
        for path in dict.fromkeys(paths):
            plain = path.replace("[]", "")
            users, example = uses.get(plain, ([], ""))
            example = example or _example(criterion, plain.split("."))
            uses[plain] = ([*users, criterion.id], example)
    return uses


def _example(criterion: Criterion, path: Sequence[str]) -> str:
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


def _at(found: Any, step: str | int) -> Any:
    """The declared value below another; missing below a missing or null one."""
    if isinstance(found, dict):
        return found.get(step, MISSING)
    if isinstance(found, list) and isinstance(step, int) and step < len(found):
        return found[step]
    return MISSING


def _part(
    fact: Fact, path: Path, found: Any, uses: Mapping[str, tuple[list[str], str]], depth: int
) -> Part:
    if depth and fact.kinds == {"array"} and fact.element.fields:
        elements = found if isinstance(found, list) else []
        return Listing(
            path,
            fact.title,
            fact.description,
            tuple(
                tuple(
                    _part(below, (*path, number, name), _at(element, name), uses, depth - 1)
                    for name, below in fact.element.fields.items()
                )
                for number, element in enumerate(elements)
            ),
            UNDECLARED if found is MISSING else NONE if found is None else DECLARED,
            fact.nullable,
        )
    if depth and fact.fields:
        return Group(
            path,
            fact.title,
            fact.description,
            tuple(
                _part(below, (*path, name), _at(found, name), uses, depth - 1)
                for name, below in fact.fields.items()
            ),
        )
    plain = ".".join(step for step in path[1:] if isinstance(step, str))
    users, example = uses.get(plain, ([], ""))
    return Field(
        path=path,
        kind=_kind(fact),
        title=fact.title,
        help=fact.description,
        choices=tuple((choice, fact.value_title(choice)) for choice in fact.choices),
        found=found,
        nullable=fact.nullable,
        used_by=tuple(users),
        example=example,
    )


def _kind(fact: Fact) -> str:
    if fact.choices:
        return CHOICE
    if fact.is_date:
        return DATE
    for kinds, kind in (
        ({"boolean"}, BOOLEAN),
        ({"integer"}, INTEGER),
        ({"number", "integer"}, NUMBER),
        ({"array"}, LINES),
    ):
        if fact.kinds <= kinds:
            return kind
    return TEXT


# -- declaration data and answers --------------------------------------------------------------


def _about(model: Model, values: Mapping[str, Any]) -> Iterator[Field]:
    declared = values.get("declared") or {}
    yield Field(("name",), TEXT, _NAME, found=values.get("name", MISSING), required=True)
    kinds = tuple((kind, word) for kind, word in KIND.items())
    kind = values.get("kind", MISSING)
    yield Field(("kind",), CHOICE, _KIND, _KIND_HELP, kinds, kind, required=True)
    for key, (kind_, title, help_) in _DECLARED.items():
        found = declared.get(key, MISSING)
        yield Field(
            ("declared", key), kind_, title, help_, found=found, required=key in {"on", "by"}
        )
    levels = tuple((level.id, level.name) for level in model.levels)
    yield Field(("aims_at",), CHOICE, _AIM, _AIM_HELP, levels, values.get("aims_at", MISSING))


_NAME = Text("Produktets navn", "The product's name")
_KIND = Text("Produkt eller projekt", "Product or project")
_KIND_HELP = Text(
    "Et projekt er under udvikling; et produkt er optaget i porteføljen.",
    "A project is being developed; a product is admitted to the portfolio.",
)
_DECLARED = {
    "on": (DATE, Text("Datoen for erklæringen", "The date of the declaration"), Text()),
    "by": (
        TEXT,
        Text("Hvem der erklærer", "Who declares"),
        Text(
            "Rolle og organisation, ikke en persons navn.",
            "Role and organisation, not a person's name.",
        ),
    ),
    "reference": (
        TEXT,
        Text("Dokument, som erklæringen bygger på", "Document that the declaration rests on"),
        Text(),
    ),
    "note": (LONG, Text("Forbehold", "A caveat"), Text()),
}
_AIM = Text("Mål", "Aim")
_AIM_HELP = Text("Det niveau, I sigter mod.", "The level that you aim at.")

_CHOICE = Text("Jeres svar", "Your answer")
_ANSWERS: dict[str, tuple[str, Text, Text]] = {
    "evidence": (
        LINES,
        Text("Dokumentation", "Evidence"),
        Text(
            "Et link eller en henvisning på hver linje. »Opfyldt« kræver mindst én.",
            'A link or a reference on each line. "Met" needs at least one.',
        ),
    ),
    "note": (LONG, Text("Bemærkning", "Remark"), Text()),
    "explanation": (
        LONG,
        Text("Forklaring", "Explanation"),
        Text("Hvorfor kravet ikke er opfyldt.", "Why the criterion is not met."),
    ),
    "reason": (
        LONG,
        Text("Grund", "Reason"),
        Text(
            "Hvorfor kravet ikke er relevant for produktet.",
            "Why the criterion does not apply to the product.",
        ),
    ),
    "due": (
        DATE,
        Text("Frist", "Due"),
        Text("Hvornår det planlagte er gjort.", "When what is planned is done."),
    ),
}


def _answer(criterion: Criterion, said: Mapping[str, Any] | None) -> Iterator[Field]:
    given = said or {}
    choices = tuple(
        (answer, word)
        for answer, word in ANSWER.items()
        if criterion.may_not_apply or answer != "not_applicable"
    )
    found = given.get("answer", MISSING)
    yield Field(("answers", criterion.id, "answer"), CHOICE, _CHOICE, Text(), choices, found)
    for key, (kind, title, help_) in _ANSWERS.items():
        found = given.get(key, MISSING)
        yield Field(("answers", criterion.id, key), kind, title, help_, found=found)
