"""States written on the command line: a revision, a folder, a date, a model, or a combination.

`STATE` is one of these, or several joined by `@`, at most one of each kind:

    now                 the current files, including uncommitted changes
    HEAD~3, v1.2        a git revision
    ./before, old/      a folder with products
    2026-05-01          a date
    model:os2/1.1.0     a model, by its name or its folder
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.mixtures import convert_to_model
from os2governance.analysis.state_inputs import ProductState
from os2governance.documents.sources import PRODUCT_FILE
from os2governance.files import reading
from os2governance.files.paths import is_folder, is_there
from os2governance.files.product_folder import ReadProductFiles
from os2governance.findings.finding import Finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.history import RepositoryHistory
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import _
from os2governance.model.library import Library, ModelResult
from os2governance.model.model import Model
from os2governance.product.reader import build_product
from os2governance.workflows.choose_model import choose_model, require_model
from os2governance.workflows.context import DEFAULT_PRODUCTS_FOLDER, Context, SearchScope
from os2governance.workflows.disk_files import open_library
from os2governance.workflows.find_products import list_product_files
from os2governance.workflows.match_products import match_products
from os2governance.workflows.model_links import find_links_between
from os2governance.workflows.revision_files import (
    read_old_model_files,
    read_old_models,
    read_old_products,
    resolve_product_file,
)
from os2governance.workflows.safety_net import run_safely

NOW = "now"
MODEL_PREFIX = "model:"


class StateSpec(NamedTuple):
    """A parsed state: the origin of the files, the date, and the model."""

    origin: str
    as_of: date | None
    model: str | None


class Snapshot(NamedTuple):
    """The products of a state by their file, and the models available in it.

    `findings` explain what could not be used; `unusable_files` are the files concerned.
    """

    products: Mapping[str, ProductState]
    library: Library
    findings: tuple[Finding, ...] = ()
    unusable_files: frozenset[str] = frozenset()


def parse_state(text: str) -> StateSpec:
    """Parse a state.

    Raises:
        NotPossibleError: when a part is context twice.
    """
    files, days, models = [], [], []
    for part in _split_parts(text):
        if day := parse_iso_date(part):
            days.append(day)
        elif part.startswith(MODEL_PREFIX):
            models.append(part.removeprefix(MODEL_PREFIX))
        elif part:
            files.append(part)
    if max(len(files), len(days), len(models)) > 1 or not (files or days or models):
        raise NotPossibleError(
            _(
                "'{text}' is not a state; write it as HEAD~3, folder/, 2026-05-01, "
                "model:os2/1.1.0, or several joined by @."
            ).fill(text=text)
        )
    return StateSpec(*[next(iter(each), None) for each in (files or [NOW], days, models)])  # type: ignore[arg-type]


def _split_parts(text: str) -> list[str]:
    """Split at each `@` before a date or a model; git's own `HEAD@{1}` and `@` stay whole."""
    head, *rest = text.split("@")
    parts = [head]
    for each in rest:
        if _is_date_or_model(each) or _is_date_or_model(parts[-1]):
            parts.append(each)
        else:
            parts[-1] += f"@{each}"
    return parts


def _is_date_or_model(part: str) -> bool:
    return parse_iso_date(part) is not None or part.startswith(MODEL_PREFIX)


def read_snapshot(said: StateSpec, paths: Sequence[str], context: Context) -> Snapshot:
    """Read the products that paths mean in a state."""
    as_of = said.as_of or context.as_of
    sources, library, findings = _read_state_sources(said.origin, paths, context)
    model = require_model(choose_model(said.model, context)) if said.model else None
    products = {}
    for name, (each, unread) in sources.items():
        built = partial(_build_state, (each, unread), (library, model), as_of)
        state, wrong = run_safely(built, name, _report_no_state)
        findings += wrong
        if state:
            products[name] = state
    return Snapshot(
        products, library, tuple(findings), frozenset(sources.keys() - products.keys())
    )


def _build_state(
    files: ReadProductFiles, models: tuple[Library, Model | None], as_of: date
) -> tuple[ProductState | None, list[Finding]]:
    """The state of one product, by another model where one is given."""
    (sources, unread), (library, model) = files, models
    read, findings = build_product(sources, library, unread) if sources else (None, list(unread))
    if read is None:
        return None, findings
    state = ProductState(*read, as_of)
    return (_apply_model(state, model, library) if model else state), findings


