"""Findings of what happened to a record: it is only added to, or corrected by a decision.

See semantics §7. None of these findings can be suppressed: the change that they are about could
hold the comment, or edit the settings.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from os2governance.analysis.record_changes import (
    ABSENT,
    Correction,
    EntryPair,
    ValueDifference,
    build_correction,
    find_corrections,
    list_value_differences,
    pair_entries,
)
from os2governance.documents.yaml_reader import ValuePath
from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding, Location, cap_items, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import Renderable, Text, _, as_text
from os2governance.model.model import Model
from os2governance.product.decisions import name_corrected
from os2governance.product.record_entries import (
    ProductRecord,
    RecordEntry,
    normalise_line_ends,
)
from os2governance.product.rights import has_right_to_decide

MAX_NAMED_DIFFERENCES = 3
MAX_VALUE_LENGTH = 60


class _Words(NamedTuple):
    """The day of the comparison, as ISO text, and the model that knows what facts are called."""

    today: str
    model: Model | None


class _States(NamedTuple):
    """A record in two states, and the corrections made in between."""

    old: ProductRecord
    new: ProductRecord
    corrections: Mapping[Correction, RecordEntry]
    words: "_Words"

    def are_same(self, before: RecordEntry, after: RecordEntry) -> bool:
        """Whether an entry says the same; a product that is called otherwise takes it along."""
        owned = before.owner == self.old.product
        owners = after.owner == self.new.product if owned else before.owner == after.owner
        return before.content == after.content and before.draft == after.draft and owners


def check_record_integrity(
    old: ProductRecord,
    new: ProductRecord,
    as_of: date,
    rights: Model | None = None,
    model: Model | None = None,
) -> list[Finding]:
    """Findings of what happened to a record between two states, on a day.

    `rights` is the older state's model, which says who may correct; `model` knows what the facts
    of the register are called.
    """
    pairs = pair_entries(old, new)
    added = [each.after for each in pairs if each.before is None and each.after]
    decisions = [each for each in added if each.kind == "decision"]
    words = _Words(as_of.isoformat(), model)
    states = _States(old, new, find_corrections(decisions, rights), words)
    kinds = (
        _drop_repeated(found for each in pairs for found in _check_pair(each, states)),
        (found for each in added for found in _check_new_entry(each, states)),
        _check_rights(decisions, rights),
        _check_layout(pairs, states),
        _check_unchanged_date(old.current, new.current, words.today),
    )
    return [found for kind in kinds for found in cap_items(kind)]


def _drop_repeated(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield each finding once: a log that was removed took all its decisions along."""
    told: set[tuple[str, Location, str]] = set()
    for each in findings:
        sign = (each.code, each.location, str(each.arguments.get("entry")))
        if sign not in told:
            told.add(sign)
            yield each


def _check_pair(pair: EntryPair, states: _States) -> Iterator[Finding]:
    """Yield what has happened to an entry that was there."""
    before, after, moved = pair
    if before is None or (after and not moved and states.are_same(before, after)):
        return
    if decision := states.corrections.get(build_correction(before, after)):
        yield _make_correction_finding(decision, before, after)
    elif after is None:
        yield _make_removal_finding(before, states.new)
    elif before.kind == "register" and before.on < after.on <= states.words.today:
        yield from _check_register(before, after, states.words.model)
    else:
        yield _make_rewriting_finding(before, after)


def _make_removal_finding(before: RecordEntry, new: ProductRecord) -> Finding:
    left = new.files.get(before.file)
    if not left:
        label = _LOG if before.kind == "decision" else before.label
        return make_finding("record-removed", before.document.locate(), entry=label)
    nearest = left[min(before.number, len(left)) - 1]
    return make_finding("record-removed", nearest.locate(), entry=before.label)


