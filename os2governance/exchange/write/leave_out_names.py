"""Persons' names in a document, left out of all that is made of it.

Where the text tells a role or an organisation beside the name, those are what is left.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from os2governance.checks.personal_names import PersonName, find_names
from os2governance.documents.yaml_edit import AddComment, SetValue, YamlEdit
from os2governance.exchange.read.document import DocumentClaim, ImportedDocument
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import _
from os2governance.model.person_terms import PersonTerms

SOMEBODY = _("a named person")
"""What stands for a name where nothing else is told; documents are in Danish."""

NameRemover = Callable[[str], str]


def find_named_claims(imported: ImportedDocument, terms: PersonTerms | None) -> list[Finding]:
    """A finding for each criterion, and for the conclusion, with a person's name in its texts."""
    if terms is None:
        return []
    found = [
        make_finding("import-name-left-out", claim.location, criterion=name)
        for name, claim in imported.claims.items()
        if _has_name(_list_claim_texts(claim), terms)
    ]
    if _has_name(_list_conclusion(imported), terms):
        found.append(make_finding("import-name-left-out", Location(imported.file)))
    return found


def list_texts(imported: ImportedDocument) -> list[str]:
    """The texts of a document in which a name may be known by what is beside it."""
    claims = [text for claim in imported.claims.values() for text in _list_claim_texts(claim)]
    return [*claims, *_list_conclusion(imported)]


def _list_claim_texts(claim: DocumentClaim) -> list[str]:
    return [claim.text, claim.advice]


def _list_conclusion(imported: ImportedDocument) -> list[str]:
    return [imported.summary, imported.level_grounds]


def _has_name(texts: Iterable[str], terms: PersonTerms) -> bool:
    return any(next(find_names(text, terms), None) for text in texts)


def build_name_remover(texts: Iterable[str], terms: PersonTerms | None) -> NameRemover:
    """Build what leaves names out of a text: those that are known anywhere in the `texts`."""
    if terms is None:
        return str
    known = {text[at.start : at.end] for text in texts for at in find_names(text, terms)}

    def remove(text: str) -> str:
        return leave_out_names(text, terms, known)

    return remove


def leave_out_names(text: str, terms: PersonTerms, known: Iterable[str] = ()) -> str:
    """A text without its persons' names, and without the `known` ones."""
    found = {*find_names(text, terms), *_find_known(text, known)}
    left = ""
    at = 0
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if name.start >= at:
            kept, at = _replace_name(text[at : name.start], text[name.end :], terms)
            left += kept
            at += name.end
    return left + text[at:]


def _find_known(text: str, known: Iterable[str]) -> Iterator[PersonName]:
    for name in known:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not (text[at - 1 : at].isalpha() or text[end : end + 1].isalpha()):
                yield PersonName(at, end)
            at = text.find(name, end)


def _replace_name(before: str, after: str, terms: PersonTerms) -> tuple[str, int]:
    """What stands for a name and the text before it, and how much of the text after it goes too.

    An organisation or role behind a comma takes its place; beside an organisation that somebody
    stands for, nothing does.
    """
    told = re.match(r"\s*,\s*", after)
    if told and _begins_with_place(after[told.end() :], terms) and not before.endswith("er "):
        return before, told.end()
    by = re.search(r"(?<=\w)\s+(?:ved|v/|v\.)\s*$", before)
    if by:
        return before[: by.start()], 0
    word = SOMEBODY.da
    starts = not before.strip() or re.search(r"[.!?\n]\s*$", before) is not None
    return before + (word[:1].upper() + word[1:] if starts else word), 0


def _begins_with_place(text: str, terms: PersonTerms) -> bool:
    """Whether a text begins with a role or the name of an organisation."""
    words = re.findall(r"[\w/-]+", text.split(",", maxsplit=1)[0][:80])[:3]
    return bool(words) and (
        terms.is_role(words[0]) or any(terms.is_organisation(word) for word in words)
    )


def leave_out_of_edit(edit: YamlEdit, remove: NameRemover) -> YamlEdit:
    """A change of a file without persons' names in what it writes."""
    match edit:
        case SetValue() if edit.path not in _NAMES_OF_PRODUCTS:
            return edit._replace(value=_remove_within(edit.value, remove))
        case AddComment():
            return edit._replace(text=remove(edit.text))
        case _:
            return edit


_NAMES_OF_PRODUCTS = (("product",), ("name",))


def _remove_within(value: Any, remove: NameRemover) -> Any:
    if isinstance(value, str):
        return remove(value)
    if isinstance(value, dict):
        return {key: _remove_within(each, remove) for key, each in value.items()}
    if isinstance(value, list):
        return [_remove_within(each, remove) for each in value]
    return value
