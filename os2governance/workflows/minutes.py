"""Recording the decisions of a meeting: all are drafted, and all are written or none."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from os2governance.authoring.decision_text import is_recorded
from os2governance.authoring.minutes import DraftedDecision, MeetingDecision, read_minutes
from os2governance.documents.sources import FileContent
from os2governance.documents.yaml_reader import read_yaml
from os2governance.files import reading, writing
from os2governance.files.listing import format_path
from os2governance.findings.finding import Finding, Location, make_finding, suggest_word
from os2governance.model.library import Library
from os2governance.workflows.context import Context
from os2governance.workflows.decide import draft_from_sources
from os2governance.workflows.disk_files import read_product
from os2governance.workflows.find_products import find_named_folder, list_product_files
from os2governance.workflows.safety_net import run_safely


class MinutesDraft(NamedTuple):
    """What recording a meeting would do: each decision, and each log to replace."""

    decisions: tuple[DraftedDecision, ...]
    changes: tuple[writing.FileReplacement, ...]


def draft_minutes(
    file: str, paths: Sequence[str], context: Context
) -> tuple[MinutesDraft | None, list[Finding]]:
    """Draft the decisions of a meeting; None with all the findings that prevent it.

    Several decisions on a product are drafted one after the other. One that its log has already,
    word for word, is not recorded again: what was interrupted can be done once more.
    """
    decisions, findings = _read_decisions(file)
    if findings:
        return None, findings
    listed, findings = list_product_files(paths, context.scope)
    if findings:
        return None, findings
    files = _group_by_product(listed, context)
    drafted: list[DraftedDecision] = []
    changes: list[writing.FileReplacement] = []
    for name in dict.fromkeys(each.product for each in decisions):
        own = [each for each in decisions if each.product == name]
        if name not in files:
            meant = suggest_word(name, files)
            place = own[0].locate(["product"])
            findings.append(make_finding("decide-unknown-product", place, name=name, meant=meant))
            continue
        first, *others = files[name]
        if others:
            findings += [
                make_finding("duplicate-product", Location(each), name=name, other=first)
                for each in others
            ]
            continue
        decided, change, wrong = run_safely(
            partial(_draft_on_product, first, own, paths, context), first, _report_failed_file
        )
        findings += wrong
        drafted += decided
        changes += [change] if change else []
    if findings:
        return None, findings
    drafted.sort(key=lambda each: each.decision.number)
    return MinutesDraft(tuple(drafted), tuple(changes)), []


def _read_decisions(file: str) -> tuple[tuple[MeetingDecision, ...], list[Finding]]:
    data, findings = reading.read_file(Path(file))
    if data is None:
        return (), findings
    document, findings = read_yaml(data, format_path(Path(file)))
    return ((), findings) if document is None else read_minutes(document)


def _group_by_product(files: Iterable[str], context: Context) -> dict[str, list[str]]:
    """The files by their product's id; one that cannot be read is known by its folder's name."""
    library = context.open_library()
    found: dict[str, list[str]] = {}
    for file in files:
        name = run_safely(partial(_read_id, file, library), file, lambda _: "")
        found.setdefault(name or Path(file).resolve().parent.name, []).append(file)
    return found


def _read_id(file: str, library: Library) -> str:
    read, _ = read_product(Path(file), library)
    return read[0].id if read else ""


class _DraftOnProduct(NamedTuple):
    """The decisions on a product, what replaces its log, and what is wrong."""

    decisions: list[DraftedDecision]
    change: writing.FileReplacement | None
    findings: list[Finding]


def _report_failed_file(found: Finding) -> _DraftOnProduct:
    return _DraftOnProduct([], None, [found])


def _draft_on_product(
    file: str, decisions: Sequence[MeetingDecision], paths: Sequence[str], context: Context
) -> _DraftOnProduct:
    """Draft the decisions on one product, each after those before it, until one is refused."""
    sources, unread = reading.read_product_files(Path(file))
    if sources is None:
        return _DraftOnProduct([], None, unread)
    drafted: list[DraftedDecision] = []
    change = None
    for each in decisions:
        if sources.log and is_recorded(sources.log.data, each.proposal):
            drafted.append(DraftedDecision(each, None))
            continue
        draft, findings = draft_from_sources(sources, each.proposal, context, unread, each.locate)
        if draft is None:
            return _DraftOnProduct(drafted, None, findings)
        drafted.append(DraftedDecision(each, draft.consequences))
        was = change.was if change else draft.old_data
        root = find_named_folder(Path(file), paths)
        change = writing.FileReplacement(draft.path, draft.new_data, was, root)
        sources = replace(sources, log=FileContent(format_path(draft.path), draft.new_data))
    return _DraftOnProduct(drafted, change, [])


def record_minutes(draft: MinutesDraft) -> list[Finding]:
    """Write all the logs, unless one has changed since it was read; findings tell which."""
    return writing.replace_files(draft.changes)
