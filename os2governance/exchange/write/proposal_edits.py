"""Facts that a document's text states, as edits of a product's file: under `proposed`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.documents.yaml_edit import AddComment, SetValue, YamlEdit
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.read.stated_facts import ProposedFact
from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.product.proposed_facts import (
    PROPOSED_KEY,
    SOURCES_KEY,
    WaitingProposal,
    find_waiting_proposals,
    format_fact_path,
    is_declared,
)

_PROPOSED = _("Read in the document's text; nothing here counts until somebody moves it to facts.")


def put_proposals(
    proposals: Sequence[ProposedFact],
    values: Mapping[str, Any],
    language: Language,
    *,
    older: bool = False,
) -> Iterator[YamlEdit]:
    """Yield the proposals that a file takes up as edits, each with the words that it was read in.

    What is declared in the file's `values` is not proposed, nor what is proposed there already. A
    newer document replaces what another proposed; an `older` one does not.
    """
    given = values.get(PROPOSED_KEY)
    there = (given.get("facts") if isinstance(given, dict) else None) or {}
    new = [
        each
        for each in proposals
        if not is_declared(values.get("facts") or {}, each.path)
        and _read_value(there, each.path) != each.value
        and not (older and is_declared(there, each.path))
    ]
    for each in new:
        name = each.location.file.rsplit("/", 1)[-1]
        source = f"{name}:{each.location.line}: {each.words}"
        yield SetValue((PROPOSED_KEY, "facts", *each.path), each.value)
        yield SetValue((PROPOSED_KEY, SOURCES_KEY, format_fact_path(each.path)), source)
    if new and not given:
        yield AddComment((PROPOSED_KEY,), _PROPOSED.render(language))


def _read_value(values: Any, path: Sequence[str]) -> Any:
    for step in path:
        values = values.get(step) if isinstance(values, dict) else None
    return values


def count_new_proposals(before: bytes | None, after: bytes | None, model: Model) -> int:
    """The number of facts that a product's file proposes after an import, and did not before."""
    old = [each[:2] for each in _list_proposals(before, model)]
    return sum(each[:2] not in old for each in _list_proposals(after, model))


def _list_proposals(data: bytes | None, model: Model) -> list[WaitingProposal]:
    document = read_yaml(data, "")[0] if data else None
    values = document.values if document else None
    return find_waiting_proposals(values, model.facts) if isinstance(values, dict) else []
