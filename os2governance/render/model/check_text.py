"""Checked and tested models as text: the findings, and how much was looked at."""

from collections.abc import Iterator, Sequence

from os2governance.checks.checked_model import CheckedModel
from os2governance.i18n.text import Language, Text, _
from os2governance.render.common.blocks import Block, Span, paragraph
from os2governance.render.common.findings import render_finding_blocks, render_finding_counts

_CHECKED = _("Checked: {reference}; criteria: {criteria}, examples: {examples}.")
_TESTED = _("Tested: {reference}; criteria: {criteria}, examples: {examples}.")
_MUTATED = _(
    "Tested: {reference}; criteria: {criteria}, examples: {examples}, changes to the rules that "
    "they detect: {killed} of {mutants}."
)
_FINDING_COUNTS = _("Findings: {found}.")


def render_linted_models_blocks(
    checked: Sequence[CheckedModel], language: Language
) -> Iterator[Block]:
    """Render what was found in models, and what was checked."""
    for each in checked:
        yield from _render_model(each, _CHECKED, language)


def render_tested_models_blocks(
    checked: Sequence[CheckedModel], language: Language
) -> Iterator[Block]:
    """Render which examples fail and which mutants survive, and what was tested."""
    for each in checked:
        yield from _render_model(each, _MUTATED if each.mutation_counts else _TESTED, language)


def _render_model(checked: CheckedModel, summary: Text, language: Language) -> Iterator[Block]:
    yield from render_finding_blocks(checked.findings, language)
    if checked.model:
        said = summary.render(language).format(**checked.build_counts())
        found = _FINDING_COUNTS.render(language).format(
            found=render_finding_counts(checked.findings, language)
        )
        yield paragraph(Span(f"{said} {found}", "strong"), hang=2)
