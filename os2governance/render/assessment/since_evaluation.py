"""What has changed since a criterion was evaluated, and why that counts or not, in sentences."""

from collections.abc import Iterator

from os2governance.analysis.since_evaluation import ChangedFact, SinceEvaluation
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import ANSWER_LABELS, FACTS_SAY_LABELS
from os2governance.i18n.text import Language, Text, _
from os2governance.product.declaration import Answer
from os2governance.render.common.blocks import NBSP
from os2governance.render.common.values import render_found, render_location
from os2governance.rules.trace import MISSING

MAX_FACTS = 5
"""Changed facts that are listed."""
_NOTHING = _("Nothing has changed.")
_FACTS_DIFFER = _("The facts said: {said}. They say the same now; the evaluation counts.")
_FACTS_SAME = _("Facts have changed, but the rule still says: {now}.")
_FACTS_CHANGED = _("The facts said: {then}. They now say: {now}.")
_TIME_PASSED = _("Time has passed: the facts said {then}, and now say {now}.")
_FACTS_COUNT = _("They are certain and newer than the evaluation, so they count.")
_TIME_COUNTS = _("That is certain, so it counts.")
_TIME_IS_NOT_ENOUGH = _(
    "Time alone counts for the better only if the rule is fully met, so the evaluation stands."
)
_FACTS_RAISE = _("They show that it is at least partly met, so that counts.")
_FACTS_LOWER = _("They show that it is not fully met, so it counts as partly met.")
_FACTS_UNCERTAIN = _("They do not settle it, so the evaluation stands.")
_GREY_STANDS = _('The evaluation found that it is "not applicable", and that stands.')
_NOTHING_KEPT = _(
    "No self-assessment from before the evaluation is kept, so all of the present one counts as "
    "newer."
)
_ANSWER_IS = _("The answer is: {now}.")
_ANSWER_CHANGED = _("The answer was: {then}. It is now: {now}.")
_ANSWER_AMENDED = _("The documentation, the text or the due date of the answer has changed.")
_ANSWER_LOWERS = _("The product itself now says less than the evaluation, so the answer counts.")
_ANSWER_REOPENS = _(
    "The answer now says that the criterion applies, so the evaluation no longer counts."
)
_ANSWER_WAITS = _("It claims more, which does not count until it is evaluated.")
_ANSWER_CHANGES_NOTHING = _("That changes nothing.")
_NOT_APPLICABLE_REFUSED = _(
    'The evaluation does not find it "not applicable"; only a new evaluation or a decision can '
    "change that."
)
_CHANGED_FACT = _("{title}: {before}, now {after}")
_NO_ANSWER = _("no answer")
_NOT_STATED = _("not stated")
_NUMBER = _("no.")
_MORE = _("and {count} more")
_RANKS = {"unmet": 0, "planned": 1, "partly": 2, "met": 3}
_GREY = "not_applicable"


def render_changes_since(
    outcome: Outcome, since: SinceEvaluation, file: str, language: Language
) -> Iterator[str]:
    """Yield what has changed since the light was given, and whether that counts."""
    facts, answer = since.facts, since.answer
    if outcome.excluded:
        return
    if not (facts.newer or facts.changed_by_time or answer.newer or since.changed):
        yield _NOTHING.render(language)
    elif answer.now and not since.kept:
        yield _NOTHING_KEPT.render(language)
    yield from _render_facts(outcome, since, language)
    yield from _render_changed_facts(since.changed, file, language)
    if answer.newer:
        yield from _render_answer(outcome, since, language)
    yield from _render_refusal(outcome, language)


def _render_facts(outcome: Outcome, since: SinceEvaluation, language: Language) -> Iterator[str]:
    facts = since.facts
    now = _say_facts(facts.now, language)
    if facts.newer:
        then = _say_facts(facts.known_then, language)
        said = _FACTS_CHANGED.render(language).format(then=then, now=now)
    elif facts.changed_by_time:
        then = _say_facts(facts.on_the_day, language)
        said = _TIME_PASSED.render(language).format(then=then, now=now)
    else:
        if outcome.basis == "evaluation" and facts.certain and facts.now != outcome.status:
            yield _FACTS_DIFFER.render(language).format(said=now)
        elif since.changed:
            yield _FACTS_SAME.render(language).format(now=now)
        return
    yield f"{said} {_explain_facts(outcome, since).render(language)}"


