"""`check --fix`: fixes that are safe, written to the files themselves, or shown as a diff."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from os2governance.authoring.fixes import fix_yaml, repair_spaces
from os2governance.checks.inspect import Inspection
from os2governance.checks.key_order import KeyOrder, build_evaluation_order, build_product_order
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import Document, ValuePath, read_yaml
from os2governance.files import reading, writing
from os2governance.findings.finding import Finding
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.product.declaration import find_unquoted_values
from os2governance.product.reader import find_model
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import find_named_folder

FindingFilter = Callable[[Finding], bool]


ALL_FINDINGS = CheckSettings()


@dataclass(frozen=True, kw_only=True, slots=True)
class FileFix:
    """What is fixed in a file: its bytes before and after, and the findings that are left.

    `findings` prevented that it was written.
    """

    file: str
    before: bytes
    after: bytes
    readable: bool
    left: Sequence[Finding] = ()
    findings: Sequence[Finding] = ()


def fix_targets(
    targets: CheckTargets, paths: Sequence[str], context: Context, settings: CheckSettings
) -> tuple[list[FileFix], CheckTargets]:
    """Fix the files of a run; those fixed, and the run with those that could not be.

    `paths` are what the person named; what the settings do not report is left.
    """
    results = list(fix_files(targets.files, context, paths, settings))
    unwritten = [
        Inspection(file=each.file, findings=tuple(each.findings), texts={}, readable=False)
        for each in results
        if each.findings
    ]
    told = [*targets.extra_inspections, *unwritten]
    fixed = [each for each in results if not each.findings]
    return fixed, replace(targets, extra_inspections=told)


def fix_files(
    files: Iterable[str],
    context: Context,
    paths: Sequence[str] = (),
    settings: CheckSettings = ALL_FINDINGS,
) -> Iterator[FileFix]:
    """Fix declarations and evaluations, and yield each; other files are never changed.

    `paths` are what the person named.
    """
    library = context.open_library()
    for file in files:
        root = find_named_folder(Path(file), paths)
        sources, _told_by_the_check = reading.read_product_files(Path(file))
        for fix in _find_fixes(file, sources, library, settings):
            if fix.before == fix.after:
                yield fix
            else:
                found = writing.replace_file(Path(fix.file), fix.after, fix.before, root=root)
                yield replace(fix, findings=found)


def find_fixes(
    files: Iterable[str], context: Context, settings: CheckSettings = ALL_FINDINGS
) -> Iterator[FileFix]:
    """Yield what would be fixed in each file, and each that is not read; nothing is written."""
    library = context.open_library()
    for file in files:
        sources, findings = reading.read_product_files(Path(file))
        for each in findings:
            if each.entry.blocks_reading:
                yield FileFix(file=each.location.file, before=b"", after=b"", readable=False)
        yield from _find_fixes(file, sources, library, settings)


def _find_fixes(
    file: str, sources: ProductFiles | None, library: Library, settings: CheckSettings
) -> Iterator[FileFix]:
    if sources is not None:
        yield from find_product_fixes(sources, library, settings.choose_for(file).reports)


def find_product_fixes(
    sources: ProductFiles, library: Library, is_wanted: FindingFilter
) -> Iterator[FileFix]:
    """Yield what would be fixed in each file of a product that may be fixed."""
    model = None
    if sources.product:
        model = _find_named_model(sources.product, library)
        order = build_product_order(model)
        yield _fix_file(sources.product, model, order, is_wanted, find_unquoted_values)
    for file in sources.evaluations:
        own = model if sources.product else _find_named_model(file, library)
        yield _fix_file(file, own, build_evaluation_order(own), is_wanted)


def _fix_file(
    file: FileContent,
    model: Model | None,
    order: KeyOrder,
    is_wanted: FindingFilter,
    find_texts: Callable[[Document, Model], Sequence[ValuePath]] = lambda *_: (),
) -> FileFix:
    """What is fixed in a file; where its model is unknown, only what keeps it from being read."""
    if model is None:
        document, _ = read_yaml(file.data, file.name)
        return FileFix(
            file=file.name, before=file.data, after=file.data, readable=document is not None
        )
    fixed = fix_yaml(
        file.data, order, lambda document: find_texts(document, model), is_wanted=is_wanted
    )
    left = [replace(each, location=each.location._replace(file=file.name)) for each in fixed.left]
    return FileFix(
        file=file.name,
        before=file.data,
        after=fixed.data,
        readable=fixed.is_readable,
        left=left,
    )


def _find_named_model(file: FileContent, library: Library) -> Model | None:
    """The model that a file names, perhaps between invisible spaces; None where there is none."""
    document, _ = read_yaml(repair_spaces(file.data), file.name)
    return find_model(document, library)[0] if document else None
