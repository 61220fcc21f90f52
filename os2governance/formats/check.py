"""What `check --format json` prints (`os2governance/check/1`). Keys may be added.

from os2governance.formats import CheckReport

report = CheckReport.model_validate_json(printed)
[f"{each.file}:{each.line}: {each.code}" for each in report.findings]
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import ConfigDict

from os2governance.formats.assessment import Provenance, ReportedFinding
from os2governance.formats.parts import Count, Date, Flag, Hash, Open, Url, file_format, required


class CheckedFinding(ReportedFinding):
    """A finding that can be recognised again."""

    fingerprint: str = required(
        "Det samme, så længe linjen siger det samme.",
        "The same as long as the line says the same.",
    )
    help: Url = required("Hvor fundet er forklaret.", "Where the finding is explained.")


class Difference(Open):
    """One thing that differs between two revisions; null is nothing."""

    name: str
    before: str | None
    after: str | None


class LevelDifference(Difference):
    """A level that differs, with the states that tell one null from another."""

    before_state: str | None = required(
        "Tilstanden før: nået, ikke nået, ikke afklaret, eller ingen.",
        "The state before: reached, below, not settled, or none.",
    )
    after_state: str | None = required("Tilstanden nu.", "The state now.")


class ChangedProduct(Open):
    """A product that differs from the revision compared with."""

    model_config = ConfigDict(title="change")

    product: str
    file: str | None
    before: Flag = required(
        "Om produktet kunne bruges før.", "Whether the product could be used before."
    )
    after: Flag = required("Om produktet kan bruges nu.", "Whether the product can be used now.")
    unusable: Flag = required(
        "Om det, der mangler, er der, men ikke kan bruges.",
        "Whether what is missing is there, and cannot be used.",
    )
    former: str | None = required(
        "Det id, produktet havde før.", "The id that the product had before."
    )
    levels: tuple[LevelDifference, ...] = required(
        "Niveauer, der er anderledes.", "Levels that differ."
    )
    criteria: tuple[Difference, ...] = required(
        "Krav, der er anderledes.", "Criteria that differ."
    )


class Silence(Open):
    """A comment that suppresses findings."""

    file: str
    line: Count
    column: Count
    codes: tuple[str, ...] = required("Koderne, den gælder.", "The codes that it is about.")
    reason: str = required("Begrundelsen.", "The reason.")
    since: Date | None = required(
        "Dagen, kommentaren kom i git, hvis den er kendt.",
        "The day on which the comment was committed, where it is known.",
    )
    until: Date | None = required("Den sidste dag, den gælder.", "The last day that it applies.")
    findings: Count = required("Antal fund, den undertrykker.", "The number of findings silenced.")


class SeverityCounts(Open):
    """The number of findings by severity."""

    error: Count
    warning: Count
    note: Count


class Checked(Open):
    """How much was checked."""

    products: Count
    models: Count
    unreadable: Count


class CheckProvenance(Provenance):
    """The engine's version, and the hashes of models and files."""

    files: Mapping[str, Hash]


class CheckReport(Open):
    """All that a check found."""

    model_config = file_format("check", "Hvad et eftersyn fandt", "What a check found")

    format: Literal["os2governance/check/1"]
    as_of: Date
    findings: tuple[CheckedFinding, ...]
    counts: SeverityCounts = required(
        "Antal fund efter alvor.", "The number of findings by severity."
    )
    checked: Checked = required(
        "Hvad der er efterset, og hvor mange af dem der ikke kunne læses.",
        "What was checked, and how many of them could not be read.",
    )
    known: Count = required(
        "Fund, der også var der før, og derfor ikke er vist.",
        "Findings that were there before, and are not shown.",
    )
    silenced: Count = required(
        "Fund, som kommentarer undertrykker.", "Findings that comments silence."
    )
    silences: tuple[Silence, ...] = required(
        "Kommentarerne, der undertrykker dem.", "The comments that silence them."
    )
    against: str | None = required(
        "Den revision, der er sammenlignet med.", "The revision that was compared with."
    )
    changes: tuple[ChangedProduct, ...] = required(
        "Produkter, der er anderledes end i revisionen.",
        "Products that differ from the revision.",
    )
    made_from: CheckProvenance = required(
        "Versionen af programmet, og modellerne og filerne med deres aftryk.",
        "The version of the program, and the models and files with their hashes.",
    )
