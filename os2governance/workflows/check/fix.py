"""`check --fix`: fixes that are safe, written to the files themselves."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from os2governance.authoring.fixes import Order, tidied
from os2governance.cli.options import Given
from os2governance.cli.output import beside, talk
from os2governance.documents.yaml_reader import read_yaml
from os2governance.files import store
from os2governance.i18n.text import Text
from os2governance.model.model import Model
from os2governance.product.declaration import unquoted
from os2governance.product.reader import Library
from os2governance.rules.vocabulary import Fact
from os2governance.schema.read import read_schema


def mend(files: Iterable[str], given: Given) -> None:
    """Fix declarations and evaluations, and report which; the decision log is never changed."""
    library = Library.at(given.criteria)
    for file in files:
        sources, _ = store.sources(Path(file))
        if sources is None:
            continue
        for name, data, new in _mended(sources, library):
            if new == data:
                continue
            wrong = store.replace(Path(name), new, data)
            beside(wrong, given)
            if not wrong:
                talk(Text(f"Rettet: {name}", f"Mended: {name}"), given)


def _mended(sources: store.Sources, library: Library) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield each file as (name, current bytes, fixed bytes)."""
    name, data = sources.product
    document, _ = read_yaml(data, name)
    if document is None:
        return
    model, _ = library.model_of(document)
    texts = unquoted(document, model) if model else []
    yield name, data, tidied(data, _product_order(model), texts)
    for name, data in sources.evaluations:
        yield name, data, tidied(data, _evaluation_order(model))


def _product_order(model: Model | None) -> Order:
    order: dict[tuple[str, ...], Sequence[str]] = {(): list(read_schema("product")["properties"])}
    if model:
        order[("answers",)] = list(model.by_id)
        order |= _groups(model.facts, ("facts",))
    return order


def _groups(fact: Fact, path: tuple[str, ...]) -> Order:
    """The key order of a group of facts, and of all groups within it."""
    order: dict[tuple[str, ...], Sequence[str]] = {}
    if fact.fields:
        order[path] = list(fact.fields)
        for name, below in fact.fields.items():
            order |= _groups(below, (*path, name))
    return order


def _evaluation_order(model: Model | None) -> Order:
    order: dict[tuple[str, ...], Sequence[str]] = {
        (): list(read_schema("evaluation")["properties"])
    }
    if model:
        order["lights",] = list(model.by_id)
    return order
