"""Bilingual text (Danish and English), and the formatting of lists, numbers and sentences."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from os2governance.i18n.translations import danish

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, Language] = ("da", "en")


class Text(NamedTuple):
    """One text in both languages; either may be empty where its author omitted it."""

    da: str = ""
    en: str = ""

    def render(self, language: Language) -> str:
        """The text in `language`, or in the other language where it is missing."""
        return (self.da or self.en) if language == "da" else (self.en or self.da)

    def fill(self, **parts: object) -> "Text":
        """The text with its `{name}` places filled; parts that are texts are put in by language.

        Raises:
            KeyError: when a part is missing.
        """
        return Text(*(_fill(self.render(each), parts, each) for each in LANGUAGES))


NO_TEXT = Text()
"""Nothing, in both languages."""


def _fill(template: str, parts: Mapping[str, object], language: Language) -> str:
    if "{" not in template:
        return template
    said = {
        name: part.render(language) if hasattr(part, "render") else part
        for name, part in parts.items()
    }
    return template.format_map(said)


def _(english: str) -> Text:
    """A fixed text in both languages: its English is written here, its Danish in the catalogue."""
    return Text(danish().gettext(english), english)


def pgettext(context: str, english: str) -> Text:
    """A fixed text whose English words are another text elsewhere; `context` tells them apart."""
    return Text(danish().pgettext(context, english), english)


def ngettext(singular: str, plural: str, count: int) -> Text:
    """A fixed text in the form that fits a number; the number is filled in afterwards."""
    return Text(danish().ngettext(singular, plural, count), singular if count == 1 else plural)


class CountedText(NamedTuple):
    """A fixed text with a form for one and a form for several; which, a number says later."""

    one: Text
    several: Text

    def choose(self, count: float) -> Text:
        """The form that fits a number; the number is filled in afterwards."""
        return self.one if count == 1 else self.several


def npgettext(context: str, singular: str, plural: str) -> CountedText:
    """A fixed text of a context in both its forms, for a number that is not known yet."""
    one, several = (danish().npgettext(context, singular, plural, count) for count in (1, 2))
    return CountedText(Text(one, singular), Text(several, plural))


def as_text(text: str) -> Text:
    """A text that is the same in both languages, such as an id."""
    return Text(text, text)


class Renderable(Protocol):
    """Anything that can be rendered in either language."""

    def render(self, language: Language) -> str:
        """Render as text in `language`."""


_PLAIN_TYPES = frozenset({str, int})


class FilledText(NamedTuple):
    """A template with `{name}` placeholders, and the values that fill them when it is rendered.

    Values that are texts themselves are rendered in the same language. Values are inserted
    verbatim: braces in them have no meaning.
    """

    template: Text
    parts: Mapping[str, Any]

    def render(self, language: Language) -> str:
        """Render the template with its placeholders filled.

        Raises:
            KeyError: when a value is missing.
        """
        template = self.template.render(language)
        if "{" not in template:
            return template
        said = {}
        for name, part in self.parts.items():
            said[name] = part if type(part) in _PLAIN_TYPES else part.render(language)
        return template.format_map(said)

    @property
    def da(self) -> str:
        """The text in Danish."""
        return self.render("da")

    @property
    def en(self) -> str:
        """The text in English."""
        return self.render("en")


_AND = _("and")
_OR = _("or")


def _join_with_word(items: Sequence[str], word: str) -> str:
    if len(items) < 2:  # noqa: PLR2004 - a single item needs no conjunction
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def format_list(items: Sequence[str], language: Language) -> str:
    """Format a list: `a, b og c`."""
    return _join_with_word(items, _AND.render(language))


class ListInWords(NamedTuple):
    """A list as a part of a sentence that is rendered later, such as that of a finding."""

    items: tuple[str, ...]

    def render(self, language: Language) -> str:
        """Render as `a, b og c`."""
        return format_list(self.items, language)


def format_alternatives(items: Sequence[str], language: Language) -> str:
    """Format alternatives: `a, b eller c`."""
    return _join_with_word(items, _OR.render(language))


def format_number(value: float, language: Language) -> str:
    """Format a number by the conventions of the language: `1.234.567,5` or `1,234,567.5`."""
    long = type(value) is int and abs(value) >= _ROUNDED_FROM
    text = _format_rounded(int(value)) if long else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "da" else text


_ROUNDED_FROM = 10**20


def _format_rounded(value: int) -> str:
    """Format an integer that is too long to write out: `2e+308`."""
    from decimal import Context, Decimal  # noqa: PLC0415 - very few numbers are that long

    return str(Decimal(value).normalize(Context(prec=16))).lower()


def lower_first_letter(title: str) -> str:
    """Lower the first letter of a title, unless it begins with an abbreviation or a name."""
    if len(title) > 1 and not title[1].islower() and title[1] not in " -":
        return title
    return title[:1].lower() + title[1:]


def format_sentence(text: str) -> str:
    """Capitalise the first letter and end with a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
