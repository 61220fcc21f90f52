"""What a schema's limits on size ask for, in words."""

from os2governance.i18n.text import CountedText, Text, _, npgettext

LIMITS: dict[str, Text | CountedText] = {
    "minimum": _("must be at least {limit}"),
    "maximum": _("must be at most {limit}"),
    "exclusiveMinimum": _("must be more than {limit}"),
    "exclusiveMaximum": _("must be less than {limit}"),
    "minLength": npgettext(
        "limit of a schema",
        "must be at least {limit} character long",
        "must be at least {limit} characters long",
    ),
    "maxLength": npgettext(
        "limit of a schema",
        "must be at most {limit} character long",
        "must be at most {limit} characters long",
    ),
    "minItems": npgettext(
        "limit of a schema", "must have {limit} item or more", "must have {limit} items or more"
    ),
    "maxItems": npgettext(
        "limit of a schema", "must have {limit} item at most", "must have {limit} items at most"
    ),
    "minProperties": npgettext(
        "limit of a schema", "must have {limit} key or more", "must have {limit} keys or more"
    ),
    "maxProperties": npgettext(
        "limit of a schema", "must have {limit} key at most", "must have {limit} keys at most"
    ),
}
"""By the keyword of JSON Schema."""


def describe_limit(keyword: str, limit: float) -> Text:
    """The words of a limit, with its number."""
    text = LIMITS[keyword]
    fitting = text.choose(limit) if isinstance(text, CountedText) else text
    return Text(*(said.replace("{limit}", str(limit)) for said in fitting))
