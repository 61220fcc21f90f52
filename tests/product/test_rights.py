"""Who may decide what: by the level, by any level, or by not declaring."""

import pytest
from folders import ROLES, criterion, write_model

from os2governance import load_model
from os2governance.product.rights import has_right_to_decide

CASES = [
    # kind, level, role; with deciders for a level, and where no level names any
    ("place", "high", "board", True, True),
    ("place", "high", "owner", False, True),
    ("place", "low", "owner", True, True),  # a level that names nobody
    ("place", "middle", "board", False, False),  # no such level
    ("place", "high", "nobody", False, False),
    ("place", "high", None, False, False),
    ("accept", None, "board", True, True),
    ("accept", None, "owner", False, False),
    ("accept", "high", "clerk", True, True),
    ("correct", None, "board", True, True),
    ("correct", None, "clerk", False, True),
    ("correct", None, "owner", False, False),
    ("admit", None, "clerk", True, True),
    ("close", None, "owner", True, True),
    ("close", None, "nobody", False, False),
]


@pytest.fixture(params=["named", "nobody"])
def model(request, tmp_path):
    roles = [*ROLES, {"id": "clerk", "name": {"da": "Sekretær", "en": "Clerk"}}]
    levels = [{"id": "low"}, {"id": "high"}]
    more = {} if request.param == "named" else {"levels": levels}
    rule = {"fact": "open", "present": True}
    made = write_model(tmp_path, [criterion("A", "low", rule)], roles=roles, **more)
    return request.param, load_model(made)


@pytest.mark.parametrize(("kind", "level", "role", "named", "unnamed"), CASES)
def test_a_role_may(model, kind, level, role, named, unnamed):
    which, read = model
    expected = named if which == "named" else unnamed

    assert has_right_to_decide(kind, level, role, read) is expected
