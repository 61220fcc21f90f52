"""Models and their criteria as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Criterion, Model
from os2governance.render.common.criterion_json import build_criterion_texts
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance
from os2governance.render.model.criteria_text import list_asked_facts

FORMAT = "os2governance/criteria-list/1"


def build_criteria_object(
    models: Iterable[Model],
    chosen: Sequence[Criterion],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """The models and the requested criteria."""
    known = list(models)
    return {
        "format": FORMAT,
        "made_from": build_provenance({model.reference: model.digest for model in known}),
        "models": [_build_model(model, language) for model in known],
        "criteria": [_build_criterion(criterion, language) for criterion in chosen],
        "findings": build_finding_objects(findings, language),
    }


def _build_model(model: Model, language: Language) -> dict[str, Any]:
    return {
        "model": model.reference,
        "name": model.name.render(language),
        "published": model.published or None,
        "source": model.source or None,
        "levels": [{"id": each.id, "name": each.name.render(language)} for each in model.levels],
        "themes": [{"id": each.id, "name": each.name.render(language)} for each in model.themes],
        "criteria": len(model.criteria),
    }


def _build_criterion(criterion: Criterion, language: Language) -> dict[str, Any]:
    return {
        **build_criterion_texts(criterion, language),
        "level": criterion.level,
        "theme": criterion.theme,
        "recommended": criterion.recommended,
        "facts": list(list_asked_facts(criterion)),
        "examples": len(criterion.examples),
    }
