"""What a model calls the things of its world; where it says nothing, neutral words."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from os2governance.formats.words import LIGHTS
from os2governance.i18n.text import LANGUAGES, Language, Text, _, lower_first_letter, pgettext


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The words of a model, each in both languages.

    `evaluator` and `decider` are written with a capital; `phrase` puts them into a sentence.
    """

    site_title: Text
    site_intro: Text
    site_tagline: Text
    badge: Text
    evaluator: Text
    decider: Text
    paper: Text
    form: Text
    report: Text
    plan_for: Text
    users_one: Text
    users_many: Text
    lights: Mapping[str, Text]


NEUTRAL_WORDS = Words(
    site_title=_("Products and their levels"),
    site_intro=_(
        "Each product describes itself, and rules that everybody can read give it a level. Here "
        "is every level, with the full reasoning."
    ),
    site_tagline=_("Levels of products, with the full reasoning"),
    badge=pgettext("badge", "level"),
    evaluator=_("The evaluator"),
    decider=_("The decision-maker"),
    paper=_("Decision paper"),
    form=_("the form"),
    report=_("Report"),
    plan_for=_("those who are responsible for the product"),
    users_one=pgettext("of a product", "user"),
    users_many=pgettext("of a product", "users"),
    lights={
        "met": pgettext("light", "Green"),
        "partly": pgettext("light", "Yellow"),
        "unmet": pgettext("light", "Red"),
        "not_applicable": pgettext("light", "Grey"),
    },
)
"""The words of a model that names none."""


_PLAIN_WORDS = {each.name for each in fields(Words)} - {"lights"}


def read_words(given: Mapping[str, Any], otherwise: Words = NEUTRAL_WORDS) -> Words:
    """The words that a model gives (`words`), each that it leaves out as it is otherwise."""
    site, users, lights = (given.get(key) or {} for key in ("site", "users", "lights"))
    said = {
        **{f"site_{key}": text for key, text in site.items()},
        **{f"users_{key}": text for key, text in users.items()},
        **{key: given[key] for key in given if key in _PLAIN_WORDS},
    }
    return replace(
        otherwise,
        **{key: _read_text(text, getattr(otherwise, key)) for key, text in said.items()},
        lights={light: _read_text(lights.get(light), otherwise.lights[light]) for light in LIGHTS},
    )


def _read_text(given: Mapping[str, str] | None, otherwise: Text) -> Text:
    text = Text((given or {}).get("da", ""), (given or {}).get("en", ""))
    return text if text.da or text.en else otherwise


def phrase(name: Text) -> Text:
    """A name as it stands inside a sentence: with a small first letter, unless it is a name."""
    return Text(*(lower_first_letter(name.render(language)) for language in LANGUAGES))


def possessive(name: Text) -> Text:
    """A name as the owner of what follows: `the secretariat's`, `sekretariatets`."""
    return Text(*(_possessive(name.render(language), language) for language in LANGUAGES))


def _possessive(name: str, language: Language) -> str:
    if language == "en":
        return f"{name}'" if name.endswith("s") else f"{name}'s"
    return f"{name}'" if name.endswith(("s", "x", "z")) else f"{name}s"
