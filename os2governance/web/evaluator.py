"""The evaluator's page: rating and rationale next to the declaration and the facts' result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from os2governance.assessment.outcome import Outcome
from os2governance.authoring.evaluation import EvaluationDraft, build_evaluation_file
from os2governance.documents.sources import EVALUATIONS_FOLDER
from os2governance.files import listing, reading, writing
from os2governance.files.paths import is_there
from os2governance.findings.finding import Location, make_finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Renderable, _
from os2governance.product.record import Evaluation, Rating
from os2governance.web.save import EditSession, compute_file_version
from os2governance.web.workspace import AssessedProduct

_NO_DATE = _("Write a date, such as 2026-05-01.")
_NO_EVALUATOR = _("Write who evaluates.")


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationRow:
    """A criterion: its outcome, the rating and rationale in the form, the last rating."""

    outcome: Outcome
    rating: str
    rationale: str
    last: Rating | None
    differs: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationForm:
    """The contents of the evaluator's form."""

    on: str
    by: str
    reference: str
    recommends: str
    rows: tuple[EvaluationRow, ...]


def build_evaluation_form(
    now: AssessedProduct, as_of: date, typed: Mapping[str, Sequence[str]] | None = None
) -> EvaluationForm:
    """Build the form: the submitted values, otherwise the day's evaluation, otherwise empty."""
    record = now.assessment.record
    own = next((e for e in record.evaluations if e.on == as_of), None)
    earlier = [e for e in record.evaluations if e.on < as_of]
    last = earlier[-1] if earlier else None
    given = typed or _list_form_values(own, last)

    def one(name: str) -> str:
        return "\n".join(given.get(name, ())).replace("\r\n", "\n").strip()

    return EvaluationForm(
        on=one("on") or as_of.isoformat(),
        by=one("by"),
        reference=one("reference"),
        recommends=one("recommends"),
        rows=tuple(
            EvaluationRow(
                outcome=outcome,
                rating=one(f"light.{outcome.criterion.id}"),
                rationale=one(f"grounds.{outcome.criterion.id}"),
                last=last.ratings.get(outcome.criterion.id) if last else None,
                differs=one(f"light.{outcome.criterion.id}") not in {"", outcome.status},
            )
            for outcome in now.assessment.outcomes
        ),
    )


def _list_form_values(
    own: Evaluation | None, last: Evaluation | None
) -> Mapping[str, Sequence[str]]:
    """An evaluation as form values; for a new one, the evaluating body of the last."""
    if own is None:
        return {"by": [last.by]} if last else {}
    lights = {f"light.{name}": [light.status] for name, light in own.ratings.items()}
    grounds = {f"grounds.{name}": [light.rationale] for name, light in own.ratings.items()}
    head = {"by": [own.by], "reference": [own.reference], "recommends": [own.recommends or ""]}
    return {**head, **lights, **grounds}


def save_evaluation(
    desk: EditSession, now: AssessedProduct, asked: EvaluationForm, was: str
) -> tuple[list[Renderable], Path]:
    """Save the evaluation; `was` is the hash of the file that the page was rendered from.

    Returns the errors and the file's path; with any error nothing is written.
    """
    on = parse_iso_date(asked.on)
    folder = Path(desk.file).parent / EVALUATIONS_FOLDER
    if on is None:
        return [_NO_DATE], folder
    if not asked.by:
        return [_NO_EVALUATOR], folder
    path = folder / f"{on.isoformat()}.yaml"
    before = _read_if_present(path)
    if fingerprint_data(before) != was and before is not None:
        return [make_finding("file-changed", Location(listing.format_path(path))).message], path
    draft = EvaluationDraft(
        on=on,
        by=asked.by,
        reference=asked.reference,
        recommends=asked.recommends or None,
        ratings={
            row.outcome.criterion.id: Rating(row.rating, row.rationale)
            for row in asked.rows
            if row.rating in LIGHTS
        },
    )
    product = now.assessment.product.id
    data, wrong = build_evaluation_file(
        draft, product, model=now.model, file=listing.format_path(path), was=before
    )
    if data is not None and data != before:
        wrong = writing.replace_file(path, data, before)
    return [found.message for found in wrong], path


def fingerprint_evaluation(desk: EditSession, as_of: date) -> str:
    """The fingerprint of the evaluation file of a day; empty where there is none."""
    folder = Path(desk.file).parent / EVALUATIONS_FOLDER
    return fingerprint_data(_read_if_present(folder / f"{as_of.isoformat()}.yaml"))


def fingerprint_data(data: bytes | None) -> str:
    """The fingerprint of a file's content; empty where there is none."""
    return "" if data is None else compute_file_version(data)


def _read_if_present(path: Path) -> bytes | None:
    return reading.read_file(path)[0] if is_there(path) else None


def count_ratings(rows: Sequence[EvaluationRow]) -> dict[str, Any]:
    """Count the given ratings by status."""
    given = [row.rating for row in rows]
    return {status: given.count(status) for status in LIGHTS}
