"""A Dask cluster gives the same bytes, whatever happens to its workers."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from distributed import LocalCluster

from os2governance.workflows import cluster as workflow
from os2governance.workflows.batch import Batch, run_batch

ROOT = Path(__file__).parents[2]
GARDEN = ROOT / "tests" / "golden" / "garden"
COMMON = ["--criteria", "criteria", "--as-of", "2026-05-01", "--lang", "da"]

pytestmark = pytest.mark.filterwarnings("default")  # of Dask, which others look after


@pytest.fixture(scope="module")
def cluster():
    """Two worker processes in another folder: the relative paths lead to none of the files."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as made:
        yield made


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """The garden's models, and many copies of its products, one of which cannot be read."""
    folder = tmp_path_factory.mktemp("world")
    shutil.copytree(GARDEN / "criteria", folder / "criteria")
    originals = sorted((GARDEN / "products").iterdir())
    for number in range(130):
        shutil.copytree(originals[number % len(originals)], folder / "products" / f"p{number:03}")
    return folder


def run(world, *arguments):
    environment = {"PATH": os.environ["PATH"], "OS2GOVERNANCE_PROCESSES": "1", "COLUMNS": "100"}
    if "PYTHONPATH" in os.environ:
        environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
    command = [sys.executable, "-m", "os2governance", *map(str, arguments)]
    return subprocess.run(command, cwd=world, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize(
    "asked",
    [
        "assess --format json",
        "assess --format csv",
        "assess --format parquet",
        "assess --format text",
        "check --no-cache --format json",
        "check --no-cache --format text",
        "check --no-cache --format junit",
        "portfolio --format json",
        "portfolio --format csv",
    ],
)
def test_the_same_bytes_as_from_one_process(world, cluster, asked):
    command, *options = asked.split()
    here = run(world, command, "products", *options, *COMMON)
    there = run(
        world, command, "products", *options, *COMMON, "--cluster", cluster.scheduler_address
    )

    assert here.stdout
    assert (there.stdout, there.stderr) == (here.stdout, here.stderr)
    # One of the originals cannot be assessed, which to check is a finding.
    assert there.returncode == here.returncode == (1 if command == "check" else 2)


def contents(folder):
    return {
        file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_the_same_site(world, cluster, tmp_path):
    run(world, "site", "products", *COMMON, "--out", tmp_path / "here")
    address = ["--cluster", cluster.scheduler_address]
    run(world, "site", "products", *COMMON, "--out", tmp_path / "there", *address)

    assert contents(tmp_path / "there") == contents(tmp_path / "here") != {}


def work_and_die_once(library, job, product):
    """The worker of the 70th product is killed, but not that of the second attempt."""
    if product.file == "70" and not job.exists():
        job.write_text(str(os.getpid()))
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.002)
    return int(product.file)


def test_a_killed_worker_loses_nothing(cluster, tmp_path):
    batch = Batch(
        files=[str(number) for number in range(200)],
        work=work_and_die_once,
        job=tmp_path / "mark",
        criteria=(),
        cluster=cluster.scheduler_address,
    )
    results = list(run_batch(batch))

    assert int((tmp_path / "mark").read_text()) != os.getpid()
    assert results == list(range(200))


def test_a_cluster_that_is_not_there_is_said(world):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    done = run(world, "assess", "products", *COMMON, "--cluster", address)

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert address.encode() in done.stderr


@pytest.mark.parametrize("address", ["nonsense", "ftp://x:1", "tcp://", ""])
def test_an_address_that_is_none_is_said(world, address):
    done = run(world, "portfolio", "products", *COMMON, "--cluster", address)

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"--help" in done.stderr


def test_workers_of_another_version_are_refused(cluster, monkeypatch, tmp_path):
    monkeypatch.setattr(workflow, "compute_engine_digest", lambda: "another")
    batch = Batch(
        files=["a"],
        work=work_and_die_once,
        job=tmp_path,
        criteria=(),
        cluster=cluster.scheduler_address,
    )

    with pytest.raises(workflow.NotPossibleError, match="does not have this os2governance"):
        list(run_batch(batch))


def test_without_workers_nobody_waits_forever(monkeypatch, tmp_path):
    monkeypatch.setattr(workflow, "CONNECT_SECONDS", 1)
    with LocalCluster(n_workers=0, dashboard_address=":0") as empty:
        batch = Batch(
            files=["a"],
            work=work_and_die_once,
            job=tmp_path,
            criteria=(),
            cluster=empty.scheduler_address,
        )
        with pytest.raises(workflow.NotPossibleError, match="no workers"):
            list(run_batch(batch))
