"""A document's statement about each criterion: the mark of the answer, the rating, the texts.

Where facts decide, the document reports them: a claim never overrides a fact, in a document
either. Ratings are the evaluator's where an evaluation is in force, else those of the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.text import NO_TEXT, pgettext
from os2governance.model.model import Criterion
from os2governance.rules.trace import Family, Trace

_BY_FACTS = pgettext("exported document", "Follows from the facts in the self-assessment.").da
_DUE = pgettext("exported document", "Deadline: {due}").da
_MISSING = pgettext(
    "exported document", "It cannot be told from the facts whether this is in place: {asked}."
).da
_FAILS = pgettext("exported document", "By the facts this is not in place: {asked}.").da
_MAX_GAPS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionStatement:
    """The statement about a criterion; `claim` is empty where nothing is claimed.

    `links` are appended to the text, unless they are in it already.
    """

    criterion: Criterion
    claim: str
    text: str
    links: tuple[str, ...]
    rating: str
    rationale: str
    rationale_links: tuple[str, ...]
    advice: str


def build_statements(assessment: Assessment) -> list[CriterionStatement]:
    """Build the statement about every criterion, in the model's order."""
    return [_build_statement(assessment, outcome) for outcome in assessment.outcomes]


def has_evaluator_ratings(assessment: Assessment) -> bool:
    """Whether the ratings are an evaluator's."""
    evaluation = assessment.evaluation
    return evaluation is not None and evaluation.model == assessment.model.reference


def _build_statement(assessment: Assessment, outcome: Outcome) -> CriterionStatement:
    claim = _find_claim(outcome)
    text, links = _render_answer(outcome), _list_links(outcome)
    if claim and not text and not links and outcome.basis == "facts":
        text = _BY_FACTS
    advice, light, grounds = "", "unknown", ""
    grounds_links: tuple[str, ...] = ()
    if has_evaluator_ratings(assessment):
        # Only this evaluation's own: the light that counts may be that of an earlier one.
        rating = assessment.evaluation and assessment.evaluation.ratings.get(outcome.criterion.id)
        if rating:
            light, grounds, advice = rating.status, rating.rationale, rating.advice
    else:
        light, grounds_links = outcome.status, links
        grounds = "\n".join(filter(None, [_render_answer(outcome), *_render_gaps(outcome)]))
        advice = "" if light in {"met", "not_applicable"} else outcome.criterion.remedy.da
    return CriterionStatement(
        criterion=outcome.criterion,
        claim=claim,
        text=text,
        links=links,
        rating=light,
        rationale=grounds,
        rationale_links=grounds_links,
        advice=advice,
    )


def _find_claim(outcome: Outcome) -> str:
    answer = outcome.answer
    if outcome.basis != "facts":
        return answer.answer if answer else ""
    planned = answer is not None and answer.answer == "planned" and outcome.status == "unmet"
    return "planned" if planned else outcome.status


def _render_answer(outcome: Outcome) -> str:
    answer = outcome.answer
    if answer is None:
        return ""
    said = format_partial_date(answer.due_said, "da") if answer.due_said else None
    due = _DUE.format(due=said) if said else ""
    texts = [answer.note, answer.explanation, answer.reason, due]
    return "\n".join(text.strip() for text in texts if text.strip())


def _list_links(outcome: Outcome) -> tuple[str, ...]:
    if outcome.answer and outcome.answer.evidence:
        return tuple(dict.fromkeys(outcome.answer.evidence))
    if outcome.basis == "facts" and outcome.status in {"met", "partly"}:
        traces = filter(None, [outcome.met, outcome.partly])
        return tuple(dict.fromkeys(link for trace in traces for link in _find_addresses(trace)))
    return ()


def _find_addresses(trace: Trace) -> Iterator[str]:
    """Yield the web addresses that made a rule true."""
    found: Any = trace.found
    if trace.value and isinstance(found, str) and found.startswith(("http://", "https://")):
        yield found
    for part in trace.parts:
        yield from _find_addresses(part)


def _render_gaps(outcome: Outcome) -> list[str]:
    """Render what the rule lacks, in a few sentences."""
    if outcome.status in {"met", "not_applicable"}:
        return []
    nodes = list(_find_lacking_nodes(outcome.met))
    said = [
        (_MISSING if node.value is None else _FAILS).format(asked=node.question.render("da"))
        for node in nodes
    ]
    return list(dict.fromkeys(said))[:_MAX_GAPS]


def _find_lacking_nodes(trace: Trace) -> Iterator[Trace]:
    """Yield the nodes that keep a rule from being true, as near the facts as can be rendered."""
    if trace.value is True:
        return
    asked = trace.question
    if asked.family is Family.LOGIC and not asked.inverts and asked.asked == NO_TEXT:
        for part in trace.parts:
            yield from _find_lacking_nodes(part)
    else:
        yield trace
