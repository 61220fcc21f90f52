"""The form's styles and script."""

from collections.abc import Iterator
from importlib.resources import files

WEB_PACKAGE = "os2governance.web"


def read_static_files() -> Iterator[tuple[str, bytes]]:
    """Yield each file as (name in URLs, bytes)."""
    for each in sorted((files(WEB_PACKAGE) / "static").iterdir(), key=lambda file: file.name):
        yield f"static/{each.name}", each.read_bytes()
