"""A baseline is written and read again, and fits its schema."""

import json

from os2governance.formats import Baseline
from os2governance.workflows.check.baseline import read_baseline, write_baseline_file
from os2governance.workflows.check.known import KnownFinding

ONE = ("b.yaml", KnownFinding("undocumented", "0123456789abcdef"))
TWO = ("a.yaml", KnownFinding("unanswered", "0123456789abcdef:12"))


def test_what_was_written_is_read_and_fits_the_format(tmp_path):
    file = tmp_path / "base.json"

    assert write_baseline_file(file, [ONE, TWO, ONE], "2026-05-01") == 3
    read = read_baseline(file)
    assert read.known.by_file == {"a.yaml": (TWO[1],), "b.yaml": (ONE[1], ONE[1])}
    assert read.known.compared is None
    lines = file.read_text().split("\n")
    assert all(f'"{mark}"' in lines[line - 1] for mark, line in read.lines.items())
    assert Baseline.model_validate_json(file.read_text()).made.on.isoformat() == "2026-05-01"


def test_the_same_findings_are_the_same_bytes_whatever_their_order(tmp_path):
    for name, several in (("1", [ONE, TWO]), ("2", [TWO, ONE])):
        write_baseline_file(tmp_path / name, several, "2026-05-01")

    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert list(json.loads((tmp_path / "1").read_text())["findings"]) == ["a.yaml", "b.yaml"]
