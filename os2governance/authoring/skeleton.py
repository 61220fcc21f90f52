"""A skeleton declaration in YAML, generated entirely from a model.

Nothing is declared in it: every fact and answer is commented out, below a description. Prose
begins with `##`, so it stays a comment when a whole passage is uncommented. Facts that the
register is to state are not asked about.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from shlex import quote

from os2governance.authoring.yaml_text import format_scalar, render_comment
from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language, _
from os2governance.model.model import Attainment, Criterion, Model
from os2governance.model.words import phrase
from os2governance.product.record import Rating
from os2governance.rules.fact_description import FactDescription

MAX_SKELETON_DEPTH = 12

_TOP = _(
    "{name} in {model}. Lines with ## are explanations. Lines with # are not filled in yet: "
    "remove the # and the space after it, in the line and in its parent lines, and write the "
    "value. Write null if you know that there is none; leave the line unchanged if you do not "
    "know. See the result:"
)
_CHECK = _("Check whether anything is wrong or doubtful:")
_SCHEMA = _("The first line lets the editor suggest and explain, once the schema is saved:")
_KIND = _("project: being developed. product: admitted to the portfolio.")
_BY = _("Role and organisation, not a name")
_DRAFT = _("true until the self-assessment is complete: it is assessed, but counts in no figures.")
_SUBMITTED = _("When and by whom it is handed in for evaluation.")
_AIMS = _("The level that you aim at: {levels}.")
_FACTS = _("Facts about the product.")
_ANSWERS = _(
    "Answers to criteria that the facts do not decide: met, partly, unmet, "
    "planned, not_applicable or unknown. evidence holds links or references, note a description; "
    "unmet may have explanation, not_applicable reason, and planned due (a day, a month or a "
    "year). Unless a criterion says otherwise: {usual}"
)
_EVIDENCE = {
    "none": _("met needs no evidence."),
    "text": _("met needs evidence or note."),
    "link": _("met needs a link in evidence."),
}
_NOT_APPLICABLE = {
    "no": _("not_applicable cannot be answered."),
    "yes": _("not_applicable can be answered."),
    "with_reason": _("not_applicable needs reason."),
}
_RECOMMENDED = _("recommendation")
_EVALUATED = _("{evaluator}: {light}.")
_TYPES = {
    "string": _("text"),
    "number": _("number"),
    "integer": _("whole number"),
    "boolean": _("true or false"),
    "array": _("list"),
}
_DATE = _("date, such as {today}; {month} or {year} if the day is not known")
_ONE_OF = _("one of: {choices}")


@dataclass(frozen=True, kw_only=True, slots=True)
class SkeletonOptions:
    """Parameters of a skeleton; `folder` and `schema` are paths from the working folder.

    Without a name the product's id is its name. `ratings` are those of the newest evaluation, of
    a product that has one already; each is shown beside its criterion.
    """

    product: str
    folder: str
    schema: str
    on: date
    language: Language
    name: str = ""
    kind: str = "project"
    ratings: Mapping[str, Rating] = field(default_factory=dict)


def render_skeleton(model: Model, wanted: SkeletonOptions) -> str:
    """The text of the file; it is valid by its schema as it is."""
    return "\n".join(_render_lines(model, wanted)) + "\n"


def _render_declared(wanted: SkeletonOptions) -> Iterator[str]:
    """Yield who declares, and when; and how a draft and a finished one are marked."""
    language = wanted.language
    yield "declared:"
    yield f"  on: {wanted.on.isoformat()}"
    by = json.dumps(_BY.render(language), ensure_ascii=False)
    yield f"  by: {by}"
    yield from render_comment(_DRAFT.render(language), 2)
    yield "  # draft: true"
    yield from render_comment(_SUBMITTED.render(language), 0)
    yield f"# submitted: {{on: {wanted.on.isoformat()}, by: {by}}}"


def _render_lines(model: Model, wanted: SkeletonOptions) -> Iterator[str]:
    language = wanted.language
    yield from _render_instructions(model, wanted)
    yield ""
    yield from _render_head(model, wanted)
    yield ""
    yield from render_comment(_FACTS.render(language), 0)
    yield "facts:"
    for name, fact in model.facts.fields.items():
        if _is_asked(fact):
            yield ""
            yield from _render_fact(name, fact, (2, "# "), wanted)
    yield ""
    usual = " ".join(_describe_answers(model.attainment, language))
    yield from render_comment(_ANSWERS.render(language).format(usual=usual), 0)
    yield "answers:"
    yield from _render_answers(model, wanted)


def _render_instructions(model: Model, wanted: SkeletonOptions) -> Iterator[str]:
    """Yield how the file is filled in, and the commands that show the result."""
    commands = {
        _TOP: f"os2governance assess {quote(wanted.folder)}",
        _CHECK: f"os2governance check {quote(wanted.folder)}",
        _SCHEMA: f"os2governance schema product --model {quote(model.reference)} "
        f"> {quote(wanted.schema)}",
    }
    where, _, schema = wanted.schema.rpartition("/")
    yield f"# yaml-language-server: $schema={schema if where == wanted.folder else f'../{schema}'}"
    for text, command in commands.items():
        said = text.render(wanted.language).format(name=wanted.product, model=model.reference)
        yield from render_comment(said, 0)
        yield f"##   {make_inert(command)}"


def _render_head(model: Model, wanted: SkeletonOptions) -> Iterator[str]:
    """Yield what the declaration is about, when and by whom it is made, and its aim."""
    language = wanted.language
    yield "format: os2governance/product/1"
    yield f"product: {format_scalar(wanted.product)}"
    yield f"name: {format_scalar(wanted.name or wanted.product)}"
    yield from render_comment(_KIND.render(language), 0)
    yield f"kind: {format_scalar(wanted.kind)}"
    yield f"model: {format_scalar(model.reference)}"
    yield from _render_declared(wanted)
    levels = ", ".join(f'"{level.id}" = {level.name.render(language)}' for level in model.levels)
    yield from render_comment(_AIMS.render(language).format(levels=levels), 0)
    yield f"# aims_at: {json.dumps(model.levels[-1].id, ensure_ascii=False)}"


# -- facts ------------------------------------------------------------------------------------

LineStart = tuple[int, str]
"""The column at which a line is commented out, and the text between that and the key."""


def _is_asked(fact: FactDescription, depth: int = 0) -> bool:
    """Whether a product is asked about a fact, or about one below it."""
    if fact.from_register:
        return False
    below = fact.fields or fact.element.fields
    if not below or depth > MAX_SKELETON_DEPTH:
        return True
    return any(_is_asked(each, depth + 1) for each in below.values())


def _render_fact(
    name: str, fact: FactDescription, where: LineStart, wanted: SkeletonOptions, depth: int = 0
) -> Iterator[str]:
    """Yield the lines of a fact and all below it; each is valid YAML when uncommented alone."""
    column, before = where
    if depth > MAX_SKELETON_DEPTH:
        return
    yield from render_comment(_describe_fact(fact, wanted), column)
    indent = " " * column
    element = fact.element
    if fact.fields:
        yield f"{indent}{before}{format_scalar(name)}:"
        yield from _render_fields(fact, (column + 2, before), wanted, depth)
    elif element.fields:
        yield f"{indent}{before}{format_scalar(name)}:"
        yield from _render_fields(element, (column, f"{before}  - "), wanted, depth)
    else:
        yield f"{indent}{before}{format_scalar(name)}: {_choose_placeholder(fact)}"


def _render_fields(
    fact: FactDescription, where: LineStart, wanted: SkeletonOptions, depth: int
) -> Iterator[str]:
    column, before = where
    for name, below in fact.fields.items():
        if not _is_asked(below, depth):
            continue
        yield from _render_fact(
            name, below, where=(column, before), wanted=wanted, depth=depth + 1
        )
        before = before.replace("-", " ")


def _describe_fact(fact: FactDescription, wanted: SkeletonOptions) -> str:
    """A fact's title, description, and possible values."""
    language = wanted.language
    title, description = fact.title.render(language), fact.description.render(language)
    form = _describe_type(fact, wanted)
    return f"{title}{': ' if description else ''}{description}{f' ({form})' if form else ''}"


