"""How fast `assess` is on a file that people wrote, with long notes and a remark on each line.

Run it as `python tests/benchmarks/assess_real.py`. Copies `products/os2iot` many times, and compares
`assess --format json` on one core with PyYAML's C `safe_load` of the same files: CPU seconds, in
pairs that alternate.
"""

import argparse
import re
import tempfile
from pathlib import Path

from assess_many import against_safe_load

from os2governance.i18n.translations import keep_compiled

REAL = Path(__file__).parents[2] / "products" / "os2iot" / "product.yaml"


def copies(file: Path, folder: Path, count: int) -> list[Path]:
    """Copy a declaration, each product by another id."""
    text, files = file.read_text(encoding="utf-8"), []
    for number in range(count):
        copy = folder / f"kopi{number:05}" / "product.yaml"
        copy.parent.mkdir()
        own = re.sub(r"(?m)^product: .*$", f"product: kopi{number:05}", text, count=1)
        copy.write_text(own, encoding="utf-8")
        files.append(copy)
    return files


def main() -> None:
    """Time both, and print the ratio."""
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=5_000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    keep_compiled()
    with tempfile.TemporaryDirectory() as name:
        files = copies(REAL, Path(name), given.count)
        print(f"{given.count} copies of {REAL.parent.name}")
        against_safe_load(files, Path(name), given.runs)


if __name__ == "__main__":
    main()
