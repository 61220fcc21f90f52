"""Patterns in RE2's syntax in linear time, in Python alone: for systems without RE2.

A pattern is parsed into a program of an automaton (`linear_syntax.py`). Its states are followed
side by side, one step for each letter, so that the time is at most the letters times the program,
whatever pattern and text are. Which states follow which is kept as it is found out, in a table
that is emptied when it has grown too large: most texts are read at one look-up a letter.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from os2governance.schema.linear_letters import WORD_LETTERS
from os2governance.schema.linear_program import PatternProgram
from os2governance.schema.linear_syntax import parse_pattern

MAX_KEPT_STEPS = 20_000
"""Most steps that are kept; more would be memory that a file decides on."""
_END = ""

Thread = tuple[int, tuple[int, ...]]
"""Where an attempt is in the program, and the starts and ends of the groups so far."""
States = tuple[int, ...]


class LinearMatch(NamedTuple):
    """A match: the text, the start and end of each group, -1 where it took no part, and names."""

    text: Any
    spans: tuple[int, ...]
    names: Mapping[str, int]

    def span(self, group: int = 0) -> tuple[int, int]:
        """Start and end of a group."""
        return self.spans[2 * group], self.spans[2 * group + 1]

    def start(self, group: int = 0) -> int:
        """Start of a group."""
        return self.span(group)[0]

    def end(self, group: int = 0) -> int:
        """End of a group."""
        return self.span(group)[1]

    def group(self, group: int | str = 0) -> Any:
        """What a group, by its number or its name, matched; None where it took no part."""
        start, end = self.span(self.names[group] if isinstance(group, str) else group)
        return None if start < 0 else self.text[start:end]

    def groups(self) -> tuple[Any, ...]:
        """What each group matched."""
        return tuple(self.group(number) for number in range(1, len(self.spans) // 2))

    def groupdict(self) -> dict[str, Any]:
        """What each group that has a name matched."""
        return {name: self.group(name) for name in self.names}

    def __getitem__(self, group: Any) -> Any:
        """What a group matched."""
        return self.group(group)


class LinearPattern:
    """A compiled pattern; it answers as Python's `re` does, on texts and on UTF-8 bytes."""

    def __init__(self, program: PatternProgram, *, longest: bool) -> None:
        """Start with no step kept."""
        self._program, self._longest = program, longest
        self._steps: dict[tuple[States, str, str], tuple[States, bool]] = {}

    def search(self, text: Any) -> LinearMatch | None:
        """The first match."""
        return next(self.finditer(text), None)

    def match(self, text: Any) -> LinearMatch | None:
        """The match at the start of a text."""
        read = _ReadText(text, self._program.names)
        found = self._run(read.letters, 0, is_anchored=True)
        return read.build_match(found) if found else None

    def fullmatch(self, text: Any) -> LinearMatch | None:
        """The match of a whole text."""
        read = _ReadText(text, self._program.names)
        found = self._run(read.letters, 0, is_anchored=True, is_whole=True)
        return read.build_match(found) if found else None

    def finditer(self, text: Any) -> Iterator[LinearMatch]:
        """Yield the matches from left to right; none overlaps another."""
        read, at, last = _ReadText(text, self._program.names), 0, -1
        while at <= len(read.letters) and self._has_match(read.letters, at):
            found = self._run(read.letters, at)
            if found is None:
                return
            start, end = found[:2]
            if start != end or end != last:  # no empty match right behind another
                yield read.build_match(found)
            at, last = (end if end > start else end + 1), end

    def sub(self, replacement: Any, text: Any) -> Any:
        """A text with something else in place of each match."""
        parts, at = [], 0
        for found in self.finditer(text):
            parts += [text[at : found.start()], replacement]
            at = found.end()
        return text[:0].join([*parts, text[at:]])

    def _has_match(self, text: str, at: int) -> bool:
        """Whether there is a match at a place or later, by steps that are kept."""
        steps = self._steps
        states: States = (self._program.start,)
        before = text[at - 1] if at else _END
        context = _describe_letter(before)
        for place in range(at, len(text) + 1):
            letter = text[place : place + 1]  # _END behind the last one
            key = (states, context, letter)
            found = steps.get(key)
            if found is None:
                if len(steps) >= MAX_KEPT_STEPS:
                    steps.clear()
                found = steps[key] = self._step(states, context, letter)
            states, is_match = found
            if is_match:
                return True
            context = _describe_letter(letter)
        return False

    def _step(self, states: States, context: str, letter: str) -> tuple[States, bool]:
        """The states after a letter, the start among them; whether there is a match before it."""
        program = self._program
        seen: dict[int, None] = {}
        for state in states:
            program.follow(state, (), (context, letter), _Marker(seen))
        is_match = any(program.is_match(each) for each in seen)
        after = {program.next_of(each): None for each in seen if program.takes(each, letter)}
        after[program.start] = None
        return tuple(after), is_match

    def _run(
        self, text: str, at: int, *, is_anchored: bool = False, is_whole: bool = False
    ) -> tuple[int, ...] | None:
        """Start and end of each group of the first match, at a place or later."""
        program = self._program
        found: tuple[int, ...] | None = None
        threads: list[Thread] = []
        context = _describe_letter(text[at - 1] if at else _END)
        for place in range(at, len(text) + 1):
            if found is None and (place == at or not is_anchored):
                threads.append((program.start, (place, *(-1,) * (program.slots - 1))))
            if not threads:
                break
            letter = text[place] if place < len(text) else _END
            is_goal = not is_whole or letter == _END
            goal = _Goal(place, found[0] if found else place, is_goal)
            threads, ended = self._advance(threads, (context, letter), goal)
            found = ended or found
            context = _describe_letter(letter)
        return found

    def _advance(
        self,
        threads: list[Thread],
        around: tuple[str, str],
        goal: "_Goal",
    ) -> tuple[list[Thread], tuple[int, ...] | None]:
        """The attempts after a letter, the preferred first, and the match that ends before it."""
        program, letter = self._program, around[1]
        collected = _Collector(goal.place)
        ended: tuple[int, ...] | None = None
        after: list[Thread] = []
        for state, slots in threads:
            if slots[0] > goal.start:
                break
            collected.fresh.clear()
            program.follow(state, slots, around, collected)
            for reached, held in collected.fresh:
                if program.is_match(reached) and goal.is_goal:
                    candidate = (held[0], goal.place, *held[2:])
                    if not self._longest:
                        return after, candidate
                    ended = ended or candidate
                elif program.takes(reached, letter):
                    after.append((program.next_of(reached), held))
        return after, ended


