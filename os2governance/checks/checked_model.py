"""What was checked in one model, and what was found."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.findings.finding import Finding
from os2governance.model.model import Model


class CheckedModel(NamedTuple):
    """One checked model: None where it does not load; its findings; and the mutation counts."""

    model: Model | None
    findings: Sequence[Finding]
    mutation_counts: Mapping[str, int]

    @property
    def example_count(self) -> int:
        """Number of examples of the model."""
        return sum(len(c.examples) for c in self.model.criteria) if self.model else 0

    def build_counts(self) -> dict[str, Any]:
        """The model's reference and counts, as plain JSON values."""
        reference = self.model.reference if self.model else None
        criteria = len(self.model.criteria) if self.model else 0
        own = {"criteria": criteria, "examples": self.example_count}
        return {"reference": reference, **own, **self.mutation_counts}
