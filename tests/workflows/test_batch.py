"""Several processes: the results in order, and a word when one of them ends too soon."""

import os
import subprocess
import sys
import textwrap

import pytest

from os2governance.workflows.batch import CHUNK_SIZE, run_in_chunks

SCRIPT = """
import os, sys
from os2governance.workflows.batch import run_in_chunks

def work(files):
    {body}
    return "+".join(files).encode() * 3000, [os.getpid(), len(files)]

files = [str(number) for number in range(200)]
results = list(run_in_chunks(files, work))
print("+".join(data.decode()[: len(data) // 3000] for data, _ in results) == "+".join(files))
print(len({{process for _, (process, _) in results}}))
"""


def script(body="pass", processes="3"):
    return subprocess.run(
        [sys.executable, "-c", SCRIPT.format(body=body)],
        env={"PATH": os.environ["PATH"], "OS2GOVERNANCE_PROCESSES": processes},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("processes", [1, 2, 3, 7])
def test_everything_comes_in_order_from_as_many_processes(processes):
    assert script(processes=str(processes)).stdout == f"True\n{processes}\n"


def test_a_few_files_stay_in_this_process():
    def work(files):
        return b"", [os.getpid(), *files]

    files = [str(number) for number in range(CHUNK_SIZE + 1)]
    beside = [said for _, said in run_in_chunks(files, work)]

    assert beside == [[os.getpid(), *files[:CHUNK_SIZE]], [os.getpid(), *files[CHUNK_SIZE:]]]


def test_nothing_comes_of_no_files():
    assert list(run_in_chunks([], lambda _: (b"", None))) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [("raise ValueError('no')", "ValueError: no"), ("os._exit(9)", "ProcessEndedError")],
)
def test_a_process_that_ends_too_soon_is_an_error(body, said):
    done = script(body=textwrap.dedent(f"if '170' in files: {body}"))

    assert done.returncode == 1
    assert said in done.stderr
    assert "ProcessEndedError" in done.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("OSError(24, 'Too many open files', 'a/b')", "OSError: [Errno 24] Too many open files: 'a/b'"),
        ("FileNotFoundError(2, 'No such file')", "FileNotFoundError: [Errno 2] No such file"),
        ("OSError('odd')", "odd"),
        ("MemoryError", "OSError: [Errno 12] Cannot allocate memory"),
    ],
)  # fmt: skip
def test_what_the_system_refuses_is_said_by_the_parent(error, said):
    done = script(body=f"if '170' in files: raise {error}")

    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("Traceback") == 1
