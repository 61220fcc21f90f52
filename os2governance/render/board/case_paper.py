"""The board paper on a product's level."""

from collections import Counter
from collections.abc import Iterator

from os2governance.analysis.attribution import Explained
from os2governance.analysis.board_case import Case
from os2governance.analysis.forecast import Turn
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import KIND, STANDING
from os2governance.i18n.text import either, listed, midsentence
from os2governance.render.board import case_words as words
from os2governance.render.changes.product_text import change_lines
from os2governance.render.changes.words import causes_said, sides_said, title_said
from os2governance.render.common.paper import About, Bullets, Fill, Heading, Part, Rows, Said
from os2governance.render.forecast.text import outcome_said
from os2governance.version import VERSION

MANY = 8
"""More deviations than this are moved to an annex, to keep the paper short."""
FEW = 5
"""Most turning points listed in the paper."""


def paper(case: Case) -> Iterator[Part]:
    """Yield the parts of the paper: six sections, then the annexes."""
    yield About(case.assessment.declaration.product)
    yield Heading(1, words.TITLE.format(**_names(case)))
    yield from _purpose(case)
    yield from _background(case)
    yield from _analysis(case)
    yield from _recommendation(case)
    yield from _consequences(case)
    yield from _conclusion(case)
    yield from _annexes(case)


def _names(case: Case) -> dict[str, str]:
    deciders = [role.say("da") for role in case.deciders]
    deciders = [*deciders[:1], *map(midsentence, deciders[1:])]
    return {
        "name": case.assessment.declaration.name,
        "level": case.level.name.say("da") or case.level.id,
        "who": either(deciders, "da") or words.NOBODY,
    }


def _level(case: Case, name: str) -> str:
    level = getattr(case.assessment.levels, name)
    if level is None:
        if name == "evaluated" and case.assessment.evaluation:
            return words.BELOW
        return _NO_LEVEL.get(name, words.NOT_SAID)
    names = {each.id: each.name.say("da") or each.id for each in case.assessment.model.levels}
    return names[level]


_NO_LEVEL = {
    **dict.fromkeys(("assessed", "fully", "possible"), words.BELOW),
    "placed": words.NOT_PLACED,
}


def _criteria(outcomes: tuple[Outcome, ...]) -> str:
    return listed([o.criterion.id for o in outcomes], "da")


def _named(outcome: Outcome) -> str:
    name, title = outcome.criterion.id, outcome.criterion.title.say("da")
    return name if title in {"", name} else f"{name} {title}"


def _result(outcome: Outcome) -> str:
    return words.UNKNOWN if outcome.status == "unknown" else words.WORDS[outcome.status]


def _purpose(case: Case) -> Iterator[Part]:
    yield Heading(2, words.HEADINGS["purpose"])
    purpose = words.PURPOSE_KEPT if case.kept else words.PURPOSE
    yield Said(f"{purpose.format(**_names(case))} {words.SOURCES[case.source]}")


def _background(case: Case) -> Iterator[Part]:
    declaration, evaluation = case.assessment.declaration, case.assessment.evaluation
    yield Heading(2, words.HEADINGS["background"])
    stated = words.STATED.format(
        name=declaration.name,
        kind=KIND[declaration.kind].say("da"),
        standing=STANDING[case.assessment.standing].say("da"),
        declared=declaration.declared_on,
        by=declaration.declared_by,
    )
    said = (
        words.EVALUATED.format(on=evaluation.on, by=evaluation.by)
        if evaluation
        else words.NOT_EVALUATED
    )
    yield Said(f"{stated} {said}")
    if case.remarks:
        yield Bullets(tuple(each.message.say("da") for each in case.remarks))
    yield from _since(case)
    yield Fill("background", words.FILL["background"])


