"""The text that a new product's form begins with."""

from datetime import date

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.declaration import read_declaration
from os2governance.web.new_declaration import NewDeclaration, render_new_declaration


@pytest.mark.parametrize("name", ["", "Værktøj: nr. 2", "# \x1b[31m"])
@pytest.mark.parametrize("kind", ["project", "product"])
def test_it_is_a_declaration_that_says_nothing_yet(tmp_path, name, kind):
    rule = {"fact": "open", "equals": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)]))
    about = NewDeclaration(
        product="tool", folder=tmp_path, on=date(2026, 5, 1), language="da", name=name, kind=kind
    )
    document, findings = read_yaml(render_new_declaration(model, about), "product.yaml")
    assert findings == []
    declaration, findings = read_declaration(document, model)

    assert findings == []
    assert (declaration.name, declaration.kind) == (name or "tool", kind)
    assert (declaration.facts, declaration.answers) == ({}, {})
    assert declaration.declared_on == date(2026, 5, 1)
