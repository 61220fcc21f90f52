"""A constructed portfolio that has OS2's own headline figures. None of its products exists.

24 products, 17 of them with a fixed shared economy of just under 12 million DKK a year, about 9 of
them for development; 93 of 98 municipalities and 5 of 5 regions use at least one. The facts that
meet a criterion are taken from the criterion's own examples.
"""

from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from folders import dump

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.model.figure_sources import read_authority_register
from os2governance.model.model import Criterion, Model

AS_OF = "2026-05-01"
HEADLINE = {
    "products": 24,
    "sharing": 17,
    "economy": 11_940_000,
    "development": 9_010_000,
    "municipalities": 93,
    "regions": 5,
}
NOTE = "Konstrueret eksempel; produktet findes ikke."
NAMES = (
    "Arkivhjælp", "Biblioteksnøgle", "Byggesagsblik", "Cykeltælling", "Dagsordenen", "Elevtavlen",
    "Flexborger", "Grunddatabro", "Havnelog", "Indkøbskurv", "Jobformidler", "Klimamåler",
    "Lokalevalg", "Mødebooking", "Naturkort", "Omsorgsplan", "Parkeringsviden", "Rengøringsplan",
    "Skoleruten", "Tidsregistrering", "Udbudskalender", "Vandmåler", "Ydelsesoverblik",
    "Økonomispejl",
)  # fmt: skip
HEIGHTS = (3, 2, 1, 2, 0, 1, 2, 3, 1, -1, 2, 1, 0, 2, 1, 1, 2, 0, 1, 2, -1, 1, 2, 0, 0)
"""How far up each product gets, and the project last; below the lowest level is -1."""
UNDECLARED = (4, 9, 12, 17, 20, 22, 23)
"""The products that have declared no economy."""
PAUSED = 15
PROJECT = "Åbningstider"
"""A project beside the products, which is in none of their figures."""
UNCOVERED = ("155", "482", "563", "741", "825")
"""The codes of five municipalities that use no product."""


def example_portfolio(folder: Path) -> Path:
    """Write the products below a folder; give the folder."""
    model = load_model(find_shipped_criteria() / "os2" / "1.1.0")
    users, economies = _users(model), _economies()
    for number, name in enumerate(NAMES):
        height = HEIGHTS[number]
        facts = _moved(facts_for(model, height), number)
        facts["adopters"] = users[number]
        budget = facts.pop("shared_funding", {})
        if number not in UNDECLARED:
            facts["shared_funding"] = {**budget, **economies.pop()}
        _write(folder, number, name, facts, model)
    number = len(NAMES)
    _write(folder, number, PROJECT, _moved(facts_for(model, HEIGHTS[number]), number), model)
    return folder


def facts_for(model: Model, height: int) -> dict[str, Any]:
    """Give facts that meet every criterion up to a level, from the criteria's own examples."""
    facts: dict[str, Any] = {}
    reached = model.level_ids[: height + 1]
    for criterion in model.criteria:
        wanted = "met" if criterion.level in reached else "unmet"
        if wanted == "met":
            _merge(facts, _example(criterion))
    return facts


def _example(criterion: Criterion) -> Any:
    return next(each.facts for each in criterion.examples if each.expect == "met")


def _merge(facts: dict[str, Any], more: Any) -> None:
    for key, value in more.items():
        have = facts.get(key)
        if isinstance(value, dict) and isinstance(have, dict):
            _merge(have, value)
        elif isinstance(value, list) and isinstance(have, list):
            _merge_lists(have, value)
        elif have is None:
            facts[key] = _copied(value)


def _merge_lists(have: list[Any], more: list[Any]) -> None:
    for number, element in enumerate(more):
        if number < len(have) and isinstance(element, dict):
            _merge(have[number], element)
        elif number >= len(have):
            have.append(_copied(element))


def _moved(value: Any, number: int) -> Any:
    """Move the dates of the examples, which lie on the edges, to where they are no edge."""
    if isinstance(value, dict):
        return {key: _moved(each, number + len(key)) for key, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, number) for each in value]
    on = parse_iso_date(value)
    if on is None:
        return value
    today, days = date.fromisoformat(AS_OF), 10 + number * 37 % 230
    return (today - timedelta(days) if on <= today else today + timedelta(90 + days)).isoformat()


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def _users(model: Model) -> list[list[dict[str, Any]]]:
    register = read_authority_register(model)[0]
    assert register is not None
    users: list[list[dict[str, Any]]] = [[] for _ in NAMES]
    kinds = register.kinds
    cities = [n for code, n in kinds["municipality"].authorities.items() if code not in UNCOVERED]
    regions = list(kinds["region"].authorities.values())
    sizes = cycle(("small", "medium", "medium", "large", "medium", "very_large"))
    for number, (name, size) in enumerate(zip(cities, sizes, strict=False)):
        for product in sorted({number % 24, (number * 5 + 3) % 24, (number * number) % 24}):
            users[product].append(
                {
                    "authority": f"{name} Kommune" if number % 3 else name,
                    "kind": "municipality",
                    "size": size,
                    "member": number % 5 != 0,
                    "status": "active",
                }
            )
    for number, product in enumerate(islice(cycle(range(24)), 0, 60, 6)):
        users[product].append(
            {
                "authority": regions[number % 5],
                "kind": "region",
                "size": "very_large",
                "member": True,
                "status": "active",
            }
        )
    return users


