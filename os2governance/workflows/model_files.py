"""The files of all models of a folder, so that they can travel to a process without that disk."""

import hashlib
import pickle
from collections.abc import Mapping
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
    """All models of a folder by reference; those of one digest are the same."""

    criteria: str
    digest: str
    models: Mapping[str, StoredModel] = field(compare=False, repr=False)


def read_library_files(criteria: Path | None) -> ModelFiles:
    """Read the files of all models of a folder; by default those shipped with the package."""
    folder = criteria or listing.find_shipped_criteria()
    models = {
        reference: StoredModel(
            *reading.read_model_files(folder / reference),
            held=listing.is_model_folder(folder / reference),
            real_path=str((folder / reference).resolve()),
        )
        for reference in listing.list_model_references(folder)
    }
    digest = hashlib.sha256(pickle.dumps((str(folder), models))).hexdigest()
    return ModelFiles(criteria=str(folder), digest=digest, models=models)


def open_stored_library(stored: ModelFiles) -> Library:
    """Open the models that were read elsewhere, as `open_library` opens those of a disk."""
    criteria = Path(stored.criteria)
    models = {criteria / reference: model for reference, model in stored.models.items()}

    def find(folder: Path) -> StoredModel:
        return models.get(folder) or StoredModel({}, [], held=False, real_path=str(folder))

    source = ModelSource(
        references=lambda _: list(stored.models),
        holds=lambda folder: find(folder).held,
        files=lambda folder: (find(folder).files, list(find(folder).findings)),
        resolve=lambda folder: Path(find(folder).real_path),
    )
    return Library(criteria, source, {}, {})
