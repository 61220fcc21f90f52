"""Tests in the interpreter of the browser, under Node, and its answers held against this one's.

`python tests/run_in_pyodide.py` runs what the gate runs, `--all` all of it, and TEST... those tests.

The interpreter and the packages are those that `lite build` takes, whole; what tests need beside
them is that of this environment, and Hypothesis' wheel for this interpreter, which lies in the
folder that LITE_TOOLS names:

    pip download --no-deps --only-binary :all: --implementation cp --python-version 3.14 \\
        --abi cp314 --platform pyemscripten_2026_0_wasm32 -d FOLDER hypothesis
"""

import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from importlib.metadata import files as list_files_of
from pathlib import Path

from os2governance.files.cache_folder import find_cache_folder
from os2governance.files.download import fetch_release
from os2governance.i18n.text import LANGUAGES
from os2governance.i18n.translations import keep_compiled
from os2governance.lite.packages import unpack_package
from os2governance.lite.pins import Pin, read_pins

ROOT = Path(__file__).parents[1]
BESIDE = (
    *("click", "iniconfig", "packaging", "pluggy", "pygments", "pytest", "sortedcontainers"),
    "python-dateutil",
)
"""Packages of this environment that are Python alone."""
ALL_TESTS = (
    *("tests/rules", "tests/assessment", "tests/schema", "tests/documents", "tests/laws"),
    *("tests/analysis/test_plan.py", "tests/test_oracle.py", "tests/authoring", "tests/exchange"),
)
SOME_TESTS = (
    *("tests/assessment/test_outcome_table.py", "tests/assessment/test_level_table.py"),
    *("tests/rules/test_logic.py", "tests/rules/test_dates.py", "tests/rules/test_lists.py"),
    *(
        "tests/rules/test_sums.py",
        "tests/rules/test_patterns.py",
        "tests/schema/test_validator.py",
    ),
    *("tests/analysis/test_plan.py", "tests/documents/test_yaml_edit.py"),
    "tests/exchange/test_import_document.py",
)
OF_OTHERS = (
    *("tests/schema/test_linear_patterns.py", "tests/schema/test_generate.py"),
    *("tests/documents/test_yaml_pure_parser.py", "tests/laws/test_validators.py"),
    "tests/rules/test_registry.py",
)
"""Tests of what is not in the browser: RE2, libyaml, the classes of the formats, all modules."""
SOME_PRODUCTS = ("os2iot",)
STAND_INS = ROOT / "os2governance" / "lite" / "stand_ins"


def prepare(place: Path) -> None:
    """Lay the interpreter and the packages into a folder."""
    interpreter, *packages = read_pins()
    cache = find_cache_folder(os.environ) / "lite"
    releases = {}
    for pin in (interpreter, *packages):
        data, findings = fetch_release(pin.url, pin.sha256, cache)
        assert data is not None, findings
        releases[pin.name] = data
    with tarfile.open(fileobj=io.BytesIO(releases[interpreter.name])) as archive:
        archive.extractall(place, filter="data")
    (place / "package").rename(place / "interpreter")
    site = place / "site-packages"
    for pin in packages:
        lay_package(pin, releases[pin.name], site)
    shutil.copytree(STAND_INS, site, dirs_exist_ok=True)
    for name in BESIDE:
        copy_installed(name, site)
    [wheel] = Path(os.environ["LITE_TOOLS"]).glob("hypothesis-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)


def lay_package(pin: Pin, data: bytes, site: Path) -> None:
    """Lay a package: a wheel whole, of a release of source what is Python."""
    if pin.url.endswith(".whl"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(site)
        return
    for name, content in unpack_package(pin, data, LANGUAGES).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)


def copy_installed(name: str, site: Path) -> None:
    """Copy the modules of a package of this environment."""
    for each in list_files_of(name) or ():
        if each.suffix != ".pyc" and ".." not in each.parts:
            (site / each).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(each.locate(), site / each)


def run_in_pyodide(place: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run main() of a module; its exit code is 70 where the interpreter died."""
    script = ROOT / "tests" / "lite" / "in_pyodide.mjs"
    command = ["node", str(script), str(place), str(ROOT), module, *arguments]
    kept = subprocess.PIPE if module == "engine_answers" else None
    return subprocess.run(command, check=False, text=True, stdout=kept)


def run_tests(place: Path, tests: Sequence[str]) -> int:
    """Run tests; the exit code of pytest."""
    options = ["-q", "-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin"]
    options += ["-o", "addopts=--import-mode=importlib"]
    options += [f"--ignore={each}" for each in OF_OTHERS]
    return run_in_pyodide(place, "pytest", *options, *tests).returncode


def compare_answers(place: Path, asked: Sequence[str]) -> int:
    """Print which answers differ between this interpreter and that of the browser; 1 if any do."""
    command = [sys.executable, str(ROOT / "tests" / "engine_answers.py"), *asked]
    here = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    ran = run_in_pyodide(place, "engine_answers", *asked)
    differ = sorted(
        set(here.splitlines()) ^ set(ran.stdout.splitlines()), key=lambda line: line[65:]
    )
    sys.stdout.write("".join(f"differs: {line}\n" for line in differ))
    sys.stdout.write(f"answers: {len(here.splitlines())}, lines that differ: {len(differ)}\n")
    return 1 if differ or not here else ran.returncode


def main(arguments: Sequence[str]) -> int:
    """Run the tests that are named, else a selection of them and of answers, or all of both."""
    keep_compiled()
    everything = arguments == ["--all"]
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        prepare(place)
        if arguments and not everything:
            return run_tests(place, arguments)
        products = sorted(each.name for each in (ROOT / "products").iterdir())
        asked = [*products, "20"] if everything else [*SOME_PRODUCTS, "2"]
        failed = run_tests(place, ALL_TESTS if everything else SOME_TESTS)
        return compare_answers(place, asked) or failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
