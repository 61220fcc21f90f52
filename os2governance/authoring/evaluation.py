"""An evaluation before it is saved: its text, its validation, and what it differs from.

The bytes are those of a new `evaluations/<date>.yaml`: only what was entered, with the criteria in
the model's order.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.documents.yaml_edit import NotEditableError, Put, Removed, edited
from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding, Place, finding
from os2governance.model.model import Criterion, Model
from os2governance.product.record import Evaluation, Light, read_record

_HEAD = b"format: os2governance/evaluation/1\n"


class Draft(NamedTuple):
    """What an evaluator has entered so far; a criterion without a rating is left open."""

    on: date
    by: str
    reference: str
    recommends: str | None
    lights: Mapping[str, Light]


class Difference(NamedTuple):
    """A criterion whose rating differs from the declaration's status, or from the last rating.

    `status` is the outcome of the declaration; `last` is None where there was no earlier rating.
    """

    criterion: Criterion
    light: Light
    status: str
    last: Light | None

    @property
    def from_declaration(self) -> bool:
        """Whether the rating differs from the declaration's status."""
        return self.light.light != self.status

    @property
    def from_last(self) -> bool:
        """Whether the rating differs from the last one."""
        return self.last is not None and self.light.light != self.last.light


def file_name(draft: Draft) -> str:
    """Format the file name of an evaluation, from its date."""
    return f"{draft.on.isoformat()}.yaml"


def written(
    draft: Draft, product: str, model: Model, file: str, was: bytes | None = None
) -> tuple[bytes | None, list[Finding]]:
    """Build the file of an evaluation; `file` is its name in findings.

    Where `was` is the existing file of that day, everything unchanged in it is kept, comments too.
    None with findings where the record would not accept it, or would read it back as something
    else than was entered (semantics §8).
    """
    before, _ = read_yaml(was, file) if was is not None else (None, [])
    try:
        changes = _changes(before.values if before else {}, _values(draft, product, model))
        data = edited(_HEAD if was is None else was, [*changes])
    except NotEditableError:
        return None, [finding("evaluation-unwritable", Place(file))]
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    record, findings = read_record(product, model, [document], None)
    unknown = [name for name in draft.lights if name not in model.by_id]
    if findings:
        return None, findings
    if unknown or not record.evaluations or not _same(record.evaluations[0], draft):
        return None, [finding("evaluation-unwritable", Place(file))]
    return data, []


def _values(draft: Draft, product: str, model: Model) -> dict[str, Any]:
    """The values of the file, in their order."""
    evaluated = {"on": draft.on.isoformat(), "by": draft.by.strip()}
    reference = draft.reference.strip()
    lights = {
        criterion.id: _light(draft.lights[criterion.id])
        for criterion in model.criteria
        if criterion.id in draft.lights
    }
    values = {
        "product": product,
        "model": model.reference,
        "evaluated": evaluated | ({"reference": reference} if reference else {}),
        "lights": lights or None,
        "recommends": draft.recommends,
    }
    return {name: value for name, value in values.items() if value is not None}


def _light(light: Light) -> dict[str, str]:
    grounds = light.grounds.strip()
    return {"light": light.light} | ({"grounds": grounds} if grounds else {})


def _changes(was: Any, wanted: Any, at: tuple[str, ...] = ()) -> Iterator[Put | Removed]:
    """Yield the edits that turn one file's values into the other's; the format line stays."""
    for key, value in wanted.items():
        if key not in was or not (isinstance(was[key], dict) and isinstance(value, dict)):
            if key not in was or was[key] != value:
                yield Put((*at, key), value)
        else:
            yield from _changes(was[key], value, (*at, key))
    gone = [key for key in was if key not in wanted and (*at, key) != ("format",)]
    for key in gone:
        if was[key] is not None:  # null equals leaving the key out
            yield Removed((*at, key))


def _same(read: Evaluation, draft: Draft) -> bool:
    """Whether the values read back equal the draft, surrounding blanks ignored."""
    lights = {name: Light(each.light, each.grounds.strip()) for name, each in draft.lights.items()}
    return (read.on, read.by, read.reference, read.recommends, dict(read.lights)) == (
        draft.on,
        draft.by.strip(),
        draft.reference.strip(),
        draft.recommends,
        lights,
    )


def differences(draft: Draft, assessment: Assessment) -> tuple[Difference, ...]:
    """The ratings that differ from the declaration or from the previous evaluation.

    An evaluation by another version of the model is not compared, since its ids mean other things.
    """
    model = assessment.model
    evaluations = assessment.record.evaluations
    before = [e for e in evaluations if e.on < draft.on and e.model == model.reference]
    last = before[-1].lights if before else {}
    all_of_them = (
        Difference(o.criterion, draft.lights[o.criterion.id], o.status, last.get(o.criterion.id))
        for o in assessment.outcomes
        if o.criterion.id in draft.lights
    )
    return tuple(each for each in all_of_them if each.from_declaration or each.from_last)
