"""An answer in the hearing on an evaluation, as the text of its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from os2governance.authoring.yaml_text import format_scalar


@dataclass(frozen=True, kw_only=True, slots=True)
class HearingProposal:
    """What somebody states in a hearing: `agreed`, `objections`, or `reply` to objections.

    `criteria` are the words to each; an empty `note` or `reference` is none, and `evaluation` is
    None where the newest is meant.
    """

    evaluation: date | None
    on: date
    by: str
    answer: str
    criteria: Mapping[str, str]
    note: str = ""
    reference: str = ""


def render_hearing_file(proposal: HearingProposal, product: str, model: str) -> str:
    """The text of the file; what it states is read back word for word."""
    return "\n".join(_render_lines(proposal, product, model)) + "\n"


def _render_lines(proposal: HearingProposal, product: str, model: str) -> Iterator[str]:
    yield "format: os2governance/hearing/1"
    yield f"product: {format_scalar(product)}"
    yield f"model: {format_scalar(model)}"
    yield f"evaluation: {proposal.evaluation}"
    yield "heard:"
    yield f"  on: {proposal.on}"
    yield f"  by: {format_scalar(proposal.by)}"
    if proposal.reference:
        yield f"  reference: {format_scalar(proposal.reference)}"
    yield f"answer: {proposal.answer}"
    if proposal.criteria:
        yield "criteria:"
        for name, words in proposal.criteria.items():
            yield f"  {format_scalar(name)}: {format_scalar(words)}"
    if proposal.note:
        yield f"note: {format_scalar(proposal.note)}"
