"""The models of folders `<model>/<version>/`, on disk or in a commit, each read on first use."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from os2governance.documents.sources import MODEL_FILE
from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.model import Model
from os2governance.model.reader import read_model

ModelResult = tuple[Model | None, list[Finding]]


class ModelSource(NamedTuple):
    """What reads the files of models: from disk, or from a commit.

    `references` lists the models of a folder of models; `holds` is whether a folder holds a model,
    `files` are the bytes of its files by name, and `resolve` follows the links in its name.
    """

    references: Callable[[Path], list[str]]
    holds: Callable[[Path], bool]
    files: Callable[[Path], tuple[Mapping[str, bytes], list[Finding]]]
    resolve: Callable[[Path], Path]


class Library(NamedTuple):
    """The models of folders `<model>/<version>/`, each read on first use.

    A model that several folders have is that of the first.
    """

    folders: tuple[Path, ...]
    source: ModelSource
    models: dict[str, ModelResult]
    published: dict[str, dict[str, str]]

    def references(self) -> list[str]:
        """References of all models, such as `os2/1.1.0`."""
        found = (name for folder in self.folders for name in self.source.references(folder))
        return sorted(set(found))

    def find_folder(self, reference: str) -> Path:
        """The folder of a model: where it is, or would be."""
        known = (folder for folder in self.folders if self.source.holds(folder / reference))
        return next(known, self.folders[0]) / reference

    def model(self, reference: str) -> tuple[Model | None, list[Finding]]:
        """Read a model by its reference; cached."""
        if reference not in self.models:
            folder = self.find_folder(reference)
            self.models[reference] = read_model_folder(folder, self.source, self.models)
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
        """Read the publication date of a model, without parsing the rest of it."""
        if reference in self.models and (model := self.models[reference][0]):
            return model.published
        data = self.source.files(self.find_folder(reference))[0].get(MODEL_FILE)
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


def read_model_folder(
    folder: Path,
    source: ModelSource,
    known: dict[str, ModelResult] | None = None,
    above: tuple[str, ...] = (),
) -> ModelResult:
    """Read the model in a folder; its reference must match the folder names.

    The versions that it is based on are read from the sibling folders, unless they are `known` by
    reference; `above` are the versions being read that are based on this one.
    """
    files, findings = source.files(folder)
    if findings:
        return None, findings
    whole = source.resolve(folder)
    beside = folder.parent if folder.name not in {"", ".."} else whole.parent
    bases = {} if known is None else known
    reading = (*above, whole.name)

    def base(version: str, place: Location) -> ModelResult:
        reference = f"{whole.parent.name}/{version}"
        if version in reading:
            ring = " → ".join((*reading[reading.index(version) :], version))
            return None, [make_finding("model-base-ring", place, ring=ring)]
        if not source.holds(beside / version):
            return None, [make_finding("model-base-unusable", place, name=version)]
        if reference not in bases:
            bases[reference] = read_model_folder(beside / version, source, bases, reading)
        model, wrong = bases[reference]
        if model is None:
            return None, [make_finding("model-base-unusable", place, name=version), *wrong]
        return model, []

    model, findings = read_model(files, folder.as_posix(), base)
    lies_in = f"{whole.parent.name}/{whole.name}"
    if model and model.reference != lies_in:
        place, name = Location(model.file, 1, 1), model.reference
        return None, [make_finding("model-misplaced", place, name=name, folder=lies_in)]
    return model, findings


def read_previous_version(model: Model, source: ModelSource) -> Model | None:
    """Read the version that a model supersedes, from the sibling folder."""
    version = model.supersedes.get("version")
    folder = Path(model.file).parent
    beside = folder.parent if folder.name not in {"", ".."} else source.resolve(folder).parent
    if version is None or not source.holds(beside / version):
        return None
    return read_model_folder(beside / version, source)[0]
