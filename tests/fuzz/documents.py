"""Documents of no good will: `python tests/fuzz/documents.py [SECONDS] [FOLDER..]`.

Exports, reports with a heading for each criterion, forms and publiccode.yml, the documents of the
folders, and the files of the products that ship, are mutated byte by byte, and with what breaks
readers: byte order marks, halves of surrogate pairs, Latin-1, fences and comments that never end,
pipes by the thousand. Each document is imported, written and verified, each product is checked with
one file of it changed, under a limit of memory and a clock; what is found is rendered in both
languages. Whatever it is, there is an answer: findings, never an exception. What breaks is left in
`crash-*`; it becomes a case of tests/exchange/read/test_hostile.py.
"""

import json
import random
import resource
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from os2governance.checks.inspect import inspect_sources
from os2governance.documents.sources import ProductFiles, build_product_files
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    propose_import,
    read_library_terms,
)
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.read.document import EVALUATION, REPORT
from os2governance.exchange.verify.verify import verify_document
from os2governance.files import reading
from os2governance.findings.finding import Finding
from os2governance.i18n.text import LANGUAGES
from os2governance.workflows.disk_files import open_library

ROOT = Path(__file__).parent.parent.parent
MEMORY = 1 << 30
SECONDS_EACH = 5
"""Of this process, so that a busy machine breaks nothing."""
MAX_BYTES = 60_000
SHARE_OF_PRODUCTS = 0.4
AS_OF = date(2026, 11, 23)
LIBRARY = open_library()
MODEL = LIBRARY.model(max(LIBRARY.references()))[0]
TERMS = read_library_terms(LIBRARY)[0]
SECTIONS = """# Selvevaluering af OS2eksempel

**Dato:** 2026-05-01
**Udfyldt af:** Styregruppen

## R1 - Et krav
**Status:** 🟢 Ja
**Dokumentation:** Se [referatet](https://eksempel.dk/r1).
- et
- to

---

## R2 - Et andet
- [ ] Ja
- [x] Nej
"""
FORM = {
    "productName": "OS2eksempel",
    "filledBy": "Styregruppen",
    "filledDate": "2026-05-01",
    "krav": [{"id": "R1", "efterlevet": "Ja", "dokumentation": "Referatet \ud800."}],
}
PUBLICCODE = "publiccodeYmlVersion: '0.4'\nname: OS2eksempel\nurl: https://eksempel.dk\n"
PIECES = [
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\x00#", b"\xed\xa0\x80", b"\\ud800", b"\\udc00\\ud800",
    "æøå".encode("latin-1"), b"\x00", b"\r", b"\x1b[31m", "\u202e\u2028\u200b".encode(), b"|" * 2000,
    b"[" * 2000, b"*" * 999, b"> " * 500, b"#" * 30, b"```", b"~~~~", b"<!--", b"-->", b"<br/>" * 300,
    b"| R1 | Ja |\n", b"\n## R1 - x\n**Status:** Ja\n", b"\n---\n", b"[x]", b"\\|", b"{", b"&#0;&#55296;",
    b"**Status:", b"Niveau 2 anbefales. ", b"Anbefalet niveau: ", b"- [x] " * 400, b"_" * 3000, b"9" * 400,
]  # fmt: skip


