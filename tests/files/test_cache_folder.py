"""The cache folder: named, or the user's own; ignored by what reads all of a disk."""

from os2governance.files.cache_folder import create_cache_folder, find_cache_folder


def test_the_folder_is_the_one_that_is_named_or_the_users_own(tmp_path):
    assert find_cache_folder({"OS2GOVERNANCE_CACHE": str(tmp_path)}) == tmp_path
    assert find_cache_folder({"OS2GOVERNANCE_CACHE": ""}) == find_cache_folder({})
    assert find_cache_folder({}).is_absolute()


def test_version_control_and_backups_leave_it_out(tmp_path):
    folder = tmp_path / "a" / "b"
    for _ in range(2):
        create_cache_folder(folder)

    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f0688")
