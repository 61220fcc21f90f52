"""Where the engine and the secretariat agree, on products that have both answered and been evaluated.

Run it as `python tests/agreement.py [PRODUCTS] [--as-of DATE]`. For each such product it prints per
criterion what the product answered, the light, and the status that the engine gives: (a) by the
answers alone, (b) with the facts that the declaration states, (c) with all files, the evaluation
among them. It counts how often each is the light, over all criteria and over those answered.

A pair listed in `FLOORS` must agree that often, else the exit code is 1. OS2rollekatalog is the one
true pair, a self-assessment and an evaluation three months later: OS2's own map of answers to
colours agrees on 25 of its 43 criteria, and nothing has been said since its evaluation. The
evaluations of the other pairs are eight to ten months older than the answers.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance import Assessment, Model, Product, assess
from os2governance.documents.sources import PRODUCT_FILE
from os2governance.files.listing import find_shipped_criteria
from os2governance.product.record import Record
from os2governance.workflows.disk_files import open_library, read_product

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 23)
NO_ANSWER = "-"
UNANSWERED = (NO_ANSWER, "unknown")
CHANGED = "changed-since-evaluation"


class Agreement(NamedTuple):
    """How often a status is the light, by (a) answers, (b) facts too, (c) all files."""

    answers: int
    facts: int
    everything: int


FLOORS = {"os2rollekatalog": Agreement(answers=25, facts=32, everything=43)}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One criterion: the answer, the light, and the status by answers, facts too, and all."""

    criterion: str
    answer: str
    light: str
    statuses: tuple[str, str, str]
    newer: bool


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A product's answers and its newest evaluation."""

    product: str
    declared_on: date
    evaluated_on: date
    rows: tuple[Row, ...]

    @property
    def answered(self) -> tuple[Row, ...]:
        """The criteria that the product has answered; "do not know" is no answer."""
        return tuple(row for row in self.rows if row.answer not in UNANSWERED)


def count_agreement(rows: Sequence[Row]) -> Agreement:
    """How many statuses are the light, in each of the three ways."""
    return Agreement(*(sum(row.statuses[way] == row.light for row in rows) for way in range(3)))


def find_pairs(folder: Path, as_of: date, criteria: Path) -> Iterator[Pair]:
    """Yield the products of a folder that have an answer and an evaluation in force."""
    library = open_library(criteria)
    for product_folder in sorted(each for each in folder.iterdir() if each.is_dir()):
        read, _findings = read_product(product_folder / PRODUCT_FILE, library)
        if read is None:
            continue
        product, model = read
        pair = _compare(product, model, as_of)
        if pair:
            yield pair


def _compare(product: Product, model: Model, as_of: date) -> Pair | None:
    whole = assess(product, model, as_of=as_of)
    declaration, evaluation = whole.declaration, whole.evaluation
    if declaration is None or evaluation is None:
        return None
    if not declaration.answers or not evaluation.ratings:
        return None
    bare = replace(
        product,
        current=replace(declaration, facts={}),
        kept=(),
        register=None,
        observations=None,
        record=Record(),
    )
    stated = replace(bare, current=declaration)
    ways = (assess(bare, model, as_of=as_of), assess(stated, model, as_of=as_of), whole)
    statuses = [_list_statuses(each) for each in ways]
    changed = {
        outcome.criterion.id
        for outcome in whole.outcomes
        if any(found.code == CHANGED for found in outcome.findings)
    }
    rows = tuple(
        Row(
            criterion=name,
            answer=declaration.answers[name].answer if name in declaration.answers else NO_ANSWER,
            light=evaluation.ratings[name].status,
            statuses=(statuses[0][name], statuses[1][name], statuses[2][name]),
            newer=name in changed,
        )
        for name in statuses[0]
        if name in evaluation.ratings
    )
    return Pair(
        product=product.id,
        declared_on=declaration.declared_on,
        evaluated_on=evaluation.on,
        rows=rows,
    )


def _list_statuses(assessment: Assessment) -> Mapping[str, str]:
    return {outcome.criterion.id: outcome.status for outcome in assessment.outcomes}


def find_shortfalls(pairs: Sequence[Pair], floors: Mapping[str, Agreement]) -> Iterator[str]:
    """Yield what agrees less often than it must; a pair that is missing is one too."""
    found = {pair.product: pair for pair in pairs}
    for product, floor in floors.items():
        if product not in found:
            yield f"{product}: there is no pair of answers and evaluation"
            continue
        counted = count_agreement(found[product].rows)
        for way, count, least in zip(Agreement._fields, counted, floor, strict=True):
            if count < least:
                yield f"{product}, {way}: {count} agree, and at least {least} must"


def render_pair(pair: Pair) -> Iterator[str]:
    """Yield the lines that show a pair; an asterisk is a status that is not the light."""
    yield f"{pair.product}: answered {pair.declared_on}, evaluated {pair.evaluated_on}"
    yield f"  {'':4} {'self':14} {'light':14} {'(a) answers':15} {'(b) facts':15} (c) all"
    for row in pair.rows:
        marked = [f"{'' if each == row.light else '*'}{each}" for each in row.statuses]
        note = "  newer than the evaluation" if row.newer else ""
        cells = f"{row.answer:14} {row.light:14} {marked[0]:15} {marked[1]:15} {marked[2]}{note}"
        yield f"  {row.criterion:4} {cells}"
    newer = sum(row.newer for row in pair.rows)
    for rows, which in ((pair.rows, "all"), (pair.answered, "answered")):
        counted = count_agreement(rows)
        yield (
            f"  {which:9} (a) {counted.answers} (b) {counted.facts} (c) {counted.everything}"
            f" of {len(rows)}"
        )
    yield f"  newer than the evaluation: {newer}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print each pair; 1 if one agrees less often than it must."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("products", nargs="?", type=Path, default=ROOT / "products")
    options.add_argument("--as-of", type=date.fromisoformat, default=AS_OF)
    given = options.parse_args(arguments)
    pairs = list(find_pairs(given.products, given.as_of, find_shipped_criteria()))
    for pair in pairs:
        print("\n".join(render_pair(pair)), end="\n\n")
    shortfalls = list(find_shortfalls(pairs, FLOORS))
    print("\n".join(shortfalls) or "Every pair that has a floor agrees at least that often.")
    return 1 if shortfalls else 0


if __name__ == "__main__":
    raise SystemExit(main())
