"""The round as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Model
from os2governance.portfolio.round import RoundGroup, RoundProductState, RoundState
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.plain_json import build_plain_value
from os2governance.render.common.provenance import build_as_of, build_provenance

FORMAT = "os2governance/round-state/1"


def build_round_object(
    state: RoundState,
    models: Mapping[str, Model],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """The products of each kind with their steps, and those that are not in the round."""
    return {
        "format": FORMAT,
        **build_as_of(state.as_of),
        "made_from": build_provenance({name: each.digest for name, each in models.items()}),
        "half_year": state.half.id,
        "file": state.file or None,
        "groups": [_build_group(each, language) for each in state.groups],
        "out": [_build_product(each, language) for each in state.out],
        "findings": build_finding_objects(findings, language),
    }


def _build_group(group: RoundGroup, language: Language) -> dict[str, Any]:
    return {
        "kind": group.kind,
        "steps": {each.step: dict(each.states) for each in group.steps},
        "products": [_build_product(each, language) for each in group.products],
    }


def _build_product(each: RoundProductState, language: Language) -> dict[str, Any]:
    record, following = each.record, each.next
    return {
        "product": record.product,
        "name": record.name,
        "model": record.model,
        "standing": record.lifecycle,
        "draft": record.draft,
        "out": each.out or None,
        "remark": each.remark or None,
        "next": following.step if following else None,
        "steps": build_plain_value(each.steps, language),
    }
