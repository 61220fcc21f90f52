"""Contents of the board papers: one product, or two models and the products under them."""

from collections.abc import Sequence

from os2governance.analysis.board_case import case
from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.names import check_level
from os2governance.cli.options import Given
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.render.board.case_paper import paper
from os2governance.render.common.paper import Part
from os2governance.workflows.compare import since_last_decision
from os2governance.workflows.find_products import one_product

Paper = tuple[list[Part] | None, Sequence[Finding]]
"""The parts of a paper, or the findings that prevent it."""


def on_a_product(
    paths: Sequence[str],
    proposal: str | None,
    models: tuple[str | None, str | None],
    given: Given,
) -> Paper:
    """Prepare the paper on the one named product."""
    if any(models):
        raise UsageError(
            Text(
                "--from og --to hører til --model-change.", "--from and --to need --model-change."
            )
        )
    if len(paths) != 1:
        raise UsageError(
            Text(
                "Angiv ét produkt, som products/os2eksempel, eller --model-change.",
                "Name one product, such as products/os2eksempel, or --model-change.",
            )
        )
    assessment = one_product(paths[0], given)
    if isinstance(assessment, list):
        return None, assessment
    check_level(proposal, assessment.model)
    found = since_last_decision(paths[0], given)
    return list(paper(case(assessment, proposal, found))), ()


def on_the_model(
    before: str | None,
    after: str | None,
    paths: Sequence[str],
    proposal: str | None,
    given: Given,
) -> Paper:
    """Prepare the paper on a change from one model to another."""
    from os2governance.analysis.model_change_case import model_case
    from os2governance.render.board.model_paper import model_paper
    from os2governance.workflows.model_impact import impacted

    if before is None or proposal is not None:
        raise UsageError(
            Text(
                "--model-change skal have --from, modellen før, og ikke --proposal.",
                "--model-change needs --from, the model before, and no --proposal.",
            )
        )
    models, links, impacts, findings = impacted(before, after, paths, given)
    return list(model_paper(model_case(models, links, impacts, findings, given.as_of))), ()
