"""Recording a decision: read, refuse or draft with its consequences, write."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.record_changes import (
    Correction,
    EntryPair,
    build_correction,
    pair_entries,
)
from os2governance.assessment.levels import Assessment, assess
from os2governance.authoring.decision import (
    DecisionConsequences,
    DecisionProposal,
    Locate,
    check_decision,
    is_appended,
)
from os2governance.authoring.decision_text import append_decision
from os2governance.documents.sources import DECISIONS_FILE, PRODUCT_FILE, FileContent, ProductFiles
from os2governance.files import listing, reading, writing
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.history import RepositoryHistory
from os2governance.i18n.text import _
from os2governance.model.library import Library
from os2governance.product.decisions import name_corrected
from os2governance.product.reader import build_product
from os2governance.product.record_entries import read_product_record
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import find_named_folder, list_product_files
from os2governance.workflows.revision_files import read_old_products, resolve_product_file


class DecisionDraft(NamedTuple):
    """The consequences of a decision, and the log file to replace: its old and new bytes."""

    consequences: DecisionConsequences
    path: Path
    old_data: bytes | None
    new_data: bytes


def draft_decision(
    path: str, proposal: DecisionProposal, context: Context
) -> tuple[DecisionDraft | None, list[Finding]]:
    """Draft a decision; None with the findings that prevent it. Nothing is written.

    Raises:
        NotPossibleError: when the path means several products.
    """
    files, findings = list_product_files([path], context.scope)
    if findings:
        return None, findings
    if len(files) > 1:
        one = files[0]
        raise NotPossibleError(_("Name one product, such as {one}.").fill(one=one))
    sources, findings = reading.read_product_files(Path(files[0]))
    if sources is None:
        return None, findings
    return draft_from_sources(sources, proposal, context, findings)


def draft_correction(
    path: str, file: str, proposal: DecisionProposal, revision: str, context: Context
) -> tuple[DecisionDraft | None, list[Finding]]:
    """Draft the correction of an entry of the record, as a file has it now and a revision had it.

    `file` is its name in the product's folder, or its path; `decisions.yaml#2` is a decision.

    Raises:
        NotPossibleError: when it is no entry that differs, or the revision cannot be read.
    """
    listed, findings = list_product_files([path], context.scope)
    if findings or len(listed) != 1:
        return draft_decision(path, proposal, context)
    product = Path(listed[0])
    past = RepositoryHistory(revision)
    past.find_folder(product.parent)
    old = read_old_products(past, [product]).get(resolve_product_file(product), (None, []))[0]
    new = reading.read_product_files(product)[0] or reading.read_record_files(product)[0]
    pairs = pair_entries(read_product_record(old), read_product_record(new))
    correction = _choose_correction(_name_in_folder(file, product.parent), pairs, revision)
    keys = {
        "file": correction.file,
        "entry": correction.number or None,
        "before": correction.before,
        "after": correction.after,
    }
    stated = {key: value for key, value in keys.items() if value is not None}
    return draft_decision(path, replace(proposal, corrects=stated), context)


def _name_in_folder(file: str, folder: Path) -> str:
    """A file's name in the product's folder, whether it was written so or as a path."""
    name, mark, number = file.partition("#")
    path = Path(name)
    own = path.relative_to(folder) if path.is_relative_to(folder) else path
    return f"{own.as_posix()}{mark}{number}"


def _choose_correction(file: str, pairs: Iterable[EntryPair], revision: str) -> Correction:
    """The correction of the entry that is named; of several that differ, each by itself."""
    differing = {}
    for before, after, _moved in pairs:
        if before is None or after is None or before.content != after.content:
            one = build_correction(before, after)
            differing[name_corrected(one.file, one.number)] = one
    own = [name for name in differing if file in {name, name.partition("#")[0]}]
    if len(own) == 1:
        return differing[own[0]]
    if own:
        names = ", ".join(own)
        raise NotPossibleError(_("Several entries differ; name one: {names}.").fill(names=names))
    known = ", ".join(differing) or "-"
    raise NotPossibleError(
        _(
            "'{file}' is no entry of the record that differs from '{revision}'; correct the file "
            "first. These differ: {known}."
        ).fill(file=file, revision=revision, known=known)
    )


def draft_from_sources(
    sources: ProductFiles,
    proposal: DecisionProposal,
    context: Context,
    unread: list[Finding],
    locate: Locate | None = None,
) -> tuple[DecisionDraft | None, list[Finding]]:
    """Draft a decision on a product whose files have been read; `unread` are about those not read.

    `locate` tells where the decision is stated, if in a file.
    """
    library = context.open_library()
    path = Path(sources.folder) / DECISIONS_FILE
    name = listing.format_path(path)
    before, findings = _assess_sources(sources, library, context, unread)
    if before is None:
        return None, findings
    wrong = _find_log_errors(before.findings, name)
    if wrong := wrong or check_decision(proposal, before, locate or (lambda _: Location(name))):
        return None, wrong
    was = sources.log.data if sources.log else None
    product, count = before.product.id, len(before.record.decisions)
    data, wrong = append_decision(was, product, count, proposal, Location(name))
    if data is None:
        return None, wrong
    added = replace(sources, log=FileContent(name, data))
    after, wrong = _assess_sources(added, library, context, [])
    if after and is_appended(DecisionConsequences(before, after)):
        return DecisionDraft(DecisionConsequences(before, after), path, was, data), []
    errors = _find_log_errors(after.findings if after else wrong, name)
    return None, errors or [make_finding("decide-not-appendable", Location(name))]


def _find_log_errors(findings: Iterable[Finding], log: str) -> list[Finding]:
    """The errors of a log, to which nothing may then be appended.

    A decision by the wrong body is a decision all the same.
    """
    own = [each for each in findings if each.location.file == log]
    return [each for each in own if each.severity == "error" and not each.entry.by_wrong_body]


def _assess_sources(
    sources: ProductFiles, library: Library, context: Context, unread: list[Finding]
) -> tuple[Assessment | None, list[Finding]]:
    read, findings = build_product(sources, library, unread)
    if read is None:
        return None, findings
    product, model = read
    return assess(product, model, as_of=context.as_of), []


def record_decision(draft: DecisionDraft, path: str) -> list[Finding]:
    """Write the log, unless it has changed since it was read; return the findings on that.

    `path` is what the person named.
    """
    root = find_named_folder(draft.path.with_name(PRODUCT_FILE), [path])
    return writing.replace_file(draft.path, draft.new_data, draft.old_data, root=root)
