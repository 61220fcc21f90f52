"""A folder of what is made: nobody else's files are touched, and what is no longer made goes."""

from os2governance.files.output_folder import (
    close_output_folder,
    open_output_folder,
    write_output_file,
)


def made_of(folder, names):
    made, findings = open_output_folder(folder)
    for name in names:
        findings += write_output_file(made, name, name.encode())
    return findings + close_output_folder(made, names)


def test_what_is_no_longer_made_is_removed(tmp_path):
    out = tmp_path / "out"

    assert made_of(out, ["a.html", "b/c.html"]) == []
    assert made_of(out, ["a.html"]) == []
    assert [each.name for each in out.iterdir() if each.suffix == ".html"] == ["a.html"]
    assert not (out / "b").exists()


def test_a_folder_of_other_things_is_not_used(tmp_path):
    (tmp_path / "mine").touch()
    made, findings = open_output_folder(tmp_path)

    assert (made, [f.code for f in findings]) == (None, ["folder-not-made"])


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    made, _ = open_output_folder(out)
    (out / "b").symlink_to(elsewhere)

    assert [f.code for f in write_output_file(made, "b/c.html", b"")] == ["file-outside"]
    assert list(elsewhere.iterdir()) == []


def test_what_cannot_be_written_is_found(tmp_path):
    (tmp_path / "file").touch()

    assert [f.code for f in open_output_folder(tmp_path / "file" / "x")[1]] == ["file-unwritable"]
