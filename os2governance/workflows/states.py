"""States written on the command line: a revision, a folder, a date, a model, or a combination.

`STATE` is one of these, or several joined by `@`, at most one of each kind:

    now                 the current files, including uncommitted changes
    HEAD~3, v1.2        a git revision
    ./before, old/      a folder with products
    2026-05-01          a date
    model:os2/1.1.0     a model, by its name or its folder
"""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.attribution import State, under
from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.findings.finding import Finding
from os2governance.git.history import Past
from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import Text
from os2governance.model.model import Model
from os2governance.product.reader import Library, product_of
from os2governance.workflows.choose_model import chosen_model
from os2governance.workflows.find_products import USUAL_FOLDER, listed_files
from os2governance.workflows.model_links import links_between
from os2governance.workflows.revision_files import model_files_then, models_then, products_then

NOW = "now"
MODEL = "model:"


class Said(NamedTuple):
    """A parsed state: the origin of the files, the date, and the model."""

    files: str
    as_of: date | None
    model: str | None


class Seen(NamedTuple):
    """The products of a state by their file, and the models available in it.

    `findings` explain what could not be used; `unusable_files` are the files concerned.
    """

    products: Mapping[str, State]
    library: Library
    findings: tuple[Finding, ...] = ()
    unusable: frozenset[str] = frozenset()


def read_said(text: str) -> Said:
    """Parse a state.

    Raises:
        UsageError: when a part is given twice.
    """
    files, days, models = [], [], []
    for part in _joined(text):
        if day := iso_date(part):
            days.append(day)
        elif part.startswith(MODEL):
            models.append(part.removeprefix(MODEL))
        elif part:
            files.append(part)
    if max(len(files), len(days), len(models)) > 1 or not (files or days or models):
        raise UsageError(
            Text(
                f"'{text}' er ikke en tilstand; skriv den som HEAD~3, mappe/, 2026-05-01, "
                "model:os2/1.1.0 eller flere med @ imellem.",
                f"'{text}' is no state; write it as HEAD~3, folder/, 2026-05-01, "
                "model:os2/1.1.0, or several with @ between.",
            )
        )
    return Said(*[next(iter(each), None) for each in (files or [NOW], days, models)])  # type: ignore[arg-type]


def _joined(text: str) -> list[str]:
    """Split at each `@` before a date or a model; git's own `HEAD@{1}` and `@` stay whole."""
    head, *rest = text.split("@")
    parts = [head]
    for each in rest:
        if _own(each) or _own(parts[-1]):
            parts.append(each)
        else:
            parts[-1] += f"@{each}"
    return parts


def _own(part: str) -> bool:
    return iso_date(part) is not None or part.startswith(MODEL)


def see(said: Said, paths: Sequence[str], given: Given) -> Seen:
    """Read the products that paths mean in a state."""
    as_of = said.as_of or given.as_of
    sources, library, findings = _sources(said.files, paths, given)
    model = _model(said.model, given) if said.model else None
    products = {}
    for name, (each, unread) in sources.items():
        read, wrong = product_of(each, library, unread)
        findings += wrong
        if read:
            state = State(*read, as_of)
            products[name] = _under(state, model, library) if model else state
    return Seen(products, library, tuple(findings), frozenset(sources.keys() - products.keys()))


def _under(state: State, model: Model, library: Library) -> State:
    links = links_between(state.model, model, [library])
    return State(under(state, model, links), model, state.as_of)


Found = tuple[dict[str, tuple[store.Sources, list[Finding]]], Library, list[Finding]]


def _sources(files: str, paths: Sequence[str], given: Given) -> Found:
    """The sources of each product by a name that is the same in every state."""
    if files == NOW:
        return _on_disk(paths, Library.at(given.criteria), Path())
    if pathkind.is_folder(Path(files)):
        root = Path(files)
        own = root / "criteria"
        library = Library.at(given.criteria or (own if pathkind.is_folder(own) else None))
        within = root / USUAL_FOLDER
        where = [str(within if pathkind.is_folder(within) else root)]
        return _on_disk(where, library, root)
    return _at_revision(files, paths, given)


def _on_disk(paths: Sequence[str], library: Library, root: Path) -> Found:
    listed, findings = listed_files(paths)
    found = {}
    for file in listed:
        sources, unread = store.sources(Path(file))
        if sources:
            found[os.path.relpath(file, root)] = (sources, unread)
        else:
            findings += unread
    return found, library, findings


def _at_revision(name: str, paths: Sequence[str], given: Given) -> Found:
    """Read the revision from the current folder's repository and those within it."""
    library, past = Library.at(given.criteria), Past(name)
    past.holding(Path())
    within = [each for each in map(Path, paths or [USUAL_FOLDER]) if past.beside(each)]
    found = {
        os.path.relpath(sources.product.name): (sources, list[Finding]())
        for sources in products_then(past, within).values()
    }
    held = past.beside(library.criteria)
    models = models_then(library.criteria, model_files_then(held)) if held else {}
    return found, Library(library.criteria, models, {}), []


def _model(reference: str, given: Given) -> Model:
    name, model, findings = chosen_model(given, reference)
    if model is None:
        first = findings[0]
        raise UsageError(
            Text(
                f"{name} kan ikke bruges: {first.place}: {first.message.da}",
                f"{name} cannot be used: {first.place}: {first.message.en}",
            )
        )
    return model
