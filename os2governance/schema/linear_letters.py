"""Which letters a part of a pattern takes, and what an anchor asks of those around it."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

LetterTest = Callable[[str], bool]
_DIGITS = frozenset("0123456789")
_SPACES = frozenset("\t\n\f\r ")
WORD_LETTERS = _DIGITS | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
PERL_CLASSES = {"d": _DIGITS, "s": _SPACES, "w": WORD_LETTERS}
POSIX_CLASSES = {
    "alnum": WORD_LETTERS - {"_"},
    "alpha": WORD_LETTERS - _DIGITS - {"_"},
    "digit": _DIGITS,
    "lower": frozenset("abcdefghijklmnopqrstuvwxyz"),
    "upper": frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "space": _SPACES | {"\v"},
    "word": WORD_LETTERS,
    "xdigit": frozenset("0123456789abcdefABCDEF"),
    "punct": frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    "blank": frozenset(" \t"),
}
ESCAPES = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
CATEGORIES = frozenset(
    {
        *("C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn"),
        *("N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps"),
        *("S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs"),
    }
)


# -- anchors and boundaries: asked of the letter before (described) and the one after -------------


def is_text_start(before: str, _after: str) -> bool:
    """Whether a text begins here."""
    return before == ""


def is_text_end(_before: str, after: str) -> bool:
    """Whether a text ends here."""
    return after == ""


def is_line_start(before: str, _after: str) -> bool:
    """Whether a line begins here."""
    return before in {"", "\n"}


def is_line_end(_before: str, after: str) -> bool:
    """Whether a line ends here."""
    return after in {"", "\n"}


def is_boundary(before: str, after: str) -> bool:
    """Whether a word begins or ends here."""
    return (before == "w") != (after in WORD_LETTERS and after != "")


def is_no_boundary(before: str, after: str) -> bool:
    """Whether no word begins or ends here."""
    return not is_boundary(before, after)


# -- letters --------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _read_folds() -> dict[str, frozenset[str]]:
    """The letters that are one letter in several cases, by each of them."""
    groups: dict[str, set[str]] = {}
    for number in range(0x1E944):
        letter = chr(number)
        lower = letter.lower()
        root = lower if len(lower) == 1 else letter
        upper = root.upper()
        if len(upper) == 1 and len(upper.lower()) == 1:
            root = upper.lower()
        if root != letter:
            groups.setdefault(root, {root}).add(letter)
    return {each: frozenset(group) for group in groups.values() for each in group}


def _list_cases(letter: str) -> frozenset[str]:
    return _read_folds().get(letter) or frozenset(letter)


def build_literal_test(letter: str, *, folded: bool) -> LetterTest:
    """The test for one letter, or any case of it."""
    return (_list_cases(letter) if folded else frozenset(letter)).__contains__


def build_class_test(parts: list[LetterTest], *, negated: bool, folded: bool) -> LetterTest:
    """The test for what any part takes, or none where it is negated."""

    def is_in(letter: str) -> bool:
        cases = _list_cases(letter) if folded else letter
        return any(part(each) for each in cases for part in parts) != negated

    return lru_cache(maxsize=512)(is_in)


def build_category_test(name: str) -> LetterTest:
    """The test for a general category of Unicode's."""
    return lambda letter: unicodedata.category(letter).startswith(name)


def negate_test(test: LetterTest) -> LetterTest:
    """The test for all other letters."""
    return lambda letter: not test(letter)


def is_any_letter(letter: str) -> bool:
    """Whether it is a letter: always."""
    del letter
    return True


def is_within_line(letter: str) -> bool:
    """Whether a letter breaks no line."""
    return letter != "\n"


def build_range_test(low: str, high: str) -> LetterTest:
    """The test for letters from one to another."""
    return lambda letter: low <= letter <= high
