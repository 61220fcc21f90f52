"""Marks, encodings, escapes and names, through the commands: `python tests/fuzz/encodings.py [SECONDS] [SEED]`.

Real files are changed as editors, downloads and unpackers change them, and as somebody would who
wants the program to fall. Whatever comes of it: an exit code of the contract, a report that can be
read, and no `internal-error`, which the last net would make of an exception. What breaks is left in
`crash-encodings/` with the seed; it becomes a case of tests/test_unbreakable.py.
"""

import json
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from click.testing import CliRunner

from os2governance.cli.main import PROGRAM
from os2governance.i18n.translations import keep_compiled

ROOT = Path(__file__).parent.parent.parent
MARKS = [
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf\xef\xbb\xbf",
    b"\xef\xbb",
    b"\0",
]
PIECES = [
    *(b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\xd8", b"\xe6", b"\xf8"),
    *(
        "\x85",
        "\u2028",
        "\u2029",
        "\xa0",
        "\u200b",
        "\u202e",
        "\u2066",
        "\xad",
        "\ufeff",
        "\ufffe",
    ),
    *("\x9b31m", "\x1b[2J", "\x07", "\x00", "\x7f", "\U000e0041", "\u0301", "👩\u200d👧", "﷽"),
    *('"\\ud800"', '"\\udc00"', '"\\ud83d\\ude00"', '"\\u0000"', '"\\x9b"', '"\\UFFFFFFFF"', "\\"),
    *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "- ", ": ", "#", "\t", "\r", "\r\n", "'", '"'),
    *("{", "}", "[", "]", "|", ">", "&a ", "*a", "!!int ", "%YAML 1.1\n", "---\n", "...\n", "? "),
    *("9" * 400, "1e999", ".nan", "9999-12-31", "0000-00-00", "2026-02-30", "null", "<!--", "```"),
]
ENCODINGS = ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp865", "utf-8-sig"]
NAMES = [b"\xd8konomi", b"\xff", b"a\nb", b" ", b"a b", b"\xe2\x80\xae", b"%41", b"%", b"::error::x",
         b"-x", b"~", b"\xef\xbb\xbf", b"CON", b"a" * 200, "æøå".encode(), "a\u0301".encode(), b"'\"",
         b"\\", b"#x", b"?y=1", b"<b>", b"{{x}}", b"$HOME"]  # fmt: skip
FILE_NAMES = [b"evaluations/2026-01-01.yaml", b"evaluations/\xd8.yaml", b"evaluations/x\ny.yaml",
              b"declarations/2025-01-01.yaml", b"declarations/\xff.yaml", b"decisions.yaml",
              b"register.yaml", b"observations.yaml", b"product.yaml"]  # fmt: skip
AS_OF = ("--as-of", "2026-11-23")
COMMANDS = [
    ("check", "products", "--format", "json", "--no-cache"),
    ("check", "products", "--format", "sarif", "--no-cache"),
    ("assess", "products", "--format", "json"),
    ("portfolio", "products", "--format", "json"),
    ("ahead", "products", "--format", "json"),
    ("log", "products", "--format", "json"),
    ("check", "products", "--fix", "--format", "json", "--no-cache"),
    ("site", "products", "--out", "site"),
]


class BrokenError(AssertionError):
    """What may not happen has happened."""


def read_seeds() -> list[tuple[bytes, bytes]]:
    """Real files, each with the name that it has in a product's folder."""
    found = []
    for folder in sorted((ROOT / "products").iterdir()):
        for file in sorted(folder.rglob("*.yaml")):
            found.append((os.fsencode(file.relative_to(folder)), file.read_bytes()))
    return found


def change(data: bytes, chance: random.Random) -> bytes:
    """Change bytes in one to four ways."""
    for _ in range(chance.randint(1, 4)):
        way = chance.randrange(6)
        at = chance.randint(0, len(data))
        if way == 0:
            data = chance.choice(MARKS) + data
        elif way == 1:
            text = data.decode("utf-8", "replace")
            data = text.encode(chance.choice(ENCODINGS), "replace")
        elif way == 2:
            data = data[:at]
        elif way == 3:
            data = data.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", b"\xc2\x85"]))
        else:
            piece = chance.choice(PIECES)
            data = data[:at] + (piece if isinstance(piece, bytes) else piece.encode()) + data[at:]
    return data[: 1 << 20]


def lay(folder: Path, seeds: list[tuple[bytes, bytes]], chance: random.Random) -> None:
    """Lay a folder of products: one that is whole, and up to three that are not."""
    shutil.copytree(ROOT / "products" / "os2borgerpc", folder / "products" / "os2borgerpc")
    for _ in range(chance.randint(1, 3)):
        home = folder / "products" / os.fsdecode(chance.choice(NAMES))
        for _ in range(chance.randint(1, 3)):
            name, data = chance.choice(seeds)
            if chance.random() < 0.3:
                name = chance.choice(FILE_NAMES)
            file = home / os.fsdecode(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(change(data, chance))


def run(*arguments: str) -> None:
    """Run a command; what it prints is held against the contract."""
    result = CliRunner(env={"OS2GOVERNANCE_CACHE": "cache"}).invoke(PROGRAM, [*arguments, *AS_OF])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise BrokenError(arguments, repr(result.exception)) from result.exception
    if result.exit_code not in {0, 1, 2} or "internal-error" in result.output:
        at = result.output.find("internal-error")
        raise BrokenError(arguments, result.exit_code, result.output[max(at - 300, 0) : at + 600])
    if arguments[0] != "site" and {"json", "sarif"} & set(arguments):
        json.loads(result.stdout_bytes)


def run_documents(seeds: list[tuple[bytes, bytes]], chance: random.Random) -> None:
    """Import and recount what was changed, and write what came of it."""
    known = chance.choice(seeds)[1]
    form = (
        b'{"krav": [{"id": "R1", "efterlevet": "Ja", "dokumentation": "x"}], "productName": "X"}'
    )
    report = b"# X\n\n| \\# | Krav | Efterlevet? | Dokumentation |\n|---|---|---|---|\n| R1 | x | Ja | y |\n"
    code = b"publiccodeYmlVersion: '0.4'\nname: X\nurl: https://a.dk\n"
    for name, data in (
        ("f.json", form),
        ("r.md", report),
        ("publiccode.yml", code),
        ("y.yml", known),
    ):
        Path(name).write_bytes(change(data, chance))
        run("import", name, "--format", "json")
        run("verify", name, "--format", "json")
    run("export", "products/os2borgerpc", "--to", "publiccode")


def main() -> None:
    """Run for a minute, or as long as is asked; the seed says which files are made."""
    keep_compiled()
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    end, seeds, rounds = time.monotonic() + seconds, read_seeds(), 0
    here = Path.cwd()
    while time.monotonic() < end:
        chance = random.Random(seed + rounds)
        with tempfile.TemporaryDirectory() as name:
            os.chdir(name)
            try:
                lay(Path(name), seeds, chance)
                for command in chance.sample(COMMANDS, 3):
                    run(*command)
                run_documents(seeds, chance)
            except Exception:
                shutil.copytree(name, here / "crash-encodings", dirs_exist_ok=True)
                sys.stderr.write(f"seed {seed + rounds}\n")
                raise
            finally:
                os.chdir(here)
        rounds += 1
    sys.stdout.write(f"{rounds} folders from seed {seed}: nothing fell\n")


if __name__ == "__main__":
    main()
