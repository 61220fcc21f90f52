"""Claims that a careful reader would doubt: what is said beside an answer does not bear it out.

All are warnings with the words that gave rise to them; which words those are is the model's to
say (`doubts.yaml` in its folder).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from os2governance.assessment import Assessment
from os2governance.bilingual import Text
from os2governance.declaration import Answer
from os2governance.doubtfile import Doubts, Phrases, Words, doubts_of
from os2governance.finding import Finding, Place, finding
from os2governance.model import Criterion

LONGEST_SHOWN = 100
LONGEST_READ = 20_000  # characters of one text
_ADDRESS = re.compile(r"(?:https?|file|ftp)://[^\s<>\"')\]]+", re.IGNORECASE)  # noqa: TID251 - ours, no repetition within another


def doubts(assessment: Assessment, others: Sequence[str] = ()) -> list[Finding]:
    """Find the doubtful claims of a product, in the order of its file.

    `others` are the ids and names of the other products that are known. What is wrong with the
    model's own file of doubts is found too, since nothing can be doubted then.
    """
    known, wrong = doubts_of(assessment.model)
    if known is None:
        return list(wrong)
    found = [
        *_contradicted(assessment, known),
        *_not_public(assessment, known),
        *_placeholders(assessment, known),
        *_in_bulk(assessment, known),
        *_copied(assessment, known, others),
    ]
    return sorted(found, key=lambda each: (each.place, each.code))


class _Said(NamedTuple):
    """A text that stands somewhere in the declaration; `criterion` is None among the facts."""

    text: str
    place: Place
    criterion: Criterion | None
    key: str


def _answers(assessment: Assessment) -> Iterator[tuple[Criterion, Answer]]:
    given = assessment.declaration.answers
    for criterion in assessment.model.criteria:
        if criterion.id in given:
            yield criterion, given[criterion.id]


def _texts(assessment: Assessment, criterion: Criterion, answer: Answer) -> Iterator[_Said]:
    """Give all that stands beside an answer: its evidence, then its texts."""
    document = assessment.declaration.document
    for number, text in enumerate(answer.evidence):
        place = document.place(("answers", criterion.id, "evidence", number))
        yield _Said(text[:LONGEST_READ], place, criterion, "evidence")
    for key in ("note", "explanation", "reason"):
        text = getattr(answer, key)
        if text.strip():
            place = document.place(("answers", criterion.id, key))
            yield _Said(text[:LONGEST_READ], place, criterion, key)


def _shown(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_SHOWN else f"{one_line[: LONGEST_SHOWN - 1]}…"


def _found(code: str, said: _Said, words: str) -> Finding:
    """Make a finding about a text, with the words that gave rise to it."""
    name = said.criterion.id if said.criterion else None
    about = Text(*[f" ({name})" if name else ""] * 2)
    return finding(code, said.place, criterion=name, about=about, words=_shown(words))


# -- text that says otherwise -------------------------------------------------------------------


def _contradicted(assessment: Assessment, known: Doubts) -> Iterator[Finding]:
    for criterion, answer in _answers(assessment):
        if answer.answer != "met":
            continue
        for said in _texts(assessment, criterion, answer):
            words = None if said.key == "evidence" else _against(said.text, known.contradicts)
            if words:
                yield _found("note-contradicts-answer", said, words)


def _against(text: str, languages: Sequence[Words]) -> str | None:
    """Give the first words in a text that say no, or None.

    They must be there with and without what only looks so; most texts have none of either.
    """
    plain = _ADDRESS.sub(" ", " ".join(text.split()))
    for language in languages:
        if _first(plain, language.says) is None:
            continue
        left = plain
        for phrase in language.unless.tried:
            left = phrase.sub(" - ", left)
        if words := _first(left, language.says):
            return words
    return None


def _first(text: str, phrases: Phrases) -> str | None:
    """Give the words in a text that come first, the longest of them."""
    hits = [match for match in (phrase.search(text) for phrase in phrases.tried) if match]
    first = min(hits, key=lambda match: (match.start(1), -match.end(1)), default=None)
    return first and str(first[1])


# -- references -----------------------------------------------------------------------------------


def _not_public(assessment: Assessment, known: Doubts) -> Iterator[Finding]:
    """Find references into private places; the same one is found once in each answer."""
    told: set[tuple[str, str]] = set()
    for said in _all_texts(assessment):
        references = _ADDRESS.findall(said.text)
        if said.key == "evidence" and not references:
            references = [said.text.strip()]
        for reference in references:
            about = said.criterion.id if said.criterion else str(said.place)
            if (about, reference) in told or not _private(reference, known):
                continue
            told.add((about, reference))
            yield _found("evidence-not-public", said, reference)


def _private(reference: str, known: Doubts) -> bool:
    return any(pattern.match(reference) for pattern in known.private.tried)


def _all_texts(assessment: Assessment) -> Iterator[_Said]:
    """Give the texts of all answers and facts."""
    for criterion, answer in _answers(assessment):
        yield from _texts(assessment, criterion, answer)
    yield from _facts(assessment, assessment.declaration.facts, ("facts",))


def _facts(assessment: Assessment, value: Any, path: tuple[str | int, ...]) -> Iterator[_Said]:
    if isinstance(value, str):
        place = assessment.declaration.document.place(path)
        yield _Said(value[:LONGEST_READ], place, None, "fact")
    elif isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, below in items:
            yield from _facts(assessment, below, (*path, key))


def _placeholders(assessment: Assessment, known: Doubts) -> Iterator[Finding]:
    for criterion, answer in _answers(assessment):
        for said in _texts(assessment, criterion, answer):
            claimed = said.key == "evidence" or answer.answer in {"met", "partly"}
            if claimed and any(p.fullmatch(said.text) for p in known.placeholders.tried):
                yield _found("evidence-is-placeholder", said, said.text)


# -- waved away, and copied ----------------------------------------------------------------------


def _in_bulk(assessment: Assessment, known: Doubts) -> Iterator[Finding]:
    """Find a level or a theme of which so much does not apply; own reasons for each are none."""
    if known.bulk is None:
        return
    model, given = assessment.model, assessment.declaration.answers
    groups = [
        (level.name, [c for c in model.criteria if c.level == level.id]) for level in model.levels
    ]
    groups += [
        (theme.name, [c for c in model.criteria if c.theme == theme.id]) for theme in model.themes
    ]
    for name, criteria in groups:
        waved = [
            c.id for c in criteria if c.id in given and given[c.id].answer == "not_applicable"
        ]
        reasons = {" ".join(given[id_].reason.lower().split()) for id_ in waved} - {""}
        enough, percent = known.bulk
        many = len(waved) >= enough and len(waved) * 100 >= percent * len(criteria)
        if many and len(reasons) < len(waved):
            place = assessment.declaration.document.place(("answers", waved[0], "answer"))
            yield finding(
                "not-applicable-in-bulk",
                place,
                criterion=waved[0],
                name=name,
                count=len(waved),
                total=len(criteria),
                criteria=", ".join(waved),
            )


def _copied(assessment: Assessment, known: Doubts, others: Sequence[str]) -> Iterator[Finding]:
    """Find another product's name in several answers that do not name this product.

    An answer that names both may well compare them, or say how they work together.
    """
    if known.copied is None:
        return
    own = _names([assessment.declaration.product, assessment.declaration.name])
    strangers = _names(others) - own
    hits: dict[str, list[_Said]] = {}
    for criterion, answer in _answers(assessment):
        told: set[str] = set()
        for said in _texts(assessment, criterion, answer):
            words = set(re.findall(r"[^\W_]+", said.text.casefold()))
            if words & own:
                continue
            for name in sorted(words & strangers - told):
                told.add(name)
                hits.setdefault(name, []).append(said)
    for name, found in hits.items():
        if len(found) >= known.copied:
            criteria = [said.criterion.id for said in found if said.criterion]
            yield finding(
                "copied-answers",
                found[0].place,
                criterion=criteria[0],
                words=name,
                count=len(found),
                criteria=", ".join(criteria),
            )


def _names(names: Sequence[str]) -> set[str]:
    """Give the names that are one word, as they are found in texts and addresses."""
    words = {"".join(name.casefold().split()) for name in names}
    return {word for word in words if re.fullmatch(r"[^\W_]{4,}", word)}
