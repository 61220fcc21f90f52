"""An evaluation before it is kept: how it is written, whether it reads back, what it differs from.

The bytes are those of a new `evaluations/<date>.yaml`: only what was said, the criteria in the
model's order.
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
    """What an evaluator has said so far; a criterion without a light is left open."""

    on: date
    by: str
    reference: str
    recommends: str | None
    lights: Mapping[str, Light]


class Difference(NamedTuple):
    """A criterion whose light is another than the status of the declaration, or the last light.

    `status` is what the declaration comes to; `last` is None where nobody gave a light before.
    """

    criterion: Criterion
    light: Light
    status: str
    last: Light | None

    @property
    def from_declaration(self) -> bool:
        """Whether the evaluator sees it otherwise than the declaration."""
        return self.light.light != self.status

    @property
    def from_last(self) -> bool:
        """Whether the light is another than last time."""
        return self.last is not None and self.light.light != self.last.light


def file_name(draft: Draft) -> str:
    """Name the file of an evaluation, by its day."""
    return f"{draft.on.isoformat()}.yaml"


def written(
    draft: Draft, product: str, model: Model, file: str, was: bytes | None = None
) -> tuple[bytes | None, list[Finding]]:
    """Write an evaluation; `file` is the name that findings carry.

    Where `was` is the file of that day, all that stays the same in it is kept, comments too. Gives
    None beside what is wrong where the record would not read it, or would read it as something
    else than was said (semantics §8).
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
    """Give what the file is to say, in its order."""
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
    """Give what makes one file say the other; the line of its format stays."""
    for key, value in wanted.items():
        if key not in was or not (isinstance(was[key], dict) and isinstance(value, dict)):
            if key not in was or was[key] != value:
                yield Put((*at, key), value)
        else:
            yield from _changes(was[key], value, (*at, key))
    gone = [key for key in was if key not in wanted and (*at, key) != ("format",)]
    for key in gone:
        if was[key] is not None:  # null says what leaving out says
            yield Removed((*at, key))


def _same(read: Evaluation, draft: Draft) -> bool:
    """Whether what was read is what was said, the space round it left out."""
    lights = {name: Light(each.light, each.grounds.strip()) for name, each in draft.lights.items()}
    return (read.on, read.by, read.reference, read.recommends, dict(read.lights)) == (
        draft.on,
        draft.by.strip(),
        draft.reference.strip(),
        draft.recommends,
        lights,
    )


def differences(draft: Draft, assessment: Assessment) -> tuple[Difference, ...]:
    """Give the lights that differ from the declaration or from the last evaluation before it.

    An evaluation by another version of the model is no comparison, since ids mean other things.
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
