"""Loading one model and one product from disk, for programs that use the package as a library."""

from collections.abc import Iterable
from pathlib import Path

from os2governance.documents.sources import PRODUCT_FILE
from os2governance.files.paths import is_folder
from os2governance.findings.finding import Finding, make_finding
from os2governance.model.library import read_model_folder
from os2governance.model.model import Model
from os2governance.product.product import Product
from os2governance.workflows.disk_files import MODELS_ON_DISK, open_library, read_product


class InvalidFilesError(ValueError):
    """The requested files cannot be used; `findings` explain why, each with its location."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Store the findings; the message is the first one, in English."""
        self.findings = tuple(findings)
        first = self.findings[0]
        super().__init__(f"{first.location}: {first.message.en}")


def load_model(folder: str | Path) -> Model:
    """Load the model in a folder `<model>/<version>`.

    Raises:
        InvalidFilesError: when the model has errors.
    """
    model, findings = read_model_folder(Path(folder), MODELS_ON_DISK)
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
    file = file / PRODUCT_FILE if is_folder(file) else file
    library = open_library(Path(model.file).parent.parent.parent)
    library.models[model.reference] = model, []
    read, findings = read_product(file, library)
    if read is None:
        raise InvalidFilesError(findings)
    product, used = read
    if used is not model:
        place, other = product.document.locate(["model"]), used.reference
        raise InvalidFilesError(
            [make_finding("product-other-model", place, name=other, model=model.reference)]
        )
    return product
