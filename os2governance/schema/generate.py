"""Write the JSON Schemas of the formats: `python -m os2governance.schema.generate`."""

import json
from collections.abc import Mapping
from typing import Any

from os2governance import formats
from os2governance.formats.json_schema import build_json_schema
from os2governance.schema.read import FOLDER, SCHEMA_NAMES

FORMAT_CLASSES: Mapping[str, str] = {
    **{name: name.capitalize() for name in SCHEMA_NAMES},
    "figures": "Portfolio",
    "check": "CheckReport",
    "site": "SiteDetails",
}


def generate_schemas() -> dict[str, bytes]:
    """The schema files by name, made from the classes of `os2governance.formats` now."""
    return {
        f"{name}.schema.json": _encode(build_json_schema(getattr(formats, FORMAT_CLASSES[name])))
        for name in SCHEMA_NAMES
    }


def _encode(schema: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()


def write_schemas() -> None:
    """Write every schema file into the package."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in generate_schemas().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    write_schemas()
