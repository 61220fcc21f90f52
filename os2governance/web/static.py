"""The styles and the script of the form."""

from collections.abc import Iterator
from importlib.resources import files

PACKAGE = "os2governance.web"


def static_files() -> Iterator[tuple[str, bytes]]:
    """Give each file by its name in addresses."""
    for each in sorted((files(PACKAGE) / "static").iterdir(), key=lambda file: file.name):
        yield f"static/{each.name}", each.read_bytes()
