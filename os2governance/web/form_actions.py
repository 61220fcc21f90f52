"""What the buttons of the form do, and what of it can be undone and redone."""

from starlette.exceptions import HTTPException

from os2governance.documents.yaml_reader import MAX_VALUES
from os2governance.web.change_words import find_change_target
from os2governance.web.edit_history import FileChange, UndoneChange, compute_file_version
from os2governance.web.edit_session import (
    EditSession,
    build_current_form,
    read_current_product,
)
from os2governance.web.pages import Pages
from os2governance.web.planned_edits import FormInput
from os2governance.web.save import (
    ListElement,
    ProposalAnswer,
    SaveResult,
    add_list_element,
    answer_proposal,
    declare_list_empty,
    preview_save,
    redo_change,
    remove_list_element,
    save_form,
    undo_change,
)

MAX_INDEX_DIGITS = len(str(MAX_VALUES))
STEPS = frozenset({"undo", "redo"})
"""The actions that go back to a change, and forth again."""


def open_session(pages: Pages, product: str) -> EditSession:
    """Open an edit session on a product of the workspace; any other responds with 404."""
    file = pages.workspace.products().get(product)
    if file is None:
        raise HTTPException(404)
    place = pages.workspace
    desk = EditSession(
        file=file,
        root=place.folder,
        library=place.library(),
        as_of=place.today(),
        language=place.language,
    )
    pages.note_first_seen(desk, product)
    return desk


def perform_action(
    pages: Pages, desk: EditSession, product: str, typed: FormInput, action: str
) -> SaveResult:
    """Perform the action of a button, and record the change for undo."""
    memory = pages.history
    base = _find_base(pages, desk, typed.get("version", [""])[0])
    if action == "try":
        return preview_save(desk, base, typed)
    if action == "undo" and (last := memory.find_last_change(product)):
        outcome, undoing = undo_change(desk, last)
        if undoing:
            memory.note_undone(product, UndoneChange(last, undoing))
        return outcome
    if action == "redo" and (undone := memory.find_last_undone(product, desk.as_of)):
        outcome = redo_change(desk, undone)
        if outcome.saved:
            memory.note_redone(product)
        return outcome
    if action in STEPS:
        return save_form(desk, base, {})
    outcome = _change_file(desk, base, typed, action)
    if outcome.after is not None and outcome.before != outcome.after:
        change = FileChange(
            before=outcome.before,
            after=outcome.after,
            kept=outcome.kept,
            on=desk.as_of,
            names=outcome.changed,
        )
        memory.record_change(product, change)
    return outcome


def _change_file(
    desk: EditSession, base: bytes | None, typed: FormInput, action: str
) -> SaveResult:
    verb, _, name = action.partition(":")
    match verb:
        case "add":
            return add_list_element(desk, name, base, typed)
        case "none":
            return declare_list_empty(desk, name, base, typed)
        case "remove":
            listing, _, number = name.rpartition(".")
            element = ListElement(listing, _parse_index(number))
            return remove_list_element(desk, element, base, typed)
        case "use" | "reject":
            return answer_proposal(desk, ProposalAnswer(name, verb == "use"), base, typed)
        case _:
            return save_form(desk, base, typed)


def _parse_index(number: str) -> int:
    """The index of an element; -1, which no list has, for what no button sends."""
    return int(number) if number.isdecimal() and len(number) <= MAX_INDEX_DIGITS else -1


def _find_base(pages: Pages, desk: EditSession, version: str) -> bytes | None:
    """The file that a page was rendered from; None where it is not known any more.

    A page may be of before a restart: then it is known where it is what the file still holds.
    """
    known = pages.history.find_version(version)
    if known is not None:
        return known
    now = pages.read_product_file(desk.file)
    return now if now is not None and compute_file_version(now) == version else None


def find_step_target(pages: Pages, desk: EditSession, product: str, step: str) -> str:
    """The id on the page of what undoing or redoing changes; empty where there is none."""
    change = pages.history.find_steps(product, desk.as_of)[step]
    now = read_current_product(desk)[0]
    return find_change_target(change, build_current_form(now, desk)) if change and now else ""
