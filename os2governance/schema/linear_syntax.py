"""The syntax of RE2 as far as it is read without it, made into the program of an automaton.

Literals, classes, groups, alternatives, repetitions (lazy ones too), flags i, m and s, anchors
and boundaries. As in RE2, digits, blanks, words and their boundaries are those of ASCII, and what
cannot run in linear time is no pattern.
"""

import sys
from collections.abc import Callable, Iterator
from functools import lru_cache

from os2governance.schema.linear_letters import (
    CATEGORIES,
    ESCAPES,
    PERL_CLASSES,
    POSIX_CLASSES,
    WORD_LETTERS,
    LetterTest,
    build_category_test,
    build_class_test,
    build_literal_test,
    build_range_test,
    is_any_letter,
    is_boundary,
    is_line_end,
    is_line_start,
    is_no_boundary,
    is_text_end,
    is_text_start,
    is_within_line,
    negate_test,
)
from os2governance.schema.linear_program import (
    Node,
    NoPatternError,
    PatternProgram,
    count_groups,
    count_repeats,
    emit_node,
)

MAX_REPEAT, MAX_DEPTH = 1000, 200


@lru_cache(maxsize=256)
def parse_pattern(pattern: str) -> tuple[PatternProgram | None, str]:
    """The program of a pattern; None, with the reason, where it is invalid or too large."""
    program = PatternProgram()
    try:
        parser = _Parser(pattern)
        tree = parser.parse()
        end = program.add("match")
        program.start = emit_node(tree, program, end)
    except NoPatternError as error:
        return None, f"{error}: {pattern}"
    except RecursionError:
        return None, f"nested too deeply: {pattern}"
    program.slots, program.names = 2 * (count_groups(tree) + 1), parser.names
    return program, ""