def _explain_facts(outcome: Outcome, since: SinceEvaluation) -> Text:
    """Why newer facts count or not."""
    facts, light = since.facts, outcome.rating
    if light is not None and light.status == _GREY and outcome.basis == "evaluation":
        return _GREY_STANDS
    if facts.certain:
        if outcome.basis == "evaluation":
            return _TIME_IS_NOT_ENOUGH
        return _FACTS_COUNT if facts.newer else _TIME_COUNTS
    if outcome.basis == "facts":
        return _FACTS_RAISE if facts.now == "at_least_partly" else _FACTS_LOWER
    return _FACTS_UNCERTAIN


def _render_answer(outcome: Outcome, since: SinceEvaluation, language: Language) -> Iterator[str]:
    then, now = (_say_answer(each, language) for each in (since.answer.then, since.answer.now))
    text = _ANSWER_CHANGED if since.kept else _ANSWER_IS
    if since.kept and then == now:
        text = _ANSWER_AMENDED
    said = text.render(language).format(then=then, now=now)
    yield f"{said} {_explain_answer(outcome, since).render(language)}"


def _explain_answer(outcome: Outcome, since: SinceEvaluation) -> Text:
    """Why a newer answer counts or not."""
    given, light = since.answer.now, outcome.rating
    if light is not None and light.status == _GREY:
        return _ANSWER_CHANGES_NOTHING if outcome.basis == "evaluation" else _ANSWER_REOPENS
    if outcome.basis == "answer":
        return _ANSWER_LOWERS
    if given and _RANKS.get(given.answer, -1) > _RANKS.get(outcome.status, len(_RANKS)):
        return _ANSWER_WAITS
    return _ANSWER_CHANGES_NOTHING


def _render_refusal(outcome: Outcome, language: Language) -> Iterator[str]:
    """Say that a claim of "not applicable" does not count under a light of another colour."""
    claimed = outcome.answer is not None and outcome.answer.answer == _GREY
    if claimed and outcome.rating and outcome.rating.status != _GREY:
        yield _NOT_APPLICABLE_REFUSED.render(language)


def _render_changed_facts(
    changed: tuple[ChangedFact, ...], file: str, language: Language
) -> Iterator[str]:
    for fact in changed[:MAX_FACTS]:
        place = f" ({render_location(file, fact.position)})" if fact.position else ""
        before, after = (_say_value(fact, value, language) for value in (fact.before, fact.after))
        if before == after:  # a list of as many elements, whose facts are told by themselves
            continue
        title = (
            f"{fact.question.title.render(language) or fact.path}{_say_element(fact, language)}"
        )
        said = _CHANGED_FACT.render(language)
        yield f"{said.format(title=title, before=before, after=after)}{place}"
    if len(changed) > MAX_FACTS:
        yield _MORE.render(language).format(count=len(changed) - MAX_FACTS)


def _say_element(fact: ChangedFact, language: Language) -> str:
    """The number of the list element that a fact is of: ` (no. 2)`."""
    _list, bracket, rest = fact.path.rpartition("[")
    if not bracket:
        return ""
    return f" ({_NUMBER.render(language)}{NBSP}{int(rest.partition(']')[0]) + 1})"


def _say_value(fact: ChangedFact, value: object, language: Language) -> str:
    if value is MISSING:
        return _NOT_STATED.render(language)
    return render_found(fact.question, value, language)


def _say_facts(says: str, language: Language) -> str:
    return FACTS_SAY_LABELS[says].render(language)


def _say_answer(answer: Answer | None, language: Language) -> str:
    return ANSWER_LABELS[answer.answer].render(language) if answer else _NO_ANSWER.render(language)
