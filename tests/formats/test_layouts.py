"""The layouts of documents, in Python: each kind has its own keys."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from os2governance.documents.yaml_reader import read_yaml
from os2governance.formats import Layout, Marks

FOLDER = Path(__file__).parents[2] / "criteria" / "os2" / "layouts"
READER = TypeAdapter(Layout)
FILES = {
    file.name: read_yaml(file.read_bytes(), file.name)[0].values
    for file in sorted(FOLDER.glob("*.yaml"))
    if file.name != "marks.yaml"
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_is_read_by_the_class_of_its_kind(name):
    read = READER.validate_python(FILES[name])

    assert read.kind == FILES[name]["kind"]
    assert READER.dump_python(read, mode="json", by_alias=True, exclude_unset=True) == FILES[name]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "change", [{"bogus": 1}, {"kind": "poster"}, {"format": "os2governance/layout/0"}]
)
def test_what_no_kind_has_is_refused(name, change):
    with pytest.raises(ValidationError):
        READER.validate_python({**FILES[name], **change})


def test_the_marks_are_read_and_nothing_is_lost():
    marks = read_yaml((FOLDER / "marks.yaml").read_bytes(), "marks.yaml")[0].values
    read = Marks.model_validate(marks)

    assert read.model_dump(mode="json", by_alias=True, exclude_unset=True) == marks
    with pytest.raises(ValidationError):
        Marks.model_validate({**marks, "bogus": 1})
