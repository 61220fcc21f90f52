"""A lock: of two writers one waits, and nobody waits for ever."""

import os
import subprocess
import sys
import threading

import pytest

from os2governance.files import locking
from os2governance.files.locking import lock_folder

HOLDS = """
import sys, time
from pathlib import Path
from os2governance.files.locking import lock_folder
with lock_folder(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def hold(folder):
    """Hold the lock of a folder in another process."""
    running = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout.readline() == "held\n"
    return running


def test_who_comes_second_waits_and_goes_on_when_the_first_is_gone(tmp_path):
    first = hold(tmp_path)
    threading.Timer(0.3, first.kill).start()
    with lock_folder(tmp_path):
        assert first.wait() == -9
    first.stdout.close()
    assert list(tmp_path.iterdir()) == []


def test_nobody_waits_for_ever(tmp_path, monkeypatch):
    first = hold(tmp_path)
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.1)
    with pytest.raises(OSError, match="busy"), lock_folder(tmp_path):
        pass
    first.kill()
    first.communicate()


def test_on_windows_a_file_stands_for_the_lock(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "IS_WINDOWS", True)
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.1)
    with lock_folder(tmp_path):
        assert [each.name for each in tmp_path.iterdir()] == [locking.LOCK_NAME]
        with pytest.raises(OSError, match="busy"), lock_folder(tmp_path):
            pass
    assert list(tmp_path.iterdir()) == []


def test_on_windows_a_lock_that_is_being_removed_is_waited_for(tmp_path, monkeypatch):
    real, refused = os.open, [3]

    def open_file(*arguments):
        refused[0] -= 1
        if refused[0] > 0:
            raise PermissionError(13, "Access is denied")
        return real(*arguments)

    monkeypatch.setattr(locking, "IS_WINDOWS", True)
    monkeypatch.setattr(os, "open", open_file)
    with lock_folder(tmp_path):
        assert refused == [0]


def test_an_error_ends_the_lock(tmp_path):
    with pytest.raises(KeyError), lock_folder(tmp_path):
        raise KeyError
    with lock_folder(tmp_path):
        pass
