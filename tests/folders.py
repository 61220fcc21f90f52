"""Small models and products on disk, for tests that need no more than that."""

import json
from pathlib import Path
from typing import Any

import yaml

from os2governance.documents.yaml_breaks import OLD_LINE_BREAKS


class _Plain(yaml.SafeDumper):
    """Writes what is there twice, twice, and what YAML 1.2 takes for no line break as an escape.

    The engine reads no aliases, and PyYAML would fold a text at U+2028 as at a new line.
    """

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_text(self, text: str) -> yaml.ScalarNode:
        style = '"' if any(each in text for each in OLD_LINE_BREAKS) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)


_Plain.add_representer(str, _Plain.represent_text)


LEVELS = [{"id": "low"}, {"id": "high", "decided_by": ["board"]}]
ROLES = [
    {"id": "board", "name": {"da": "Bestyrelsen", "en": "The board"}},
    {"id": "owner", "name": {"da": "Ejeren", "en": "The owner"}, "declares": True},
]
DATE = {"type": ["string", "null"], "format": "date"}


def titled(schema: dict[str, Any], danish: str, english: str) -> dict[str, Any]:
    return {**schema, "title": danish, "x-title-en": english}


GROUP = titled(
    {
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {
            "met_on": titled(DATE, "Gruppens seneste møde", "The group's latest meeting"),
            "terms": titled({"type": ["string", "null"]}, "Kommissoriet", "The terms"),
        },
    },
    "Gruppe",
    "Group",
)
USERS = titled(
    {
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "name": titled({"type": "string"}, "Brugerens navn", "The user's name"),
                "pays": titled(
                    {"type": ["number", "null"], "minimum": 0}, "Betalingen", "The payment"
                ),
                "active": titled(
                    {"type": ["boolean", "null"]}, "Brugeren er aktiv", "The user is active"
                ),
            },
        },
    },
    "Brugere",
    "Users",
)
FACTS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "group": GROUP,
        "users": USERS,
        "licence": titled({"type": ["string", "null"]}, "Licensen", "The licence"),
        "open": titled({"type": ["boolean", "null"]}, "Koden er åben", "The code is open"),
    },
}


def criterion(name: str, level: str, met: Any, **more: Any) -> dict[str, Any]:
    return {"id": name, "level": level, "responsible": "owner", "met": met, **more}


def write_model(
    folder: Path, criteria: list[dict[str, Any]], schema: Any = FACTS, **more: Any
) -> Path:
    """Write the model `small/1` below `folder`; give its folder."""
    model = folder / "criteria" / "small" / "1"
    model.mkdir(parents=True)
    main = {
        "format": "os2governance/model/1",
        "model": "small",
        "version": "1",
        "facts": "facts.schema.json",
        "levels": LEVELS,
        "themes": [{"id": "all"}],
        "roles": ROLES,
        **more,
    }
    theme = {"format": "os2governance/criteria/1", "theme": "all", "criteria": criteria}
    dump(model / "model.yaml", main)
    dump(model / "all.yaml", theme)
    (model / "facts.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    return model


def write_product(folder: Path, identity: str = "tool", **more: Any) -> Path:
    """Write a product below `folder`/products; give its folder.

    `evaluations`, `hearings` and kept `declarations` are written by their date, `register` and `observations`
    as the files of their names, `decisions` as the log; the rest goes into product.yaml as it is.
    Without a date (`declared` is None) there is no product.yaml.
    """
    product = folder / "products" / identity
    product.mkdir(parents=True)
    evaluations, decisions = more.pop("evaluations", []), more.pop("decisions", None)
    kept, hearings = more.pop("declarations", []), more.pop("hearings", [])
    for name in ("register", "observations"):
        if stated := more.pop(name, None):
            head = {"format": f"os2governance/{name}/1", "product": identity, "model": "small/1"}
            dump(product / f"{name}.yaml", {**head, **stated})
    usual = {
        "format": "os2governance/product/1",
        "product": identity,
        "name": identity.title(),
        "kind": "product",
        "model": "small/1",
        "declared": {"on": "2026-05-01", "by": "Ejeren"},
    }
    declaration = {**usual, **more}
    if declaration["declared"]:
        dump(product / "product.yaml", declaration)
    for each in kept:
        (product / "declarations").mkdir(exist_ok=True)
        dump(product / "declarations" / f"{each['declared']['on']}.yaml", {**usual, **each})
    for evaluation in evaluations:
        day = evaluation["evaluated"]["on"]
        head = {"format": "os2governance/evaluation/1", "product": identity, "model": "small/1"}
        (product / "evaluations").mkdir(exist_ok=True)
        dump(product / "evaluations" / f"{day}.yaml", {**head, **evaluation})
    for hearing in hearings:
        head = {"format": "os2governance/hearing/1", "product": identity, "model": "small/1"}
        (product / "hearings").mkdir(exist_ok=True)
        dump(product / "hearings" / f"{hearing['heard']['on']}.yaml", {**head, **hearing})
    if decisions is not None:
        head = {"format": "os2governance/decisions/1", "product": identity}
        dump(product / "decisions.yaml", {**head, "decisions": decisions})
    return product


def dump(file: Path, values: Any) -> None:
    file.write_text(to_yaml(values), encoding="utf-8")


def to_yaml(values: Any) -> str:
    text: str = yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    return text
