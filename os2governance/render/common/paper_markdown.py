"""A paper as Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from os2governance.render.common.markdown import plain
from os2governance.render.common.paper import About, Bullets, Fill, Heading, Part, Rows, Said
from os2governance.render.common.paper_kept import mark, place


def paper_markdown(paper: Iterable[Part], kept: Mapping[str, str]) -> str:
    """The paper as Markdown; `kept` are the texts that people filled in before."""
    return "\n\n".join(block for part in paper for block in _block(part, kept)) + "\n"


def _block(part: Part, kept: Mapping[str, str]) -> Iterator[str]:
    match part:
        case About(subject):
            yield mark(subject)
        case Heading(level, text, annex):
            if annex:
                yield "---"
            yield f"{'#' * level} {plain(text)}"
        case Said(text):
            yield plain(text)
        case Bullets(items):
            yield "\n".join(f"- {plain(each)}" for each in items)
        case Fill(key, prompt):
            yield place(key, kept.get(key, f"*[{prompt}]*"))
        case Rows(head, rows):
            lines = (head, ("---",) * len(head), *(tuple(map(plain, row)) for row in rows))
            yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
