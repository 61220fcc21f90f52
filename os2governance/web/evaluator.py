"""The evaluator's page: rating and rationale next to the declaration and the facts' result."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.assessment.outcome import Outcome
from os2governance.authoring.evaluation import Draft, written
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.findings.finding import Place, finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import Sayable, Text
from os2governance.product.record import Evaluation, Light
from os2governance.web.saving import Desk, version_of
from os2governance.web.workplace import Opened

_NO_DATE = Text("Skriv en dato, som 2026-05-01.", "Write a date, such as 2026-05-01.")
_NO_BODY = Text("Skriv, hvem der evaluerer.", "Write who evaluates.")


class Row(NamedTuple):
    """A criterion: its outcome, the rating and rationale in the form, the last rating."""

    outcome: Outcome
    light: str
    grounds: str
    last: Light | None
    differs: bool


class Sheet(NamedTuple):
    """The contents of the evaluator's form."""

    on: str
    by: str
    reference: str
    recommends: str
    rows: tuple[Row, ...]


def sheet(now: Opened, as_of: date, typed: Mapping[str, Sequence[str]] | None = None) -> Sheet:
    """Build the form: the submitted values, otherwise the day's evaluation, otherwise empty."""
    record = now.assessment.record
    own = next((e for e in record.evaluations if e.on == as_of), None)
    earlier = [e for e in record.evaluations if e.on < as_of]
    last = earlier[-1] if earlier else None
    given = typed or _of(own, last)

    def one(name: str) -> str:
        return "\n".join(given.get(name, ())).replace("\r\n", "\n").strip()

    return Sheet(
        on=one("on") or as_of.isoformat(),
        by=one("by"),
        reference=one("reference"),
        recommends=one("recommends"),
        rows=tuple(
            Row(
                outcome,
                one(f"light.{outcome.criterion.id}"),
                one(f"grounds.{outcome.criterion.id}"),
                last.lights.get(outcome.criterion.id) if last else None,
                one(f"light.{outcome.criterion.id}") not in {"", outcome.status},
            )
            for outcome in now.assessment.outcomes
        ),
    )


def _of(own: Evaluation | None, last: Evaluation | None) -> Mapping[str, Sequence[str]]:
    """An evaluation as form values; for a new one, the evaluating body of the last."""
    if own is None:
        return {"by": [last.by]} if last else {}
    lights = {f"light.{name}": [light.light] for name, light in own.lights.items()}
    grounds = {f"grounds.{name}": [light.grounds] for name, light in own.lights.items()}
    head = {"by": [own.by], "reference": [own.reference], "recommends": [own.recommends or ""]}
    return {**head, **lights, **grounds}


def evaluate(desk: Desk, now: Opened, asked: Sheet, was: str) -> tuple[list[Sayable], Path]:
    """Save the evaluation; `was` is the hash of the file that the page was rendered from.

    Returns the errors and the file's path; with any error nothing is written.
    """
    on = iso_date(asked.on)
    folder = Path(desk.file).parent / store.EVALUATIONS
    if on is None:
        return [_NO_DATE], folder
    if not asked.by:
        return [_NO_BODY], folder
    path = folder / f"{on.isoformat()}.yaml"
    before = _read(path)
    if fingerprint(before) != was and before is not None:
        return [finding("file-changed", Place(store.shown(path))).message], path
    draft = Draft(
        on,
        asked.by,
        asked.reference,
        asked.recommends or None,
        {
            row.outcome.criterion.id: Light(row.light, row.grounds)
            for row in asked.rows
            if row.light in LIGHTS
        },
    )
    product = now.assessment.declaration.product
    data, wrong = written(draft, product, now.model, store.shown(path), before)
    if data is not None and data != before:
        wrong = store.replace(path, data, before)
    return [found.message for found in wrong], path


def drawn_from(desk: Desk, as_of: date) -> str:
    """The fingerprint of the evaluation file of a day; empty where there is none."""
    folder = Path(desk.file).parent / store.EVALUATIONS
    return fingerprint(_read(folder / f"{as_of.isoformat()}.yaml"))


def fingerprint(data: bytes | None) -> str:
    """The fingerprint of a file's content; empty where there is none."""
    return "" if data is None else version_of(data)


def _read(path: Path) -> bytes | None:
    return store.read(path)[0] if pathkind.is_there(path) else None


def counted(rows: Sequence[Row]) -> dict[str, Any]:
    """Count the given ratings by status."""
    given = [row.light for row in rows]
    return {status: given.count(status) for status in LIGHTS}