class _Goal(NamedTuple):
    """Where attempts are, where the match found so far begins, and whether one may end here."""

    place: int
    start: int
    is_goal: bool


class _Marker:
    """Notes which states are reached; groups are of no interest."""

    def __init__(self, seen: dict[int, None]) -> None:
        self._seen = seen

    def enter(self, state: int, slots: tuple[int, ...]) -> bool:
        del slots
        if state in self._seen:
            return False
        self._seen[state] = None
        return True

    def save(self, slots: tuple[int, ...], number: int) -> tuple[int, ...]:
        del number
        return slots


class _Collector:
    """Collects the attempts that reach a state first, with their groups."""

    def __init__(self, place: int) -> None:
        self._place = place
        self._seen: set[int] = set()
        self.fresh: list[Thread] = []

    def enter(self, state: int, slots: tuple[int, ...]) -> bool:
        if state in self._seen:
            return False
        self._seen.add(state)
        self.fresh.append((state, slots))
        return True

    def save(self, slots: tuple[int, ...], number: int) -> tuple[int, ...]:
        return (*slots[:number], self._place, *slots[number + 1 :])


def _describe_letter(letter: str) -> str:
    """What a boundary asks about the letter before it: none, a line break, of a word, another."""
    if not letter or letter == "\n":
        return letter
    return "w" if letter in WORD_LETTERS else "-"


class _ReadText:
    """A text or UTF-8 bytes as letters, and the way back from places of letters to its own."""

    def __init__(self, text: Any, names: Mapping[str, int]) -> None:
        self._text, self._names = text, names
        is_bytes = isinstance(text, bytes | bytearray)
        self.letters: str = text.decode("utf-8", "surrogateescape") if is_bytes else text
        plain = not is_bytes or self.letters.isascii()
        self._convert: Callable[[int], int] = int if plain else self._count_bytes
        self._place = self._bytes = 0  # the last place that was counted, so that none is twice

    def _count_bytes(self, place: int) -> int:
        if place < 0:
            return place
        low, high = sorted((self._place, place))
        between = len(self.letters[low:high].encode("utf-8", "surrogateescape"))
        self._bytes += between if place >= self._place else -between
        self._place = place
        return self._bytes

    def build_match(self, spans: tuple[int, ...]) -> LinearMatch:
        return LinearMatch(self._text, tuple(map(self._convert, spans)), self._names)


def compile_linear_pattern(
    pattern: str, *, longest: bool = False
) -> tuple[LinearPattern | None, str]:
    """Compile a pattern; None, with the reason, where it is invalid or too large."""
    program, problem = parse_pattern(pattern)
    return (LinearPattern(program, longest=longest), "") if program else (None, problem)
