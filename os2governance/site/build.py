"""Building the site: each product in one of several processes, then the pages on all of them."""

import gc
import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.analysis.decision_log import Entry, entries, newest_first
from os2governance.analysis.forecast import ahead
from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.cli.output import show_findings, talk
from os2governance.files import output_folder as madefolder
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import LANGUAGES, Text
from os2governance.portfolio.contribution import Share, share
from os2governance.portfolio.figures import portfolio
from os2governance.product.reader import Library, Unreadable
from os2governance.site.card import Card, card
from os2governance.site.pages import Gathered, whole_files
from os2governance.site.product_page import Look, ahead_until, product_files
from os2governance.site.template import Site
from os2governance.workflows.batch import COLLECT_AFTER, ENDED, ProcessEndedError, Work, in_chunks
from os2governance.workflows.find_products import listed_files, result

_DONE = Text(
    "Webstedet er lavet i {out}: {products} produkter, {files} filer.",
    "The site is made in {out}: {products} products, {files} files.",
)
_WORKING = Text("{count} af {all} produkter", "{count} of {all} products")


class Made(NamedTuple):
    """The result of one product file: its pages and data, and its contribution to shared pages.

    `contents` is None where the product cannot be used; `findings` are those on the product file
    or its record.
    """

    file: str
    files: tuple[tuple[str, bytes], ...]
    look: tuple[Card, Share, tuple[Entry, ...]] | None
    wrong: tuple[Finding, ...]


class Kept(NamedTuple):
    """The data kept of all products, enough for the shared pages."""

    cards: list[Card]
    shares: list[Share]
    log: list[Entry]
    unreadable: list[tuple[str, list[Text]]]
    names: set[str]
    findings: list[Finding]


def write_site(paths: Sequence[str], given: Given, asked: tuple[Path, str, str]) -> int:
    """Build the site; `asked` are its folder, title and address. Returns the exit code."""
    out, title, address = asked
    files, findings = listed_files(paths)
    if findings:
        return show_findings(findings, given, "text")
    folder, findings = madefolder.open_made(out)
    if folder is None:
        return show_findings(findings, given, "text")
    library = Library.at(given.criteria)
    site = _site(library, given, title, address)
    try:
        kept = _products(files, site, folder, given)
    except ProcessEndedError:
        raise UsageError(ENDED) from None
    used = {each.model: each.digest for each in kept.cards}
    site = site._replace(models=dict(sorted(used.items())))
    for name, data in whole_files(_gathered(kept, library), site):
        kept.findings.extend(madefolder.put_made(folder, name, data))
        kept.names.add(name)
    kept.findings.extend(madefolder.close_made(folder, kept.names))
    words = {"out": store.shown(out), "products": len(kept.cards), "files": len(kept.names)}
    talk(Text(*(_DONE.say(each).format(**words) for each in LANGUAGES)), given)
    return show_findings(kept.findings, given, "text") if kept.findings else 0


def _gathered(kept: Kept, library: Library) -> Gathered:
    models = {name: model for name in library.references() if (model := library.model(name)[0])}
    return Gathered(
        cards=kept.cards,
        log=newest_first(kept.log),
        unreadable=kept.unreadable,
        models=models,
        figures=portfolio(kept.shares, models, len(kept.unreadable)),
    )


def _site(library: Library, given: Given, title: str, address: str) -> Site:
    """The data shared by all pages; the default title is the newest model's name."""
    newest = next(iter(library.newest_first()), "")
    model = library.model(newest)[0] if newest else None
    said = {each: title or (model.name.say(each) if model else newest) for each in LANGUAGES}
    ended = f"{address.rstrip('/')}/" if address else ""
    return Site(said, given.as_of, {}, ended)


def _products(
    files: Sequence[str], site: Site, folder: madefolder.MadeFolder, given: Given
) -> Kept:
    """Write each product's own files, and collect the data for the shared pages."""
    kept = Kept([], [], [], [], set(), [])
    first: dict[str, str] = {}
    for number, made in enumerate(_made(files, site, given), 1):
        kept.findings.extend(made.wrong)
        if made.look is None:
            kept.unreadable.append((made.file, [_said(found) for found in made.wrong]))
        elif (name := made.look[0].product) in first:
            twice = finding("duplicate-product", Place(made.file), name=name, other=first[name])
            kept.findings.append(twice)
        else:
            first[name] = made.file
            _keep(made, kept, folder)
        _progress(number, len(files), given)
    return kept


def _keep(made: Made, kept: Kept, folder: madefolder.MadeFolder) -> None:
    if made.look is None:
        return
    card_, share_, log = made.look
    kept.cards.append(card_)
    kept.shares.append(share_)
    kept.log.extend(log)
    for name, data in made.files:
        kept.findings.extend(madefolder.put_made(folder, name, data))
        kept.names.add(name)


def _said(found: Finding) -> Text:
    return Text(found.message.da, found.message.en)


def _progress(count: int, whole: int, given: Given) -> None:
    """Print the progress on a terminal."""
    if given.quiet or not sys.stderr.isatty():
        return
    said = _WORKING.say(given.language).format(count=count, all=whole)
    sys.stderr.write(f"\r{said}" if count < whole else f"\r{' ' * len(said)}\r")
    sys.stderr.flush()


def _made(files: Sequence[str], site: Site, given: Given) -> Iterator[Made]:
    for data, _ in in_chunks(files, _work(site, given)):
        # The pickled data was written by a process of this program.
        yield from pickle.loads(data)  # noqa: S301


def _work(site: Site, given: Given) -> Work:
    library = Library.at(given.criteria)
    gc.set_threshold(COLLECT_AFTER)

    def work(files: Sequence[str]) -> tuple[bytes, None]:
        return pickle.dumps([_of_product(file, library, site, given) for file in files]), None

    return work


def _of_product(file: str, library: Library, site: Site, given: Given) -> Made:
    assessed, whole = result(file, library, given.as_of)
    if isinstance(assessed, Unreadable):
        return Made(assessed.file, (), None, assessed.findings)
    until = ahead_until(given.as_of)
    turns = list(ahead(assessed, until))
    log = tuple(entries([assessed]))
    look = Look(assessed, card(assessed, log, turns), log, turns, until)
    own = site._replace(models={assessed.model.reference: assessed.model.digest})
    wrong = () if whole else tuple(f for f in assessed.findings if f.severity == "error")
    kept = (look.card, share(assessed), log)
    return Made(file, tuple(product_files(look, own)), kept, wrong)
