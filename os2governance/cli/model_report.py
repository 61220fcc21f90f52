"""Results of checking models, and the report on them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from os2governance.cli.options import Invocation
from os2governance.cli.output import print_page, write_json_object
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text, _
from os2governance.model.model import Model
from os2governance.render.common.blocks import Block, Span, paragraph
from os2governance.render.common.findings import render_finding_blocks, render_finding_counts
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance


class CheckedModel(NamedTuple):
    """One checked model: None where it does not load; its findings; and the mutation counts."""

    model: Model | None
    findings: Sequence[Finding]
    mutation_counts: dict[str, int]

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


def print_model_report(
    kind: str, checked: Sequence[CheckedModel], words: Text, invocation: Invocation, form: str
) -> None:
    """Print the findings, and what was checked."""
    if form == "text":
        print_page(_build_blocks(checked, words, invocation), invocation)
        return
    models = {each.model.reference: each.model.digest for each in checked if each.model}
    findings = [found for each in checked for found in each.findings]
    write_json_object(
        {
            "format": f"os2governance/{kind}/1",
            "made_from": build_provenance(models),
            "checked": [each.build_counts() for each in checked if each.model],
            "findings": build_finding_objects(findings, invocation.context.language),
        }
    )


def _build_blocks(
    checked: Sequence[CheckedModel], words: Text, invocation: Invocation
) -> Iterator[Block]:
    for each in checked:
        yield from render_finding_blocks(each.findings, invocation.context.language)
        if each.model:
            said = words.render(invocation.context.language).format(**each.build_counts())
            found = _FINDING_COUNTS.render(invocation.context.language).format(
                found=render_finding_counts(each.findings, invocation.context.language)
            )
            yield paragraph(Span(f"{said} {found}", "strong"), hang=2)


_FINDING_COUNTS = _("Findings: {found}.")
