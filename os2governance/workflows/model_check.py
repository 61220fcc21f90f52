"""Checks of models: their defects and gaps, and their examples against mutants of the rules."""

from pathlib import Path

from os2governance.checks.checked_model import CheckedModel
from os2governance.checks.inspect import collect_model_findings, read_model_texts
from os2governance.checks.mutation import check_examples, generate_mutants, make_survivor_finding
from os2governance.findings.finding import Finding, Location, cap_findings, make_finding
from os2governance.model.model import Model
from os2governance.workflows.check.model_files import inspect_other_model_files
from os2governance.workflows.choose_model import choose_models, find_model_folder
from os2governance.workflows.context import Context
from os2governance.workflows.disk_files import MODELS_ON_DISK


def lint_models(wanted: str | None, context: Context) -> list[CheckedModel]:
    """Check one model, or without a name all, and the files beside them that belong to them."""
    chosen = choose_models(wanted, context)
    checked = [_lint_model(model, findings, context) for _, model, findings in chosen]
    folders = [find_model_folder(name, context) for name, _, _ in chosen]
    others = inspect_other_model_files(folders, context.as_of)
    return [*checked, *(CheckedModel(None, each.findings, {}) for each in others)]


def _lint_model(model: Model | None, findings: list[Finding], context: Context) -> CheckedModel:
    texts = read_model_texts(Path(model.file).parent, MODELS_ON_DISK) if model else {}
    found, _ = collect_model_findings(model, findings, texts, MODELS_ON_DISK, context.as_of)
    return CheckedModel(model, cap_findings(found), {})


def try_models(wanted: str | None, context: Context, *, mutate: bool) -> list[CheckedModel]:
    """Test one model, or without a name all, by its examples; and the examples by mutants."""
    return [
        _try_model(model, findings, mutate=mutate)
        for _, model, findings in choose_models(wanted, context)
    ]


def _try_model(model: Model | None, findings: list[Finding], *, mutate: bool) -> CheckedModel:
    if model is None:
        return CheckedModel(None, findings, {})
    found = [*findings, *check_examples(model)]
    if not mutate:
        if not any(criterion.examples for criterion in model.criteria):
            found.append(make_finding("examples-none", Location(model.file)))
        return CheckedModel(model, found, {})
    mutants = list(generate_mutants(model))
    survivors = [make_survivor_finding(mutant) for mutant in mutants if mutant.survives]
    counts = {"mutants": len(mutants), "killed": len(mutants) - len(survivors)}
    return CheckedModel(model, [*found, *survivors], counts)
