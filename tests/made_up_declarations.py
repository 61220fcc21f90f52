"""Declarations of about 200 lines, made up from a model's own vocabulary: for benchmarks."""

import random
import re
from pathlib import Path
from typing import Any

import yaml

from os2governance.model.model import Model
from os2governance.rules.vocabulary import Fact

LINES = 200
# People write dates and addresses without quotation marks, and so does formats.md.
QUOTED = re.compile(r"'(\d{4}-\d\d-\d\d|https://[\w./-]+)'")


def make_value(fact: Fact, chance: random.Random) -> Any:
    """Make up a value that the fact may have."""
    if fact.choices:
        return chance.choice(fact.choices)
    if fact.is_date:
        return f"202{chance.randint(3, 6)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    kinds = fact.kinds
    if "boolean" in kinds:
        return chance.random() < 0.8
    if kinds & {"number", "integer"}:
        return chance.randint(int(fact.lowest or 0), 900_000)
    if "array" in kinds:
        return make_list(fact, chance)
    if "object" in kinds:
        fields = {name: make_value(below, chance) for name, below in fact.fields.items()}
        kept = {name: given for name, given in fields.items() if chance.random() < 0.8}
        return kept or fields
    return f"https://example.org/{chance.randint(1, 10_000)}/dokument.md"


def make_list(fact: Fact, chance: random.Random) -> list[Any]:
    """Make up the elements of a list; no two have the same key, where it has one."""
    elements = [make_value(fact.element, chance) for _ in range(chance.randint(2, 12))]
    if not fact.key:
        return elements
    by_key = {element[fact.key]: element for element in elements if fact.key in element}
    return list(by_key.values())


def make_answer(chance: random.Random) -> dict[str, Any]:
    """Make up an answer."""
    said = chance.choice(["met", "met", "met", "partly", "unmet", "planned", "not_applicable"])
    given: dict[str, Any] = {"answer": said}
    if said == "met" and chance.random() < 0.7:
        given["evidence"] = [f"https://example.org/{chance.randint(1, 10_000)}"]
    if said == "unmet":
        given["explanation"] = "Det er ikke gjort endnu, fordi gruppen først lige er nedsat."
    if said == "not_applicable":
        given["reason"] = "Produktet har ingen brugerflade."
    if said == "planned":
        given["due"] = "2027-01-01"
    return given


class _AsWritten(yaml.SafeDumper):
    """Writes as people do (formats.md): groups on lines of their own, what is flat on one line."""

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> Any:
        flat = not any(isinstance(value, dict | list) and value for value in mapping.values())
        return super().represent_mapping(tag, mapping, flow_style=flat and len(mapping) < 5)


def render_declaration(model: Model, number: int) -> str:
    """A declaration of about LINES lines: as many facts as there is room for."""
    chance = random.Random(number)
    facts = {name: make_value(fact, chance) for name, fact in model.facts.fields.items()}
    values = {
        "format": "os2governance/product/1",
        "product": f"eksempel{number}",
        "name": f"Eksempel {number}",
        "kind": "product",
        "model": model.reference,
        "declared": {"on": "2026-05-01", "by": "Produktkoordinator, Eksempel Kommune"},
        "aims_at": chance.choice(model.level_ids),
        "facts": facts,
        "answers": {criterion.id: make_answer(chance) for criterion in model.criteria},
    }
    options = {"Dumper": _AsWritten, "allow_unicode": True, "sort_keys": False, "width": 120}
    text: str = yaml.dump(values, **options)
    while text.count("\n") > LINES * 1.05 and len(facts) > 1:
        facts.pop(chance.choice(sorted(facts)))
        text = yaml.dump(values, **options)
    return QUOTED.sub(r"\1", text)


def write_declarations(model: Model, folder: Path, count: int) -> list[Path]:
    """Write the declarations, each in a folder of its own."""
    files = []
    for number in range(count):
        file = folder / f"eksempel{number:05}" / "product.yaml"
        file.parent.mkdir()
        file.write_text(render_declaration(model, number), encoding="utf-8")
        files.append(file)
    return files
