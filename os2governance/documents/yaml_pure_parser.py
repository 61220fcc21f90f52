"""PyYAML's parser in Python, made to accept and refuse what libyaml does, in libyaml's words.

PyYAML's own two parsers are not one: the pure one refuses a tab after a plain scalar and a `?` in
a key of a flow mapping, sees blanks and indentation a little differently, and says its errors in
other words. Where they differ, this follows libyaml; each method says in what.
"""

import re
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import (
    FlowEntryToken,
    FlowMappingEndToken,
    FlowSequenceEndToken,
    ScalarToken,
    ValueToken,
)

_BLANKS = " \t"
_BREAKS = "\r\n\x85\u2028\u2029"
_ENDS = "\0" + _BREAKS
_BLANKS_AND_ENDS = _BLANKS + _ENDS
_WORD = re.compile(rf"(?:[^:{_BLANKS_AND_ENDS}]|:(?![{_BLANKS_AND_ENDS}]))*+")  # noqa: TID251 - ours
_FLOW_WORD = re.compile(  # noqa: TID251 - our own pattern
    rf"(?:[^:,\[\]{{}}{_BLANKS_AND_ENDS}]|:(?![,?\[\]{{}}{_BLANKS_AND_ENDS}]))*+"
)
_SPACES_OR_COMMENT = re.compile(f" *+(?:#[^{_ENDS}]*+)?+")  # noqa: TID251 - our own pattern
_BLANKS_OR_COMMENT = re.compile(f"[ \t]*+(?:#[^{_ENDS}]*+)?+")  # noqa: TID251 - our own pattern
_BREAK = re.compile(f"[{_BREAKS}\ufeff]")  # noqa: TID251 - our own pattern
_SURROGATES = range(0xD800, 0xE000)
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]+")  # noqa: TID251 - our own pattern


