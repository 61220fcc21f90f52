"""Comparison for `criteria impact`: two models, and each product under both."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from os2governance.analysis.model_impact import ModelComparison, assess_impact
from os2governance.files.paths import is_folder
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.history import RepositoryHistory
from os2governance.i18n.text import _
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.model.versions import CriterionLink
from os2governance.workflows.choose_model import choose_model, require_model
from os2governance.workflows.context import Context
from os2governance.workflows.model_links import find_links_between
from os2governance.workflows.revision_files import read_old_model_files, read_old_models
from os2governance.workflows.states import NOW, StateSpec, read_snapshot


def compare_models(
    before: str, after: str | None, paths: Sequence[str], context: Context
) -> ModelComparison:
    """Read two models, and assess each product of the old one under both."""
    new = require_model(choose_model(after, context))
    old = _read_old_model(before, new, context)
    seen = read_snapshot(StateSpec(NOW, None, None), paths, context)
    states = sorted(
        (each for each in seen.products.values() if each.model.id == new.id),
        key=lambda each: each.product.id,
    )
    relate = partial(_find_links, known={}, library=seen.library)
    moved = [each for each in states if each.model.reference == old.reference]
    return ModelComparison(
        models=(old, new),
        links=relate(old, new),
        impacts=tuple(assess_impact(each, old, new, relate) for each in moved),
        elsewhere=Counter(each.model.reference for each in states if each not in moved),
        findings=seen.findings,
    )


def _find_links(
    before: Model,
    after: Model,
    known: dict[tuple[str, str], tuple[CriterionLink, ...]],
    library: Library,
) -> tuple[CriterionLink, ...]:
    """Find the links between two models once, for any number of products."""
    pair = (before.digest, after.digest)
    if pair not in known:
        known[pair] = find_links_between(before, after, [library])
    return known[pair]


def _read_old_model(name: str, new: Model, context: Context) -> Model:
    """Read the old model by its name or folder; otherwise from git, at that revision."""
    if is_folder(Path(name)) or name in context.open_library().references():
        return require_model(choose_model(name, context))
    folder = Path(new.file).parent
    criteria = folder.resolve().parent.parent
    models = read_old_models(
        criteria, read_old_model_files(RepositoryHistory(name).find_folder(criteria))
    )
    if new.reference in models:
        return require_model((name, *models[new.reference]))
    raise NotPossibleError(
        _("There is no model {reference} in the revision '{name}'.").fill(
            reference=new.reference, name=name
        )
    )
