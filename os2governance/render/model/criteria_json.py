"""Models and their criteria as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Criterion, Model
from os2governance.render.assessment.assessment_json import finding_objects
from os2governance.render.assessment.explain_json import words
from os2governance.render.common.provenance import made_from
from os2governance.render.model.criteria_text import facts_asked

FORMAT = "os2governance/criteria-list/1"


def criteria_object(
    models: Iterable[Model],
    chosen: Sequence[Criterion],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """The models and the requested criteria."""
    known = list(models)
    return {
        "format": FORMAT,
        "made_from": made_from({model.reference: model.digest for model in known}),
        "models": [_model(model, language) for model in known],
        "criteria": [_criterion(criterion, language) for criterion in chosen],
        "findings": finding_objects(findings, language),
    }


def _model(model: Model, language: Language) -> dict[str, Any]:
    return {
        "model": model.reference,
        "name": model.name.say(language),
        "published": model.published or None,
        "source": model.source or None,
        "levels": [{"id": each.id, "name": each.name.say(language)} for each in model.levels],
        "themes": [{"id": each.id, "name": each.name.say(language)} for each in model.themes],
        "criteria": len(model.criteria),
    }


def _criterion(criterion: Criterion, language: Language) -> dict[str, Any]:
    return {
        **words(criterion, language),
        "level": criterion.level,
        "theme": criterion.theme,
        "recommended": criterion.recommended,
        "facts": list(facts_asked(criterion)),
        "examples": len(criterion.examples),
    }
