"""What `assess --format json` prints (`os2governance/assessment/1`). Keys may be added.

    from os2governance.formats import Assessment

    assessment = Assessment.model_validate_json(printed)
    {each.product: each.levels.assessed for each in assessment.products}   # {"os2x": "1"}

Ids and levels are texts, dates are `datetime.date`, `line` and `column` count from 1.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ConfigDict

from os2governance.formats.parts import (
    Count,
    Date,
    Flag,
    Hash,
    Omittable,
    Open,
    Position,
    Whole,
    file_format,
    optional,
    required,
)
from os2governance.formats.words import (
    FactsOutcome,
    LifecycleWord,
    LightWord,
    ProductKind,
    StatusWord,
)


class ReportedFinding(Open):
    """A finding, and where it is; null where it is about no line."""

    model_config = ConfigDict(title="finding")

    code: str
    severity: Literal["error", "warning", "note"]
    message: str
    remedy: str
    file: str
    line: Position | None
    column: Position | None
    criterion: str | None


class TraceStep(Open):
    """A node of a rule: what it asked, what was found, its value, its parts."""

    model_config = ConfigDict(title="trace")

    rule: str = required("Ordet fra kriteriefilen.", "The word from the criteria file.")
    value: Flag | None = required("null er uafgjort.", "null is undetermined.")
    path: Omittable[str] = optional(
        "Oplysningens sti; under en liste fra elementet.",
        "The fact's path; below a list it begins at the element.",
    )
    name: Omittable[str] = optional("Betingelsens navn.", "The condition's name.")
    expected: Any = None
    declared: Omittable[Literal[False]] = optional(
        "Oplysningen mangler.", "The fact is not declared."
    )
    found: Any = None
    number: Omittable[float] = optional(
        "Det, en tælling eller sum gav.", "What a count or a sum came to."
    )
    low: Omittable[float] = optional(
        "Det mindste, den kan give, hvor den ikke er sikker.",
        "The least that it can come to, where that is not certain.",
    )
    high: Omittable[float] = optional(
        "Det meste, den kan give, hvor den ikke er sikker.",
        "The most that it can come to, where that is not certain.",
    )
    line: Omittable[Position] = None
    column: Omittable[Position] = None
    parts: Omittable[tuple["TraceStep", ...]] = None


class AcceptedDeviation(Open):
    """The decision that accepts a deviation; `until` is the last day, or null."""

    by: str
    on: Date
    until: Date | None
    reference: str | None
    file: str
    line: Whole


class ReportedDeviation(Open):
    """How a declared deviation stands."""

    state: Literal["accepted", "pending", "expired"]
    text: str | None


class CriterionAssessment(Open):
    """The outcome of one criterion, and why."""

    model_config = ConfigDict(title="criterion")

    id: str
    level: str
    theme: str
    recommended: Flag
    status: StatusWord
    basis: Literal["facts", "answer"] | None = required(
        "Hvad lyset hviler på.", "What the light rests on."
    )
    evaluated: LightWord | None = required("Evaluatorens lys.", "The evaluator's light.")
    accepted: AcceptedDeviation | None
    findings: tuple[ReportedFinding, ...]
    trace: TraceStep
    facts: Omittable[FactsOutcome] = None
    answer: str | None = None
    deviation: ReportedDeviation | None = None
    trace_partly: Omittable[TraceStep] = None


class ReportedLevels(Open):
    """The levels of a product by who says so (semantics §5); null is none, or below the lowest."""

    assessed: str | None = required(
        "Det højeste niveau, der er nået, også med forbehold; null er under det laveste.",
        "The highest level reached, with reservations too; null is below the lowest.",
    )
    fully: str | None = required("Det samme uden forbehold.", "The same without reservations.")
    possible: str | None = required(
        "Hvis alt ukendt, udokumenteret og kun forklaret talte som opfyldt.",
        "If all that is unknown, undocumented or only explained counted as met.",
    )
    placed: str | None = required("Den nyeste beslutning.", "The newest decision.")
    evaluated: str | None = required("Evalueringens lys.", "The evaluation's lights.")
    recommended: str | None = required(
        "Evalueringens anbefaling.", "The evaluation's recommendation."
    )
    claimed: str | None = required("Erklæringens mål.", "The declaration's aim.")


class ProductAssessment(Open):
    """The assessment of one product; `counts` is by level, then by status."""

    model_config = ConfigDict(title="product")

    product: str
    name: str
    file: str
    model: str
    files: Mapping[str, Hash]
    levels: ReportedLevels
    reservations: tuple[str, ...] = required("Krav med forbehold.", "Criteria with a reservation.")
    blockers: Mapping[str, tuple[str, ...]] = required(
        "For hvert niveau over det vurderede: de krav, der står i vejen.",
        "For each level above the assessed one: the criteria that stand in its way.",
    )
    criteria: tuple[CriterionAssessment, ...]
    counts: Mapping[str, Mapping[str, Count]]
    findings: tuple[ReportedFinding, ...]
    kind: Omittable[ProductKind] = None
    standing: Omittable[LifecycleWord] = None


class Unreadable(Open):
    """A file that could not be read, and why."""

    file: str
    findings: tuple[ReportedFinding, ...]


class PortfolioCounts(Open):
    """How many products there are, and how many at each level."""

    products: Count
    assessed: Mapping[str, Count]
    unreadable: Omittable[Count] = None
    below_lowest: Omittable[Count] = None


class Provenance(Open):
    """The engine's version, and the hash of each model."""

    engine: str
    models: Mapping[str, Hash]


class Assessment(Open):
    """An assessment of products on one day."""

    model_config = file_format(
        "assessment", "En vurdering af produkter", "An assessment of products"
    )

    format: Literal["os2governance/assessment/1"]
    as_of: Date
    products: tuple[ProductAssessment, ...]
    unreadable: tuple[Unreadable, ...]
    portfolio: PortfolioCounts
    made_from: Provenance
    findings: tuple[ReportedFinding, ...] = required(
        "Fund, som ikke hører til ét produkt.", "Findings that belong to no single product."
    )
