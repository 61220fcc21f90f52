"""What the system refuses is said in Danish too."""

import errno
import os

import pytest

from os2governance.files.os_errors import translate_os_error

USUAL = ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENAMETOOLONG", "ELOOP", "ENOTDIR", "ENOSPC")


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_refusals_are_said_in_danish(name):
    number = getattr(errno, name)
    said = translate_os_error(OSError(number, os.strerror(number), "f"))

    assert said.en == os.strerror(number)
    assert said.da not in {said.en, ""}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (TimeoutError(), "TimeoutError"),
        (FileNotFoundError(errno.ENOENT, None), "FileNotFoundError"),
    ],
)
def test_what_is_unusual_is_said_as_the_system_says_it(error, said):
    assert translate_os_error(error).en == said
