"""What the paths of `check` mean: products, models, or files that belong to one of them."""

from collections.abc import Iterator
from pathlib import Path

from os2governance import store
from os2governance.cli.check_run import Wanted
from os2governance.cli.options import Given
from os2governance.cli.products import USUAL_FOLDER, listed_files
from os2governance.inspection import Inspected

MODELS_FOLDER = "criteria"


def wanted(paths: tuple[str, ...], given: Given) -> Wanted:
    """Give what paths mean, each product and model once."""
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


def compared(found: Wanted, paths: tuple[str, ...], revision: str, given: Given) -> Wanted:
    """Add how the products differ from a revision."""
    from os2governance.cli.check_against import touched

    folders = [Path(path) for path in paths] or [Path(USUAL_FOLDER)]
    changed = touched(found.files, folders, revision, given)
    beside = [
        Inspected(each.findings[0].place.file, each.findings, each.texts)
        for each in changed
        if each.findings
    ]
    return found._replace(
        beside=[*found.beside, *beside],
        against=revision,
        changes=[each.change for each in changed],
    )


def _usual(given: Given) -> Iterator[str]:
    """Give the usual folders; models are checked where they are kept, not where installed."""
    yield USUAL_FOLDER
    criteria = given.criteria or Path(MODELS_FOLDER)
    if criteria.is_dir():
        yield str(criteria)


def _models(path: Path) -> Iterator[Path]:
    """Give the folder of the model that a path is, or is in, or the models below it."""
    folder = path if path.is_dir() else path.parent
    if (folder / store.MODEL_FILE).is_file() and path.name != store.PRODUCT_FILE:
        yield folder
    elif path.is_dir() and next(store.product_files([path]), None) is None:
        yield from sorted(file.parent for file in path.glob(f"*/{store.MODEL_FILE}"))
        yield from (path / name for name in store.model_references(path))


def _product(path: Path) -> Path:
    """Give the product that a file of its record belongs to, or the path as it is."""
    if path.is_dir() or path.name == store.PRODUCT_FILE:
        return path
    folder = path.parent.parent if path.parent.name == store.EVALUATIONS else path.parent
    file = folder / store.PRODUCT_FILE
    return file if file.exists() else path
