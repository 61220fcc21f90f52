"""The pages of the form, and the updates that scripts insert."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from os2governance.authoring.skeleton import Wanted, skeleton
from os2governance.exchange.import_document import Proposal
from os2governance.files import store
from os2governance.findings.finding import Finding
from os2governance.formats.words import LIGHTS
from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.symbols import ANSWER, KIND
from os2governance.i18n.text import Sayable, Text
from os2governance.render.assessment.trace_text import found_said
from os2governance.render.changes.product_text import level_lines
from os2governance.render.exchange.imported_text import count_word
from os2governance.site.template import environment
from os2governance.web.evaluator import Sheet, counted, drawn_from, evaluate, sheet
from os2governance.web.form import Field, Form, form
from os2governance.web.live import notices, panel, reasons
from os2governance.web.papers import Brought, difference, offers, plan_of, shown_proposal
from os2governance.web.saving import Desk, Memory, Outcome, read_now
from os2governance.web.static import PACKAGE
from os2governance.web.typed import shown
from os2governance.web.workplace import Opened, Workplace

PACKAGES = (PACKAGE, "os2governance.site")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")  # noqa: TID251 - our own pattern, linear
_BAD_ID = Text(
    "Skriv et id af små bogstaver, tal og bindestreger, som os2eksempel.",
    "Write an id of small letters, digits and hyphens, such as os2eksempel.",
)
_THERE = Text("Det produkt er der allerede.", "That product is there already.")
_NO_MODEL = Text("Den model kan ikke bruges.", "That model cannot be used.")


class Pages:
    """The pages of one server: its workspace, edit history, and CSRF token."""

    def __init__(self, workplace: Workplace, memory: Memory, csrf: str) -> None:
        """Start without pending imports."""
        self.workplace, self.memory, self.csrf = workplace, memory, csrf
        self.brought = Brought()

    def read(self, desk: Desk) -> bytes | None:
        """The current bytes of a product's file; None where it cannot be read."""
        return store.read(desk.file)[0]

    def _page(self, template: str, **said: Any) -> str:
        made = environment(self.workplace.language, PACKAGES)
        return made.get_template(template).render(csrf=self.csrf, **said)

    # -- the front page -----------------------------------------------------------------------

    def front(self, given: Mapping[str, str], problems: Mapping[str, Sayable]) -> str:
        """The page on which a product is chosen or created."""
        library = self.workplace.library()
        return self._page(
            "front.html",
            products=list(self.workplace.products()),
            models=library.newest_first(),
            kinds=KIND,
            given=given,
            problems=problems,
        )

    def begin(self, given: Mapping[str, str]) -> tuple[dict[str, Sayable], str]:
        """Create a product's first declaration; return errors by field, and the folder's name."""
        place, product = self.workplace, given.get("product", "")
        library = place.library()
        name = given.get("model") or next(iter(library.newest_first()), "")
        model = library.model(name)[0] if name in library.references() else None
        if not _ID.fullmatch(product):
            return {"product": _BAD_ID}, ""
        if model is None:
            return {"model": _NO_MODEL}, ""
        empty = not any(place.folder.iterdir()) and place.folder.name == product
        folder = place.folder if empty else place.folder / product
        wanted = Wanted(
            product,
            store.shown(folder),
            store.shown(folder / "product.schema.json"),
            place.today(),
            place.language,
        )
        data = skeleton(model, wanted).encode()
        if store.replace(folder / store.PRODUCT_FILE, data, None):
            return {"product": _THERE}, ""
        return {}, folder.name

    # -- one product --------------------------------------------------------------------------

    def product(
        self,
        desk: Desk,
        product: str,
        outcome: Outcome | None = None,
        typed: Mapping[str, Sequence[str]] | None = None,
        *,
        tried: bool = False,
    ) -> str:
        """The form page of a product, including input that was not saved."""
        saved, findings = read_now(desk)
        if saved is None:
            return self._page("unreadable.html", product=product, findings=findings)
        now = outcome.now if outcome and outcome.now and tried else saved
        version = self.memory.keep(saved.sources.product.data)
        drawn = form(saved.model, saved.assessment.declaration.document.values)
        return self._page(
            "product.html",
            product=product,
            now=now,
            form=drawn,
            drawn_from=version,
            tried=tried,
            outcome=outcome,
            undoable=self.memory.last(product) is not None,
            **self._around(now, drawn, saved if tried else None),
            **self._typing(outcome, typed or {}),
        )

    def _around(self, now: Opened, drawn: Form, before: Opened | None) -> dict[str, Any]:
        language = self.workplace.language
        said = notices(now, drawn)
        by_field: dict[str, list[Any]] = {}
        for each in said:
            by_field.setdefault(each.at, []).append(each)
        file = now.assessment.declaration.document.file
        return {
            "panel": panel(now, language, before.assessment if before else None),
            "notices": by_field,
            "outcomes": {o.criterion.id: o for o in now.assessment.outcomes},
            "reasons": partial(reasons, file=file, language=language),
        }

    def _typing(
        self, outcome: Outcome | None, typed: Mapping[str, Sequence[str]]
    ) -> dict[str, Any]:
        language = self.workplace.language
        clashes = {clash.field.name: clash for clash in (outcome.clashes if outcome else ())}

        def stands(field: Field) -> str:
            if field.name in typed:
                return "\n".join(typed[field.name])
            return shown(field, language)

        def absent(field: Field) -> bool:
            if field.name in typed or f"{field.name}:none" in typed:
                return bool(typed.get(f"{field.name}:none"))
            return field.state == "none"

        return {
            "stands": stands,
            "absent": absent,
            "clashes": clashes,
            "problems": outcome.problems if outcome else {},
            "now_said": lambda field: found_said(field.found, language),
        }

    def live(
        self, desk: Desk, product: str, outcome: Outcome, *, tried: bool = False
    ) -> dict[str, Any]:
        """The updates that a script inserts after input, as a JSON-serialisable mapping."""
        saved, findings = read_now(desk)
        language = self.workplace.language
        problems = {name: text.say(language) for name, text in outcome.problems.items()}
        wrong = [found.message.say(language) for found in (*outcome.findings, *findings)]
        if saved is None:
            return {"saved": False, "problems": problems, "wrong": wrong}
        now = outcome.now if tried and outcome.now else saved
        drawn = form(now.model, now.assessment.declaration.document.values)
        around = self._around(now, drawn, saved if tried else None)
        made = environment(language, PACKAGES)
        macros = made.get_template("parts.html").make_module({"csrf": self.csrf})
        undoable = self.memory.last(product) is not None
        return {
            "saved": outcome.saved and not tried,
            "version": self.memory.keep(saved.sources.product.data),
            "problems": problems,
            "wrong": wrong,
            "clashes": {
                clash.field.name: found_said(clash.field.found, language)
                for clash in outcome.clashes
            },
            "panel": str(macros.panel(around["panel"], tried, undoable)),  # type: ignore[attr-defined]
            "notices": {
                at: str(macros.notice(several))  # type: ignore[attr-defined]
                for at, several in around["notices"].items()
            },
            "statuses": {
                name: str(macros.verdict(each))  # type: ignore[attr-defined]
                for name, each in around["outcomes"].items()
            },
        }

    # -- documents and the evaluator's page ----------------------------------------------------

    def papers(
        self,
        desk: Desk,
        product: str,
        found: Proposal | None = None,
        wrong: Sequence[Finding] = (),
        commit: tuple[str, str] = ("", ""),
    ) -> str:
        """The page of exports and imports, with a preview of an uploaded document."""
        now, findings = read_now(desk)
        if now is None:
            return self._page("unreadable.html", product=product, findings=findings)
        data = now.sources.product.data
        before = self.memory.first(product, data)
        kept = self.brought.keep(found) if found and found.data is not None else ""
        return self._page(
            "papers.html",
            product=product,
            now=now,
            offers=offers(now, desk),
            lines=difference(before, data, f"{product}/{store.PRODUCT_FILE}"),
            found=shown_proposal(found) if found else None,
            count_said=lambda name: count_word(name, self.workplace.language),
            proposal=kept,
            wrong=wrong,
            commit=commit,
            branches=self.workplace.commit is not None,
            branch=f"{product}-{desk.as_of}",
        )

    def plan(self, desk: Desk, product: str) -> str:
        """The document for the steering group, ready to print."""
        now, findings = read_now(desk)
        if now is None:
            return self._page("unreadable.html", product=product, findings=findings)
        language = self.workplace.language
        return self._page(
            "plan.html",
            product=product,
            now=now,
            panel=panel(now, language),
            level_lines=lambda turn: level_lines(turn.change, language),
            **plan_of(now),
        )

    def evaluation(
        self,
        desk: Desk,
        product: str,
        asked: Sheet | None = None,
        said: Mapping[str, Any] | None = None,
    ) -> str:
        """The evaluator's page."""
        now, findings = read_now(desk)
        if now is None:
            return self._page("unreadable.html", product=product, findings=findings)
        drawn = asked or sheet(now, desk.as_of)
        around: dict[str, Any] = {"wrong": [], "written": "", **(said or {})}
        file = now.assessment.declaration.document.file
        return self._page(
            "evaluate.html",
            product=product,
            now=now,
            sheet=drawn,
            was=drawn_from(desk, iso_date(drawn.on) or desk.as_of),
            lights=LIGHTS,
            counted=counted(drawn.rows),
            reasons=partial(reasons, file=file, language=self.workplace.language),
            ANSWER=ANSWER,
            **around,
        )

    def evaluated(
        self, desk: Desk, product: str, typed: Mapping[str, Sequence[str]]
    ) -> tuple[str, bool]:
        """Save an evaluation; return the page, and whether there was an error."""
        now, _ = read_now(desk)
        if now is None:
            return self.evaluation(desk, product), True
        asked = sheet(now, desk.as_of, typed)
        wrong, path = evaluate(desk, now, asked, typed.get("was", [""])[0])
        said = {"wrong": wrong, "written": "" if wrong else store.shown(path)}
        return self.evaluation(desk, product, asked, said), bool(wrong)
