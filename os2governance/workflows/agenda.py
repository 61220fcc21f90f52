"""The agenda of a meeting over the products that paths mean."""

from collections.abc import Mapping, Sequence
from datetime import date

from os2governance.analysis.agenda import Agenda, build_agenda
from os2governance.findings.finding import Finding, suggest_word
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_readable_files, list_product_files
from os2governance.workflows.names import check_level_id


def prepare_agenda(
    paths: Sequence[str], proposals: Mapping[str, str], on: date, context: Context
) -> tuple[Agenda, list[Finding]]:
    """The agenda of the meeting on a day, and findings on what could not be read.

    Raises:
        NotPossibleError: when a level is proposed for a product that there is not, or there is no
            such level.
    """
    files, findings = list_product_files(paths, context.scope)
    assessments, wrong = assess_readable_files(files, context)
    by_id = {each.product.id: each for each in assessments}
    for name, level in proposals.items():
        if name not in by_id:
            meant = suggest_word(name, by_id)
            raise NotPossibleError(
                _("There is no product '{name}'{meant}").fill(name=name, meant=meant)
            )
        check_level_id(level, by_id[name].model)
    return build_agenda(assessments, proposals, on, context.as_of), [*findings, *wrong]
