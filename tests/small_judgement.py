"""A model of one criterion, A, for the tables of semantics §3 and §4, and what stands around it.

Its facts say what a table wants them to say: `met` asks for `licence`, `partly` for `open`.
"""

from collections.abc import Iterable
from typing import Any

from assessors import assessment_of, by_engine, by_oracle
from generators import TODAY

from os2governance import Finding

A: dict[str, Any] = {
    "id": "A",
    "level": "low",
    "met": {"fact": "licence", "present": True},
    "partly": {"fact": "open", "present": True},
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "licence": {"type": ["string", "null"]},
        "open": {"type": ["boolean", "null"]},
        "until": {"type": ["string", "null"], "format": "date", "x-time": "end"},
    },
}
LEVELS = [{"id": "low"}, {"id": "mid"}, {"id": "high"}]
ROLES = [{"id": "board"}, {"id": "secretariat"}, {"id": "owner", "declares": True}]

SAYS: dict[str, dict[str, Any]] = {
    "true": {"licence": "MIT"},
    "partly": {"licence": None, "open": True},
    "at least partly": {"open": True},
    "false": {"licence": None, "open": False},
    "undetermined": {},
    "met false, partly undetermined": {"licence": None},
}
"""Facts, by what they say of A (semantics §3a)."""

LINK = ["https://code.test/a"]
MET, SHOWN = {"answer": "met"}, {"answer": "met", "evidence": LINK}
PARTLY, UNMET, UNKNOWN = {"answer": "partly"}, {"answer": "unmet"}, {"answer": "unknown"}
PLANNED = {"answer": "planned", "due": "2026-09-01"}
WAIVED = {"answer": "not_applicable", "reason": "Ingen brugerflade"}
WAIVED_BARE = {"answer": "not_applicable"}


def model(**attainment: Any) -> dict[str, Any]:
    """The model; `attainment` are its settings."""
    return {
        "format": "os2governance/model/1",
        "model": "small",
        "version": "1",
        "facts": "facts.schema.json",
        "levels": LEVELS,
        "themes": [{"id": "all"}],
        "roles": ROLES,
        "attainment": attainment,
    }


def declaration(on: str, facts: Any = None, answer: Any = None, **more: Any) -> dict[str, Any]:
    answers = {"A": answer} if answer else {}
    return {"declared": {"on": on, "by": "X"}, "facts": facts or {}, "answers": answers, **more}


def evaluation(on: str, light: str | None, **more: Any) -> dict[str, Any]:
    lights = {"A": {"light": light}} if light else {}
    return {"evaluated": {"on": on, "by": "X"}, "lights": lights, **more}


def accept(
    on: str, level: str | None = None, by: str = "board", name: str = "A", **given: Any
) -> dict[str, Any]:
    leveled = {"level": level} if level else {}
    return {"on": on, "decision": "accept", "by": by, "accepts": {name: given}, **leveled}


def place(on: str, level: str, by: str = "board", **more: Any) -> dict[str, Any]:
    return {"on": on, "decision": "place", "level": level, "by": by, **more}


def judge(
    files: dict[str, Any],
    criterion: dict[str, Any] = A,
    as_of: str = TODAY,
    **attainment: Any,
) -> dict[str, Any]:
    """What is known of A, with its findings; the oracle and the engine must say the same.

    `findings` are those of its outcome, `others` those of the product.
    """
    asked = (model(**attainment), [criterion], SCHEMA, files, as_of)
    found = by_engine(*asked)
    assert found == by_oracle(*asked)
    assessment = assessment_of(*asked)
    [outcome] = assessment.outcomes
    return {
        **found,
        **found["criteria"]["A"],
        "findings": codes_of(outcome.findings),
        "others": codes_of(assessment.findings),
    }


def codes_of(findings: Iterable[Finding]) -> list[str]:
    return [f"{each.severity} {each.code}" for each in findings]
