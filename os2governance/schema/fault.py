"""What a validator found, whichever library it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from os2governance.documents.yaml_reader import ValuePath


@dataclass(frozen=True, kw_only=True, slots=True)
class SchemaFault:
    """One thing that a validator found, by either library.

    `keyword` is JSON Schema's, `expected` what it asks for: the types, choices, limit, pattern or
    format; the key that is missing; the keys that are unknown; the choices that were passed over.
    `schema` is the part that asks, {} where it could not be found.
    """

    keyword: str
    path: ValuePath
    value: Any
    expected: Any
    schema: Mapping[str, Any]
