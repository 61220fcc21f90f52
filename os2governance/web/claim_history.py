"""How claims fared in the evaluations of the products that are served."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from threading import Lock

from os2governance.analysis.evaluation_pairs import (
    ClaimRecord,
    EvaluationPair,
    count_claim_records,
    list_evaluation_pairs,
)
from os2governance.documents.sources import EVALUATIONS_FOLDER
from os2governance.files import reading
from os2governance.files.listing import compute_flat_signature
from os2governance.web.workspace import Workspace, assess_product_sources


class ClaimHistory:
    """The evaluations of a workspace, each beside the self-assessment that it was made on.

    They are read again when a file of an evaluation has changed, and on another day.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Start with none of them read."""
        self._workspace = workspace
        self._lock = Lock()
        self._read: tuple[object, tuple[EvaluationPair, ...]] = (None, ())

    def find_records(self, model: str) -> Mapping[str, ClaimRecord]:
        """How often each criterion of a model was claimed, and how often lowered."""
        return count_claim_records(self._list_pairs(), model)

    def _list_pairs(self) -> tuple[EvaluationPair, ...]:
        today = self._workspace.today()
        folders = {
            file: compute_flat_signature(file.parent / EVALUATIONS_FOLDER)
            for file in self._workspace.products().values()
        }
        state = (today, folders)
        with self._lock:
            if self._read[0] != state:
                evaluated = [file for file, signature in folders.items() if signature]
                self._read = (state, tuple(self._read_pairs(evaluated, today)))
            return self._read[1]

    def _read_pairs(self, files: list[Path], today: date) -> Iterator[EvaluationPair]:
        library = self._workspace.library()
        for file in files:
            sources = reading.read_product_files(file)[0]
            now = assess_product_sources(sources, library, today)[0] if sources else None
            if now:
                yield from list_evaluation_pairs(now.assessment)
