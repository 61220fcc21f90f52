"""Saving form input: only changed fields are written, and nobody's edits are lost.

A page knows the version of the file that it was rendered from. A difference between that version
and the input is the user's edit; a difference between that version and the current file is
somebody else's. Where both concern one field, nothing is saved, and the user is shown both.

The first edit after the day of a declaration keeps it in `declarations/`, and dates the new one.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_edit import NotEditableError, RemoveEntry, SetValue, edit_yaml
from os2governance.documents.yaml_reader import ValuePath, read_yaml
from os2governance.files import reading, writing
from os2governance.files.listing import find_kept_path, format_path
from os2governance.files.paths import is_there
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Language, Renderable
from os2governance.model.library import Library
from os2governance.product.kept_declaration import DatedChange, date_change, date_restoration
from os2governance.product.proposed_facts import (
    WaitingProposal,
    build_removals,
    find_waiting_proposals,
)
from os2governance.rules.trace import MISSING
from os2governance.web.build_form import build_product_form
from os2governance.web.edit_history import FileChange
from os2governance.web.field_values import InvalidInput, parse_field_value
from os2governance.web.form import FormField, FormList, ProductForm, format_field_name
from os2governance.web.new_declaration import NewDeclaration, render_new_declaration
from os2governance.web.workspace import AssessedProduct, assess_product_sources

FormInput = Mapping[str, Sequence[str]]
FieldEdit = SetValue | RemoveEntry


class Clash(NamedTuple):
    """A field edited here, and changed in the file at the same time."""

    field: FormField
    typed: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class SaveResult:
    """The result of saving: the current product, and what was not saved, with reasons.

    `before` and `after` are the file's bytes around the change, equal where nothing was written;
    `before` is None where there was no file. `kept` is where this change keeps the earlier
    declaration. `problems` are messages by the field's name.
    """

    current: AssessedProduct | None
    before: bytes | None
    after: bytes | None
    kept: Path | None = None
    problems: Mapping[str, Renderable] = dataclasses.field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def saved(self) -> bool:
        """Whether all input is in the file now."""
        return not self.problems and not self.clashes and not self.findings


@dataclass(frozen=True, kw_only=True, slots=True)
class EditSession:
    """The context of saving: the product's file, the models, the date, the language.

    `root` is the folder that is served.
    """

    file: Path
    root: Path
    library: Library
    as_of: date
    language: Language


def read_current_product(desk: EditSession) -> tuple[AssessedProduct | None, list[Finding]]:
    """Read and assess a product's current files."""
    sources, findings = reading.read_product_files(desk.file)
    if sources is None:
        return None, findings
    found, wrong = assess_product_sources(sources, desk.library, desk.as_of)
    return found, [*findings, *wrong]


def save_form(desk: EditSession, base: bytes | None, typed: FormInput) -> SaveResult:
    """Save the input on a page rendered from `base`, which is None where it is unknown."""
    return _save_with_retries(desk, lambda now: _collect_edits(now, base, typed, desk))


def preview_save(desk: EditSession, base: bytes | None, typed: FormInput) -> SaveResult:
    """The result that saving would have; nothing is written."""
    now, findings = read_current_product(desk)
    if now is None:
        return SaveResult(current=None, before=None, after=None, findings=tuple(findings))
    return _apply_edits(desk, now, _collect_edits(now, base, typed, desk))


def add_list_element(desk: EditSession, listing: str) -> SaveResult:
    """Add an element to a list."""

    def edits(now: AssessedProduct) -> "_PlannedEdits":
        found = _build_current_form(now, desk).lists().get(listing)
        if found is None:
            return _PlannedEdits((), {}, ())
        return _PlannedEdits((SetValue((*found.path, len(found.elements)), {}),), {}, ())

    return _save_with_retries(desk, edits)


def remove_list_element(
    desk: EditSession, listing: str, number: int, base: bytes | None
) -> SaveResult:
    """Remove an element of a list, if it is still the one that the page showed."""

    def edits(now: AssessedProduct) -> "_PlannedEdits":
        found = _build_current_form(now, desk).lists().get(listing)
        same = base is not None and _value_at(read_form_values(base), found) == _value_at(
            read_form_values(read_form_data(now, desk)), found
        )
        if found is None or number >= len(found.elements) or not same:
            return _PlannedEdits((), {}, (), changed=True)
        return _PlannedEdits((RemoveEntry((*found.path, number)),), {}, ())

    return _save_with_retries(desk, edits)


def declare_list_empty(desk: EditSession, listing: str) -> SaveResult:
    """Declare a list empty; refused where it has elements."""

    def edits(now: AssessedProduct) -> "_PlannedEdits":
        found = _build_current_form(now, desk).lists().get(listing)
        if found is None or found.elements:
            return _PlannedEdits((), {}, (), changed=True)
        return _PlannedEdits((SetValue(found.path, None if found.nullable else []),), {}, ())

    return _save_with_retries(desk, edits)


