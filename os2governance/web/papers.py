"""Documents out and in: downloads, changes in the file, and previews of imports."""

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.analysis.forecast import ahead
from os2governance.analysis.plan import plan
from os2governance.exchange.export_document import document, layouts_of
from os2governance.exchange.import_document import Desk as ImportDesk
from os2governance.exchange.import_document import Proposal, Wish, proposal, wordings_of
from os2governance.files import store
from os2governance.findings.finding import Finding
from os2governance.render.common.unified_diff import diff
from os2governance.site.product_page import ahead_until
from os2governance.web.saving import Desk
from os2governance.web.workplace import Commit, Opened

_KEPT = 20
_ENDINGS = {
    "governance-report": "md",
    "evaluation-report": "md",
    "self-assessment-json": "json",
    "publiccode": "yml",
}


class Offer(NamedTuple):
    """A document available for download."""

    kind: str
    layout: str
    file: str


def offers(now: Opened, desk: Desk) -> list[Offer]:
    """The documents that the model has layouts for."""
    layouts, _ = layouts_of(desk.library, now.model)
    product = now.assessment.declaration.product
    return [
        Offer(each.kind, each.name, f"{product}-{each.name}.{_ENDINGS.get(each.kind, 'txt')}")
        for each in (layouts.layouts if layouts else ())
    ]


def download(now: Opened, desk: Desk, wanted: tuple[str, str]) -> tuple[Offer, bytes] | None:
    """Build a document; None where the model has no such layout or it cannot be built."""
    layouts, _ = layouts_of(desk.library, now.model)
    chosen = next((o for o in offers(now, desk) if (o.kind, o.layout) == wanted), None)
    if layouts is None or chosen is None:
        return None
    layout = next(each for each in layouts.layouts if (each.kind, each.name) == wanted)
    data, _ = document(now.assessment, layout, layouts, (None, "-"))
    return None if data is None else (chosen, data)


def difference(before: bytes, after: bytes, name: str) -> list[str]:
    """The lines of a unified diff."""
    return diff(name, before, after).split("\n")[:-1]


def committed(
    commit: Commit, now: Opened, desk: Desk, branch: str, message: str
) -> tuple[str, list[Finding]]:
    """Commit a product's files on a separate branch; return the commit, or the findings."""
    files = {Path(file.name): file.data for file in now.sources.files()}
    said = message or f"{now.assessment.declaration.name}, {desk.as_of}"
    return commit(Path(desk.file).parent, branch, files, said)


def plan_of(now: Opened) -> dict[str, Any]:
    """The data of the steering group's document: the plan, and the forecast."""
    assessment = now.assessment
    until = ahead_until(assessment.as_of)
    return {"plan": plan(assessment), "turns": list(ahead(assessment, until)), "until": until}


class Brought:
    """Imports proposed by uploads, until they are confirmed."""

    def __init__(self) -> None:
        """Start empty."""
        self._proposals: OrderedDict[str, Proposal] = OrderedDict()

    def keep(self, found: Proposal) -> str:
        """Add a proposal; return its key."""
        name = secrets.token_urlsafe(12)
        self._proposals[name] = found
        while len(self._proposals) > _KEPT:
            self._proposals.popitem(last=False)
        return name

    def take(self, name: str) -> Proposal | None:
        """Return a proposal and remove it; None where there is none."""
        return self._proposals.pop(name, None)


def brought(desk: Desk, name: str, data: bytes, now: Opened) -> Proposal:
    """Read an uploaded document, and propose the product file that it would produce."""
    wordings, _ = wordings_of(desk.library)
    folder = Path(desk.file).parent
    wish = Wish(folder.name, now.model, folder.parent, update=True)
    asked = ImportDesk(desk.as_of, desk.language, wish, desk.library, wordings)
    return proposal(Path(name).name or "document", data, asked)


def accept(found: Proposal) -> list[Finding]:
    """Write a proposed file, unless the file has changed meanwhile."""
    if found.data is None or found.data == found.was:
        return []
    return store.replace(found.path, found.data, found.was)


def shown_proposal(found: Proposal) -> Mapping[str, Any]:
    """The template variables of a proposal."""
    name = found.path.name
    lines = difference(found.was or b"", found.data, name) if found.data is not None else []
    return {"outcome": found.outcome, "lines": lines, "file": store.shown(found.path)}
