"""How a file is laid out: line ends, blanks, its last line, the order of keys.

What is found here is what `check --fix` mends, and it mends nothing of the layout beside it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from os2governance.checks.key_blocks import KeyBlock, find_group, find_key_sections
from os2governance.checks.key_order import (
    KeyOrder,
    build_evaluation_order,
    build_product_order,
)
from os2governance.documents.sources import ProductFiles
from os2governance.documents.text_reader import LINE_BREAK, read_shown_text, split_lines
from os2governance.documents.yaml_comments import find_block_text_lines
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.model import Model

_END_NAMES = {"\n": "LF", "\r\n": "CR LF", "\r": "CR"}
_TRAILING = re.compile(r"[ \t](?=\r?\n|\r|\Z)")  # noqa: TID251 - our own pattern


class Disorder(NamedTuple):
    """A group whose keys are not in the usual order: its sections in order, and the finding."""

    path: tuple[str, ...]
    sections: list[list[KeyBlock]]
    finding: Finding


def check_layouts(
    files: ProductFiles, documents: Iterable[Document], model: Model | None
) -> Iterator[Finding]:
    """Yield the findings on the files that `check --fix` mends; `documents` are those at hand."""
    known = {document.file: document for document in documents}
    pairs = [(each, build_evaluation_order(model)) for each in files.evaluations]
    if files.product:
        pairs.insert(0, (files.product, build_product_order(model)))
    for (name, data), order in pairs:
        document = known.get(name) or read_yaml(data, name)[0]
        if document is not None:
            yield from check_layout(read_shown_text(data), document, order)


def check_layout(text: str, document: Document, order: KeyOrder) -> Iterator[Finding]:
    """Yield what is laid out otherwise than usual in a file, each kind once, and each group."""
    for check in (check_line_ends, check_blanks, check_file_end):
        yield from check(text, document.file)
    for each in find_disorder(text, document, order):
        yield each.finding


# -- lines ------------------------------------------------------------------------------------


def find_usual_line_end(text: str) -> str:
    """The line end that most lines of a text have; the first of those that are as many."""
    if "\r" not in text:
        return "\n"
    ((usual, _count),) = Counter(LINE_BREAK.findall(text)).most_common(1)
    return str(usual)


def check_line_ends(text: str, file: str) -> Iterator[Finding]:
    """Yield a finding at the first line that ends otherwise than most lines."""
    if "\r" not in text:
        return
    usual = find_usual_line_end(text)
    for number, match in enumerate(LINE_BREAK.finditer(text), 1):
        if match[0] != usual:
            yield make_finding(
                "layout-line-ends",
                Location(file, number, 1),
                found=_END_NAMES[match[0]],
                usual=_END_NAMES[usual],
            )
            return


def find_trailing_blanks(text: str) -> list[int]:
    """The lines, from 0, that end in blanks; not those of block texts, where they are content."""
    if not _TRAILING.search(text):
        return []
    lines, content = split_lines(text), find_block_text_lines(text)
    return [
        number
        for number, line in enumerate(lines)
        if line.endswith((" ", "\t")) and number not in content
    ]


def check_blanks(text: str, file: str) -> Iterator[Finding]:
    """Yield a finding at the first line that ends in blanks."""
    numbers = find_trailing_blanks(text)
    if numbers:
        line = split_lines(text)[numbers[0]]
        place = Location(file, numbers[0] + 1, len(line.rstrip(" \t")) + 1)
        yield make_finding("layout-blanks", place, count=len(numbers))


def has_usual_end(text: str) -> bool:
    """Whether a text ends with one line break; a block text at the end says itself how it ends."""
    lines = split_lines(text)
    if lines[-1] == "" and lines[-2:-1] != [""]:
        return True
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    return last in find_block_text_lines(text)


def check_file_end(text: str, file: str) -> Iterator[Finding]:
    """Yield a finding where a file does not end with one line break."""
    if not has_usual_end(text):
        yield make_finding("layout-file-end", Location(file, len(split_lines(text)), 1))


# -- the order of keys ------------------------------------------------------------------------


def find_disorder(text: str, document: Document, order: KeyOrder) -> Iterator[Disorder]:
    """Yield the groups whose keys are not in their usual order; no key leaves its section."""
    for path, names in order.items():
        ranks = {name: rank for rank, name in enumerate(dict.fromkeys(names))}
        ranked = [ranks.get(name, len(ranks)) for name in find_group(document.values, path)]
        if all(one <= other for one, other in pairwise(ranked)):
            continue
        sections = find_key_sections(text, document, path, names)
        ordered = [_sort_blocks(section, ranks) for section in sections]
        if ordered != sections:
            finding = _make_order_finding(document.file, sections, ordered, text)
            yield Disorder(path, ordered, finding)


def _sort_blocks(section: Sequence[KeyBlock], ranks: Mapping[str, int]) -> list[KeyBlock]:
    return sorted(section, key=lambda block: ranks.get(block.name, len(ranks)))


def _make_order_finding(
    file: str, sections: Sequence[list[KeyBlock]], ordered: Sequence[list[KeyBlock]], text: str
) -> Finding:
    """The finding at the first key that stands below one that it usually stands above."""
    now, usual = next(pair for pair in zip(sections, ordered, strict=True) if pair[0] != pair[1])
    places = {block: place for place, block in enumerate(usual)}
    furthest = accumulate((places[each] for each in now), max)
    first = next(each for each, top in zip(now, furthest, strict=True) if places[each] < top)
    other = next(each for each in now if places[first] < places[each])
    line = split_lines(text)[first.line]
    place = Location(file, first.line + 1, len(line) - len(line.lstrip(" #")) + 1)
    return make_finding("layout-order", place, name=first.name, other=other.name)
