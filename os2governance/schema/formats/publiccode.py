"""The shape of a publiccode.yml, by the standard from 0.2 to 0.5 (publiccodeyml/publiccode.yml).

Neither a validator nor the standard's own schema could be fetched where this was written, so these
are the keys, kinds and choices that the standard's text names; its lists of categories, scopes and
countries are not checked. Keys of two letters are a country's own section.
"""

from os2governance.schema.formats.parts import DIALECT, Schema

_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_URL: Schema = {"type": "string", "format": "uri"}
_DATE: Schema = {"type": "string", "format": "date"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_URLS: Schema = {"type": "array", "items": _URL}


def _group(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


_DEPENDENCIES: Schema = {
    "type": "array",
    "items": _group(
        ("name",),
        name=_TEXT,
        versionMin={"type": "string"},
        versionMax={"type": "string"},
        version={"type": "string"},
        optional={"type": "boolean"},
    ),
}
_DESCRIPTION = _group(
    ("shortDescription", "longDescription"),
    localisedName=_TEXT,
    genericName=_TEXT,
    shortDescription={"type": "string", "minLength": 1, "maxLength": 151},
    longDescription={"type": "string", "minLength": 150, "maxLength": 10_001},
    documentation=_URL,
    apiDocumentation=_URL,
    features=_TEXTS,
    screenshots=_TEXTS,
    videos=_URLS,
    awards=_TEXTS,
)
_MAINTENANCE = _group(
    ("type",),
    type={"enum": ["internal", "contract", "community", "none"]},
    contractors={
        "type": "array",
        "items": _group(("name", "until"), name=_TEXT, until=_DATE, email=_TEXT, website=_URL),
    },
    contacts={
        "type": "array",
        "items": _group(
            ("name",),
            name=_TEXT,
            email=_TEXT,
            affiliation=_TEXT,
            phone=_TEXT,
        ),
    },
)

PUBLICCODE: Schema = {
    "$schema": DIALECT,
    "type": "object",
    "additionalProperties": False,
    "patternProperties": {"^[A-Za-z]{2}$": {"type": "object"}},
    "required": [
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    ],
    "properties": {
        "publiccodeYmlVersion": _TEXT,
        "name": _TEXT,
        "applicationSuite": _TEXT,
        "url": _URL,
        "landingURL": _URL,
        "isBasedOn": {"anyOf": [_URL, _URLS]},
        "softwareVersion": _TEXT,
        "releaseDate": _DATE,
        "logo": _TEXT,
        "monochromeLogo": _TEXT,
        "inputTypes": _TEXTS,
        "outputTypes": _TEXTS,
        "platforms": {**_TEXTS, "minItems": 1},
        "categories": {**_TEXTS, "minItems": 1},
        "tags": _TEXTS,
        "usedBy": _TEXTS,
        "fundedBy": {"type": "array"},
        "organisation": _group(("uri",), uri=_TEXT, name=_TEXT),
        "roadmap": _URL,
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {
            "enum": [
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
        },
        "intendedAudience": _group(
            (), countries=_TEXTS, unsupportedCountries=_TEXTS, scope=_TEXTS
        ),
        "description": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": _DESCRIPTION,
        },
        "legal": _group(
            ("license",),
            license=_TEXT,
            mainCopyrightOwner=_TEXT,
            repoOwner=_TEXT,
            authorsFile=_TEXT,
        ),
        "maintenance": _MAINTENANCE,
        "localisation": _group(
            ("localisationReady", "availableLanguages"),
            localisationReady={"type": "boolean"},
            availableLanguages=_TEXTS,
        ),
        "dependsOn": _group(
            (), open=_DEPENDENCIES, proprietary=_DEPENDENCIES, hardware=_DEPENDENCIES
        ),
    },
}
