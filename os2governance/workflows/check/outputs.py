"""The reports of `check` in several formats at once: one to standard output, others to files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.findings.finding import suggest_word
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.render.check.formats import CHECK_FORMATS


class ReportOutput(NamedTuple):
    """A report that is written to a file: its format, and the file."""

    form: str
    file: Path


def parse_outputs(values: Iterable[str]) -> list[ReportOutput]:
    """Parse `FORM=FILE`.

    Raises:
        NotPossibleError: when a format is unknown, or a file is missing or named twice.
    """
    found: list[ReportOutput] = []
    for value in values:
        form, _sign, name = value.partition("=")
        if form not in CHECK_FORMATS:
            meant, known = suggest_word(form, CHECK_FORMATS), ", ".join(CHECK_FORMATS)
            raise NotPossibleError(
                _("--output: there is no format '{form}'{meant} ({known})").fill(
                    form=form, meant=meant, known=known
                )
            )
        if not name or any(each.file == Path(name) for each in found):
            raise NotPossibleError(
                _("--output: write each as FORM=FILE, with a file of its own: {value}").fill(
                    value=value
                )
            )
        found.append(ReportOutput(form, Path(name)))
    return found


def write_reports(
    pieces: Iterable[tuple[bytes, ...]], outputs: Sequence[ReportOutput]
) -> Iterator[bytes]:
    """Yield the pieces of the first report; the others are written once all are there.

    Raises:
        OSError: when the operating system refuses to write one.
    """
    kept: list[list[bytes]] = [[] for _output in outputs]
    for first, *others in pieces:
        yield first
        for own, piece in zip(kept, others, strict=True):
            own.append(piece)
    if outputs:
        from os2governance.files.writing import write_whole_file

        for output, own in zip(outputs, kept, strict=True):
            write_whole_file(output.file, own)
