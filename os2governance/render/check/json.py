"""Report of `check` as JSON ("os2governance/check/1")."""

from os2governance.documents.json_writer import encoded
from os2governance.i18n.text import Language
from os2governance.render.assessment.assessment_json import finding_json
from os2governance.render.changes.product_json import change_object
from os2governance.render.check.report import Checked, Form, Totals, explained


def _head(totals: Totals) -> str:
    head = encoded({"format": "os2governance/check/1", "as_of": totals.as_of})
    return f'{head[:-1]},"findings":[\n'


def _piece(checked: Checked, language: Language) -> str:
    pairs = zip(checked.findings, checked.fingerprints(), strict=True)
    return ",".join(
        [
            f'{finding_json(found, language)[:-1]},"fingerprint":"{mark}"'
            f',"help":"{explained(found.code)}"}}'
            for found, mark in pairs
        ]
    )


def _tail(totals: Totals) -> str:
    rest = {
        "counts": totals.counts,
        "checked": {
            "products": totals.products,
            "models": totals.models,
            "unreadable": totals.unreadable,
        },
        "silenced": totals.silenced,
        "against": totals.against or None,
        "changes": [change_object(change) for change in totals.changes],
        "made_from": totals.made_from,
    }
    return f"\n],{encoded(rest)[1:]}\n"


FORM = Form(_head, _piece, ",\n", _tail)
