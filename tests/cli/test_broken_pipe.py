"""A pipe that nobody reads any more: quiet, and with the exit code of a signal."""

import os
import signal
import subprocess
import sys

import pytest
from click.exceptions import Exit

from os2governance.cli import broken_pipe
from os2governance.cli.broken_pipe import EXIT_BROKEN_PIPE, discard_output


def test_the_exit_code_is_that_of_the_signal():
    assert EXIT_BROKEN_PIPE == 128 + signal.SIGPIPE


def test_what_was_buffered_and_what_follows_is_discarded(tmp_path):
    file = tmp_path / "out"
    with file.open("w") as stream:
        stream.write("buffered")
        discard_output(stream)
        stream.write("later")

    assert file.read_bytes() == b""


def test_only_a_broken_pipe_ends_the_program(monkeypatch):
    monkeypatch.setattr(broken_pipe, "handle_broken_pipe", lambda: 7)
    with pytest.raises(Exit) as ended, broken_pipe.exit_on_broken_pipe():
        raise BrokenPipeError
    with pytest.raises(FileNotFoundError), broken_pipe.exit_on_broken_pipe():
        raise FileNotFoundError

    assert ended.value.exit_code == 7


@pytest.mark.parametrize(
    "arguments", ["schema product", "--help", "assess --help", "--version", ""]
)
def test_a_command_whose_reader_is_gone_ends_quietly(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "os2governance", *arguments.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (EXIT_BROKEN_PIPE, b"")
