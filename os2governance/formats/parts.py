"""What the formats are made of: closed and open groups of keys, and the kinds of values.

Every class is frozen. A field is `name: Type = required(danish, english)`, or `optional(...)`, each
text `Title | Description`: `title`, `description`, `x-title-en` and `x-description-en` of the JSON
Schema, and so what editors show. The formats have a line for each key, however long.
"""

from collections.abc import Hashable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    JsonValue,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema

from os2governance.formats.patterns import (
    BLANK,
    DURATION,
    HASH,
    HTTPS,
    ID,
    MAX_ID_LENGTH,
    REFERENCE,
    RULE_MARK,
    SPACES,
    VERSION,
)
from os2governance.formats.uris import is_uri
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.partial_dates import (
    FIRST_YEAR,
    LAST_YEAR,
    PARTIAL_DATE_FORMAT,
    parse_partial_date,
)


class Closed(BaseModel):
    """A group of keys in a file: unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True)


class Open(BaseModel):
    """A group of keys in output: keys that later versions add are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def file_format(name: str, danish: str, english: str, **more: Any) -> ConfigDict:
    """The configuration of a whole file: its `$id`, its titles, and other keywords."""
    return ConfigDict(title=danish, json_schema_extra={**_named(name, english), **more})


def file_of_kinds(name: str, danish: str, english: str) -> Any:
    """The field of a file that has a shape for each `kind`; else as `file_format`."""
    return Field(title=danish, discriminator="kind", json_schema_extra=_named(name, english))


def _named(name: str, english: str) -> dict[str, JsonValue]:
    return {"$id": f"urn:os2governance:{name}:1", "x-title-en": english}


def required(danish: str = "", english: str = "", *, alias: str | None = None) -> Any:
    """A key that must be there, with `Title | Description` in both languages."""
    return Field(alias=alias, **_texts(danish, english))


def optional(danish: str = "", english: str = "", *, alias: str | None = None) -> Any:
    """A key that may be left out (None then), with `Title | Description` in both languages."""
    return Field(default=None, alias=alias, **_texts(danish, english))


def _texts(danish: str, english: str) -> dict[str, Any]:
    title, description = _split(danish)
    title_en, description_en = _split(english)
    extra = {"x-title-en": title_en, "x-description-en": description_en}
    said = {
        "title": title,
        "description": description,
        "json_schema_extra": {key: text for key, text in extra.items() if text},
    }
    return {name: value for name, value in said.items() if value}


def _split(text: str) -> tuple[str | None, str | None]:
    """The title and the description; a text without ` | ` is a description alone."""
    title, line, description = text.partition(" | ")
    return (title, description or None) if line else (None, text or None)


T = TypeVar("T")


