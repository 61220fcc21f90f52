"""The JSON of one product, read back."""

import json
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import Language
from os2governance.render.assessment.product_json import render_product_json


def build_product_object(assessment: Assessment, language: Language) -> dict[str, Any]:
    """The plain values of one product's JSON."""
    plain: dict[str, Any] = json.loads(render_product_json(assessment, language))
    return plain
