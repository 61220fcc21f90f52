"""The session of an edit: which file, how it is read, and the form of what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from os2governance.documents.yaml_reader import read_yaml
from os2governance.files import reading
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.library import Library
from os2governance.web.build_form import build_product_form
from os2governance.web.form import ProductForm
from os2governance.web.new_declaration import NewDeclaration, render_new_declaration
from os2governance.web.workspace import AssessedProduct, ByIdentity, assess_product_sources


@dataclass(frozen=True, kw_only=True, slots=True)
class EditSession:
    """The context of saving: the product's file, the models, the date, the language.

    `root` is the folder that is served.
    """

    file: Path
    root: Path
    library: Library
    as_of: date
    language: Language


def read_current_product(desk: EditSession) -> tuple[AssessedProduct | None, list[Finding]]:
    """Read and assess a product's current files."""
    sources, findings = reading.read_product_files(desk.file)
    if sources is None:
        return None, findings
    found, wrong = assess_product_sources(sources, desk.library, desk.as_of)
    return found, [*findings, *wrong]


def read_form_data(now: AssessedProduct, desk: EditSession) -> bytes:
    """The text that the form edits: product.yaml, or a new one that says nothing yet."""
    return now.sources.product.data if now.sources.product else render_empty_form(now, desk)


def render_empty_form(now: AssessedProduct, desk: EditSession) -> bytes:
    """A self-assessment that says nothing yet, for a product that has other files only."""
    folder = desk.file.parent
    return render_new_declaration(
        now.model,
        NewDeclaration(
            product=now.product.id or folder.name,
            name=now.product.name,
            kind=now.product.kind,
            folder=folder,
            on=desk.as_of,
            language=desk.language,
        ),
    )


def read_form_values(data: bytes) -> Mapping[str, Any]:
    """The values of the text that the form edits; none where it cannot be read."""
    document, _ = read_yaml(data, "")
    values = document.values if document else None
    return values if isinstance(values, dict) else {}


def read_current_values(now: AssessedProduct, desk: EditSession) -> Mapping[str, Any]:
    """The values of the text that the form edits, as they were read with the product."""
    declared = now.product.current
    if now.sources.product is None or declared is None:
        return read_form_values(read_form_data(now, desk))
    values = declared.document.values
    return values if isinstance(values, dict) else {}


def build_current_form(now: AssessedProduct, desk: EditSession) -> ProductForm:
    """The form of a product with the values of the text that it edits; built once a state."""
    if now.sources.product is None or now.product.current is None:
        return build_product_form(now, read_current_values(now, desk))
    return _build_declared_form(ByIdentity(now))


@lru_cache(maxsize=4)
def _build_declared_form(one: ByIdentity[AssessedProduct]) -> ProductForm:
    declared = one.value.product.current
    values = declared.document.values if declared else None
    return build_product_form(one.value, values if isinstance(values, dict) else {})
