"""`decide` in real processes: what it asks on a terminal, and what is left where it is killed."""

import os
import pty
import signal
import subprocess
import sys

import pytest
from folders import criterion, write_model, write_product

LOG = """\
# The log of the board.
format: os2governance/decisions/1
product: tool
decisions:   # newest last
  - {on: 2026-01-01, decision: admit, by: board, grounds: ' x '}   # kept as it is
"""
ADDED = "  - on: 2026-05-01\n    decision: pause\n    by: board\n    grounds: No work.\n"
ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm", "COLUMNS": "100"}


@pytest.fixture
def log(tmp_path):
    """Make a product with a log of one decision."""
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    file = write_product(tmp_path, facts={}) / "decisions.yaml"
    file.write_text(LOG)
    return file


def arguments(log, *more):
    asked = ["decide", log.parent, "pause", "--by", "board", "--grounds", "No work.", *more]
    usual = ["--criteria", log.parents[2] / "criteria", "--as-of", "2026-05-01"]
    return [str(each) for each in (*asked, *usual)]


# The process makes the terminal its own, so that Ctrl-C on it is a signal.
OWN_TERMINAL = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever runs tests in the background ignores it
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "os2governance", *sys.argv[1:]])
"""


@pytest.fixture
def answered(log):
    """Run `decide` with a terminal for all three streams; do what is given when it asks."""

    def runs(typed, *more, meanwhile=lambda: None):
        ours, theirs = pty.openpty()
        command = [sys.executable, "-c", OWN_TERMINAL, *arguments(log, *more)]
        streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
        running = subprocess.Popen(command, env=ENVIRONMENT, start_new_session=True, **streams)
        os.close(theirs)
        seen = b""
        try:
            while piece := os.read(ours, 1 << 16):
                seen += piece
                if b"/N] " in seen and typed is not None:
                    meanwhile()
                    os.write(ours, typed)
                    typed = None
        except OSError:  # the terminal's end
            pass
        os.close(ours)
        return running.wait(), seen.decode().replace("\r\n", "\n")

    return runs


@pytest.mark.parametrize("typed", [b"j\n", b"JA\n", b"y\n", b" yes \n"])
def test_yes_on_a_terminal_records_the_decision(answered, log, typed):
    code, seen = answered(typed)

    assert code == 0
    assert seen.index("Skal beslutningen registreres? [j/N] ") < seen.index("Registreret i ")
    assert log.read_text() == LOG + ADDED


@pytest.mark.parametrize(
    "typed", [b"n\n", b"nej\n", b"\n", b"maybe\n", b"jan\n", b"ja nej\n", b"\x04"]
)
def test_all_else_is_no_and_it_says_so(answered, log, typed):
    """An answer of no, none, one that is not understood, and the end of what is typed (Ctrl-D)."""
    code, seen = answered(typed)

    assert code == 1
    assert seen.rstrip("\n").endswith("\nBeslutningen er ikke registreret.")
    assert log.read_text() == LOG


def test_an_interruption_records_nothing(answered, log):
    code, seen = answered(b"\x03")

    assert code == 130
    assert "Traceback" not in seen
    assert log.read_text() == LOG


def test_what_follows_is_seen_before_it_is_asked(answered):
    _, seen = answered(b"n\n", "--lang", "en")

    assert seen.index("Tool") < seen.index("Record the decision? [y/N] ")


def test_with_yes_nothing_is_asked_on_a_terminal_either(answered, log):
    code, seen = answered(None, "--yes")

    assert code == 0
    assert "[j/N]" not in seen
    assert log.read_text() == LOG + ADDED


@pytest.mark.parametrize("given", ["", "ja\n"])
def test_without_a_terminal_it_is_refused_and_told_how(log, given):
    """An answer from a pipe is nobody's answer."""
    done = subprocess.run(
        [sys.executable, "-m", "os2governance", *arguments(log)],
        input=given, capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip

    assert done.returncode == 2
    assert "brug --yes for at registrere." in done.stderr
    assert log.read_text() == LOG


DIES = """
import os, signal, sys
from os2governance.files import writing
from os2governance.cli.main import main

step, calls = int(sys.argv.pop(1)), 0

def counted(name):
    real = getattr(os, name)
    def call(*arguments, **more):
        global calls
        calls += 1
        if calls == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **more)
    setattr(os, name, call)

write = writing.replace_file

def replace(*arguments, **named):
    for name in ("open", "fsync", "rename", "replace", "close", "chmod", "mkdir", "unlink"):
        counted(name)
    return write(*arguments, **named)

writing.replace_file = replace
main()
"""


def killed_at(step, log):
    return subprocess.run(
        [sys.executable, "-c", DIES, str(step), *arguments(log, "--yes")],
        capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip


def test_killed_at_any_step_of_writing_the_log_is_the_old_or_the_new(log, run):
    seen = []
    for step in range(1, 40):
        log.write_text(LOG)
        done = killed_at(step, log)
        seen.append(log.read_text())
        assert seen[-1] in {LOG, LOG + ADDED}
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    else:
        pytest.fail("it never went through")
    assert step > 4
    assert seen[0] == LOG
    assert seen[-1] == LOG + ADDED
    assert seen == sorted(seen, key=len)  # once it is there, it stays there


def test_what_a_killed_process_leaves_behind_is_swept_by_the_next(log, run):
    seen = set()
    for step in range(1, 9):
        log.write_text(LOG)
        killed_at(step, log)
        seen |= {each.name.rpartition(".")[2] for each in log.parent.iterdir()}
    assert "os2governance-tmp" in seen
    log.write_text(LOG)

    assert run(*arguments(log, "--yes")).exit_code == 0
    assert log.read_text() == LOG + ADDED
    assert [each for each in log.parent.iterdir() if each.name.endswith("-tmp")] == []


def test_a_log_that_changes_while_the_question_stands_is_not_written_over(answered, log):
    other = LOG + ADDED.replace("pause", "close")
    code, seen = answered(b"ja\n", meanwhile=lambda: log.write_text(other))

    assert code == 1
    assert "Registreret i" not in seen
    assert log.read_text() == other
