"""The classes of the formats accept what the schemas accept, and nothing is lost in them."""

from datetime import date

import pytest
from mutants import as_yaml, files, mutants
from pydantic import TypeAdapter, ValidationError

from os2governance import formats
from os2governance.documents.yaml_reader import read_yaml
from os2governance.schema.generate import FORMAT_CLASSES
from os2governance.schema.read import read_schema
from os2governance.schema.validator import CompiledSchema

CLASSES = {name: TypeAdapter(getattr(formats, each)) for name, each in FORMAT_CLASSES.items()}


@pytest.mark.parametrize("name", files())
def test_every_file_of_the_repository_is_read(name):
    shape = CompiledSchema(read_schema(name))
    for values in files()[name]:
        document, _ = read_yaml(as_yaml(values), name)
        if shape.find_violations(document, document.values):
            continue
        read = CLASSES[name].validate_python(values)

        given = CLASSES[name].dump_python(read, mode="json", by_alias=True, exclude_unset=True)
        assert given == values


@pytest.mark.parametrize("name", files())
def test_what_its_schema_refuses_a_class_refuses(name):
    shape = CompiledSchema(read_schema(name))
    for kind, values in mutants(3, 60):
        if kind != name:
            continue
        document, _ = read_yaml(as_yaml(values), name)
        if document is None:
            continue
        found = shape.find_violations(document, document.values)
        try:
            CLASSES[name].validate_python(document.values)
        except ValidationError:
            assert found
        else:
            assert found == []


def test_a_product_in_python():
    product = formats.Product.model_validate(
        {
            "format": "os2governance/product/1",
            "product": "x",
            "name": "X",
            "kind": "product",
            "model": "os2/1.1.0",
            "declared": {"on": "2026-05-01", "by": "Koordinator"},
            "answers": {"R1": {"answer": "met", "evidence": ["https://x"]}},
        }
    )

    assert product.declared.on == date(2026, 5, 1)
    assert product.answers["R1"].evidence == ("https://x",)
    assert product.facts is None
    with pytest.raises(ValidationError):
        product.name = "Y"


@pytest.mark.parametrize("on", ["2026-5-1", "20260501", 1, date(2026, 5, 1), None])
def test_a_date_is_iso_text_in_full(on):
    values = {"format": "os2governance/decisions/1", "product": "x"}
    decision = {"on": on, "decision": "admit", "by": "board"}
    if isinstance(on, date):
        assert formats.Decisions.model_validate(values | {"decisions": [decision]})
    else:
        with pytest.raises(ValidationError):
            formats.Decisions.model_validate(values | {"decisions": [decision]})


def test_a_key_that_may_be_left_out_may_not_be_null_where_the_schema_says_so():
    theme = {"format": "os2governance/criteria/1", "theme": "t", "criteria": []}
    criterion = {"id": "A", "level": "1", "met": {"fact": "x", "present": True}}

    assert (
        formats.Criteria.model_validate(theme | {"criteria": [criterion]}).criteria[0].title
        is None
    )
    with pytest.raises(ValidationError):
        formats.Criteria.model_validate(theme | {"criteria": [criterion | {"title": None}]})


def test_unknown_names_are_no_formats():
    with pytest.raises(AttributeError, match="Produkt"):
        formats.Produkt  # noqa: B018 - asked for
