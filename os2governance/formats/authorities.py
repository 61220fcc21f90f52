"""A model's list of authorities, `authorities.yaml` (`os2governance/authorities/1`)."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from os2governance.formats.parts import (
    FORMAT_LINE,
    Bilingual,
    Closed,
    Date,
    Filled,
    Omittable,
    SomeTexts,
    Whole,
    file_format,
    optional,
    required,
)

# fmt: off

class AuthorityEntry(Closed):
    """One authority, by its official code."""

    code: Filled = required("Kode | Den officielle kode, i anførselstegn.", "Code | The official code, quoted.")
    name: Filled = required("Navn | Myndighedens navn uden arten.", "Name | The authority's name without its kind.")
    also: Omittable[SomeTexts] = optional("Også | Andre måder, navnet skrives på.", "Also | Other ways in which the name is written.")


class Merger(Closed):
    """Authorities merged into another in a year."""

    year: Annotated[Whole, Field(ge=1900, le=2200)] = required("År | Det år, de blev lagt sammen.", "Year | The year in which they were merged.")
    into: Filled = required("Blev til | Den myndighed, de er en del af nu.", "Into | The authority that they are a part of now.")
    names: SomeTexts = required("Navne | De myndigheder, der blev lagt sammen.", "Names | The authorities that were merged.")


class AuthorityKindEntry(Closed):
    """One kind of authority, such as municipalities."""

    name: Bilingual = required("Navn | Artens navn i flertal, for eksempel kommuner.", "Name | The kind's name in the plural, such as municipalities.")
    forms: Omittable[tuple[Annotated[str, StringConstraints(pattern=r"\{name\}")], ...]] = (optional("Skrivemåder | Hvordan navnet også skrives, som »{name} Kommune«.", 'Forms | How the name is written too, such as "{name} Kommune".'))
    authorities: Annotated[tuple[AuthorityEntry, ...], Field(min_length=1)] = required("Myndigheder | Artens myndigheder.", "Authorities | The authorities of the kind.")
    former: Omittable[tuple[Merger, ...]] = optional("Tidligere | Myndigheder, der er lagt sammen med andre.", "Former | Authorities that were merged into others.")


class Authorities(Closed):
    """Authorities by kind, with the names they had before mergers."""

    model_config = file_format(
        "authorities", "Register over myndigheder", "Register of authorities"
    )

    format: Literal["os2governance/authorities/1"] = FORMAT_LINE
    source: Filled = required("Kilde | Hvor registeret er hentet.", "Source | Where the register is from.")
    as_of: Date = required("Dato | Den dag, registeret gælder for.", "Date | The day that the register is true of.")
    kinds: Annotated[Mapping[str, AuthorityKindEntry], Field(min_length=1)] = required("Arter | Myndighederne efter art.", "Kinds | The authorities by kind.")