def _since(case: Case) -> Iterator[Part]:
    since = case.since
    if since.last is None:
        yield Said(words.NO_LAST)
        return
    yield Said(words.LAST.format(on=since.last.on, what=words.DECISIONS[since.last.decision]))
    items = [words.SINCE_EVALUATION.format(on=each.on) for each in since.evaluations]
    if since.declared:
        items.append(words.SINCE_DECLARED.format(on=since.declared))
    items += [words.SINCE_EXPIRED.format(name=_named(each)) for each in since.expired]
    if since.found:
        items += list(_changed(since.found)) or [words.SINCE_SAME]
    yield Bullets(tuple(items) or (words.SINCE_NOTHING,))
    yield Said(words.SINCE_FILES if since.found else words.SINCE_RECORD)


def _changed(found: Explained) -> Iterator[str]:
    """Yield the changed levels and criteria, with causes; surplus criteria are only named.

    The other levels computed from the criteria are left to the table.
    """
    levels = (each for each in found.levels if each.name not in {"fully", "possible"})
    for part in (*levels, *found.outcomes[:FEW]):
        before, after = sides_said(part, found, "da")
        title, causes = title_said(part, found, "da"), causes_said(part, "da")
        said = {"title": title, "before": before, "after": after, "causes": causes}
        yield words.SINCE_CHANGED.format_map(said)
    left = [part.name for part in found.outcomes[FEW:]]
    if left:
        yield words.SINCE_MORE.format(names=listed(left, "da"))


def _analysis(case: Case) -> Iterator[Part]:
    yield Heading(2, words.HEADINGS["analysis"])
    yield Heading(3, words.FACTS)
    yield Rows(
        words.LEVEL_HEAD,
        tuple((word, _level(case, name)) for name, word in words.LEVELS.items()),
    )
    names, between = _names(case), case.between
    if between:
        yield Said(words.BETWEEN.format(count=len(between), names=_criteria(between), **names))
    else:
        yield Said(words.AGREES.format(**names))
    if case.reserved:
        yield Said(words.RESERVED.format(names=_criteria(case.reserved)))
    yield Heading(3, words.JUDGEMENTS)
    if case.differing:
        letter = "B" if len(between) > MANY else "A"
        count, how = len(case.differing), listed(list(_differs(case)), "da")
        yield Said(words.DIFFERS.format(count=count, how=how, letter=letter))
    elif case.assessment.evaluation:
        yield Said(words.SAME)
    yield Fill("judgement", words.FILL["judgement"])
    yield Fill("dialogue", words.FILL["dialogue"])


def _differs(case: Case) -> Iterator[str]:
    """Yield how many criteria have a milder, stricter or open rating; zero counts are omitted."""
    ways = Counter(_way(each) for each in case.differing)
    for way in (words.OPEN, words.MILDER, words.STRICTER):
        if ways[way]:
            yield way.format(count=ways[way])


def _way(outcome: Outcome) -> str:
    if outcome.status == "unknown":
        return words.OPEN
    milder = _RANK[_light_of(outcome)] > _RANK[outcome.status]
    return words.MILDER if milder else words.STRICTER


_RANK = {"unknown": 0, "unmet": 1, "partly": 2, "met": 3, "not_applicable": 4}


def _light_of(outcome: Outcome) -> str:
    return outcome.light.light if outcome.light else "unknown"


def _recommendation(case: Case) -> Iterator[Part]:
    count = len(case.between)
    yield Heading(2, words.HEADINGS["recommendation"])
    if not count:
        text = words.RECOMMEND_KEPT if case.kept else words.RECOMMEND
    elif count > MANY:
        text = words.IN_ANNEX_KEPT if case.kept else words.IN_ANNEX
    else:
        text = words.RECOMMEND_KEPT_WITH if case.kept else words.RECOMMEND_WITH
    yield Said(text.format(count=count, letter="A", **_names(case)))
    if 0 < count <= MANY:
        yield _lines(case)


