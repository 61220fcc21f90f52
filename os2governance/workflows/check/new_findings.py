"""`check --new`: the findings that an older state had, made by the same checks on its files."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import join

from os2governance.checks.inspect import Inspection, inspect_model, inspect_sources
from os2governance.documents.sources import (
    LAYOUTS_FOLDER,
    TERMS_FILE,
    ProductFiles,
    build_product_files,
)
from os2governance.files import listing, reading
from os2governance.files.paths import find_folder_above
from os2governance.git.history import HeldFolder, RepositoryHistory
from os2governance.render.check.report import CheckResult
from os2governance.render.common.source_path import SourceRoot
from os2governance.workflows.check.against import RevisionComparison, name_product
from os2governance.workflows.check.known import (
    KnownFinding,
    KnownFindings,
    describe_finding,
    group_by_file,
)
from os2governance.workflows.context import Context
from os2governance.workflows.revision_files import build_old_source, read_old_model_files

KnownByFile = Iterator[tuple[str, KnownFinding]]


def find_known_findings(
    past: RevisionComparison,
    model_folders: Sequence[Path],
    source_root: SourceRoot,
    other_ids: Sequence[str],
    context: Context,
) -> KnownFindings:
    """The findings of a revision on all that differs from it now, by the names of now.

    Of what does not differ, every finding was there: the checks and the day are the same.
    """
    compared = {name_product(each) for each in past.pairs}
    known: list[tuple[str, KnownFinding]] = []
    for each in past.pairs:
        before, _ = each
        if before:
            sources = _rename(before, os.path.dirname(name_product(each)))  # noqa: PTH120 - a text
            inspected = inspect_sources(
                sources, past.old_library, as_of=context.as_of, others=other_ids
            )
            known += _describe(inspected, source_root)
    for folder in model_folders:
        source = _read_old_models(past.past, folder)
        if source is None:
            continue
        compared.add(listing.format_path(folder))
        compared.add(listing.format_path(find_folder_above(folder)))
        held, old = source
        if held:
            inspected = inspect_model(folder, build_old_source(old), context.as_of)
            known += _describe(inspected, source_root)
    return KnownFindings(by_file=group_by_file(known), compared=frozenset(compared))


def _rename(sources: ProductFiles, folder: str) -> ProductFiles:
    """A product's files as if they lay in another folder: where the product lies now."""
    contents = {os.path.relpath(name, sources.folder): data for name, data in sources.files()}
    own = os.path.basename(sources.name)  # noqa: PTH119 - a text
    return build_product_files(folder, contents, own)


def _describe(inspected: Inspection, source_root: SourceRoot) -> KnownByFile:
    checked = CheckResult(
        file=inspected.file,
        findings=inspected.findings,
        texts=inspected.texts,
        source_root=source_root,
    )
    marks = checked.build_fingerprints(checked.findings)
    for found, mark in zip(checked.findings, marks, strict=True):
        yield checked.find_source_path(found), describe_finding(found, mark)


def _read_old_models(
    past: RepositoryHistory, folder: Path
) -> tuple[bool, Mapping[Path, Mapping[str, bytes]]] | None:
    """The files of all versions of a model as they were, by folder; None where nothing differs.

    The first value is whether the version itself was there.
    """
    above = find_folder_above(folder)
    criteria = find_folder_above(above)
    held = past.find_known_folder(criteria)
    if held is None:
        return False, {}
    old = {criteria / reference: files for reference, files in read_old_model_files(held).items()}
    versions = {
        each for each in (*old, *listing.list_model_folders(above)) if each.parent == above
    }
    is_same = all(old.get(each) == reading.read_model_files(each)[0] for each in versions)
    if is_same and _is_shared_same(above, past.find_known_folder(above)):
        return None
    return folder in old, old


def _is_shared_same(above: Path, held: HeldFolder | None) -> bool:
    """Whether the files that versions of a model share are those of the revision."""
    if held is None:
        return False
    tree = held.revision.tree
    names = [TERMS_FILE]
    layouts = listing.list_names(above / LAYOUTS_FOLDER)[0]
    if sorted(tree.list_names(held.name)) != listing.list_names(above)[0]:
        return False
    if sorted(tree.list_names(join(held.name, LAYOUTS_FOLDER))) != layouts:
        return False
    names += [f"{LAYOUTS_FOLDER}/{name}" for name in layouts]
    entries = {name: tree.find_file(join(held.name, name)) for name in names}
    data = held.revision.read_blobs(each.digest for each in entries.values() if each)
    return all(
        reading.read_file(above / name)[0] == (data[entry.digest] if entry else None)
        for name, entry in entries.items()
    )
