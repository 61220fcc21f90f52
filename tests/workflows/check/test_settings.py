"""Which findings are reported and fail: the command line stands over the repository's settings."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.check.settings import build_check_settings
from os2governance.workflows.settings import ProductSettings, RepositorySettings

STATED = RepositorySettings(
    ignore=frozenset({"unanswered"}),
    fail_on="warning",
    per_product={"/p/tool": ProductSettings(ignore=frozenset({"undocumented"}))},
)


def test_what_the_command_line_states_stands_over_the_settings():
    stated = build_check_settings(STATED, [], [], None)
    own = build_check_settings(STATED, ["unanswered"], ["planned"], "note")

    assert (stated.ignore, stated.fail_on) == ({"unanswered"}, "warning")
    assert (own.select, own.ignore, own.fail_on) == ({"unanswered"}, {"planned"}, "note")
    assert own.choose_for("/p/tool/product.yaml") == own


def test_a_product_has_codes_of_its_own_beside_those_of_all():
    stated = build_check_settings(STATED, [], [], None)

    assert stated.choose_for("/p/tool/product.yaml").ignore == {"unanswered", "undocumented"}
    assert stated.choose_for("/p/other/product.yaml").ignore == {"unanswered"}
    selected = build_check_settings(STATED, ["undocumented"], [], None)
    assert selected.choose_for("/p/tool/product.yaml").ignore == {"unanswered"}


def test_settings_that_select_codes_leave_the_comparison_to_the_command_line():
    stated = RepositorySettings(select=frozenset({"unanswered"}))

    assert "record-rewritten" in build_check_settings(stated, [], [], None).select
    assert build_check_settings(stated, ["planned"], [], None).select == {"planned"}


def test_an_unknown_code_is_refused_with_a_suggestion():
    with pytest.raises(NotPossibleError) as refused:
        build_check_settings(RepositorySettings(), ["unanswerd"], [], None)

    assert "unanswered" in refused.value.text.en
