"""The form's own files: those it names, whole, and nothing from outside."""

from os2governance.web.static import read_static_files

FILES = dict(read_static_files())


def test_each_file_is_there_by_its_address():
    assert FILES
    assert list(FILES) == sorted(FILES)
    assert all(name.startswith("static/") and data for name, data in FILES.items())
    assert {name.rpartition(".")[2] for name in FILES} >= {"css", "js"}


def test_they_are_text_and_fetch_nothing_from_elsewhere():
    for name, data in FILES.items():
        if name.endswith((".css", ".js")):
            assert "https://" not in data.decode(), name
            assert "url(//" not in data.decode(), name
