"""One criterion before its outcome: what facts and answer say of it, and its light."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from os2governance.assessment.claim import Claim
from os2governance.assessment.rating import GivenLight
from os2governance.assessment.rule_verdict import RuleVerdict
from os2governance.documents.yaml_reader import Document
from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Renderable
from os2governance.model.model import Criterion, Model
from os2governance.product.decisions import Acceptance
from os2governance.product.declaration import Answer
from os2governance.rules.node import Scope
from os2governance.rules.trace import Trace


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessmentInput:
    """Everything declared and recorded by the assessment date, as input for each criterion.

    `facts` are those of all files, `others` those of register and observations alone, None where
    there are none. `acceptances` are those in force by criterion, newest last.
    """

    model: Model
    document: Document
    facts: Scope
    others: Scope | None
    answers: Mapping[str, Answer]
    acceptances: Mapping[str, tuple[Acceptance, ...]]
    lights: Mapping[str, GivenLight]
    as_of: date


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionCase:
    """One criterion before its outcome: what facts and answer say of it, and its light."""

    criterion: Criterion
    said: AssessmentInput
    applies: Trace | None
    facts: RuleVerdict
    answer: Answer | None
    claim: Claim
    light: GivenLight | None

    @property
    def coloured(self) -> bool:
        """Whether it has a light other than a grey one."""
        return self.light is not None and self.light.rating.status != "not_applicable"

    @property
    def answer_location(self) -> Location:
        """Location of the answer, or of the `answers` key where there is none."""
        if self.answer:
            return self.said.document.locate(("answers", self.criterion.id, "answer"))
        return self.said.document.locate(("answers",), key=True)

    def make_finding(
        self, code: str, place: Location | None = None, **arguments: Renderable | str
    ) -> Finding:
        """Make a finding on the criterion, by default at its answer."""
        return self.make_graded_finding(code, None, place, **arguments)

    def make_graded_finding(
        self,
        code: str,
        severity: Severity | None,
        place: Location | None = None,
        **arguments: Renderable | str,
    ) -> Finding:
        """Make a finding on the criterion with another severity than its code's."""
        words: dict[str, Any] = {"id": self.criterion.id, "title": self.criterion.title}
        return make_finding(
            code,
            place or self.answer_location,
            criterion=self.criterion.id,
            severity=severity,
            **words,
            **arguments,
        )
