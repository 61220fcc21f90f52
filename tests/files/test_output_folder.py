"""A folder of what is made: nobody else's files are touched, and what is no longer made goes."""

from os2governance.files.output_folder import close_made, open_made, put_made


def made_of(folder, names):
    made, findings = open_made(folder)
    for name in names:
        findings += put_made(made, name, name.encode())
    return findings + close_made(made, names)


def test_what_is_no_longer_made_is_removed(tmp_path):
    out = tmp_path / "out"

    assert made_of(out, ["a.html", "b/c.html"]) == []
    assert made_of(out, ["a.html"]) == []
    assert [each.name for each in out.iterdir() if each.suffix == ".html"] == ["a.html"]
    assert not (out / "b").exists()


def test_a_folder_of_other_things_is_not_used(tmp_path):
    (tmp_path / "mine").touch()
    made, findings = open_made(tmp_path)

    assert (made, [f.code for f in findings]) == (None, ["folder-not-made"])


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    made, _ = open_made(out)
    (out / "b").symlink_to(elsewhere)

    assert [f.code for f in put_made(made, "b/c.html", b"")] == ["file-outside"]
    assert list(elsewhere.iterdir()) == []


def test_what_cannot_be_written_is_found(tmp_path):
    (tmp_path / "file").touch()

    assert [f.code for f in open_made(tmp_path / "file" / "x")[1]] == ["file-unwritable"]
