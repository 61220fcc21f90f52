"""The assessment of a product whose files have been read, perhaps in another process."""

from datetime import date
from pathlib import Path

from os2governance.assessment.levels import assess
from os2governance.files import listing
from os2governance.model.library import Library
from os2governance.product.product import UnreadableProduct
from os2governance.product.reader import build_product
from os2governance.workflows.chunk import ReadProduct
from os2governance.workflows.find_products import AssessedFile


def assess_read_product(product: ReadProduct, library: Library, as_of: date) -> AssessedFile:
    """Assess a product. Errors in its record do not prevent it, but clear `all_read`."""
    built, findings = (
        build_product(product.sources, library, product.unread)
        if product.sources
        else (None, product.unread)
    )
    if built is None:
        name = listing.format_path(Path(product.file))
        return AssessedFile(UnreadableProduct(name, tuple(findings)), all_read=False)
    whole, model = built
    all_read = not any(found.severity == "error" for found in whole.findings)
    return AssessedFile(assess(whole, model, as_of=as_of), all_read)
