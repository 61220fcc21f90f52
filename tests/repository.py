"""A git repository for tests, with nobody's name in it."""

import subprocess


def git(place, *arguments):
    """Run git in a folder; a failure is the test's failure."""
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", place, *who, *arguments], check=True, capture_output=True)


def first_commit(place):
    """Make a repository of all that is in a folder."""
    git(place, "init", "-q")
    git(place, "add", "-A")
    git(place, "commit", "-qm", "first")


def replace(file, before, after):
    """Change a text that is there."""
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))
