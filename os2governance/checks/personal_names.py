"""Names of persons where a role and an organisation would do.

A name is known by a given name before another name, or by what it stands behind: a role, or `v/`.
What is an organisation's, a place's or a role's is no person's. Too few is better than one that is
wrong: single names are found only right behind a role and a colon.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from os2governance.documents.text_reader import locate_end_of
from os2governance.findings.finding import Finding, make_finding
from os2governance.model.person_terms import PersonTerms

MAX_NAME_FINDINGS = 20
"""Findings of this kind in one file; a file with more contains a list of people."""
MAX_NAME_WORDS = 6
_LOOK_BACK = 80  # bytes before a name


class PersonName(NamedTuple):
    """A name in a text, from start to end in characters."""

    start: int
    end: int


def check_personal_names(file: str, text: str, terms: PersonTerms) -> Iterator[Finding]:
    """Yield persons' names anywhere in a file, comments included; findings never repeat them."""
    for name in islice(find_names(text, terms), MAX_NAME_FINDINGS):
        yield make_finding("personal-name", locate_end_of(text[: name.start], file))


def find_names(text: str, terms: PersonTerms) -> Iterator[PersonName]:
    """Yield the persons' names in a text, in their order."""
    data = text.encode("utf-8", "replace")
    at = counted = 0  # how many letters are before a byte: names come in their order
    for match in terms.runs.finditer(data):
        start, end = match.span(1)
        words = _split_words(data[start:end])
        before = data[max(start - _LOOK_BACK, 0) : start].decode(errors="ignore")
        after = data[end : end + _LOOK_BACK].decode(errors="ignore")
        for first, last in _find_in_run([word for word, _, _ in words], before, after, terms):
            from_, to = start + words[first][1], start + words[last][2]
            at += len(data[counted:from_].decode())
            counted = from_
            yield PersonName(at, at + len(data[from_:to].decode()))


def _split_words(run: bytes) -> list[tuple[str, int, int]]:
    """The words of a run, each with its start and end in bytes."""
    words = []
    at = 0
    for word in run.split():
        at = run.index(word, at)
        words.append((word.decode(errors="replace"), at, at + len(word)))
        at += len(word)
    return words


def _find_in_run(
    words: Sequence[str], before: str, after: str, terms: PersonTerms
) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each name in a run of words with capital letters."""
    if len(words) == 1 and not (
        before.rstrip().endswith((":", "/")) and terms.is_given_name(words[0])
    ):
        return
    at = 0
    while at < len(words):
        if terms.is_role(words[at]):
            before, at = f"{words[at]} ", at + 1
            continue
        end = _find_name_end(words, at, terms)
        beside = (
            terms.is_organisation(words[end]) if end < len(words) else _is_company(after, terms)
        )
        if end > at and not beside and _is_person(words[at:end], before, terms):
            yield at, end - 1
            at = end
        else:
            at += 1
        before = ""


def _find_name_end(words: Sequence[str], start: int, terms: PersonTerms) -> int:
    """The end of the words from a start that may be one name."""
    end = start
    while end < min(len(words), start + MAX_NAME_WORDS):
        if terms.is_organisation(words[end]) or terms.is_role(words[end]):
            break
        end += 1
    while end > start and words[end - 1].casefold() in terms.particles:
        end -= 1
    return end


def _is_person(words: Sequence[str], before: str, terms: PersonTerms) -> bool:
    placed = terms.role_before.search(before) or terms.with_before.search(before)
    if len(words) == 1:
        return terms.is_given_name(words[0]) and bool(placed)
    return terms.is_given_name(words[0]) or bool(placed and not before.rstrip().endswith(","))


def _is_company(after: str, terms: PersonTerms) -> bool:
    """Whether what follows makes a company of the name before it: `A/S`, `& Co`, `kommune`."""
    words = after.split(maxsplit=1)
    return (
        bool(words)
        and after[:1].isspace()
        and (words[0] == "&" or terms.is_organisation(words[0].strip(".,;:()")))
    )
