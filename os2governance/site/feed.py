"""An Atom feed (RFC 4287) of the changes of level, newest first."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from os2governance.analysis.decision_log import LogEntry
from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language, _
from os2governance.render.decisions.log_labels import render_decision
from os2governance.site.summary import PLACEMENTS
from os2governance.site.template import Site, localise_page_path

_MAX_ENTRIES = 100
_ATOM = "http://www.w3.org/2005/Atom"


def render_feed(log: Sequence[LogEntry], language: Language, site: Site) -> tuple[str, bytes]:
    """The feed's path in the site, and its bytes; at most the newest hundred entries.

    An entry's id is derived from its content, so that it is the same in every build.
    """
    name = localise_page_path("changes.atom", language)
    up = "../" * name.count("/")
    title = _("Changes of level").render(language)
    changes = [entry for entry in log if entry.kind in PLACEMENTS][:_MAX_ENTRIES]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _add_text(root, "id", _build_id(f"{site.address}{name}"))
    _add_text(root, "title", f"{site.words[language].title}: {title}")
    _add_text(
        root, "updated", _format_moment((changes[0].on if changes else site.as_of).isoformat())
    )
    author = ET.SubElement(root, "author")
    _add_text(author, "name", site.words[language].title)
    _add_link(root, "self", f"{site.address}{name}" if site.address else name.rsplit("/", 1)[-1])
    for entry in changes:
        each = ET.SubElement(root, "entry")
        said = render_decision(entry, language)
        page = localise_page_path(f"products/{entry.product}.html", language)
        _add_text(each, "id", _build_id(f"{entry.product} {entry.on} {entry.kind} {entry.level}"))
        _add_text(each, "title", f"{entry.name}: {said}")
        _add_text(each, "updated", _format_moment(entry.on.isoformat()))
        _add_link(each, "alternate", f"{site.address or up}{page}")
        _add_text(each, "summary", ". ".join(filter(None, (said, entry.rationale.strip()))))
    ET.indent(root)
    return name, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _add_text(above: ET.Element, name: str, said: str) -> None:
    ET.SubElement(above, name).text = make_inert(said)


def _add_link(above: ET.Element, relation: str, address: str) -> None:
    ET.SubElement(above, "link", {"rel": relation, "href": address})


def _build_id(said: str) -> str:
    return uuid5(NAMESPACE_URL, said).urn


def _format_moment(day: str) -> str:
    return f"{day}T00:00:00Z"
