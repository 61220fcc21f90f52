"""A document's statement about each criterion: the mark of the answer, the rating, the texts.

Where facts decide, the document reports them: a claim never overrides a fact, in a document
either. Ratings are the evaluator's where an evaluation is in force, else those of the rules.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.model.model import Criterion
from os2governance.rules.trace import Trace

_BY_FACTS = "Følger af oplysningerne i erklæringen."
_DUE = "Frist: {due}"
_MISSING = "Det er ikke oplyst, om {asked}."
_FAILS = "Kravet er, at {asked}; sådan er det ikke efter oplysningerne."
_MOST = 3
_LOGIC = frozenset({"all", "any", "at_least", "use"})


class Said(NamedTuple):
    """The statement about a criterion; `claim` is empty where nothing is claimed.

    `links` are appended to the text, unless they are in it already.
    """

    criterion: Criterion
    claim: str
    text: str
    links: tuple[str, ...]
    light: str
    grounds: str
    grounds_links: tuple[str, ...]
    advice: str


def all_said(assessment: Assessment) -> list[Said]:
    """Build the statement about every criterion, in the model's order."""
    return [_said(assessment, outcome) for outcome in assessment.outcomes]


def evaluated(assessment: Assessment) -> bool:
    """Whether the ratings are an evaluator's."""
    evaluation = assessment.evaluation
    return evaluation is not None and evaluation.model == assessment.model.reference


def _said(assessment: Assessment, outcome: Outcome) -> Said:
    claim = _claim(outcome)
    text, links = _answer(outcome), _links(outcome)
    if claim and not text and not links and outcome.basis == "facts":
        text = _BY_FACTS
    advice, light, grounds = "", "unknown", ""
    grounds_links: tuple[str, ...] = ()
    if evaluated(assessment):
        if outcome.light:
            light, grounds = outcome.light.light, outcome.light.grounds
    else:
        light, grounds_links = outcome.status, links
        grounds = "\n".join(filter(None, [_answer(outcome), *_wanting(outcome)]))
        advice = "" if light in {"met", "not_applicable"} else outcome.criterion.remedy.da
    return Said(outcome.criterion, claim, text, links, light, grounds, grounds_links, advice)


def _claim(outcome: Outcome) -> str:
    answer = outcome.answer
    if outcome.basis != "facts":
        return answer.answer if answer else ""
    planned = answer is not None and answer.answer == "planned" and outcome.status == "unmet"
    return "planned" if planned else outcome.status


def _answer(outcome: Outcome) -> str:
    answer = outcome.answer
    if answer is None:
        return ""
    due = _DUE.format(due=answer.due) if answer.due else ""
    texts = [answer.note, answer.explanation, answer.reason, due]
    return "\n".join(text.strip() for text in texts if text.strip())


def _links(outcome: Outcome) -> tuple[str, ...]:
    if outcome.answer and outcome.answer.evidence:
        return tuple(dict.fromkeys(outcome.answer.evidence))
    if outcome.basis == "facts" and outcome.status in {"met", "partly"}:
        traces = filter(None, [outcome.met, outcome.partly])
        return tuple(dict.fromkeys(link for trace in traces for link in _addresses(trace)))
    return ()


def _addresses(trace: Trace) -> Iterator[str]:
    """Yield the web addresses that made a rule true."""
    found: Any = trace.found
    if trace.value and isinstance(found, str) and found.startswith(("http://", "https://")):
        yield found
    for part in trace.parts:
        yield from _addresses(part)


def _wanting(outcome: Outcome) -> list[str]:
    """Render what the rule lacks, in a few sentences."""
    if outcome.status in {"met", "not_applicable"}:
        return []
    nodes = list(_lacking(outcome.met))
    said = [
        (_MISSING if node.value is None else _FAILS).format(asked=node.asked.say("da"))
        for node in nodes
    ]
    return list(dict.fromkeys(said))[:_MOST]


def _lacking(trace: Trace) -> Iterator[Trace]:
    """Yield the nodes that keep a rule from being true, as near the facts as can be rendered."""
    if trace.value is True:
        return
    if trace.asked.operator in _LOGIC and trace.parts and not _is_fact(trace):
        for part in trace.parts:
            yield from _lacking(part)
    else:
        yield trace


def _is_fact(trace: Trace) -> bool:
    return trace.asked.operator != "use" and bool(trace.asked.subject)
