"""The texts of a criterion as in every JSON output."""

from typing import Any

from os2governance.i18n.text import Language
from os2governance.model.model import Criterion


def build_criterion_texts(criterion: Criterion, language: Language) -> dict[str, Any]:
    """A criterion's own texts, including its rule."""
    return {
        "id": criterion.id,
        "title": criterion.title.render(language),
        "asks": criterion.asks.render(language),
        "responsible": criterion.responsible or None,
        "rule": {
            "met": criterion.met.render(language) if criterion.met else None,
            "partly": criterion.partly.render(language) if criterion.partly else None,
        },
        "remedy": criterion.remedy.render(language),
    }
