"""What is fetched is pinned: one release of each, over HTTPS, by its hash."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from os2governance.lite.pins import read_pins

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
NOT_IN_A_BROWSER = {
    "click", "fastapi", "icalendar", "jsonschema-rs", "platformdirs", "pydantic", "pydantic-core",
    "uvicorn",
}  # fmt: skip


def test_each_is_one_release_with_its_hash_and_licence():
    pins = read_pins()

    assert pins[0].name == "pyodide"
    assert len({pin.name for pin in pins}) == len(pins)
    for pin in pins:
        assert re.fullmatch(r"https://(files\.pythonhosted|registry\.npmjs)\.org/\S+", pin.url)
        assert pin.version in pin.url
        assert re.fullmatch("[0-9a-f]{64}", pin.sha256)
        assert pin.license


def test_they_are_what_the_app_asks_for():
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["web"]]
    pinned = {canonicalize_name(pin.name): pin.version for pin in read_pins()}

    for needed in map(Requirement, asked):
        name = canonicalize_name(needed.name)
        if name not in NOT_IN_A_BROWSER:
            assert needed.specifier.contains(pinned[name]), name
