"""A library of models: each read once, the newest known by its day, versions chained to another."""

from pathlib import Path

import pytest
from folders import criterion, write_model
from hypothesis import given
from hypothesis import strategies as st

from os2governance.model.library import Library, ModelSource, read_previous_version
from os2governance.workflows.disk_files import MODELS_ON_DISK, open_library

OPEN = {"fact": "open", "present": True}
OS2_OLDEST_FIRST = [
    f"os2/{version}"
    for version in (
        "2021-04-29", "2021-05-04", "2021-10-27", "1.0",
        "2024-04-02", "2024-05-15", "2024-07-02", "1.1.0",
    )
]  # fmt: skip


def write_versions(folder, **predecessors):
    """Write versions of `small`, each superseding another, or (None) none."""
    for version, before in predecessors.items():
        more = {"supersedes": {"version": before}} if before else {}
        made = write_model(
            folder / version, [criterion("A", "low", OPEN)], version=version, **more
        )
        (folder / "criteria" / "small").mkdir(parents=True, exist_ok=True)
        made.rename(folder / "criteria" / "small" / version)
    return open_library(folder / "criteria")


def dated(days):
    """A library whose models say their days and nothing else."""
    files = {Path(name): {"model.yaml": data} for name, data in days.items()}
    source = ModelSource(
        references=lambda _: sorted(days),
        holds=files.__contains__,
        files=lambda folder: (files[folder], []),
        resolve=lambda folder: folder,
    )
    return Library((Path(),), source, {}, {})


def test_the_newest_is_the_one_published_last():
    library = open_library()

    assert library.newest_first() == OS2_OLDEST_FIRST[::-1]
    assert library.superseded_by("os2/1.0") == "os2/1.1.0"
    assert library.superseded_by("os2/1.1.0") is None


def test_a_version_that_is_based_on_nothing_reads_no_other():
    library = open_library()
    library.model("os2/1.1.0")

    assert list(library.models) == ["os2/1.1.0"]


@given(st.dictionaries(st.sampled_from("abcdefg"), st.dates(), min_size=1))
def test_what_supersedes_is_the_newest_and_is_newer(days):
    library = dated({f"m/{name}": f"published: {day}".encode() for name, day in days.items()})
    newest = max(days.values())

    for name, day in days.items():
        found = library.superseded_by(f"m/{name}")
        assert (found is None) == (day == newest)
        assert found is None or days[found[2:]] == newest
    assert [days[name[2:]] for name in library.newest_first()] == sorted(
        days.values(), reverse=True
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b"published: [2026]", b"published: 2026", b"a: &a [*a]", b"\x1b["],
)
def test_a_model_that_says_no_day_is_the_oldest(data):
    library = dated({"m/1": data, "m/2": b"published: 0001-01-01"})

    assert library.newest_first() == ["m/2", "m/1"]
    assert library.superseded_by("m/1") == "m/2"


def test_a_chain_is_the_versions_between_and_empty_the_wrong_way(tmp_path):
    library = write_versions(tmp_path, a=None, b="a", c="b", x=None)

    assert [m.version for m in library.chain("small/a", "small/c")] == ["a", "b", "c"]
    assert [m.version for m in library.chain("small/b", "small/b")] == ["b"]
    for older, newer in (("c", "a"), ("x", "c"), ("none", "c"), ("a", "none")):
        assert library.chain(f"small/{older}", f"small/{newer}") == []


def test_versions_that_supersede_each_other_are_no_endless_chain(tmp_path):
    library = write_versions(tmp_path, a="b", b="a")

    assert library.chain("small/none", "small/a") == []


def test_a_model_is_read_once_and_its_fault_as_well(tmp_path):
    library = write_versions(tmp_path, a=None)
    first = library.model("small/a")
    missing = library.model("small/none")
    (tmp_path / "criteria" / "small" / "a" / "model.yaml").unlink()

    assert library.model("small/a") is first
    assert missing[0] is None
    assert library.model("small/none") is missing


def test_between_two_models_from_elsewhere_the_library_stays_as_it_was(tmp_path):
    theirs = write_versions(tmp_path / "theirs", a=None, c="b")
    ours = write_versions(tmp_path / "ours", b="a")
    first, last = theirs.model("small/a")[0], theirs.model("small/c")[0]

    assert [m.version for m in ours.between(first, last)] == ["a", "b", "c"]
    assert set(ours.models) == {"small/b"}


def test_the_previous_version_lies_beside(tmp_path):
    library = write_versions(tmp_path, a=None, b="a", c="gone")
    before = {
        v: read_previous_version(library.model(f"small/{v}")[0], MODELS_ON_DISK) for v in "abc"
    }

    assert before["b"].version == "a"
    assert before["a"] is before["c"] is None
