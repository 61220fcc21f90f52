"""The addresses of the pages: made here and nowhere else, below whatever path shows them."""

from urllib.parse import quote


def build_path(base: str, *parts: str) -> str:
    """The path of a page or a file below `base` ("" or as `/forms`); the front without parts."""
    return "/".join([base, *(quote(part, safe="") for part in parts or ("",))])
