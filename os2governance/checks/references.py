"""Where the references of a declaration lead: to closed places, and to front pages.

There is one finding for each reference, however many criteria it documents. A place is said to be
closed only where the model knows it; of others that often are, it is asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.checks.claim_texts import (
    MAX_READ_LENGTH,
    ClaimText,
    find_address_texts,
    find_addresses,
    shorten,
)
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding
from os2governance.model.claim_phrases import ClaimPhrases
from os2governance.product.declaration import Declaration


def check_references(
    declaration: Declaration, answers: Sequence[ClaimText], phrases: ClaimPhrases
) -> Iterator[Finding]:
    """Yield a finding for each reference to a closed place, and to a front page."""
    claiming = [said for said in answers if said.claims]
    pairs = [(reference, said) for said in claiming for reference in _list_references(said)]
    addresses = find_addresses("\n".join(_collect_address_texts(declaration.facts, [])))
    references = list(dict.fromkeys([*addresses, *(reference for reference, _ in pairs)]))
    closed = {references[at] for at in phrases.private.find_matching(references)}
    asked = {references[at] for at in phrases.perhaps_private.find_matching(references)} - closed
    if closed or asked:
        in_facts = addresses and not (closed | asked).isdisjoint(addresses)
        known = _find_fact_references(declaration.facts, declaration.document) if in_facts else ()
        uses = _gather_uses([*known, *pairs])
        for reference, texts in uses.items():
            if reference in closed:
                yield _make_finding("evidence-not-public", reference, texts)
            elif reference in asked:
                yield _make_finding("evidence-perhaps-private", reference, texts)
    yield from _check_front_pages(pairs, phrases)


def _check_front_pages(
    pairs: Sequence[tuple[str, ClaimText]], phrases: ClaimPhrases
) -> Iterator[Finding]:
    """Yield front pages that are all that some criteria refer to."""
    references = list(dict.fromkeys(reference for reference, _ in pairs))
    front = {references[at] for at in phrases.front_pages.find_matching(references)}
    if not front:
        return
    better = {said.criterion for reference, said in pairs if reference not in front}
    spared = better | phrases.shown_on_front_page
    alone = [pair for pair in pairs if pair[0] in front and pair[1].criterion not in spared]
    for reference, uses in _gather_uses(alone).items():
        yield _make_finding("evidence-front-page", reference, uses)


def _gather_uses(pairs: Sequence[tuple[str, ClaimText]]) -> dict[str, list[ClaimText]]:
    """The texts that have each reference, in file order; one place is one, whatever its query."""
    names: dict[str, str] = {}
    uses: dict[str, list[ClaimText]] = {}
    for reference, said in pairs:
        name = names.setdefault(reference.partition("?")[0].rstrip("/"), reference)
        uses.setdefault(name, []).append(said)
    return uses


def _make_finding(code: str, reference: str, uses: Sequence[ClaimText]) -> Finding:
    """Make the finding of a reference, at its first use, with the criteria that it documents."""
    names = list(dict.fromkeys(said.criterion for said in uses if said.criterion))
    about = f" ({', '.join(names)})" if names else ""
    return make_finding(
        code,
        uses[0].location,
        criterion=names[0] if names else None,
        about=about,
        words=shorten(reference),
    )


def _find_fact_references(
    facts: Mapping[str, Any], document: Document
) -> Iterator[tuple[str, ClaimText]]:
    for said in find_address_texts(facts, document, ("facts",)):
        yield from ((reference, said) for reference in find_addresses(said.text))


def _collect_address_texts(value: Any, texts: list[str]) -> list[str]:
    """Collect the texts of `find_address_texts`, without locations: few products need those."""
    for below in value.values() if type(value) is dict else value:
        kind = type(below)
        if kind is str:
            if "://" in below:
                texts.append(below[:MAX_READ_LENGTH])
        elif kind is dict or kind is list:
            _collect_address_texts(below, texts)
    return texts


def _list_references(claim: ClaimText) -> list[str]:
    """The addresses in a text; evidence without an address is itself a reference."""
    addresses = find_addresses(claim.text)
    return [claim.text.strip()] if claim.key == "evidence" and not addresses else addresses
