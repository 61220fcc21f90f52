"""An evaluation before it is kept: how it is written, whether it reads back, what it differs from.

The bytes are those of a new `evaluations/<date>.yaml`: only what was said, the criteria in the
model's order.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from os2governance.assessment import Assessment
from os2governance.edit import NotEditableError, Put, edited
from os2governance.finding import Finding, Place, finding
from os2governance.model import Criterion, Model
from os2governance.record import Evaluation, Light, read_record
from os2governance.yamlfile import read_yaml

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
    draft: Draft, product: str, model: Model, file: str
) -> tuple[bytes | None, list[Finding]]:
    """Write an evaluation; `file` is the name that findings carry.

    Gives None beside what is wrong where the record would not read it, or would read it as
    something else than was said (semantics §8).
    """
    try:
        data = edited(_HEAD, [*_said(draft, product, model)])
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


def _said(draft: Draft, product: str, model: Model) -> Iterator[Put]:
    yield Put(("product",), product)
    yield Put(("model",), model.reference)
    evaluated = {"on": draft.on.isoformat(), "by": draft.by.strip()}
    reference = draft.reference.strip()
    yield Put(("evaluated",), evaluated | ({"reference": reference} if reference else {}))
    lights = {
        criterion.id: _light(draft.lights[criterion.id])
        for criterion in model.criteria
        if criterion.id in draft.lights
    }
    if lights:
        yield Put(("lights",), lights)
    if draft.recommends is not None:
        yield Put(("recommends",), draft.recommends)


def _light(light: Light) -> dict[str, str]:
    grounds = light.grounds.strip()
    return {"light": light.light} | ({"grounds": grounds} if grounds else {})


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
