"""How fast `site` is: run it as `python tests/benchmarks/site_many.py`.

Times the site of the example of 24 products, and of many made-up declarations of about 200 lines,
as `assess_many.py` makes them: made for the first time, and made again when nothing has changed.
Says how large the largest page became, and the peak memory of the largest process.
"""

import argparse
import resource
import sys
import tempfile
from pathlib import Path

from assess_many import COMMAND, newest_model, timed

sys.path.insert(0, str(Path(__file__).parents[1]))
from example_portfolio import AS_OF, example_portfolio
from made_up_declarations import write_declarations

from os2governance.workflows.disk_files import open_library


def made(products: Path, out: Path) -> tuple[float, float]:
    """Make a site; give the seconds by the clock, and the CPU seconds of all processes."""
    return timed([*COMMAND, "site", str(products), "--out", str(out), "--as-of", AS_OF, "-q"])


def told(name: str, products: Path, out: Path) -> None:
    """Make a site twice, and print the figures."""
    first, cpu = made(products, out)
    again, _ = made(products, out)
    pages = sorted(out.rglob("*.html"), key=lambda page: page.stat().st_size)
    largest = pages[-1]
    print(f"{name:<22} {first:6.2f} s, {cpu / first:.2f} cores in use; {again:.2f} s again")
    print(
        f"{'':<22} {len(pages)} pages, the largest {largest.stat().st_size / 1e3:.0f} kB"
        f" ({largest.relative_to(out)})"
    )


def main() -> None:
    """Time both, and print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=2_000)
    given = options.parse_args()
    model = newest_model(open_library())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "few").mkdir()
        (folder / "many").mkdir()
        told("24 products", example_portfolio(folder / "few"), folder / "site-few")
        write_declarations(model, folder / "many", given.count)
        told(f"{given.count} products", folder / "many", folder / "site-many")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory            {peak:.0f} MB in the largest process")


if __name__ == "__main__":
    main()
