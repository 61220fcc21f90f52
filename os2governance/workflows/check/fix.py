"""`check --fix`: fixes that are safe, written to the files themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from os2governance.authoring.fixes import KeyOrder, fix_yaml
from os2governance.checks.inspect import Inspection
from os2governance.documents.sources import ProductFiles
from os2governance.documents.yaml_reader import read_yaml
from os2governance.files import reading, writing
from os2governance.findings.finding import Finding
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.product.declaration import find_unquoted_values
from os2governance.product.reader import find_model
from os2governance.rules.vocabulary import Fact
from os2governance.schema.read import read_schema
from os2governance.workflows.check.run import CheckTargets
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import find_named_folder


class FixedFile(NamedTuple):
    """A file that was fixed, or the findings that prevented it."""

    file: str
    findings: Sequence[Finding]


def fix_targets(
    targets: CheckTargets, paths: Sequence[str], context: Context
) -> tuple[list[str], CheckTargets]:
    """Fix the files of a run; the names of those fixed, and the run with those that could not be.

    `paths` are what the person named.
    """
    results = list(fix_files(targets.files, context, paths))
    unwritten = [
        Inspection(file=each.file, findings=tuple(each.findings), texts={}, readable=False)
        for each in results
        if each.findings
    ]
    told = [*targets.extra_inspections, *unwritten]
    fixed = [each.file for each in results if not each.findings]
    return fixed, replace(targets, extra_inspections=told)


def fix_files(
    files: Iterable[str], context: Context, paths: Sequence[str] = ()
) -> Iterator[FixedFile]:
    """Fix declarations and evaluations, and yield each; other files are never changed.

    `paths` are what the person named.
    """
    library = context.open_library()
    for file in files:
        root = find_named_folder(Path(file), paths)
        sources, _unused = reading.read_product_files(Path(file))
        if sources is None:
            continue
        for name, data, new in _find_fixes(sources, library):
            if new != data:
                yield FixedFile(name, writing.replace_file(Path(name), new, data, root=root))


def _find_fixes(sources: ProductFiles, library: Library) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield each file as (name, current bytes, fixed bytes)."""
    model = None
    if sources.product:
        name, data = sources.product
        document, _ = read_yaml(data, name)
        if document is None:
            return
        model, _ = find_model(document, library)
        texts = find_unquoted_values(document, model) if model else []
        yield name, data, fix_yaml(data, _build_product_order(model), texts)
    for name, data in sources.evaluations:
        own = model if sources.product else _find_named_model(name, data, library)
        yield name, data, fix_yaml(data, _build_evaluation_order(own))


def _find_named_model(name: str, data: bytes, library: Library) -> Model | None:
    """The model that a file names; None where it cannot be used."""
    document, _ = read_yaml(data, name)
    return find_model(document, library)[0] if document else None


def _build_product_order(model: Model | None) -> KeyOrder:
    order: dict[tuple[str, ...], Sequence[str]] = {(): list(read_schema("product")["properties"])}
    if model:
        order[("answers",)] = list(model.by_id)
        order |= _order_facts(model.facts, ("facts",))
    return order


def _order_facts(fact: Fact, path: tuple[str, ...]) -> KeyOrder:
    """The key order of a group of facts, and of all groups within it."""
    order: dict[tuple[str, ...], Sequence[str]] = {}
    if fact.fields:
        order[path] = list(fact.fields)
        for name, below in fact.fields.items():
            order |= _order_facts(below, (*path, name))
    return order


def _build_evaluation_order(model: Model | None) -> KeyOrder:
    order: dict[tuple[str, ...], Sequence[str]] = {
        (): list(read_schema("evaluation")["properties"])
    }
    if model:
        order["lights",] = list(model.by_id)
    return order
