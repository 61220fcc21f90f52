"""The files of products and models on disk, handed to what reads them."""

from pathlib import Path

from os2governance.files import listing, reading
from os2governance.findings.finding import Finding
from os2governance.model.library import Library, ModelSource
from os2governance.model.model import Model
from os2governance.product.product import Product
from os2governance.product.reader import build_product

MODELS_ON_DISK = ModelSource(
    references=listing.list_model_references,
    holds=listing.is_model_folder,
    files=reading.read_model_files,
    resolve=Path.resolve,
)


def open_library(*folders: Path) -> Library:
    """The models of folders; by default those shipped with the package."""
    return Library(folders or (listing.find_shipped_criteria(),), MODELS_ON_DISK, {}, {})


def read_product(
    file: Path, library: Library
) -> tuple[tuple[Product, Model] | None, list[Finding]]:
    """Read a product file with its record, and find its model; see `build_product`."""
    sources, findings = reading.read_product_files(file)
    if sources is None:
        return None, findings
    return build_product(sources, library, findings)
