"""What all tests share: the command as people run it, and hypothesis drawing the same each time.

The garden is a small folder of products that is no OS2; whole pages of it are golden text.
"""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from os2governance.i18n.translations import keep_compiled

keep_compiled()  # before the first text is said, and for the commands that tests run

from os2governance.cli.main import PROGRAM  # noqa: E402

SCRUBBED = dict.fromkeys(["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "PYTHONIOENCODING"])

settings.register_profile(
    "project",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("project")


@pytest.fixture
def run():
    """Run the command with a scrubbed environment, on a page of 100 columns."""

    return run_command


def run_command(*arguments, **environment):
    usual = {**SCRUBBED, "COLUMNS": "100", "OS2GOVERNANCE_CACHE": ".os2governance_cache"}
    runner = CliRunner(env={**usual, **environment})
    result = runner.invoke(PROGRAM, [str(argument) for argument in arguments])
    assert EXPECTED.faults or "internal-error" not in result.output, result.output
    return result


EXPECTED = SimpleNamespace(faults=False)


@pytest.fixture(autouse=True)
def _the_net_hides_nothing(request):
    """The last net is for users: an exception that it catches fails a test, unless it is asked for."""
    EXPECTED.faults = request.node.get_closest_marker("faults") is not None


COMMANDS = PROGRAM.command_names
GOLDEN = Path(__file__).parent / "golden"
GARDEN = GOLDEN / "garden"


@pytest.fixture
def garden(monkeypatch, run):
    """Run a command in the garden, on a day in May."""
    monkeypatch.chdir(GARDEN)
    usual = {"--criteria": "criteria", "--as-of": "2026-05-01"}

    def runs(*arguments, **environment):
        more = [each for pair in usual.items() if pair[0] not in arguments for each in pair]
        return run(*arguments, *(more if arguments[0] in COMMANDS else []), **environment)

    return runs


@pytest.fixture
def golden():
    """Compare a text with the golden one; GOLDEN=write in the environment writes it anew."""

    def compare(name, text):
        file = GOLDEN / name
        if os.environ.get("GOLDEN") == "write":
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def on_a_terminal():
    """Run the command with its standard output on a terminal; give what the terminal got."""

    def runs(*arguments, **environment):
        import pty  # not available on Windows

        ours, theirs = pty.openpty()
        usual = {"PATH": os.environ["PATH"], "COLUMNS": "100", "TERM": "xterm", "LANG": "C.UTF-8"}
        running = subprocess.Popen(
            [sys.executable, "-m", "os2governance", *map(str, arguments)],
            cwd=GARDEN,
            env={**usual, **environment},
            stdout=theirs,
        )
        os.close(theirs)
        got = b""
        try:
            while piece := os.read(ours, 1 << 16):
                got += piece
        except OSError:  # the terminal's end
            pass
        os.close(ours)
        running.wait()
        return got.decode().replace("\r\n", "\n")

    return runs
