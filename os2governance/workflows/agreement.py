"""Agreement of self-assessments, rules and evaluations over the products that paths mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.batch import Batch, run_batch
from os2governance.workflows.chunk import ProductWork, ReadProduct
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_product_file, list_product_files
from os2governance.workflows.read_product import assess_read_product
from os2governance.workflows.safety_net import run_or_report


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductsInAgreement:
    """The pairs of all products, their models, the figures, and findings on files."""

    pairs: Sequence[EvaluationPair]
    models: Mapping[str, Model]
    figures: AgreementFigures
    findings: Sequence[Finding]


class PairedProduct(NamedTuple):
    """The pairs of one product; none where it cannot be used."""

    pairs: tuple[EvaluationPair, ...]
    findings: tuple[Finding, ...]


def compare_with_evaluations(paths: Sequence[str], context: Context) -> ProductsInAgreement:
    """Compare the products that the paths mean with their evaluations."""
    files, findings = list_product_files(paths)
    pairs, wrong = _collect_pairs(files, context)
    library = context.open_library()
    models = {
        name: model
        for name in sorted({each.model for each in pairs})
        if (model := library.model(name)[0])
    }
    return ProductsInAgreement(
        pairs=pairs,
        models=models,
        figures=count_agreement(pairs, models),
        findings=[*findings, *wrong],
    )


def _collect_pairs(
    files: Sequence[str], context: Context
) -> tuple[list[EvaluationPair], list[Finding]]:
    pairs: list[EvaluationPair] = []
    findings: list[Finding] = []
    batch = Batch(files=files, work=_WORK, job=context.as_of, criteria=context.criteria)
    for found in run_batch(batch):
        pairs += found.pairs
        findings += found.findings
    return pairs, findings


def _pair_product(library: Library, as_of: date, product: ReadProduct) -> PairedProduct:
    assessed, all_read = assess_read_product(product, library, as_of)
    if isinstance(assessed, UnreadableProduct):
        return PairedProduct((), assessed.findings)
    errors = (found for found in assessed.findings if found.severity == "error")
    return PairedProduct(list_evaluation_pairs(assessed), () if all_read else tuple(errors))


def _report_failed_product(_as_of: date, _file: str, found: Finding) -> PairedProduct:
    return PairedProduct((), (found,))


_WORK = ProductWork(_pair_product, _report_failed_product)


class QuestionedProducts(NamedTuple):
    """Each product with the claims that are likely to be questioned, and findings on files."""

    products: Sequence[tuple[Assessment, Sequence[LikelyQuestion]]]
    findings: Sequence[Finding]


def question_products(paths: Sequence[str], context: Context) -> QuestionedProducts:
    """Find what is likely to be questioned in the products that the paths mean.

    How claims fared before is counted over all products of the folders that they lie in.
    """
    files, findings = list_product_files(paths)
    library = context.open_library()
    records = _ClaimRecords(files, context)
    products: list[tuple[Assessment, Sequence[LikelyQuestion]]] = []
    for file in files:
        assessed, all_read = assess_product_file(file, library, context.as_of)
        if not all_read:
            findings += [each for each in assessed.findings if each.severity == "error"]
        if isinstance(assessed, Assessment) and assessed.declaration:
            known = records.of_model(assessed.model.reference)
            find = partial(find_likely_questions, assessed, known)
            questions = run_or_report(find, file, findings)
            if questions is not None:
                products.append((assessed, questions))
    return QuestionedProducts(products, findings)


class _ClaimRecords:
    """How claims fared in the evaluations of all products beside some; counted once a model."""

    def __init__(self, files: Sequence[str], context: Context) -> None:
        folders = dict.fromkeys(str(Path(file).parent.parent) for file in files)
        every, _findings = list_product_files(folders) if folders else ([], [])
        self._pairs, _findings = _collect_pairs(every, context)
        self._counted: dict[str, Mapping[str, ClaimRecord]] = {}

    def of_model(self, reference: str) -> Mapping[str, ClaimRecord]:
        """The record of each criterion of a model."""
        if reference not in self._counted:
            self._counted[reference] = count_claim_records(self._pairs, reference)
        return self._counted[reference]
