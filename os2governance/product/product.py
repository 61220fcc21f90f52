"""A product as read from its files, and a file that no product could be read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding
from os2governance.product.declaration import Declaration
from os2governance.product.facts import FactFile
from os2governance.product.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Product:
    """A product as read from its files, any of which may be missing (semantics §1).

    `current` is the declaration in product.yaml, `kept` are the earlier ones, oldest first.
    `document` is product.yaml; without one, the newest of the product's other files. `model` is
    the reference of the model that the product is assessed by.
    """

    id: str
    name: str
    kind: str
    model: str
    document: Document
    current: Declaration | None
    kept: tuple[Declaration, ...] = ()
    register: FactFile | None = None
    observations: FactFile | None = None
    record: Record
    files: Mapping[str, str]
    findings: tuple[Finding, ...] = ()

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """All its declarations: the kept ones, oldest first, and the current one."""
        return (*self.kept, self.current) if self.current else self.kept

    def declaration(self, day: date) -> Declaration | None:
        """The declaration in force on a day: product.yaml, or the newest kept until then."""
        if self.current and self.current.declared_on <= day:
            return self.current
        return next((each for each in reversed(self.kept) if each.declared_on <= day), None)

    def list_fact_files(self) -> tuple[FactFile, ...]:
        """All files that state facts, whenever they are in force."""
        others = [each for each in (self.register, self.observations) if each]
        return (*(each.fact_file for each in self.declarations), *others)

    def fact_files(self, day: date) -> tuple[FactFile, ...]:
        """The files that state facts, as far as they are dated on or before a day."""
        declaration = self.declaration(day)
        others = (self.register, self.observations)
        return (
            *((declaration.fact_file,) if declaration else ()),
            *(each for each in others if each and each.on <= day),
        )


class UnreadableProduct(NamedTuple):
    """A product file without a level, and the reasons (semantics §8)."""

    file: str
    findings: tuple[Finding, ...]
