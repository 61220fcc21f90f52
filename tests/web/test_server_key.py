"""The key of a server: long, kept for its folder, and this user's alone."""

import stat

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.web.server_key import (
    KEY_VARIABLE,
    MIN_KEY_LENGTH,
    STATE_VARIABLE,
    ServerKey,
    derive_cookie_name,
    derive_form_key,
    find_state_folder,
    keep_server_key,
    open_server_key,
)


@pytest.fixture
def environment(tmp_path):
    return {STATE_VARIABLE: str(tmp_path / "state")}


def kept_files(environment):
    return [each for each in find_state_folder(environment).rglob("*") if each.is_file()]


def test_a_key_is_the_same_the_next_time_and_another_for_another_folder(tmp_path, environment):
    key = open_server_key(tmp_path, environment)
    assert keep_server_key(tmp_path, environment, ServerKey(key=key.key, port=4711))

    assert open_server_key(tmp_path, environment) == ServerKey(key=key.key, port=4711)
    assert open_server_key(tmp_path / "." / "x" / "..", environment).key == key.key
    other = open_server_key(tmp_path / "state", environment)
    assert (other.key != key.key, other.port) == (True, 0)
    assert len(key.key) >= MIN_KEY_LENGTH


def test_nobody_else_can_read_it(tmp_path, environment):
    keep_server_key(tmp_path, environment, open_server_key(tmp_path, environment))

    [file] = kept_files(environment)
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR


@pytest.mark.parametrize(
    "data", ["", "x", "x 1", "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz -1",
             "abcdefghijklmnopqrstuvwxyz 65536", "abcdefghijklmnopqrstuvwxyz ²", "æ" * 30 + " 1",
             "abcdefghijklmnopqrstuvwxyz " + "1" * 9000],
)  # fmt: skip
def test_what_is_no_kept_key_is_made_anew(tmp_path, environment, data):
    keep_server_key(tmp_path, environment, open_server_key(tmp_path, environment))
    [file] = kept_files(environment)
    file.write_text(data)

    assert open_server_key(tmp_path, environment).port == 0


def test_a_key_that_others_could_have_read_is_made_anew(tmp_path, environment):
    first = open_server_key(tmp_path, environment)
    keep_server_key(tmp_path, environment, first)
    [file] = kept_files(environment)
    file.chmod(0o644)

    assert open_server_key(tmp_path, environment).key != first.key


def test_a_key_of_the_environment_counts_and_is_kept_there_alone(tmp_path, environment):
    own = {**environment, KEY_VARIABLE: "k" * MIN_KEY_LENGTH}
    assert open_server_key(tmp_path, own).key == "k" * MIN_KEY_LENGTH
    keep_server_key(tmp_path, own, ServerKey(key="k" * MIN_KEY_LENGTH, port=4711))

    assert all(b"kkk" not in each.read_bytes() for each in kept_files(own))
    assert open_server_key(tmp_path, own).port == 4711
    assert open_server_key(tmp_path, environment).key != "k" * MIN_KEY_LENGTH


@pytest.mark.parametrize("key", ["k" * (MIN_KEY_LENGTH - 1), "ø" * 30, "a b" * 10, "a;b" * 10])
def test_a_key_that_could_be_guessed_or_not_be_sent_is_refused(tmp_path, environment, key):
    with pytest.raises(NotPossibleError, match=KEY_VARIABLE):
        open_server_key(tmp_path, {**environment, KEY_VARIABLE: key})


def test_a_folder_that_cannot_be_written_keeps_no_key(tmp_path):
    file = tmp_path / "file"
    file.write_text("")

    assert not keep_server_key(tmp_path, {STATE_VARIABLE: str(file)}, ServerKey(key="k", port=1))
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_what_pages_and_cookies_carry_says_nothing_of_the_key():
    key = "k" * MIN_KEY_LENGTH
    for derived in (derive_form_key(key), derive_cookie_name(key)):
        assert key not in derived
    assert derive_form_key(key) != derive_form_key(key + "k")
