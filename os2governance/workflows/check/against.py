"""`check --against`: how products differ from a revision, and which changes lack a decision."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.difference import Change, rewritten, unclosed, undecided
from os2governance.assessment.levels import Assessment, assess
from os2governance.cli.options import Given
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.files import store
from os2governance.findings.finding import Finding
from os2governance.git.history import Past
from os2governance.git.revision import revision_of
from os2governance.model.versions import pairs
from os2governance.product.reader import Library, product_of
from os2governance.workflows.compare_products import Compared, Now, compared_products
from os2governance.workflows.model_links import links_between
from os2governance.workflows.revision_files import model_files_then, models_then


class Touched(NamedTuple):
    """A product whose files differ: the change, its findings, and the texts of its files."""

    change: Change
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


def touched(files: Sequence[str], paths: Sequence[Path], name: str, given: Given) -> list[Touched]:
    """Compare products with a revision; return those whose files or model differ.

    `files` are the product files that the paths mean now.

    Raises:
        UsageError: when the revision of one cannot be read.
    """
    past, library = Past(name, revision_of), Library.at(given.criteria)
    for path in paths:
        past.holding(path)
    old_library = _library_then(past, library)
    found = [
        _touched(each, (old_library or library, library), given)
        for each in compared_products(past, paths, files, same_too=old_library is not None)
    ]
    return [
        each for each in found if each.findings or (each.change.product and each.change.differs)
    ]


def _library_then(past: Past, library: Library) -> Library | None:
    """The old models, if a model of the revision has other files now; None where all are the same.

    Models that the repository did not hold, or that could not be used, are taken as they are now.
    """
    held = past.beside(library.criteria)
    then = model_files_then(held) if held else {}
    if all(files == store.model_files(library.criteria / n)[0] for n, files in then.items()):
        return None
    models = models_then(library.criteria, then)
    return Library(library.criteria, {n: read for n, read in models.items() if read[0]}, {})


def _touched(each: Compared, libraries: tuple[Library, Library], given: Given) -> Touched:
    before, now = each
    old, new = libraries
    change = _change(_assessed(before, old, given), _assessed(now.product, new, given), libraries)
    texts = {name: data.decode("utf-8-sig", "replace") for name, data in now.files()}
    if now.log and _read(now.log) is None:  # its content is unknown, which is an error
        return Touched(change._replace(unusable=True), (), texts)
    lost = (before and not change.before) or (now.there and not change.after)
    found = [*undecided(change), *_of_the_record(change, before, now)]
    return Touched(change._replace(unusable=bool(lost)), tuple(found), texts)


def _of_the_record(change: Change, before: store.Sources | None, now: Now) -> list[Finding]:
    """Find forbidden changes to the record of a product, such as a rewritten log."""
    log = _read(before.log) if before else None
    if now.there or now.files():
        return rewritten(log, _read(now.log))
    return unclosed(change.before, log)


def _change(
    before: Assessment | None, after: Assessment | None, libraries: tuple[Library, Library]
) -> Change:
    if before is None or after is None or before.model.reference == after.model.reference:
        return Change(before, after)
    links = links_between(before.model, after.model, reversed(libraries))
    return Change(before, after, pairs(before.model, after.model, links))


def _assessed(sources: store.Sources | None, library: Library, given: Given) -> Assessment | None:
    if sources is None:
        return None
    read, _ = product_of(sources, library)
    return assess(*read, as_of=given.as_of) if read else None


def _read(log: store.File | None) -> Document | None:
    return read_yaml(log.data, log.name)[0] if log else None
