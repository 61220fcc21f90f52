"""The program of a pattern's automaton, made of the pattern's tree."""

from typing import Any, Protocol

MAX_PROGRAM = 20_000
"""Most instructions of a program: they bound the time for each letter."""


class NoPatternError(ValueError):
    """Not a pattern; the reason is the argument."""


class Follower(Protocol):
    """What is told of each state that is reached without a letter."""

    def enter(self, state: int, slots: tuple[int, ...]) -> bool:
        """Whether the state is reached for the first time."""
        ...

    def save(self, slots: tuple[int, ...], number: int) -> tuple[int, ...]:
        """The groups with the place of one of their ends."""
        ...


class PatternProgram:
    """Instructions: letter (a test), split (ways, the preferred first), save, assert, match.

    `names` are the numbers of the groups that have a name.
    """

    def __init__(self) -> None:
        """Start with none."""
        self.code: list[tuple[str, Any, int]] = []
        self.start = 0
        self.slots = 2
        self.names: dict[str, int] = {}

    def add(self, kind: str, argument: Any = None, after: int = -1) -> int:
        """Add an instruction; return its number.

        Raises:
            NoPatternError: when there are too many.
        """
        if len(self.code) >= MAX_PROGRAM:
            raise NoPatternError("pattern too large")
        self.code.append((kind, argument, after))
        return len(self.code) - 1

    def is_match(self, state: int) -> bool:
        """Whether a state is the end of the pattern."""
        return self.code[state][0] == "match"

    def takes(self, state: int, letter: str) -> bool:
        """Whether a state goes on with a letter."""
        kind, test, _ = self.code[state]
        return kind == "letter" and letter != "" and test(letter)

    def next_of(self, state: int) -> int:
        """The state after a letter."""
        return self.code[state][2]

    def follow(
        self, state: int, slots: tuple[int, ...], around: tuple[str, str], follower: Follower
    ) -> None:
        """Tell of all states that are reached from one without a letter, the preferred first."""
        waiting = [(state, slots)]
        while waiting:
            state, slots = waiting.pop()
            if not follower.enter(state, slots):
                continue
            kind, argument, after = self.code[state]
            if kind == "split":
                waiting += ((way, slots) for way in reversed(argument))
            elif kind == "save":
                waiting.append((after, follower.save(slots, argument)))
            elif kind == "assert" and argument(*around):
                waiting.append((after, slots))


# -- from a tree to a program: each node is emitted before what follows it ------------------------

Node = tuple[Any, ...]


def emit_node(node: Node, program: PatternProgram, after: int) -> int:
    """Emit a node, after which the program goes on; return where it begins."""
    kind = node[0]
    if kind == "letter":
        return program.add("letter", node[1], after)
    if kind == "assert":
        return program.add("assert", node[1], after)
    if kind == "all":
        for each in reversed(node[1]):
            after = emit_node(each, program, after)
        return after
    if kind == "any":
        return program.add("split", tuple(emit_node(each, program, after) for each in node[1]))
    if kind == "group":
        close = program.add("save", 2 * node[1] + 1, after)
        return program.add("save", 2 * node[1], emit_node(node[2], program, close))
    return _emit_repeat(node, program, after)


def _emit_repeat(node: Node, program: PatternProgram, after: int) -> int:
    _, inner, least, most, lazy = node

    def split(one: int, other: int) -> tuple[int, int]:
        return (other, one) if lazy else (one, other)

    if most is None:
        loop = program.add("split", ())
        body = emit_node(inner, program, loop)
        program.code[loop] = ("split", split(body, after), -1)
        if least:
            start = body
            for _ in range(least - 1):
                start = emit_node(inner, program, start)
            return start
        return program.add("split", split(body, after))
    start = after
    for _ in range(most - least):
        start = program.add("split", split(emit_node(inner, program, start), after))
    for _ in range(least):
        start = emit_node(inner, program, start)
    return start


def count_repeats(node: Node) -> int:
    """How often the innermost of nested repetitions with bounds is repeated at most."""
    kind = node[0]
    if kind in {"all", "any"}:
        return max(map(count_repeats, node[1]), default=1)
    if kind == "group":
        return count_repeats(node[2])
    if kind != "repeat":
        return 1
    _, inner, least, most, _lazy = node
    return max(int(least if most is None else most), 1) * count_repeats(inner)


def count_groups(node: Node) -> int:
    """The number of the last group in a tree."""
    kind = node[0]
    if kind in {"all", "any"}:
        return max(map(count_groups, node[1]), default=0)
    if kind == "group":
        return max(int(node[1]), count_groups(node[2]))
    return count_groups(node[1]) if kind == "repeat" else 0