def _make_rewriting_finding(before: RecordEntry, after: RecordEntry) -> Finding:
    changes = list(list_value_differences(before.values, after.values))
    if before.owner != after.owner and not changes:
        changes = [ValueDifference(("product",), before.owner, after.owner)]
    return make_finding(
        "record-rewritten",
        after.locate(changes[0].path if changes else ()),
        entry=before.label,
        changes=render_differences(changes) if changes else _MOVED,
        file=name_corrected(before.file, before.number),
    )


_LOG = _("The decision log")
_MOVED = _("it stands in another place")


def _make_correction_finding(
    decision: RecordEntry, before: RecordEntry | None, after: RecordEntry | None
) -> Finding:
    entry = before or after
    assert entry is not None
    was, now = (each.values if each else ABSENT for each in (before, after))
    return make_finding(
        "record-corrected",
        (after or decision).locate(),
        entry=entry.label,
        number=decision.number,
        changes=render_differences(list(list_value_differences(was, now))),
    )


def _check_register(
    before: RecordEntry, after: RecordEntry, model: Model | None
) -> Iterator[Finding]:
    """Yield each fact of a newer register that differs, or that it is dated anew."""
    changes = [
        each
        for each in list_value_differences(before.values, after.values)
        if each.path[:2] != ("registered", "on")
    ]
    for path, was, now in changes or [ValueDifference(("registered", "on"), before.on, after.on)]:
        yield make_finding(
            "register-changed",
            after.locate(path),
            on=DateInWords(after.on),
            what=_name_value(path, model),
            before=_render_value(was),
            after=_render_value(now),
        )


def _name_value(path: ValuePath, model: Model | None) -> Renderable:
    """The title of a fact, with its path where it lies below others; else the path alone."""
    dotted = ".".join(map(str, path))
    if model is None or path[:1] != ("facts",):
        return as_text(dotted)
    fact = model.facts
    for step in path[1:]:
        fact = fact.element if isinstance(step, int) else fact.fields.get(step, fact)
    title = fact.title
    return Text(*(f"{said} ({dotted})" if said else dotted for said in title))


def _check_new_entry(entry: RecordEntry, states: _States) -> Iterator[Finding]:
    """Yield that a new entry is dated as if it had been there before; else that it is new."""
    old = states.old
    if decision := states.corrections.get(build_correction(None, entry)):
        yield _make_correction_finding(decision, None, entry)
    elif later := find_later_entry(entry, old, states.words.today):
        yield _make_backdating_finding(entry, later, "error")
    elif kept := find_other_declaration(entry, old):
        yield _make_rewriting_finding(kept, entry)
    elif decided := _find_decision_since(entry, old):
        yield _make_backdating_finding(entry, decided, "warning")
    else:
        yield make_finding("record-added", entry.locate(), entry=entry.label, by=_read_by(entry))


def _make_backdating_finding(
    entry: RecordEntry, other: RecordEntry, severity: Severity
) -> Finding:
    return make_finding(
        "record-backdated",
        entry.locate(),
        severity=severity,
        entry=entry.label,
        other=other.label,
    )


def _check_rights(decisions: Sequence[RecordEntry], rights: Model | None) -> Iterator[Finding]:
    """Yield new decisions by who could not make them in the older state."""
    for entry in decisions if rights else ():
        kind, level, by = (entry.said.get(key) for key in ("decision", "level", "by"))
        if rights and not has_right_to_decide(str(kind), level, by, rights):
            role = rights.role_names.get(str(by), as_text(str(by)))
            said = f"{kind} {level}" if level else str(kind)
            place = entry.locate(("by",))
            yield make_finding("decision-without-right", place, role=role, decision=said)


