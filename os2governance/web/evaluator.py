"""The evaluator's page: rating and rationale next to the declaration and the facts' result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from os2governance.analysis.evaluation_pairs import find_claimed_status
from os2governance.analysis.hearing_state import HearingState, find_hearing_state
from os2governance.assessment.outcome import Outcome
from os2governance.authoring.evaluation import EvaluationDraft, build_evaluation_file
from os2governance.documents.sources import EVALUATIONS_FOLDER
from os2governance.files import listing, reading, writing
from os2governance.files.paths import is_there
from os2governance.findings.finding import Location, make_finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Language, Renderable, _
from os2governance.model.model import Model
from os2governance.product.record import Evaluation, Rating, Record
from os2governance.web.edit_history import compute_file_version
from os2governance.web.edit_session import EditSession, read_current_product
from os2governance.web.workspace import AssessedProduct

_NO_DATE = _("Write a date, such as 1 May 2026.")
_NO_EVALUATOR = _("Write who evaluates.")
_NO_LEVEL = _("Choose the level that the grounds are for.")
_NO_LIGHT = _("Choose a light for {criteria}: grounds are saved with their light.")
_IN_FORCE = _("The evaluation of this day is in force: it is saved with the button.")
_FINAL = _("The evaluation of that day is in force; it cannot become a draft again.")


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationRow:
    """A criterion: its outcome, the rating and rationale in the form, the last rating."""

    outcome: Outcome
    rating: str
    rationale: str
    last: Rating | None
    differs: bool

    @property
    def has_grounds_alone(self) -> bool:
        """Whether grounds are given without a light; a file has no place for such."""
        return bool(self.rationale) and self.rating not in LIGHTS


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationForm:
    """The contents of the evaluator's form.

    `draft` marks an evaluation that is being written; `final` one that is in force, which is not
    made a draft again. `continues` names the earlier draft that the form goes on with, and its
    content (`DraftName`); it is empty without one. `hearing` is that on the newest evaluation.
    """

    on: str
    by: str
    reference: str
    recommends: str
    recommends_rationale: str
    summary: str
    draft: bool
    final: bool
    continues: str
    hearing: HearingState | None
    rows: tuple[EvaluationRow, ...]


def build_evaluation_form(
    now: AssessedProduct, as_of: date, typed: Mapping[str, Sequence[str]] | None = None
) -> EvaluationForm:
    """Build the form: the submitted values, otherwise the day's evaluation, otherwise empty.

    Without an evaluation of the day, the newest draft is continued, if it is newer than all
    evaluations in force.
    """
    record, model = now.assessment.record, now.model.reference
    own = next((e for e in record.evaluations if e.on == as_of and e.model == model), None)
    begun = own or _find_draft(record, as_of, model)
    given = typed or {}

    def one(name: str) -> str:
        return "\n".join(given.get(name, ())).replace("\r\n", "\n").strip()

    on = parse_iso_date(one("on")) or as_of
    last = next((e for e in record.evaluations_in_force(as_of) if e.on < on), None)
    if typed is None:
        given = _list_form_values(begun, last)
    return EvaluationForm(
        on=one("on") or as_of.isoformat(),
        by=one("by"),
        reference=one("reference"),
        recommends=one("recommends"),
        recommends_rationale=one("recommends.grounds"),
        summary=one("summary"),
        draft=bool(one("draft")),
        final=own is not None and not own.draft,
        continues=one("continues") if typed else _name_draft(begun if begun is not own else None),
        hearing=find_hearing_state(now.assessment),
        rows=tuple(
            EvaluationRow(
                outcome=outcome,
                rating=one(f"light.{outcome.criterion.id}"),
                rationale=one(f"grounds.{outcome.criterion.id}"),
                last=last.ratings.get(outcome.criterion.id) if last else None,
                differs=_differs(outcome, one(f"light.{outcome.criterion.id}"), now.model),
            )
            for outcome in now.assessment.outcomes
        ),
    )


def _differs(outcome: Outcome, rating: str, model: Model) -> bool:
    """Whether a rating is another status than the product's answer claims."""
    claimed = find_claimed_status(outcome.answer, model)
    return claimed != "unknown" and rating not in {"", claimed}


def _find_draft(record: Record, as_of: date, model: str) -> Evaluation | None:
    """The newest draft, if it is newer than every evaluation in force."""
    written = [e for e in record.evaluations if e.on <= as_of and e.model == model]
    return written[-1] if written and written[-1].draft else None


def _list_form_values(
    own: Evaluation | None, last: Evaluation | None
) -> Mapping[str, Sequence[str]]:
    """An evaluation as form values; for a new one, the evaluating body of the last."""
    if own is None:
        return {"by": [last.by]} if last else {}
    lights = {f"light.{name}": [light.status] for name, light in own.ratings.items()}
    grounds = {f"grounds.{name}": [light.rationale] for name, light in own.ratings.items()}
    head = {
        "by": [own.by],
        "reference": [own.reference],
        "recommends": [own.recommends or ""],
        "recommends.grounds": [own.recommends_rationale],
        "summary": [own.summary],
        "draft": ["1"] if own.draft else [],
    }
    return {**head, **lights, **grounds}