class _Parser:
    """Recursive descent over one pattern."""

    def __init__(self, pattern: str) -> None:
        self._text, self._at = pattern, 0
        self._groups = self._depth = 0
        self.names: dict[str, int] = {}
        self._flags = frozenset[str]()

    def parse(self) -> Node:
        tree = self._parse_alternatives()
        if self._at < len(self._text):
            raise NoPatternError("unexpected )")
        return tree

    def _peek(self, size: int = 1) -> str:
        return self._text[self._at : self._at + size]

    def _take(self, size: int = 1) -> str:
        taken = self._peek(size)
        if len(taken) < size:
            raise NoPatternError("the pattern ends too early")
        self._at += size
        return taken

    def _parse_alternatives(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise NoPatternError("nested too deeply")
        ways = [self._parse_sequence()]
        while self._peek() == "|":
            self._take()
            ways.append(self._parse_sequence())
        self._depth -= 1
        return ways[0] if len(ways) == 1 else ("any", ways)

    def _parse_sequence(self) -> Node:
        nodes: list[Node] = []
        while self._peek() not in {"", "|", ")"}:
            if self._peek(2) == r"\Q":
                nodes += self._parse_quoted()
                continue
            node = self._parse_atom()
            nodes.append(self._parse_repeats(node) if node else ("all", []))
        return ("all", nodes)

    def _parse_quoted(self) -> Iterator[Node]:
        self._take(2)
        end = self._text.find(r"\E", self._at)
        words = self._take((len(self._text) if end < 0 else end) - self._at)
        self._at += 2 if end >= 0 else 0
        nodes = [self._build_literal(letter) for letter in words]
        if nodes and self._peek() in {"*", "+", "?", "{"}:
            nodes[-1] = self._parse_repeats(nodes[-1])
        yield from nodes

    def _parse_repeats(self, node: Node) -> Node:
        count = 0
        while (bounds := self._parse_bounds()) is not None:
            count += 1
            if count > 1:
                raise NoPatternError("bad repetition operator")
            lazy = self._peek() == "?"
            self._at += lazy
            node = ("repeat", node, *bounds, lazy)
            if count_repeats(node) > MAX_REPEAT:
                raise NoPatternError("bad repetition operator")
        return node

    def _parse_bounds(self) -> tuple[int, int | None] | None:
        """The bounds of a repetition that stands here."""
        sign = self._peek()
        if sign and sign in "*+?":
            self._take()
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        if sign != "{":
            return None
        inner, closed, _ = self._text[self._at + 1 :].partition("}")
        low, comma, high = inner.partition(",")
        if not closed or not _is_number(low) or (high and not _is_number(high)):
            return None  # an ordinary brace
        least = int(low)
        most = least if not comma else int(high) if high else None
        if max(least, most or 0) > MAX_REPEAT or (most is not None and most < least):
            raise NoPatternError("bad repetition operator")
        self._take(len(inner) + 2)
        return least, most

    def _parse_atom(self) -> Node | None:
        letter = self._take()
        if letter == "(":
            return self._parse_group()
        if letter == "[":
            return ("letter", self._parse_class())
        if letter == ".":
            return ("letter", is_any_letter if "s" in self._flags else is_within_line)
        if letter in "^$":
            return ("assert", self._find_anchor(letter))
        if letter == "\\":
            return self._parse_escape()
        self._at -= 1
        if self._parse_bounds() is not None:
            raise NoPatternError("no argument for repetition operator")
        self._at += 1
        return self._build_literal(letter)

    def _find_anchor(self, letter: str) -> Callable[[str, str], bool]:
        if "m" in self._flags:
            return is_line_start if letter == "^" else is_line_end
        return is_text_start if letter == "^" else is_text_end

    def _build_literal(self, letter: str) -> Node:
        return ("letter", build_literal_test(letter, folded="i" in self._flags))

    def _parse_group(self) -> Node | None:
        outside = self._flags
        number = 0
        if self._peek() == "?":
            self._take()
            if self._peek(2) == "P<" or (
                self._peek() == "<" and self._peek(2)[1:] not in {"=", "!"}
            ):
                self._take(2 if self._peek() == "P" else 1)
                name, closed, _ = self._text[self._at :].partition(">")
                if not closed or not name.isascii() or not name.replace("_", "a").isalnum():
                    raise NoPatternError("invalid named capture")
                self._take(len(name) + 1)
                number = self._open_group()
                self.names.setdefault(name, number)  # of two with a name RE2 means the first
            elif self._parse_flags():
                return None
        else:
            number = self._open_group()
        tree = self._parse_alternatives()
        if self._peek() != ")":
            raise NoPatternError("missing )")
        self._take()
        self._flags = outside
        return ("group", number, tree) if number else tree

    def _open_group(self) -> int:
        self._groups += 1
        return self._groups

    def _parse_flags(self) -> bool:
        """Read flags; whether they hold for the rest of the group around them."""
        flags, adds = set(self._flags), True
        while (letter := self._take()) not in {":", ")"}:
            if letter == "-" and adds:
                adds = False
            elif letter in "ims":
                (flags.add if adds else flags.discard)(letter)
            else:
                raise NoPatternError("invalid perl operator")
        self._flags = frozenset(flags)
        return letter == ")"

    def _parse_escape(self) -> Node:
        letter = self._take()
        anchors = {"A": is_text_start, "z": is_text_end, "b": is_boundary, "B": is_no_boundary}
        if letter in anchors:
            return ("assert", anchors[letter])
        test = self._parse_class_escape(letter)
        if test is not None:
            return ("letter", test)
        return self._build_literal(self._parse_letter_escape(letter))

    def _parse_class_escape(self, letter: str) -> LetterTest | None:
        """The class that an escape means; None where it means one letter."""
        if letter.lower() in PERL_CLASSES and letter:
            test = self._fold_class([PERL_CLASSES[letter.lower()].__contains__])
            return test if letter.islower() else negate_test(test)
        if letter not in "pP":
            return None
        name = self._take()
        if name == "{":
            name, closed, _ = self._text[self._at :].partition("}")
            if not closed:
                raise NoPatternError("invalid character class range")
            self._take(len(name) + 1)
        negated = (letter == "P") != name.startswith("^")
        name = name.removeprefix("^")
        if name not in CATEGORIES and name != "Any":
            raise NoPatternError("invalid character class range")
        test = self._fold_class([is_any_letter if name == "Any" else build_category_test(name)])
        return negate_test(test) if negated else test

    def _fold_class(self, parts: list[LetterTest]) -> LetterTest:
        return build_class_test(parts, negated=False, folded="i" in self._flags)

    def _parse_letter_escape(self, letter: str) -> str:
        if letter in ESCAPES:
            return ESCAPES[letter]
        if letter == "x":
            digits = self._take()
            if digits == "{":
                digits, closed, _ = self._text[self._at :].partition("}")
                self._take(len(digits) + bool(closed))
                if not closed:
                    raise NoPatternError("invalid escape sequence")
            else:
                digits += self._take()
            if (
                not digits
                or not set(digits) <= POSIX_CLASSES["xdigit"]
                or int(digits, 16) > sys.maxunicode
            ):
                raise NoPatternError("invalid escape sequence")
            return chr(int(digits, 16))
        if letter in WORD_LETTERS or not letter.isascii():
            raise NoPatternError("invalid escape sequence")
        return letter

    # -- classes in brackets

    def _parse_class(self) -> LetterTest:
        negated = self._peek() == "^"
        self._at += negated
        parts: list[LetterTest] = []
        first = True
        while first or self._peek() != "]":
            first = False
            if self._peek(2) == "[:":
                parts.append(self._parse_posix())
                continue
            low = self._parse_class_letter(parts)
            if low is None:
                continue
            high = low
            if self._peek() == "-" and self._peek(2)[1:] not in {"]", ""}:
                self._take()
                upper = self._parse_class_letter(None)
                if upper is None or upper < low:
                    raise NoPatternError("invalid character class range")
                high = upper
            parts.append(build_range_test(low, high))
        self._take()
        return build_class_test(parts, negated=negated, folded="i" in self._flags)

    def _parse_class_letter(self, parts: list[LetterTest] | None) -> str | None:
        """One letter of a class; None where it was a class of its own, added to the parts."""
        letter = self._take()
        if letter != "\\":
            return letter
        letter = self._take()
        test = self._parse_class_escape(letter)
        if test is None:
            return self._parse_letter_escape(letter)
        if parts is None:
            raise NoPatternError("invalid character class range")
        parts.append(test)
        return None

    def _parse_posix(self) -> LetterTest:
        name, closed, _ = self._text[self._at + 2 :].partition(":]")
        negated = name.startswith("^")
        letters = POSIX_CLASSES.get(name.removeprefix("^"))
        if not closed or letters is None:
            raise NoPatternError("invalid character class range")
        self._take(len(name) + 4)
        return negate_test(letters.__contains__) if negated else letters.__contains__


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= len(str(MAX_REPEAT)) + 5
