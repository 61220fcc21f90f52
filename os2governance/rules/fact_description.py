"""Description of a fact of a model's vocabulary, as renderers need it."""

from collections.abc import Mapping
from typing import Protocol

from os2governance.i18n.text import Text


class FactDescription(Protocol):
    """One fact, list or group of facts."""

    @property
    def title(self) -> Text:
        """The title."""

    @property
    def description(self) -> Text:
        """The question, and what counts as an answer."""

    @property
    def kinds(self) -> frozenset[str]:
        """The JSON types that it may have."""

    @property
    def is_date(self) -> bool:
        """Whether the value is a date."""

    @property
    def nullable(self) -> bool:
        """Whether it may be declared as null."""

    @property
    def choices(self) -> tuple[object, ...]:
        """The values of its enumeration."""

    @property
    def from_register(self) -> bool:
        """Whether the register is to state it, so that no product is asked."""

    @property
    def fields(self) -> Mapping[str, "FactDescription"]:
        """The facts below it, by name."""

    @property
    def element(self) -> "FactDescription":
        """The description of an element, where it is a list."""

    def value_title(self, value: object) -> Text:
        """The title of one of its values."""
