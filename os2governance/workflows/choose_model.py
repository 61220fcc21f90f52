"""Choice of the model that a command works on."""

from pathlib import Path

from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.findings.finding import Finding, suggestion
from os2governance.i18n.text import Text
from os2governance.model.model import Model
from os2governance.product.reader import Library, read_model_folder

Read = tuple[str, Model | None, list[Finding]]
"""A model's name or folder, and the model, or None with its findings."""


def all_models(given: Given) -> list[Read]:
    """Read all available models, in the order of their names."""
    library = Library.at(given.criteria)
    read = [(name, *library.model(name)) for name in library.references()]
    if not read:
        where = store.shown(library.criteria)
        raise UsageError(Text(f"Der er ingen model i {where}.", f"There is no model in {where}."))
    return read


def chosen_model(given: Given, wanted: str | None) -> Read:
    """Read a model by its name or folder; by default the newest available.

    The newest is the last published one that can be read; an unreadable one is returned only if
    all are.
    """
    if wanted is None:
        return _newest(given)
    library = Library.at(given.criteria)
    known = library.references()
    if wanted in known:
        return (wanted, *library.model(wanted))
    folder = Path(wanted)
    if pathkind.is_folder(folder):
        return (store.shown(folder), *read_model_folder(folder))
    raise _no_model(wanted, known)


def _no_model(wanted: str, known: list[str]) -> UsageError:
    meant, names = suggestion(wanted, known), ", ".join(known) or "-"
    return UsageError(
        Text(
            f"Modellen '{wanted}' findes ikke{meant.da} ({names})",
            f"There is no model '{wanted}'{meant.en} ({names})",
        )
    )


def known_model(library: Library, wanted: str) -> tuple[Model | None, list[Finding]]:
    """Read a model of the library by its name, or by its version where that is unambiguous."""
    known = library.references()
    named = [name for name in known if name.split("/")[1] == wanted]
    wanted = named[0] if len(named) == 1 else wanted
    if wanted not in known:
        raise _no_model(wanted, known)
    return library.model(wanted)


def chosen_models(given: Given, wanted: str | None) -> list[Read]:
    """Read one model, or without a name all models."""
    return all_models(given) if wanted is None else [chosen_model(given, wanted)]


def _newest(given: Given) -> Read:
    """Read models, newest first, until one is readable."""
    library = Library.at(given.criteria)
    for name in library.newest_first():
        model, findings = library.model(name)
        if model:
            return name, model, findings
    return all_models(given)[0]
