"""The compiled schemas of the formats, each made on first use."""

from functools import cache

from os2governance.schema.read import read_schema
from os2governance.schema.validator import CompiledSchema


@cache
def compile_schema(name: str) -> CompiledSchema:
    """The schema of a format, compiled once in a process.

    Raises:
        KeyError: when there is no such format.
    """
    return CompiledSchema(read_schema(name))
