"""The findings that were there when a team began to check (`os2governance/baseline/1`).

`check --write-baseline` writes it, and `check --baseline` reads it.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from os2governance.formats.parts import FORMAT_LINE, Closed, Date, Filled, file_format, required

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}(:[0-9]{1,6})?$")]


class BaselineMaking(Closed):
    """When a baseline was written, and with what."""

    on: Date = required("Dato | Den dag, der blev tjekket.", "Date | The day of the check.")
    written_with: Filled = required(
        "Program | Programmet og dets version.",
        "Program | The program and its version.",
        alias="with",
    )


class Baseline(Closed):
    """Fingerprints of findings, by file and code."""

    model_config = file_format(
        "baseline", "Fund, der var der fra begyndelsen", "Findings that were there from the start"
    )

    format: Literal["os2governance/baseline/1"] = FORMAT_LINE
    made: BaselineMaking = required(
        "Skrevet | Hvornår og hvormed.", "Written | When, and with what."
    )
    findings: Mapping[str, Mapping[str, tuple[Fingerprint, ...]]] = required(
        "Fund | Fundenes aftryk efter fil og kode.",
        "Findings | The fingerprints of the findings, by file and code.",
    )
