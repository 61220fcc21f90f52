"""Who publishes a site, how to reach them, and on what terms (`site.yaml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding
from os2governance.i18n.text import NO_TEXT, Language, Text, _, format_list
from os2governance.schema.compiled import compile_schema


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """What a portfolio says of its site; each part is empty where it is not given."""

    publisher: Text = NO_TEXT
    publisher_address: str = ""
    mail: str = ""
    contact_address: str = ""
    accessibility: str = ""
    licence: str = ""
    licence_address: str = ""

    def render_publisher(self, language: Language) -> str:
        """The publisher and how to reach them, in one line; empty where neither is given."""
        contact = self.mail or self.contact_address
        return ", ".join(filter(None, [self.publisher.render(language), contact]))

    def render_missing(self, language: Language) -> str:
        """The parts that are not given, as a list in a sentence; empty where all are."""
        given = {
            _("publisher"): self.publisher != NO_TEXT,
            _("contact"): bool(self.mail or self.contact_address),
            _("accessibility statement"): bool(self.accessibility),
            _("licence of the data"): bool(self.licence),
        }
        missing = [name.render(language) for name, is_given in given.items() if not is_given]
        return format_list(missing, language)


def read_publication(data: bytes, name: str) -> tuple[Publication | None, list[Finding]]:
    """Read the file; None with the findings where it cannot be used."""
    document, findings = read_yaml(data, name)
    if document is None:
        return None, findings
    findings = [*findings, *compile_schema("site").find_violations(document, document.values)]
    if findings:
        return None, findings
    return _build_publication(document.values), []


def _build_publication(said: Mapping[str, Any]) -> Publication:
    publisher, contact, licence = (
        said.get(key) or {} for key in ("publisher", "contact", "licence")
    )
    name = publisher.get("name") or {}
    return Publication(
        publisher=Text(name.get("da", ""), name.get("en", "")),
        publisher_address=publisher.get("address", ""),
        mail=contact.get("mail", ""),
        contact_address=contact.get("address", ""),
        accessibility=said.get("accessibility", ""),
        licence=licence.get("name", ""),
        licence_address=licence.get("address", ""),
    )
