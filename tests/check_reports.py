"""What tests of the reports of `check` share: a hostile finding, and a whole report of it."""

from dataclasses import replace

from hypothesis import strategies as st

from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.text import as_text
from os2governance.render.check.formats import load_formatter
from os2governance.render.check.report import CheckResult, CheckTotals
from os2governance.render.common.source_path import SourceRoot
from os2governance.render.common.terminal import TextPage

HOSTILE = (
    "<script>alert(1)</script> | a | b | ::error file=x::y %0A::warning::z\r\n::error::w "
    "\x1b[31mred\x1b]8;;http://evil\x07 \u202ertl\u200b =cmd|' /C calc'!A0 [x](javascript:1) "
    "{0} ]]> &amp; \ud800 \x00 ``` $(id) `id` ${x} @team #1"
)
TOTALS = CheckTotals(
    as_of="2026-05-01", language="da", products=1, counts={"error": 1, "warning": 0}
)
PAGE = TextPage(100, False, "utf-8")

typed = st.text(max_size=40) | st.sampled_from([HOSTILE, *HOSTILE.split()])
GROUND = SourceRoot("/work/repo/sub", "/work/repo")


def hostile(text, file="products/x/product.yaml"):
    found = make_finding("personal-data", Location(file, 1, 2), criterion=text, kind=as_text(text))
    return CheckResult(file=file, findings=(found,), texts={file: text})


def made(name, checked, totals=TOTALS, codes=("personal-data",)):
    form = load_formatter(name, PAGE)
    totals = replace(totals, codes=codes)
    piece = form.item(checked, "da")
    text = form.head(totals) + piece + form.tail(totals)
    return text.encode(errors="backslashreplace").decode()
