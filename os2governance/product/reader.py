"""Reading products and models from folders, and assessing products one after the other."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, Product, assess
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.files import listing, reading
from os2governance.files import paths as pathkind
from os2governance.files.reading import FileContent, ProductFiles
from os2governance.findings.finding import (
    Finding,
    Location,
    cap_findings,
    make_finding,
    suggest_word,
)
from os2governance.model.model import Model
from os2governance.model.reader import read_model
from os2governance.product.declaration import Declaration, read_declaration, read_model_reference
from os2governance.product.record import find_record_violations, read_record


class InvalidFilesError(ValueError):
    """The requested files cannot be used; `findings` explain why, each with its location."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Store the findings; the message is the first one, in English."""
        self.findings = tuple(findings)
        first = self.findings[0]
        super().__init__(f"{first.location}: {first.message.en}")


class UnreadableProduct(NamedTuple):
    """A product file without a level, and the reasons (semantics §8)."""

    file: str
    findings: tuple[Finding, ...]


def _read_model_file(folder: Path) -> bytes | None:
    return reading.read_file(folder / listing.MODEL_FILE)[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelSource:
    """Where the files of models come from; the disk, unless something else is given.

    `references` lists the models of a folder, `holds` tells whether a folder is a model's, `files`
    reads all of its files by name and `model_file` the first of them, and `resolve` follows links.
    """

    references: Callable[[Path], list[str]] = listing.list_model_references
    holds: Callable[[Path], bool] = listing.is_model_folder
    files: Callable[[Path], tuple[Mapping[str, bytes], list[Finding]]] = reading.read_model_files
    model_file: Callable[[Path], bytes | None] = _read_model_file
    resolve: Callable[[Path], Path] = Path.resolve


MODELS_ON_DISK = ModelSource()


class Library(NamedTuple):
    """The models of a folder `<model>/<version>/`, each read on first use."""

    criteria: Path
    models: "dict[str, ModelResult]"
    published: dict[str, dict[str, str]]
    source: ModelSource = MODELS_ON_DISK

    @classmethod
    def open_folder(cls, criteria: Path | None = None) -> "Library":
        """Open a folder of models; by default those shipped with the package."""
        return cls(criteria or listing.find_shipped_criteria(), {}, {})

    def references(self) -> list[str]:
        """References of all models, such as `os2/1.1.0`."""
        return self.source.references(self.criteria)

    def model(self, reference: str) -> tuple[Model | None, list[Finding]]:
        """Read a model by its reference; cached."""
        if reference not in self.models:
            found = read_model_folder(self.criteria / reference, self.models, shelf=self.source)
            self.models[reference] = found
        return self.models[reference]

    def superseded_by(self, reference: str) -> str | None:
        """The newest version of a model, if it was published after this one."""
        published = self._list_publication_dates(reference.split("/", 1)[0])
        latest = max(published, key=lambda each: (published[each], each), default=reference)
        return latest if published[latest] > published.get(reference, "") else None

    def _list_publication_dates(self, name: str) -> dict[str, str]:
        """The publication date of each version of a model; cached."""
        if name not in self.published:
            versions = [each for each in self.references() if each.startswith(f"{name}/")]
            self.published[name] = {each: self._read_publication_date(each) for each in versions}
        return self.published[name]

    def _read_publication_date(self, reference: str) -> str:
        """Read the publication date of a model, without reading the rest of it."""
        if reference in self.models and (model := self.models[reference][0]):
            return model.published
        data = self.source.model_file(self.criteria / reference)
        document = read_yaml(data, reference)[0] if data else None
        said = (
            document.values.get("published") if document and type(document.values) is dict else ""
        )
        return said if isinstance(said, str) else ""

    def newest_first(self) -> list[str]:
        """References of all models, the most recently published first."""

        def age(reference: str) -> tuple[str, str]:
            return self._list_publication_dates(reference.split("/", 1)[0]).get(
                reference, ""
            ), reference

        return sorted(self.references(), key=age, reverse=True)

    def chain(self, older: str, newer: str) -> list[Model]:
        """The versions from `older` to `newer`; empty where they are not connected."""
        found: list[Model] = []
        reference: str | None = newer
        known = {*self.references(), *self.models}
        while reference in known:
            known.discard(reference)
            model, _ = self.model(reference)
            if model is None:
                return []
            found.insert(0, model)
            if reference == older:
                return found
            version = model.supersedes.get("version")
            reference = f"{model.id}/{version}" if version else None
        return []

    def between(self, older: Model, newer: Model) -> list[Model]:
        """The versions between two models, either of which may come from elsewhere."""
        ends: dict[str, ModelResult] = {each.reference: (each, []) for each in (older, newer)}
        library = self._replace(models=self.models | ends)
        found = library.chain(older.reference, newer.reference)
        self.models.update((name, library.models[name]) for name in library.models.keys() - ends)
        return found

    def find_model(self, document: Document) -> tuple[Model | None, list[Finding]]:
        """Find the model that a product file names; findings are located in that file."""
        name, place = read_model_reference(document), document.locate(["model"])
        if name is None:
            names = self.newest_first()
            example, known = (*names, "<model>/<version>")[0], ", ".join(names) or "-"
            return None, [
                make_finding("no-model-named", document.locate(), example=example, known=known)
            ]
        references = self.references() if name not in self.models else [name]
        if name not in references:
            known, meant = ", ".join(self.newest_first()) or "-", suggest_word(name, references)
            return None, [
                make_finding("unknown-model", place, name=name, known=known, meant=meant)
            ]
        model, findings = self.model(name)
        if model is None:
            return None, [make_finding("unusable-model", place, name=name), *findings]
        return model, []


ModelResult = tuple[Model | None, list[Finding]]


def read_model_folder(
    folder: Path,
    known: dict[str, ModelResult] | None = None,
    above: tuple[str, ...] = (),
    shelf: ModelSource = MODELS_ON_DISK,
) -> ModelResult:
    """Read the model in a folder; its reference must match the folder names.

    The versions that it is based on are read from the sibling folders, unless they are `known` by
    reference; `above` are the versions being read that are based on this one.
    """
    files, findings = shelf.files(folder)
    if findings:
        return None, findings
    whole = shelf.resolve(folder)
    beside = folder.parent if folder.name not in {"", ".."} else whole.parent
    bases = {} if known is None else known
    reading = (*above, whole.name)

    def base(version: str, place: Location) -> ModelResult:
        reference = f"{whole.parent.name}/{version}"
        if version in reading:
            ring = " → ".join((*reading[reading.index(version) :], version))
            return None, [make_finding("model-base-ring", place, ring=ring)]
        if not shelf.holds(beside / version):
            return None, [make_finding("model-base-unusable", place, name=version)]
        if reference not in bases:
            bases[reference] = read_model_folder(beside / version, bases, reading, shelf)
        model, wrong = bases[reference]
        if model is None:
            return None, [make_finding("model-base-unusable", place, name=version), *wrong]
        return model, []

    model, findings = read_model(files, listing.format_path(folder), base)
    lies_in = f"{whole.parent.name}/{whole.name}"
    if model and model.reference != lies_in:
        place, name = Location(model.file, 1, 1), model.reference
        return None, [make_finding("model-misplaced", place, name=name, folder=lies_in)]
    return model, findings


def read_previous_version(model: Model) -> Model | None:
    """Read the version that a model supersedes, from the sibling folder."""
    version = model.supersedes.get("version")
    folder = Path(model.file).parent
    beside = folder.parent if folder.name not in {"", ".."} else folder.resolve().parent
    if version is None or not listing.is_model_folder(beside / version):
        return None
    return read_model_folder(beside / version)[0]


def read_product(
    file: Path, library: Library
) -> tuple[tuple[Product, Model] | None, list[Finding]]:
    """Read a product file with its record, and find its model; see `build_product`."""
    sources, findings = reading.read_product_files(file)
    if sources is None:
        return None, findings
    return build_product(sources, library, findings)


def build_product(
    sources: ProductFiles, library: Library, unread: Sequence[Finding] = ()
) -> tuple[tuple[Product, Model] | None, list[Finding]]:
    """Build a product from the bytes of its files; `unread` are findings about unreadable ones.

    None where the declaration cannot be used. Errors in the record are among the product's
    findings; they never stop the product.
    """
    (_, model, declaration), findings = read_partial_declaration(sources.product, library)
    if model is None or declaration is None:
        return None, findings
    return (add_record(declaration, model, sources, unread), model), []


class PartialDeclaration(NamedTuple):
    """A product file as far as it could be read: its document, its model, its declaration."""

    document: Document | None = None
    model: Model | None = None
    declaration: Declaration | None = None


def read_partial_declaration(
    file: FileContent, library: Library
) -> tuple[PartialDeclaration, list[Finding]]:
    """Read a product file as far as possible; findings explain why it cannot be used."""
    document, findings = read_yaml(file.data, file.name)
    if document is None:
        return PartialDeclaration(), findings
    model, findings = library.find_model(document)
    if model is None:
        return PartialDeclaration(document), findings
    declaration, findings = read_declaration(document, model)
    return PartialDeclaration(document, model, declaration), findings


def add_record(
    declaration: Declaration, model: Model, sources: ProductFiles, unread: Sequence[Finding] = ()
) -> Product:
    """Build a product from its declaration and its record."""
    evaluations, log, findings = _parse_record_files(sources)
    record, wrong = read_record(declaration.product, model, evaluations, log)
    found = (*unread, *findings, *wrong)
    return Product(
        declaration=declaration, record=record, files=hash_files(sources), findings=found
    )


def check_record_alone(declared: PartialDeclaration, sources: ProductFiles) -> list[Finding]:
    """Findings about the record of a product whose declaration cannot be used."""
    evaluations, log, findings = _parse_record_files(sources)
    values = declared.document.values if declared.document else None
    said = values.get("product") if isinstance(values, dict) else None
    product = said if isinstance(said, str) else None
    if declared.model is None:
        return [*findings, *find_record_violations(evaluations, log)]
    return [*findings, *read_record(product, declared.model, evaluations, log)[1]]


def hash_files(sources: ProductFiles) -> dict[str, str]:
    """The hash of each file by its name."""
    return {name: f"sha256:{hashlib.sha256(data).hexdigest()}" for name, data in sources.files()}


def _parse_record_files(
    sources: ProductFiles,
) -> tuple[list[Document], Document | None, list[Finding]]:
    """Read the evaluations and the log, as far as they are valid YAML."""
    findings: list[Finding] = []
    documents: list[Document] = []
    for name, data in sources.evaluations:
        document, wrong = read_yaml(data, name)
        findings += wrong
        if document:
            documents.append(document)
    log = None
    if sources.log:
        log, wrong = read_yaml(sources.log.data, sources.log.name)
        findings += wrong
    return documents, log, findings


def assess_file(file: Path, library: Library, as_of: date) -> Assessment | UnreadableProduct:
    """Read and assess one product file; an unusable one is returned as a value."""
    read, findings = read_product(file, library)
    if read is None:
        return UnreadableProduct(listing.format_path(file), tuple(cap_findings(findings)))
    product, model = read
    return assess(product, model, as_of=as_of)


def assess_files(
    files: Iterable[Path], library: Library, as_of: date
) -> Iterator[Assessment | UnreadableProduct]:
    """Assess product files one after the other, holding one at a time."""
    for file in files:
        yield assess_file(file, library, as_of)


def load_model(folder: str | Path) -> Model:
    """Load the model in a folder `<model>/<version>`.

    Raises:
        InvalidFilesError: when the model has errors.
    """
    model, findings = read_model_folder(Path(folder))
    if model is None:
        raise InvalidFilesError(findings)
    return model


def load_product(path: str | Path, model: Model) -> Product:
    """Load a product from its folder or its product.yaml, with its record.

    Raises:
        InvalidFilesError: when the declaration cannot be read, violates its schema, or answers
            by another model.
    """
    file = Path(path)
    file = file / listing.PRODUCT_FILE if pathkind.is_folder(file) else file
    library = Library(Path(model.file).parent.parent.parent, {model.reference: (model, [])}, {})
    read, findings = read_product(file, library)
    if read is None:
        raise InvalidFilesError(findings)
    product, used = read
    if used is not model:
        place, other = product.declaration.document.locate(["model"]), used.reference
        raise InvalidFilesError(
            [make_finding("other-model", place, name=other, model=model.reference)]
        )
    return product
