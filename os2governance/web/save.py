"""Saving form input: only changed fields are written, and nobody's edits are lost.

A field that cannot be saved holds no other back.

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
from os2governance.documents.yaml_reader import read_yaml
from os2governance.files import writing
from os2governance.files.listing import find_kept_path, format_path
from os2governance.files.paths import is_there
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Renderable
from os2governance.product.kept_declaration import DatedChange, date_change, date_restoration
from os2governance.product.proposed_facts import (
    WaitingProposal,
    build_removals,
    find_waiting_proposals,
)
from os2governance.web.edit_history import FileChange, UndoneChange
from os2governance.web.edit_session import (
    EditSession,
    build_current_form,
    read_current_product,
    read_current_values,
    read_form_data,
    read_form_values,
    render_empty_form,
)
from os2governance.web.form import format_field_name
from os2governance.web.planned_edits import (
    OUT_OF_DATE,
    WAS_PREFIX,
    Clash,
    FieldEdit,
    FormInput,
    PlannedEdits,
    collect_edits,
    find_value,
)
from os2governance.web.refusals import place_refusals
from os2governance.web.workspace import AssessedProduct, assess_product_sources


@dataclass(frozen=True, kw_only=True, slots=True)
class SaveResult:
    """The result of saving: the current product, and what was not saved, with reasons.

    `before` and `after` are the file's bytes around the change, equal where nothing was written;
    `before` is None where there was no file. `kept` is where this change keeps the earlier
    declaration. `stored` are the names of the typed fields that are in the file now; `problems`
    are messages by the name of one that is not. `changed` are the names of the parts of the form
    that the change is of.
    """

    current: AssessedProduct | None
    before: bytes | None
    after: bytes | None
    kept: Path | None = None
    stored: frozenset[str] = frozenset()
    changed: tuple[str, ...] = ()
    problems: Mapping[str, Renderable] = dataclasses.field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def saved(self) -> bool:
        """Whether all input is in the file now."""
        return not self.problems and not self.clashes and not self.findings


def save_form(desk: EditSession, base: bytes | None, typed: FormInput) -> SaveResult:
    """Save the input on a page rendered from `base`, which is None where it is unknown."""
    return _save_with_retries(desk, lambda now: collect_edits(now, base, typed, desk))


def preview_save(desk: EditSession, base: bytes | None, typed: FormInput) -> SaveResult:
    """The result that saving would have; nothing is written."""
    now, findings = read_current_product(desk)
    if now is None:
        return SaveResult(current=None, before=None, after=None, findings=tuple(findings))
    return _apply_edits(desk, now, collect_edits(now, base, typed, desk))


def add_list_element(
    desk: EditSession, listing: str, base: bytes | None, typed: FormInput
) -> SaveResult:
    """Add an element to a list, and save what is typed."""

    def edits(now: AssessedProduct) -> "PlannedEdits":
        planned = collect_edits(now, base, typed, desk)
        found = build_current_form(now, desk).lists().get(listing)
        if found is None:
            return planned
        return replace(planned, structure=(SetValue((*found.path, len(found.elements)), {}),))

    return _save_with_retries(desk, edits)


class ListElement(NamedTuple):
    """An element of a list: the list's name, and its number in it."""

    listing: str
    number: int


def remove_list_element(
    desk: EditSession, element: ListElement, base: bytes | None, typed: FormInput
) -> SaveResult:
    """Remove an element of a list, and save what else is typed.

    Refused where it is no longer the one that the page showed. Where something typed in the list
    cannot be saved, the element stays: it would be told of another one.
    """
    listing, number = element
    others = _leave_out(typed, f"{listing}.{number}.")

    def edits(now: AssessedProduct) -> "PlannedEdits":
        found = build_current_form(now, desk).lists().get(listing)
        if found is None or number >= len(found.elements) or base is None:
            return OUT_OF_DATE
        shown = find_value(read_form_values(base), found.path)
        if shown != find_value(read_current_values(now, desk), found.path):
            return OUT_OF_DATE
        planned = collect_edits(now, base, others, desk)
        removal = RemoveEntry((*found.path, number))
        return replace(planned, structure=(removal,), structure_in=f"{listing}.")

    return _save_with_retries(desk, edits)


def declare_list_empty(
    desk: EditSession, listing: str, base: bytes | None, typed: FormInput
) -> SaveResult:
    """Declare a list empty, and save what is typed; refused where it has elements."""

    def edits(now: AssessedProduct) -> "PlannedEdits":
        found = build_current_form(now, desk).lists().get(listing)
        if found is None or found.elements:
            return OUT_OF_DATE
        planned = collect_edits(now, base, typed, desk)
        return replace(planned, structure=(SetValue(found.path, None if found.nullable else []),))

    return _save_with_retries(desk, edits)


