"""`assess` as text: one product in full, several as an overview."""

from collections.abc import Iterator, Sequence

from os2governance.assessment.levels import Assessment
from os2governance.cli.options import Invocation
from os2governance.cli.output import print_page
from os2governance.findings.finding import Finding
from os2governance.product.product import UnreadableProduct
from os2governance.render.common.findings import render_finding_blocks, render_unreadable_blocks
from os2governance.workflows.find_products import assess_product_file


class AssessmentReader:
    """Reads and assesses files one after the other, and collects those that could not be read."""

    def __init__(self, files: Sequence[str], invocation: Invocation) -> None:
        """Start with no unreadable files."""
        self._files, self._invocation = files, invocation
        self.unreadable: list[UnreadableProduct] = []
        self.all_read = True

    def read_assessments(self) -> Iterator[Assessment]:
        """Yield the assessment of each product that can be read."""
        library = self._invocation.context.open_library()
        for file in self._files:
            assessed, whole = assess_product_file(file, library, self._invocation.context.as_of)
            self.all_read = self.all_read and whole
            if isinstance(assessed, UnreadableProduct):
                self.unreadable.append(assessed)
            else:
                yield assessed


def print_assessments(
    files: Sequence[str], findings: Sequence[Finding], invocation: Invocation
) -> bool:
    """Print the assessments; return whether every file could be read."""
    reading, language = AssessmentReader(files, invocation), invocation.context.language
    if len(files) > 1:
        from os2governance.render.assessment.overview import render_overview_blocks

        print_page(
            render_overview_blocks(
                reading.read_assessments(), reading.unreadable, language, invocation.context.as_of
            ),
            invocation,
        )
    else:
        from os2governance.render.assessment.product import render_product_blocks

        for assessment in reading.read_assessments():
            print_page(render_product_blocks(assessment, language), invocation)
        print_page(render_unreadable_blocks(reading.unreadable, language), invocation)
    print_page(render_finding_blocks(findings, language), invocation)
    return reading.all_read
