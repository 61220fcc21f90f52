"""Every code that a finding can have, one family of codes a file.

A code, once published, keeps its meaning; its texts may be improved.
"""

from os2governance.findings.catalogue.claims import CLAIMS
from os2governance.findings.catalogue.decide import DECIDE
from os2governance.findings.catalogue.declaration import DECLARATION
from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.findings.catalogue.evaluation import EVALUATION
from os2governance.findings.catalogue.examples import EXAMPLES
from os2governance.findings.catalogue.export import EXPORT
from os2governance.findings.catalogue.files import FILES
from os2governance.findings.catalogue.import_ import IMPORT
from os2governance.findings.catalogue.layout import LAYOUT
from os2governance.findings.catalogue.model import MODEL
from os2governance.findings.catalogue.portfolio import PORTFOLIO
from os2governance.findings.catalogue.record import RECORD
from os2governance.findings.catalogue.revision import REVISION
from os2governance.findings.catalogue.round import ROUND
from os2governance.findings.catalogue.rules import RULES
from os2governance.findings.catalogue.schema import SCHEMA
from os2governance.findings.catalogue.server import SERVER
from os2governance.findings.catalogue.suppression import SUPPRESSION
from os2governance.findings.catalogue.verify import VERIFY
from os2governance.findings.catalogue.versions import VERSIONS

FAMILIES: tuple[dict[str, CatalogueEntry], ...] = (
    FILES,
    LAYOUT,
    SCHEMA,
    MODEL,
    RULES,
    VERSIONS,
    EXAMPLES,
    DECLARATION,
    CLAIMS,
    RECORD,
    REVISION,
    DECIDE,
    SUPPRESSION,
    IMPORT,
    VERIFY,
    EXPORT,
    PORTFOLIO,
    ROUND,
    EVALUATION,
    SERVER,
)
"""In the order in which they are told."""
CATALOGUE: dict[str, CatalogueEntry] = {
    code: entry for family in FAMILIES for code, entry in family.items()
}
