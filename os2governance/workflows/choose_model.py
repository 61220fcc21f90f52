"""Choice of the model that a command works on."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.files import listing
from os2governance.files.paths import is_folder
from os2governance.findings.finding import Finding, suggest_word
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.model.library import Library, read_model_folder
from os2governance.model.model import Criterion, Model
from os2governance.workflows.context import Context
from os2governance.workflows.disk_files import MODELS_ON_DISK
from os2governance.workflows.names import check_criterion_ids

NamedModel = tuple[str, Model | None, list[Finding]]
"""A model's name or folder, and the model, or None with its findings."""


def read_all_models(context: Context) -> list[NamedModel]:
    """Read all available models, in the order of their names."""
    library = context.open_library()
    read = [(name, *library.model(name)) for name in library.references()]
    if not read:
        where = listing.format_path(library.folders[0])
        raise NotPossibleError(_("There is no model in {where}.").fill(where=where))
    return read


def choose_model(wanted: str | None, context: Context) -> NamedModel:
    """Read a model by its name or folder; by default the newest available.

    The newest is the last published one that can be read; an unreadable one is returned only if
    all are.
    """
    if wanted is None:
        return _read_newest_model(context)
    library = context.open_library()
    known = library.references()
    if wanted in known:
        return (wanted, *library.model(wanted))
    folder = Path(wanted)
    if is_folder(folder):
        return (listing.format_path(folder), *read_model_folder(folder, MODELS_ON_DISK))
    raise _build_unknown_model_error(wanted, known)


def _build_unknown_model_error(wanted: str, known: list[str]) -> NotPossibleError:
    meant, names = suggest_word(wanted, known), ", ".join(known) or "-"
    return NotPossibleError(
        _("There is no model '{wanted}'{meant} ({names})").fill(
            wanted=wanted, meant=meant, names=names
        )
    )


def find_model_folder(name: str, context: Context) -> Path:
    """The folder of a model by the name or folder that a choice returned."""
    library = context.open_library()
    return library.find_folder(name) if name in library.references() else Path(name)


def find_library_model(library: Library, wanted: str) -> tuple[Model | None, list[Finding]]:
    """Read a model of the library by its name, or by its version where that is unambiguous."""
    known = library.references()
    named = [name for name in known if name.split("/")[1] == wanted]
    wanted = named[0] if len(named) == 1 else wanted
    if wanted not in known:
        raise _build_unknown_model_error(wanted, known)
    return library.model(wanted)


def require_model(chosen: NamedModel) -> Model:
    """The model that was read.

    Raises:
        NotPossibleError: when it has errors; the text names the first.
    """
    name, model, findings = chosen
    if model:
        return model
    first = findings[0]
    raise NotPossibleError(
        _("{name} cannot be used: {location}: {message}").fill(
            name=name, location=first.location, message=first.message
        )
    )


class ChosenCriteria(NamedTuple):
    """A model, and some of its criteria."""

    model: Model
    criteria: Sequence[Criterion]


def choose_criteria(
    names: Sequence[str], wanted: str | None, context: Context
) -> tuple[ChosenCriteria | None, list[Finding]]:
    """Read a model, and look up criteria by their ids; without ids, all.

    Raises:
        NotPossibleError: when there is no such model, or the model lacks a criterion.
    """
    _, model, findings = choose_model(wanted, context)
    if model is None:
        return None, findings
    check_criterion_ids(names, model)
    return ChosenCriteria(model, [model.by_id[name] for name in names] or model.criteria), []


def choose_models(wanted: str | None, context: Context) -> list[NamedModel]:
    """Read one model, or without a name all models."""
    return read_all_models(context) if wanted is None else [choose_model(wanted, context)]


def _read_newest_model(context: Context) -> NamedModel:
    """Read models, newest first, until one is readable."""
    library = context.open_library()
    for name in library.newest_first():
        model, findings = library.model(name)
        if model:
            return name, model, findings
    return read_all_models(context)[0]
