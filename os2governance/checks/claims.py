"""Questionable claims: the texts beside an answer that do not support it.

All are warnings that quote the words concerned; the model defines those words (`doubts.yaml` in
its folder).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location, cap_items, make_finding
from os2governance.model.claim_phrases import (
    ClaimPhrases,
    ContradictingPhrases,
    read_claim_phrases,
)
from os2governance.product.declaration import Declaration

MAX_SHOWN_LENGTH = 100
MAX_READ_LENGTH = 20_000  # characters of one text
_ADDRESS = re.compile(r"(?:https?|file|ftp)://[^\s<>\"')\]]+", re.IGNORECASE)  # noqa: TID251 - our own pattern, no nested repetition


def check_claims(assessment: Assessment, others: Sequence[str] = ()) -> list[Finding]:
    """Findings of the questionable claims of a product, in file order.

    `others` are the ids and names of the other known products. Errors in the model's own
    `doubts.yaml` are reported too, since no claim can be checked then. The number of findings of
    each kind is capped.
    """
    known, wrong = read_claim_phrases(assessment.model)
    if known is None:
        return list(wrong)
    declaration = assessment.declaration
    if declaration is None:
        return []
    answers = _list_answer_texts(declaration)
    kinds = (
        _check_contradictions(answers, known),
        _check_private_references(answers, known),
        _check_private_fact_addresses(declaration, known),
        _check_placeholders(declaration, answers, known),
        _check_bulk_not_applicable(assessment, known),
        _check_copied_answers(declaration, answers, known, others),
        _check_same_evidence(assessment, known),
    )
    found = [each for kind in kinds for each in cap_items(kind)]
    return sorted(found, key=lambda each: (each.location, each.code))


@dataclass(frozen=True, kw_only=True, slots=True)
class _ClaimText:
    """A text in the declaration; texts among the facts belong to no answer."""

    text: str
    document: Document
    path: tuple[str | int, ...]
    criterion: str | None = None
    answer: str = ""
    key: str = ""

    @property
    def location(self) -> Location:
        """Location of the text; computed only for texts that are reported."""
        return self.document.locate(self.path)


def _list_answer_texts(declaration: Declaration) -> list[_ClaimText]:
    """All texts of the answers: for each answer its evidence, then its other texts."""
    document = declaration.document
    said = []
    where: tuple[str | int, ...]
    for name, each in declaration.answers.items():
        for number, text in enumerate(each.evidence):
            where = ("answers", name, "evidence", number)
            said.append(
                _ClaimText(
                    text=text[:MAX_READ_LENGTH],
                    document=document,
                    path=where,
                    criterion=name,
                    answer=each.answer,
                    key="evidence",
                )
            )
        for key, text in (
            ("note", each.note),
            ("explanation", each.explanation),
            ("reason", each.reason),
        ):
            if text and not text.isspace():
                where = ("answers", name, key)
                said.append(
                    _ClaimText(
                        text=text[:MAX_READ_LENGTH],
                        document=document,
                        path=where,
                        criterion=name,
                        answer=each.answer,
                        key=key,
                    )
                )
    return said


def _find_address_texts(
    value: Any, document: Document, path: tuple[str | int, ...]
) -> Iterator[_ClaimText]:
    """Yield the texts at or below a fact that may contain an address."""
    kind = type(value)
    if kind is str:
        yield _ClaimText(text=value[:MAX_READ_LENGTH], document=document, path=path)
        return
    items = value.items() if kind is dict else enumerate(value)
    for key, below in items:
        kind = type(below)
        if kind is dict or kind is list or (kind is str and "://" in below):
            yield from _find_address_texts(below, document, (*path, key))


def _shorten(words: str) -> str:
    one_line = " ".join(words.split())
    return (
        one_line if len(one_line) <= MAX_SHOWN_LENGTH else f"{one_line[: MAX_SHOWN_LENGTH - 1]}…"
    )


def _make_finding(code: str, claim: _ClaimText, words: str) -> Finding:
    """Make a finding about a text, quoting the words concerned."""
    name = claim.criterion
    about = f" ({name})" if name else ""
    return make_finding(code, claim.location, criterion=name, about=about, words=_shorten(words))


# -- contradicting text -------------------------------------------------------------------------


def _check_contradictions(
    answers: Sequence[_ClaimText], phrases: ClaimPhrases
) -> Iterator[Finding]:
    met = [said for said in answers if said.answer == "met" and said.key != "evidence"]
    plain = [_remove_addresses(said.text) for said in met]
    suspects = {
        number for words in phrases.contradicts for number in words.says.find_candidates(plain)
    }
    for number in sorted(suspects):
        words = _find_contradicting_words(plain[number], phrases.contradicts)
        if words:
            yield _make_finding("note-contradicts-answer", met[number], words)


def _remove_addresses(text: str) -> str:
    """The text on one line with each address replaced by a space: words there are no claim."""
    one_line = " ".join(text.split())
    return _ADDRESS.sub(" ", one_line) if "://" in one_line else one_line


def _find_contradicting_words(plain: str, languages: Sequence[ContradictingPhrases]) -> str | None:
    """The first contradicting words in a text, or None.

    They must match with and without the phrases that only look like contradictions; most texts
    contain neither.
    """
    for language in languages:
        if language.says.search(plain):
            found = language.says.search(language.unless.remove_matches(plain))
            if found:
                return str(found[1])
    return None


# -- references -----------------------------------------------------------------------------------


def _check_private_references(
    answers: Sequence[_ClaimText], phrases: ClaimPhrases
) -> Iterator[Finding]:
    """Yield references to private places, each once per answer."""
    pairs = [(reference, said) for said in answers for reference in _list_references(said)]
    told: set[tuple[str | None, str]] = set()
    for number in phrases.private.find_matching([reference for reference, _ in pairs]):
        reference, said = pairs[number]
        if (said.criterion, reference) not in told:
            yield _make_finding("evidence-not-public", said, reference)
            told.add((said.criterion, reference))


def _check_private_fact_addresses(
    declaration: Declaration, phrases: ClaimPhrases
) -> Iterator[Finding]:
    """Yield addresses of private places among the facts, each once per fact."""
    addresses = _ADDRESS.findall("\n".join(_collect_address_texts(declaration.facts, [])))
    private = {addresses[number] for number in phrases.private.find_matching(addresses)}
    if not private:
        return
    for said in _find_address_texts(declaration.facts, declaration.document, ("facts",)):
        for reference in dict.fromkeys(_list_references(said)):
            if reference in private:
                yield _make_finding("evidence-not-public", said, reference)


def _collect_address_texts(value: Any, texts: list[str]) -> list[str]:
    """Collect the texts of `_find_address_texts`, without locations: few products need those."""
    for below in value.values() if type(value) is dict else value:
        kind = type(below)
        if kind is str:
            if "://" in below:
                texts.append(below[:MAX_READ_LENGTH])
        elif kind is dict or kind is list:
            _collect_address_texts(below, texts)
    return texts


def _list_references(claim: _ClaimText) -> list[str]:
    """The addresses in a text; evidence without an address is itself a reference."""
    addresses = _ADDRESS.findall(claim.text) if "://" in claim.text else []
    return [claim.text.strip()] if claim.key == "evidence" and not addresses else addresses


def _check_placeholders(
    declaration: Declaration, answers: Sequence[_ClaimText], phrases: ClaimPhrases
) -> Iterator[Finding]:
    """Yield placeholders left in claims, evidence, reasons for not applicable, and declarers."""
    claims = [
        said
        for said in answers
        if said.key == "evidence"
        or said.answer in _CLAIMING_ANSWERS
        or (said.key == "reason" and said.answer == "not_applicable")
    ]
    by = declaration.declared_by[:MAX_READ_LENGTH]
    claims.append(_ClaimText(text=by, document=declaration.document, path=("declared", "by")))
    for number in phrases.placeholders.find_matching([said.text for said in claims]):
        said = claims[number]
        yield _make_finding("evidence-is-placeholder", said, said.text)


_CLAIMING_ANSWERS = frozenset({"met", "partly"})


# -- bulk not-applicable answers, and copies -----------------------------------------------------


def _check_bulk_not_applicable(assessment: Assessment, phrases: ClaimPhrases) -> Iterator[Finding]:
    """Yield levels and themes where too many criteria do not apply; distinct reasons excepted."""
    if phrases.bulk is None:
        return
    model, given = assessment.model, assessment.answers
    waved = [c for c in model.criteria if c.id in given and given[c.id].answer == "not_applicable"]
    enough, percent = phrases.bulk
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
            place = assessment.document.locate(("answers", names[0], "answer"))
            yield make_finding(
                "not-applicable-in-bulk",
                place,
                criterion=names[0],
                name=name,
                count=len(names),
                total=total,
                criteria=", ".join(names),
            )


def _check_copied_answers(
    declaration: Declaration,
    answers: Sequence[_ClaimText],
    phrases: ClaimPhrases,
    others: Sequence[str],
) -> Iterator[Finding]:
    """Yield the names of other products in several answers that do not name this product.

    An answer that names both may well compare them, or describe how they work together.
    """
    if phrases.copied is None:
        return
    own = _list_one_word_names((declaration.product, declaration.name))
    strangers = _list_one_word_names(tuple(others)) - own
    if not strangers or not strangers & _split_words(" ".join(said.text for said in answers)):
        return
    hits: dict[str, dict[str, _ClaimText]] = {}
    for said in answers:
        words = _split_words(said.text)
        if said.criterion and not words & own:
            for name in sorted(words & strangers):
                hits.setdefault(name, {}).setdefault(said.criterion, said)
    for name, found in hits.items():
        if len(found) >= phrases.copied:
            criterion, first = next(iter(found.items()))
            yield make_finding(
                "copied-answers",
                first.location,
                criterion=criterion,
                words=name,
                count=len(found),
                criteria=", ".join(found),
            )


def _check_same_evidence(assessment: Assessment, phrases: ClaimPhrases) -> Iterator[Finding]:
    """Yield references that document as many criteria as the model finds conspicuous."""
    if phrases.same_evidence is None:
        return
    uses: dict[str, dict[str, int]] = {}
    for name, answer in assessment.answers.items():
        for number, reference in enumerate(answer.evidence):
            same = reference.strip().rstrip("/").casefold()
            uses.setdefault(same, {}).setdefault(name, number)
    for names in uses.values():
        if len(names) >= phrases.same_evidence:
            first, number = next(iter(names.items()))
            yield make_finding(
                "evidence-same-everywhere",
                assessment.document.locate(("answers", first, "evidence", number)),
                criterion=first,
                count=len(names),
                criteria=", ".join(names),
                value=assessment.answers[first].evidence[number][:MAX_READ_LENGTH],
            )


def _split_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


@lru_cache(maxsize=64)
def _list_one_word_names(names: tuple[str, ...]) -> frozenset[str]:
    """The names that are single words, as they appear in texts and addresses."""
    words = {"".join(name.casefold().split()) for name in names}
    return frozenset(word for word in words if re.fullmatch(r"[^\W_]{4,}", word))
