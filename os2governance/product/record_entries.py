"""The record as entries: each says one thing, on one day, and stays as it is (semantics §7).

Evaluations, hearings, the register, earlier declarations and decisions are read from their files
as plain values, without a model: an entry is the same for as long as it says the same, wherever it
stands and however it is laid out.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePath
from typing import Any, Literal

from os2governance.documents.sources import (
    DECISIONS_FILE,
    DECLARATIONS_FOLDER,
    EVALUATIONS_FOLDER,
    HEARINGS_FOLDER,
    PRODUCT_FILE,
    REGISTER_FILE,
    FileContent,
    ProductFiles,
)
from os2governance.documents.yaml_reader import Document, ValuePath, read_yaml
from os2governance.findings.finding import Location
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Renderable, Text, _, as_text

EntryKind = Literal["evaluation", "hearing", "register", "declaration", "decision"]
_DATED_BY: Mapping[EntryKind, str] = {
    "evaluation": "evaluated",
    "hearing": "heard",
    "register": "registered",
    "declaration": "declared",
}
"""The key of a file under which it says when, and by whom."""
_KEPT_READINGS = 1024
"""Readings that are kept: through a history most files are read again and again."""
_FOLDER_KINDS: Mapping[str, EntryKind] = {
    EVALUATIONS_FOLDER: "evaluation",
    HEARINGS_FOLDER: "hearing",
    DECLARATIONS_FOLDER: "declaration",
}


def find_entry_kind(file: str) -> EntryKind | None:
    """The kind of the entries in a file, by its name in the product's folder; None for others."""
    if file == DECISIONS_FILE:
        return "decision"
    if file == REGISTER_FILE:
        return "register"
    folder, _, name = file.partition("/")
    return _FOLDER_KINDS.get(folder) if name and "/" not in name else None


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordEntry:
    """One entry of the record: an evaluation, a register, an earlier declaration, or a decision.

    `file` is its file's name in the product's folder; `number` counts the decisions of a log from
    1, and is 0 for a whole file. `on` is the day that it states, "" where it states none. `digest`
    is what a correction names it by: the hash of the file, or of what the decision says. `owner`
    is the product that its file names, and `content` all else that it says, in one form.
    """

    kind: EntryKind
    file: str
    number: int
    on: str
    draft: bool
    values: Any
    digest: str
    owner: str
    content: str
    document: Document

    @property
    def label(self) -> Text:
        """What it is called at the beginning of a sentence."""
        day = parse_iso_date(self.on)
        on: Renderable = DateInWords(day) if day else as_text(self.file)
        if self.kind == "decision":
            return _("Decision no. {number} ({on})").fill(number=self.number, on=on)
        return _LABELS[self.kind].fill(on=on)

    @property
    def said(self) -> Mapping[str, Any]:
        """What it says, by its keys; nothing where a decision is written as none."""
        return self.values if isinstance(self.values, dict) else {}

    @property
    def decided(self) -> str:
        """The kind of a decision; "" where it states none, and for other entries."""
        kind = self.said.get("decision")
        return kind if isinstance(kind, str) else ""

    def locate(self, path: ValuePath = ()) -> Location:
        """The location of one of its values, or of all of it."""
        head: ValuePath = ("decisions", self.number - 1) if self.number else ()
        return self.document.locate((*head, *path))


