"""Agreement of self-assessments, rules and evaluations over the products that paths mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.agreement import AgreementFigures, count_agreement
from os2governance.analysis.evaluation_pairs import (
    ClaimRecord,
    EvaluationPair,
    count_claim_records,
    list_evaluation_pairs,
)
from os2governance.analysis.likely_questions import LikelyQuestion, find_likely_questions
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.workflows.collect import collect_from_products, open_models
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_readable_files, list_product_files
from os2governance.workflows.safety_net import run_or_report


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductsInAgreement:
    """The pairs of all products, their models, the figures, and findings on files."""

    pairs: Sequence[EvaluationPair]
    models: Mapping[str, Model]
    figures: AgreementFigures
    findings: Sequence[Finding]


def compare_with_evaluations(paths: Sequence[str], context: Context) -> ProductsInAgreement:
    """Compare the products that the paths mean with their evaluations."""
    files, findings = list_product_files(paths, context.scope)
    found = collect_from_products(files, list_evaluation_pairs, context)
    models = open_models((each.model for each in found.items), context)
    return ProductsInAgreement(
        pairs=found.items,
        models=models,
        figures=count_agreement(found.items, models),
        findings=[*findings, *found.findings],
    )


class QuestionedProducts(NamedTuple):
    """Each product with the claims that are likely to be questioned, and findings on files."""

    products: Sequence[tuple[Assessment, Sequence[LikelyQuestion]]]
    findings: Sequence[Finding]


def question_products(paths: Sequence[str], context: Context) -> QuestionedProducts:
    """Find what is likely to be questioned in the products that the paths mean.

    How claims fared before is counted over all products of the folders that they lie in.
    """
    files, findings = list_product_files(paths, context.scope)
    read, wrong = assess_readable_files(files, context)
    findings += wrong
    records = _ClaimRecords(files, context)
    products: list[tuple[Assessment, Sequence[LikelyQuestion]]] = []
    for assessed in read:
        if assessed.declaration:
            known = records.of_model(assessed.model.reference)
            find = partial(find_likely_questions, assessed, known)
            questions = run_or_report(find, assessed.document.file, findings)
            if questions is not None:
                products.append((assessed, questions))
    return QuestionedProducts(products, findings)


class _ClaimRecords:
    """How claims fared in the evaluations of all products beside some; counted once a model."""

    def __init__(self, files: Sequence[str], context: Context) -> None:
        folders = dict.fromkeys(str(Path(file).parent.parent) for file in files)
        every, _findings = list_product_files(folders, context.scope) if folders else ([], [])
        self._pairs = collect_from_products(every, list_evaluation_pairs, context).items
        self._counted: dict[str, Mapping[str, ClaimRecord]] = {}

    def of_model(self, reference: str) -> Mapping[str, ClaimRecord]:
        """The record of each criterion of a model."""
        if reference not in self._counted:
            self._counted[reference] = count_claim_records(self._pairs, reference)
        return self._counted[reference]
