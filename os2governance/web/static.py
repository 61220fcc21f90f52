"""The form's styles and script."""

from collections.abc import Iterator
from importlib.resources import files

PACKAGE = "os2governance.web"


def static_files() -> Iterator[tuple[str, bytes]]:
    """Yield each file as (name in URLs, bytes)."""
    for each in sorted((files(PACKAGE) / "static").iterdir(), key=lambda file: file.name):
        yield f"static/{each.name}", each.read_bytes()
