"""The days on which lines of a file were committed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.command import GitRepository
from os2governance.git.repository import find_top, get_answer, open_repository

_MINUTES_PER_HOUR = 60


def find_line_dates(lines_by_file: Mapping[Path, Sequence[int]]) -> dict[Path, dict[int, date]]:
    """The day on which each line, from 1, last changed in a commit, by the committer's own clock.

    Lines that are not committed are left out; so are all of a file that is in no repository, or of
    which git says nothing. Each repository is opened once.
    """
    opened: dict[Path, GitRepository | None] = {}
    found = {}
    for file, lines in lines_by_file.items():
        top = find_top(file.parent)
        if top is not None and top not in opened:
            opened[top] = _open_quietly(top)
        repository = opened[top] if top else None
        found[file] = _find_dates(repository, file, lines) if repository and lines else {}
    return found


def _open_quietly(top: Path) -> GitRepository | None:
    try:
        return open_repository(top)
    except (NotPossibleError, OSError):
        return None


def _find_dates(repository: GitRepository, file: Path, lines: Sequence[int]) -> dict[int, date]:
    ranges = [word for line in sorted(set(lines)) for word in ("-L", f"{line},{line}")]
    try:
        name = (file.parent.resolve() / file.name).relative_to(repository.top).as_posix()
        answer = get_answer(repository, ["blame", "--porcelain", *ranges, "--", name])
    except (NotPossibleError, OSError, ValueError):
        return {}
    return {} if answer.exit_code else dict(_parse_porcelain(answer.output))


def _parse_porcelain(output: bytes) -> Iterator[tuple[int, date]]:
    """Yield the lines and days of git's answer, which tells of each commit once."""
    days: dict[bytes, date] = {}
    commit, number, seconds = b"", 0, 0
    for line in output.split(b"\n"):
        key, _, value = line.partition(b" ")
        if line.startswith(b"\t"):
            if commit in days:
                yield number, days[commit]
        elif key == b"committer-time":
            seconds = int(value)
        elif key == b"committer-tz":
            if commit.strip(b"0"):
                days[commit] = datetime.fromtimestamp(seconds, _parse_zone(value)).date()
        elif _is_commit(key):
            commit, number = key, int(value.split(b" ")[1])


def _is_commit(word: bytes) -> bool:
    return len(word) >= len("0" * 40) and not word.strip(b"0123456789abcdef")


def _parse_zone(written: bytes) -> timezone:
    """The zone that git writes as `+0200`; UTC where it is out of the reach of a zone."""
    minutes = int(written[-4:-2]) * _MINUTES_PER_HOUR + int(written[-2:])
    sign = -1 if written.startswith(b"-") else 1
    try:
        return timezone(timedelta(minutes=sign * minutes))
    except ValueError:
        return UTC
