"""Whole web addresses, by RFC 3986 and RFC 3987."""

import re
from functools import cache

_SUB = "!$&'()*+,;="
_UNRESERVED = r"A-Za-z0-9._~\-"
_UCS = (
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
    + "\U000e1000-\U000efffd"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"


@cache  # compiled at the first address: it takes as long as half the rest of what is imported
def _pattern(more: str, private: str) -> re.Pattern[str]:
    """The pattern of an address; its parts may hold `more` too, and its query `private`."""
    plain = f"{_UNRESERVED}{re.escape(_SUB)}{more}"
    user, name, step, rest = (
        f"(?:[{plain}{also}]|%[0-9A-Fa-f]{{2}})*" for also in (":", "", ":@", ":@/?")
    )
    query = f"(?:[{plain}{private}:@/?]|%[0-9A-Fa-f]{{2}})*"
    host = rf"(?:\[(?P<literal>[^\]]*)\]|{name})"
    authority = rf"(?://(?:{user}@)?{host}(?::[0-9]*)?(?:/{step})*)"
    path = rf"(?!//)/?{step}(?:/{step})*"
    return re.compile(  # noqa: TID251 - our own pattern
        rf"[A-Za-z][A-Za-z0-9+.-]*:(?:{authority}|{path})(?:\?{query})?(?:#{rest})?"
    )


def is_uri(text: str) -> bool:
    """Whether a text is a whole URI (RFC 3986), such as `https://os2.eu/`."""
    return _matches(_pattern("", ""), text)


def is_iri(text: str) -> bool:
    """Whether a text is a whole IRI (RFC 3987): a URI that may hold letters of any script."""
    return _matches(_pattern(_UCS, _PRIVATE), text)


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    found = pattern.fullmatch(text)
    return found is not None and (found["literal"] is None or _is_address(found["literal"]))


def _is_address(literal: str) -> bool:
    """Whether what stands in square brackets is an IPv6 address, or one of a later version."""
    if re.fullmatch(rf"[vV][0-9A-Fa-f]+\.[{_UNRESERVED}{re.escape(_SUB)}:]+", literal):
        return True
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415 - very few addresses are numbers

    try:
        return "%" not in literal and bool(IPv6Address(literal).packed)
    except AddressValueError:
        return False