def _lines(case: Case) -> Rows:
    until = case.until.isoformat()
    return Rows(
        words.LINE_HEAD,
        tuple(
            (_named(o), _result(o), _light(o), o.criterion.remedy.say("da"), until, "")
            for o in case.between
        ),
    )


def _consequences(case: Case) -> Iterator[Part]:
    names = _names(case) | {"placed": _level(case, "placed")}
    yield Heading(2, words.HEADINGS["consequences"])
    yes = words.YES if case.between else words.YES_AGREE
    no = words.NO_KEPT if case.kept else words.NO
    wording = words.TURNS if case.turns else words.QUIET
    names["turns"] = wording.format(until=case.until)
    yield Bullets(tuple(each.format(**names) for each in (yes, no, words.LATER)))
    if case.turns:
        yield Bullets(tuple(_turns(case.turns)))
    expiring = tuple(_expires(each) for each in case.expiring)
    if expiring:
        yield Bullets(expiring)
    yield Fill("consequences", words.FILL["consequences"])


def _turns(turns: tuple[Turn, ...]) -> Iterator[str]:
    for turn in turns[:FEW]:
        what = [*change_lines(turn.change, "da")]
        what = what or [f"{_named(t.after)}: {outcome_said(t, 'da')}" for t in turn.turned]
        yield words.TURN.format(on=turn.on, what="; ".join(what))
    if len(turns) > FEW:
        yield words.MORE.format(count=len(turns) - FEW)


def _expires(outcome: Outcome) -> str:
    acceptance = outcome.deviation.acceptance if outcome.deviation else None
    until = acceptance.until if acceptance else None
    return words.EXPIRES.format(until=until, name=_named(outcome))


def _conclusion(case: Case) -> Iterator[Part]:
    names = _names(case)
    yield Heading(2, words.HEADINGS["conclusion"])
    yield Said(words.CONCLUDE.format(**names))
    first, then = words.ASKED
    asked = [words.ASKED_KEPT if case.kept else first, *([then] if case.between else [])]
    yield Bullets(tuple(each.format(**names) for each in asked))
    yield Said(words.NEXT)


def _annexes(case: Case) -> Iterator[Part]:
    """Yield the annexes, lettered; the first begins a new page."""
    letters = iter("ABCD")
    made = [
        (words.ANNEX_A, _lines(case) if len(case.between) > MANY else None),
        (words.ANNEX_B, _lights(case) if case.differing else None),
        (words.ANNEX_C, _all(case)),
        (words.ANNEX_D, _made(case)),
    ]
    for title, part in made:
        if part:
            letter = next(letters)
            yield Heading(2, title.format(letter=letter), annex=letter == "A")
            yield part


def _lights(case: Case) -> Rows:
    return Rows(words.DIFFER_HEAD, tuple(_beside(each) for each in case.differing))


def _all(case: Case) -> Rows:
    outcomes, model = case.assessment.outcomes, case.assessment.model
    levels = {level.id: level.name.say("da") or level.id for level in model.levels}
    rows = ((levels[o.criterion.level], _named(o), _result(o), _light(o)) for o in outcomes)
    return Rows(words.ALL_HEAD, tuple(rows))


def _made(case: Case) -> Bullets:
    assessment, model = case.assessment, case.assessment.model
    made = words.MADE.format(as_of=assessment.as_of, model=model.reference, digest=model.digest)
    files = (f"{name}: {digest}" for name, digest in assessment.files.items())
    return Bullets((made, *files, f"os2governance {VERSION}"))


def _beside(outcome: Outcome) -> tuple[str, ...]:
    answer = words.WORDS[outcome.answer.answer] if outcome.answer else words.NO_ANSWER
    grounds = outcome.light.grounds if outcome.light else ""
    return (_named(outcome), _light(outcome), answer, _result(outcome), grounds)


def _light(outcome: Outcome) -> str:
    return words.WORDS[outcome.light.light] if outcome.light else words.NO_LIGHT
