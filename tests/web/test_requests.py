"""Requests of programs: what is taken, what is refused, and where each error is."""

import pytest
from pydantic import ValidationError

from os2governance.web.requests import (
    MAX_ECHOED_NAME,
    MAX_POSTED_FILES,
    AssessmentQuery,
    ExplainQuery,
    Posted,
    explain_request_errors,
)


def test_the_files_have_the_names_of_a_product_s_folder():
    posted = Posted.model_validate(WHOLE)

    assert [name for name, _ in posted.to_sources().files()] == [
        "product.yaml", "declarations/c.yaml", "register.yaml", "observations.yaml",
        "evaluations/a.yml", "evaluations/b.yaml", "decisions.yaml",
    ]  # fmt: skip


WHOLE = {
    "declaration": "a\ud800",
    "declarations": {"c.yaml": ""},
    "register": "",
    "observations": "",
    "evaluations": {"b.yaml": "2", "a.yml": "1"},
    "decisions": "",
}


@pytest.mark.parametrize("key", WHOLE)
def test_one_file_is_a_product_whichever_it_is(key):
    sources = Posted.model_validate({key: WHOLE[key]}).to_sources()

    assert len(sources.files()) == (2 if key == "evaluations" else 1)
    assert (sources.product is None) is (key != "declaration")
    assert sources.name == "product.yaml"


@pytest.mark.parametrize("below", ["evaluations", "declarations"])
@pytest.mark.parametrize(
    "name",
    ["../x.yaml", "a/b.yaml", ".yaml", "x.txt", "", "a\n.yaml", "x.yaml\n", "a" * 99 + ".yaml"],
)
def test_a_name_that_leads_elsewhere_is_refused(name, below):
    with pytest.raises(ValidationError):
        Posted.model_validate({"declaration": "", below: {name: ""}})


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Posted, {}),
        (Posted, {"declaration": None, "evaluations": {}}),
        (Posted, {"register": 7}),
        (Posted, {"declaration": "", "more": 1}),
        (
            Posted,
            {
                "declaration": "",
                "evaluations": {f"{n}.yaml": "" for n in range(MAX_POSTED_FILES + 1)},
            },
        ),
        (AssessmentQuery, {"as_of": "1. maj"}),
        (AssessmentQuery, {"lang": "de"}),
        (ExplainQuery, {"criterion": ["a"] * 1001}),
    ],
)
def test_what_is_refused_is_told_with_its_place(kind, values):
    with pytest.raises(ValidationError) as refused:
        kind.model_validate(values)
    found = explain_request_errors(refused.value.errors())

    assert {each.code for each in found} == {"request-invalid"}
    assert all(each.message.da != each.message.en for each in found)


def test_a_place_is_not_echoed_without_end_nor_as_a_template():
    [found] = explain_request_errors([{"loc": ("body", "{x}" * 1000), "type": "missing"}])

    assert "{x}" in found.message.en
    assert len(found.message.en) < 3 * MAX_ECHOED_NAME
