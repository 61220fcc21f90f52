"""The template environment and its functions; all text is made inert and escaped here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from os2governance.i18n.inert import make_inert
from os2governance.i18n.localised_figures import (
    build_compact_formatter,
    build_date_formatter,
    build_number_formatter,
)
from os2governance.i18n.symbols import LEVEL_KINDS, SEVERITY_SYMBOLS, STATUS_SYMBOLS
from os2governance.i18n.text import LANGUAGES, Language, Renderable, Text, _, as_text, ngettext
from os2governance.model.look import Look
from os2governance.model.model import Model
from os2governance.render.common.blocks import Block, Cell
from os2governance.render.common.levels import (
    render_below_lowest,
    render_level,
    render_level_phrase,
    render_level_word,
)
from os2governance.render.common.source_path import quote_path
from os2governance.site import html_blocks
from os2governance.site.look_css import LOOK_FILE
from os2governance.site.publication import Publication
from os2governance.version import VERSION

SITE_PACKAGE = "os2governance.site"
ROOT_LANGUAGE: Language = LANGUAGES[0]
"""The language at the root of the site; the other has its own folder."""


PAGE_NAMES: dict[str, Text] = {
    "products": _("products"),
    "placed": _("placed"),
    "assessed": _("assessed"),
    "projects": _("projects"),
    "drafts": _("drafts"),
    "closed": _("closed"),
    "by-name": _("by-name"),
    "by-change": _("by-change"),
    "lights": _("lights"),
    "model": _("model"),
    "decisions": _("decisions"),
    "figures": _("figures"),
    "changes": _("changes"),
    "about": _("about"),
}
"""The first part of each page's path, by language; the rest is the same in both."""


class SharedTexts(NamedTuple):
    """What a site calls itself: its name, the heading and introduction in front, and a tagline."""

    title: str
    heading: str
    intro: str
    tagline: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """The data that all pages share.

    `address` is the site's future URL with a trailing slash, or empty: pages link to each other
    relatively, but a feed and a badge are read elsewhere. `looks` are those of the models that
    are used, by their ids, the newest first; `look_file` is the one that a page loads. `form` is
    the folder of the form below the site, with a trailing slash; empty where there is none.
    """

    words: dict[Language, SharedTexts]
    as_of: date
    models: dict[str, str]
    address: str
    publication: Publication
    looks: dict[str, Look] = field(default_factory=dict)
    look_file: str = LOOK_FILE
    form: str = ""

    def find_look_file(self, model: str) -> str:
        """The style sheet of a model's look; that of all pages where there is one model."""
        return LOOK_FILE if len(self.looks) < 2 else f"look-{model}.css"  # noqa: PLR2004 - one


@lru_cache(maxsize=4)
def build_template_environment(
    language: Language, packages: tuple[str, ...] = (SITE_PACKAGE,)
) -> Environment:
    """The template environment of a language; earlier packages take precedence."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(each) for each in packages]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_make_inert,
    )
    made.globals["_"] = partial(_translate, language)
    made.globals["ngettext"] = partial(_translate_plural, language)
    made.filters |= {
        "day": build_date_formatter(language),
        "figure": build_number_formatter(language),
        "compact": build_compact_formatter(language),
        "say": partial(_render_text, language),
        "urlencode": quote_path,
        "linked": html_blocks.render_html_link,
        "spans": partial(_render_spans, language),
        "outline": partial(_render_outline, language),
    }
    made.globals |= {
        "language": language,
        "other": next(each for each in LANGUAGES if each != language),
        "version": VERSION,
        "STATUS": STATUS_SYMBOLS,
        "SEVERITY": SEVERITY_SYMBOLS,
        "LEVELS": LEVEL_KINDS,
        "icon": partial(_render_icon, language),
        "level_name": partial(_level_name, language),
        "level_word": partial(_level_word, language),
        "level_phrase": partial(_level_phrase, language),
        "below_lowest": partial(_below_lowest, language),
        "role_name": partial(_role_name, language),
        "level_said": partial(_render_level_text, language),
        "is_address": html_blocks.is_web_address,
        "typed_text": escape,
    }
    return made


def _translate(language: Language, message: str, **parts: Any) -> Markup:
    """Translate an interface message; its arguments are made inert and escaped."""
    return _fill_message(_(message).render(language), parts)


def _translate_plural(
    language: Language, singular: str, plural: str, num: int, **parts: Any
) -> Markup:
    """Translate an interface message with a plural form."""
    said = ngettext(singular, plural, num).render(language)
    return _fill_message(said, {"num": num, **parts})


def _fill_message(said: str, parts: dict[str, Any]) -> Markup:
    if not parts:
        return Markup(said)  # noqa: S704 - as below
    # The messages are the project's own; Markup escapes the parts.
    return Markup(said) % {name: _make_inert(part) for name, part in parts.items()}  # noqa: S704


def _make_inert(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else make_inert(value)


def _render_text(language: Language, text: Renderable) -> str:
    return text.render(language)


def _render_spans(language: Language, cell: Cell) -> Markup:
    return html_blocks.render_html_spans(cell, language)


def _render_outline(language: Language, several: Iterable[Block]) -> Markup:
    return html_blocks.render_html_outline(several, language)


def _render_icon(language: Language, status: str) -> Markup:
    return html_blocks.render_html_icon(status, STATUS_SYMBOLS[status].word.render(language))


def _level_name(language: Language, model: Model, level: str) -> str:
    return model.level_name(level).render(language)


def _level_word(language: Language, model: Model, kind: str) -> str:
    return render_level_word(model, kind, language)


def _level_phrase(language: Language, model: Model, level: str) -> str:
    return render_level_phrase(model, level, language)


def _below_lowest(language: Language, model: Model) -> str:
    return render_below_lowest(model, language)


def _role_name(language: Language, model: Any, role: str) -> str:
    """The name of a role; a criterion may name one that the model lacks, which is shown as is."""
    return str(model.role_names.get(role, as_text(role)).render(language))


def _render_level_text(language: Language, assessment: Any, kind: str) -> str:
    return render_level(assessment, kind, language)


def localise_page_path(path: str, language: Language) -> str:
    """The path of a page in the site; the first language is at the root."""
    head, dot, rest = path.partition("/" if "/" in path else ".")
    named = PAGE_NAMES[head].render(language) if head in PAGE_NAMES else head
    return f"{'' if language == ROOT_LANGUAGE else f'{language}/'}{named}{dot}{rest}"


def render_site_page(
    template: str, path: str, language: Language, site: Site, **said: Any
) -> tuple[str, bytes]:
    """The path and the bytes of a page.

    `path` is its language-neutral name in templates, where `link` returns the relative URL of
    another page in the same language, and `root` that of the site.
    """
    name = localise_page_path(path, language)
    root = "../" * name.count("/")
    other = next(each for each in LANGUAGES if each != language)
    text = (
        build_template_environment(language)
        .get_template(template)
        .render(
            site=site,
            path=path,
            root=root,
            link=lambda to: f"{root}{localise_page_path(to, language)}",
            other_page=f"{root}{localise_page_path(path, other)}",
            **said,
        )
    )
    return name, text.encode()


def read_asset_files() -> Iterable[tuple[str, bytes]]:
    """Yield the files that all pages load: styles, script, and fonts with their licences."""
    folder_ = files(SITE_PACKAGE) / "assets"
    for each in sorted(folder_.iterdir(), key=lambda file: file.name):
        yield f"assets/{each.name}", each.read_bytes()
