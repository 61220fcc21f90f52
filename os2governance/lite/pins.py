"""What the folder is made of beside this package: releases of npm and PyPI, with hashes."""

from dataclasses import dataclass
from importlib.resources import files

from os2governance.documents.json_reader import parse_own_json


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """A release: its name and version, its address, its SHA-256, and its licence (SPDX)."""

    name: str
    version: str
    url: str
    sha256: str
    license: str


def read_pins() -> tuple[Pin, ...]:
    """The releases that this version is built with; the first is the interpreter."""
    listed = parse_own_json((files(__package__) / "pins.json").read_bytes())
    return tuple(Pin(**each) for each in listed)
