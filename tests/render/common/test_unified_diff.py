"""The diff is the one that git gives, and a terminal only prints it."""

import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.render.common.unified_diff import render_diff


def git_diff(folder, before: bytes, after: bytes) -> str:
    """Give git's own diff, without the line of the blobs' names."""
    for side, data in (("a", before), ("b", after)):
        (folder / side).mkdir(exist_ok=True)
        (folder / side / "f.yaml").write_bytes(data)
    command = [
        "git",
        "-c",
        "core.quotepath=off",
        "diff",
        "--no-index",
        "--no-prefix",
        "--no-color",
    ]
    ran = subprocess.run(
        [*command, "a/f.yaml", "b/f.yaml"], cwd=folder, capture_output=True, check=False
    )
    head = re.sub(r"(?m)^index .*\n", "", ran.stdout.decode())
    return re.sub(r"(?m)^(@@ [^@]* @@).*$", r"\1", head)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a: 1\nb: 2\n", b"a: 1\nb: 3\n"),
        (b"a: 1\n", b"a: 1\nb: 2"),
        (b"a: 1", b"a: 1\n"),
        (b"x\n" * 30 + b"y\n", b"z\n" + b"x\n" * 30),
        (b"", b"a\n"),
    ],
)
def test_it_is_the_diff_of_git(tmp_path, before, after):
    assert render_diff("f.yaml", before, after) == git_diff(tmp_path, before, after)


def test_a_new_file_and_one_that_goes():
    assert render_diff("p/f", None, b"a\n") == (
        "diff --git a/p/f b/p/f\nnew file mode 100644\n--- /dev/null\n+++ b/p/f\n@@ -0,0 +1 @@\n+a\n"
    )
    assert render_diff("p/f", b"a\n", None) == (
        "diff --git a/p/f b/p/f\ndeleted file mode 100644\n--- a/p/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
    )


@given(st.binary(), st.binary())
def test_a_terminal_only_prints(before, after):
    said = render_diff("f\x1b[31m.yaml", before, after)

    assert all(letter.isprintable() or letter in "\t\n" for letter in said)
    assert bool(said) == (before != after)
