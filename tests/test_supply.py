"""What is installed and run beside our own code: named exactly, and nothing of a checkout."""

import re
import tomllib
from pathlib import Path

import pytest

from os2governance.version import VERSION

PROJECT = Path(__file__).parent.parent
SAID = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [*SAID["dependencies"], *(SAID["optional-dependencies"][x] for x in ("web", "fast"))]
NEEDED = [each for some in RUNTIME for each in ([some] if isinstance(some, str) else some)]
OURS = [*(PROJECT / ".github").rglob("*.yml")]
LOCKS = sorted((PROJECT / ".github" / "locks").glob("*.txt"))


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_actions_of_others_are_named_by_commit(file):
    used = re.findall(
        r"^\s*(?:- )?uses: (\S+)(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert [name for name, _ in used if not re.search(r"@[0-9a-f]{40}$", name)] == []
    assert [name for name, note in used if not re.fullmatch(r" +# v\d+(\.\d+)*", note)] == []


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_python_imports_nothing_of_the_checkout_where_it_installs(file):
    text = file.read_text(encoding="utf-8")
    installs = [
        line for line in text.splitlines() if re.search(r"-m pip\b|-m build\b|-m venv\b", line)
    ]

    assert [line for line in installs if " -I -m " not in line] == []
    assert "pip install" not in re.sub(r"-I -m (uv )?pip install", "", text)


SAID_VERSIONS = [
    ("publiccode.yml", r'^softwareVersion: "?([^"\n]+)'),
    ("CITATION.cff", r'^version: "?([^"\n]+)'),
    ("CHANGELOG.md", r"^## (\S+)"),  # the newest
    ("README.md", r"med os2governance (\S+)\.$"),
]


@pytest.mark.parametrize(("name", "told"), SAID_VERSIONS)
def test_the_version_is_the_same_wherever_it_is_told(name, told):
    text = (PROJECT / name).read_text(encoding="utf-8")
    (found, *others) = re.findall(told, text, re.MULTILINE)
    others = [] if name == "CHANGELOG.md" else others

    assert {found, *others} == {VERSION}


def test_a_day_of_release_is_told_once_there_is_one():
    """An unreleased version has no day; that of a release is the same wherever it is told."""
    changes = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    (heading, *_) = re.findall(r"^## \S+ \((.+)\)$", changes, re.MULTILINE)
    days = {
        match
        for name, key in {"publiccode.yml": "releaseDate", "CITATION.cff": "date-released"}.items()
        for match in re.findall(
            rf'^{key}: "?([0-9-]+)', (PROJECT / name).read_text(encoding="utf-8"), re.MULTILINE
        )
    }

    assert days == (set() if heading == "unreleased" else {heading})


def test_the_image_installs_by_its_lock_and_runs_without_rights():
    lines = (PROJECT / "Containerfile").read_text(encoding="utf-8").splitlines()
    (user,) = [line for line in lines if line.startswith("USER ")]
    installs = [line for line in lines if "pip install" in line]

    assert user.split()[1] not in {"0", "root"}
    assert "--require-hashes" in installs[0]
    assert "/.github/locks/image.txt" in "\n".join(lines)
    assert all(" -I -m pip " in line for line in installs)


def test_git_in_the_image_trusts_the_folder_that_is_mounted():
    text = (PROJECT / "Containerfile").read_text(encoding="utf-8")
    folder = re.search(r"^WORKDIR (\S+)$", text, re.MULTILINE)[1]
    above_the_user = text[: text.index("\nUSER ")]

    assert f":{folder}:" in text
    assert f"git config --system --add safe.directory {folder} " in above_the_user


def test_the_image_is_built_of_no_more_than_what_is_committed():
    lines = (PROJECT / ".containerignore").read_text(encoding="utf-8").splitlines()
    left = {line.removeprefix("**/") for line in lines if not line.startswith("#")}
    ignored = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()

    unbuilt = {line.strip("/") for line in ignored if not line.startswith("/docs/")}
    assert left >= {".git", *unbuilt}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda file: file.name)
def test_a_lock_names_versions_and_hashes(lock):
    lines = lock.read_text(encoding="utf-8").splitlines()
    named = [n for n, line in enumerate(lines) if line[:1].isalnum()]

    assert len(named) > 0
    assert [lines[n] for n in named if not re.match(r"[\w.-]+==\S+", lines[n])] == []
    assert [lines[n] for n in named if "--hash=sha256:" not in lines[n + 1]] == []


@pytest.mark.parametrize("need", NEEDED)
def test_a_version_below_1_has_an_upper_bound(need):
    """Below 1.0 any release may break; above, the number says so."""
    below = re.search(r">=0\.", need)

    assert need == "pydantic-core" or ">=" in need  # pydantic names its own core exactly
    assert not below or re.search(r",<(1|0\.\d+)\b", need)


def test_each_dependency_has_its_licence_told():
    told = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
    names = {re.split(r"[^\w.-]", need)[0] for need in NEEDED}

    assert {name for name in names if not re.search(rf"\b{re.escape(name)}\b", told)} == set()
