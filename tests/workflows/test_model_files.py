"""Models that travel: as the disk has them, with what is wrong with them, and told apart."""

import pickle
from pathlib import Path

import pytest
from folders import criterion, write_model

from os2governance.workflows.disk_files import open_library
from os2governance.workflows.model_files import open_stored_library, read_library_files

GARDEN = Path(__file__).parents[1] / "golden" / "garden"
OPEN = {"fact": "open", "present": True}


@pytest.mark.parametrize("stored", ["garden", "shipped"])
def test_models_that_travel_are_those_of_the_disk(stored):
    folders = [GARDEN / "criteria"] if stored == "garden" else []
    here = open_library(*folders)
    there = open_stored_library(pickle.loads(pickle.dumps(read_library_files(folders))))

    assert there.folders == here.folders
    assert there.newest_first() == here.newest_first()
    for reference in here.references():
        assert there.superseded_by(reference) == here.superseded_by(reference)
        (one, wrong), (other, also_wrong) = here.model(reference), there.model(reference)
        assert also_wrong == wrong
        assert (other and (other.digest, other.file)) == (one and (one.digest, one.file))
    assert there.model("no/such")[0] is None


def test_a_byte_of_a_model_is_another_digest(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    first, same = (read_library_files([tmp_path / "criteria"]) for _ in range(2))
    (folder / "all.yaml").write_bytes((folder / "all.yaml").read_bytes() + b"\n")
    other = read_library_files([tmp_path / "criteria"])

    assert first == same
    assert hash(first) == hash(same)
    assert first != other


@pytest.mark.parametrize("data", [b"", b"\xff", b"a: [", b"based_on: x\n"])
def test_a_model_that_does_not_load_has_the_same_findings_elsewhere(tmp_path, data):
    folder = write_model(tmp_path, [criterion("A", "low", OPEN)])
    (folder / "model.yaml").write_bytes(data)
    here = open_library(tmp_path / "criteria").model("small/1")
    there = open_stored_library(read_library_files([tmp_path / "criteria"])).model("small/1")

    assert here[0] is there[0] is None
    assert here[1] == there[1] != []


def test_without_models_there_are_none(tmp_path):
    library = open_stored_library(read_library_files([tmp_path]))

    assert (library.references(), library.newest_first()) == ([], [])
    assert not library.source.holds(tmp_path)
