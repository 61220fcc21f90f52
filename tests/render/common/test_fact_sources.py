"""Files of facts have names for readers who edit none; where there is only one, it needs none."""

import pytest
from assessors import assessment_of
from small_judgement import SCHEMA, A, model

from os2governance.render.common.fact_sources import name_fact_sources

DECLARED = {"declared": {"on": "2026-01-01", "by": "x"}, "facts": {"open": True}}
REGISTERED = {"registered": {"on": "2026-01-01", "by": "x"}, "facts": {"open": True}}


def named(files, language):
    assessment = assessment_of(model(), [A], SCHEMA, files, "2026-05-01")
    return name_fact_sources(assessment, language)


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "registered by the evaluator"), ("da", "registreret af evaluator")],
)
def test_the_files_beside_the_self_assessment_are_named(language, name):
    files = {"product": DECLARED, "register": REGISTERED}

    assert named(files, language) == {"products/tool/register.yaml": name}


@pytest.mark.parametrize("kind", ["product", "register"])
def test_a_single_file_needs_no_name(kind):
    held = {"product": DECLARED, "register": REGISTERED}[kind]

    assert named({kind: held}, "da") == {}
