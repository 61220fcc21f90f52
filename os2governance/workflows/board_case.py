"""Contents of the board papers: one product, or two models and the products under them."""

from collections.abc import Sequence

from os2governance.analysis.board_case import build_board_case
from os2governance.findings.finding import Finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.render.board.product_paper import build_product_paper
from os2governance.render.common.paper import PaperPart
from os2governance.workflows.compare import explain_since_last_decision
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_one_product
from os2governance.workflows.names import check_level_id

PreparedPaper = tuple[list[PaperPart] | None, Sequence[Finding]]
"""The parts of a paper, or the findings that prevent it."""


def prepare_product_paper(
    paths: Sequence[str],
    proposal: str | None,
    models: tuple[str | None, str | None],
    context: Context,
) -> PreparedPaper:
    """Prepare the paper on the one named product."""
    if any(models):
        raise NotPossibleError(_("--from and --to need --model-change."))
    if len(paths) != 1:
        raise NotPossibleError(
            _("Name one product, such as products/os2eksempel, or --model-change.")
        )
    assessment = assess_one_product(paths[0], context)
    if isinstance(assessment, list):
        return None, assessment
    check_level_id(proposal, assessment.model)
    found = explain_since_last_decision(paths[0], context)
    return list(build_product_paper(build_board_case(assessment, proposal, found))), ()


def prepare_model_paper(
    before: str | None,
    after: str | None,
    paths: Sequence[str],
    proposal: str | None,
    context: Context,
) -> PreparedPaper:
    """Prepare the paper on a change from one model to another."""
    from os2governance.analysis.model_change_case import build_model_change_case
    from os2governance.render.board.model_paper import build_model_paper
    from os2governance.workflows.model_impact import compare_models

    if before is None or proposal is not None:
        raise NotPossibleError(
            _("--model-change needs --from, the model before, and no --proposal.")
        )
    models, links, impacts, findings = compare_models(before, after, paths, context)
    return list(
        build_model_paper(
            build_model_change_case(
                models, links, impacts=impacts, unread=findings, as_of=context.as_of
            )
        )
    ), ()
