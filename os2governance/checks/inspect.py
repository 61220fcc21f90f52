"""All findings about the files of one product, or of one model."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from os2governance.assessment.levels import Assessment, assess
from os2governance.checks.authorities import check_authorities
from os2governance.checks.claims import check_claims
from os2governance.checks.consistency import check_consistency
from os2governance.checks.date_reach import check_date_reach
from os2governance.checks.hidden_characters import check_hidden_characters
from os2governance.checks.layout import check_layouts
from os2governance.checks.mistaken_signs import check_mistaken_signs
from os2governance.checks.personal_data import check_personal_data
from os2governance.checks.personal_names import check_personal_names
from os2governance.checks.proposed_facts import check_proposed_facts
from os2governance.checks.register_facts import check_register_facts
from os2governance.checks.staleness import check_staleness
from os2governance.checks.suppressions import SuppressedFinding, apply_suppressions
from os2governance.documents.sources import ProductFiles
from os2governance.documents.text_reader import read_shown_text
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location, cap_findings, make_finding
from os2governance.model.library import (
    Library,
    ModelSource,
    read_model_folder,
    read_previous_version,
)
from os2governance.model.model import Model
from os2governance.product.product import Product
from os2governance.product.reader import (
    PartialDeclaration,
    build_product,
    check_record_alone,
    hash_files,
    read_partial_declaration,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection:
    """The findings about a product's files, or a model's.

    `product` is the id with its location, None where the declaration cannot be used, and
    `allows_duplicate` is true where a comment allows another product with that id. `texts` are the
    file texts by name, for showing the lines of findings; `hashes` are their hashes; `readable` is
    true where all of them are valid YAML; `unusable_model` names the model, if that is the cause.
    """

    file: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    hashes: Mapping[str, str] = field(default_factory=dict)
    suppressed: tuple[SuppressedFinding, ...] = ()
    readable: bool = True
    product: tuple[str, Location] | None = None
    allows_duplicate: bool = False
    models: tuple[tuple[str, str], ...] = ()
    unusable_model: str | None = None
    assessment: Assessment | None = None


def inspect_sources(
    sources: ProductFiles,
    library: Library,
    as_of: date,
    unread: Sequence[Finding] = (),
    others: Sequence[str] = (),
) -> Inspection:
    """Inspect the bytes of a product's files; `unread` are findings about unreadable ones."""
    texts = _read_texts(sources)
    built, findings = build_product(sources, library, unread)
    if built is None:
        # An invalid model is reported once, with the model, and not for each product.
        of_files = [each for each in findings if each.location.file in texts]
        own = [*unread, *(each for each in of_files if each not in unread)]
        unusable = [str(each.arguments["name"]) for each in own if each.entry.names_unusable_model]
        declared, _ = read_partial_declaration(sources.product, library)
        inspected = _inspect_unusable_declaration(sources, declared, own, as_of, library)
        return replace(
            inspected,
            hashes=hash_files(sources),
            unusable_model=unusable[0] if unusable else None,
        )
    product, model = built
    assessment = assess(product, model, as_of=as_of)
    doubtful = check_claims(assessment, others)
    of_model = any(each.location.file not in texts for each in doubtful)
    found = [
        *assessment.findings,
        *(each for outcome in assessment.outcomes for each in outcome.findings),
        *check_consistency(assessment),
        *check_date_reach(assessment),
        *(each for each in doubtful if not of_model),
        *check_staleness(assessment),
        *check_authorities(assessment),
        *check_register_facts(assessment),
        *check_proposed_facts(assessment),
        *_check_model_superseded(assessment, library),
        *_find_personal_data(texts),
        *_find_odd_characters(texts),
        *check_layouts(sources, _list_documents(product), model),
        *_find_personal_names(texts, model),
    ]
    name, document = product.id, product.document
    place = document.locate(["product"])
    twice = make_finding("duplicate-product", place, name=name, other="")
    left, silenced, expected = apply_suppressions(
        found, _list_readable_texts(texts, found), [twice], as_of=as_of
    )
    return replace(
        _build_inspection(document.file, left, texts),
        hashes=product.files,
        suppressed=silenced,
        product=(name, place),
        allows_duplicate=bool(expected),
        unusable_model=model.reference if of_model else None,
        models=((model.reference, model.digest),),
        assessment=assessment,
    )


def _read_texts(sources: ProductFiles) -> dict[str, str]:
    return {name: read_shown_text(data) for name, data in sources.files()}


def _inspect_unusable_declaration(
    sources: ProductFiles,
    declared: PartialDeclaration,
    wrong: list[Finding],
    as_of: date,
    library: Library,
) -> Inspection:
    """Inspect a product whose declaration cannot be used, as far as no assessment is needed.

    Any model knows how names of persons are written. What the assessment would find is unknown,
    and therefore also which suppressions are unused.
    """
    model = declared.model or _find_newest_model(library)
    texts = _read_texts(sources)
    found = [
        *(each for each in check_record_alone(declared, sources, library) if each not in wrong),
        *_find_personal_data(texts),
        *_find_odd_characters(texts),
        *(_find_personal_names(texts, model) if model else ()),
        *_check_known_layouts(sources, declared),
    ]
    left, silenced, _ = apply_suppressions(
        found, _list_readable_texts(texts, [*wrong, *found]), as_of=as_of, complete=False
    )
    inspected = _build_inspection(sources.name, [*wrong, *left], texts)
    return replace(inspected, suppressed=silenced)


