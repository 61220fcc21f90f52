"""From a document to an evaluation's file: newly built, or merged into an existing one."""

from collections.abc import Iterator, Mapping
from typing import Any

from os2governance.documents.yaml_edit import RemoveEntry, SetValue, YamlEdit
from os2governance.documents.yaml_reader import Document
from os2governance.exchange.read.document import DocumentClaim, ImportedDocument
from os2governance.exchange.write.file_options import (
    AUTHOR_UNKNOWN,
    ProductFileOptions,
    build_note,
    list_known_claims,
    make_change_finding,
    read_path,
)
from os2governance.findings.finding import Finding


def build_evaluation_edits(
    imported: ImportedDocument, wanted: ProductFileOptions
) -> Iterator[YamlEdit]:
    """Yield the edits that build the file of an evaluation."""
    yield SetValue(("product",), wanted.product)
    yield SetValue(("model",), wanted.model.reference)
    if imported.product:
        yield SetValue(("name",), imported.product)
    yield SetValue(("evaluated",), _build_evaluated(imported, wanted))
    lights = {
        name: light
        for name, claim in list_known_claims(imported, wanted)
        if (light := _build_rating(claim))
    }
    if lights:
        yield SetValue(("lights",), lights)
    if wanted.level is not None:
        yield SetValue(("recommends",), _build_recommendation(imported, wanted.level))
    if imported.summary:
        yield SetValue(("summary",), imported.summary)


def _build_recommendation(imported: ImportedDocument, level: str) -> Any:
    """The level with its grounds; without grounds, the bare level."""
    grounds = imported.level_grounds
    return {"level": level, "grounds": grounds} if grounds else level


def _build_evaluated(imported: ImportedDocument, wanted: ProductFileOptions) -> dict[str, Any]:
    return {
        "on": wanted.choose_date(imported).isoformat(),
        "by": imported.by or AUTHOR_UNKNOWN.render(wanted.language),
        "reference": f"{imported.reference}. {build_note(imported, wanted.language)}",
        **({"draft": True} if imported.draft else {}),
    }


def _build_rating(claim: DocumentClaim) -> dict[str, str]:
    if claim.status is None:
        return {}
    grounds = "\n".join([claim.text, *(x for x in claim.links if x not in claim.text)]).strip()
    advice = {"advice": claim.advice} if claim.advice else {}
    return {"light": claim.status, **({"grounds": grounds} if grounds else {}), **advice}


def merge_evaluation_edits(
    document: Document,
    imported: ImportedDocument,
    wanted: ProductFileOptions,
    findings: list[Finding],
) -> Iterator[YamlEdit]:
    """Yield the edits that merge a document into an evaluation; other ratings are reported."""
    values: Mapping[str, Any] = document.values
    lights = values.get("lights") or {}
    for name, claim in list_known_claims(imported, wanted):
        new, old = _build_rating(claim), lights.get(name)
        if not new:
            continue
        if not isinstance(old, dict):
            yield SetValue(("lights", name), new)
            continue
        if old.get("light") != new["light"]:
            place = document.locate(["lights", name])
            findings.append(make_change_finding(name, old, new=new, key="light", place=place))
            yield SetValue(("lights", name, "light"), new["light"])
        changed = old.get("light") != new["light"]
        for key in ("grounds", "advice"):
            if key in new and old.get(key) != new[key] and (changed or not old.get(key)):
                yield SetValue(("lights", name, key), new[key])
    yield from _merge_conclusion(values, imported, wanted)


def _merge_conclusion(
    values: Mapping[str, Any], imported: ImportedDocument, wanted: ProductFileOptions
) -> Iterator[YamlEdit]:
    """Set the recommended level, its grounds and the summary where they are missing or differ."""
    said = values.get("recommends")
    level = said.get("level") if isinstance(said, dict) else said
    if wanted.level is not None:
        new = _build_recommendation(imported, wanted.level)
        if not isinstance(said, dict):
            yield from [SetValue(("recommends",), new)] if new != said else []
        elif level != wanted.level:
            yield SetValue(("recommends", "level"), wanted.level)
        if isinstance(said, dict) and imported.level_grounds and not said.get("grounds"):
            yield SetValue(("recommends", "grounds"), imported.level_grounds)
    if imported.summary and not values.get("summary"):
        yield SetValue(("summary",), imported.summary)
    if not imported.draft and read_path(values, ("evaluated", "draft")):
        yield RemoveEntry(("evaluated", "draft"))
