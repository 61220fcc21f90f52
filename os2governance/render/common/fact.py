"""What a view may ask of a fact of a model's vocabulary."""

from collections.abc import Mapping
from typing import Protocol

from os2governance.i18n.text import Text


class Fact(Protocol):
    """One fact, list or group of facts."""

    @property
    def title(self) -> Text:
        """Its title."""

    @property
    def description(self) -> Text:
        """What is asked, and what counts."""

    @property
    def kinds(self) -> frozenset[str]:
        """The types it may have."""

    @property
    def is_date(self) -> bool:
        """Whether it is a date."""

    @property
    def nullable(self) -> bool:
        """Whether it may be declared absent."""

    @property
    def choices(self) -> tuple[object, ...]:
        """The values of its enumeration."""

    @property
    def fields(self) -> Mapping[str, "Fact"]:
        """The facts below it."""

    @property
    def element(self) -> "Fact":
        """What each element of it is."""

    def value_title(self, value: object) -> Text:
        """Say one of its values."""
