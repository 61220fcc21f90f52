"""How fast `assess` is, in ratios of one run: run it as `python tests/benchmarks/assess_many.py`.

Makes declarations of about 200 lines from the newest shipped model's own vocabulary, then times
all of `assess --format json`, on one core and on all, per file, against PyYAML's C `safe_load` of
the same files, and says the peak memory with all files and with a tenth of them.

On one core the CPU seconds of both are compared, in pairs that alternate: they say the same on a
machine that others use too. `assess_real.py` does the same with files that people wrote, and
`assess_one.py` with the process that assesses one product.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))
from made_up_declarations import write_declarations

from os2governance.i18n.translations import keep_compiled
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.workflows.disk_files import open_library

COMMAND = [sys.executable, "-m", "os2governance"]
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once


def timed(command: list[str], **more: Any) -> tuple[float, float]:
    """Run a process; give its seconds by the clock, and the CPU seconds of it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, **{"stdout": subprocess.DEVNULL, "check": True, **more})  # noqa: PLW1510 - it is in there
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def safe_load_seconds(files: list[Path]) -> float:
    """Load the files with PyYAML's C parser, in this process; the CPU seconds that it takes."""
    began = time.process_time()
    for file in files:
        with file.open("rb") as stream:
            yaml.load(stream, Loader=yaml.CSafeLoader)
    return time.process_time() - began


def against_safe_load(files: list[Path], folder: Path, pairs: int) -> float:
    """Assess a folder on one core, and load its files, in turns; print and return the ratio."""
    command = [*COMMAND, "assess", str(folder), "--format", "json"]
    rows = []
    for _ in range(pairs):
        _, assessed = timed(command, env={**os.environ, "OS2GOVERNANCE_PROCESSES": "1"})
        loaded = safe_load_seconds(files)
        rows.append((assessed / loaded, assessed / len(files), loaded / len(files)))
    ratio, assessed, loaded = map(statistics.median, zip(*rows, strict=True))
    print(f"safe_load (C)          {loaded * 1e3:6.3f} ms a file, CPU")
    print(f"assess, one core       {assessed * 1e3:6.3f} ms a file, CPU  ratio {ratio:.2f}")
    return ratio


def newest_model(library: Library) -> Model:
    """The shipped model that was published last."""
    model, findings = library.model(library.newest_first()[0])
    if model is None:
        sys.exit(str(findings[0]))
    return model


def peak_memory(folder: Path) -> Iterator[float]:
    """Give the largest resident set, in MB, of a process that assesses the folder."""
    script = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)\n"
    )
    command = [sys.executable, "-c", script, *COMMAND, "assess", str(folder), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    yield float(done.stdout)


def main() -> None:
    """Time everything, and print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    keep_compiled()
    model = newest_model(open_library())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "all").mkdir()
        files = write_declarations(model, folder / "all", given.count)
        lines = statistics.mean(file.read_text().count("\n") for file in files[:200])
        print(
            f"{given.count} declarations of {lines:.0f} lines on average, model {model.reference}"
        )
        against_safe_load(files, folder / "all", given.runs)
        assess = [*COMMAND, "assess", str(folder / "all"), "--format", "json"]
        both, cpu = min(timed(assess) for _ in range(3))
        print(
            f"assess, all cores      {both / len(files) * 1e3:6.3f} ms a file by the clock, "
            f"{cpu / both:.2f} cores in use"
        )

        tenth = folder / "tenth"
        tenth.mkdir()
        for file in files[: max(len(files) // 10, 1)]:
            file.parent.rename(tenth / file.parent.name)
        (small,) = peak_memory(tenth)
        for moved in tenth.iterdir():
            moved.rename(folder / "all" / moved.name)
        (large,) = peak_memory(folder / "all")
        print(
            f"peak memory            {small:.0f} MB with a tenth of the files, {large:.0f} MB with all"
        )


if __name__ == "__main__":
    main()
