"""A product as read from its files, and a file that no product could be read from."""

from collections.abc import Mapping
from typing import NamedTuple

from os2governance.findings.finding import Finding
from os2governance.product.declaration import Declaration
from os2governance.product.record import Record


class Product(NamedTuple):
    """A product as read from its files: declaration, record, and the hash of each file."""

    declaration: Declaration
    record: Record
    files: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


class UnreadableProduct(NamedTuple):
    """A product file without a level, and the reasons (semantics §8)."""

    file: str
    findings: tuple[Finding, ...]
