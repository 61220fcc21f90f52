"""Report of `check` as workflow commands of GitHub Actions, and the job summary."""

from collections.abc import Iterable, Iterator, Sequence

from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import SEVERITIES, SEVERITY
from os2governance.i18n.text import Language, Text
from os2governance.render.changes.product_text import changed_said, life_said, whole_lines
from os2governance.render.check.report import Checked, Form, Totals, explained
from os2governance.render.common.findings import things_said
from os2governance.render.common.layout import inert, unmarked
from os2governance.render.common.markdown import unheard

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def _piece(checked: Checked, language: Language) -> str:
    return "".join(_command(found, checked, language) for found in checked.findings)


def _command(found: Finding, checked: Checked, language: Language) -> str:
    place = found.place
    about = {"file": checked.address(found)}
    if place.line:
        about |= {"line": str(place.line), "col": str(place.column)}
    about["title"] = found.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in about.items())
    words = (found.message.say(language), found.remedy.say(language), explained(found.code))
    said = "\n".join(filter(None, words))
    return f"::{_COMMANDS[found.severity]} {properties}::{_data(said)}\n"


def _data(text: str) -> str:
    """Escape the text after the second `::`, as the runner unescapes it."""
    lines = "\n".join(unmarked(inert(line)) for line in text.split("\n"))
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property, as the runner unescapes it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORM = Form(lambda _: "", _piece, "", lambda _: "")

# -- the job summary --------------------------------------------------------------------------

_TITLE = Text("Kontrol af erklæringer", "Check of declarations")
_COUNTED = Text("Kontrolleret pr. {as_of}: {things}.", "Checked as of {as_of}: {things}.")
_CLEAN = Text("Der er intet at bemærke.", "Nothing to remark.")
_COLUMNS = Text("| | Kode | Sted | Hvad |", "| | Code | Where | What |")
_MORE = Text("Og {count} mere.", "And {count} more.")
SHOWN = 50
"""Most findings in a summary; GitHub limits its size."""

Row = Sequence[str]
"""Severity, code, location and message of a finding."""


def rows(findings: Sequence[Finding], language: Language) -> list[Row]:
    """The most severe findings, at most as many as the summary shows."""
    shown = sorted(findings, key=lambda found: _GRAVEST.index(found.severity))[:SHOWN]
    return [(f.severity, f.code, str(f.place), f.message.say(language)) for f in shown]


_GRAVEST = tuple(SEVERITY)


def summary(totals: Totals, found: Iterable[Row]) -> str:
    """The job summary in Markdown; errors and warnings come before notes."""
    language = totals.language
    things = things_said(totals.products, totals.models, language)
    counted = _COUNTED.say(language).format(as_of=totals.as_of, things=things)
    lines = [f"## {_TITLE.say(language)}", "", counted, ""]
    said = [
        f"{count} {(SEVERITY[name].word if count == 1 else SEVERITIES[name]).say(language)}"
        for name, count in totals.counts.items()
        if count
    ]
    lines += [", ".join(said) if said else _CLEAN.say(language), ""]
    if totals.against:
        lines += [*_changes(totals), ""]
    shown = sorted(found, key=lambda each: _GRAVEST.index(each[0]))[:SHOWN]
    if shown:
        lines += [_COLUMNS.say(language), "|---|---|---|---|"]
        lines += [_row(each, language) for each in shown]
        more = sum(totals.counts.values()) - len(shown)
        lines += ["", _MORE.say(language).format(count=more)] if more > 0 else []
    return "\n".join(lines).rstrip() + "\n"


def _changes(totals: Totals) -> Iterator[str]:
    """Yield the changes since the revision: a list of products, each with its differences."""
    revision, several = unheard(totals.against), bool(totals.changes)
    yield changed_said(revision, totals.language, several=several)
    yield ""
    for change in totals.changes:
        life = unheard(life_said(change, totals.language))
        yield f"- **{unheard(change.product)}** {life}".rstrip()
        for line in whole_lines(change, totals.language):
            yield f"  - {unheard(line)}"


def _row(each: Row, language: Language) -> str:
    severity, code, place, message = each
    sign = SEVERITY[severity]
    word = f"{sign.mark} {sign.word.say(language)}"
    return f"| {word} | [`{code}`]({explained(code)}) | {unheard(place)} | {unheard(message)} |"