def _leave_out(typed: FormInput, start: str) -> FormInput:
    """The input without the fields whose names begin so."""
    return {
        name: values
        for name, values in typed.items()
        if not name.removeprefix(WAS_PREFIX).startswith(start)
    }


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

    def edits(now: AssessedProduct) -> "PlannedEdits":
        values = read_current_values(now, desk)
        found = _find_proposal(values, answer.name, now)
        shown = _find_proposal(read_form_values(base), answer.name, now) if base else None
        if found is None or shown is None or found.value != shown.value:
            return OUT_OF_DATE
        used = (SetValue(("facts", *found.path), found.value),) if answer.use else ()
        planned = collect_edits(now, base, others, desk)
        removed = build_removals(values, [found])
        return replace(planned, structure=(*used, *removed), structure_in="facts.")

    return _save_with_retries(desk, edits)


def _find_proposal(
    values: Mapping[str, Any], name: str, now: AssessedProduct
) -> WaitingProposal | None:
    waiting = find_waiting_proposals(values, now.model.facts)
    return next((each for each in waiting if each.name == name), None)


def undo_change(desk: EditSession, change: FileChange) -> tuple[SaveResult, FileChange | None]:
    """Restore a file's old content, unless it has changed since; and what that changed, if so."""
    if change.file is not None:
        return _undo_other_file(desk, change, change.file)
    now, findings = read_current_product(desk)
    earlier = now.product.current if now else None
    if now is None or earlier is None or change.after is None:
        found = [*findings, make_finding("file-changed", Location(format_path(desk.file)))]
        return SaveResult(current=now, before=None, after=None, findings=tuple(found)), None
    today = desk.as_of <= max(earlier.declared_on, change.on)
    restored, kept, is_new = None, None, False
    if change.before is None and today:
        findings = writing.remove_file(desk.file, change.after, root=desk.root)
    else:
        old = render_empty_form(now, desk) if change.before is None else change.before
        try:
            restored, keeps = (
                DatedChange(old) if today else date_restoration(earlier, old, desk.as_of)
            )
        except NotEditableError:
            findings = [make_finding("form-not-editable", Location(format_path(desk.file)))]
        else:
            kept = _find_kept_path(desk, keeps)
            is_new = kept is not None and not is_there(kept)
            findings = writing.replace_keeping(
                desk.file, restored, change.after, kept, root=desk.root
            )
    undoing = FileChange(
        before=change.after, after=restored, kept=kept if is_new else None, on=desk.as_of
    )
    done = None if findings else undoing
    if not findings and today and change.kept and change.before is not None:
        findings = writing.remove_file(change.kept, change.before, root=desk.root)
    now, wrong = read_current_product(desk)
    outcome = SaveResult(
        current=now, before=change.after, after=restored, findings=(*findings, *wrong)
    )
    return outcome, done


def _undo_other_file(
    desk: EditSession, change: FileChange, file: Path
) -> tuple[SaveResult, FileChange | None]:
    """Restore a file beside the declaration, such as an evaluation that was imported."""
    done = _replace_whole(desk, file, change.before, change.after)
    now, wrong = read_current_product(desk)
    undoing = FileChange(
        before=change.after, after=change.before, kept=None, on=desk.as_of, file=file
    )
    result = SaveResult(current=now, before=None, after=None, findings=(*done, *wrong))
    return result, None if done else undoing


def _replace_whole(
    desk: EditSession, file: Path, data: bytes | None, was: bytes | None
) -> list[Finding]:
    """Write or remove a file whose content is still `was`; None is for no file."""
    if data is not None:
        return writing.replace_file(file, data, was, root=desk.root)
    return writing.remove_file(file, was or b"", root=desk.root)


def redo_change(desk: EditSession, undone: UndoneChange) -> SaveResult:
    """Make a change again that was undone today, unless its file has changed since."""
    change, undoing = undone
    if change.file is not None:
        findings = _replace_whole(desk, change.file, change.after, change.before)
    else:
        kept = change.kept if change.before == undoing.after else None
        findings = writing.replace_keeping(
            desk.file, change.after or b"", undoing.after, kept, root=desk.root
        )
    if not findings and undoing.kept is not None and undoing.before is not None:
        findings = writing.remove_file(undoing.kept, undoing.before, root=desk.root)
    now, wrong = read_current_product(desk)
    return SaveResult(
        current=now, before=undoing.after, after=change.after, findings=(*findings, *wrong)
    )


