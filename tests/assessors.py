"""The same question put to each that can answer it: the files of a product in, plain values out.

A product is a dict of what its files hold, by the names in `oracle.assess`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import generators
import oracle
import pytest

Assess = Callable[..., dict[str, Any]]


def by_oracle(
    main: dict[str, Any],
    criteria: list[dict[str, Any]],
    schema: dict[str, Any],
    files: dict[str, Any],
    as_of: str = generators.TODAY,
) -> dict[str, Any]:
    """Assess by the naive oracle."""
    day = date.fromisoformat(as_of)
    found: dict[str, Any] = oracle.assess(
        main, criteria, schema, files, day, generators.PLACEHOLDERS
    )
    return found


ASSESSORS: dict[str, Assess] = {"oracle": by_oracle}

by_each = pytest.mark.parametrize("assess", ASSESSORS.values(), ids=ASSESSORS)
"""Run a test with the `assess` of each."""