def _economies() -> list[dict[str, Any]]:
    """Share the sums out unevenly, in whole thousands, so that they add up exactly."""
    weights = [3 + number * number % 11 for number in range(HEADLINE["sharing"])]
    development = _shared(HEADLINE["development"], weights)
    coordination = _shared(HEADLINE["economy"] - HEADLINE["development"], weights[::-1])
    return [
        {
            "yearly_economy": one + other,
            "for_development": one,
            "for_coordination": other,
            "contributions": [
                {"size": size, "member": True, "amount": 4_000 * step * (1 + number % 3)}
                for step, size in enumerate(("small", "medium", "large", "very_large"), 1)
            ],
        }
        for number, (one, other) in enumerate(zip(development, coordination, strict=True))
    ]


def _shared(whole: int, weights: list[int]) -> list[int]:
    parts = [whole * weight // sum(weights) // 1000 * 1000 for weight in weights]
    parts[-1] += whole - sum(parts)
    return parts


def _write(folder: Path, number: int, name: str, facts: dict[str, Any], model: Model) -> None:
    product = f"eksempel-{number + 1:02}"
    home = folder / product
    home.mkdir(parents=True)
    height, placed = HEIGHTS[number], max(HEIGHTS[number] - (number % 7 == 3), 0)
    declared = {"on": f"2026-0{1 + number % 4}-1{number % 9}", "by": "Styregruppen", "note": NOTE}
    dump(
        home / "product.yaml",
        {
            "format": "os2governance/product/1",
            "product": product,
            "name": name,
            "kind": "project" if name == PROJECT else "product",
            "model": model.reference,
            "declared": declared,
            "facts": facts,
            "answers": _answers(number, model),
        },
    )
    if number % 3 != 1:
        _evaluate(home, product, number, model)
    dump(
        home / "decisions.yaml",
        {
            "format": "os2governance/decisions/1",
            "product": product,
            "decisions": _decisions(number, height, placed, model),
        },
    )


def _answers(number: int, model: Model) -> dict[str, Any]:
    """Answer some of the criteria that no fact answers."""
    choices = cycle(({"answer": "unmet"}, {"answer": "partly"}, {"answer": "unknown"}))
    above = [c for c in model.criteria if model.level_ids.index(c.level) > HEIGHTS[number]]
    return {
        criterion.id: answer
        for place, (criterion, answer) in enumerate(zip(above, choices, strict=False))
        if (place + number) % 4 != 0
    }


def _evaluate(home: Path, product: str, number: int, model: Model) -> None:
    (home / "evaluations").mkdir()
    for year, month, better in ((2025, 6 + number % 5, 0), (2026, 1 + number % 4, 1)):
        on = f"{year}-{month:02}-15"
        reached = model.level_ids[: HEIGHTS[number] + better]
        lights = {
            criterion.id: {
                "light": "met"
                if criterion.level in reached
                else ("partly", "unmet", "partly")[(place + number) % 3]
            }
            for place, criterion in enumerate(model.criteria)
        }
        level = model.level_ids[max(HEIGHTS[number] - 1 + better, 0)]
        dump(
            home / "evaluations" / f"{on}.yaml",
            {
                "format": "os2governance/evaluation/1",
                "product": product,
                "model": model.reference,
                "evaluated": {"on": on, "by": "Sekretariatet", "reference": "Eksempel"},
                "lights": lights,
                "recommends": level,
            },
        )


def _decisions(number: int, height: int, placed: int, model: Model) -> list[dict[str, Any]]:
    grounds = "Eksempel på en begrundelse: kravene til niveauet er opfyldt."
    decisions: list[dict[str, Any]] = [
        {
            "on": f"2024-{1 + number % 9:02}-20",
            "decision": "admit",
            "by": "board",
            "grounds": "Eksempel: produktet er optaget i porteføljen.",
        }
    ]
    for step in range(max(placed, 0) + 1 if height >= 0 else 0):
        decisions.append(
            {
                "on": f"{2024 + step // 2}-{10 + step % 2}-{10 + number % 18}",
                "decision": "place",
                "level": model.level_ids[step],
                "by": "board",
                "grounds": grounds,
                "reference": f"Eksempel, punkt {step + 1}",
            }
        )
    if number == PAUSED:
        decisions.append(
            {
                "on": "2026-03-02",
                "decision": "pause",
                "by": "board",
                "grounds": "Eksempel: anvenderne venter på en ny leverandør.",
            }
        )
    return decisions
