"""`check --against`: how products differ from a revision, and what nobody has decided."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance import store
from os2governance.assessment import Assessment, assess
from os2governance.change import Change, rewritten, undecided
from os2governance.cli.git_state import Revision
from os2governance.cli.options import Given
from os2governance.cli.versions import links_between
from os2governance.finding import Finding
from os2governance.lineage import pairs
from os2governance.runner import Library, product_of
from os2governance.yamlfile import Document, read_yaml


class Touched(NamedTuple):
    """A product whose files differ: the change, and what is found, with the files' texts."""

    change: Change
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


def touched(
    files: Sequence[str], folders: Sequence[Path], name: str, given: Given
) -> list[Touched]:
    """Compare products with a revision; those alone whose files or model differ."""
    library = Library.at(given.criteria)
    revision = Revision(name, [*folders, library.criteria])
    models_differ = _models_differ(revision, library)
    old_library = _library(revision, library) if models_differ else library
    old = revision.products()
    found = []
    now = {_inside(Path(file), revision): file for file in files}
    for inside in sorted({*now, *old}):
        before = old.get(inside)
        after = store.sources(Path(now[inside]))[0] if inside in now else None
        if before and after and _same(before, after) and not models_differ:
            continue
        found.append(_touched(before, after, (old_library, library), given))
    return [each for each in found if each.findings or each.change.levels or each.change.outcomes]


def _inside(file: Path, revision: Revision) -> str:
    whole = Path(os.path.realpath(file.parent)) / file.name
    return os.path.relpath(whole, os.path.realpath(revision.top)).replace(os.sep, "/")


def _same(before: store.Sources, after: store.Sources) -> bool:
    old, new = ([f.data for f in each.files()] for each in (before, after))
    return old == new


def _models_differ(revision: Revision, library: Library) -> bool:
    """Whether a model that was there has other files now."""
    return any(
        files != store.model_files(library.criteria / name)[0]
        for name, files in revision.model_files(library.criteria).items()
    )


def _library(revision: Revision, library: Library) -> Library:
    """Give the models as they were; those that the repository does not hold are as they are."""
    models = revision.models(library.criteria)
    usable = {
        name: read
        for name, read in models.items()
        if read[0] and store.is_folder(library.criteria / name)
    }
    return Library(library.criteria, usable, {})


def _touched(
    before: store.Sources | None,
    after: store.Sources | None,
    libraries: tuple[Library, Library],
    given: Given,
) -> Touched:
    old, new = libraries
    change = _change(_assessed(before, old, given), _assessed(after, new, given), libraries)
    logs = [_log(each) for each in (before, after)]
    findings = [*undecided(change), *(rewritten(*logs) if after else [])]
    files = after.files() if after else ()
    texts = {name: data.decode("utf-8-sig", "replace") for name, data in files}
    return Touched(change, tuple(findings), texts)


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


def _log(sources: store.Sources | None) -> Document | None:
    if sources is None or sources.log is None:
        return None
    return read_yaml(sources.log.data, sources.log.name)[0]
