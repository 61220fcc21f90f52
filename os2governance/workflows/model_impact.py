"""Comparison for `criteria impact`: two models, and each product under both."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.model_impact import Impact, impact
from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.files import paths as pathkind
from os2governance.findings.finding import Finding
from os2governance.git.history import Past
from os2governance.i18n.text import Text
from os2governance.model.model import Model
from os2governance.model.versions import Link
from os2governance.product.reader import Library
from os2governance.workflows.choose_model import chosen_model
from os2governance.workflows.model_links import links_between
from os2governance.workflows.revision_files import model_files_then, models_then
from os2governance.workflows.states import NOW, Said, see


class Impacts(NamedTuple):
    """Two models, the links between them, each product under both, and what could not be used."""

    models: tuple[Model, Model]
    links: tuple[Link, ...]
    products: tuple[Impact, ...]
    findings: tuple[Finding, ...]


def impacted(before: str, after: str | None, paths: Sequence[str], given: Given) -> Impacts:
    """Read two models, and assess each product of the model, whatever its version, under both."""
    new = _usable(*chosen_model(given, after))
    old = _before(before, new, given)
    seen = see(Said(NOW, None, None), paths, given)
    states = sorted(
        (each for each in seen.products.values() if each.model.id == new.id),
        key=lambda each: each.product.declaration.product,
    )
    relate = partial(_related, known={}, library=seen.library)
    found = tuple(impact(each, old, new, relate) for each in states)
    return Impacts((old, new), relate(old, new), found, seen.findings)


def _related(
    before: Model, after: Model, known: dict[tuple[str, str], tuple[Link, ...]], library: Library
) -> tuple[Link, ...]:
    """Find the links between two models once, for any number of products."""
    pair = (before.digest, after.digest)
    if pair not in known:
        known[pair] = links_between(before, after, [library])
    return known[pair]


def _usable(name: str, model: Model | None, findings: Sequence[Finding]) -> Model:
    if model:
        return model
    first = findings[0]
    raise UsageError(
        Text(
            f"{name} kan ikke bruges: {first.place}: {first.message.da}",
            f"{name} cannot be used: {first.place}: {first.message.en}",
        )
    )


def _before(name: str, new: Model, given: Given) -> Model:
    """Read the old model by its name or folder; otherwise from git, at that revision."""
    if pathkind.is_folder(Path(name)) or name in Library.at(given.criteria).references():
        return _usable(*chosen_model(given, name))
    folder = Path(new.file).parent
    criteria = folder.resolve().parent.parent
    models = models_then(criteria, model_files_then(Past(name).holding(criteria)))
    if new.reference in models:
        return _usable(name, *models[new.reference])
    raise UsageError(
        Text(
            f"Modellen {new.reference} findes ikke i revisionen '{name}'.",
            f"There is no model {new.reference} in the revision '{name}'.",
        )
    )
