"""A product's own pages: explanation of its level, history, forecast, data."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from os2governance.analysis.decision_log import Entry
from os2governance.analysis.forecast import Reason, Turn
from os2governance.analysis.plan import action, plan
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import ANSWER, BASIS, DEVIATION, KIND, SEVERITY, STANDING, STATUS
from os2governance.i18n.text import LANGUAGES, Language
from os2governance.render.assessment.assessment_json import FORMAT, product_json
from os2governance.render.assessment.steps_text import steps
from os2governance.render.assessment.trace_text import tree
from os2governance.render.changes.product_text import level_lines
from os2governance.render.common.blocks import Block
from os2governance.render.common.levels import differences, total
from os2governance.render.common.provenance import made_from
from os2governance.render.decisions import log_words
from os2governance.render.forecast.text import outcome_said, who
from os2governance.rules.trace import Trace
from os2governance.site import blocks
from os2governance.site.badge import badge_files, badge_name, badge_said
from os2governance.site.card import Card
from os2governance.site.charts import timeline
from os2governance.site.fact_sheet import sheets
from os2governance.site.template import HOME, PACKAGE, Site, environment, page
from os2governance.site.words import words

LISTED = 200
"""Most elements of a list shown on a page; the data files have all."""


class Look(NamedTuple):
    """The data of a product's pages: assessment, decisions (newest first), forecast."""

    assessment: Assessment
    card: Card
    log: Sequence[Entry]
    turns: Sequence[Turn]
    until: date


class Event(NamedTuple):
    """An entry of the record in the history list."""

    on: date
    what: str
    by: str
    grounds: str
    reference: str
    counts: dict[str, int]


class Turning(NamedTuple):
    """A criterion that changes on a day, as text."""

    id: str
    title: str
    status: str
    outcome: str
    worse: bool
    reasons: tuple[Reason, ...]
    who: str


def product_files(look: Look, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield all files of one product: its page in each language, its badges, its data."""
    product = look.card.product
    data = f"data/{product}/assessment.json"
    for language in LANGUAGES:
        yield page(
            "product.html",
            f"products/{product}.html",
            language,
            site,
            section="products",
            data=data,
            **_said(look, language),
        )
    yield from badge_files(look.card)
    yield data, _data(look.assessment)


def _data(assessment: Assessment) -> bytes:
    """The JSON that `assess --format json` would print for the product alone."""
    level = assessment.levels.assessed
    around = {
        "format": FORMAT,
        "as_of": assessment.as_of.isoformat(),
        "products": [],
        "unreadable": [],
        "portfolio": {
            "products": 1,
            "unreadable": 0,
            "below_lowest": int(level is None),
            "assessed": {} if level is None else {level: 1},
        },
        "made_from": made_from({assessment.model.reference: assessment.model.digest}),
        "findings": [],
    }
    text = json.dumps(around, ensure_ascii=False)
    product = product_json(assessment, HOME)
    return text.replace('"products": []', f'"products": [{product}]', 1).encode() + b"\n"


def _said(look: Look, language: Language) -> dict[str, Any]:
    assessment, model = look.assessment, look.assessment.model
    file = assessment.declaration.document.file
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]

    def tree_of(trace: Trace) -> Iterator[Block]:
        return tree(trace, file, language, 0)

    def steps_of(outcome: Outcome) -> Iterator[Block]:
        return steps(action(outcome), file, language, 0)

    return {
        "assessment": assessment,
        "card": look.card,
        "plan": plan(assessment),
        "total": total(assessment.counts.values()),
        "differences": list(differences(assessment, language)),
        "grave": _by_code(f for f in findings if f.severity != "note"),
        "accepted": [o for o in assessment.outcomes if o.accepted],
        "themes": [
            (theme, [o for o in assessment.outcomes if o.criterion.theme == theme.id])
            for theme in model.themes
        ],
        "turns": look.turns,
        "until": look.until,
        "level_lines": lambda turn: level_lines(turn.change, language),
        "turn_lines": lambda turn: _turn_lines(turn, language),
        "tree": tree_of,
        "steps": steps_of,
        "drawn": timeline(assessment),
        "events": _events(look, language),
        "sheets": list(sheets(model.facts, assessment.declaration.facts, language)),
        "value_said": lambda value: _value(value, language),
        "listed": LISTED,
        "model_page": model_page(model.reference),
        "badge": badge_name(look.card, language),
        "badge_said": badge_said(look.card, language),
        "endpoint": f"badges/{look.card.product}.json",
        "KIND": KIND,
        "STANDING": STANDING,
        "BASIS": BASIS,
        "ANSWER": ANSWER,
        "DEVIATION": DEVIATION,
    }


def _by_code(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Group findings with the same code and remedy, most severe first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for found in findings:
        groups.setdefault((found.code, found.remedy.en), []).append(found)
    order = list(SEVERITY)
    return sorted(groups.values(), key=lambda same: order.index(same[0].severity))


def model_page(reference: str) -> str:
    """The path of a model's page, such as `model/os2-1.1.0.html`."""
    return f"model/{reference.replace('/', '-')}.html"


def _value(value: Any, language: Language) -> Any:
    if isinstance(value, date):
        return environment(language).filters["day"](value)
    return blocks.linked(str(value))


def _turn_lines(turn: Turn, language: Language) -> Iterator[Turning]:
    for turned in turn.turned:
        criterion = turned.after.criterion
        yield Turning(
            criterion.id,
            criterion.title.say(language),
            turned.after.status,
            outcome_said(turned, language),
            turned.worse,
            turned.reasons,
            who(turned, turn, language) if turned.worse else "",
        )


def _events(look: Look, language: Language) -> list[Event]:
    """Decisions and evaluations together, newest first."""
    record, model = look.assessment.record, look.assessment.model
    spoken = words(PACKAGE, language)
    names = {level.id: level.name.say(language) for level in model.levels}
    events = [
        Event(
            entry.on,
            log_words.decided(entry, language),
            entry.role.say(language),
            entry.grounds,
            entry.reference,
            {},
        )
        for entry in look.log
    ]
    for evaluation in record.evaluations:
        if evaluation.on > look.assessment.as_of:
            continue
        given = [light.light for light in evaluation.lights.values()]
        recommended = names.get(evaluation.recommends or "", evaluation.recommends)
        what = spoken.gettext("Evaluated")
        if recommended is not None:
            what = f"{what}: " + spoken.gettext("recommended") + f" {recommended}"
        counts = {status: given.count(status) for status in STATUS}
        events.append(Event(evaluation.on, what, evaluation.by, "", evaluation.reference, counts))
    return sorted(events, key=lambda event: event.on, reverse=True)


def ahead_until(as_of: date) -> date:
    """The end of the forecast on the pages: a year ahead."""
    return as_of + timedelta(min(_A_YEAR, (date.max - as_of).days))


_A_YEAR = 365  # days