def _describe_type(fact: FactDescription, wanted: SkeletonOptions) -> str:
    language = wanted.language
    if fact.choices:
        said = [
            _format_choice(choice, fact.value_title(choice).render(language))
            for choice in fact.choices
        ]
        return _ONE_OF.render(language).format(choices=", ".join(said))
    if fact.is_date:
        today = wanted.on.isoformat()
        return _DATE.render(language).format(today=today, month=today[:7], year=today[:4])
    kinds = [kind for kind in _TYPES if kind in fact.kinds]
    return _TYPES[kinds[0]].render(language) if len(kinds) == 1 else ""


def _format_choice(choice: object, title: str) -> str:
    plain = format_scalar(choice)
    return plain if plain == title else f"{plain} = {title}"


def _choose_placeholder(fact: FactDescription) -> str:
    """A valid placeholder value: null, or the first possible value."""
    if fact.nullable:
        return "null"
    if fact.choices:
        return format_scalar(fact.choices[0])
    by_kind = {"string": '""', "boolean": "false", "array": "[]", "object": "{}"}
    return next((by_kind[kind] for kind in by_kind if kind in fact.kinds), "0")


# -- answers ----------------------------------------------------------------------------------


def _render_answers(model: Model, wanted: SkeletonOptions) -> Iterator[str]:
    language = wanted.language
    for theme in model.themes:
        own = [criterion for criterion in model.criteria if criterion.theme == theme.id]
        if own:
            yield ""
            yield from render_comment(theme.name.render(language), 2)
        for criterion in own:
            yield from render_comment(_describe_criterion(model, criterion, language), 2)
            if rating := wanted.ratings.get(criterion.id):
                yield from render_comment(_describe_rating(model, rating, language), 2)
            answer = "{answer: unknown, evidence: [], note: null}"
            yield f"  # {format_scalar(criterion.id)}: {answer}"


def _describe_criterion(model: Model, criterion: Criterion, language: Language) -> str:
    where = [model.level_name(criterion.level).render(language)]
    role = model.role_names.get(criterion.responsible)
    where += [role.render(language)] if role else []
    where += [_RECOMMENDED.render(language)] if criterion.recommended else []
    said = f"{criterion.id} {criterion.title.render(language)} ({', '.join(where)})"
    asks = criterion.asks.render(language)
    usual = list(_describe_answers(model.attainment, language))
    other = [each for each in _describe_answers(criterion, language) if each not in usual]
    return " ".join([f"{said}: {asks}" if asks else said, *other])


def _describe_rating(model: Model, rating: Rating, language: Language) -> str:
    said = _EVALUATED.render(language).format(
        evaluator=model.words.evaluator.render(language),
        light=phrase(model.words.lights[rating.status]).render(language),
    )
    texts = (text.strip() for text in (said, rating.rationale, rating.advice))
    return " ".join(filter(None, texts))


def _describe_answers(rules: Criterion | Attainment, language: Language) -> Iterator[str]:
    """Yield what documents an answer, and whether a criterion can be answered not applicable."""
    yield _EVIDENCE[rules.evidence].render(language)
    yield _NOT_APPLICABLE[rules.not_applicable].render(language)
