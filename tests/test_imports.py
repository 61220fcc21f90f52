"""What costs time is imported only by those who need it, and the engine runs with either library."""

import subprocess
import sys

import pytest
from mutants import ROOT

GARDEN = ROOT / "tests" / "golden" / "garden"
SLOW = {"pydantic", "pydantic_core", "jsonschema", "referencing", "re2"}
REPORT = """
import sys
{before}
from os2governance.cli.main import main
try:
    sys.argv = ["os2governance", *{arguments}]
    main()
except SystemExit as end:
    code = end.code
print(code, *sorted(sys.modules.keys() & {names}), file=sys.stderr)
"""


def run(*arguments, names=SLOW, before="", cwd=GARDEN):
    """Run a command in a process of its own; give its output, its code, and what it imported."""
    program = REPORT.format(arguments=list(arguments), names=names, before=before)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    code, *imported = done.stderr.splitlines()[-1].split()
    return done.stdout, code, imported


USUAL = ("--criteria", "criteria", "--as-of", "2026-05-01", "--format", "json")


@pytest.mark.parametrize("command", ["assess", "check"])
def test_neither_pydantic_nor_jsonschema_is_imported_on_the_usual_way(command):
    pytest.importorskip("jsonschema_rs")
    output, _, imported = run(command, "products/rosenlund", *USUAL)

    assert output.startswith("{")
    assert set(imported) <= {"re2"}  # a model with patterns pays for those


def test_a_check_imports_what_writes_only_where_something_is_written(tmp_path):
    names = {"os2governance.files.writing", "os2governance.workflows.check.baseline"}
    usual = ("check", "products/rosenlund", *USUAL)
    to_file = ("--output", f"json={tmp_path / 'a.json'}")

    assert run(*usual, names=names)[2] == []
    assert run(*usual, *to_file, names=names)[2] == ["os2governance.files.writing"]


def test_the_formats_are_imported_when_asked_for():
    program = (
        "import sys, os2governance, os2governance.formats as formats\n"
        "assert 'pydantic' not in sys.modules\n"
        "from os2governance.formats import Product\n"
        "assert 'os2governance.formats.product' in sys.modules\n"
        "assert 'os2governance.formats.assessment' not in sys.modules\n"
        "for name in formats.__all__: getattr(formats, name)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("command", ["assess", "check"])
def test_without_jsonschema_rs_the_answer_is_the_same(command):
    with_it, code, _ = run(command, "products", *USUAL)
    without = run(command, "products", *USUAL, before="sys.modules['jsonschema_rs'] = None")

    assert without[:2] == (with_it, code)
    assert "jsonschema" in without[2]
