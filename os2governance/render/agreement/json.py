"""Agreement of self-assessments, rules and evaluations as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.analysis.agreement import AgreementFigures
from os2governance.analysis.evaluation_pairs import EvaluationPair
from os2governance.analysis.likely_questions import LikelyQuestion
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Model
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.plain_json import build_plain_value
from os2governance.render.common.provenance import build_as_of, build_provenance

FORMAT = "os2governance/agreement/1"
QUESTIONS_FORMAT = "os2governance/likely-questions/1"


def build_agreement_object(
    figures: AgreementFigures,
    pairs: Sequence[EvaluationPair],
    models: Mapping[str, Model],
    as_of: date,
    language: Language,
) -> dict[str, Any]:
    """The figures, and all pairs that they are counted from or that are in none."""
    return {
        "format": FORMAT,
        **build_as_of(as_of),
        "made_from": build_provenance({name: each.digest for name, each in models.items()}),
        "groups": build_plain_value(figures.groups, language),
        "pairs": build_plain_value(list(pairs), language),
    }


def build_questions_object(
    products: Sequence[tuple[Assessment, Sequence[LikelyQuestion]]],
    as_of: date,
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """Each product with the claims that are likely to be questioned."""
    models = {each.model.reference: each.model.digest for each, _questions in products}
    return {
        "format": QUESTIONS_FORMAT,
        **build_as_of(as_of),
        "made_from": build_provenance(models),
        "products": [
            {
                "product": each.product.id,
                "name": each.product.name,
                "file": each.document.file,
                "files": each.files,
                "model": each.model.reference,
                "questions": build_plain_value(list(questions), language),
            }
            for each, questions in products
        ],
        "findings": build_finding_objects(findings, language),
    }
