"""The examples of findings: read from their file, and run through the command in a folder."""

import re
import shlex
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from finding_requests import answered, written
from repository import first_commit, git

from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.i18n.text import Language, Text, format_number
from os2governance.render.check.findings_page import FindingExample

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
SAID = yaml.safe_load((TESTS / "findings" / "examples.yaml").read_text(encoding="utf-8"))
BASE: dict[str, str] = SAID["base"]
EXAMPLES: dict[str, dict[str, Any]] = SAID["examples"]
TOLD: dict[str, Text] = {
    code: Text(**explanation) for code, explanation in SAID.get("told", {}).items()
}
DAY = "2026-05-01"


def changed(example: dict[str, Any]) -> dict[str, str]:
    """Give the files of the folder, with the changes of an example."""
    files = {**BASE, **example.get("then", {}), **example.get("write", {})}
    for file, edits in example.get("edit", {}).items():
        for old, new in edits.items():
            assert files[file].count(old) == 1, f"{old!r} stands {files[file].count(old)} times"
            files[file] = files[file].replace(old, new)
    for file in example.get("remove", []):
        del files[file]
    return files


def lay(folder: Path, files: dict[str, str], raw: dict[str, str] | None = None) -> None:
    """Write files into a folder; the raw ones in Latin-1."""
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    for file, text in (raw or {}).items():
        (folder / file).write_text(text, encoding="latin-1")


def lay_example(folder: Path, example: dict[str, Any], files: dict[str, str]) -> None:
    """Lay an example's folder, with all that is more than small files of text."""
    if example.get("git"):
        then = {**BASE, **example.get("then", {})}
        lay(folder, then)
        first_commit(folder)
        for file in then.keys() - files.keys():
            (folder / file).unlink()
            with suppress(OSError):  # as git does: no folder without files
                (folder / file).parent.rmdir()
    many = {
        file: files[file] + line * times
        for file, (line, times) in example.get("repeat", {}).items()
    }
    own = {
        file: (PROJECT / source).read_text(encoding="utf-8")
        for file, source in example.get("shipped", {}).items()
    }
    lay(folder, {**files, **many, **own}, example.get("bytes"))
    if example.get("commit"):
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "second")
    for file, target in example.get("link", {}).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).symlink_to(target)


COPY = Text("(en kopi af {of} fra os2governance)", "(a copy of os2governance's {of})")
LINES = Text("[... {times} linjer som denne]", "[... {times} such lines]")


def as_shown(
    example: dict[str, Any], files: dict[str, str], language: Language = "en"
) -> dict[str, str]:
    """Give the files as the page shows them: long ones cut, links and copies by where they lead."""
    links = {f"{file} -> {to}": "" for file, to in example.get("link", {}).items()}
    own = {
        f"{file} {COPY.fill(of=of).render(language)}": ""
        for file, of in example.get("shipped", {}).items()
    }
    many = {
        file: f"{files[file]}{line}{_many(times, language)}\n"
        for file, (line, times) in example.get("repeat", {}).items()
    }
    return {**files, **many, **links, **own, **example.get("bytes", {})}


def _many(times: int, language: Language) -> str:
    return LINES.fill(times=format_number(times, language)).render(language)


def command(example: dict[str, Any]) -> str:
    return example.get("run", "check products")


def usual(words: list[str], files: dict[str, str], language: Language = "en") -> dict[str, str]:
    """Give the options that all examples are run with; documents are read by the shipped models."""
    if (words[0] == "criteria" and words[1] != "migrate") or "--verify" in words:
        return {"lang": language}
    declared = (text for file, text in files.items() if file.startswith("products/"))
    shipped = words[0] in {"import", "verify"} or any("model: os2/" in text for text in declared)
    return {"as-of": DAY, "lang": language} | ({} if shipped else {"criteria": "criteria"})


def shown(code: str, run, folder: Path, language: Language = "en") -> FindingExample:
    """Run an example in a folder; give it with what came out about its code."""
    if code in TOLD:
        return FindingExample(explanation=TOLD[code].render(language))
    example = EXAMPLES[code]
    files = changed(example)
    lay_example(folder, example, files)
    after = as_shown(example, files, language)
    if asked := example.get("request"):
        output = answered(asked, folder, DAY, language)
        assert f'"code": "{code}"' in output, f"{code} does not come out of it:\n{output}"
        return FindingExample(
            before=BASE, after=after, request=written(asked, language), output=output
        )
    options = usual(shlex.split(command(example)), files, language)
    if example.get("undated"):
        del options["as-of"]
    whole = " ".join([command(example), *(f"--{name} {value}" for name, value in options.items())])
    result = run(*shlex.split(whole), COLUMNS="96")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    said = excerpt(code, result.output)
    assert said, f"{code} does not come out of it:\n{result.output}"
    committed = bool(example.get("git"))
    return FindingExample(
        before=BASE, after=after, command=whole, output=said, committed=committed
    )


def excerpt(code: str, output: str) -> str:
    """Give what an output says of a code: its line, those that are indented below, and the file.

    Where the file stands above several findings, that line is the nearest less indented one.
    """
    lines = output.replace("\xa0", " ").splitlines()
    words = "|".join(word for sign in SEVERITY_SYMBOLS.values() for word in sign.word)
    heads = re.compile(rf"(?:{words}) {re.escape(code)}(?: |$)")
    first = next((n for n, line in enumerate(lines) if heads.search(line)), None)
    if first is None:
        return ""
    indent = _indent(lines[first])
    last = first + 1
    while last < len(lines) and _indent(lines[last]) > indent and lines[last].strip():
        last += 1
    above = [line for line in lines[:first] if line.strip() and _indent(line) < indent][-1:]
    least = _indent(above[0]) if above else indent
    return "\n".join(line[least:].rstrip() for line in [*above, *lines[first:last]])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
