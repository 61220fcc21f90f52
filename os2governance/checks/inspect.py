"""All findings about the files of one product, or of one model."""

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
    """The findings about a product's files, or a model's.

    `product` is the id with its location, None where the declaration cannot be used, and
    `allows_duplicate` is true where a comment allows another product with that id. `texts` are the
    file texts by name, for showing the lines of findings; `hashes` are their hashes; `readable` is
    true where all of them are valid YAML; `unusable_model` names the model, if that is the cause.
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
    """Inspect a product file and its record; `others` are the ids of other products."""
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
    """Inspect the bytes of a product's files; `unread` are findings about unreadable ones."""
    texts = {name: data.decode("utf-8-sig", "replace") for name, data in sources.files()}
    files = hashes(sources)
    declared, findings = declared_in(sources.product, library)
    _, model, declaration = declared
    if model is None or declaration is None:
        # An invalid model is reported once, with the model, and not for each product.
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
    """Inspect a product whose declaration cannot be used, as far as no assessment is needed.

    What the assessment would find is unknown, and therefore also which suppressions are unused.
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
    """The readable files: in the others, comments cannot be told from values."""
    broken = {each.place.file for each in found if unreadable(each)}
    return [(name, text) for name, text in texts.items() if name not in broken]


def _superseded(assessment: Assessment, library: Library) -> Iterator[Finding]:
    """Yield a finding for a declaration whose model has a newer version."""
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
    """The texts of a model's files by the names used in findings."""
    files, _ = store.model_files(folder)
    shown = store.shown(folder)
    return {f"{shown}/{name}": data.decode("utf-8-sig", "replace") for name, data in files.items()}


def heard_of_model(
    model: Model | None, findings: Sequence[Finding], texts: Mapping[str, str]
) -> tuple[list[Finding], int]:
    """The findings about a model without the suppressed ones, and the number suppressed.

    Findings that keep a model from loading cannot be suppressed; which others it would have is
    then unknown, and therefore also which suppressions are unused.
    """
    written = {name: text for name, text in texts.items() if not name.endswith(".json")}
    if model is None:
        wrong, _, _ = heard((), _whole(written, findings))
        return [*findings, *_but_unused(wrong)], 0
    found = [*findings, *lacking(model)]
    left, silenced, _ = heard(found, _whole(written, found))
    return left, silenced


def lacking(model: Model) -> list[Finding]:
    """Findings about a valid model, by itself and compared with the previous version."""
    from os2governance.checks.model_lint import lint  # noqa: PLC0415 - as above
    from os2governance.model import versions as lineage  # noqa: PLC0415 - needed only when models are checked

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
    """Whether a finding means that something could not be read, and so was not checked."""
    return found.code.startswith(_UNREADABLE)


_UNREADABLE = ("file-", "yaml-", "json-", "not-utf8", "no-products")
