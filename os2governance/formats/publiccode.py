"""`publiccode.yml`, by the standard from 0.2 to 0.5 (publiccodeyml/publiccode.yml).

These are the keys, types and choices that the standard's text names; its lists of categories,
scopes and countries are not checked. Keys of two letters are a country's own section.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

from os2governance.formats.parts import (
    Closed,
    Date,
    Filled,
    Flag,
    Omittable,
    SomeTexts,
    Texts,
    Url,
    file_format,
)


class _Part(Closed):
    """A group of keys whose names are written `likeThis` in the file, without a last `_`."""

    model_config = ConfigDict(alias_generator=lambda name: to_camel(name.rstrip("_")))


COUNTRY_LENGTH = 2
COUNTRY = "^[A-Za-z]{2}$"


class Organisation(_Part):
    """The organisation that owns the software."""

    uri: Filled
    name: Omittable[Filled] = None


class Audience(_Part):
    """Whom the software is for."""

    countries: Omittable[Texts] = None
    unsupported_countries: Omittable[Texts] = None
    scope: Omittable[Texts] = None


class Description(_Part):
    """A description in one language."""

    localised_name: Omittable[Filled] = None
    generic_name: Omittable[Filled] = None
    short_description: Annotated[str, StringConstraints(min_length=1, max_length=151)]
    long_description: Annotated[str, StringConstraints(min_length=150, max_length=10001)]
    documentation_: Omittable[Url] = None
    api_documentation: Omittable[Url] = None
    features: Omittable[Texts] = None
    screenshots: Omittable[Texts] = None
    videos: Omittable[tuple[Url, ...]] = None
    awards: Omittable[Texts] = None


class Legal(_Part):
    """Licence and owners."""

    license: Filled
    main_copyright_owner: Omittable[Filled] = None
    repo_owner: Omittable[Filled] = None
    authors_file: Omittable[Filled] = None


class Contractor(_Part):
    """A company that maintains the software until a day."""

    name: Filled
    until: Date
    email: Omittable[Filled] = None
    website: Omittable[Url] = None


class Contact(_Part):
    """A person to write to."""

    name: Filled
    email: Omittable[Filled] = None
    affiliation: Omittable[Filled] = None
    phone: Omittable[Filled] = None


class Maintenance(_Part):
    """Who maintains the software; `contractors` and `contacts` by type."""

    type: Literal["internal", "contract", "community", "none"]
    contractors: Omittable[tuple[Contractor, ...]] = None
    contacts: Omittable[tuple[Contact, ...]] = None


class Localisation(_Part):
    """Languages of the software."""

    localisation_ready: Flag
    available_languages: Texts


class Dependency(_Part):
    """One dependency, with its versions."""

    name: Filled
    version_min: Omittable[str] = None
    version_max: Omittable[str] = None
    version: Omittable[str] = None
    optional: Omittable[Flag] = None


class Dependencies(_Part):
    """What the software depends on, by kind."""

    open: Omittable[tuple[Dependency, ...]] = None
    proprietary: Omittable[tuple[Dependency, ...]] = None
    hardware: Omittable[tuple[Dependency, ...]] = None


class Publiccode(_Part):
    """A publiccode.yml; the section of a country is an extra, a mapping."""

    model_config = ConfigDict(
        **file_format(
            "publiccode",
            "publiccode.yml",
            "publiccode.yml",
            additionalProperties=False,
            patternProperties={COUNTRY: {"type": "object"}},
        ),
        extra="allow",
    )
    __pydantic_extra__: dict[str, Mapping[str, Any]]  # type: ignore[mutable-override]  # pydantic's own way

    publiccode_yml_version: Filled
    name: Filled
    application_suite: Omittable[Filled] = None
    url: Url
    landing_url: Omittable[Url] = Field(default=None, alias="landingURL")
    is_based_on: Omittable[Url | tuple[Url, ...]] = None
    software_version: Omittable[Filled] = None
    release_date: Omittable[Date] = None
    logo: Omittable[Filled] = None
    monochrome_logo: Omittable[Filled] = None
    input_types: Omittable[Texts] = None
    output_types: Omittable[Texts] = None
    platforms: SomeTexts
    categories: Omittable[SomeTexts] = None
    tags: Omittable[Texts] = None
    used_by: Omittable[Texts] = None
    funded_by: Omittable[tuple[Any, ...]] = None
    organisation: Omittable[Organisation] = None
    roadmap: Omittable[Url] = None
    development_status: Literal["concept", "development", "beta", "stable", "obsolete"]
    software_type: Literal[
        "standalone/mobile",
        "standalone/iot",
        "standalone/desktop",
        "standalone/web",
        "standalone/backend",
        "standalone/other",
        "addon",
        "library",
        "configurationFiles",
    ]
    intended_audience: Omittable[Audience] = None
    description: Annotated[Mapping[str, Description], Field(min_length=1)]
    legal: Legal
    maintenance: Maintenance
    localisation: Localisation
    depends_on: Omittable[Dependencies] = None

    @model_validator(mode="after")
    def _extras_are_sections_of_countries(self) -> Self:
        for key in self.__pydantic_extra__:
            if len(key) != COUNTRY_LENGTH or not (key.isascii() and key.isalpha()):
                raise ValueError(f"unknown key {key}")
        return self