def save_evaluation(
    desk: EditSession, now: AssessedProduct, asked: EvaluationForm, was: str
) -> tuple[list[Renderable], Path]:
    """Save the evaluation; `was` is the hash of the file that the page was rendered from.

    Returns the errors and the file's path; with any error nothing is written. The earlier draft
    that the form goes on with is removed afterwards, unless it has changed.
    """
    on = parse_iso_date(asked.on)
    folder = desk.file.parent / EVALUATIONS_FOLDER
    wrong = _find_missing(asked)
    if on is None or wrong:
        return wrong, folder
    path = folder / f"{on.isoformat()}.yaml"
    before = _read_if_present(path)
    if fingerprint_data(before) != was and before is not None:
        return [make_finding("file-changed", Location(listing.format_path(path))).message], path
    draft = EvaluationDraft(
        on=on,
        by=asked.by,
        reference=asked.reference,
        recommends=asked.recommends or None,
        recommends_rationale=asked.recommends_rationale,
        summary=asked.summary,
        draft=asked.draft,
        ratings={
            row.outcome.criterion.id: Rating(row.rating, row.rationale)
            for row in asked.rows
            if row.rating in LIGHTS
        },
    )
    product = now.product.id
    basis = _read_continued(asked.continues, now) if before is None else before
    data, findings = build_evaluation_file(
        draft, product, model=now.model, file=listing.format_path(path), was=basis
    )
    if data is not None and data != before:
        findings = writing.replace_file(path, data, before, root=desk.root)
    if data is not None and not findings:
        _remove_continued(asked.continues, now, path, desk.root)
    return [found.message for found in findings], path


def save_draft(desk: EditSession, typed: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Save what the evaluator has written as a draft; what a script is told of it.

    An evaluation in force stays as it is: it is replaced by its button alone.
    """
    now, findings = read_current_product(desk)
    if now is None:
        return _describe_draft(desk, None, [found.message for found in findings])
    asked = build_evaluation_form(now, desk.as_of, typed)
    if asked.final:
        return _describe_draft(desk, None, [_IN_FORCE])
    whole = tuple(
        replace(row, rationale="") if row.has_grounds_alone else row for row in asked.rows
    )
    wrong, _path = save_evaluation(
        desk, now, replace(asked, rows=whole), typed.get("was", [""])[0]
    )
    return _describe_draft(desk, asked, wrong)


def _describe_draft(
    desk: EditSession, asked: EvaluationForm | None, wrong: Sequence[Renderable]
) -> dict[str, Any]:
    on = parse_iso_date(asked.on) if asked else None
    was = fingerprint_evaluation(desk, on) if on else ""
    return {
        "saved": not wrong,
        "wrong": [text.render(desk.language) for text in wrong],
        "unkept": _tell_grounds_alone(asked, desk.language) if asked else {},
        "was": was,
        "continues": f"{on}:{was}" if on else "",
    }


def _tell_grounds_alone(asked: EvaluationForm, language: Language) -> dict[str, str]:
    """What to do about each field of grounds that has no light."""
    return {
        f"grounds.{row.outcome.criterion.id}": _NO_LIGHT.fill(
            criteria=row.outcome.criterion.id
        ).render(language)
        for row in asked.rows
        if row.has_grounds_alone
    }


def _find_missing(asked: EvaluationForm) -> list[Renderable]:
    """What must be entered first."""
    missing = {
        _NO_DATE: parse_iso_date(asked.on) is None,
        _NO_EVALUATOR: not asked.by,
        _NO_LEVEL: bool(asked.recommends_rationale) and not asked.recommends,
        _FINAL: asked.draft and asked.final,
    }
    found: list[Renderable] = [message for message, is_missing in missing.items() if is_missing]
    alone = [row.outcome.criterion.id for row in asked.rows if row.has_grounds_alone]
    return [*found, _NO_LIGHT.fill(criteria=", ".join(alone))] if alone else found


def _name_draft(draft: Evaluation | None) -> str:
    """The name by which a page remembers the draft that it goes on with: its date and content."""
    return f"{draft.on}:{_fingerprint_draft(draft)}" if draft else ""


def _fingerprint_draft(draft: Evaluation) -> str:
    return fingerprint_data(_read_if_present(Path(draft.document.file)))


def _find_continued(name: str, now: AssessedProduct) -> Path | None:
    """The file of the draft that an evaluation goes on with, if it is still as it was."""
    drafts = (each for each in now.assessment.record.evaluations if each.draft)
    found = next((each for each in drafts if name == _name_draft(each)), None)
    return Path(found.document.file) if found else None


def _read_continued(name: str, now: AssessedProduct) -> bytes | None:
    """The draft that an evaluation goes on with: what the form does not ask for stays."""
    path = _find_continued(name, now)
    return _read_if_present(path) if path else None


def _remove_continued(name: str, now: AssessedProduct, written: Path, root: Path) -> None:
    path = _find_continued(name, now)
    data = _read_if_present(path) if path and path.name != written.name else None
    if path and data is not None:
        writing.remove_file(path, data, root=root)


def fingerprint_evaluation(desk: EditSession, as_of: date) -> str:
    """The fingerprint of the evaluation file of a day; empty where there is none."""
    folder = desk.file.parent / EVALUATIONS_FOLDER
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
