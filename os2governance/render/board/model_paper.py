"""The board paper on a change of the model."""

from collections import Counter
from collections.abc import Iterable, Iterator

from os2governance.analysis.model_change_case import ModelCase, sides, touches
from os2governance.analysis.model_impact import Impact
from os2governance.i18n.text import either, listed, midsentence
from os2governance.model.model import Level, Model
from os2governance.model.versions import Difference
from os2governance.render.board import model_words as words
from os2governance.render.board.case_words import HEADINGS, JUDGEMENTS, NOBODY
from os2governance.render.common.paper import About, Bullets, Fill, Heading, Part, Rows, Said
from os2governance.render.model.impact_text import counted
from os2governance.render.model.versions_text import KINDS
from os2governance.version import VERSION

MANY = 8
"""More products than this are moved to an annex, to keep the paper short."""
FEW = 12
"""Most criteria named in one sentence."""


def model_paper(case: ModelCase) -> Iterator[Part]:
    """Yield the parts of the paper: six sections, then the annexes."""
    annexes = _lettered(case)
    names = _names(case)
    yield About(f"{case.before.reference}..{case.after.reference}")
    yield Heading(1, words.TITLE.format(**names))
    yield Heading(2, HEADINGS["purpose"])
    purpose = words.PURPOSE_DRAFT if _draft(case) else words.PURPOSE
    yield Said(purpose.format(**names))
    yield from _background(case)
    yield from _analysis(case, {title: letter for letter, title, _ in annexes})
    yield from _recommendation(case)
    yield from _consequences(case)
    yield from _conclusion(case)
    for letter, title, part in annexes:
        yield Heading(2, title.format(letter=letter), annex=letter == "A")
        yield part


def _draft(case: ModelCase) -> bool:
    """Whether both models are drafts of one version."""
    return case.before.reference == case.after.reference


def _names(case: ModelCase) -> dict[str, str]:
    deciders = [role.say("da") for role in case.deciders]
    deciders = [*deciders[:1], *map(midsentence, deciders[1:])]
    change = words.DRAFT if _draft(case) else words.CHANGE
    versions = {"before": case.before.version, "after": case.after.version}
    return {
        "model": case.after.name.say("da") or case.after.id,
        "change": change.format(**versions),
        "who": either(deciders, "da") or NOBODY,
        "before": case.before.reference,
        "after": case.after.reference,
    }


def _background(case: ModelCase) -> Iterator[Part]:
    yield Heading(2, HEADINGS["background"])
    about = _about("before", case.before) | _about("after", case.after)
    count = len(case.impacts)
    compared = (words.COMPARED_NONE, words.COMPARED_ONE)[count] if count < 2 else words.COMPARED  # noqa: PLR2004 - none, one, several
    said = compared.format(products=count, as_of=case.as_of)
    models = words.DRAFTED if _draft(case) else words.MODELS
    yield Said(f"{models.format(**about)} {said}")
    if case.unread:
        places = listed([each.place.file for each in case.unread], "da")
        yield Said(words.UNREAD.format(places=places))
    yield Fill("background", words.FILL["background"])


def _about(side: str, model: Model) -> dict[str, str | int]:
    on = words.PUBLISHED.format(on=model.published) if model.published else words.UNPUBLISHED
    return {
        side: model.reference,
        f"{side}_count": len(model.criteria),
        f"{side}_levels": len(model.levels),
        f"{side}_on": on,
    }


