"""Line breaks that only YAML 1.1 knows, hidden from a parser of it: in YAML 1.2 they are none.

libyaml would count a line at each of them, end a comment and fold a text there, so that all that
follows is told one line off.
"""

from collections.abc import Iterator, Mapping

OLD_LINE_BREAKS = "\x85\u2028\u2029"
_PRIVATE_USE = range(0x100000, 0x10FFFE)


def hide_old_breaks(text: str) -> tuple[str, dict[int, str]]:
    """A text of the same length without them, and the table that puts them back.

    In their place stand characters that the text does not hold.
    """
    held = [each for each in OLD_LINE_BREAKS if each in text]
    if not held:
        return text, {}
    substitutes = dict(zip(held, _list_unused(text), strict=False))
    table = {ord(new): old for old, new in substitutes.items()}
    return text.translate({ord(old): new for old, new in substitutes.items()}), table


def hide_in_step(step: str | int, table: Mapping[int, str]) -> str | int:
    """A key of a path as it stands in a text whose old line breaks are hidden."""
    if isinstance(step, int) or not table:
        return step
    return step.translate({ord(old): chr(new) for new, old in table.items()})


def _list_unused(text: str) -> Iterator[str]:
    """Yield characters for private use that a text does not hold."""
    used = set(text)
    return (chr(number) for number in _PRIVATE_USE if chr(number) not in used)
