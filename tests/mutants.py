"""The files of this repository, each with its format, and broken copies of them."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import yaml

from os2governance.documents.yaml_reader import read_yaml
from os2governance.schema.read import SCHEMA_NAMES

ROOT = Path(__file__).parents[1]
FOLDERS = ("criteria", "products", "examples", "tests/golden", "tests/tiny")
REGISTER = b"""
format: os2governance/register/1
product: os2eksempel
model: os2/1.1.0
registered: {on: 2026-09-01, by: OS2-sekretariatet}
facts: {ownership: {licence: MPL-2.0}}
"""
OBSERVATIONS = b"""
format: os2governance/observations/1
product: os2eksempel
model: os2/1.1.0
observed:
  on: 2026-11-20
  with: os2governance 0.2.0
  repositories: [{url: "https://example.org/x", commit: 3f2a, branch: main}]
facts: {ownership: {licence: MPL-2.0}}
sources: {ownership.licence: "LICENSE, sha256:ab, matched MPL-2.0"}
"""
HEARING = b"""
format: os2governance/hearing/1
product: os2eksempel
model: os2/1.1.0
evaluation: 2026-04-10
heard: {on: 2026-04-20, by: steering_group}
answer: objections
criteria: {R1: Referatet er lagt frem.}
"""
MINUTES = b"""
format: os2governance/minutes/1
meeting: {on: 2026-05-20, by: board, reference: "https://example.org/minutes"}
decisions: [{product: os2eksempel, decision: place, level: "1", grounds: Alt er i orden.}]
"""
ROUND = b"""
format: os2governance/round/1
half_year: 2026-1
due: {invited: 2026-02-15, decision: 2026-06-08}
products: {os2eksempel: {done: {invited: 2026-02-14}, remark: Gruppen holder ferie.}}
"""
SITE = """
format: os2governance/site/1
publisher: {name: {da: Foreningen af reparationscaféer, en: Repair cafés}, address: https://cafe.example/}
contact: {mail: post@cafe.example, address: https://cafe.example/kontakt}
accessibility: https://cafe.example/tilgaengelighed
licence: {name: CC BY 4.0, address: https://creativecommons.org/licenses/by/4.0/}
""".encode()
_VALUES: list[Any] = [
    *(None, True, 0, -1, 7, 2.5, 10**30, "", " ", "\xa0", "\ufeff", "x", "Ja", "Opfyldt", "met"),
    *("12 months", "2026-02-30", "2026-05-01", "http://x", "os2.eu", "os2/1", "os2/1.1.0\n"),
    *("a" * 70, "a" * 500, [], ["a", "a"], ["x", 1, None], {}, {"a": 1}, {"da": "x"}, {"dk": 1}),
]
_KEYS = ("nmae", "zz", "", "7", "DK", "kind", "on", "title", "name", "answer", "level", "count")


def files() -> dict[str, list[Any]]:
    """The values of all files by format, as the reader of YAML returns them."""
    found: dict[str, list[Any]] = {}
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.y*ml"))]
    data = [path.read_bytes() for path in (*paths, ROOT / "publiccode.yml")]
    for each in (*data, REGISTER, OBSERVATIONS, HEARING, MINUTES, ROUND, SITE):
        document, _ = read_yaml(each, "f")
        values = document.values if document else None
        if name := _format(values):
            found.setdefault(name, []).append(values)
    return found


def _format(values: Any) -> str | None:
    if not isinstance(values, dict):
        return None
    if "publiccodeYmlVersion" in values:
        return "publiccode"
    _, _, rest = str(values.get("format")).partition("os2governance/")
    name = rest.partition("/")[0]
    return name if name in SCHEMA_NAMES else None


def mutants(seed: int, of_each: int) -> Iterator[tuple[str, Any]]:
    """Formats with broken values: `of_each` of every format, always the same of a seed."""
    random = Random(seed)
    for name, originals in files().items():
        for _ in range(of_each):
            values = deepcopy(random.choice(originals))
            for _ in range(random.randint(1, 4)):
                _break(values, random)
            yield name, values


def _break(values: Any, random: Random) -> None:
    deepest = random.randint(1, 6)
    ways = [way for way in _ways(values) if 0 < len(way) <= deepest]
    if not ways:
        return
    *above, step = random.choice(ways)
    for each in above:
        values = values[each]
    match random.choice(("set", "set", "drop", "rename", "add")):
        case "drop":
            del values[step]
        case "rename" if isinstance(values, dict):
            values[random.choice((f"{step}x", f"{step}\xa0", *_KEYS))] = values.pop(step)
        case "add" if isinstance(values[step], dict):
            values[step][random.choice(_KEYS)] = deepcopy(random.choice(_VALUES))
        case "add" if isinstance(values[step], list):
            values[step].append(deepcopy(random.choice(_VALUES)))
        case _:
            values[step] = deepcopy(random.choice(_VALUES))


def _ways(values: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield way
    steps = (
        values.items()
        if isinstance(values, dict)
        else enumerate(values)
        if isinstance(values, list)
        else ()
    )
    for step, below in steps:
        yield from _ways(below, (*way, step))


def as_yaml(values: Any) -> bytes:
    """A file that says the values."""
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1000).encode()