def _analysis(case: ModelCase, letters: dict[str, str]) -> Iterator[Part]:
    yield Heading(2, HEADINGS["analysis"])
    yield Heading(3, words.IN_MODEL)
    changes = tuple(_changes(case))
    yield Bullets(changes) if changes else Said(words.NOTHING)
    if case.differences:
        yield Said(words.LISTED.format(letter=letters[words.ANNEX_CRITERIA]))
    yield Heading(3, words.IN_PRODUCTS)
    if case.impacts:
        yield Said(_ways(case))
    yield Rows(words.SPREAD_HEAD, tuple(_spread(case)))
    yield from _criteria(case)
    touched = _touched(case)
    if not touched:
        yield Said(words.UNTOUCHED)
    elif len(touched) > MANY:
        letter = letters[words.ANNEX_PRODUCTS]
        yield Said(words.IN_ANNEX.format(count=len(touched), letter=letter))
    else:
        yield Said(words.TOUCHED)
        yield _products(touched)
    yield Heading(3, JUDGEMENTS)
    yield Fill("judgement", words.FILL["judgement"])
    yield Fill("hearing", words.FILL["hearing"])


def _changes(case: ModelCase) -> Iterator[str]:
    """Yield a line for each kind of change, with the criteria concerned."""
    for kind, word in KINDS.items():
        found = [_way(each) for each in case.differences if kind in each.kinds]
        if found:
            said = word.say("da")
            yield words.KIND.format(kind=said[:1].upper() + said[1:], names=_some(found))
    for text, levels in ((words.LEVELS, case.levels), (words.DROPPED, case.dropped)):
        if levels:
            yield text.format(names=listed([_level(each) for each in levels], "da"))
    if case.attainment:
        yield words.ATTAINMENT
    if case.vocabulary:
        yield words.VOCABULARY


def _way(each: Difference) -> str:
    before = " + ".join(each.before)
    if each.after is None or before in {"", each.after}:
        return each.after or before
    return f"{before} → {each.after}"


def _some(names: list[str]) -> str:
    """List names up to a limit, and count the others."""
    left = len(names) - FEW
    return listed([*names[:FEW], words.MORE.format(count=left)] if left > 0 else names, "da")


def _level(level: Level | None) -> str:
    return words.BELOW if level is None else level.name.say("da") or level.id


def _ways(case: ModelCase) -> str:
    counts = counted(case.impacts)
    ways = words.WAYS if counts["up"] or counts["down"] else words.NO_WAYS
    said = [ways] if case.impacts else []
    said += [words.APART] if counts["apart"] else []
    return " ".join(said).format(**counts)


def _spread(case: ModelCase) -> Iterator[tuple[str, ...]]:
    for level, before, after in case.spread:
        yield _level(level), str(before), str(after)


def _criteria(case: ModelCase) -> Iterator[Part]:
    """Yield the criteria that begin or cease to block products, with the number of products."""
    lines = []
    for text, key in ((words.STOPPING, "stopping"), (words.FREED, "freed")):
        times = Counter(name for each in case.impacts for name in getattr(each, key))
        if times:
            said = [words.TIMES.format(name=n, count=c) for n, c in times.most_common()]
            lines.append(text.format(names=_some(said)))
    if lines:
        yield Bullets(tuple(lines))


def _touched(case: ModelCase) -> list[Impact]:
    return [each for each in case.impacts if touches(each)]


def _products(impacts: Iterable[Impact]) -> Rows:
    return Rows(words.PRODUCT_HEAD, tuple(map(_product, impacts)))


def _product(impact: Impact) -> tuple[str, ...]:
    before, after = sides(impact)
    levels = []
    for side in (before, after):
        names = {level.id: _level(level) for level in side.model.levels}
        levels.append(names.get(side.levels.assessed or "", words.BELOW))
    return (
        after.declaration.name,
        *levels,
        _some(list(impact.stopping)),
        "; ".join(_to_do(impact)),
    )


def _to_do(impact: Impact) -> Iterator[str]:
    if impact.forbidden:
        count = len(impact.forbidden)
        yield words.MEND_ONE if count == 1 else words.MEND.format(count=count)
    if impact.again:
        yield words.AGAIN.format(names=_some(list(impact.again)))
    if impact.asked:
        yield words.ASK.format(names=_some([name for name, _ in impact.asked]))


