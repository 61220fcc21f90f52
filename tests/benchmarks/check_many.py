"""How fast `check` is, in ratios of one run: run it as `python tests/benchmarks/check_many.py`.

Makes declarations of about 200 lines, as `assess_many.py` does, then times

1. `check` of one product as a process, against `assess` of it;
2. `check` of all files with no memory of before, as JSON and as text, against `assess` in the
   same form, and the same of copies of the declarations in `products/`, as people wrote them:
   what is generated holds more findings than anybody's;
3. the same again after one file has changed, against the first time;
4. `check --against HEAD --new` after one file has changed, against `check`, both without memory;
5. the results that code scanning is sent for 700 new products, of which it takes 25,000;
6. `check` as it comes and on one core, against `check-jsonschema` of some of the files with an
   equivalent schema, one command for all of them (where check-jsonschema is installed);
7. the worst that a file of a megabyte can ask for: seconds and memory of each.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from assess_many import COMMAND, newest_model, timed
from made_up_declarations import write_declarations
from repository import first_commit

from os2governance.workflows.disk_files import open_library

FEW, NEW = 1000, 700
KEPT = Path(__file__).parents[2] / "products"
MEGABYTE = 1_000_000
HEAD = "format: os2governance/product/1\nproduct: bad\nname: Bad\nkind: product\nmodel: {model}\n"
WORST = {
    "unknown keys": lambda: "".join(f"k{n}: 1\n" for n in range(90_000)),
    "answers that there are not": lambda: "answers:\n" + "".join(f"  k{n}: {{answer: met}}\n" for n in range(40_000)),
    "adopters": lambda: "facts:\n  adopters:\n" + "    - {authority: A, kind: region}\n" * 27_000,
    "broken addresses": lambda: "facts:\n  adopters:\n" + "    - {authority: 'http://a b'}\n" * 30_000,
    "mail addresses": lambda: "# " + "a@b.dk " * 140_000 + "\n",
    "nearly mail addresses": lambda: "# " + "a@" * 490_000 + "\n",
    "nearly a telephone number": lambda: "# " + "tlf 1 2 3 4 5 6 " * 60_000 + "\n",
    "comments that silence": lambda: "# os2governance: ignore[unanswered] ja\n" * 25_000,
    "a text in quotation marks": lambda: f'note: "{"x" * 990_000}"\n',
    "escapes": lambda: 'note: "' + "\\u00e6" * 160_000 + '"\n',
    "flow in flow": lambda: "a: " + "[" * 39 + "1," * 480_000 + "1" + "]" * 39 + "\n",
    "a list of lists": lambda: "a: [" + "[]," * 330_000 + "]\n",
    "empty lines": lambda: "\n" * 990_000,
    "digits": lambda: "a: " + "9" * 990_000 + "\n",
}  # fmt: skip


def seconds(command: list[str], cwd: Path) -> float:
    """Give the seconds of a command; a check that finds something ends with 1."""
    return timed(command, cwd=cwd, check=False)[0]


def in_pairs(runs: int, folder: Path, *about: str, **only: list[str]) -> tuple[float, ...]:
    """Give the median ratio of check to assess of the same, and the seconds of both."""
    pairs = []
    for _ in range(runs):
        assess = seconds([*COMMAND, "assess", *about], folder)
        check = seconds([*COMMAND, "check", *about, *only.get("check", ())], folder)
        pairs.append((check / assess, check, assess))
    return sorted(pairs)[len(pairs) // 2]


def one_product(file: Path, runs: int, folder: Path) -> None:
    """Time one product as a process, in pairs."""
    ratio, check, assess = in_pairs(runs, folder, str(file))
    print(
        f"one product            {check * 1e3:6.0f} ms, assess {assess * 1e3:.0f} ms  ratio {ratio:.2f}"
    )


def all_products(files: list[Path], folder: Path) -> None:
    """Time all products: cold, against assess; and once more after one file has changed."""
    os.environ["OS2GOVERNANCE_CACHE"] = str(folder / "cache")
    for name, count in (("all", len(files)), ("copies", copied(folder, len(files)))):
        for form in ("json", "text"):
            about = (name, "--format", form)
            ratio, check, assess = in_pairs(3, folder, *about, check=["--no-cache"])
            print(
                f"{count} {name + ', ' + form:16} {check:6.2f} s, assess {assess:.2f} s  ratio {ratio:.2f}"
            )
    check = [*COMMAND, "check", "all", "--format", "json"]
    cold = seconds(check, folder)
    warm = []
    for number in range(3):
        files[number].write_text(files[number].read_text() + "# changed\n")
        warm.append(seconds(check, folder))
    again = statistics.median(warm)
    print(f"check, cold cache      {cold:6.2f} s")
    print(f"check, one changed     {again:6.2f} s  ratio {again / cold:.3f} of cold")


def only_new(files: list[Path], folder: Path, runs: int = 3) -> None:
    """Time what only a change brings, in pairs with a check of everything."""
    first_commit(folder)
    files[0].write_text(files[0].read_text() + "# changed since\n")
    check = [*COMMAND, "check", "all", "--format", "json", "--no-cache"]
    pairs = []
    for _ in range(runs):
        whole = seconds(check, folder)
        new = seconds([*check, "--against", "HEAD", "--new"], folder)
        pairs.append((new / whole, new, whole))
    ratio, new, whole = sorted(pairs)[runs // 2]
    print(f"check --new            {new:6.2f} s, check {whole:.2f} s  ratio {ratio:.2f}")


def upload(folder: Path, model: str) -> None:
    """Count the results for products that have answered nothing yet."""
    head = HEAD.format(model=model) + "declared: {on: 2026-05-01, by: Ejeren}\n"
    for number in range(NEW):
        file = folder / "new" / f"new{number}" / "product.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(head.replace("bad", f"new{number}"), encoding="utf-8")
    command = [*COMMAND, "check", "new", "--format", "sarif", "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    results = json.loads(done.stdout)["runs"][0]["results"]
    print(
        f"{NEW} new products       {len(results)} results in SARIF, {len(done.stdout) / 1e6:.1f} MB"
    )


def copied(folder: Path, count: int) -> int:
    """Copy the declarations that are kept here, each product by another id."""
    kept = sorted(KEPT.glob("*/product.yaml"))
    for number in range(count):
        text = kept[number % len(kept)].read_text(encoding="utf-8")
        file = folder / "copies" / f"kopi{number:05}" / "product.yaml"
        file.parent.mkdir(parents=True)
        own = re.sub(r"(?m)^product: .*$", f"product: kopi{number:05}", text, count=1)
        file.write_text(own, encoding="utf-8")
    return count


def against_peer(folder: Path, few: Path, model: str) -> None:
    """Time check-jsonschema on a part of the files, per file, beside our check of them."""
    names = sorted(str(file) for file in few.glob("*/product.yaml"))
    schema = folder / "schema.json"
    asked = [*COMMAND, "schema", "product", "--model", model]
    schema.write_bytes(subprocess.run(asked, capture_output=True, check=True).stdout)
    peer = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *names]
    if subprocess.run([*peer[:3], "--version"], capture_output=True, check=False).returncode:
        print("check-jsonschema       is not installed")
        return
    theirs = seconds(peer, folder) / len(names)
    for cores, name in (("", "all cores"), ("1", "one core")):
        os.environ["OS2GOVERNANCE_PROCESSES"] = cores
        asked = [*COMMAND, "check", *names, "--format", "json", "--no-cache"]
        ours = statistics.median(seconds(asked, folder) for _ in range(3)) / len(names)
        print(
            f"check, {name:15} {ours * 1e3:6.2f} ms a file, check-jsonschema "
            f"{theirs * 1e3:.1f} ms a file  {theirs / ours:.1f} times faster"
        )
    del os.environ["OS2GOVERNANCE_PROCESSES"]


def worst(folder: Path, model: str) -> None:
    """Time the worst inputs of at most a megabyte, with the memory of each."""
    script = (
        "import json, resource, subprocess, sys, time\n"
        "began = time.perf_counter()\n"
        "done = subprocess.run(sys.argv[1:], capture_output=True)\n"
        "seconds = time.perf_counter() - began\n"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024\n"
        "print(json.dumps([seconds, peak, done.returncode, b'Traceback' in done.stderr]))\n"
    )
    file = folder / "bad" / "product.yaml"
    file.parent.mkdir()
    head = HEAD.format(model=model) + "declared: {on: 2026-05-01, by: Ejeren}\n"
    for name, made in WORST.items():
        file.write_text((head + made())[:MEGABYTE], encoding="utf-8")
        for form in ("text", "sarif"):
            command = [*COMMAND, "check", str(file), "--format", form]
            run = [sys.executable, "-c", script, *command]
            done = subprocess.run(run, capture_output=True, text=True, check=True)
            seconds, peak, code, broken = json.loads(done.stdout)
            said = "TRACEBACK" if broken else f"exit {code}"
            print(f"  {name:28} {form:6} {seconds:5.2f} s {peak:5.0f} MB  {said}")


def main() -> None:
    """Time everything, and print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=11)
    given = options.parse_args()
    model = newest_model(open_library())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in ("all", "few"):
            (folder / each).mkdir()
        files = write_declarations(model, folder / "all", given.count)
        write_declarations(model, folder / "few", min(FEW, given.count))
        print(f"{given.count} declarations, model {model.reference}")
        one_product(files[0], given.runs, folder)
        all_products(files, folder)
        only_new(files, folder)
        upload(folder, model.reference)
        against_peer(folder, folder / "few", model.reference)
        worst(folder, model.reference)


if __name__ == "__main__":
    main()