class ProposalAnswer(NamedTuple):
    """The answer to a proposal: its name, and whether it is used or rejected."""

    name: str
    use: bool


def answer_proposal(
    desk: EditSession, answer: ProposalAnswer, base: bytes | None, typed: FormInput
) -> SaveResult:
    """Declare a proposed fact, or reject it, and save what else is typed in the same section.

    Refused where the proposal is no longer the one that the page showed, or its fact has been
    declared meanwhile.
    """
    name = format_field_name(("facts", answer.name))
    others = {key: said for key, said in typed.items() if key.partition(":")[0] != name}

    def edits(now: AssessedProduct) -> "_PlannedEdits":
        values = read_form_values(read_form_data(now, desk))
        found = _find_proposal(values, answer.name, now)
        shown = _find_proposal(read_form_values(base), answer.name, now) if base else None
        if found is None or shown is None or found.value != shown.value:
            return _PlannedEdits((), {}, (), changed=True)
        used = (SetValue(("facts", *found.path), found.value),) if answer.use else ()
        planned = _collect_edits(now, base, others, desk)
        removed = build_removals(values, [found])
        return planned._replace(edits=(*used, *removed, *planned.edits))

    return _save_with_retries(desk, edits)


def _find_proposal(
    values: Mapping[str, Any], name: str, now: AssessedProduct
) -> WaitingProposal | None:
    waiting = find_waiting_proposals(values, now.model.facts)
    return next((each for each in waiting if each.name == name), None)


def undo_change(desk: EditSession, change: FileChange) -> SaveResult:
    """Restore a file's old content, unless it has changed since."""
    if change.file is not None:
        return _undo_other_file(desk, change, change.file)
    now, findings = read_current_product(desk)
    earlier = now.product.current if now else None
    if now is None or earlier is None:
        found = [*findings, make_finding("file-changed", Location(format_path(desk.file)))]
        return SaveResult(current=now, before=None, after=None, findings=tuple(found))
    today = desk.as_of <= max(earlier.declared_on, change.on)
    restored: bytes | None = None
    if change.before is None and today:
        findings = writing.remove_file(desk.file, change.after, root=desk.root)
    else:
        old = _render_new(now, desk) if change.before is None else change.before
        try:
            restored, keeps = (
                DatedChange(old) if today else date_restoration(earlier, old, desk.as_of)
            )
        except NotEditableError:
            findings = [make_finding("form-not-editable", Location(format_path(desk.file)))]
        else:
            kept = _find_kept_path(desk, keeps)
            findings = writing.replace_keeping(
                desk.file, restored, change.after, kept, root=desk.root
            )
    if not findings and today and change.kept and change.before is not None:
        findings = writing.remove_file(change.kept, change.before, root=desk.root)
    now, wrong = read_current_product(desk)
    return SaveResult(
        current=now, before=change.after, after=restored, findings=(*findings, *wrong)
    )


def _undo_other_file(desk: EditSession, change: FileChange, file: Path) -> SaveResult:
    """Restore a file beside the declaration, such as an evaluation that was imported."""
    if change.before is None:
        findings = writing.remove_file(file, change.after, root=desk.root)
    else:
        findings = writing.replace_file(file, change.before, change.after, root=desk.root)
    now, wrong = read_current_product(desk)
    return SaveResult(current=now, before=None, after=None, findings=(*findings, *wrong))


def _find_kept_path(desk: EditSession, on: date | None) -> Path | None:
    return find_kept_path(desk.file, on) if on else None


class _PlannedEdits(NamedTuple):
    edits: tuple[FieldEdit, ...]
    problems: dict[str, Renderable]
    clashes: tuple[Clash, ...]
    changed: bool = False


_MAX_TRIES = 3


def _save_with_retries(
    desk: EditSession, edits: Callable[[AssessedProduct], _PlannedEdits]
) -> SaveResult:
    """Apply edits; retry where the file was changed in between."""
    outcome = SaveResult(current=None, before=None, after=None)
    for _ in range(_MAX_TRIES):
        now, findings = read_current_product(desk)
        if now is None:
            return SaveResult(current=None, before=None, after=None, findings=tuple(findings))
        outcome = _apply_edits(desk, now, edits(now))
        if not outcome.saved or outcome.after is None or outcome.before == outcome.after:
            return outcome
        is_new = outcome.kept is not None and not is_there(outcome.kept)
        wrong = writing.replace_keeping(
            desk.file, outcome.after, outcome.before, outcome.kept, root=desk.root
        )
        if not wrong:
            return outcome if is_new else replace(outcome, kept=None)
        outcome = replace(
            outcome, current=now, after=outcome.before, kept=None, findings=tuple(wrong)
        )
        if not wrong[0].entry.transient:
            return outcome
    return outcome


