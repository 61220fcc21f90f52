"""What has changed in a file of a product, or would: its head, each criterion, each fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from os2governance.documents.sources import EVALUATIONS_FOLDER, PRODUCT_FILE
from os2governance.documents.yaml_reader import read_yaml
from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.text import Language, Text, _
from os2governance.model.model import Criterion, Model
from os2governance.product.proposed_facts import find_waiting_proposals
from os2governance.product.record import Evaluation
from os2governance.rules.trace import MISSING
from os2governance.web.build_form import build_product_form
from os2governance.web.form import FormField, ProductForm, format_field_name
from os2governance.web.shown_values import render_field_value
from os2governance.web.workspace import AssessedProduct

_WORD_KEYS = ("evidence", "note", "explanation", "reason", "due")
_ON, _BY, _REFERENCE = _("Date"), _("Evaluated by"), _("Reference")
_RECOMMENDED, _GROUNDS = _("Recommended level"), _("Grounds for the level")
_SUMMARY = _("Summary")
_SELF_ASSESSMENT, _EVALUATION = _("The self-assessment"), _("Evaluation")


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedEntry:
    """Something of a head, or a fact, that is not as it was; either side may be empty."""

    title: Text
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IncomingCriterion:
    """A criterion: the answer or the light before and after, and the words that come in."""

    criterion: Criterion
    before: str
    after: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeTable:
    """The changes of one file; `proposed` is the number of facts that a text states newly.

    `title` is which file it is.
    """

    title: Text
    head: tuple[ChangedEntry, ...]
    criteria: tuple[IncomingCriterion, ...]
    facts: tuple[ChangedEntry, ...]
    proposed: int


def list_change_tables(
    before: Mapping[str, bytes],
    after: Mapping[str, bytes],
    now: AssessedProduct,
    language: Language,
) -> Iterator[ChangeTable]:
    """Yield the changes of each file that says something else; files are by their names."""
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old != new and name.startswith((PRODUCT_FILE, EVALUATIONS_FOLDER)):
            yield build_change_table(name, (old, new), now, language)


def build_change_table(
    name: str, states: tuple[bytes | None, bytes | None], now: AssessedProduct, language: Language
) -> ChangeTable:
    """The changes of the declaration, or of an evaluation, between two states of its file."""
    before, after = (_read_values(data) for data in states)
    if name != PRODUCT_FILE:
        return _build_evaluation_table(before, after, now, language)
    old, new = (build_product_form(now, values) for values in (before, after))
    about = {field.name: field for field in new.about}
    facts = {name: f for name, f in new.fields().items() if name.startswith("facts.")}
    gone = {
        name: replace(f, value=MISSING)
        for name, f in old.fields().items()
        if f.path[0] == "facts" and name not in facts
    }
    waiting = (find_waiting_proposals(values, now.model.facts) for values in (before, after))
    fewer, more = (len(list(each)) for each in waiting)
    return ChangeTable(
        title=_SELF_ASSESSMENT,
        head=tuple(_list_entries(old, about, language)),
        criteria=tuple(_list_answers(old, new, language)),
        facts=tuple(_list_entries(old, {**facts, **gone}, language)),
        proposed=max(more - fewer, 0),
    )


def _read_values(data: bytes | None) -> Mapping[str, Any]:
    document = read_yaml(data, "")[0] if data is not None else None
    values = document.values if document else None
    return values if isinstance(values, dict) else {}


def _render_field(field: FormField, language: Language) -> str:
    if field.value is MISSING:
        return ""
    if isinstance(field.value, list):
        return "\n".join(map(str, field.value))
    return render_field_value(field, language)


def _list_entries(
    old: ProductForm, fields: Mapping[str, FormField], language: Language
) -> Iterator[ChangedEntry]:
    before = old.fields()
    for name, field in fields.items():
        was = _render_field(before[name], language) if name in before else ""
        now = _render_field(field, language)
        if was != now:
            yield ChangedEntry(title=field.title, before=was, after=now)


def _list_answers(
    old: ProductForm, new: ProductForm, language: Language
) -> Iterator[IncomingCriterion]:
    before, after = old.fields(), new.fields()

    def read(fields: Mapping[str, FormField], criterion: Criterion, key: str) -> str:
        field = fields.get(format_field_name(("answers", criterion.id, key)))
        return _render_field(field, language) if field else ""

    for question in new.questions:
        criterion = question.criterion
        words = {key: read(after, criterion, key) for key in _WORD_KEYS}
        was, is_now = (read(fields, criterion, "answer") for fields in (before, after))
        same = all(read(before, criterion, key) == text for key, text in words.items())
        if was != is_now or not same:
            said = tuple(text for text in words.values() if text)
            yield IncomingCriterion(criterion=criterion, before=was, after=is_now, words=said)


def _build_evaluation_table(
    before: Mapping[str, Any], after: Mapping[str, Any], now: AssessedProduct, language: Language
) -> ChangeTable:
    """The table of an evaluation; each light beside that of the newest evaluation in force."""
    old, new = (_list_head(values, now.model, language) for values in (before, after))
    last = now.assessment.evaluation
    lights = after.get("lights") or {}
    return ChangeTable(
        title=_EVALUATION,
        head=tuple(
            ChangedEntry(title=title, before=old[title], after=said)
            for title, said in new.items()
            if said != old[title]
        ),
        criteria=tuple(
            _build_light(criterion, lights[criterion.id], last, (now.model, language))
            for criterion in now.model.criteria
            if criterion.id in lights
            and lights[criterion.id] != (before.get("lights") or {}).get(criterion.id)
        ),
        facts=(),
        proposed=0,
    )


def _list_head(values: Mapping[str, Any], model: Model, language: Language) -> dict[Text, str]:
    """The head of an evaluation in words, by its titles."""
    head, recommends = dict(values.get("evaluated") or {}), values.get("recommends") or ""
    level = recommends if isinstance(recommends, str) else recommends.get("level", "")
    grounds = "" if isinstance(recommends, str) else recommends.get("grounds", "")
    return {
        _ON: format_partial_date(head.get("on"), language) or "",
        _BY: str(head.get("by") or ""),
        _REFERENCE: str(head.get("reference") or ""),
        _RECOMMENDED: model.level_name(level).render(language) if level else "",
        _GROUNDS: str(grounds),
        _SUMMARY: str(values.get("summary") or ""),
    }


def _build_light(
    criterion: Criterion,
    given: Mapping[str, Any],
    last: Evaluation | None,
    said: tuple[Model, Language],
) -> IncomingCriterion:
    model, language = said
    earlier = last.ratings.get(criterion.id) if last else None
    lights = model.words.lights
    return IncomingCriterion(
        criterion=criterion,
        before=lights[earlier.status].render(language) if earlier else "",
        after=lights[given["light"]].render(language),
        words=tuple(str(given[key]) for key in ("grounds", "advice") if given.get(key)),
    )
