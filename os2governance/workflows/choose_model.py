"""Choice of the model that a command works on."""

from pathlib import Path

from os2governance.cli.localised_click import UsageError
from os2governance.cli.options import Invocation
from os2governance.files import listing
from os2governance.files import paths as pathkind
from os2governance.findings.finding import Finding, suggest_word
from os2governance.i18n.text import _
from os2governance.model.model import Model
from os2governance.product.reader import Library, read_model_folder

NamedModel = tuple[str, Model | None, list[Finding]]
"""A model's name or folder, and the model, or None with its findings."""


def read_all_models(given: Invocation) -> list[NamedModel]:
    """Read all available models, in the order of their names."""
    library = Library.open_folder(given.criteria)
    read = [(name, *library.model(name)) for name in library.references()]
    if not read:
        where = listing.format_path(library.criteria)
        raise UsageError(_("There is no model in {where}.").fill(where=where))
    return read


def choose_model(given: Invocation, wanted: str | None) -> NamedModel:
    """Read a model by its name or folder; by default the newest available.

    The newest is the last published one that can be read; an unreadable one is returned only if
    all are.
    """
    if wanted is None:
        return _read_newest_model(given)
    library = Library.open_folder(given.criteria)
    known = library.references()
    if wanted in known:
        return (wanted, *library.model(wanted))
    folder = Path(wanted)
    if pathkind.is_folder(folder):
        return (listing.format_path(folder), *read_model_folder(folder))
    raise _build_unknown_model_error(wanted, known)


def _build_unknown_model_error(wanted: str, known: list[str]) -> UsageError:
    meant, names = suggest_word(wanted, known), ", ".join(known) or "-"
    return UsageError(
        _("There is no model '{wanted}'{meant} ({names})").fill(
            wanted=wanted, meant=meant, names=names
        )
    )


def find_model_folder(criteria: Path, name: str) -> Path:
    """The folder of a model by the name or folder that a choice returned."""
    return criteria / name if name in listing.list_model_references(criteria) else Path(name)


def find_library_model(library: Library, wanted: str) -> tuple[Model | None, list[Finding]]:
    """Read a model of the library by its name, or by its version where that is unambiguous."""
    known = library.references()
    named = [name for name in known if name.split("/")[1] == wanted]
    wanted = named[0] if len(named) == 1 else wanted
    if wanted not in known:
        raise _build_unknown_model_error(wanted, known)
    return library.model(wanted)


def choose_models(given: Invocation, wanted: str | None) -> list[NamedModel]:
    """Read one model, or without a name all models."""
    return read_all_models(given) if wanted is None else [choose_model(given, wanted)]


def _read_newest_model(given: Invocation) -> NamedModel:
    """Read models, newest first, until one is readable."""
    library = Library.open_folder(given.criteria)
    for name in library.newest_first():
        model, findings = library.model(name)
        if model:
            return name, model, findings
    return read_all_models(given)[0]