def _apply_edits(desk: EditSession, now: AssessedProduct, asked: _PlannedEdits) -> SaveResult:
    """Build the file that edits would produce; findings where it would be unusable."""
    before, name = now.sources.product.data if now.sources.product else None, now.sources.name
    unchanged = SaveResult(current=now, before=before, after=before)
    if asked.changed:
        return replace(unchanged, findings=(make_finding("file-changed", Location(name)),))
    if asked.problems or asked.clashes:
        return replace(unchanged, problems=asked.problems, clashes=asked.clashes)
    if not asked.edits:
        return unchanged
    earlier = now.product.current
    try:
        after = edit_yaml(read_form_data(now, desk), asked.edits)
        dated = date_change(earlier, after, desk.as_of) if earlier else DatedChange(after)
    except NotEditableError:
        return replace(unchanged, findings=(make_finding("form-not-editable", Location(name)),))
    kept = _find_kept_path(desk, dated.keeps)
    sources = replace(_keep_in_sources(now.sources, kept), product=FileContent(name, dated.data))
    found, wrong = assess_product_sources(sources, desk.library, desk.as_of)
    if found is None:
        return replace(unchanged, findings=tuple(wrong))
    return SaveResult(current=found, before=before, after=dated.data, kept=kept)


def _keep_in_sources(sources: ProductFiles, kept: Path | None) -> ProductFiles:
    """A product's files with its declaration among the earlier ones."""
    if kept is None or sources.product is None:
        return sources
    name = format_path(kept)
    others = [each for each in sources.declarations if each.name != name]
    added = FileContent(name, sources.product.data)
    return replace(sources, declarations=tuple(sorted([*others, added])))


def read_form_data(now: AssessedProduct, desk: EditSession) -> bytes:
    """The text that the form edits: product.yaml, or a new one that says nothing yet."""
    return now.sources.product.data if now.sources.product else _render_new(now, desk)


def _render_new(now: AssessedProduct, desk: EditSession) -> bytes:
    """A self-assessment that says nothing yet, for a product that has other files only."""
    folder = desk.file.parent
    return render_new_declaration(
        now.model,
        NewDeclaration(
            product=now.product.id or folder.name,
            name=now.product.name,
            kind=now.product.kind,
            folder=folder,
            on=desk.as_of,
            language=desk.language,
        ),
    )


def read_form_values(data: bytes) -> Mapping[str, Any]:
    """The values of the text that the form edits; none where it cannot be read."""
    document, _ = read_yaml(data, "")
    values = document.values if document else None
    return values if isinstance(values, dict) else {}


def _build_current_form(now: AssessedProduct, desk: EditSession) -> ProductForm:
    return build_product_form(now, read_form_values(read_form_data(now, desk)))


def _value_at(values: Any, found: FormList | FormField | None) -> Any:
    for step in found.path if found else ():
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return MISSING
    return values


def _collect_edits(
    now: AssessedProduct, base: bytes | None, typed: FormInput, desk: EditSession
) -> _PlannedEdits:
    """Find the edits in the input, and those that conflict with changes by others."""
    drawn = read_form_values(base) if base is not None else None
    current = read_form_values(read_form_data(now, desk))
    edits: list[FieldEdit] = []
    problems: dict[str, Renderable] = {}
    clashes: list[Clash] = []
    for name, field in _build_current_form(now, desk).fields().items():
        if name not in typed and f"{name}:none" not in typed:
            continue
        value = parse_field_value(field, typed, desk.language)
        if isinstance(value, InvalidInput):
            problems[name] = value.message
            continue
        is_, was = _value_at(current, field), MISSING if drawn is None else _value_at(drawn, field)
        if drawn is not None and _is_same_value(value, was):
            continue
        if _is_same_value(value, is_):
            continue
        if drawn is None or not _is_same_value(is_, was):
            clashes.append(Clash(field, value))
        else:
            edits.append(_build_edit(field.path, value))
    return _PlannedEdits(tuple(edits), problems, tuple(clashes))


def _is_same_value(one: Any, other: Any) -> bool:
    """Whether two values are equal; an empty list or text equals a missing one."""
    if type(one) is bool or type(other) is bool:
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one == other.strip().replace("\r\n", "\n")
    empty: tuple[Any, ...] = (MISSING, "", [])
    return bool(one == other) or (one in empty and other in empty)


def _build_edit(path: ValuePath, value: Any) -> FieldEdit:
    return RemoveEntry(path) if value is MISSING else SetValue(path, value)
