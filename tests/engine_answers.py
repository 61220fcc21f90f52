"""What the engine answers to files of this repository, as hashes: of two interpreters, the same.

`python tests/engine_answers.py PRODUCT... [MUTANTS]` prints a line for each answer: the pages of
the form and the documents that it hands out, for each product; findings of broken files; and what
`check` and `assess` say of the garden, a small folder with a file of every kind.
"""

import asyncio
import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date
from pathlib import Path

from click.testing import CliRunner
from mutants import as_yaml, mutants

from os2governance.cli.main import PROGRAM
from os2governance.documents.yaml_reader import read_yaml
from os2governance.lite.host import Host
from os2governance.schema.compiled import compile_schema
from os2governance.web.security import SecurityPolicy
from os2governance.web.workspace import Workspace

ROOT = Path(__file__).parents[1]
GARDEN = ROOT / "tests" / "golden" / "garden"
AS_OF = date(2026, 11, 23)
PAGES = ("", "/plan", "/evaluate", "/papers")
DOCUMENT = re.compile(rb'href="?(/app/[^" >]+/papers/[^" >]+)')


async def ask_pages(folder: Path, products: Sequence[str]) -> AsyncIterator[tuple[str, bytes]]:
    """Yield each page and document of products by its address."""
    place = Workspace(folder=folder, criteria=(), today=lambda: AS_OF, language="da")
    guard = SecurityPolicy(
        hosts=frozenset({"localhost"}), token="", clock=lambda: 0.0, language="da", base="/app"
    )
    host = Host(place, guard, "one key for both")

    async def ask(path: str) -> bytes:
        given = ("GET", (path, ""), [("Host", "localhost")], b"")
        status, headers, body = await host.answer(*given)
        named = [each for each in headers if each[0] in {"content-type", "content-disposition"}]
        return f"{status} {named}\n".encode() + body

    for product in products:
        asked = [f"/app/{product}{each}" for each in PAGES]
        for path in asked:
            answer = await ask(path)
            yield path, answer
            asked += [each.decode() for each in DOCUMENT.findall(answer)]


def find_mutant_findings(of_each: int) -> Iterator[tuple[str, bytes]]:
    """Yield what is wrong in broken files of every format."""
    for number, (name, values) in enumerate(mutants(23, of_each)):
        document, findings = read_yaml(as_yaml(values), "f")
        if document is not None:
            schema = compile_schema(name)
            findings = [*findings, *schema.find_violations(document, document.values)]
        yield f"mutant {number} {name}", "\n".join(map(repr, findings)).encode()


def run_commands(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what commands say of the garden."""
    usual = ["--criteria", str(folder / "criteria"), "--as-of", "2026-05-01", "--lang", "da"]
    for product in sorted((folder / "products").iterdir()):
        for command in ("check", "assess", "next", "explain"):
            more = ["--format", "json"] if command in {"check", "assess"} else []
            ran = CliRunner().invoke(PROGRAM, [command, str(product), *more, *usual])
            yield f"{command} {product.name}", f"{ran.exit_code}\n{ran.output}".encode()


async def main(arguments: Sequence[str]) -> None:
    """Print a line for each answer."""
    products = [each for each in arguments if not each.isdecimal()]
    of_each = int(next(filter(str.isdecimal, arguments), "5"))
    with tempfile.TemporaryDirectory() as home:
        os.chdir(home)  # the folder has another name each time, and pages show it
        for product in products:
            shutil.copytree(ROOT / "products" / product, Path("form", product))
        shutil.copytree(GARDEN, "garden")
        answers = [each async for each in ask_pages(Path("form"), products)]
        answers += [*find_mutant_findings(of_each), *run_commands(Path("garden"))]
        for name, answer in answers:
            digest = hashlib.sha256(answer.replace(home.encode(), b"HOME")).hexdigest()
            sys.stdout.write(f"{digest} {len(answer)} {name}\n")
        os.chdir(ROOT)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
