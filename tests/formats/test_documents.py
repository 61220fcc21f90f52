"""The words by which a model's documents are read, in Python."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from os2governance.documents.yaml_reader import read_yaml
from os2governance.formats import Documents
from os2governance.formats.documents import FactSource, VersionSign

FILE = Path(__file__).parents[2] / "criteria" / "os2" / "documents.yaml"
WHOLE = read_yaml(FILE.read_bytes(), FILE.name)[0].values
OPTIONAL = {"denies", "others", "publiccode"}


def test_what_is_written_is_read():
    read = Documents.model_validate(WHOLE)

    assert set(read.levels) == set(WHOLE["levels"])
    assert read.columns.mark == tuple(WHOLE["columns"]["mark"])
    assert len(read.versions.told_by) == len(WHOLE["versions"]["told_by"])


@pytest.mark.parametrize("key", sorted(WHOLE.keys() - OPTIONAL))
def test_each_of_its_parts_is_needed(key):
    with pytest.raises(ValidationError):
        Documents.model_validate({k: v for k, v in WHOLE.items() if k != key})


@pytest.mark.parametrize("part", ["columns", "marks", "lights", "header", "says"])
def test_a_key_that_means_nothing_is_refused_in_each_part(part):
    wrong = {**WHOLE, part: {**WHOLE[part], "bogus": ["x"]}}

    with pytest.raises(ValidationError):
        Documents.model_validate(wrong)


def test_a_way_from_a_key_is_written_as_from():
    source = FactSource.model_validate({"from": ["a", "*"], "to": ["b"]})

    assert (source.from_, source.to) == (("a", "*"), ("b",))
    assert source.model_dump(mode="json", by_alias=True, exclude_unset=True)["from"] == ["a", "*"]


def test_a_version_is_told_by_columns_that_there_are():
    assert VersionSign.model_validate({"version": "1", "columns": ["light"]}).columns == ("light",)
    with pytest.raises(ValidationError):
        VersionSign.model_validate({"version": "1", "columns": ["colour"]})
