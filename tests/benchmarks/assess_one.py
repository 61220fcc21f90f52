"""How long a process takes that assesses one product: `python tests/benchmarks/assess_one.py`.

Compares its CPU seconds with those of `python -c "import yaml, pydantic"`, in pairs that alternate.
"""

import argparse
import statistics
import sys
from pathlib import Path

from assess_many import COMMAND, timed

from os2governance.i18n.translations import keep_compiled

PRODUCT = Path(__file__).parents[2] / "products" / "os2iot"
BASE = [sys.executable, "-c", "import yaml, pydantic"]


def main() -> None:
    """Time both, and print the ratio."""
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=21)
    given = options.parse_args()
    keep_compiled()
    assess = [*COMMAND, "assess", str(PRODUCT)]
    timed(assess), timed(BASE)  # what is imported is compiled once
    rows = []
    for _ in range(given.runs):
        (_, ours), (_, theirs) = timed(assess), timed(BASE)
        rows.append((ours / theirs, ours, theirs))
    ratio, ours, theirs = map(statistics.median, zip(*rows, strict=True))
    print(
        f"assess of one product  {ours * 1e3:.0f} ms CPU; {BASE[-1]!r} {theirs * 1e3:.0f} ms"
        f"  ratio {ratio:.2f}"
    )


if __name__ == "__main__":
    main()
