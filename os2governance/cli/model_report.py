"""Results of checking models, and the report on them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from os2governance.cli.options import Given
from os2governance.cli.output import page, put_object
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.model.model import Model
from os2governance.render.assessment.assessment_json import finding_objects
from os2governance.render.common.blocks import Block, Span, paragraph
from os2governance.render.common.findings import counted, finding_blocks
from os2governance.render.common.provenance import made_from


class Checked(NamedTuple):
    """One checked model: None where it does not load; its findings; and the mutation counts."""

    model: Model | None
    findings: Sequence[Finding]
    counts: dict[str, int]

    @property
    def examples(self) -> int:
        """Number of examples of the model."""
        return sum(len(c.examples) for c in self.model.criteria) if self.model else 0

    def counted(self) -> dict[str, Any]:
        """The model's reference and counts, as plain JSON values."""
        reference = self.model.reference if self.model else None
        criteria = len(self.model.criteria) if self.model else 0
        own = {"criteria": criteria, "examples": self.examples}
        return {"reference": reference, **own, **self.counts}


def report(kind: str, checked: Sequence[Checked], words: Text, given: Given, form: str) -> None:
    """Print the findings, and what was checked."""
    if form == "text":
        page(_blocks(checked, words, given), given)
        return
    models = {each.model.reference: each.model.digest for each in checked if each.model}
    findings = [found for each in checked for found in each.findings]
    put_object(
        {
            "format": f"os2governance/{kind}/1",
            "made_from": made_from(models),
            "checked": [each.counted() for each in checked if each.model],
            "findings": finding_objects(findings, given.language),
        }
    )


def _blocks(checked: Sequence[Checked], words: Text, given: Given) -> Iterator[Block]:
    for each in checked:
        yield from finding_blocks(each.findings, given.language)
        if each.model:
            said = words.say(given.language).format(**each.counted())
            found = _FOUND.say(given.language).format(found=counted(each.findings, given.language))
            yield paragraph(Span(f"{said} {found}", "strong"), hang=2)


_FOUND = Text("Fund: {found}.", "Findings: {found}.")
