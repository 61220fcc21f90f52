"""What a document's files are built with: the options, its claims, its author and its note."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from os2governance.exchange.read.document import DocumentClaim, ImportedDocument
from os2governance.exchange.read.stated_facts import ProposedFact
from os2governance.exchange.write.leave_out_names import NameRemover
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Language, Renderable, _
from os2governance.model.model import Model

_IMPORTED_FROM = _("Imported from {file}.")
AUTHOR_UNKNOWN = _("Not stated")


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductFileOptions:
    """The options of a file: id, model, default date, and language.

    `schema_name` is the name of the schema file that editors use for declarations. `proposals` are
    the facts that the document's text states. `remove_names` leaves persons' names out of every
    text that is written.
    """

    product: str
    model: Model
    level: str | None
    today: date
    language: Language
    schema_name: str = "product.schema.json"
    proposals: tuple[ProposedFact, ...] = ()
    remove_names: NameRemover = str

    def choose_date(self, imported: ImportedDocument) -> date:
        """The date of the file: the document's, else today."""
        return imported.on or self.today


def list_known_claims(
    imported: ImportedDocument, wanted: ProductFileOptions
) -> Iterator[tuple[str, DocumentClaim]]:
    """Yield the claims about criteria of the model, in the model's order."""
    for criterion in wanted.model.criteria:
        if criterion.id in imported.claims:
            yield criterion.id, imported.claims[criterion.id]


def build_note(imported: ImportedDocument, language: Language) -> str:
    """Build a note on where a file comes from, and what else its document contains."""
    name = imported.file.rsplit("/", 1)[-1]
    notes: list[Renderable] = list(imported.notes)
    said = [
        _IMPORTED_FROM.render(language).replace("{file}", name),
        *(note.render(language) for note in notes),
    ]
    return " ".join(said)


def read_path(values: Any, path: Sequence[str | int]) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def make_change_finding(
    name: str, old: Mapping[str, Any], new: Mapping[str, Any], key: str, place: Location
) -> Finding:
    """Finding of an answer or a rating that a document changes."""
    before = _("nothing") if old.get(key) is None else str(old[key])
    return make_finding(
        "import-answer-changed",
        place,
        criterion=name,
        name=name,
        old=before,
        new=str(new[key]),
    )
