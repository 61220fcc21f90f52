"""Labels of causes and changes, shared by all formats of `changes`."""

from collections.abc import Mapping
from typing import Any

from os2governance.analysis.attribution import (
    ANSWERS,
    DECISION,
    EVALUATION,
    FACTS,
    MODEL,
    TIME,
    Came,
    Explained,
    Part,
)
from os2governance.analysis.changed_lines import Line, Written, lines_of, record_lines
from os2governance.assessment.levels import BELOW
from os2governance.i18n.symbols import LEVELS, STANDING, STATUS
from os2governance.i18n.text import Language, Text, either, listed
from os2governance.render.changes.product_text import COMPUTED
from os2governance.rules.trace import MISSING

CAUSE: dict[str, Text] = {
    FACTS: Text("oplysninger", "facts"),
    ANSWERS: Text("svar", "answers"),
    EVALUATION: Text("evaluering", "evaluation"),
    DECISION: Text("beslutning", "decision"),
    MODEL: Text("model", "model"),
    TIME: Text("tid", "time"),
}
_TOGETHER = Text("{causes} sammen", "{causes} together")
_WAS = Text("hed før {was}", "was {was}")
_NOBODY = Text("ikke sagt", "not said")
_ABSENT = Text("findes ikke", "not there")
_ACCEPTED = Text("{status}, accepteret", "{status}, accepted")
_STANDING = Text("Status", "Standing")
_NOTHING = Text("intet", "nothing")
_NULL = Text("intet (null)", "nothing (null)")
_MOST = 60


def causes_said(part: Part, language: Language) -> str:
    """The causes of a change: one alone, several together, or any of several."""
    said = []
    for enough in part.enough:
        names = listed([CAUSE[name].say(language) for name in enough], language)
        together = _TOGETHER.say(language).format(causes=names)
        said.append(names if len(enough) == 1 else together)
    return either(said, language)


def title_said(part: Part, explained: Explained, language: Language) -> str:
    """The title of a level or a criterion."""
    if part.name in LEVELS:
        return LEVELS[part.name].word.say(language)
    if part in explained.levels:
        return _STANDING.say(language)
    change, (before, after) = explained.change, part.ids
    assessment = change.before if after is None else change.after
    if assessment is None:
        return part.name
    title = assessment.model.by_id[part.name].title.say(language)
    said = part.name if title in {"", part.name} else f"{part.name} {title}"
    renamed = None not in part.ids and before != after
    return f"{said} ({_WAS.say(language).format(was=before)})" if renamed else said


def sides_said(part: Part, explained: Explained, language: Language) -> tuple[str, str]:
    """The old and the new value."""
    names: dict[str, Text] = {}
    for assessment in (explained.change.before, explained.change.after):
        names |= {each.id: each.name for each in assessment.model.levels} if assessment else {}
    before, after = (_side(value, part, names, language) for value in (part.before, part.after))
    return before, after


def _side(value: Any, part: Part, names: Mapping[str, Text], language: Language) -> str:
    if isinstance(value, Came):
        status = STATUS[value.status].word.say(language)
        return _ACCEPTED.say(language).format(status=status) if value.accepted else status
    if value is None:
        none = BELOW if part.name in COMPUTED else _NOBODY if part.name in LEVELS else _ABSENT
        return none.say(language)
    if part.name not in LEVELS:
        return STANDING[value].say(language)
    return (names[value].say(language) or value) if value in names else str(value)


def part_lines(part: Part, explained: Explained) -> list[Line]:
    """The changed lines that affect a level or a criterion, each once."""
    found = record_lines if part in explained.levels else lines_of
    seen: dict[tuple[Any, ...], Line] = {}
    for line in found(explained, part):
        seen.setdefault((line.subject, str(line.before), str(line.after)), line)
    return list(seen.values())


def written_said(written: Written, language: Language) -> str:
    """A short text of a declared value."""
    if written.value is MISSING:
        return _NOTHING.say(language)
    if written.value is None:
        return _NULL.say(language)
    value = written.value
    text = str(value).lower() if type(value) is bool else _short(value, language)
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


_ELEMENTS = (Text("{count} led", "{count} elements"), Text("en gruppe", "a group"))


def _short(value: Any, language: Language) -> str:
    if isinstance(value, list):
        return _ELEMENTS[0].say(language).format(count=len(value))
    return _ELEMENTS[1].say(language) if isinstance(value, dict) else str(value)


def place_said(written: Written) -> str:
    """The location in brackets, or an empty text."""
    return f" ({written.place})" if written.place else ""