def list_seeds(folders: list[Path]) -> list[tuple[str, bytes]]:
    """The documents to mutate, with their names."""
    files = sorted((ROOT / "tests" / "golden").glob("export-*.md"))
    files += [file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()]
    own = [
        ("sections.md", SECTIONS.encode()),
        ("form.json", json.dumps(FORM).encode()),
        ("publiccode.yml", PUBLICCODE.encode()),
    ]
    return [*own, *((file.name, file.read_bytes()) for file in files)]


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Change a document in a few places."""
    for _ in range(chance.randint(0, 8)):
        at = chance.randrange(len(data) + 1)
        to = min(at + chance.choice([0, 0, 1, 1, 4, 60, 4000]), len(data))
        piece = chance.choice(
            [b"", bytes([chance.randrange(256)]), chance.choice(PIECES), data[at:to] * 2]
        )
        data = data[:at] + piece + data[to:]
    start = chance.choice([0, 0, 0, chance.randrange(len(data) + 1)])
    return (chance.choice([b"", b"", b"\xef\xbb\xbf"]) + data[start:])[:MAX_BYTES]


def list_products() -> list[ProductFiles]:
    """The products that ship, of which one file is mutated at a time."""
    files = sorted((ROOT / "products").glob("*/product.yaml"))
    return [read for each in files if (read := reading.read_product_files(each)[0])]


def run_document(name: str, data: bytes) -> None:
    """Import, write, check and verify one document."""
    session = ImportSession(
        as_of=AS_OF,
        language="da",
        options=ImportOptions("os2eksempel", MODEL, Path("/nonexistent"), update=False),
        library=LIBRARY,
        document_terms=TERMS,
        stated_on=AS_OF,
    )
    found = propose_import(name, data, session)
    assert found.outcome.findings or found.new_data is not None
    render(found.outcome.findings)
    if found.new_data is not None:
        folder, written = str(session.options.out / "os2eksempel"), found.path
        check(folder, {str(written.relative_to(folder)): found.new_data})
    imported, findings = read_document(data, name, TERMS)
    render(findings)
    # As the command does: what is no report has no rows to recount.
    if imported is not None and imported.kind in {REPORT, EVALUATION}:
        terms = next(each for each in TERMS if each.model == imported.model)
        render(verify_document(data, imported, MODEL, terms).findings)


def run_product(sources: ProductFiles, changed: str, data: bytes) -> None:
    """Check a product with one file changed."""
    contents = {str(Path(name).relative_to(sources.folder)): own for name, own in sources.files()}
    check(sources.folder, {**contents, changed: data})


def check(folder: str, contents: dict[str, bytes]) -> None:
    """Check the files of a product, and render what is found."""
    render(inspect_sources(build_product_files(folder, contents), LIBRARY, AS_OF).findings)


def render(findings: Iterable[Finding]) -> None:
    """Render findings in both languages; each text can be printed."""
    for found in findings:
        for language in LANGUAGES:
            for text in (found.message, found.remedy):
                text.render(language).encode(errors="strict")


def count_runs(seconds: float | None, count: int | None) -> Iterator[int]:
    """Count until the time is over, or so often."""
    end = time.monotonic() + (seconds or 0)
    number = 0
    while (count is not None and number < count) or (count is None and time.monotonic() < end):
        yield number
        number += 1


def main() -> None:
    """Run for so many seconds, or with `--count N` so often."""
    arguments = sys.argv[1:]
    count = int(arguments[arguments.index("--count") + 1]) if "--count" in arguments else None
    words = [word for word in arguments if word != "--count" and word != str(count)]
    seconds = float(words.pop(0)) if words and count is None else 60.0
    seeds, products = list_seeds([Path(word) for word in words]), list_products()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    chance = random.Random(18)
    done = 0
    for done in count_runs(seconds, count):
        product = chance.choice(products) if chance.random() < SHARE_OF_PRODUCTS else None
        name, data = chance.choice([*product.files()] if product else seeds)
        mutated = mutate(data, chance)
        signal.setitimer(signal.ITIMER_PROF, SECONDS_EACH)
        try:
            if product:
                run_product(product, str(Path(name).relative_to(product.folder)), mutated)
            else:
                run_document(name, mutated)
        except BaseException:
            crash = Path(f"crash-{done}-{Path(name).name}")
            crash.write_bytes(mutated)
            sys.stderr.write(f"broken by {crash}\n")
            raise
        signal.setitimer(signal.ITIMER_PROF, 0)
    sys.stdout.write(f"{done + 1} documents and products, no exception\n")


def _ring(signum: int, frame: object) -> None:
    del signum, frame
    raise TimeoutError


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, _ring)
    main()
