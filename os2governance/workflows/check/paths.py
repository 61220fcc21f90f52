"""Resolution of the paths of `check`: products, models, or files that belong to one of them."""

import os
from collections.abc import Iterator
from pathlib import Path

from os2governance.checks.inspect import Inspected
from os2governance.cli.options import Given
from os2governance.cli.output import talk
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.i18n.text import Text
from os2governance.workflows.check.run import Wanted
from os2governance.workflows.find_products import USUAL_FOLDER, listed_files

MODELS_FOLDER = "criteria"


def wanted(paths: tuple[str, ...], given: Given) -> Wanted:
    """Resolve paths to check targets, each product and model once."""
    models: dict[Path, None] = {}
    products: dict[str, None] = {}
    for path in paths or _usual(given):
        folders = list(_models(Path(path)))
        models.update(dict.fromkeys(folders))
        if not folders:
            products[str(_product(Path(path)))] = None
    files, findings = listed_files(products) if products or not models else ([], [])
    beside = [Inspected(f.place.file, (f,), {}, readable=False) for f in findings]
    return Wanted(files, list(models), beside)


_WENT_ON = Text(
    "'{name}' har ændringer, som denne gren ikke har. Skal kun grenens egne med, så skriv "
    "--against {name}...",
    "'{name}' has changes that this branch has not. For those of the branch alone, write "
    "--against {name}...",
)


def compared(found: Wanted, paths: tuple[str, ...], revision: str, given: Given) -> Wanted:
    """Add the differences of the products from a revision."""
    from os2governance.git.revision import SINCE_LEFT, went_on
    from os2governance.workflows.check.against import touched

    meant = [Path(path) for path in paths or (USUAL_FOLDER,)]
    others = [path for path in meant if next(_models(path), None) is None]
    changed = touched(found.files, others or meant, revision, given)
    beside = [
        Inspected(each.findings[0].place.file, each.findings, each.texts)
        for each in changed
        if each.findings
    ]
    if beside and not revision.endswith(SINCE_LEFT) and went_on(revision):
        talk(Text(*[each.format(name=revision) for each in _WENT_ON]), given)
    return found._replace(
        beside=[*found.beside, *beside],
        against=revision,
        changes=[each.change for each in changed if each.change.product],
    )


def _usual(given: Given) -> Iterator[str]:
    """Yield the default paths; models are checked in their sources, not where installed."""
    yield USUAL_FOLDER
    criteria = given.criteria or Path(MODELS_FOLDER)
    if pathkind.is_folder(criteria):
        yield str(criteria)


def _models(path: Path) -> Iterator[Path]:
    """Yield the folder of the model that a path is or lies in, or of the models below it."""
    folder = path if pathkind.is_folder(path) else path.parent
    if store.is_model(folder) and path.name != store.PRODUCT_FILE:
        yield folder
    elif folder == path and not any(map(pathkind.is_there, store.product_files([path]))):
        folders = store.model_folders(path)
        if any(map(store.is_model, folders)) or next(store.product_files([path]), None) is None:
            yield from folders


def _product(path: Path) -> Path:
    """The product file that a file belongs to, or the path itself.

    A file that only a product can have belongs to one even if the product file is missing; a
    misspelled file name is taken for the one that is read.
    """
    if pathkind.is_folder(path) or path.name == store.PRODUCT_FILE:
        return path
    folder = path.parent
    if folder.name in {"", ".."}:  # a relative path that does not contain the folder's name
        name, above = Path(os.path.realpath(folder)).name, folder / ".."
    else:
        name, above = folder.name, folder.parent
    evaluation = store.meant(name) == store.EVALUATIONS
    file = (above if evaluation else folder) / store.PRODUCT_FILE
    of_product = evaluation or store.meant(path.name) is not None
    return file if pathkind.is_there(file) or (of_product and pathkind.is_there(path)) else path
