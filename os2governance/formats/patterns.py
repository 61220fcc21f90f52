"""The patterns of ids, references and durations in files (JSON Schema's syntax)."""

SPACES = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What `\\s` is in JSON Schema (ECMA-262): no other space is blank."""
BLANK = r"\S"
ID = "^[a-z0-9][a-z0-9._-]*$"
MAX_ID_LENGTH = 100
VERSION = "^[A-Za-z0-9][A-Za-z0-9._-]*$"
REFERENCE = r"^[^/\s]+/[^/\s]+$"
FIELD_KEY = "^[a-z]+$"
"""The name of a field that people fill in."""
RULE_MARK = "x-rule"
"""The keyword of a schema that stands for any rule."""
HTTPS = "^https://"
MAIL = r"""^[^@\s<>()\[\],;:"'\\?&%#]+@[A-Za-z0-9.-]+$"""
"""A mail address as people write it, without what means something in a link or a header."""
COLOUR = "^#[0-9A-Fa-f]{6}$"
FONT = "^[A-Za-z0-9]([A-Za-z0-9 -]{0,58}[A-Za-z0-9])?$"
"""The name of a font: nothing in it means anything in a style sheet."""
DURATION = "^[1-9][0-9]{0,5} (day|week|month|year)s?$"
HASH = "^sha256:[0-9a-f]{64}$"
