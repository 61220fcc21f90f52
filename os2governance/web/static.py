"""The styles, scripts and fonts of the pages, served from memory: no request reaches a file."""

from collections.abc import Iterator
from importlib.resources import files

from os2governance.site.template import read_asset_files

WEB_PACKAGE = "os2governance.web"
_MEDIA_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}


def read_static_files() -> Iterator[tuple[str, bytes]]:
    """Yield each file as (name in URLs, bytes)."""
    for each in sorted((files(WEB_PACKAGE) / "static").iterdir(), key=lambda file: file.name):
        yield f"static/{each.name}", each.read_bytes()


def read_served_files() -> dict[str, tuple[bytes, str]]:
    """The form's own files and the site's by their names in URLs, as (bytes, media type)."""
    return {
        name: (data, _MEDIA_TYPES.get(name.rsplit(".", 1)[-1], "text/plain; charset=utf-8"))
        for name, data in (*read_asset_files(), *read_static_files())
    }
