"""The outcome of one criterion: facts, answer and acceptance (semantics §3 and §4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import Language, Sayable, Text
from os2governance.model.model import Criterion, Model
from os2governance.product.declaration import Answer
from os2governance.product.record import Acceptance, Decision, Evaluation, Light
from os2governance.rules.node import Scope
from os2governance.rules.trace import Trace

STATUSES = ("met", "partly", "unmet", "not_applicable", "unknown")

# What an answer claims: "shown" has evidence, "waived" is not applicable with a reason.
SHOWN, MET, PARTLY, UNMET = "shown", "met", "partly", "unmet"
PLANNED, WAIVED, WAIVED_BARE = "planned", "waived", "waived_bare"
UNKNOWN, NONE = "unknown", "none"


class Row(NamedTuple):
    """A row of the table: the status, its basis, and the code of the finding, if any."""

    status: str
    basis: str | None
    code: str = ""


_CONTRADICTED = Row("unmet", "facts", "contradiction")
_DOUBTED = Row("partly", "facts", "contradiction")
_BEHIND = Row("met", "facts", "answer-behind-facts")

# semantics §3: by what the facts say, the row for any answer, and rows for specific answers.
TABLE: dict[str, tuple[Row, dict[str, Row]]] = {
    "met": (
        Row("met", "facts"),
        {UNMET: _BEHIND, WAIVED: _BEHIND, WAIVED_BARE: _BEHIND},
    ),
    "partly": (
        Row("partly", "facts"),
        {SHOWN: _DOUBTED, MET: _DOUBTED},
    ),
    "at_least_partly": (
        Row("partly", "facts"),
        {SHOWN: Row("met", "answer")},
    ),
    "unmet": (
        Row("unmet", "facts"),
        {
            SHOWN: _CONTRADICTED,
            MET: _CONTRADICTED,
            WAIVED: Row("not_applicable", "answer"),
        },
    ),
    "undetermined": (
        Row("unknown", None, "unanswered"),
        {
            SHOWN: Row("met", "answer"),
            MET: Row("partly", "answer", "undocumented"),
            PARTLY: Row("partly", "answer"),
            UNMET: Row("unmet", "answer"),
            PLANNED: Row("unmet", "answer", "planned"),
            WAIVED: Row("not_applicable", "answer"),
            WAIVED_BARE: Row("unknown", "answer", "reason-missing"),
            UNKNOWN: Row("unknown", "answer"),
        },
    ),
}
# The table also has undetermined where `met` is false and `partly` is open. A claim never
# overrides a fact, so a claim of met is then at most partly met: otherwise better facts
# (`partly` turning true) would lower an outcome.
TABLE["at_most_partly"] = (
    TABLE["undetermined"][0],
    {
        **TABLE["undetermined"][1],
        SHOWN: Row("partly", "answer", "contradiction"),
        MET: Row("partly", "answer", "contradiction"),
    },
)


class Deviation(NamedTuple):
    """Why a criterion is not met, in the declarer's words, and its state in the record.

    `state` is `accepted`, `expired`, or `pending` where it is only explained (semantics §4).
    """

    text: str
    state: str
    acceptance: Acceptance | None


class Outcome(NamedTuple):
    """The status of one criterion, and everything that it is based on."""

    criterion: Criterion
    status: str
    basis: str | None
    facts_say: str
    met: Trace
    partly: Trace | None
    answer: Answer | None
    deviation: Deviation | None
    light: Light | None
    findings: tuple[Finding, ...]

    @property
    def accepted(self) -> bool:
        """Whether a deviation is accepted, and the acceptance has not expired."""
        return self.deviation is not None and self.deviation.state == "accepted"

    @property
    def unproven(self) -> bool:
        """Whether it is unknown, undocumented, or explained and pending (semantics §5)."""
        return (
            self.status == "unknown"
            or (self.deviation is not None and self.deviation.state == "pending")
            or any(found.code == "undocumented" for found in self.findings)
        )


class Statements(NamedTuple):
    """Everything declared and recorded by the assessment date, as input for each criterion.

    `acceptances` are those of the decisions in force by criterion, newest last.
    """

    model: Model
    document: Document
    facts: Scope
    answers: Mapping[str, Answer]
    acceptances: Mapping[str, Sequence[Acceptance]]
    evaluation: Evaluation | None
    as_of: date


def acceptances_of(decisions: Iterable[Decision]) -> dict[str, list[Acceptance]]:
    """Group the acceptances of decisions by criterion, in their order."""
    gathered: dict[str, list[Acceptance]] = {}
    for decision in decisions:
        for criterion, acceptance in decision.accepts.items():
            gathered.setdefault(criterion, []).append(acceptance)
    return gathered


def what_facts_say(criterion: Criterion, facts: Scope) -> tuple[str, Trace, Trace | None]:
    """Evaluate a criterion's rules: the combined result, and the trace of each.

    `partly` is evaluated only where `met` is not true.
    """
    met = criterion.met.evaluate(facts)
    if met.value is True:
        return "met", met, None
    partly = criterion.partly.evaluate(facts) if criterion.partly else None
    if met.value is None:
        at_least = partly is not None and partly.value is True
        return ("at_least_partly" if at_least else "undetermined"), met, partly
    if partly is None or partly.value is False:
        return "unmet", met, partly
    return ("partly" if partly.value else "undetermined"), met, partly


def outcome(criterion: Criterion, said: Statements) -> Outcome:
    """Assess one criterion by the table of semantics §3, then by §4."""
    facts_say, met, partly = what_facts_say(criterion, said.facts)
    answer = said.answers.get(criterion.id)
    claim, findings = _allowed(criterion, _claim(answer), facts_say, said)
    at_most_partly = facts_say == "undetermined" and met.value is False
    any_answer, certain_answers = TABLE["at_most_partly" if at_most_partly else facts_say]
    row = certain_answers.get(claim, any_answer)
    status, basis, code = row
    if code:
        findings = (*findings, _found(criterion, row, answer, said, met))
    deviation = None
    if status != "met":
        deviation, wrong = _deviation(criterion, status, answer, said)
        findings += wrong
    light = said.evaluation.lights.get(criterion.id) if said.evaluation else None
    return Outcome(
        criterion, status, basis, facts_say, met, partly, answer, deviation, light, findings
    )


def _claim(answer: Answer | None) -> str:
    if answer is None:
        return NONE
    if answer.answer == "met":
        return SHOWN if answer.evidence else MET
    if answer.answer == "not_applicable":
        return WAIVED if answer.reason.strip() else WAIVED_BARE
    return answer.answer


def _place(criterion: Criterion, said: Statements) -> Place:
    """Location of the answer, or of the `answers` key where there is none."""
    if criterion.id in said.answers:
        return said.document.place(("answers", criterion.id, "answer"))
    return said.document.place(("answers",), key=True)


def _allowed(
    criterion: Criterion, claim: str, facts_say: str, said: Statements
) -> tuple[str, tuple[Finding, ...]]:
    """Treat a claim that the model does not count as no claim."""
    if criterion.may_not_apply and criterion.answer_counts:
        return claim, ()
    if not criterion.may_not_apply and claim in {WAIVED, WAIVED_BARE}:
        code = "not-applicable-not-allowed"
    elif (
        not criterion.answer_counts
        and claim in {SHOWN, MET, PARTLY}
        and facts_say in {"undetermined", "at_least_partly"}
    ):
        code = "answer-not-enough"
    else:
        return claim, ()
    return UNKNOWN, (_finding(code, criterion, _place(criterion, said)),)


def _finding(code: str, criterion: Criterion, place: Place, **arguments: Sayable | str) -> Finding:
    words: dict[str, Any] = {"id": criterion.id, "title": criterion.title, **arguments}
    return finding(code, place, criterion=criterion.id, **words)


def _found(
    criterion: Criterion, row: Row, answer: Answer | None, said: Statements, met: Trace
) -> Finding:
    """Make the finding of a row, with the details of the case."""
    place = _place(criterion, said)
    if row.code == "contradiction":
        found = _finding(row.code, criterion, place, against=_Against(met, said.document.file))
        return found if row.status == "unmet" else found._replace(severity="warning")
    if row.code == "planned" and answer and answer.due:
        code = "overdue" if answer.due < said.as_of else "planned"
        return _finding(code, criterion, place, due=Text(*[f" ({answer.due})"] * 2))
    if row.code == "planned":
        return _finding(row.code, criterion, place, due="")
    return _finding(row.code, criterion, place)


class _Against(NamedTuple):
    """The first fact that makes a rule false: the condition on it, and its line."""

    met: Trace
    file: str

    def say(self, language: Language) -> str:
        """Render as a clause with the location."""
        leaf = next(_false_leaves(self.met, wanted=True), self.met)
        name = self.file.rsplit("/", 1)[-1]
        place = f"{name}:{leaf.at[0]}" if leaf.at else name
        asked = {"da": "kravet er, at", "en": "it is asked that"}[language]
        return f"{asked} {leaf.asked.say(language)} ({place})"


def _false_leaves(trace: Trace, *, wanted: bool) -> Iterator[Trace]:
    """Yield the leaves that made a trace differ from `wanted`, in the order of the rule."""
    if trace.value is None or trace.value is wanted:
        return
    if not trace.parts:
        yield trace
    below = (not wanted) if trace.asked.operator in {"not", "none"} else wanted
    for part in trace.parts:
        yield from _false_leaves(part, wanted=below)


def _deviation(
    criterion: Criterion, status: str, answer: Answer | None, said: Statements
) -> tuple[Deviation | None, tuple[Finding, ...]]:
    """Assess a deviation: explained only, accepted, or expired."""
    text = ""
    if answer:
        text = answer.reason if status == "not_applicable" else answer.explanation
    given = said.acceptances.get(criterion.id, ())
    grey = _grey_light(criterion, said) if status == "not_applicable" else None
    if not given and not grey:
        return (Deviation(text, "pending", None) if text.strip() else None), ()
    declaring = [a for a in given if said.model.roles_by_id[a.by].declares]
    others = [a for a in given if a not in declaring]
    # A later decision about the same deviation replaces an earlier one.
    acceptances = others[-1:] + ([grey] if grey else [])
    findings = [_by_declarer(criterion, acceptance, said) for acceptance in declaring]
    for acceptance in acceptances:
        if acceptance.until is None or said.as_of <= acceptance.until:
            return Deviation(text, "accepted", acceptance), tuple(findings)
    if acceptances:
        expired = acceptances[0]
        until = str(expired.until)
        findings.append(_finding("acceptance-expired", criterion, expired.place, until=until))
        return Deviation(text, "expired", expired), tuple(findings)
    return (Deviation(text, "pending", None) if text.strip() else None), tuple(findings)


def _by_declarer(criterion: Criterion, acceptance: Acceptance, said: Statements) -> Finding:
    """Make the finding that an acceptance by a declaring role is invalid (semantics §4)."""
    role = said.model.role_names[acceptance.by]
    return _finding("acceptance-by-declarer", criterion, acceptance.place, role=role)


def _grey_light(criterion: Criterion, said: Statements) -> Acceptance | None:
    """The evaluator's acceptance that a criterion does not apply: a `not_applicable` rating."""
    evaluation = said.evaluation
    light = evaluation.lights.get(criterion.id) if evaluation else None
    if not evaluation or not light or light.light != "not_applicable":
        return None
    place = evaluation.document.place(("lights", criterion.id), key=True)
    return Acceptance(
        evaluation.by, evaluation.on, None, light.grounds, evaluation.reference, place
    )
