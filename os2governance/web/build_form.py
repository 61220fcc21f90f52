"""The form of a product, built from its model, its declaration, and what other files state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rule_verdict import CERTAIN
from os2governance.i18n.symbols import ANSWER_LABELS, KIND_LABELS
from os2governance.i18n.text import Text, _
from os2governance.model.model import Criterion, Model
from os2governance.product.facts import FactFile
from os2governance.product.proposed_facts import find_waiting_proposals
from os2governance.rules.trace import MISSING
from os2governance.web.criterion_facts import place_facts
from os2governance.web.fact_parts import build_fact_parts
from os2governance.web.form import (
    CHOICE_FIELD,
    DATE_FIELD,
    DAY_FIELD,
    LINES_FIELD,
    LONG_TEXT_FIELD,
    TEXT_FIELD,
    CriterionQuestion,
    FieldPath,
    FormField,
    FormGroup,
    LevelQuestions,
    ProductForm,
)
from os2governance.web.workspace import AssessedProduct


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherSources:
    """What is known beside the declaration: the facts of other files, and what facts decide.

    `applies` is, by criterion, whether the facts show that it applies; None where they do not.
    `decided` are the criteria that facts decide.
    """

    files: tuple[FactFile, ...] = ()
    applies: Mapping[str, bool | None] = field(default_factory=dict)
    decided: frozenset[str] = frozenset()


NO_OTHER_SOURCES = OtherSources()


def build_product_form(now: AssessedProduct, values: Mapping[str, Any]) -> ProductForm:
    """Build the form of a product as it is assessed, with the values of its declaration."""
    assessment = now.assessment
    others = OtherSources(
        files=tuple(each for each in assessment.facts.files if each.kind != "declaration"),
        applies={o.criterion.id: o.applies.value for o in assessment.outcomes if o.applies},
        decided=frozenset(o.criterion.id for o in assessment.outcomes if is_decided(o)),
    )
    return build_form(now.model, values, others)


def build_form(
    model: Model, values: Mapping[str, Any], others: OtherSources = NO_OTHER_SOURCES
) -> ProductForm:
    """Build the form of a model, with the current values of a declaration."""
    waiting = find_waiting_proposals(values, model.facts)
    built = build_fact_parts(model, values.get("facts") or {}, others.files, waiting)
    shown = [each for level in model.levels for each in model.criteria if each.level == level.id]
    placed = place_facts(built, shown, others.decided)
    plain = tuple(part for part in placed.others if not isinstance(part, FormGroup))
    groups = tuple(part for part in placed.others if isinstance(part, FormGroup))
    answers = values.get("answers") or {}

    def build_question(criterion: Criterion) -> CriterionQuestion:
        given = answers.get(criterion.id)
        applies = others.applies.get(criterion.id)
        facts, further, shared = placed.by_criterion[criterion.id]
        return CriterionQuestion(
            criterion=criterion,
            facts=facts,
            further=further,
            shared=shared,
            fields=tuple(_build_answer_fields(criterion, given, applies=applies)),
        )

    return ProductForm(
        about=tuple(_build_declaration_fields(model, values)),
        levels=tuple(
            LevelQuestions(
                level, tuple(build_question(each) for each in shown if each.level == level.id)
            )
            for level in model.levels
        ),
        subjects=(
            *groups,
            *([FormGroup(("facts",), _OTHER_FACTS, Text(), plain)] if plain else ()),
        ),
    )


def is_decided(outcome: Outcome) -> bool:
    """Whether facts decide a criterion, so that no answer is asked for."""
    return outcome.excluded or outcome.facts_say in CERTAIN


_OTHER_FACTS = _("Other facts")


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
