"""`check -`: a product with standard input in the place of one of its files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from os2governance.documents.text_reader import read_text
from os2governance.files.listing import format_path, is_portfolio_file
from os2governance.files.paths import is_folder, is_there
from os2governance.files.reading import read_product_files
from os2governance.files.stand_in import StandIn, build_stand_in_reader, is_stand_in
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.workflows.check.fix import FileFix, find_product_fixes
from os2governance.workflows.check.paths import find_product_file, list_model_folders_of
from os2governance.workflows.check.portfolio_files import (
    inspect_portfolio_file,
    is_our_portfolio_file,
    list_ids_beside,
)
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import is_within_scope


def find_stand_in_targets(
    stand_in: StandIn, context: Context, *, as_found: bool = False
) -> CheckTargets:
    """The target of a run: the product that the file belongs to, its other files as on disk.

    `as_found` is whether the file is treated as one that a folder is looked through for.

    Raises:
        NotPossibleError: when the path is a folder's, or that of a file of a model.
    """
    path = stand_in.path
    if is_folder(path):
        raise NotPossibleError(
            _("'{path}' is a folder; standard input is one file.").fill(path=path)
        )
    if next(iter(list_model_folders_of(path)), None) is not None:
        raise NotPossibleError(
            _(
                "'{path}' is a file of a model, and those are only checked as they are on disk."
            ).fill(path=path)
        )
    if is_portfolio_file(path):
        return _find_portfolio_targets(stand_in, context, as_found=as_found)
    file = str(find_product_file(path, lambda each: each == path or is_there(each)))
    reader = build_stand_in_reader(stand_in)
    is_passed_over = as_found and not is_within_scope(file, context.scope, reader)
    return CheckTargets(
        files=[] if is_passed_over else [file],
        model_folders=[],
        extra_inspections=[],
        passed_over=[file] if is_passed_over else [],
        stand_in=stand_in,
    )


def _find_portfolio_targets(
    stand_in: StandIn, context: Context, *, as_found: bool
) -> CheckTargets:
    path, reader = stand_in.path, build_stand_in_reader(stand_in)
    if as_found and not is_our_portfolio_file(path, reader):
        return CheckTargets(
            files=[], model_folders=[], extra_inspections=[], passed_over=[str(path)]
        )
    inspected = inspect_portfolio_file(path, list_ids_beside(path), context.as_of, reader)
    return CheckTargets(
        files=[], model_folders=[], extra_inspections=[inspected], stand_in=stand_in
    )


def fix_stand_in(
    targets: CheckTargets, stand_in: StandIn, context: Context, settings: CheckSettings
) -> FileFix:
    """The file and its fixes; one that may not be fixed is as it was."""
    name = format_path(stand_in.path)
    _text, wrong = read_text(stand_in.data, name)
    if wrong is None:
        for fix in _find_fixes(targets.files, stand_in, context, settings):
            if is_stand_in(fix.file, stand_in):
                return fix
    return FileFix(
        file=name,
        before=stand_in.data,
        after=stand_in.data,
        readable=wrong is None,
        findings=[wrong] if wrong else [],
    )


def _find_fixes(
    files: Sequence[str], stand_in: StandIn, context: Context, settings: CheckSettings
) -> Iterator[FileFix]:
    library, reader = context.open_library(), build_stand_in_reader(stand_in)
    for file in files:
        sources, _unread = read_product_files(Path(file), reader)
        if sources is not None:
            yield from find_product_fixes(sources, library, settings.choose_for(file).reports)
