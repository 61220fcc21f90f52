"""The template environment and its functions; all text is made inert and escaped here."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from os2governance.assessment.levels import BELOW
from os2governance.i18n.symbols import LEVELS, SEVERITY, STATUS
from os2governance.i18n.text import LANGUAGES, Language, Sayable, Text, both
from os2governance.render.common.blocks import Block, Cell
from os2governance.render.common.layout import inert
from os2governance.render.common.levels import level_name, level_said
from os2governance.site import blocks
from os2governance.site.words import Words, compact, day, figure, joined, words
from os2governance.version import VERSION

PACKAGE = "os2governance.site"
HOME: Language = LANGUAGES[0]
"""The language at the root of the site; the other has its own folder."""


NAMES: dict[str, Text] = {
    "products": Text("produkter", "products"),
    "level": Text("niveau", "level"),
    "by-name": Text("efter-navn", "by-name"),
    "by-change": Text("efter-aendring", "by-change"),
    "lights": Text("lys", "lights"),
    "model": Text("model", "model"),
    "decisions": Text("beslutninger", "decisions"),
    "figures": Text("tal", "figures"),
    "changes": Text("aendringer", "changes"),
}
"""The first part of each page's path, by language; the rest is the same in both."""


class Site(NamedTuple):
    """The data that all pages share.

    `address` is the site's future URL with a trailing slash, or empty: pages link to each other
    relatively, but a feed and a badge are read elsewhere.
    """

    title: dict[Language, str]
    as_of: date
    models: dict[str, str]
    address: str


@lru_cache(maxsize=4)
def environment(language: Language, packages: tuple[str, ...] = (PACKAGE,)) -> Environment:
    """The template environment of a language; earlier packages take precedence."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(each) for each in packages]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_inert,
    )
    spoken = joined([words(each, language) for each in packages])
    made.globals["_"] = partial(_message, spoken)
    made.globals["ngettext"] = partial(_numbered, spoken)
    made.filters |= {
        "day": day(language),
        "figure": figure(language),
        "compact": compact(language),
        "say": partial(_said, language),
        "linked": blocks.linked,
        "spans": partial(_spans, language),
        "outline": partial(_outline, language),
    }
    made.globals |= {
        "language": language,
        "other": next(each for each in LANGUAGES if each != language),
        "version": VERSION,
        "STATUS": STATUS,
        "SEVERITY": SEVERITY,
        "LEVELS": LEVELS,
        "BELOW": BELOW,
        "icon": partial(_icon, language),
        "level_name": partial(_level_name, language),
        "role_name": partial(_role_name, language),
        "level_said": partial(_level_said, language),
        "is_address": blocks.is_address,
        "typed_text": escape,
    }
    return made


def _message(spoken: Words, message: str, **parts: Any) -> Markup:
    """Translate an interface message; its arguments are made inert and escaped."""
    return _filled(spoken.gettext(message), parts)


def _numbered(spoken: Words, singular: str, plural: str, num: int, **parts: Any) -> Markup:
    """Translate an interface message with a plural form."""
    return _filled(spoken.ngettext(singular, plural, num), {"num": num, **parts})


def _filled(said: str, parts: dict[str, Any]) -> Markup:
    if not parts:
        return Markup(said)  # noqa: S704 - as below
    # The messages are the project's own; Markup escapes the parts.
    return Markup(said) % {name: _inert(part) for name, part in parts.items()}  # noqa: S704


def _inert(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else inert(value)


def _said(language: Language, text: Sayable) -> str:
    return text.say(language)


def _spans(language: Language, cell: Cell) -> Markup:
    return blocks.spans(cell, language)


def _outline(language: Language, several: Iterable[Block]) -> Markup:
    return blocks.outline(several, language)


def _icon(language: Language, status: str) -> Markup:
    return blocks.icon(status, STATUS[status].word.say(language))


def _level_name(language: Language, model: Any, level: str) -> str:
    return level_name(model, level, language)


def _role_name(language: Language, model: Any, role: str) -> str:
    """The name of a role; a criterion may name one that the model lacks, which is shown as is."""
    return str(model.role_names.get(role, both(role)).say(language))


def _level_said(language: Language, assessment: Any, kind: str) -> str:
    return level_said(assessment, kind, language)


def located(path: str, language: Language) -> str:
    """The path of a page in the site; the first language is at the root."""
    head, dot, rest = path.partition("/" if "/" in path else ".")
    named = NAMES[head].say(language) if head in NAMES else head
    return f"{'' if language == HOME else f'{language}/'}{named}{dot}{rest}"


def page(
    template: str, path: str, language: Language, site: Site, **said: Any
) -> tuple[str, bytes]:
    """The path and the bytes of a page.

    `path` is its language-neutral name in templates, where `link` returns the relative URL of
    another page in the same language, and `root` that of the site.
    """
    name = located(path, language)
    root = "../" * name.count("/")
    other = next(each for each in LANGUAGES if each != language)
    text = (
        environment(language)
        .get_template(template)
        .render(
            site=site,
            path=path,
            root=root,
            link=lambda to: f"{root}{located(to, language)}",
            other_page=f"{root}{located(path, other)}",
            **said,
        )
    )
    return name, text.encode()


def asset_files() -> Iterable[tuple[str, bytes]]:
    """Yield the files that all pages load: styles, script, and fonts with their licences."""
    folder_ = files(PACKAGE) / "assets"
    for each in sorted(folder_.iterdir(), key=lambda file: file.name):
        yield f"assets/{each.name}", each.read_bytes()
