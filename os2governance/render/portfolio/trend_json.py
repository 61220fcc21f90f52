"""The trend as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.i18n.text import Language
from os2governance.model.model import Model
from os2governance.portfolio.trend import TrendGroup, TrendPoint
from os2governance.render.common.plain_json import build_plain_value
from os2governance.render.common.provenance import build_as_of, build_provenance

FORMAT = "os2governance/trend/1"


def build_trend_object(
    points: Sequence[TrendPoint],
    groups: Sequence[TrendGroup],
    models: Mapping[str, Model],
    as_of: date,
    language: Language,
) -> dict[str, Any]:
    """The figures of each group by half-year, and each product at the end of each half-year."""
    return {
        "format": FORMAT,
        **build_as_of(as_of),
        "made_from": build_provenance({name: each.digest for name, each in models.items()}),
        "groups": build_plain_value(list(groups), language),
        "products": build_plain_value(list(points), language),
    }
