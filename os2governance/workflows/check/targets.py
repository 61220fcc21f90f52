"""What a run of `check` is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from os2governance.checks.inspect import Inspection
from os2governance.files.stand_in import StandIn
from os2governance.findings.finding import Finding
from os2governance.workflows.check.known import KnownFindings

if TYPE_CHECKING:
    from os2governance.analysis.difference import ProductChange


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckTargets:
    """The targets of a run: product files, model folders, and findings on other files.

    `passed_over` are product files that were found and are excluded, or somebody else's;
    `compared` are the findings of a comparison on each product that changed, and `known` those
    that an older state had too. The bytes of `stand_in` are those of its file.
    """

    files: Sequence[str]
    model_folders: Sequence[Path]
    extra_inspections: Sequence[Inspection]
    passed_over: Sequence[str] = ()
    against: str = ""
    changes: "Sequence[ProductChange]" = ()
    compared: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    known: KnownFindings | None = None
    stand_in: StandIn | None = None
