"""Questionable claims: the texts beside an answer that do not support it.

All are warnings that quote the words concerned; the model defines those words (`doubts.yaml` in
its folder).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Place, enough, finding
from os2governance.model.claim_phrases import Doubts, Words, doubts_of
from os2governance.product.declaration import Declaration

LONGEST_SHOWN = 100
LONGEST_READ = 20_000  # characters of one text
_ADDRESS = re.compile(r"(?:https?|file|ftp)://[^\s<>\"')\]]+", re.IGNORECASE)  # noqa: TID251 - our own pattern, no nested repetition


def doubts(assessment: Assessment, others: Sequence[str] = ()) -> list[Finding]:
    """Findings of the questionable claims of a product, in file order.

    `others` are the ids and names of the other known products. Errors in the model's own
    `doubts.yaml` are reported too, since no claim can be checked then. The number of findings of
    each kind is capped.
    """
    known, wrong = doubts_of(assessment.model)
    if known is None:
        return list(wrong)
    declaration = assessment.declaration
    answers = _answers(declaration)
    kinds = (
        _contradicted(answers, known),
        _not_public(answers, known),
        _not_public_facts(declaration, known),
        _placeholders(declaration, answers, known),
        _in_bulk(assessment, known),
        _copied(declaration, answers, known, others),
    )
    found = [each for kind in kinds for each in enough(kind)]
    return sorted(found, key=lambda each: (each.place, each.code))


class _Said(NamedTuple):
    """A text in the declaration; texts among the facts belong to no answer."""

    text: str
    document: Document
    path: tuple[str | int, ...]
    criterion: str | None = None
    answer: str = ""
    key: str = ""

    @property
    def place(self) -> Place:
        """Location of the text; computed only for texts that are reported."""
        return self.document.place(self.path)


def _answers(declaration: Declaration) -> list[_Said]:
    """All texts of the answers: for each answer its evidence, then its other texts."""
    document = declaration.document
    said = []
    where: tuple[str | int, ...]
    for name, (answer, evidence, note, explanation, reason, _) in declaration.answers.items():
        for number, text in enumerate(evidence):
            where = ("answers", name, "evidence", number)
            said.append(_Said(text[:LONGEST_READ], document, where, name, answer, "evidence"))
        for key, text in (("note", note), ("explanation", explanation), ("reason", reason)):
            if text and not text.isspace():
                where = ("answers", name, key)
                said.append(_Said(text[:LONGEST_READ], document, where, name, answer, key))
    return said


def _facts(value: Any, document: Document, path: tuple[str | int, ...]) -> Iterator[_Said]:
    """Yield the texts at or below a fact that may contain an address."""
    kind = type(value)
    if kind is str:
        yield _Said(value[:LONGEST_READ], document, path)
        return
    items = value.items() if kind is dict else enumerate(value)
    for key, below in items:
        kind = type(below)
        if kind is dict or kind is list or (kind is str and "://" in below):
            yield from _facts(below, document, (*path, key))


def _shown(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_SHOWN else f"{one_line[: LONGEST_SHOWN - 1]}…"


def _found(code: str, said: _Said, words: str) -> Finding:
    """Make a finding about a text, quoting the words concerned."""
    name = said.criterion
    about = f" ({name})" if name else ""
    return finding(code, said.place, criterion=name, about=about, words=_shown(words))


# -- contradicting text -------------------------------------------------------------------------


def _contradicted(answers: Sequence[_Said], known: Doubts) -> Iterator[Finding]:
    met = [said for said in answers if said.answer == "met" and said.key != "evidence"]
    plain = [_without_addresses(said.text) for said in met]
    suspects = {number for words in known.contradicts for number in words.says.suspects(plain)}
    for number in sorted(suspects):
        words = _against(plain[number], known.contradicts)
        if words:
            yield _found("note-contradicts-answer", met[number], words)


def _without_addresses(text: str) -> str:
    """The text on one line with each address replaced by a space: words there are no claim."""
    one_line = " ".join(text.split())
    return _ADDRESS.sub(" ", one_line) if "://" in one_line else one_line


def _against(plain: str, languages: Sequence[Words]) -> str | None:
    """The first contradicting words in a text, or None.

    They must match with and without the phrases that only look like contradictions; most texts
    contain neither.
    """
    for language in languages:
        if language.says.search(plain):
            found = language.says.search(language.unless.left_out(plain))
            if found:
                return str(found[1])
    return None


# -- references -----------------------------------------------------------------------------------


def _not_public(answers: Sequence[_Said], known: Doubts) -> Iterator[Finding]:
    """Yield references to private places, each once per answer."""
    pairs = [(reference, said) for said in answers for reference in _references(said)]
    told: set[tuple[str | None, str]] = set()
    for number in known.private.holding([reference for reference, _ in pairs]):
        reference, said = pairs[number]
        if (said.criterion, reference) not in told:
            yield _found("evidence-not-public", said, reference)
            told.add((said.criterion, reference))


def _not_public_facts(declaration: Declaration, known: Doubts) -> Iterator[Finding]:
    """Yield addresses of private places among the facts, each once per fact."""
    addresses = _ADDRESS.findall("\n".join(_with_addresses(declaration.facts, [])))
    private = {addresses[number] for number in known.private.holding(addresses)}
    if not private:
        return
    for said in _facts(declaration.facts, declaration.document, ("facts",)):
        for reference in dict.fromkeys(_references(said)):
            if reference in private:
                yield _found("evidence-not-public", said, reference)


def _with_addresses(value: Any, found: list[str]) -> list[str]:
    """Collect the texts of `_find_address_texts`, without locations: few products need those."""
    for below in value.values() if type(value) is dict else value:
        kind = type(below)
        if kind is str:
            if "://" in below:
                found.append(below[:LONGEST_READ])
        elif kind is dict or kind is list:
            _with_addresses(below, found)
    return found


def _references(said: _Said) -> list[str]:
    """The addresses in a text; evidence without an address is itself a reference."""
    addresses = _ADDRESS.findall(said.text) if "://" in said.text else []
    return [said.text.strip()] if said.key == "evidence" and not addresses else addresses


def _placeholders(
    declaration: Declaration, answers: Sequence[_Said], known: Doubts
) -> Iterator[Finding]:
    """Yield placeholders left in claims, evidence, reasons for not applicable, and declarers."""
    claims = [
        said
        for said in answers
        if said.key == "evidence"
        or said.answer in _CLAIMS
        or (said.key == "reason" and said.answer == "not_applicable")
    ]
    by = declaration.declared_by[:LONGEST_READ]
    claims.append(_Said(by, declaration.document, ("declared", "by")))
    for number in known.placeholders.holding([said.text for said in claims]):
        said = claims[number]
        yield _found("evidence-is-placeholder", said, said.text)


_CLAIMS = frozenset({"met", "partly"})


# -- bulk not-applicable answers, and copies -----------------------------------------------------


def _in_bulk(assessment: Assessment, known: Doubts) -> Iterator[Finding]:
    """Yield levels and themes where too many criteria do not apply; distinct reasons excepted."""
    if known.bulk is None:
        return
    model, given = assessment.model, assessment.declaration.answers
    waved = [c for c in model.criteria if c.id in given and given[c.id].answer == "not_applicable"]
    enough, percent = known.bulk
    if len(waved) < enough:
        return
    groups = [
        *((level.name, "level", level.id) for level in model.levels),
        *((theme.name, "theme", theme.id) for theme in model.themes),
    ]
    for name, kind, id_ in groups:
        names = [c.id for c in waved if getattr(c, kind) == id_]
        if len(names) < enough:
            continue
        reasons = {" ".join(given[each].reason.lower().split()) for each in names} - {""}
        if len(reasons) == len(names):
            continue
        total = sum(getattr(c, kind) == id_ for c in model.criteria)
        if len(names) * 100 >= percent * total:
            place = assessment.declaration.document.place(("answers", names[0], "answer"))
            yield finding(
                "not-applicable-in-bulk",
                place,
                criterion=names[0],
                name=name,
                count=len(names),
                total=total,
                criteria=", ".join(names),
            )


def _copied(
    declaration: Declaration, answers: Sequence[_Said], known: Doubts, others: Sequence[str]
) -> Iterator[Finding]:
    """Yield the names of other products in several answers that do not name this product.

    An answer that names both may well compare them, or describe how they work together.
    """
    if known.copied is None:
        return
    own = _names((declaration.product, declaration.name))
    strangers = _names(tuple(others)) - own
    if not strangers or not strangers & _words(" ".join(said.text for said in answers)):
        return
    hits: dict[str, dict[str, _Said]] = {}
    for said in answers:
        words = _words(said.text)
        if said.criterion and not words & own:
            for name in sorted(words & strangers):
                hits.setdefault(name, {}).setdefault(said.criterion, said)
    for name, found in hits.items():
        if len(found) >= known.copied:
            criterion, first = next(iter(found.items()))
            yield finding(
                "copied-answers",
                first.place,
                criterion=criterion,
                words=name,
                count=len(found),
                criteria=", ".join(found),
            )


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


@lru_cache(maxsize=64)
def _names(names: tuple[str, ...]) -> frozenset[str]:
    """The names that are single words, as they appear in texts and addresses."""
    words = {"".join(name.casefold().split()) for name in names}
    return frozenset(word for word in words if re.fullmatch(r"[^\W_]{4,}", word))
