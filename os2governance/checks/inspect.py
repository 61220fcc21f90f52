"""Everything wrong or doubtful in the files of one product, or of one model."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, assess
from os2governance.checks.claims import doubts
from os2governance.checks.consistency import unsound
from os2governance.checks.personal_data import personal
from os2governance.checks.staleness import untended
from os2governance.checks.suppressions import heard
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding, told
from os2governance.model.model import Model
from os2governance.portfolio.contribution import misnamed
from os2governance.product.reader import (
    Declared,
    Library,
    declared_in,
    hashes,
    read_model_folder,
    record_alone,
    version_before,
    with_record,
)


class Inspected(NamedTuple):
    """What is found in a product's files, or a model's.

    `product` is the id with its place, None where the declaration cannot be used, and
    `may_be_twice` says that a comment allows another one of that id; `texts` are
    those of the files by name, for showing the lines that findings are about; `files` are their
    hashes; `readable` says whether all of them could be read as YAML; `unusable` names the model,
    if it is that which is wrong.
    """

    file: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    files: Mapping[str, str] = {}
    silenced: int = 0
    readable: bool = True
    product: tuple[str, Place] | None = None
    may_be_twice: bool = False
    models: tuple[tuple[str, str], ...] = ()
    unusable: str | None = None
    assessment: Assessment | None = None


def inspect_product(
    file: Path, library: Library, as_of: date, others: Sequence[str] = ()
) -> Inspected:
    """Inspect a product's file and its record; `others` are the ids of other products."""
    sources, unread = store.sources(file)
    if sources is None:
        return _inspected(store.shown(file), unread, {})
    return inspect_sources(sources, library, as_of, unread, others)


def inspect_sources(
    sources: store.Sources,
    library: Library,
    as_of: date,
    unread: Sequence[Finding] = (),
    others: Sequence[str] = (),
) -> Inspected:
    """Inspect the bytes of a product's files; `unread` says which could not be read."""
    texts = {name: data.decode("utf-8-sig", "replace") for name, data in sources.files()}
    files = hashes(sources)
    declared, findings = declared_in(sources.product, library)
    _, model, declaration = declared
    if model is None or declaration is None:
        # What is wrong with a model is told once, with the model, and not for each product.
        own = [each for each in findings if each.place.file in texts]
        unusable = [str(each.arguments["name"]) for each in own if each.code == "unusable-model"]
        inspected = _unassessed(sources, declared, [*unread, *own], texts)
        return inspected._replace(files=files, unusable=unusable[0] if unusable else None)
    product = with_record(declaration, model, sources, unread)
    assessment = assess(product, model, as_of=as_of)
    doubtful = doubts(assessment, others)
    of_model = any(each.place.file not in texts for each in doubtful)
    found = [
        *assessment.findings,
        *(each for outcome in assessment.outcomes for each in outcome.findings),
        *unsound(assessment),
        *(each for each in doubtful if not of_model),
        *untended(assessment),
        *misnamed(assessment),
        *_superseded(assessment, library),
        *_personal(texts),
    ]
    name, document = declaration.product, declaration.document
    place = document.place(["product"])
    twice = finding("duplicate-product", place, name=name, other="")
    left, silenced, expected = heard(found, _whole(texts, found), [twice])
    return _inspected(document.file, left, texts)._replace(
        files=files,
        silenced=silenced,
        product=(name, place),
        may_be_twice=bool(expected),
        unusable=model.reference if of_model else None,
        models=((model.reference, model.digest),),
        assessment=assessment,
    )


def _unassessed(
    sources: store.Sources, declared: Declared, wrong: list[Finding], texts: Mapping[str, str]
) -> Inspected:
    """Inspect a product whose declaration cannot be used: what needs no assessment is found.

    What the assessment would find is not known, and so not which comments silence nothing.
    """
    found = [*record_alone(declared, sources), *_personal(texts)]
    left, silenced, _ = heard(found, _whole(texts, [*wrong, *found]))
    found = [*wrong, *_but_unused(left)]
    return _inspected(sources.product.name, found, texts)._replace(silenced=silenced)


def _but_unused(findings: list[Finding]) -> list[Finding]:
    return [each for each in findings if each.code != "silence-unused"]


def _personal(texts: Mapping[str, str]) -> Iterator[Finding]:
    return (each for name, text in texts.items() for each in personal(name, text))


def _whole(texts: Mapping[str, str], found: Sequence[Finding]) -> list[tuple[str, str]]:
    """Give the files that could be read: in others comments are not told from values."""
    broken = {each.place.file for each in found if unreadable(each)}
    return [(name, text) for name, text in texts.items() if name not in broken]


def _superseded(assessment: Assessment, library: Library) -> Iterator[Finding]:
    """Find a declaration by a version of its model that is not the newest."""
    name = assessment.model.reference
    if newer := library.superseded_by(name):
        place = assessment.declaration.document.place(["model"])
        yield finding("model-superseded", place, name=name, newer=newer)


def inspect_model(folder: Path) -> Inspected:
    """Inspect a model's folder."""
    model, findings = read_model_folder(folder)
    texts = model_texts(folder)
    left, silenced = heard_of_model(model, findings, texts)
    models = ((model.reference, model.digest),) if model else ()
    inspected = _inspected(store.shown(folder), left, texts)
    return inspected._replace(models=models, silenced=silenced)


def model_texts(folder: Path) -> dict[str, str]:
    """Give the texts of a model's files by the names that findings carry."""
    files, _ = store.model_files(folder)
    shown = store.shown(folder)
    return {f"{shown}/{name}": data.decode("utf-8-sig", "replace") for name, data in files.items()}


def heard_of_model(
    model: Model | None, findings: Sequence[Finding], texts: Mapping[str, str]
) -> tuple[list[Finding], int]:
    """Give what is found of a model, without what comments in its files silence; and how many.

    Why a model does not load cannot be silenced; what it lacks is not known then, and so not
    which comments silence nothing.
    """
    written = {name: text for name, text in texts.items() if not name.endswith(".json")}
    if model is None:
        wrong, _, _ = heard((), _whole(written, findings))
        return [*findings, *_but_unused(wrong)], 0
    found = [*findings, *lacking(model)]
    left, silenced, _ = heard(found, _whole(written, found))
    return left, silenced


def lacking(model: Model) -> list[Finding]:
    """Find what a model that loads lacks, by itself and beside the version before it."""
    from os2governance.checks.model_lint import lint  # noqa: PLC0415 - as above
    from os2governance.model import versions as lineage  # noqa: PLC0415 - only a check of models pays for it

    before = version_before(model)
    return [*lint(model), *(lineage.unsound(before, model) if before else [])]


def _inspected(file: str, findings: list[Finding], texts: Mapping[str, str]) -> Inspected:
    names = {name: number for number, name in enumerate(texts)}
    last = len(names)
    findings = told(
        sorted(
            findings,
            key=lambda f: (names.get(f.place.file, last), f.place.line, f.place.column, f.code),
        )
    )
    readable = not any(map(unreadable, findings))
    return Inspected(file, tuple(findings), texts, readable=readable)


def unreadable(found: Finding) -> bool:
    """Whether a finding says that something could not be read, and so was not checked."""
    return found.code.startswith(_UNREADABLE)


_UNREADABLE = ("file-", "yaml-", "json-", "not-utf8", "no-products")
