"""`check --against`: how products differ from a revision, and which changes lack a decision."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.changed_models import ChangedModel, check_changed_model
from os2governance.analysis.difference import (
    ProductChange,
    check_removed_product,
    check_undecided_level_change,
)
from os2governance.analysis.record_integrity import check_record_integrity
from os2governance.assessment.levels import Assessment, assess
from os2governance.documents.sources import MODEL_FILE, ProductFiles
from os2governance.documents.text_reader import read_shown_text
from os2governance.files import reading
from os2governance.files.listing import format_path
from os2governance.findings.finding import Finding, Location
from os2governance.git.history import RepositoryHistory
from os2governance.git.revision import find_revision
from os2governance.model.library import Library, ModelResult
from os2governance.model.model import Model
from os2governance.model.versions import pair_criteria
from os2governance.product.reader import build_product
from os2governance.product.record_entries import read_product_record
from os2governance.workflows.compare_products import OldAndCurrent, find_changed_products
from os2governance.workflows.context import Context
from os2governance.workflows.model_links import find_links_between
from os2governance.workflows.revision_files import read_old_model_files, read_old_models
from os2governance.workflows.safety_net import run_safely, stream_safely


class ComparedProduct(NamedTuple):
    """A product whose files differ: its file, the change, its findings, the texts of its files."""

    file: str
    change: ProductChange
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class RevisionComparison:
    """The products whose files or model differ, and the findings on the models that differ.

    `changed` are the files of all products that differ. `past`, `libraries` and `pairs` are what
    was compared.
    """

    products: list[ComparedProduct]
    models: list[Finding]
    changed: frozenset[str]
    past: RepositoryHistory
    old_library: Library
    pairs: Sequence[OldAndCurrent]


def find_changes_since(
    files: Sequence[str], paths: Sequence[Path], name: str, context: Context
) -> RevisionComparison:
    """Compare products with a revision, and the models that they follow.

    `files` are the product files that the paths mean now.

    Raises:
        NotPossibleError: when the revision of one cannot be read.
    """
    past, library = RepositoryHistory(name, find_revision), context.open_library()
    for path in paths:
        past.find_folder(path)
    models = _read_models(past, library)
    pairs = list(find_changed_products(past, paths, files, same_too=bool(models.changed)))
    found = [
        run_safely(
            partial(_compare_product, each, models, context),
            name_product(each),
            _report_failed_product,
        )
        for each in pairs
    ]
    shown = format_path(library.folders[0])
    return RevisionComparison(
        products=[
            each
            for each in found
            if each.findings or (each.change.product and each.change.differs)
        ],
        models=list(
            stream_safely(
                _check_models(models, zip(pairs, found, strict=True), context),
                shown,
                lambda failed: failed,
            )
        ),
        changed=frozenset(map(name_product, pairs)),
        past=past,
        old_library=models.old,
        pairs=pairs,
    )


def name_product(each: OldAndCurrent) -> str:
    """The file of a product: where it is, or was."""
    before, now = each
    return (now.sources or before or now.record).name


def _report_failed_product(found: Finding) -> ComparedProduct:
    change = ProductChange(None, None, unusable=True)
    return ComparedProduct(found.location.file, change, (found,), {})


class _Models(NamedTuple):
    """The models of a revision and of now.

    `held` are the files of those that the repository held, None where it does not hold them; in
    `old`, the others are as they are now. `changed` are those that have other files now.
    """

    old: Library
    new: Library
    held: Mapping[str, Mapping[str, bytes]] | None
    changed: tuple[str, ...]

    def find_rights(self, model: Model) -> Model | None:
        """The model that says who may decide: as it was, or the newest version before it."""
        if self.held is None or model.reference in self.held:
            return self.old.model(model.reference)[0]
        family = [name for name in self.held if name.split("/")[0] == model.id]
        known = [each for name in family if (each := self.old.model(name)[0])]
        return max(known, key=lambda each: (each.published, each.reference), default=None)


def _read_models(past: RepositoryHistory, library: Library) -> _Models:
    held: dict[str, Mapping[str, bytes]] = {}
    models: dict[str, ModelResult] = {}
    known = [
        (folder, where)
        for folder in library.folders
        if (where := past.find_known_folder(folder)) is not None
    ]
    for folder, where in reversed(known):
        files = read_old_model_files(where)
        held |= files
        models |= read_old_models(folder, files)
    changed = tuple(
        name
        for name, files in held.items()
        if files != reading.read_model_files(library.find_folder(name))[0]
    )
    if not changed:
        return _Models(library, library, held if known else None, ())
    usable = {name: read for name, read in models.items() if read[0]}
    return _Models(library._replace(models=usable, published={}), library, held, changed)


def _check_models(
    models: _Models, products: Iterable[tuple[OldAndCurrent, ComparedProduct]], context: Context
) -> Iterator[Finding]:
    """Yield what the changes of models do to the products that followed them."""
    effects: dict[str, list[ProductChange]] = {}
    for (sources, _), compared in products if models.changed else ():
        before = compared.change.before
        if before and before.model.reference in models.changed:
            after = _assess_sources(sources, models.new, context)
            effects.setdefault(before.model.reference, []).append(ProductChange(before, after))
    for name, several in effects.items():
        was = (models.held or {})[name]
        folder = models.new.find_folder(name)
        now = reading.read_model_files(folder)[0]
        files = tuple(each for each in sorted({*was, *now}) if was.get(each) != now.get(each))
        known = name in models.new.references()
        model = models.new.model(name)[0] if known else None
        changed = ChangedModel(name, models.old.model(name)[0], model, files)
        place = Location(format_path(folder / MODEL_FILE), 1, 1)
        yield from check_changed_model(changed, several, place)


def _compare_product(each: OldAndCurrent, models: _Models, context: Context) -> ComparedProduct:
    before, now = each
    libraries = (models.old, models.new)
    change = _build_change(
        _assess_sources(before, models.old, context),
        _assess_sources(now.sources, models.new, context),
        libraries,
    )
    texts = {name: read_shown_text(data) for name, data in now.files()}
    lost = bool((before and not change.before) or (now.exists and not change.after))
    change = change._replace(unusable=lost)
    new = read_product_record(now.sources or now.record)
    old = read_product_record(before)
    assessed = change.after or change.before
    rights = models.find_rights(assessed.model) if assessed else None
    if not now.exists and not now.files():
        removed = tuple(check_removed_product(change.before, old))
        return ComparedProduct(name_product(each), change, removed, texts)
    found = [
        *check_undecided_level_change(change, rights),
        *check_record_integrity(
            old, new, context.as_of, rights, assessed.model if assessed else None
        ),
    ]
    return ComparedProduct(name_product(each), change, tuple(found), texts)


def _build_change(
    before: Assessment | None, after: Assessment | None, libraries: tuple[Library, Library]
) -> ProductChange:
    if before is None or after is None or before.model.reference == after.model.reference:
        return ProductChange(before, after)
    links = find_links_between(before.model, after.model, reversed(libraries))
    return ProductChange(before, after, pair_criteria(before.model, after.model, links))


def _assess_sources(
    sources: ProductFiles | None, library: Library, context: Context
) -> Assessment | None:
    if sources is None:
        return None
    read, _ = build_product(sources, library)
    return assess(*read, as_of=context.as_of) if read else None
