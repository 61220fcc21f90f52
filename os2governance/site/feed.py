"""An Atom feed (RFC 4287) of the changes of level, newest first."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from os2governance.analysis.decision_log import Entry
from os2governance.i18n.text import Language
from os2governance.render.common.layout import inert
from os2governance.render.decisions.log_words import decided
from os2governance.site.template import PACKAGE, Site, located
from os2governance.site.words import words

_MOST = 100
_ATOM = "http://www.w3.org/2005/Atom"


def feed(log: Sequence[Entry], language: Language, site: Site) -> tuple[str, bytes]:
    """The feed's path in the site, and its bytes; at most the newest hundred entries.

    An entry's id is derived from its content, so that it is the same in every build.
    """
    name = located("changes.atom", language)
    up = "../" * name.count("/")
    title = words(PACKAGE, language).gettext("Changes of level")
    changes = [entry for entry in log if entry.level is not None][:_MOST]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _put(root, "id", _id(f"{site.address}{name}"))
    _put(root, "title", f"{site.title[language]}: {title}")
    _put(root, "updated", _moment((changes[0].on if changes else site.as_of).isoformat()))
    author = ET.SubElement(root, "author")
    _put(author, "name", site.title[language])
    _link(root, "self", f"{site.address}{name}" if site.address else name.rsplit("/", 1)[-1])
    for entry in changes:
        each = ET.SubElement(root, "entry")
        said = decided(entry, language)
        page = located(f"products/{entry.product}.html", language)
        _put(each, "id", _id(f"{entry.product} {entry.on} {entry.kind} {entry.level}"))
        _put(each, "title", f"{entry.name}: {said}")
        _put(each, "updated", _moment(entry.on.isoformat()))
        _link(each, "alternate", f"{site.address or up}{page}")
        _put(each, "summary", ". ".join(filter(None, (said, entry.grounds.strip()))))
    ET.indent(root)
    return name, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _put(above: ET.Element, name: str, said: str) -> None:
    ET.SubElement(above, name).text = inert(said)


def _link(above: ET.Element, relation: str, address: str) -> None:
    ET.SubElement(above, "link", {"rel": relation, "href": address})


def _id(said: str) -> str:
    return uuid5(NAMESPACE_URL, said).urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
