"""What is handed in to the evaluator: the files to send, under names that say what they are."""

from collections.abc import Mapping
from typing import NamedTuple

from os2governance.documents.archive import build_archive
from os2governance.exchange.export_document import read_model_layouts, render_document
from os2governance.i18n.text import Language, Text, _
from os2governance.model.words import phrase
from os2governance.web.document_transfer import list_file_contents
from os2governance.web.edit_session import EditSession
from os2governance.web.workspace import AssessedProduct

REPORT_KIND = "governance-report"
_ASSESSMENT_FILE, _REPORT_FILE = _("self-assessment"), _("report")
_PLAN_FILE, _OVERVIEW_FILE, _ALL_FILE = _("plan"), _("overview"), _("everything")
_ALL = _("Everything in one file (zip)")
_ALL_FOR = _("All of the files below, and the product's other files. To {who}.")
_REPORT = _("The report ({report})")
_REPORT_FOR = _("To {who}, and to publish.")
_ASSESSMENT = _("The self-assessment with all answers and facts")
_ASSESSMENT_FOR = _("To {who}, who can read it in again as it is.")
_OVERVIEW = _("The whole assessment on one page, to read")
_PLAN = _("The plan, to print: who does what, and when")
_FOR_READERS = _("To {who}. It opens in any browser, and cannot be changed.")


class HandedInFile(NamedTuple):
    """A file to send: its name, its bytes, and what is said of it and of whom it is for."""

    name: str
    data: bytes
    title: Text
    receiver: Text


def list_hand_in_files(
    now: AssessedProduct, desk: EditSession, pages: Mapping[str, str]
) -> tuple[HandedInFile, ...]:
    """The files to send, that with everything in it first.

    `pages` are the pages that need nothing else, by what they are: `overview` and `plan`.
    """
    words = now.model.words
    evaluator, readers = phrase(words.evaluator), phrase(words.plan_for)
    report = _build_report(now, desk)
    declared = now.sources.product
    found = [
        HandedInFile(
            _name_file(now, desk, _REPORT_FILE, "md"),
            report,
            _REPORT.fill(report=words.report),
            _REPORT_FOR.fill(who=evaluator),
        ),
        HandedInFile(
            _name_file(now, desk, _ASSESSMENT_FILE, "yaml"),
            declared.data if declared else b"",
            _ASSESSMENT,
            _ASSESSMENT_FOR.fill(who=evaluator),
        ),
        HandedInFile(
            _name_file(now, desk, _OVERVIEW_FILE, "html"),
            pages["overview"].encode(),
            _OVERVIEW,
            _FOR_READERS.fill(who=readers),
        ),
        HandedInFile(
            _name_file(now, desk, _PLAN_FILE, "html"),
            pages["plan"].encode(),
            _PLAN,
            _FOR_READERS.fill(who=readers),
        ),
    ]
    found = [each for each in found if each.data]
    others = list_file_contents(desk, now.sources)
    packed = {
        **{each.name: each.data for each in found},
        **{f"{now.product.id}/{name}": data for name, data in others.items()},
    }
    return (
        HandedInFile(
            _name_file(now, desk, _ALL_FILE, "zip"),
            build_archive(packed, deflated=True),
            _ALL,
            _ALL_FOR.fill(who=evaluator),
        ),
        *found,
    )


def _build_report(now: AssessedProduct, desk: EditSession) -> bytes:
    """The report in the layout that the model has first; nothing where it has none."""
    layouts, _findings = read_model_layouts(desk.library, now.model)
    of_kind = layouts.of_kind(REPORT_KIND) if layouts else []
    if layouts is None or not of_kind:
        return b""
    data, _findings = render_document(now.assessment, of_kind[0], layouts, (None, "-"))
    return data or b""


def _name_file(now: AssessedProduct, desk: EditSession, what: Text, ending: str) -> str:
    """A file's name: the product, what it is, and the date of the self-assessment."""
    declared = now.assessment.declared_on
    day = (declared or desk.as_of).isoformat()
    return f"{now.product.id}-{_write_plainly(what, desk.language)}-{day}.{ending}"


def _write_plainly(what: Text, language: Language) -> str:
    return what.render(language).replace(" ", "-")
