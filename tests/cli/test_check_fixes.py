"""`check --fix` and `--diff`, of standard input; of files, see test_check.py."""

import pytest
from click.testing import CliRunner
from conftest import GARDEN, SCRUBBED

from os2governance.cli.main import PROGRAM

BRAK = "products/brak/product.yaml"
DATA = (GARDEN / BRAK).read_bytes()


@pytest.fixture
def check(monkeypatch):
    """Run `check` in the garden with something on standard input."""
    monkeypatch.chdir(GARDEN)
    usual = ["--criteria", "criteria", "--as-of", "2026-05-01", "--lang", "en"]

    def checks(data, *arguments):
        given = ["check", *arguments, *usual]
        return CliRunner(env=SCRUBBED).invoke(PROGRAM, given, input=data)

    return checks


MESSY = DATA.replace(b"\n", b"   \n", 1)


def test_the_fixed_text_is_printed_and_nothing_is_written(check):
    result = check(MESSY, "-", "--stdin-filename", BRAK, "--fix")

    assert result.stdout_bytes == DATA
    assert (GARDEN / BRAK).read_bytes() == DATA
    assert result.exit_code == 0


@pytest.mark.parametrize("data", [DATA, DATA.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + DATA])
def test_a_text_without_anything_to_fix_is_printed_as_it_is(check, data):
    result = check(data, "-", "--stdin-filename", BRAK, "--fix")

    assert result.stdout_bytes == data
    assert result.exit_code == 0


def test_a_diff_shows_what_would_be_fixed(check):
    result = check(MESSY, "-", "--stdin-filename", BRAK, "--fix", "--diff")

    assert f"+++ b/{BRAK}" in result.stdout
    assert result.exit_code == 1
    assert check(DATA, "-", "--stdin-filename", BRAK, "--diff").stdout == ""


@pytest.mark.parametrize("data", [b"a: [\n", b"\xff\0", b"a: " + b"x" * (10 << 20)])
def test_of_what_cannot_be_read_nothing_is_printed_for_an_editor_to_keep(check, data):
    result = check(data, "-", "--stdin-filename", BRAK, "--fix")

    assert result.stdout_bytes == b""
    assert BRAK in result.stderr
    assert result.exit_code == 2