def _find_kept_path(desk: EditSession, on: date | None) -> Path | None:
    return find_kept_path(desk.file, on) if on else None


_MAX_TRIES = 3


def _save_with_retries(
    desk: EditSession, edits: Callable[[AssessedProduct], PlannedEdits]
) -> SaveResult:
    """Apply edits; retry where the file was changed in between."""
    outcome = SaveResult(current=None, before=None, after=None)
    for _ in range(_MAX_TRIES):
        now, findings = read_current_product(desk)
        if now is None:
            return SaveResult(current=None, before=None, after=None, findings=tuple(findings))
        outcome = _apply_edits(desk, now, edits(now))
        if outcome.findings or outcome.after is None or outcome.before == outcome.after:
            return outcome
        is_new = outcome.kept is not None and not is_there(outcome.kept)
        wrong = writing.replace_keeping(
            desk.file, outcome.after, outcome.before, outcome.kept, root=desk.root
        )
        if not wrong:
            return outcome if is_new else replace(outcome, kept=None)
        outcome = replace(
            outcome,
            current=now,
            after=outcome.before,
            kept=None,
            stored=frozenset(),
            findings=tuple(wrong),
        )
        if not wrong[0].entry.transient:
            return outcome
    return outcome


def _apply_edits(desk: EditSession, now: AssessedProduct, asked: PlannedEdits) -> SaveResult:
    """Build the file that edits would produce, without those that would make it unusable."""
    before, name = now.sources.product.data if now.sources.product else None, now.sources.name
    nothing = SaveResult(current=now, before=before, after=before)
    if asked.changed:
        return replace(nothing, findings=(make_finding("file-changed", Location(name)),))
    edits, problems = dict(asked.edits), dict(asked.problems)
    waiting = {*problems, *(clash.field.name for clash in asked.clashes)}
    unsaved = replace(
        nothing,
        problems=problems,
        clashes=asked.clashes,
        stored=asked.seen - waiting - edits.keys(),
    )
    while True:
        held = asked.structure_in and any(
            each.startswith(asked.structure_in) for each in (*waiting, *problems)
        )
        steps = (*edits.values(), *(() if held else asked.structure))
        stored = asked.seen - waiting - problems.keys()
        if not steps:
            return replace(unsaved, problems=problems, stored=stored)
        built, wrong = _build_change(desk, now, steps)
        if built.current is not None:
            return replace(
                built,
                before=before,
                problems=problems,
                clashes=asked.clashes,
                stored=stored,
                changed=tuple(format_field_name(each.path) for each in steps),
            )
        refused = _place_refusals(desk, now, built.after, (wrong, edits))
        if not refused:
            return replace(unsaved, problems=problems, findings=tuple(wrong))
        problems |= refused
        for each in refused:
            del edits[each]


def _build_change(
    desk: EditSession, now: AssessedProduct, edits: Sequence[FieldEdit]
) -> tuple[SaveResult, list[Finding]]:
    """The file after edits, assessed; without a current product, and findings, where it has none.

    `after` is None where the text cannot be edited at all.
    """
    earlier, name = now.product.current, now.sources.name
    try:
        after = edit_yaml(read_form_data(now, desk), edits)
        dated = date_change(earlier, after, desk.as_of) if earlier else DatedChange(after)
    except NotEditableError:
        wrong = [make_finding("form-not-editable", Location(name))]
        return SaveResult(current=None, before=None, after=None), wrong
    kept = _find_kept_path(desk, dated.keeps)
    sources = replace(_keep_in_sources(now.sources, kept), product=FileContent(name, dated.data))
    found, wrong = assess_product_sources(sources, desk.library, desk.as_of)
    return SaveResult(current=found, before=None, after=dated.data, kept=kept), wrong


def _place_refusals(
    desk: EditSession,
    now: AssessedProduct,
    data: bytes | None,
    refused: tuple[Sequence[Finding], Mapping[str, FieldEdit]],
) -> dict[str, Renderable]:
    """The findings of an unusable text, by the names of the edited fields that they are about."""
    findings, edits = refused
    document = read_yaml(data, now.sources.name)[0] if data is not None else None
    if document is None:
        return {}
    fields = build_current_form(now, desk).fields()
    return place_refusals(findings, document, [fields[name] for name in edits], fields)


def _keep_in_sources(sources: ProductFiles, kept: Path | None) -> ProductFiles:
    """A product's files with its declaration among the earlier ones."""
    if kept is None or sources.product is None:
        return sources
    name = format_path(kept)
    others = [each for each in sources.declarations if each.name != name]
    added = FileContent(name, sources.product.data)
    return replace(sources, declarations=tuple(sorted([*others, added])))
