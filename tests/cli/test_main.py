"""How the program ends, which language it speaks, and that it ends quietly."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from os2governance.version import VERSION
from os2governance.workflows import find_products

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
COMMAND = [sys.executable, "-m", "os2governance"]
IN_GARDEN = ["--criteria", "criteria", "--as-of", "2026-05-01"]

# What is asked, the exit code, and what is said of it on standard error.
ENDINGS = [
    (["assess", "products/rosenlund"], 0, ""),
    (["assess", "products/rosenlund/product.yaml", "--format", "json"], 0, ""),
    (["assess", "products"], 2, ""),
    (["assess", "products", "--format", "json"], 2, ""),
    (["assess", "nowhere"], 2, ""),
    (["assess", "criteria"], 2, ""),
    (["assess", "criteria", "--format", "json"], 2, ""),
    (["assess", "products/rosenlund", "--format", "xml"], 2, "--format skal være en af"),
    (["assess", "--as-of", "1. maj"], 2, "»1. maj« er ikke en dato"),
    (["assess", "--as-of", "20260501"], 2, "er ikke en dato"),
    (["assess", "--as-of", "2026-W01-1"], 2, "er ikke en dato"),
    (["assess", "--criteria", "nowhere"], 2, "Mappen »nowhere« findes ikke"),
    (["assess", "--fromat", "json"], 2, "mente du »--format«?"),
    (["assess", "--lang", "de"], 2, "--lang skal være en af: da, en."),
    (["asess"], 2, "mente du »assess«?"),
    (["--lang", "en"], 2, "write it after the command's name"),
    (["explain"], 2, "PATH mangler."),
    (["explain", "products/rosenlund"], 0, ""),
    (["explain", "products/rosenlund", "J1", "V4"], 0, ""),
    (["explain", "products/rosenlund", "j1"], 2, "mente du »J1«?"),
    (["explain", "products"], 2, "Der er 4 produkter i products"),
    (["explain", "products/ulaeselig"], 2, ""),
    (["explain", "criteria", "--format", "json"], 2, ""),
    (["next", "products/rosenlund"], 0, ""),
    (["next", "products/rosenlund", "--level", "fro"], 0, ""),
    (["next", "products/rosenlund", "--level", "spir"], 2, "mente du »spire«?"),
    (["next", "products/ulaeselig"], 2, ""),
    (["next", "products/brak", "products/rosenlund"], 2, "For mange argumenter"),
    (["next", "products/brak", *IN_GARDEN, "--level"], 2, "--level skal have præcis én værdi."),
    (["schema"], 0, ""),
    (["schema", "product"], 0, ""),
    (["schema", "produkt"], 2, "mente du »product«?"),
    (["schema", "product", "--model", "haven/2"], 0, ""),
    (["schema", "product", "--model", "haven/3"], 2, "mente du »haven/2«?"),
    (["schema", "model", "--model", "haven/2"], 2, "--model kan kun bruges med product."),
    (["criteria", "list"], 0, ""),
    (["criteria", "list", "criteria/haven/2"], 0, ""),
    (["criteria", "show", "J1"], 0, ""),
    (["criteria", "show", "J0"], 2, "Kravet »J0« findes ikke i haven/2"),
    (["criteria", "lint"], 0, ""),
    (["criteria", "lint", "products"], 1, ""),
    (["criteria", "test"], 0, ""),
    (["criteria", "test", "--mutate"], 1, ""),
    (["criteria", "test", "products"], 2, ""),
    (["criteria", "lnt"], 2, "mente du »lint«?"),
    (["init", "Rosenlund"], 2, "»Rosenlund« kan ikke bruges som id"),
    (["init", "rosenlund"], 2, "findes i forvejen; den er ikke ændret."),
    (["init", "../up"], 2, "kan ikke bruges som id"),
]


@pytest.mark.parametrize(("asked", "code", "said"), ENDINGS, ids=lambda each: str(each)[:60])
def test_how_a_command_ends(garden, asked, code, said):
    result = garden(*asked)

    assert result.exit_code == code, result.output
    assert said in result.stderr
    assert bool(said) == bool(result.stderr)
    assert not result.exception or isinstance(result.exception, SystemExit)


def test_without_a_command_the_help_is_shown(run):
    assert run().exit_code == 0
    assert run().output == run("--help").output
    assert run("criteria").output == run("criteria", "--help").output


def test_the_version(run):
    assert run("--version").output == f"os2governance {VERSION}\n"


@pytest.mark.parametrize(
    ("environment", "danish"),
    [
        ({}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "da_DK.UTF-8"}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "da_DK", "LC_MESSAGES": "en_US"}, False),
        ({"LC_ALL": "da_DK", "LC_MESSAGES": "en_US", "LANG": "en_US"}, True),
        ({"LC_ALL": "", "LANG": "EN"}, False),
    ],
)
def test_the_language_is_the_environments(run, environment, danish):
    assert ("Tilvalg:" in run("assess", "--help", **environment).output) is danish
    assert "Tilvalg:" in run("assess", "--help", "--lang", "da", **environment).output
    assert "Options:" in run("assess", "--lang=en", "--help", **environment).output


def test_quiet_is_without_talk(tmp_path, run):
    talking = run("init", "one", "--out", tmp_path)
    quiet = run("init", "two", "--out", tmp_path, "-q")

    assert "os2governance assess" in talking.stderr
    assert quiet.stderr == ""
    assert quiet.stdout == f"{tmp_path}/two/product.yaml\n"


def test_too_little_memory_is_said_in_a_line(garden, monkeypatch):
    def greedy(*_):
        raise MemoryError

    monkeypatch.setattr(find_products, "list_product_files", greedy)
    done = garden("assess", "products")

    assert (done.exit_code, done.stderr) == (2, "Der er ikke hukommelse nok.\n")


@pytest.mark.faults
def test_a_fault_in_the_search_for_settings_is_said_in_a_line(run, monkeypatch):
    def fail():
        raise ValueError

    monkeypatch.setattr("os2governance.cli.main.find_language_setting", fail)
    result = run("schema", LANG="en_GB")

    assert result.exit_code == 2
    assert "os2governance: internal-error" in result.stderr


def test_an_interrupt_is_quiet(garden, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(find_products, "list_product_files", interrupted)
    result = garden("assess")

    assert result.exit_code == 128 + signal.SIGINT
    assert result.output.strip() == ""


def test_a_path_that_is_named_twice_is_assessed_once(garden):
    assert garden("assess", "products", "products/brak").output == garden("assess").output


# -- as processes ---------------------------------------------------------------------------------


def process(*arguments, **environment):
    scrubbed = {"PATH": os.environ["PATH"], "COLUMNS": "100", **environment}
    return subprocess.run(
        [*COMMAND, *arguments, *IN_GARDEN],
        cwd=GARDEN,
        env=scrubbed,
        capture_output=True,
        check=False,
    )


def test_a_broken_pipe_is_quiet(tmp_path):
    text = (GARDEN / "products/brak/product.yaml").read_text(encoding="utf-8")
    for number in range(120):
        (tmp_path / f"p{number}").mkdir()
        (tmp_path / f"p{number}" / "product.yaml").write_text(text, encoding="utf-8")
    for form in ("json", "text"):
        arguments = [*COMMAND, "assess", str(tmp_path), "--format", form, *IN_GARDEN]
        with subprocess.Popen(
            arguments, cwd=GARDEN, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            running.stdout.read(10)
            running.stdout.close()
            said = running.stderr.read()

        assert said == b""
        assert running.returncode == 128 + signal.SIGPIPE


@pytest.mark.parametrize("command", ["assess", "explain", "next"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_bytes_whatever_the_hash_seed(command, form):
    one, other = (
        process(command, "products/rosenlund", "--format", form, PYTHONHASHSEED=seed)
        for seed in ("1", "4711")
    )

    assert one.stdout == other.stdout != b""


def test_pipes_get_utf8_whatever_the_locale():
    expected = process("explain", "products/kirsebaer", LANG="da_DK.UTF-8").stdout
    said = process(
        "explain",
        "products/kirsebaer",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    ).stdout

    assert "Kirsebærlunden" in said.decode()
    assert said == expected


def test_letters_that_an_encoding_lacks_are_replaced():
    said = process("assess", "products/rosenlund", PYTHONIOENCODING="ascii").stdout.decode("ascii")

    assert "+ J1 Bedet har en plan" in said
    assert "Gammelt trae" in said
    assert "\\x" not in said
    assert "\\u" not in said


def test_a_terminal_gets_colours_unless_they_are_unwanted(on_a_terminal):
    page = ("assess", "products/kirsebaer", *IN_GARDEN)
    plain = process(*page).stdout.decode()

    assert "\x1b[1;32m✓\x1b[0m" in on_a_terminal(*page)
    assert on_a_terminal(*page, "--no-color") == plain
    assert on_a_terminal(*page, NO_COLOR="1") == plain
    assert on_a_terminal(*page, TERM="dumb") == plain


def test_streams_that_are_closed_do_no_harm():
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        command = f"{shlex.join([*COMMAND, 'assess', 'products/rosenlund', *IN_GARDEN])} {closed}"
        assert subprocess.run(command, shell=True, cwd=GARDEN, check=False).returncode == 0


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")


@FULL
@pytest.mark.parametrize("command", ["check", "assess"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_one_line(command, form):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [
                *COMMAND,
                command,
                "products/rosenlund",
                "--format",
                form,
                *IN_GARDEN,
                "--lang",
                "en",
            ],
            cwd=GARDEN,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.stderr == b"The system refused: No space left on device.\n"
    assert done.returncode == 2


@FULL
def test_nobody_is_told_where_nothing_can_be_written():
    for arguments in (["check", "products/rosenlund"], ["asess"]):
        command = f"{shlex.join([*COMMAND, *arguments])} > /dev/full 2> /dev/full"
        assert subprocess.run(command, shell=True, cwd=GARDEN, check=False).returncode == 2


def test_numbers_of_the_environment_that_are_none(garden):
    right = garden("check", "products/rosenlund").stdout
    for said in ("9" * 5000, "-1", "x", "\u0661" * 5000):
        result = garden("check", "products/rosenlund", COLUMNS=said, OS2GOVERNANCE_PROCESSES=said)
        assert result.stdout == right


def test_what_is_slow_to_import_is_not_imported():
    script = (
        "import sys\n"
        "from os2governance.cli.main import PROGRAM\n"
        "try:\n"
        "    PROGRAM.main(sys.argv[1:])\n"
        "except SystemExit:\n"
        "    slow = {'jsonschema', 'subprocess', 'multiprocessing'}\n"
        "    print(sorted(slow & set(sys.modules)), file=sys.stderr)\n"
    )
    for arguments in (["--help"], ["assess", "products/brak", *IN_GARDEN]):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments], cwd=GARDEN, capture_output=True, check=True
        )
        assert done.stderr == b"[]\n"