def _recommendation(case: ModelCase) -> Iterator[Part]:
    text = words.RECOMMEND_DRAFT if _draft(case) else words.RECOMMEND
    yield Heading(2, HEADINGS["recommendation"])
    yield Said(text.format(**_names(case)))
    yield Fill("transition", words.FILL["transition"])


def _consequences(case: ModelCase) -> Iterator[Part]:
    names = _names(case)
    yield Heading(2, HEADINGS["consequences"])
    yield Bullets(tuple(_follows(case, names)))
    yield Fill("effects", words.FILL["effects"])


def _follows(case: ModelCase, names: dict[str, str]) -> Iterator[str]:
    if _draft(case):  # two models of one name
        names = names | words.DRAFT_SIDES
    yield words.YES.format(ways=_ways(case), **names)
    if case.undecided:
        placed = [each.explained.change.product for each in case.undecided]
        yield words.UNDECIDED.format(names=_some(placed))
    else:
        yield words.DECIDED
    again, asked, forbidden = (
        sum(bool(getattr(each, key)) for each in case.impacts)
        for key in ("again", "asked", "forbidden")
    )
    if again or asked:
        yield words.TODO.format(again=again, asked=asked)
    if forbidden:
        text = words.FORBIDDEN_ONE if forbidden == 1 else words.FORBIDDEN
        yield text.format(count=forbidden)
    yield words.NO.format(**names)
    yield words.LATER.format(**names)


def _conclusion(case: ModelCase) -> Iterator[Part]:
    names = _names(case)
    asked = [each.format(**names) for each in (words.ASKED_DRAFT if _draft(case) else words.ASKED)]
    if case.undecided:
        asked.append(words.ASKED_DECIDE)
    yield Heading(2, HEADINGS["conclusion"])
    yield Said(words.CONCLUDE.format(**names))
    yield Bullets(tuple(asked))
    yield Said(words.NEXT)


# -- annexes --------------------------------------------------------------------------------------


def _lettered(case: ModelCase) -> list[tuple[str, str, Part]]:
    """The non-empty annexes, each with its letter and title."""
    touched = _touched(case)
    made: list[tuple[str, Part | None]] = [
        (words.ANNEX_PRODUCTS, _products(touched) if len(touched) > MANY else None),
        (words.ANNEX_CRITERIA, _changed(case) if case.differences else None),
        (
            words.ANNEX_MEND,
            _mended(case) if any(each.forbidden for each in case.impacts) else None,
        ),
        (words.ANNEX_MADE, _made(case)),
    ]
    there = [(title, part) for title, part in made if part]
    return [(letter, title, part) for letter, (title, part) in zip("ABCD", there, strict=False)]


def _changed(case: ModelCase) -> Rows:
    return Rows(words.CRITERIA_HEAD, tuple(_difference(each, case) for each in case.differences))


def _difference(each: Difference, case: ModelCase) -> tuple[str, ...]:
    model, name = (case.after, each.after) if each.after else (case.before, each.before[0])
    names = {level.id: _level(level) for level in (*case.before.levels, *case.after.levels)}
    said = listed([KINDS[kind].say("da") for kind in each.kinds], "da")
    if each.levels:
        said += f" ({' → '.join(names[level] for level in each.levels)})"
    return " + ".join(each.before), each.after or "", model.by_id[name].title.say("da"), said


def _mended(case: ModelCase) -> Rows:
    found = (one for each in case.impacts for one in each.forbidden)
    return Rows(
        words.MEND_HEAD,
        tuple((str(one.place), one.message.say("da"), one.remedy.say("da")) for one in found),
    )


def _made(case: ModelCase) -> Bullets:
    models = (words.MADE_MODEL.format(reference=m.reference, digest=m.digest)
              for m in (case.before, case.after))  # fmt: skip
    files = dict(pair for each in case.impacts for pair in sides(each)[1].files.items())
    listed_files = (f"{name}: {digest}" for name, digest in sorted(files.items()))
    made = words.MADE.format(as_of=case.as_of)
    return Bullets((made, *models, *listed_files, f"os2governance {VERSION}"))