def _report_no_state(found: Finding) -> tuple[None, list[Finding]]:
    return None, [found]


def _apply_model(state: ProductState, model: Model, library: Library) -> ProductState:
    links = find_links_between(state.model, model, [library])
    return ProductState(convert_to_model(state, model, links), model, state.as_of)


StateSources = tuple[dict[str, ReadProductFiles], Library, list[Finding]]


def _read_state_sources(files: str, paths: Sequence[str], context: Context) -> StateSources:
    """The sources of each product by a name that is the same in every state."""
    if files == NOW:
        listed, findings = list_product_files(paths, context.scope)
        names = {file: resolve_product_file(Path(file)) for file in listed}
        return _read_from_disk(names), context.open_library(), findings
    if is_folder(Path(files)):
        root = Path(files)
        own = root / "criteria"
        library = open_library(*(context.criteria or ((own,) if is_folder(own) else ())))
        within = root / DEFAULT_PRODUCTS_FOLDER
        where = within if is_folder(within) else root
        listed, findings = list_product_files([str(where)], context.scope)
        names = _name_as_now(where, listed, paths, context.scope)
        return _keep_named(_read_from_disk(names), paths, context.scope), library, findings
    return _read_from_revision(files, paths, context)


def _read_from_disk(names: Mapping[str, str]) -> dict[str, ReadProductFiles]:
    return {name: reading.read_product_files(Path(file)) for file, name in names.items()}


def _name_as_now(
    folder: Path, listed: Iterable[str], paths: Sequence[str], scope: SearchScope
) -> dict[str, str]:
    """Name the products of another folder as those that paths mean now, by their place in it.

    A product has its place in a folder of products; the paths may mean several such folders.
    """
    usual = Path(scope.locate(DEFAULT_PRODUCTS_FOLDER), folder.name, PRODUCT_FILE)
    now = [Path(file) for file in list_product_files(paths, scope)[0]] or [usual]
    now = [
        file if file.name == PRODUCT_FILE or is_there(file) else file / PRODUCT_FILE
        for file in now
    ]
    names_now = {resolve_product_file(file) for file in now}
    bases = list(dict.fromkeys(file.parent / ".." for file in now))
    names = {}
    for file in map(Path, listed):
        own = Path(os.path.realpath(file.parent)).name
        place = Path(own, file.name) if file.parent == folder else file.relative_to(folder)
        meant = [resolve_product_file(base / place) for base in bases]
        names[str(file)] = next((name for name in meant if name in names_now), meant[0])
    return names


def _keep_named(
    found: dict[str, ReadProductFiles], paths: Sequence[str], scope: SearchScope
) -> dict[str, ReadProductFiles]:
    """The products of another folder that paths mean: all, or those that they name one by one."""
    listed = [Path(file) for path in paths for file in list_product_files([path], scope)[0]]
    single = [file for file in listed if any(Path(path) in {file, file.parent} for path in paths)]
    if not listed or len(single) < len(listed):
        return found
    now = {resolve_product_file(file): reading.read_product_files(file)[0] for file in single}
    pairs = match_products({name: sources for name, (sources, _) in found.items()}, now)
    named = {resolve_product_file(Path(path) / PRODUCT_FILE) for path in paths}  # perhaps gone now
    return {name: found[name] for name in [*(name for name, _ in pairs), *named & found.keys()]}


def _read_from_revision(name: str, paths: Sequence[str], context: Context) -> StateSources:
    """Read the revision from the current folder's repository and those within it."""
    library, past = context.open_library(), RepositoryHistory(name)
    past.find_folder(Path())
    within = [
        each for each in map(Path, paths or context.scope.paths) if past.find_known_folder(each)
    ]
    found = read_old_products(past, within)
    models: dict[str, ModelResult] = {}
    for folder in reversed(library.folders):
        if held := past.find_known_folder(folder):
            models |= read_old_models(folder, read_old_model_files(held))
    return found, library._replace(models=models, published={}), []
