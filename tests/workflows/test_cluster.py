"""Addresses of clusters, before any of them is connected to."""

import re
import sys
from pathlib import Path

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.chunk import SharedWork
from os2governance.workflows.cluster import open_cluster
from os2governance.workflows.model_files import read_library_files


def connect(address):
    with open_cluster(SharedWork(print, None, read_library_files([Path("criteria")])), address):
        pytest.fail("connected")


@pytest.mark.parametrize(
    "address",
    ["", "10.0.0.1:8786", "http://a:1", "tcp://a", "tcp://:1", "tcp://a:x", "tcp://a b:1",
     "tcp://a:123456", "tcp://a:1/x", "tcp://a:1\n", "\x1b[31m", "tcp:///a:1"],
)  # fmt: skip
def test_what_is_no_address_is_not_connected_to(address, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NotPossibleError) as refused:
        connect(address)

    assert "tcp://10.0.0.1:8786" in refused.value.text.da


@pytest.mark.parametrize("address", ["tcp://10.0.0.1:8786", "tls://a.example:1"])
def test_without_the_part_for_clusters_it_is_said_how_to_get_it(address, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NotPossibleError) as refused:
        connect(address)

    for text in (refused.value.text.da, refused.value.text.en):
        assert re.search(r"pip install 'os2governance\[cluster\]'", text)
