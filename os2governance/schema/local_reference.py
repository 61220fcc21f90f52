"""Follow a `$ref` inside one schema (RFC 6901)."""

from typing import Any


def resolve_reference(reference: Any, root: Any) -> Any:
    """What a local reference (`#/$defs/document`) points at, or None."""
    if not isinstance(reference, str) or not reference.startswith("#"):
        return None
    node = root
    for step in reference[1:].split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        node = node.get(name) if isinstance(node, dict) else None
    return node
