"""An evaluation before it is saved: its text, its validation, and what it differs from.

The bytes are those of a new `evaluations/<date>.yaml`: only what was entered, with the criteria in
the model's order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from os2governance.documents.yaml_edit import NotEditableError, RemoveEntry, SetValue, edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.model import Model
from os2governance.product.declaration import read_model_reference
from os2governance.product.record import Evaluation, Rating, read_record

_FORMAT_LINE = b"format: os2governance/evaluation/1\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationDraft:
    """What an evaluator has entered so far; a criterion without a rating is left open.

    `draft` marks an evaluation that is in force nowhere yet.
    """

    on: date
    by: str
    reference: str
    recommends: str | None
    ratings: Mapping[str, Rating]
    recommends_rationale: str = ""
    summary: str = ""
    draft: bool = False


def build_evaluation_file(
    draft: EvaluationDraft, product: str, model: Model, file: str, was: bytes | None = None
) -> tuple[bytes | None, list[Finding]]:
    """Build the file of an evaluation; `file` is its name in findings.

    Where `was` is the existing file of that day, everything unchanged in it is kept, comments and
    keys that are not entered here too. None with findings where the record would not accept it, or
    would read it back as something else than was entered (semantics §8).
    """
    before, _ = read_yaml(was, file) if was is not None else (None, [])
    if before and read_model_reference(before) not in {None, model.reference}:
        return None, [make_finding("evaluation-unwritable", Location(file))]
    try:
        changes = _find_changes(
            before.values if before else {}, _build_values(draft, product, model)
        )
        data = edit_yaml(_FORMAT_LINE if was is None else was, [*changes])
    except NotEditableError:
        return None, [make_finding("evaluation-unwritable", Location(file))]
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    record, findings = read_record(product, model, [document], None)
    unknown = [name for name in draft.ratings if name not in model.by_id]
    if findings:
        return None, findings
    if unknown or not record.evaluations or not _is_same(record.evaluations[0], draft):
        return None, [make_finding("evaluation-unwritable", Location(file))]
    return data, []


def _build_values(draft: EvaluationDraft, product: str, model: Model) -> dict[str, Any]:
    """The values of the file, in their order."""
    evaluated: dict[str, Any] = {"on": draft.on.isoformat(), "by": draft.by.strip()}
    if reference := draft.reference.strip():
        evaluated["reference"] = reference
    if draft.draft:
        evaluated["draft"] = True
    lights = {
        criterion.id: _build_rating(draft.ratings[criterion.id])
        for criterion in model.criteria
        if criterion.id in draft.ratings
    }
    values = {
        "product": product,
        "model": model.reference,
        "evaluated": evaluated,
        "lights": lights or None,
        "recommends": _build_recommendation(draft),
        "summary": draft.summary.strip() or None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _build_recommendation(draft: EvaluationDraft) -> Any:
    """The level with its grounds; without grounds, the bare level."""
    grounds = draft.recommends_rationale.strip()
    if draft.recommends and grounds:
        return {"level": draft.recommends, "grounds": grounds}
    return draft.recommends


def _build_rating(light: Rating) -> dict[str, str]:
    grounds = light.rationale.strip()
    return {"light": light.status} | ({"grounds": grounds} if grounds else {})


def _find_changes(
    old: Any, new: Any, at: tuple[str, ...] = ()
) -> Iterator[SetValue | RemoveEntry]:
    """Yield the edits that turn one file's values into the other's; keys not entered here stay."""
    for key, value in new.items():
        if key not in old or not (isinstance(old[key], dict) and isinstance(value, dict)):
            if key not in old or not _says_the_same(old[key], value):
                yield SetValue((*at, key), value)
        else:
            yield from _find_changes(old[key], value, (*at, key))
    for key, value in old.items():
        # Null equals leaving the key out.
        if key not in new and value is not None and _is_entered((*at, key)):
            yield RemoveEntry((*at, key))


_ENTERED = frozenset({"lights", "recommends", "summary", "grounds", "reference", "draft"})
"""The keys that an evaluator may leave empty."""


def _is_entered(path: tuple[str, ...]) -> bool:
    """Whether an evaluator enters what is at a path, so that leaving it out takes it back."""
    is_rating = len(path) == _RATING_DEPTH and path[0] == "lights"
    return is_rating or path[-1] in _ENTERED


_RATING_DEPTH = 2


def _says_the_same(old: Any, new: Any) -> bool:
    """Whether two values say the same, whatever blanks are around a text.

    A level alone says the same as one with no grounds.
    """
    if isinstance(old, str) and isinstance(new, str):
        return old.strip() == new.strip()
    if isinstance(old, dict) and isinstance(new, str):
        return old in ({"level": new}, {"level": new, "grounds": None})
    return bool(old == new)


def _is_same(read: Evaluation, draft: EvaluationDraft) -> bool:
    """Whether the values read back equal the draft, surrounding blanks ignored."""
    return _list_content(read) == _list_content(draft)


def _list_content(said: Evaluation | EvaluationDraft) -> tuple[Any, ...]:
    """What an evaluation says, without the blanks around its texts."""
    texts = (said.by, said.reference, said.recommends_rationale, said.summary)
    ratings = {name: (each.status, each.rationale.strip()) for name, each in said.ratings.items()}
    return said.on, said.draft, said.recommends, ratings, *(text.strip() for text in texts)
