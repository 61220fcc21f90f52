"""`assess` as text: one product in full, several as an overview."""

from collections.abc import Iterator, Sequence

from os2governance.assessment.levels import Assessment
from os2governance.cli.options import Given
from os2governance.cli.output import page
from os2governance.findings.finding import Finding
from os2governance.product.reader import Library, Unreadable
from os2governance.render.common.findings import finding_blocks, unreadable_blocks
from os2governance.workflows.find_products import result


class Reading:
    """Reads and assesses files one after the other, and collects those that could not be read."""

    def __init__(self, files: Sequence[str], given: Given) -> None:
        """Start with no unreadable files."""
        self._files, self._given = files, given
        self.unreadable: list[Unreadable] = []
        self.whole = True

    def assessments(self) -> Iterator[Assessment]:
        """Yield the assessment of each product that can be read."""
        library = Library.at(self._given.criteria)
        for file in self._files:
            assessed, whole = result(file, library, self._given.as_of)
            self.whole = self.whole and whole
            if isinstance(assessed, Unreadable):
                self.unreadable.append(assessed)
            else:
                yield assessed


def write_pages(files: Sequence[str], findings: Sequence[Finding], given: Given) -> bool:
    """Print the assessments; return whether every file could be read."""
    reading, language = Reading(files, given), given.language
    if len(files) > 1:
        from os2governance.render.assessment.overview_text import overview

        page(overview(reading.assessments(), reading.unreadable, language, given.as_of), given)
    else:
        from os2governance.render.assessment.product_text import product_blocks

        for assessment in reading.assessments():
            page(product_blocks(assessment, language), given)
        page(unreadable_blocks(reading.unreadable, language), given)
    page(finding_blocks(findings, language), given)
    return reading.whole
