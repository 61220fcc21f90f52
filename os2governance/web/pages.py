"""The pages of the form, and the updates that scripts insert."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from os2governance.documents.sources import PRODUCT_FILE
from os2governance.files import reading, writing
from os2governance.files.paths import is_there
from os2governance.findings.finding import Finding
from os2governance.i18n.folding import build_product_id
from os2governance.i18n.symbols import KIND_LABELS
from os2governance.i18n.text import Language, Renderable, _
from os2governance.site.template import build_template_environment
from os2governance.web.addresses import build_path
from os2governance.web.change_words import describe_steps
from os2governance.web.claim_history import ClaimHistory
from os2governance.web.document_transfer import (
    PendingImports,
    read_file_contents,
)
from os2governance.web.edit_history import EditHistory, compute_file_version
from os2governance.web.edit_session import (
    EditSession,
    build_current_form,
    read_current_product,
    read_form_data,
    read_form_values,
)
from os2governance.web.field_updates import (
    NO_ATTEMPT,
    Attempt,
    ShownVersion,
    describe_clashes,
    encode_field,
    find_unsaved_reason,
    list_news,
)
from os2governance.web.field_values import format_field_value
from os2governance.web.form import FormField, list_field_names
from os2governance.web.form_context import build_status_context, list_wrong_names
from os2governance.web.last_time import (
    find_since_last_time,
    list_promised_steps,
    render_likely_questions,
)
from os2governance.web.level_list import list_filters, render_remaining
from os2governance.web.new_declaration import NewDeclaration, render_new_declaration
from os2governance.web.save import SaveResult
from os2governance.web.shown_values import render_field_value
from os2governance.web.static import WEB_PACKAGE
from os2governance.web.status_panel import (
    render_about_line,
    render_model_name,
)
from os2governance.web.workspace import AssessedProduct, Workspace

TEMPLATE_PACKAGES = (WEB_PACKAGE, "os2governance.site")
_PRODUCT_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")  # noqa: TID251 - our own pattern, linear
_INVALID_ID = _("Write the product's name, with letters or digits, such as Mit produkt.")
_PRODUCT_EXISTS = _("There is already a product of that name.")
_UNUSABLE_MODEL = _("The model cannot be used.")


class Pages:
    """The pages of one server: its workspace, edit history, CSRF token, and the path above them.

    `writing` is held by whoever changes a file: requests are answered on several threads.
    """

    def __init__(
        self, workplace: Workspace, memory: EditHistory, csrf: str, base: str = ""
    ) -> None:
        """Start without pending imports."""
        self.workspace, self.history, self.csrf = workplace, memory, csrf
        self.path_to = partial(build_path, base)
        self.writing = Lock()
        self.pending_imports = PendingImports()
        self.claims = ClaimHistory(workplace)

    def read_product_file(self, file: Path) -> bytes | None:
        """The current bytes of a product's file; None where it cannot be read."""
        return reading.read_file(file)[0]

    def note_first_seen(self, desk: EditSession, product: str) -> Mapping[str, bytes]:
        """A product's files as they were before anything was asked of them, by name."""
        return self.history.first_seen(product, lambda: read_file_contents(desk))

    def render_template(self, template: str, **said: Any) -> str:
        """A page of a template, which knows the addresses and the key of the forms."""
        made = build_template_environment(self.workspace.language, TEMPLATE_PACKAGES)
        names = {"csrf": self.csrf, "path_to": self.path_to, "alone": "", **said}
        return made.get_template(template).render(names)

    # -- the front page -----------------------------------------------------------------------

    def render_front(self, given: Mapping[str, str], problems: Mapping[str, Renderable]) -> str:
        """The page on which a product is chosen or created."""
        library = self.workspace.library()
        return self.render_template(
            "front.html",
            products=[
                (name, self._name_product(file) or name)
                for name, file in self.workspace.products().items()
            ],
            models=[
                (reference, render_model_name(model, self.workspace.language))
                for reference in library.newest_first()
                if (model := library.model(reference)[0])
            ],
            kinds=KIND_LABELS,
            given=given,
            problems=problems,
        )

    def _name_product(self, file: Path) -> str:
        """The name that a product's file gives it; empty where it gives none."""
        data = self.read_product_file(file) if is_there(file) else None
        return str(read_form_values(data).get("name") or "") if data else ""

    def render_fault(
        self, found: Finding, path: str, typed: Mapping[str, Sequence[str]] | None
    ) -> str:
        """The page that tells of the program's own failure, with what was typed."""
        kept = [(name, value) for name, values in (typed or {}).items() for value in values]
        hidden = {"version", "action", "at", "proposal"}
        return self.render_template(
            "fault.html",
            found=found,
            path="/" + path.lstrip("/\\"),  # after two, a browser reads another server's name
            again=typed is not None,
            shown=[(name, value) for name, value in kept if name not in hidden and value],
            hidden=[(name, value) for name, value in kept if name in hidden or not value],
        )

    def render_refusal(self, found: Finding) -> str:
        """The page for a request that no page answers, and what to do."""
        return self.render_template("refusal.html", found=found)

    def create_product(self, given: Mapping[str, str]) -> tuple[dict[str, Renderable], str]:
        """Create a product's first declaration; return errors by field, and the folder's name."""
        place, title = self.workspace, given.get("name", "")
        product = given.get("product") or build_product_id(title).replace(".", "-")
        library = place.library()
        name = given.get("model") or next(iter(library.newest_first()), "")
        model = library.model(name)[0] if name in library.references() else None
        if not _PRODUCT_ID.fullmatch(product):
            return {"product": _INVALID_ID}, ""
        if model is None:
            return {"model": _UNUSABLE_MODEL}, ""
        empty = not any(place.folder.iterdir()) and place.folder.name == product
        folder = place.folder if empty else place.folder / product
        about = NewDeclaration(
            product=product,
            name=title,
            folder=folder,
            on=place.today(),
            language=place.language,
        )
        data = render_new_declaration(model, about)
        self.history.first_seen(folder.name, dict)
        if writing.replace_file(folder / PRODUCT_FILE, data, None, root=place.folder):
            return {"product": _PRODUCT_EXISTS}, ""
        return {}, folder.name

    # -- one product --------------------------------------------------------------------------

    def render_product(
        self, desk: EditSession, product: str, attempt: Attempt = NO_ATTEMPT, show: str = ""
    ) -> str:
        """The form page of a product, including input that was not saved.

        `show` is the name of the filter of its list; without one, all criteria are shown.
        """
        saved, findings = read_current_product(desk)
        if saved is None:
            return self.render_template("unreadable.html", product=product, findings=findings)
        outcome, tried, language = attempt.outcome, attempt.tried, self.workspace.language
        now = outcome.current if outcome and outcome.current and tried else saved
        data = read_form_data(saved, desk)
        version = self.history.add_version(data)
        drawn = build_current_form(saved, desk)
        around = build_status_context(now, drawn, language, saved if tried else None)
        around |= self._recall_last_time(now)
        wrong = list_wrong_names(outcome)
        return self.render_template(
            "product.html",
            product=product,
            now=now,
            form=drawn,
            **around,
            filters=list_filters(around["levels"], now.model),
            show=show,
            model_name=render_model_name(now.model, language),
            about_line=render_about_line(now.assessment, language),
            wrong_in=lambda parts: bool(wrong.intersection(list_field_names(parts))),
            drawn_from=version,
            on_disk=version if saved.sources.product else "",
            tried=tried,
            outcome=outcome,
            steps=describe_steps(self.history.find_steps(product, desk.as_of), drawn, language),
            **self._build_field_context(attempt),
        )

    def _build_field_context(self, attempt: Attempt) -> dict[str, Any]:
        language = self.workspace.language
        outcome, typed, tried = attempt
        stored = outcome.stored if outcome and not tried else frozenset()

        def stands(field: FormField) -> str:
            if field.name in typed and field.name not in stored:
                return "\n".join(typed[field.name])
            return format_field_value(field, language)

        def absent(field: FormField) -> bool:
            if field.name not in stored and {field.name, f"{field.name}:none"} & typed.keys():
                return bool(typed.get(f"{field.name}:none"))
            return field.state == "none"

        return {
            "stands": stands,
            "absent": absent,
            "clashes": _list_clashing_values(outcome, language) if outcome else {},
            "problems": outcome.problems if outcome else {},
            "unsaved": lambda field: find_unsaved_reason(
                field, render_field_value(field, language), attempt, language
            ),
            "in_file": partial(encode_field, language=language),
        }

    def render_updates(
        self,
        desk: EditSession,
        product: str,
        outcome: SaveResult,
        shown: str = "",
        *,
        tried: bool = False,
    ) -> dict[str, Any]:
        """The updates that a script inserts after input, as a JSON-serialisable mapping.

        `shown` is the version of the file that its page knows.
        """
        language = self.workspace.language
        saved, findings = (
            (outcome.current, []) if outcome.current and not tried else read_current_product(desk)
        )
        answer = {
            "saved": outcome.saved and not tried and saved is not None,
            "stored": [] if tried else sorted(outcome.stored),
            "problems": {name: text.render(language) for name, text in outcome.problems.items()},
            "wrong": [
                f"{each.message.render(language)} {each.remedy.render(language)}".strip()
                for each in (*outcome.findings, *findings)
            ],
            "clashes": {},
            "values": {},
        }
        if saved is None:
            return answer
        now = outcome.current if tried and outcome.current else saved
        drawn = build_current_form(now, desk)
        around = build_status_context(now, drawn, language, saved if tried else None)
        around |= self._recall_last_time(now)
        made = build_template_environment(language, TEMPLATE_PACKAGES)
        names = {"csrf": self.csrf, "path_to": self.path_to, **around}
        macros: Any = made.get_template("parts.html").make_module(names)
        lists: Any = made.get_template("questions.html").make_module(names)
        listed = [each for level in around["levels"] for each in level.criteria]
        version = self.history.add_version(read_form_data(saved, desk))
        return {
            **answer,
            "version": version,
            "steps": describe_steps(self.history.find_steps(product, desk.as_of), drawn, language),
            "on_disk": version if saved.sources.product else "",
            "others": outcome.before is not None and compute_file_version(outcome.before) != shown,
            "clashes": describe_clashes(
                outcome, _list_clashing_values(outcome, language), language
            ),
            "values": {} if tried else list_news(now, drawn, outcome, self._find_shown(shown)),
            "panel": str(macros.panel(around["panel"], tried)),
            "bar": str(lists.standing(around["panel"], around["levels"])),
            "notices": {
                at: str(macros.notice(several)) for at, several in around["notices"].items()
            },
            "statuses": {each.criterion.id: str(lists.line(each, now.model)) for each in listed},
            "reasons": {each.criterion.id: str(lists.reason(each)) for each in listed},
            "hints": {
                each.criterion.id: around["hints"].get(each.criterion.id, "") for each in listed
            },
            "last": str(lists.last_time(around["last"], around["promised"])),
            "tags": {each.criterion.id: " ".join(each.tags) for each in listed},
            "counts": {each.level.id: str(lists.count(each)) for each in around["levels"]},
            "remaining": {
                each.level.id: render_remaining(each, language) for each in around["levels"]
            },
        }

    def _recall_last_time(self, now: AssessedProduct) -> dict[str, Any]:
        """What a page tells of last time: changes, promises, and what is likely to be asked."""
        language = self.workspace.language
        records = self.claims.find_records(now.model.reference)
        return {
            "last": find_since_last_time(now, language),
            "promised": list_promised_steps(now.assessment, language),
            "hints": render_likely_questions(now.assessment, records, language),
        }

    def _find_shown(self, version: str) -> ShownVersion:
        return ShownVersion(version, self.history.find_version(version), self.workspace.language)


def _list_clashing_values(outcome: SaveResult, language: Language) -> dict[str, str]:
    """What the file has in each field that clashes, in words."""
    return {
        clash.field.name: render_field_value(clash.field, language) for clash in outcome.clashes
    }
