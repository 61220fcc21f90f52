"""Letters to products: written one a file, with the texts that people filled in kept."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.letter import (
    ProductLetter,
    build_deadline_letter,
    build_decision_letter,
    build_evaluation_letter,
)
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_readable_files, list_product_files
from os2governance.workflows.safety_net import run_or_report

BUILDERS: dict[str, Callable[[Assessment], ProductLetter | None]] = {
    "evaluation": build_evaluation_letter,
    "decision": build_decision_letter,
    "deadline": build_deadline_letter,
}
"""What a letter may be about, and who writes it."""


class PreparedLetters(NamedTuple):
    """The letters, the products that need none, and findings on what could not be read."""

    letters: tuple[ProductLetter, ...]
    without: tuple[str, ...]
    findings: tuple[Finding, ...]


def prepare_letters(
    kind: str, paths: Sequence[str], days: int | None, context: Context
) -> PreparedLetters:
    """Prepare the letters of a kind to the products that paths mean, in the order of their files.

    With `days` only those before a deadline that many days ahead. A closed product gets none.
    """
    files, findings = list_product_files(paths, context.scope)
    read, wrong = assess_readable_files(files, context)
    findings += wrong
    letters: list[ProductLetter] = []
    without: list[str] = []
    for assessed in read:
        find = partial(_list_letters, kind, assessed, days)
        own = run_or_report(find, assessed.document.file, findings)
        if own is None:
            continue
        letters += own
        if not own:
            without.append(assessed.product.name)
    return PreparedLetters(tuple(letters), tuple(without), tuple(findings))


def _list_letters(kind: str, assessed: Assessment, days: int | None) -> list[ProductLetter]:
    """The letter of a kind to a product, if it needs one."""
    letter = BUILDERS[kind](assessed) if assessed.lifecycle != "closed" else None
    if letter is None or (days is not None and letter.kind != f"deadline_{days}"):
        return []
    return [letter]


def name_letter_file(letter: ProductLetter, folder: str, ending: str) -> str:
    """The file of a letter in a folder: the product, what it is about, and its day."""
    day = next(iter(letter.days.values()))
    name = f"{letter.assessment.product.id}-{letter.kind.replace('_', '-')}-{day}.{ending}"
    return str(Path(folder) / name)
