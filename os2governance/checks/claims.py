"""Questionable claims: the texts beside an answer that do not support it.

They quote the words concerned; the model defines those words (`doubts.yaml` in
its folder).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from os2governance.assessment.levels import Assessment
from os2governance.checks.claim_texts import (
    MAX_READ_LENGTH,
    ClaimText,
    list_answer_texts,
    make_claim_finding,
    remove_addresses,
)
from os2governance.checks.references import check_references
from os2governance.findings.finding import Finding, cap_items, make_finding
from os2governance.model.claim_phrases import (
    ClaimPhrases,
    ContradictingPhrases,
    read_claim_phrases,
)
from os2governance.product.declaration import Declaration


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
    answers = list_answer_texts(declaration)
    kinds = (
        _check_contradictions(answers, known),
        check_references(declaration, answers, known),
        _check_empty_texts(declaration, answers, known),
        _check_bulk_not_applicable(assessment, known),
        _check_copied_answers(declaration, answers, known, others),
        _check_same_evidence(assessment, known),
    )
    found = [each for kind in kinds for each in cap_items(kind)]
    return sorted(found, key=lambda each: (each.location, each.code))


# -- contradicting text -------------------------------------------------------------------------


def _check_contradictions(
    answers: Sequence[ClaimText], phrases: ClaimPhrases
) -> Iterator[Finding]:
    """Yield texts that say less than the answer "met", or more than the answer "not met"."""
    words = [said for said in answers if said.key != "evidence"]
    met = [said for said in words if said.answer == "met"]
    for said, found in _find_phrases(met, phrases.contradicts):
        if not phrases.documents_nothing(said.text):
            yield make_claim_finding("note-contradicts-answer", said, found)
    unmet = [said for said in words if said.answer == "unmet"]
    for said, found in _find_phrases(unmet, phrases.understates):
        yield make_claim_finding("answer-below-note", said, found)


def _find_phrases(
    claims: Sequence[ClaimText], languages: Sequence[ContradictingPhrases]
) -> Iterator[tuple[ClaimText, str]]:
    """Yield the texts with phrases, and the first of each."""
    plain = [remove_addresses(said.text) for said in claims]
    suspects = {number for words in languages for number in words.says.find_candidates(plain)}
    for number in sorted(suspects):
        words = _find_contradicting_words(plain[number], languages)
        if words:
            yield claims[number], words


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


# -- texts that document nothing ------------------------------------------------------------------


def _check_empty_texts(
    declaration: Declaration, answers: Sequence[ClaimText], phrases: ClaimPhrases
) -> Iterator[Finding]:
    """Yield texts that nobody filled in, that only repeat the answer, or that promise a document.

    They are looked for in claims, evidence, reasons for not applicable, and who declares.
    """
    by = ClaimText(
        text=declaration.declared_by[:MAX_READ_LENGTH],
        document=declaration.document,
        path=("declared", "by"),
    )
    claims = [
        *(said for said in answers if _should_document(said)),
        by,
    ]
    for number in phrases.placeholders.find_matching([said.text for said in claims]):
        yield make_claim_finding("evidence-is-placeholder", claims[number], claims[number].text)
    claims = [said for said in answers if said.claims]
    empty = set(phrases.says_nothing.find_matching([said.text for said in claims]))
    for number in sorted(empty):
        yield make_claim_finding("evidence-says-nothing", claims[number], claims[number].text)
    rest = [said for number, said in enumerate(claims) if number not in empty]
    for said, words in _find_phrases(rest, phrases.on_request):
        yield make_claim_finding("evidence-on-request", said, words)


def _should_document(said: ClaimText) -> bool:
    waived = said.key == "reason" and said.answer == "not_applicable"
    return said.key == "evidence" or said.claims or waived


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
    answers: Sequence[ClaimText],
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
    hits: dict[str, dict[str, ClaimText]] = {}
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
