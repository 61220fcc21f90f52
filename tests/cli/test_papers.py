"""A paper is shown, or written to its file with what people wrote in it."""

from datetime import date

import pytest

from os2governance.cli.options import Invocation
from os2governance.cli.papers import write_paper
from os2governance.render.common.paper import PaperHeading, PaperSubject
from os2governance.workflows.context import Context

INVOCATION = Invocation(Context(as_of=date(2026, 5, 1), language="en"), colour=False, quiet=False)
PAPER = [PaperSubject("tool"), PaperHeading(1, "Title")]
WRITTEN = "<!-- udfyld:earlier -->Bye<!-- slut:earlier -->\n"
LEFT_OVER = {
    "en": "Texts from an earlier paper",
    "da": "Tekst fra et tidligere oplæg",
}


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_without_a_file_it_is_shown_and_with_one_it_is_said_where_it_is(tmp_path, capsys, form):
    file = tmp_path / "new" / "paper"
    shown = write_paper(PAPER, form, None, INVOCATION), capsys.readouterr()
    written = write_paper(PAPER, form, str(file), INVOCATION), capsys.readouterr()

    assert shown == ([], (file.read_text(encoding="utf-8"), ""))
    assert written == ([], ("", f"Written: {file}\n"))


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("language", ["en", "da"])
def test_what_is_left_over_is_kept_below_a_heading_in_the_language(tmp_path, form, language):
    file = tmp_path / "paper"
    write_paper(PAPER, form, str(file), INVOCATION, language)
    file.write_text(file.read_text(encoding="utf-8") + WRITTEN, encoding="utf-8")
    write_paper(PAPER, form, str(file), INVOCATION, language)
    text = file.read_text(encoding="utf-8")

    assert "Bye" in text
    assert [said for said, words in LEFT_OVER.items() if words in text] == [language]


def test_a_file_that_cannot_be_written_is_a_finding(tmp_path):
    (tmp_path / "file").write_text("x")
    [found] = write_paper(PAPER, "markdown", str(tmp_path / "file" / "paper"), INVOCATION)

    assert found.code == "file-unwritable"