def _check_known_layouts(sources: ProductFiles, declared: PartialDeclaration) -> Iterator[Finding]:
    """Yield the layout of files whose model is known; others are hardly ours."""
    if declared.model and declared.document:
        yield from check_layouts(sources, [declared.document], declared.model)


def _list_documents(product: Product) -> list[Document]:
    """The documents of the declaration and of the evaluations."""
    return [product.document, *(each.document for each in product.record.evaluations)]


def _find_odd_characters(texts: Mapping[str, str]) -> Iterator[Finding]:
    yield from check_hidden_characters(texts)
    yield from check_mistaken_signs(texts)


def _find_newest_model(library: Library) -> Model | None:
    """The newest model that can be used."""
    models = (library.model(reference)[0] for reference in library.newest_first())
    return next(filter(None, models), None)


def _find_personal_data(texts: Mapping[str, str]) -> Iterator[Finding]:
    return (each for name, text in texts.items() for each in check_personal_data(name, text))


def _find_personal_names(texts: Mapping[str, str], model: Model) -> Iterator[Finding]:
    if terms := model.person_terms:
        for name, text in texts.items():
            yield from check_personal_names(name, text, terms)


def _list_readable_texts(
    texts: Mapping[str, str], found: Sequence[Finding]
) -> list[tuple[str, str]]:
    """The readable files: in the others, comments cannot be told from values."""
    broken = {each.location.file for each in found if each.entry.blocks_reading}
    return [(name, text) for name, text in texts.items() if name not in broken]


def _check_model_superseded(assessment: Assessment, library: Library) -> Iterator[Finding]:
    """Yield a finding for a declaration whose model has a newer version."""
    name = assessment.model.reference
    if newer := library.superseded_by(name):
        place = assessment.document.locate(["model"])
        yield make_finding("model-superseded", place, name=name, newer=newer)


def inspect_unread(file: str, findings: Sequence[Finding]) -> Inspection:
    """The inspection of a product file that cannot be read."""
    return _build_inspection(file, list(findings), {})


def inspect_model(folder: Path, source: ModelSource, as_of: date) -> Inspection:
    """Inspect a model's folder."""
    model, findings = read_model_folder(folder, source)
    texts = read_model_texts(folder, source)
    left, silenced = collect_model_findings(model, findings, texts, source, as_of)
    models = ((model.reference, model.digest),) if model else ()
    inspected = _build_inspection(folder.as_posix(), left, texts)
    return replace(inspected, models=models, suppressed=silenced)


def read_model_texts(folder: Path, source: ModelSource) -> dict[str, str]:
    """The texts of a model's files by the names used in findings."""
    files, _ = source.files(folder)
    shown = folder.as_posix()
    return {f"{shown}/{name}": read_shown_text(data) for name, data in files.items()}


def collect_model_findings(
    model: Model | None,
    findings: Sequence[Finding],
    texts: Mapping[str, str],
    source: ModelSource,
    as_of: date,
) -> tuple[list[Finding], tuple[SuppressedFinding, ...]]:
    """The findings about a model without the suppressed ones, and those.

    Findings that keep a model from loading cannot be suppressed; which others it would have is
    then unknown, and therefore also which suppressions are unused.
    """
    written = {name: text for name, text in texts.items() if not name.endswith(".json")}
    if model is None:
        readable = _list_readable_texts(written, findings)
        hidden = list(_find_odd_characters(texts))
        wrong, silenced, _ = apply_suppressions(hidden, readable, as_of=as_of, complete=False)
        return [*findings, *wrong], silenced
    found = [*findings, *check_loaded_model(model, source), *_find_odd_characters(texts)]
    left, silenced, _ = apply_suppressions(
        found, _list_readable_texts(written, found), as_of=as_of
    )
    return left, silenced


def check_loaded_model(model: Model, source: ModelSource) -> list[Finding]:
    """Findings about a valid model, by itself and compared with the previous version."""
    from os2governance.checks.model_lint import lint_model  # noqa: PLC0415 - as above
    from os2governance.model.versions import find_inconsistent_links  # noqa: PLC0415 - as above

    before = read_previous_version(model, source)
    return [
        *lint_model(model),
        *(find_inconsistent_links(before, model) if before else []),
    ]


def _build_inspection(file: str, findings: list[Finding], texts: Mapping[str, str]) -> Inspection:
    names = {name: number for number, name in enumerate(texts)}
    last = len(names)
    findings = cap_findings(
        sorted(
            findings,
            key=lambda f: (
                names.get(f.location.file, last),
                f.location.line,
                f.location.column,
                f.code,
            ),
        )
    )
    readable = not any(each.entry.blocks_reading for each in findings)
    return Inspection(file=file, findings=tuple(findings), texts=texts, readable=readable)


def build_file_inspection(
    file: str, findings: list[Finding], texts: Mapping[str, str], as_of: date
) -> Inspection:
    """The findings about files that are no product's, without what comments there suppress."""
    broken = {each.location.file for each in findings if each.entry.blocks_reading}
    readable = [(name, text) for name, text in texts.items() if name not in broken]
    left, suppressed, _expected = apply_suppressions(findings, readable, as_of=as_of)
    return Inspection(
        file=file,
        findings=tuple(cap_findings(sorted(left, key=lambda found: found.location))),
        texts=texts,
        suppressed=suppressed,
        readable=not broken,
    )
