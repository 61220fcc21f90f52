"""A self-assessment that says nothing yet: the text that a new product's form begins with."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from os2governance.authoring.skeleton import SkeletonOptions, render_skeleton
from os2governance.files.listing import format_path
from os2governance.i18n.text import Language
from os2governance.model.model import Model


@dataclass(frozen=True, kw_only=True, slots=True)
class NewDeclaration:
    """Which product it is about, the folder that it is written to, and its date."""

    product: str
    folder: Path
    on: date
    language: Language
    name: str = ""
    kind: str = "project"


def render_new_declaration(model: Model, about: NewDeclaration) -> bytes:
    """The text of the new product file, with every question of the model as a comment."""
    options = SkeletonOptions(
        product=about.product,
        name=about.name,
        kind=about.kind,
        folder=format_path(about.folder),
        schema=format_path(about.folder / "product.schema.json"),
        on=about.on,
        language=about.language,
    )
    return render_skeleton(model, options).encode()
