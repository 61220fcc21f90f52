"""The `format`s of JSON Schema that are checked, by one function each for either library."""

import re
from collections.abc import Callable, Mapping

from os2governance.formats.uris import is_iri, is_uri
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.partial_dates import PARTIAL_DATE_FORMAT, parse_partial_date

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")  # noqa: TID251 - our own pattern
_TIME = re.compile(  # noqa: TID251 - our own pattern
    r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)


def _is_timestamp(text: str) -> bool:
    """Whether a text is an RFC 3339 timestamp, such as `2026-05-01T12:00:00Z`."""
    day, _, time = text.lower().partition("t")
    return parse_iso_date(day) is not None and _TIME.fullmatch(time) is not None


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date": lambda text: parse_iso_date(text) is not None,
    PARTIAL_DATE_FORMAT: lambda text: parse_partial_date(text) is not None,
    "date-time": _is_timestamp,
    "email": lambda text: _EMAIL.fullmatch(text) is not None,
    "uri": is_uri,
    "iri": is_iri,
}
"""The formats that are checked; any other is a remark for readers, as JSON Schema has it."""
NOT_CHECKED = (
    *("duration", "hostname", "idn-email", "idn-hostname", "ipv4", "ipv6", "iri-reference"),
    *("json-pointer", "regex", "relative-json-pointer", "time", "uri-reference", "uri-template"),
    "uuid",
)