class _NotNull:
    """Mark a key that may be left out, but not be null."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        return schema["schema"] if schema["type"] == "nullable" else schema


Omittable = Annotated[T | None, _NotNull()]
"""A key that may be left out, and is None then; in the file it cannot be null."""


def _read_date(value: Any) -> date:
    """The date; only the full ISO form counts.

    Raises:
        ValueError: when it is another text or no text.
    """
    found = value if type(value) is date else parse_iso_date(value)
    if found is None or isinstance(found, datetime):
        raise ValueError("not a full ISO date")
    return found


def _checked_partial_date(value: Any) -> str | int:
    """The date as it is written.

    Raises:
        ValueError: when it is no day, month or year.
    """
    if parse_partial_date(value) is None:
        raise ValueError("not a date, a month or a year")
    said: str | int = value
    return said


def _checked_url(text: str) -> str:
    if not is_uri(text):
        raise ValueError("not a whole web address")
    return text


def _checked_filled(text: str) -> str:
    if not text.strip(SPACES):
        raise ValueError("blank")
    return text


def _checked_unique(values: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
    if len(set(values)) < len(values):
        raise ValueError("a value stands here twice")
    return values


Filled = Annotated[
    str,
    AfterValidator(_checked_filled),
    WithJsonSchema({"type": "string", "pattern": BLANK}),
]
"""A text that is not blank."""
Date = Annotated[date, BeforeValidator(_read_date)]
"""A full ISO date (`2026-05-01`); a `datetime.date` in Python."""
Url = Annotated[
    str, AfterValidator(_checked_url), WithJsonSchema({"type": "string", "format": "uri"})
]
SecureUrl = Annotated[
    str,
    StringConstraints(pattern=HTTPS),
    AfterValidator(_checked_url),
    WithJsonSchema({"type": "string", "pattern": HTTPS, "format": "uri"}),
]
"""A web address that begins with `https://`."""
PartialDate = Annotated[
    str | int,
    BeforeValidator(_checked_partial_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "format": PARTIAL_DATE_FORMAT,
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
        }
    ),
]
"""A day (`2018-05-01`), a month (`2018-05`) or a year (`2018`), as it is written."""
ModelReference = Annotated[
    str,
    StringConstraints(pattern=REFERENCE),
    required(
        "Model | Den model og version, der svares efter, for eksempel os2/1.1.0.",
        "Model | The model and version that is answered by, such as os2/1.1.0.",
    ),
]
"""`<model>/<version>`."""
ProductId = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=MAX_ID_LENGTH),
    required(
        "Produkt | Produktets id: små bogstaver, tal, punktum, bindestreg; det samme som mappens navn.",
        "Product | The product's id: lower-case letters, digits, full stop, hyphen; the same as its folder.",
    ),
]
Version = Annotated[str, StringConstraints(pattern=VERSION)]
Duration = Annotated[str, StringConstraints(pattern=DURATION)]
"""`12 months`: days, weeks, months or years."""
Hash = Annotated[str, StringConstraints(pattern=HASH)]
Flag = Annotated[bool, Field(strict=True)]
Whole = Annotated[int, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0)]
Position = Annotated[int, Field(strict=True, ge=1)]
"""A line or a column, from 1."""
Percent = Annotated[float, Field(strict=True, gt=0, le=100)]
Step = str | Count
"""A key, or the number of an item from 0."""
Steps = Annotated[tuple[Step, ...], Field(min_length=1)]
"""The way to a value: `[organisation, meetings, 0, date]`."""
Texts = tuple[Filled, ...]
SomeTexts = Annotated[tuple[Filled, ...], Field(min_length=1)]
Ids = Annotated[
    tuple[Filled, ...],
    AfterValidator(_checked_unique),
    Field(json_schema_extra={"uniqueItems": True}),
]
"""Ids, each once."""
SomeIds = Annotated[
    SomeTexts,
    AfterValidator(_checked_unique),
    Field(json_schema_extra={"uniqueItems": True}),
]


def _checked_no_number(value: Any) -> Any:
    if type(value) is int:  # to Python 1 is True
        raise ValueError("a number")
    return value


MayNotApply = Annotated[
    Literal["no", "yes", "with_reason", False, True], BeforeValidator(_checked_no_number)
]
"""Whether it may be claimed that a criterion does not apply; booleans are how version 1 said it."""
Rule = Annotated[
    Mapping[str, Any],
    Field(min_length=1),
    WithJsonSchema(
        {
            "type": "object",
            "minProperties": 1,
            RULE_MARK: True,
            "description": "En regel: all, any, not, use, at_least, some, every, none, count, sum, eller fact med én operator.",
            "x-description-en": "A rule: all, any, not, use, at_least, some, every, none, count, sum, or fact with one operator.",
        }
    ),
]
"""A rule as it stands in the file; `os2governance.rules` reads it."""


class Bilingual(Closed):
    """A text in the languages that it is written in."""

    da: Omittable[str] = optional("Dansk | Teksten på dansk.", "Danish | The text in Danish.")
    en: Omittable[str] = optional(
        "Engelsk | Teksten på engelsk.", "English | The text in English."
    )


FORMAT_LINE = required(
    "Format | Filens format og version.", "Format | The file's format and version."
)
