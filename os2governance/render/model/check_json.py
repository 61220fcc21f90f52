"""Checked and tested models as JSON ("os2governance/lint/1", "os2governance/test/1")."""

from collections.abc import Sequence
from typing import Any

from os2governance.checks.checked_model import CheckedModel
from os2governance.i18n.text import Language
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance


def build_checked_models_object(
    kind: str, checked: Sequence[CheckedModel], language: Language
) -> dict[str, Any]:
    """Build the object of a kind of check: "lint" or "test"."""
    models = {each.model.reference: each.model.digest for each in checked if each.model}
    findings = [finding for each in checked for finding in each.findings]
    return {
        "format": f"os2governance/{kind}/1",
        "made_from": build_provenance(models),
        "checked": [each.build_counts() for each in checked if each.model],
        "findings": build_finding_objects(findings, language),
    }
