"""The pages of a product's documents: what can be downloaded and imported, and the plan."""

from collections.abc import Sequence
from typing import NamedTuple

from os2governance.documents.sources import PRODUCT_FILE
from os2governance.exchange.import_document import ImportProposal, write_proposal
from os2governance.files.paths import is_there
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.exchange.import_text import render_answer_label
from os2governance.web.change_table import ChangeTable, build_change_table, list_change_tables
from os2governance.web.document_transfer import (
    build_plan_context,
    list_downloads,
    list_file_contents,
)
from os2governance.web.edit_history import FileChange
from os2governance.web.edit_session import EditSession, read_current_product
from os2governance.web.pages import Pages
from os2governance.web.status_panel import build_status_panel, render_model_name
from os2governance.web.workspace import AssessedProduct


class DocumentAttempt(NamedTuple):
    """What came of a document that was uploaded, or of a commit: its branch and its name.

    `written` is whether what the document says is saved already: a product began with it.
    """

    found: ImportProposal | None = None
    wrong: Sequence[Finding] = ()
    commit: tuple[str, str] = ("", "")
    written: bool = False


NO_ATTEMPT = DocumentAttempt()


def render_documents(
    pages: Pages,
    desk: EditSession,
    product: str,
    attempt: DocumentAttempt = NO_ATTEMPT,
) -> str:
    """The page of exports and imports, with a preview of an uploaded document."""
    found, wrong, commit, written = attempt
    now, findings = read_current_product(desk)
    if now is None:
        return pages.render_template("unreadable.html", product=product, findings=findings)
    offers, unoffered = list_downloads(now, desk)
    before = pages.note_first_seen(desk, product)
    kept = (
        pages.pending_imports.add(found)
        if found and found.new_data is not None and not written
        else ""
    )
    return pages.render_template(
        "papers.html",
        product=product,
        now=now,
        offers=offers,
        unoffered=unoffered,
        tables=tuple(
            list_change_tables(before, list_file_contents(desk, now.sources), now, desk.language)
        ),
        found=found,
        written=written,
        table=_build_table(found, now, desk.language) if found else None,
        count_said=lambda name: render_answer_label(name, pages.workspace.language),
        proposal=kept,
        wrong=wrong,
        commit=commit,
        branches=pages.workspace.commit is not None,
        branch=f"{product}-{desk.as_of}",
    )


def _build_table(
    found: ImportProposal, now: AssessedProduct, language: Language
) -> ChangeTable | None:
    """What a document would change; None where it changes nothing."""
    if found.new_data is None or found.new_data == found.old_data:
        return None
    return build_change_table(found.path.name, (found.old_data, found.new_data), now, language)


def render_plan(pages: Pages, desk: EditSession, product: str, alone: str = "") -> str:
    """The document for the steering group, ready to print; `alone` are its styles in a file."""
    now, findings = read_current_product(desk)
    if now is None:
        return pages.render_template("unreadable.html", product=product, findings=findings)
    language = pages.workspace.language
    return pages.render_template(
        "plan.html",
        alone=alone,
        model_name=render_model_name(now.model, language),
        product=product,
        now=now,
        panel=build_status_panel(now, language),
        level_lines=lambda turn: render_level_lines(turn.change, language),
        **build_plan_context(now, language),
    )


def write_import(pages: Pages, product: str, found: ImportProposal) -> list[Finding]:
    """Write what a document was confirmed to make of a file, so that it can be undone."""
    is_new = found.kept is not None and not is_there(found.kept)
    wrong = write_proposal(found)
    if not wrong and found.new_data is not None and found.new_data != found.old_data:
        change = FileChange(
            before=found.old_data,
            after=found.new_data,
            kept=found.kept if is_new else None,
            on=pages.workspace.today(),
            file=None if found.path.name == PRODUCT_FILE else found.path,
        )
        pages.history.record_change(product, change)
    return wrong
