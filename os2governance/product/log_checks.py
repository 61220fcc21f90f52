"""What is wrong with the decisions of a log, each by itself: unknown names, and what does not fit.

A decision that is not usable counts for nothing, and voids no other (semantics §4).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.documents.sources import DECISIONS_FILE
from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import (
    Finding,
    cap_items,
    make_finding,
    suggest_id,
    suggest_word,
)
from os2governance.model.model import Model
from os2governance.schema.references import find_unknown_level

NumberedDecisions = Sequence[tuple[int, Mapping[str, Any]]]
"""Decisions as they are written, each with its index in the log."""


def check_entries(document: Document, model: Model, entries: NumberedDecisions) -> list[Finding]:
    """Findings of unknown names in the decisions, and of inconsistent decisions."""
    kinds = (
        _find_unknown_acceptances(document, model, entries),
        _find_unknown_withdrawals(document, model, entries),
        _find_unknown_levels(document, model, entries),
        _find_unknown_roles(document, model, entries),
        _find_odd_decisions(document, entries),
    )
    return [found for kind in kinds for found in cap_items(kind)]


def is_usable_entry(entry: Mapping[str, Any], model: Model) -> bool:
    """Whether a decision has the level that it needs, and names what the model has."""
    level = entry.get("level")
    return (
        entry["by"] in model.role_names
        and (level is None or level in model.level_ids)
        and not has_odd_level(entry["decision"], level)
        and not _has_odd_acceptances(entry)
        and not _has_odd_correction(entry)
        and not _has_odd_withdrawal(entry)
        and (not entry.get("withdraws") or not model.by_id.keys().isdisjoint(entry["withdraws"]))
    )


def has_odd_level(kind: str, level: str | None) -> bool:
    """Whether a decision of a kind lacks the level that it needs, or has one that it cannot."""
    return level is None if kind == "place" else level is not None and kind != "accept"


def _has_odd_acceptances(entry: Mapping[str, Any]) -> bool:
    return bool(entry.get("accepts")) and entry["decision"] not in {"place", "accept"}


def _has_odd_withdrawal(entry: Mapping[str, Any]) -> bool:
    named = entry.get("withdraws")
    return named is not None and (not named or entry["decision"] != "withdraw")


_CORRECTION_KEYS = ("file", "entry", "before", "after")


def _has_odd_correction(entry: Mapping[str, Any]) -> bool:
    """Whether a correction does not say what it corrects, or another decision says so."""
    if entry["decision"] != "correct":
        return any(entry.get(key) is not None for key in _CORRECTION_KEYS)
    in_log = entry.get("file") == DECISIONS_FILE
    whole = entry.get("file") and (entry.get("before") or entry.get("after"))
    return not whole or in_log != (entry.get("entry") is not None)


def _find_unknown_levels(
    document: Document, model: Model, entries: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in entries:
        yield from find_unknown_level(
            decision.get("level"),
            document,
            ("decisions", number, "level"),
            known=model.level_ids,
            choices=model.level_choices,
        )


def _find_unknown_acceptances(
    document: Document, model: Model, entries: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in entries:
        for name in decision.get("accepts") or ():
            if name not in model.by_id:
                place = document.locate(("decisions", number, "accepts", name), key=True)
                yield make_finding(
                    "acceptance-unknown",
                    place,
                    name=name,
                    model=model.reference,
                    meant=suggest_id(name, model.by_id),
                )


def _find_unknown_withdrawals(
    document: Document, model: Model, entries: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in entries:
        for index, name in enumerate(decision.get("withdraws") or ()):
            if name not in model.by_id:
                place = document.locate(("decisions", number, "withdraws", index))
                meant = suggest_id(name, model.by_id)
                yield make_finding(
                    "acceptance-unknown", place, name=name, model=model.reference, meant=meant
                )


def _find_unknown_roles(
    document: Document, model: Model, entries: NumberedDecisions
) -> Iterator[Finding]:
    for number, decision in entries:
        named: list[tuple[str | None, ValuePath]] = [(decision["by"], ("by",))]
        for name, given in (decision.get("accepts") or {}).items():
            role = (given or {}).get("responsible")
            named.append((role, ("accepts", name, "responsible")))
        for role, at in named:
            if role and role not in model.role_names:
                known = suggest_word(role, model.role_names)
                place = document.locate(("decisions", number, *at))
                yield make_finding("unknown-role", place, name=role, meant=known)


def _find_odd_decisions(document: Document, entries: NumberedDecisions) -> Iterator[Finding]:
    """Yield decisions without the level that they need, or with what they cannot have."""
    for number, decision in entries:
        kind, at = decision["decision"], ("decisions", number)
        if has_odd_level(kind, decision.get("level")):
            yield make_finding("decision-level", document.locate(at), decision=kind)
        if _has_odd_acceptances(decision):
            place = document.locate((*at, "accepts"), key=True)
            yield make_finding("decision-accepts", place, decision=kind)
        if _has_odd_withdrawal(decision):
            place = document.locate((*at, "withdraws"), key=True)
            yield make_finding("decision-withdraws", place, decision=kind)
        if _has_odd_correction(decision):
            yield make_finding("decision-corrects", document.locate(at), decision=kind)
