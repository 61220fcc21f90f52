"""What is found about a product whose files are on disk."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from os2governance.checks.inspect import Inspection, inspect_sources, inspect_unread
from os2governance.files import reading
from os2governance.model.library import Library


def inspect_product(
    file: Path, library: Library, as_of: date, others: Sequence[str] = ()
) -> Inspection:
    """Inspect a product file and its record; `others` are the ids of other products."""
    sources, unread = reading.read_product_files(file)
    if sources is None:
        return inspect_unread(str(file), unread)
    return inspect_sources(sources, library, as_of=as_of, unread=unread, others=others)