class PureParser(Reader, Scanner, Parser, Composer, BaseResolver):
    """The events of a text; like libyaml's, it reads when the first event is asked for."""

    def __init__(self, text: str) -> None:
        """Hold the text until it is asked for."""
        self._text: str | None = text
        self._scalar_start: Any = None  # of the text after | or > that is being read
        Composer.__init__(self)
        BaseResolver.__init__(self)

    def get_event(self) -> Any:
        """The next event; raises `yaml.YAMLError` in libyaml's words."""
        return self._ask(Parser.get_event)

    def check_event(self, *choices: Any) -> Any:
        """Whether the next event is one of the choices."""
        return self._ask(Parser.check_event, *choices)

    def peek_event(self) -> Any:
        """The next event, which stays."""
        return self._ask(Parser.peek_event)

    def _ask(self, method: Any, *choices: Any) -> Any:
        if self._text is not None:
            text, self._text = self._text, None
            self._begin(text)
        try:
            return method(self, *choices)
        except yaml.MarkedYAMLError as error:
            error.problem = _say_as_libyaml(error)
            if error.problem == "found unknown escape character":  # it begins with its backslash
                mark: Any = error.problem_mark
                mark.index, mark.column = mark.index - 1, mark.column - 1
            raise

    def _begin(self, text: str) -> None:
        try:
            Reader.__init__(self, text)
        except ReaderError as error:  # libyaml counts bytes
            error.position = len(text[: error.position].encode())
            raise
        Scanner.__init__(self)
        Parser.__init__(self)

    def forward(self, length: int = 1) -> None:
        """Pass over characters; a word, which holds no line break, at once."""
        if length > 1 and not _BREAK.search(self.buffer, self.pointer, self.pointer + length):
            self.index, self.pointer = self.index + length, self.pointer + length
            self.column += length
        else:
            Reader.forward(self, length)

    def _pass(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.buffer, self.pointer)
        if found and found[0]:
            self.forward(len(found[0]))

    # -- where the scanners differ ------------------------------------------------------------

    def fetch_stream_end(self) -> None:
        """End the last line first, if it is open: errors and ends stand on the line after it."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        self.stale_possible_simple_keys()
        Scanner.fetch_stream_end(self)

    def scan_to_next_token(self) -> None:
        """Also pass over tabs where no key can begin, as libyaml does."""
        if self.index == 0 and self.peek() == "\ufeff":
            self.forward()
        while True:
            with_tabs = self.flow_level or not self.allow_simple_key
            self._pass(_BLANKS_OR_COMMENT if with_tabs else _SPACES_OR_COMMENT)
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """A plain scalar, with tabs between its words, and `?` within it in a flow."""
        chunks: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        spaces: list[str] = []
        leading = False
        while not (self.peek() == "#" or self._is_at_document_mark()):
            length = self._count_plain(start)
            if length:
                chunks += [*spaces, self.prefix(length)]
                self.forward(length)
                self.allow_simple_key = leading = False
                end = self.get_mark()
            if self.peek() not in _BLANKS + _BREAKS:
                break
            spaces, leading = self._scan_spaces(indent, start)
            if not self.flow_level and self.column < indent:
                break
        if leading:
            self.allow_simple_key = True
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003 - it is plain

    def _count_plain(self, start: Any) -> int:
        """Length of the word of a plain scalar that begins here, in characters."""
        word = (_FLOW_WORD if self.flow_level else _WORD).match(self.buffer, self.pointer)
        length = len(word[0]) if word else 0
        if self.flow_level and self.peek(length) == ":" and self.peek(length + 1) in ",?[]{}":
            self.forward(length)
            raise ScannerError(
                "while scanning a plain scalar", start, "found unexpected ':'", self.get_mark()
            )
        return length

    def _scan_spaces(self, indent: int, start: Any) -> tuple[list[str], bool]:
        """What stands between two words, folded, and whether a line was broken."""
        blanks = ""
        first, later = "", []
        while self.peek() in _BLANKS + _BREAKS:
            if self.peek() in _BREAKS:
                if first:
                    later.append(self.scan_line_break())
                else:
                    first = self.scan_line_break()
                continue
            if first and self.column < indent and self.peek() == "\t":
                raise ScannerError(
                    "while scanning a plain scalar",
                    start,
                    "found a tab character that violates indentation",
                    self.get_mark(),
                )
            if not first:
                blanks += self.peek()
            self.forward()
        if not first:
            return [blanks], False
        if first == "\n":
            return later or [" "], True
        return [first, *later], True

    def _is_at_document_mark(self) -> bool:
        return (
            self.column == 0
            and self.prefix(3) in ("---", "...")
            and self.peek(3) in _BLANKS_AND_ENDS
        )

    def scan_block_scalar(self, style: str) -> ScalarToken:
        """A text after `|` or `>`; a tab in its indentation is refused."""
        self._scalar_start = self.get_mark()
        token: ScalarToken = Scanner.scan_block_scalar(self, style)
        return token

    def scan_block_scalar_indicators(
        self,
        start_mark: Any,  # noqa: ARG002 - the signature is the scanner's
    ) -> tuple[bool | None, int | None]:
        """How the last breaks are kept, and the indentation; a comment may follow at once."""
        chomping: bool | None = None
        increment: int | None = None
        for _ in range(2):
            sign = self.peek()
            if sign in "+-" and chomping is None:
                chomping = sign == "+"
            elif sign in "123456789" and increment is None:
                increment = int(sign)
            elif sign == "0" and increment is None:
                self._refuse("found an indentation indicator equal to 0")
            else:
                break
            self.forward()
        return chomping, increment

    def scan_block_scalar_ignored_line(
        self,
        start_mark: Any,  # noqa: ARG002 - the signature is the scanner's
    ) -> None:
        """Pass over the rest of the line with the indicators, tabs and comment included."""
        self._pass(_BLANKS_OR_COMMENT)
        if self.peek() not in _ENDS:
            self._refuse("did not find expected comment or line break")
        self.scan_line_break()

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Any]:
        """The breaks before the first line, and the indentation that it gives."""
        found: tuple[list[str], int, Any] = Scanner.scan_block_scalar_indentation(self)
        if self.peek() == "\t":
            self._refuse("found a tab character where an indentation space is expected")
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Any]:
        """The breaks between two lines of a text."""
        found: tuple[list[str], Any] = Scanner.scan_block_scalar_breaks(self, indent)
        if self.peek() == "\t" and self.column < indent:
            self._refuse("found a tab character where an indentation space is expected")
        return found

    def _refuse(self, problem: str) -> NoReturn:
        start = self._scalar_start
        raise ScannerError("while scanning a block scalar", start, problem, self.get_mark())

    def scan_flow_scalar_non_spaces(
        self,
        double: bool,  # noqa: FBT001 - the signature is the scanner's
        start_mark: Any,
    ) -> list[str]:
        """The words of a quoted text up to a blank; an escape must be a character of Unicode."""
        for length, number in self._list_escapes() if double else ():
            if number in _SURROGATES or number > sys.maxunicode:
                self.forward(length)
                raise ScannerError(
                    "while parsing a quoted scalar",
                    start_mark,
                    "found invalid Unicode character escape code",
                    self.get_mark(),
                )
        chunks: list[str] = Scanner.scan_flow_scalar_non_spaces(self, double, start_mark)
        return chunks

    def _list_escapes(self) -> Iterator[tuple[int, int]]:
        """Yield where the digits of each escape before the next blank begin, and their number."""
        length = 0
        while (letter := self.peek(length)) not in '"' + _BLANKS_AND_ENDS:
            length += 1
            if letter != "\\":
                continue
            sign = self.peek(length)
            length += 1
            if digits := self.ESCAPE_CODES.get(sign):
                code = self.prefix(length + digits)[length:]
                if len(code) < digits or not _HEXADECIMAL.fullmatch(code):
                    return
                yield length, int(code, 16)
            elif sign not in self.ESCAPE_REPLACEMENTS:
                return

    # -- where the parsers differ -------------------------------------------------------------

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """The key of a pair after `?` in a list; libyaml drops the sign after an empty one."""
        self.get_token()
        if self.check_token(ValueToken, FlowEntryToken, FlowSequenceEndToken):
            dropped = self.get_token()
            self.state = self.parse_flow_sequence_entry_mapping_value
            return self.process_empty_scalar(dropped.end_mark)
        self.states.append(self.parse_flow_sequence_entry_mapping_value)
        return self.parse_flow_node()

    def parse_flow_mapping_value(self) -> Any:
        """The value of a pair in a group; an empty one stands where the group goes on."""
        if not self.check_token(ValueToken):
            return Parser.parse_flow_mapping_value(self)
        self.get_token()
        if self.check_token(FlowEntryToken, FlowMappingEndToken):
            self.state = self.parse_flow_mapping_key
            return self.process_empty_scalar(self.peek_token().start_mark)
        self.states.append(self.parse_flow_mapping_key)
        return self.parse_flow_node()

    def parse_flow_sequence_entry_mapping_value(self) -> Any:
        """The value of a pair in a list; an empty one stands where the list goes on."""
        if not self.check_token(ValueToken):
            return Parser.parse_flow_sequence_entry_mapping_value(self)
        self.get_token()
        if self.check_token(FlowEntryToken, FlowSequenceEndToken):
            self.state = self.parse_flow_sequence_entry_mapping_end
            return self.process_empty_scalar(self.peek_token().start_mark)
        self.states.append(self.parse_flow_sequence_entry_mapping_end)
        return self.parse_flow_node()


def _say_as_libyaml(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    if problem.startswith("expected <block end>"):
        in_mapping = error.context == "while parsing a block mapping"
        return "did not find expected " + ("key" if in_mapping else "'-' indicator")
    return next((words for pattern, words in _WORDS if pattern.match(problem)), problem)


_WORDS = tuple(
    (re.compile(pattern), words)  # noqa: TID251 - our own patterns
    for pattern, words in {
        "mapping values are not": "mapping values are not allowed in this context",
        "mapping keys are not": "mapping keys are not allowed in this context",
        "sequence entries are not": "block sequence entries are not allowed in this context",
        "found character .* start any": "found character that cannot start any token",
        "expected the node content": "did not find expected node content",
        "expected ',' or ']'": "did not find expected ',' or ']'",
        "expected ',' or '}'": "did not find expected ',' or '}'",
        "expected '<document start>'": "did not find expected <document start>",
        "found unexpected document sep": "found unexpected document indicator",
        "found unknown escape": "found unknown escape character",
        "expected escape sequence of": "did not find expected hexdecimal number",
        "expected indentation indicator": "found an indentation indicator equal to 0",
        "expected (chomping|a comment)": "did not find expected comment or line break",
        "expected URI escape": "did not find URI escaped octet",
        "expected URI": "did not find expected tag URI",
        "expected '>'": "did not find the expected '>'",
        "expected '!'": "did not find expected '!'",
        "expected ' '": "did not find expected whitespace or line break",
        "expected alphabetic or num": "did not find expected alphabetic or numeric character",
        "found duplicate YAML dir": "found duplicate %YAML directive",
        "duplicate tag handle": "found duplicate %TAG directive",
        "found incompatible": "found incompatible YAML document",
        "found undefined tag": "found undefined tag handle",
    }.items()
)
