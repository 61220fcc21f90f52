"""A year of the secretariat and the board: seven made-up products in a folder, by date.

Their figures are those of published documents (one self-assessment and its evaluation three months
later, evaluations of 2025); every word is ours. What must come out of them is worked out by hand
in `test_year.py`.
"""

from pathlib import Path
from typing import Any

from folders import dump

MODEL = "os2/1.1.0"
IDS = (
    *("R1", "R2", "R3", "R4"),
    *(f"F{number}" for number in (*range(1, 8), *range(10, 23))),
    *(f"S{number}" for number in range(1, 6)),
    *(f"G{number}" for number in range(1, 15)),
)
MET, PARTLY, UNMET = (
    {"answer": "met", "note": "Beskrevet."},
    {"answer": "partly"},
    {"answer": "unmet"},
)
WAIVED = {"answer": "not_applicable", "reason": "Løsningen er ikke en container."}
OF_THEIR_OWN = {
    "F3": (MET, "unmet"),
    "F4": (MET, "unmet"),
    "F7": (UNMET, "partly"),
    "F11": (PARTLY, "unmet"),
    "F14": (None, "unmet"),
    "F16": (UNMET, "unmet"),
    "F19": (WAIVED, "not_applicable"),
    "S4": (UNMET, "unmet"),
}
REST = [name for name in IDS if name not in OF_THEIR_OWN]
TRUE_PAIR = {
    **OF_THEIR_OWN,
    **dict.fromkeys(REST[:20], (MET, "met")),
    **dict.fromkeys(REST[20:33], (MET, "partly")),
    **dict.fromkeys(REST[33:], (PARTLY, "partly")),
}
"""What the product answers, and the light three months later, criterion by criterion."""
EVALUATED_2025 = {
    **dict.fromkeys(IDS[:12], "met"),
    **dict.fromkeys(IDS[12:31], "partly"),
    **dict.fromkeys(IDS[31:], "unmet"),
    "R1": "unmet",
    "G14": "met",
    "F3": "unmet",
    "G13": "met",
}
ROUND = {
    "format": "os2governance/round/1",
    "half_year": "2026-2",
    "due": {
        "invited": "2026-08-15",
        "self_assessment": "2026-09-15",
        "evaluation": "2026-10-15",
        "hearing": "2026-11-10",
        "decision": "2026-12-08",
    },
    "products": {
        "os2alfa": {
            "done": {"invited": "2026-08-14", "dialogue": "2026-09-20", "hearing": "2026-10-02"}
        },
        "os2beta": {"remark": "Afventer ny produktkoordinator."},
    },
}


def build_year(folder: Path) -> None:
    """Write the products, and the file of the autumn's round beside them."""
    _write(
        folder,
        "os2alfa",
        declared="2026-06-11",
        answers={name: answer for name, (answer, _light) in TRUE_PAIR.items() if answer},
        evaluated={"2026-09-29": {name: light for name, (_answer, light) in TRUE_PAIR.items()}},
        decisions=[
            _decide("2026-10-06", "2", dict.fromkeys(("F3", "F7", "F16", "S4"), "2027-04-30"))
        ],
    )
    renewed = {**_decide("2026-06-15", "1", {"F3": "2026-12-31"}), "decision": "accept"}
    _write(
        folder,
        "os2beta",
        evaluated={"2025-09-05": EVALUATED_2025},
        decisions=[_decide("2025-12-09", "1", {"F3": "2026-06-30"}), renewed],
    )
    _write(
        folder,
        "os2gamma",
        declared="2026-07-01",
        answers=dict.fromkeys(IDS, MET),
        evaluated={"2025-11-16": dict.fromkeys(IDS, "partly")},
    )
    _write(folder, "os2delta", declared="2026-08-20", kind="project", draft=True)
    _write(
        folder,
        "os2epsilon",
        evaluated={"2025-09-05": {"R1": "met", "F2": "unmet"}},
        decisions=[
            _decide("2025-10-01", "sandkasse", {"F2": "2026-01-31"}),
            {"on": "2026-03-01", "decision": "close", "by": "board", "grounds": "Afløst."},
        ],
    )
    _write(folder, "os2zeta", declared="2022-03-11", model="os2/2021-10-27")
    _write(folder, "os2eta", declared="2026-08-01", answers=dict.fromkeys(IDS, MET))
    (folder / "rounds").mkdir()
    dump(folder / "rounds" / "2026-2.yaml", ROUND)


def _decide(on: str, level: str, accepts: dict[str, str]) -> dict[str, Any]:
    promise = {
        "action": "Lægge en plan frem",
        "responsible": "steering_group",
        "grounds": "På vej.",
    }
    return {
        "on": on,
        "decision": "place",
        "level": level,
        "by": "board",
        "grounds": "God udvikling.",
        "accepts": {name: {"until": until, **promise} for name, until in accepts.items()},
    }


def _write(
    folder: Path,
    product: str,
    *,
    declared: str = "",
    answers: dict[str, Any] | None = None,
    evaluated: dict[str, dict[str, str]] | None = None,
    decisions: list[dict[str, Any]] | None = None,
    model: str = MODEL,
    kind: str = "product",
    draft: bool = False,
) -> None:
    own = folder / "products" / product
    (own / "evaluations").mkdir(parents=True)
    if declared:
        said = {"on": declared, "by": "Produktkoordinator", **({"draft": True} if draft else {})}
        head = {"format": "os2governance/product/1", "product": product, "name": product}
        more = {"kind": kind, "model": model, "declared": said, "answers": answers or {}}
        dump(own / "product.yaml", {**head, **more})
    for on, lights in (evaluated or {}).items():
        head = {"format": "os2governance/evaluation/1", "product": product, "model": model}
        given = {name: {"light": light, "grounds": "Set efter."} for name, light in lights.items()}
        by = {"evaluated": {"on": on, "by": "OS2-sekretariatet"}, "lights": given}
        dump(own / "evaluations" / f"{on}.yaml", {**head, **by})
    if decisions:
        head = {"format": "os2governance/decisions/1", "product": product}
        dump(own / "decisions.yaml", {**head, "decisions": decisions})
