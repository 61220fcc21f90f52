"""The same question put to each that can answer it: the files of a product in, plain values out.

A product is a dict of what its files hold, by the names in `oracle.assess`.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import generators
import oracle
import pytest
from folders import to_yaml

from os2governance import Assessment, assess
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.model.library import Library, ModelSource
from os2governance.product.reader import build_product

Assess = Callable[..., dict[str, Any]]


def by_oracle(
    main: dict[str, Any],
    criteria: list[dict[str, Any]],
    schema: dict[str, Any],
    files: dict[str, Any],
    as_of: str = generators.TODAY,
) -> dict[str, Any]:
    """Assess by the naive oracle."""
    day = date.fromisoformat(as_of)
    found: dict[str, Any] = oracle.assess(
        main, criteria, schema, files, day, generators.PLACEHOLDERS
    )
    return found


def by_engine(
    main: dict[str, Any],
    criteria: list[dict[str, Any]],
    schema: dict[str, Any],
    files: dict[str, Any],
    as_of: str = generators.TODAY,
) -> dict[str, Any]:
    """Assess by the engine."""
    return plain(assessment_of(main, criteria, schema, files, as_of))


def assessment_of(
    main: dict[str, Any],
    criteria: list[dict[str, Any]],
    schema: dict[str, Any],
    files: dict[str, Any],
    as_of: str = generators.TODAY,
) -> Assessment:
    """The engine's assessment, from the bytes of the files."""
    read, findings = build_product(product_files(files, main), library_of(main, criteria, schema))
    assert read is not None, [finding.message.en for finding in findings]
    product, model = read
    return assess(product, model, as_of=date.fromisoformat(as_of))


def library_of(main: dict[str, Any], criteria: list[dict[str, Any]], schema: Any) -> Library:
    """A library of one model, which stands in no folder."""
    theme = {"format": "os2governance/criteria/1", "theme": "all", "criteria": criteria}
    doubts = {"format": "os2governance/doubts/1", "placeholders": generators.PLACEHOLDERS}
    held = {
        "model.yaml": dumped(main),
        "all.yaml": dumped(theme),
        "doubts.yaml": dumped(doubts),
        "facts.schema.json": json.dumps(schema).encode(),
    }
    reference = f"{main['model']}/{main['version']}"
    source = ModelSource(
        references=lambda _: [reference],
        holds=lambda folder: folder == Path("criteria", reference),
        files=lambda _: (held, []),
        resolve=lambda folder: folder,
    )
    return Library((Path("criteria"),), source, {}, {})


def product_files(files: dict[str, Any], main: dict[str, Any]) -> ProductFiles:
    """Write the files of a product, each with the head that its format asks for."""
    model = {"model": f"{main['model']}/{main['version']}"}

    def write(name: str, file_format: str, held: dict[str, Any] | None) -> FileContent | None:
        if held is None:
            return None
        head = {"format": f"os2governance/{file_format}/1", "product": "tool", **model}
        if file_format == "product":
            head |= {"name": "Tool", "kind": "product"}
        return FileContent(f"products/tool/{name}", dumped({**head, **held}))

    observed = files.get("observations")
    if observed:
        by = {"on": observed["observed"]["on"], "with": "a test", "repositories": []}
        observed = {**observed, "observed": by}
    log = {"format": "os2governance/decisions/1", "product": "tool"}
    decisions = files.get("decisions")
    return ProductFiles(
        product=write("product.yaml", "product", files.get("product")),
        declarations=by_date("declarations", "product", files, "declared", write),
        evaluations=by_date("evaluations", "evaluation", files, "evaluated", write),
        register=write("register.yaml", "register", files.get("register")),
        observations=write("observations.yaml", "observations", observed),
        log=FileContent("products/tool/decisions.yaml", dumped({**log, "decisions": decisions}))
        if decisions
        else None,
        folder="products/tool",
    )


def by_date(
    folder: str, file_format: str, files: dict[str, Any], stated: str, write: Callable[..., Any]
) -> tuple[FileContent, ...]:
    """Write each file of a folder by its date, sorted as a folder is listed."""
    several = files.get(folder) or []
    made = [write(f"{folder}/{each[stated]['on']}.yaml", file_format, each) for each in several]
    return tuple(sorted(made))


def dumped(values: Any) -> bytes:
    return to_yaml(values).encode()


def plain(assessment: Assessment) -> dict[str, Any]:
    """Put what the oracle says too in the oracle's words."""
    return {
        "levels": asdict(assessment.levels),
        "states": dict(assessment.states),
        "settled": assessment.settled,
        "open": {level: list(assessment.open.get(level, ())) for level in assessment.blockers},
        "blockers": {level: list(names) for level, names in assessment.blockers.items()},
        "reservations": list(assessment.reservations),
        "criteria": {
            each.criterion.id: {
                "status": each.status,
                "basis": each.basis,
                "backing": each.backing,
                "accepted": each.deviation.state if each.deviation else None,
            }
            for each in assessment.outcomes
        },
    }


ASSESSORS: dict[str, Assess] = {"oracle": by_oracle, "engine": by_engine}

by_each = pytest.mark.parametrize("assess", ASSESSORS.values(), ids=ASSESSORS)
"""Run a test with the `assess` of each."""
