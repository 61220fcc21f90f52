"""Work over many files: the results in order, whatever processes they come from and lose."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from os2governance.workflows.batch import CHUNK_SIZE, MIN_FILES, Batch, KnownResult, run_batch
from os2governance.workflows.chunk import read_product_bytes

WORK = """
import os, signal, sys
from pathlib import Path
from os2governance.workflows.batch import Batch, run_batch

def work(library, job, product):
    number = int(product.file)
    {body}
    return number, os.getpid(), job

if __name__ == "__main__":
    import multiprocessing
    if method := {method!r}:
        multiprocessing.set_start_method(method)
    files = [str(number) for number in range(200)]
    batch = Batch(files=files, work=work, job=Path.cwd(), criteria=())
    results = list(run_batch(batch))
    print([number for number, _, _ in results] == list(range(200)))
    print(len({{process for _, process, _ in results}} - {{os.getpid()}}))
    print({{job for _, _, job in results}} == {{Path.cwd()}})
"""


@pytest.fixture
def script(tmp_path):
    """Run a program that works on 200 files; `body` is done for each of them."""

    def run(body="pass", processes="3", method=""):
        program = tmp_path / "program.py"
        program.write_text(WORK.format(body=body, method=method))
        environment = {"PATH": os.environ["PATH"], "OS2GOVERNANCE_PROCESSES": processes}
        if "PYTHONPATH" in os.environ:
            environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
        return subprocess.run(
            [sys.executable, program],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_everything_comes_in_order_from_other_processes(script, processes):
    said = script("import time; time.sleep(0.01)", str(processes))

    assert (said.stdout, said.stderr) == (f"True\n{processes if processes > 1 else 0}\nTrue\n", "")


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_every_way_of_starting_a_process_will_do(script, method):
    said = script(processes="2", method=method)

    assert said.stderr == ""
    assert said.stdout.startswith("True\n")
    assert said.stdout.endswith("True\n")


def number_and_process(library, job, product):
    return product.file, os.getpid()


def test_a_few_files_stay_in_this_process():
    files = [str(number) for number in range(MIN_FILES - 1)]
    batch = Batch(files=files, work=number_and_process, job=None, criteria=())

    assert list(run_batch(batch)) == [(file, os.getpid()) for file in files]


def test_a_few_files_load_nothing_of_many():
    code = (
        "import sys; from os2governance.workflows.batch import Batch, run_batch; "
        "list(run_batch(Batch(files=['a'], work=lambda *_: 1, job=None, criteria=()))); "
        "print({'concurrent', 'multiprocessing', 'distributed'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"


def test_nothing_comes_of_no_files():
    batch = Batch(files=[], work=number_and_process, job=None, criteria=())

    assert list(run_batch(batch)) == []


ONCE = """
    mark = job / "mark"
    if number == 170 and not mark.exists():
        mark.touch()
        {death}
"""


@pytest.mark.parametrize("death", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(0)"])
def test_what_a_killed_process_had_is_done_again(script, death):
    done = script(ONCE.format(death=death).strip())

    assert done.stderr == ""
    assert done.stdout.startswith("True\n")


def test_a_process_that_always_ends_is_an_error(script):
    done = script("if number == 170: os._exit(9)")

    assert done.returncode == 1
    assert "ProcessEndedError" in done.stderr
    assert "OS2GOVERNANCE_PROCESSES=1" in done.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("ValueError('no')", "ValueError: no"),
        ("OSError(24, 'Too many', 'a/b')", "OSError: [Errno 24] Too many: 'a/b'"),
        ("MemoryError", "MemoryError"),
    ],
)
def test_an_error_of_a_process_is_raised_here(script, error, said):
    done = script(f"if number == 170: raise {error}")

    assert done.returncode == 1
    assert done.stderr.rstrip().endswith(said)


def numbered(library, job, product):
    return int(product.file)


def test_results_that_are_known_are_sent_nowhere(monkeypatch):
    monkeypatch.setenv("OS2GOVERNANCE_PROCESSES", "2")
    files = [str(number) for number in range(300)]

    def read(file):
        # The first 100 are known, then every second one.
        number = int(file)
        return KnownResult(-number) if number < 100 or number % 2 else read_product_bytes(file)

    batch = Batch(files=files, work=numbered, job=None, criteria=(), read=read)
    expected = [-number if number < 100 or number % 2 else number for number in range(300)]

    assert list(run_batch(batch)) == expected


def test_only_a_few_chunks_are_read_ahead(monkeypatch):
    monkeypatch.setenv("OS2GOVERNANCE_PROCESSES", "2")
    read = []
    batch = Batch(
        files=[str(number) for number in range(2000)],
        work=numbered,
        job=None,
        criteria=(),
        read=lambda file: read.append(file) or read_product_bytes(file),
    )
    results = run_batch(batch)
    ahead = [len(read) - 1 - number for number in results]

    assert max(ahead) <= 5 * CHUNK_SIZE


def test_a_batch_that_nobody_reads_on_ends_its_processes(monkeypatch):
    monkeypatch.setenv("OS2GOVERNANCE_PROCESSES", "2")
    files = [str(number) for number in range(500)]
    results = run_batch(Batch(files=files, work=number_and_process, job=None, criteria=()))
    _, process = next(results)
    results.close()

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def alive(process):
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2][:3]
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_end_when_the_one_that_started_them_is_killed(tmp_path, method):
    program = tmp_path / "program.py"
    body = "import time; (job / str(os.getpid())).touch(); time.sleep(0.05)"
    program.write_text(WORK.format(body=body, method=method))
    environment = {**os.environ, "OS2GOVERNANCE_PROCESSES": "2"}
    running = subprocess.Popen([sys.executable, program], cwd=tmp_path, env=environment)
    deadline = time.monotonic() + 30
    while len(found := [p for p in tmp_path.iterdir() if p.name.isdecimal()]) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    while any(alive(each.name) for each in found):
        assert time.monotonic() < deadline
        time.sleep(0.02)
