"""The usual order of keys: the format's, and the model's."""

from folders import criterion, write_model

from os2governance.checks.key_order import build_evaluation_order, build_product_order
from os2governance.model.library import read_model_folder
from os2governance.workflows.disk_files import MODELS_ON_DISK


def read_small_model(tmp_path):
    rule = {"fact": "open", "present": True}
    folder = write_model(tmp_path, [criterion("B", "low", rule), criterion("A", "low", rule)])
    return read_model_folder(folder, MODELS_ON_DISK)[0]


def test_outermost_keys_come_as_the_format_lists_them():
    names = build_product_order(None)[()]

    assert names[:3] == ["format", "product", "name"]
    assert build_product_order(None).keys() == {()}


def test_answers_and_ratings_come_as_the_model_lists_its_criteria(tmp_path):
    model = read_small_model(tmp_path)

    assert build_product_order(model)["answers",] == list(model.by_id)
    assert build_evaluation_order(model) == {("lights",): list(model.by_id)}
    assert build_product_order(model)["facts",] == list(model.facts.fields)


def test_an_evaluation_without_a_model_has_no_order():
    assert build_evaluation_order(None) == {}
