"""A report that was recounted: what is wrong in it, and how much was looked at."""

from types import SimpleNamespace

import pytest
from pages import BOTH, HOSTILE, lines

from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings import render_finding_counts
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.exchange.verification import (
    build_verification_object,
    render_verification_blocks,
)
from os2governance.version import VERSION

MODEL = SimpleNamespace(reference="small/1", digest="sha256:0")
HEAD, LOOKED = ("report.md", MODEL), (43, 17)


def found(severity, number):
    return make_finding(
        "unanswered", Location("f", number, 1), severity=severity, criterion="A", id="A", title="A"
    )


@pytest.mark.parametrize("language", BOTH)
def test_the_last_line_tells_what_was_looked_at_and_found(language):
    findings = [found("error", 1), found("note", 2)]
    said = lines(render_verification_blocks(HEAD, LOOKED, findings, language))
    counted = render_finding_counts(findings, language).replace("\xa0", " ")

    assert all(each in said[-1] for each in ("report.md", "small/1", "43", "17", counted))
    assert said[-2] == ""


def test_what_is_right_is_one_line():
    assert len(lines(render_verification_blocks(HEAD, LOOKED, [], "en"))) == 1


def test_notes_come_after_what_is_wrong():
    findings = [found("note", 1), found("error", 2)]
    said = lines(render_verification_blocks(HEAD, LOOKED, findings, "en"))
    places = [line.split()[0] for line in said if line.startswith("f:")]

    assert places == ["f:2:1", "f:1:1"]


@pytest.mark.parametrize("language", BOTH)
def test_json_holds_the_same(language):
    findings = [found("note", 1), found("error", 2)]

    assert build_verification_object((HOSTILE, MODEL), LOOKED, findings, language) == {
        "format": "os2governance/verify/1",
        "made_from": {"engine": VERSION, "models": {"small/1": "sha256:0"}},
        "file": HOSTILE,
        "model": "small/1",
        "criteria": 43,
        "figures": 17,
        "findings": build_finding_objects(findings, language),
    }
