"""The files of all models of folders, so that they can travel to a process without that disk."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from os2governance.files import listing, reading
from os2governance.findings.finding import Finding
from os2governance.model.library import Library, ModelSource


class StoredModel(NamedTuple):
    """The files of one model, or findings on why they cannot be read; and where its folder lies.

    `held` is whether a model can be based on it.
    """

    files: Mapping[str, bytes]
    findings: list[Finding]
    held: bool
    real_path: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelFiles:
    """The models of each folder by reference; those of one digest are the same."""

    digest: str
    models: Mapping[str, Mapping[str, StoredModel]] = field(compare=False, repr=False)


def read_library_files(criteria: Sequence[Path]) -> ModelFiles:
    """Read the files of all models of folders; by default those shipped with the package."""
    import pickle

    folders = criteria or [listing.find_shipped_criteria()]
    models = {str(folder): _read_folder(folder) for folder in folders}
    digest = hashlib.sha256(pickle.dumps(models)).hexdigest()
    return ModelFiles(digest=digest, models=models)


def _read_folder(folder: Path) -> dict[str, StoredModel]:
    return {
        reference: StoredModel(
            *reading.read_model_files(folder / reference),
            held=listing.is_model_folder(folder / reference),
            real_path=str((folder / reference).resolve()),
        )
        for reference in listing.list_model_references(folder)
    }


def open_stored_library(stored: ModelFiles) -> Library:
    """Open the models that were read elsewhere, as `open_library` opens those of a disk."""
    models = {
        Path(folder, reference): model
        for folder, own in stored.models.items()
        for reference, model in own.items()
    }

    def find(folder: Path) -> StoredModel:
        return models.get(folder) or StoredModel({}, [], held=False, real_path=str(folder))

    source = ModelSource(
        references=lambda folder: list(stored.models[str(folder)]),
        holds=lambda folder: find(folder).held,
        files=lambda folder: (find(folder).files, list(find(folder).findings)),
        resolve=lambda folder: Path(find(folder).real_path),
    )
    return Library(tuple(map(Path, stored.models)), source, {}, {})