def find_later_entry(entry: RecordEntry, old: ProductRecord, today: str) -> RecordEntry | None:
    """An entry of the same kind that was there before a new one and is later, up to today.

    Several decisions may be made on a day, in their order; of evaluations and declarations a
    second one would take the place of the first.
    """
    if entry.kind == "register":
        return None
    known = [each for each in old.list_kind(entry.kind) if each.on <= today]
    newest = max(known, key=lambda each: each.on, default=None)
    if entry.kind == "decision":
        is_inserted = entry.number <= len(old.list_kind("decision"))
        return newest if newest and (is_inserted or entry.on < newest.on) else None
    if newest and entry.on <= newest.on:
        return newest
    current = old.current if entry.kind == "declaration" else None
    return current if current and not current.draft and entry.on < current.on else None


def find_other_declaration(entry: RecordEntry, old: ProductRecord) -> RecordEntry | None:
    """What product.yaml declared on the day of a declaration that is kept now, if it differs."""
    was = old.current
    if entry.kind != "declaration" or not was or was.draft or was.on != entry.on:
        return None
    return None if was.content == entry.content else was


def _find_decision_since(entry: RecordEntry, old: ProductRecord) -> RecordEntry | None:
    """The newest placement that was made without an evaluation that is now dated before it."""
    if entry.kind != "evaluation":
        return None
    placed = [each for each in old.list_kind("decision") if each.decided == "place"]
    newest = max(placed, key=lambda each: each.on, default=None)
    return newest if newest and entry.on <= newest.on else None


def _read_by(entry: RecordEntry) -> str:
    said = entry.said
    stated = next(
        (said[key] for key in ("evaluated", "heard", "registered", "declared") if key in said),
        said,
    )
    by = stated.get("by") if isinstance(stated, dict) else None
    return by if isinstance(by, str) else "-"


def _check_layout(pairs: Sequence[EntryPair], states: _States) -> Iterator[Finding]:
    """Yield the files whose entries all say the same, and whose text is another all the same."""
    old, new = states.old, states.new
    if old.product != new.product:  # each file names the product
        return
    altered = {
        each.before.file
        for each in pairs
        if each.before
        and (each.moved or not each.after or not states.are_same(each.before, each.after))
    }
    grown = {each.after.file for each in pairs if each.before is None and each.after}
    for name, entries in old.files.items():
        read = new.files.get(name)
        if not entries or not read or name in altered or entries[0].draft:
            continue
        was, now = (normalise_line_ends(each.texts[name].data) for each in (old, new))
        if was != now and not (name in grown and _is_only_added_to(was, now)):
            place = read[0].document.locate()
            yield make_finding("record-layout-changed", place, file=name)


def _is_only_added_to(before: bytes, after: bytes) -> bool:
    """Whether a text is another with one piece put in, and nothing else."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    return after.endswith(before[same:])


def _check_unchanged_date(
    before: RecordEntry | None, after: RecordEntry | None, today: str
) -> Iterator[Finding]:
    """Yield a declaration that says something else under the same date, unless it is today's."""
    if before is None or after is None or before.draft:
        return
    if before.on != after.on or after.on == today:
        return
    if any(before.values.get(key) != after.values.get(key) for key in _DECLARED):
        place = after.locate(("declared", "on"))
        yield make_finding("declared-date-unchanged", place, on=DateInWords(after.on))


_DECLARED = ("facts", "answers", "aims_at")


# -- values in words ----------------------------------------------------------------------------


def render_differences(changes: Sequence[ValueDifference]) -> Renderable:
    """The first differences in one line: what, before, after; and how many more there are."""
    shown = changes[:MAX_NAMED_DIFFERENCES]
    said = "; ".join(
        f"{'.'.join(map(str, path)) or '-'}: {_render_value(was)} → {_render_value(now)}"
        for path, was, now in shown
    )
    more = len(changes) - len(shown)
    if not more:
        return as_text(said)
    return _("{changes}; and {more} more").fill(changes=said, more=more)


def _render_value(value: Any) -> str:
    if value is ABSENT:
        return "-"
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= MAX_VALUE_LENGTH else f"{said[: MAX_VALUE_LENGTH - 1]}…"
