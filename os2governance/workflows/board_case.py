"""Board papers: the case on one product or on a change of the model, and the file of a paper."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from os2governance.analysis.board_case import BoardCase, build_board_case
from os2governance.documents.text_reader import read_shown_text
from os2governance.files import listing, reading, writing
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.model.model import Model
from os2governance.product.rights import has_right_to_decide
from os2governance.render.common.paper_fields import read_paper_fields, read_paper_subject
from os2governance.workflows.compare import explain_since_last_decision
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_one_product
from os2governance.workflows.names import check_level_id

if TYPE_CHECKING:
    from os2governance.analysis.model_change_case import ModelChangeCase


def prepare_product_case(
    path: str, proposal: str | None, context: Context, *, addressee: str | None = None
) -> tuple[BoardCase | None, list[Finding]]:
    """The case on the one product that a path means, with a proposed level.

    Raises:
        NotPossibleError: when the path means several products, the model lacks the level, nobody
            proposes one, or the addressee may not decide on it.
    """
    assessment, findings = assess_one_product(path, context)
    if assessment is None:
        return None, findings
    check_level_id(proposal, assessment.model)
    level = proposal or assessment.levels.recommended
    if level is None:
        raise NotPossibleError(
            _(
                "No level is proposed for {name}: no evaluation recommends one. Name it with "
                "--proposal ({levels}), or record an evaluation that recommends one."
            ).fill(name=assessment.product.name, levels=", ".join(assessment.model.level_ids))
        )
    _check_addressee(addressee, level, assessment.model)
    explained = explain_since_last_decision(path, context)
    return build_board_case(assessment, proposal, explained, addressee), []


def _check_addressee(role: str | None, level: str, model: Model) -> None:
    """Refuse a role that may not place a product at a level."""
    if role is None or has_right_to_decide("place", level, role, model):
        return
    may = [each.id for each in model.roles if has_right_to_decide("place", level, each.id, model)]
    raise NotPossibleError(
        _("'{role}' may not decide on {level}; these may: {roles}.").fill(
            role=role, level=model.levels_by_id[level].phrase, roles=", ".join(may)
        )
    )


def prepare_model_case(
    before: str, after: str | None, paths: Sequence[str], context: Context
) -> "ModelChangeCase":
    """The case on a change from one model to another.

    Raises:
        NotPossibleError: when one of the models cannot be used.
    """
    from os2governance.analysis.model_change_case import build_model_change_case
    from os2governance.workflows.model_impact import compare_models

    found = compare_models(before, after, paths, context)
    return build_model_change_case(found, context.as_of)


def write_board_paper(file: str, render: Callable[[Mapping[str, str]], str]) -> list[Finding]:
    """Write a paper with the filled-in texts of the one it replaces; none of them is lost.

    A file that is not a paper of the same kind on the same case is a finding, and stays.
    """
    path, old_data, texts = Path(file), None, dict[str, str]()
    if os.path.lexists(path):
        old_data, findings = reading.read_file(path)
        if old_data is None:
            return findings
        old = read_shown_text(old_data)
        texts = read_paper_fields(old)
        new = render(texts)
        kept = read_paper_fields(new)
        if (
            not read_paper_subject(old)
            or any(kept.get(key, text) != text for key, text in texts.items())
            or read_paper_subject(old) != read_paper_subject(new)
            or _is_html(old) != _is_html(new)
        ):
            return [make_finding("file-other-paper", Location(listing.format_path(path)))]
    return writing.replace_file(path, render(texts).encode(), old_data, root=path)


def _is_html(text: str) -> bool:
    return text.lstrip("\ufeff").startswith("<!doctype html>")
