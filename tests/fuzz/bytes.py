"""Bytes of no good will, guided by coverage: `python tests/fuzz/bytes.py [SECONDS]`.

Each input becomes a declaration, an evaluation, a decision log, and each file of a model. Whatever
it is, there is an answer: findings, never an exception, and every form of report can be made of
them. What breaks is left in `crash-*`; it becomes a case of tests/test_unbreakable.py.
"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.workflows.disk_files import open_library

with atheris.instrument_imports(include=["os2governance"]):
    from os2governance.authoring.fixes import fix_yaml
    from os2governance.checks.inspect import inspect_sources
    from os2governance.files import reading
    from os2governance.model.reader import read_model
    from os2governance.render.check.formats import CHECK_FORMATS, load_formatter
    from os2governance.render.check.report import CheckResult, CheckTotals
    from os2governance.render.common.terminal import TextPage

ROOT = Path(__file__).parent.parent.parent
AS_OF = date(2026, 11, 23)
PAGE = TextPage(100, False, "utf-8")
LIBRARY = open_library()
MODEL = max(LIBRARY.references())
FOLDER = LIBRARY.find_folder(MODEL)
MODEL_FILES = reading.read_model_files(FOLDER)[0]
GOOD = reading.read_product_files(ROOT / "products" / "os2governance" / "product.yaml")[0]
TOTALS = CheckTotals(as_of=AS_OF.isoformat(), language="da")


def one(data: bytes) -> None:
    """Give the bytes to every reader."""
    which, data = data[:1], data[1:]
    file = FileContent("f.yaml", data)
    sources = {
        b"e": ProductFiles(product=GOOD.product, evaluations=(file,)),
        b"d": ProductFiles(product=GOOD.product, log=file),
    }.get(which, ProductFiles(product=file))
    inspected = inspect_sources(sources, LIBRARY, AS_OF, [])
    for name in CHECK_FORMATS:
        form = load_formatter(name, PAGE)
        form.head(TOTALS)
        form.item(
            CheckResult(file=inspected.file, findings=inspected.findings, texts=inspected.texts),
            "da",
        )
        form.tail(TOTALS)
    fix_yaml(data, {(): ["format", "product"]})
    if which == b"m":
        for name in MODEL_FILES:
            read_model({**MODEL_FILES, name: data}, "m")


def seeds(folder: Path) -> None:
    """Begin with real files."""
    number = 0
    for pattern, mark in (("products/*/product.yaml", b"p"), ("products/*/evaluations/*", b"e")):
        for file in sorted(ROOT.glob(pattern)):
            (folder / str(number)).write_bytes(mark + file.read_bytes()[:4000])
            number += 1
    for data in MODEL_FILES.values():
        (folder / str(number)).write_bytes(b"m" + data[:4000])
        number += 1
    log = b"dformat: os2governance/decisions/1\nproduct: os2governance\ndecisions:\n"
    entry = (
        b"  - {on: 2026-01-01, decision: accept, by: board, accepts: {F7: {until: 2026-02-01}}}\n"
    )
    (folder / str(number)).write_bytes(log + entry)


def main() -> None:
    """Run for a minute, or as long as is asked."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    with tempfile.TemporaryDirectory() as name:
        seeds(Path(name))
        options = [
            f"-max_total_time={seconds}",
            "-max_len=4096",
            "-timeout=5",
            "-rss_limit_mb=1500",
        ]
        atheris.Setup([sys.argv[0], *options, name], one)
        atheris.Fuzz()


if __name__ == "__main__":
    os.environ.pop("GITHUB_STEP_SUMMARY", None)
    main()
