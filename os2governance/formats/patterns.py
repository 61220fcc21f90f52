"""The patterns of ids, references and durations in files (JSON Schema's syntax)."""

BLANK = r"\S"
ID = "^[a-z0-9][a-z0-9._-]*$"
MAX_ID_LENGTH = 100
VERSION = "^[A-Za-z0-9][A-Za-z0-9._-]*$"
REFERENCE = r"^[^/\s]+/[^/\s]+$"
DURATION = "^[1-9][0-9]{0,5} (day|week|month|year)s?$"
