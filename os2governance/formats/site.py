"""`site.yaml` (`os2governance/site/1`): who publishes the site of a portfolio, and on what terms."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from os2governance.formats.parts import (
    FORMAT_LINE,
    Bilingual,
    Closed,
    Filled,
    Omittable,
    SecureUrl,
    file_format,
    optional,
    required,
)
from os2governance.formats.patterns import MAIL

# fmt: off

Mail = Annotated[str, StringConstraints(pattern=MAIL, max_length=254)]


class SitePublisher(Closed):
    """Who publishes the site."""

    name: Bilingual = required("Navn | Udgiverens navn.", "Name | The publisher's name.")
    address: Omittable[SecureUrl] = optional("Adresse | Udgiverens hjemmeside.", "Address | The publisher's website.")


class SiteContact(Closed):
    """How the publisher is reached; a mailbox or a page, and no person's name."""

    mail: Omittable[Mail] = optional("Mail | En fælles postkasse, ikke en persons.", "Mail | A shared mailbox, not that of a person.")
    address: Omittable[SecureUrl] = optional("Adresse | En side om, hvordan man får kontakt.", "Address | A page on how to get in touch.")


class SiteLicence(Closed):
    """The licence that the data of the site may be used under."""

    name: Filled = required("Navn | Licensens navn, for eksempel CC BY 4.0.", "Name | The name of the licence, such as CC BY 4.0.")
    address: Omittable[SecureUrl] = optional("Adresse | Licensens tekst.", "Address | The text of the licence.")


class SiteDetails(Closed):
    """Who publishes the site, how to reach them, and on what terms; all of it may be left out."""

    model_config = file_format("site", "Oplysninger om hjemmesiden", "Details of the site")

    format: Literal["os2governance/site/1"] = FORMAT_LINE
    publisher: Omittable[SitePublisher] = optional("Udgiver | Den myndighed eller forening, der udgiver siderne.", "Publisher | The authority or association that publishes the pages.")
    contact: Omittable[SiteContact] = optional("Kontakt | Hvor man spørger eller gør opmærksom på fejl.", "Contact | Where to ask, or report a mistake.")
    accessibility: Omittable[SecureUrl] = optional("Tilgængelighedserklæring | Et link til udgiverens tilgængelighedserklæring.", "Accessibility statement | A link to the publisher's accessibility statement.")
    licence: Omittable[SiteLicence] = optional("Licens | Vilkårene for at bruge data.", "Licence | The terms of using the data.")
