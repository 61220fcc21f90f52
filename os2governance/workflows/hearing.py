"""Recording an answer in the hearing on an evaluation: read, refuse or draft, write."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.hearing_state import find_hearing_state
from os2governance.assessment.levels import Assessment
from os2governance.authoring.hearing import HearingProposal, render_hearing_file
from os2governance.documents.sources import HEARINGS_FOLDER, PRODUCT_FILE, FileContent
from os2governance.files import listing, reading, writing
from os2governance.findings.finding import Finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import _
from os2governance.product.hearing import REPLY
from os2governance.product.reader import build_product
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import (
    assess_one_product,
    find_named_folder,
    list_product_files,
)

_ENDINGS = ("", *"bcdefghijklmnopqrstuvwxyz")
"""What follows the day in the names of its files, which are read in the order of their names."""


class HearingDraft(NamedTuple):
    """What is to be recorded: of which product, what is said, and the new file."""

    assessment: Assessment
    proposal: HearingProposal
    path: Path
    data: bytes


def draft_hearing(
    path: str, proposal: HearingProposal, context: Context
) -> tuple[HearingDraft | None, list[Finding]]:
    """Draft an answer; None with the findings that prevent it. Nothing is written.

    An answer that names no evaluation is to the newest in force.

    Raises:
        NotPossibleError: when the path means several products, or there is nothing to answer.
    """
    before, findings = assess_one_product(path, context)
    if before is None:
        return None, findings
    if proposal.evaluation is None:
        if before.evaluation is None:
            raise NotPossibleError(_("There is no evaluation to answer."))
        proposal = replace(proposal, evaluation=before.evaluation.on)
    _check_order(before, proposal)
    product = Path(list_product_files([path], context.scope)[0][0])
    sources, findings = reading.read_product_files(product)
    if sources is None:
        return None, findings
    file = product.parent / HEARINGS_FOLDER
    file /= _name_file(proposal.on, {Path(each.name).name for each in sources.hearings})
    shown = listing.format_path(file)
    data = render_hearing_file(proposal, before.product.id, before.model.reference).encode()
    added = replace(sources, hearings=(*sources.hearings, FileContent(shown, data)))
    read, wrong = build_product(added, context.open_library())
    found = read[0].findings if read else wrong
    if refused := [each for each in found if each.location.file == shown]:
        return None, refused
    return HearingDraft(before, proposal, file, data), []


def _check_order(before: Assessment, proposal: HearingProposal) -> None:
    """Refuse what comes before the thing that it answers."""
    on = proposal.evaluation
    if on and proposal.on < on:
        raise NotPossibleError(
            _("The answer is dated {on}, before the evaluation of {evaluated}.").fill(
                on=DateInWords(proposal.on), evaluated=DateInWords(on)
            )
        )
    state = find_hearing_state(before)
    if proposal.answer == REPLY and state and state.evaluation.on == on and not state.answers:
        raise NotPossibleError(_("Nothing has been answered yet that could be replied to."))


def _name_file(on: date, taken: Collection[str]) -> str:
    """The name of the next file of a day."""
    for ending in _ENDINGS:
        name = f"{on.isoformat()}{ending}.yaml"
        if name not in taken:
            return name
    raise NotPossibleError(_("There are too many answers on one day."))


def record_hearing(draft: HearingDraft, path: str) -> list[Finding]:
    """Write the answer, unless there is a file of its name by now; return the findings on that.

    `path` is what the person named.
    """
    root = find_named_folder(draft.path.parents[1] / PRODUCT_FILE, [path])
    return writing.replace_file(draft.path, draft.data, None, root=root)
