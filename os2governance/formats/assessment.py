"""What `assess --format json` prints (`os2governance/assessment/2`). Keys may be added.

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
    BackingWord,
    BasisWord,
    FactsOutcome,
    LevelState,
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
    value: Flag | None = required("null: kan ikke afgøres.", "null is undetermined.")
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
    file: Omittable[str] = optional(
        "Den fil, oplysningen står i.", "The file that states the fact."
    )
    parts: Omittable[tuple["TraceStep", ...]] = None


class ReportedAcceptance(Open):
    """The decision or light that accepts a deviation; `until` is the last day, or null."""

    by: str
    on: Date
    level: str | None = required(
        "Det højeste niveau, accepten gælder for; null er alle.",
        "The highest level that the acceptance counts for; null is all.",
    )
    until: Date | None
    reference: str | None
    file: str
    line: Whole
    action: str | None = optional("Det, der er lovet.", "What has been promised.")
    responsible: str | None = optional("Den rolle, der følger op.", "The role that follows up.")
    renewal: Omittable[Count] = optional(
        "Hvor mange gange accepten er fornyet.", "How often the acceptance was renewed."
    )


class AcceptedCriterion(Open):
    """What an acceptance counts for, and until when; null is every level, and without an end."""

    level: str | None
    until: Date | None


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
    basis: BasisWord | None = required(
        "Hvad vurderingen bygger på.", "What the status is based on."
    )
    backing: BackingWord = required("Hvem der står inde for den.", "Who stands behind it.")
    declared: StatusWord = required(
        "Det, selvevalueringen alene giver.", "What the self-assessment alone gives."
    )
    evaluated: LightWord | None = required(
        "Den gældende vurdering fra en evaluering.", "The light in force of an evaluation."
    )
    accepted: ReportedAcceptance | None
    findings: tuple[ReportedFinding, ...]
    trace: TraceStep
    facts: Omittable[FactsOutcome] = None
    answer: str | None = None
    planned: Omittable[Flag] = optional(
        "Bygger kun på en plan.", "Whether it rests on a plan alone."
    )
    excluded: Omittable[Flag] = optional(
        "Gælder ikke for produktet, efter oplysningerne.",
        "Whether the facts make it not applicable.",
    )
    evaluated_on: Date | None = optional(
        "Datoen for den evaluering.", "The date of that evaluation."
    )
    deviation: ReportedDeviation | None = None
    trace_partly: Omittable[TraceStep] = None
    trace_applies: Omittable[TraceStep] = None


class ReportedLevels(Open):
    """The levels of a product by who says so (semantics §5); `states` tells a null apart."""

    placed: str | None = required("Den nyeste beslutning.", "The newest decision.")
    assessed: str | None = required(
        "Det højeste niveau, der er nået efter alle kilder, også med forbehold.",
        "The highest level reached by all sources, with reservations too.",
    )
    fully: str | None = required("Det samme uden forbehold.", "The same without reservations.")
    confirmed: str | None = required(
        "Når kun det tæller, som andre end produktet har bekræftet.",
        "Counting only what others than the product have confirmed.",
    )
    declared: str | None = required(
        "Efter selvevalueringen og accepterne alene.",
        "By the self-assessment and the acceptances alone.",
    )
    evaluated: str | None = required(
        "Efter evalueringens vurderinger alene.", "By the evaluation's lights alone."
    )
    possible: str | None = required(
        "Hvis alt det åbne viser sig opfyldt.", "If everything open turns out to be met."
    )
    recommended: str | None = required(
        "Evalueringens anbefaling.", "The evaluation's recommendation."
    )
    claimed: str | None = required("Selvevalueringens mål.", "The self-assessment's aim.")


class LevelStates(Open):
    """Whether a level is reached, below the lowest, not settled, or known by nobody."""

    assessed: LevelState
    declared: LevelState
    confirmed: LevelState
    evaluated: LevelState
    placed: LevelState


class BackingCounts(Open):
    """How many criteria there are by who stands behind their outcome."""

    confirmed: Count
    documented: Count
    claimed: Count
    silent: Count


class DeclarationInForce(Open):
    """The self-assessment in force."""

    file: str
    on: Date
    draft: Flag


class ProductAssessment(Open):
    """The assessment of one product; `counts` is by level, then by status."""

    model_config = ConfigDict(title="product")

    product: str
    name: str
    file: str
    model: str
    files: Mapping[str, Hash]
    levels: ReportedLevels
    states: LevelStates
    settled: Flag = required(
        "Intet niveau over det vurderede er uafklaret.",
        "Whether no level above the assessed one is left open.",
    )
    open: Mapping[str, tuple[str, ...]] = required(
        "For hvert niveau over det vurderede: de krav, der er åbne.",
        "For each level above the assessed one: the criteria that are open.",
    )
    backing: BackingCounts
    accepted: Mapping[str, AcceptedCriterion] = required(
        "Accepterede afvigelser.", "Accepted deviations."
    )
    reservations: tuple[str, ...] = required("Krav med forbehold.", "Criteria with a reservation.")
    blockers: Mapping[str, tuple[str, ...]] = required(
        "For hvert niveau over det vurderede: de krav, der står i vejen eller er åbne.",
        "For each level above the assessed one: the criteria that stop it or are open.",
    )
    criteria: tuple[CriterionAssessment, ...]
    counts: Mapping[str, Mapping[str, Count]]
    findings: tuple[ReportedFinding, ...]
    kind: Omittable[ProductKind] = None
    standing: Omittable[LifecycleWord] = None
    declaration: DeclarationInForce | None = None


class Unreadable(Open):
    """A file that could not be read, and why."""

    file: str
    findings: tuple[ReportedFinding, ...]


class LevelCounts(Open):
    """How many products there are: at each level, below the lowest, and not settled."""

    products: Count
    assessed: Mapping[str, Count]
    below: Count
    not_settled: Count


class LadderCounts(LevelCounts):
    """The same of the products, or the projects, by one model."""

    model: str
    kind: ProductKind


class PortfolioCounts(LevelCounts):
    """The same of all, without the drafts."""

    unreadable: Omittable[Count] = None
    drafts: Omittable[Count] = None
    ladders: Omittable[tuple[LadderCounts, ...]] = None


class Provenance(Open):
    """The engine's version, and the hash of each model."""

    engine: str
    models: Mapping[str, Hash]


class Assessment(Open):
    """An assessment of products on one day."""

    model_config = file_format(
        "assessment", "En vurdering af produkter", "An assessment of products"
    )

    format: Literal["os2governance/assessment/2"]
    as_of: Date
    products: tuple[ProductAssessment, ...]
    unreadable: tuple[Unreadable, ...]
    portfolio: PortfolioCounts
    made_from: Provenance
    findings: tuple[ReportedFinding, ...] = required(
        "Fund, som ikke hører til ét produkt.", "Findings that belong to no single product."
    )