_LABELS: Mapping[EntryKind, Text] = {
    "evaluation": _("The evaluation of {on}"),
    "hearing": _("The answer in the hearing of {on}"),
    "register": _("The register of {on}"),
    "declaration": _("The self-assessment of {on}"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductRecord:
    """The entries of a product's record, by file; None for a file that cannot be read.

    `texts` are the files by their names in the product's folder, `product` is the product's id,
    and `current` what product.yaml declares, which is no record yet.
    """

    product: str = ""
    files: Mapping[str, tuple[RecordEntry, ...] | None] = field(default_factory=dict)
    texts: Mapping[str, FileContent] = field(default_factory=dict)
    current: RecordEntry | None = None

    @property
    def entries(self) -> tuple[RecordEntry, ...]:
        """All entries that can be read, file by file; drafts are none yet."""
        read = [entry for entries in self.files.values() for entry in entries or ()]
        return tuple(each for each in read if not each.draft)

    def list_kind(self, kind: EntryKind) -> list[RecordEntry]:
        """The entries of one kind."""
        return [each for each in self.entries if each.kind == kind]


def read_product_record(sources: ProductFiles | None) -> ProductRecord:
    """Read the entries of a product's record from its files; none where there are none."""
    if sources is None:
        return ProductRecord()
    texts = {
        name: file
        for file in sources.files()
        if find_entry_kind(name := _name_in_folder(file, sources))
    }
    files = {name: read_entries(name, file) for name, file in texts.items()}
    current = _read_file(sources.product, PRODUCT_FILE, "declaration")
    owners = [current] if current else [each for read in files.values() for each in read or ()]
    product = next((each.owner for each in owners if each.owner), "")
    return ProductRecord(product=product, files=files, texts=texts, current=current)


def _name_in_folder(file: FileContent, sources: ProductFiles) -> str:
    parts = PurePath(file.name).parts
    dated = file in (*sources.evaluations, *sources.hearings, *sources.declarations)
    return "/".join(parts[-2:] if dated else parts[-1:])


def read_entries(file: str, content: FileContent) -> tuple[RecordEntry, ...] | None:
    """Read the entries of one file; None where it cannot be read, or is no file of the record."""
    kind = find_entry_kind(file)
    if kind == "decision":
        return _read_log(content)
    entry = _read_file(content, file, kind) if kind else None
    return (entry,) if entry else None


@lru_cache(maxsize=_KEPT_READINGS)
def _read_log(content: FileContent) -> tuple[RecordEntry, ...] | None:
    document = read_yaml(content.data, content.name)[0]
    values = document.values if document else None
    listed = (values.get("decisions") or []) if isinstance(values, dict) else None
    if document is None or not isinstance(listed, list):
        return None
    owner = _read_owner(document)
    return tuple(
        RecordEntry(
            kind="decision",
            file=DECISIONS_FILE,
            number=number,
            on=_read_day(each),
            draft=False,
            values=each,
            digest=_hash(_write_canonical(each).encode()),
            owner=owner,
            content=_write_canonical(each),
            document=document,
        )
        for number, each in enumerate(listed, 1)
    )


@lru_cache(maxsize=_KEPT_READINGS)
def _read_file(content: FileContent | None, name: str, kind: EntryKind) -> RecordEntry | None:
    """Read a file that is one entry."""
    document = read_yaml(content.data, content.name)[0] if content else None
    if content is None or document is None or not isinstance(document.values, dict):
        return None
    stated = document.values.get(_DATED_BY[kind])
    own = {key: value for key, value in document.values.items() if key != "product"}
    return RecordEntry(
        kind=kind,
        file=name,
        number=0,
        on=_read_day(stated),
        draft=isinstance(stated, dict) and stated.get("draft") is True,
        values=own,
        digest=hash_file(content.data),
        owner=_read_owner(document),
        content=_write_canonical(own),
        document=document,
    )


def _read_owner(document: Document) -> str:
    owner = document.values.get("product")
    return owner if isinstance(owner, str) else ""


def _read_day(stated: Any) -> str:
    day = stated.get("on") if isinstance(stated, dict) else None
    return str(day) if parse_iso_date(day) else ""


def hash_file(data: bytes) -> str:
    """The hash of a file, whichever line ends the system writes."""
    return _hash(normalise_line_ends(data))


def normalise_line_ends(data: bytes) -> bytes:
    """The same text with plain line ends: git may write others on another system."""
    return data.replace(b"\r\n", b"\n")


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _write_canonical(values: Any) -> str:
    return json.dumps(values, sort_keys=True, separators=(",", ":"))
