"""The plan as data, for the next system: attached to the letter, so the two never part."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pip_plans.brief import PipBrief

SCHEMA = "pip/1"


def als_json(brief: PipBrief) -> bytes:
    """UTF-8 JSON, the same bytes for the same letter. Dates as YYYY-MM-DD, last days inclusive.

    The person is named by V-nummer and name, never by BSN.
    """
    hoofd = brief.hoofd
    gegevens: dict[str, Any] = {
        "schema": SCHEMA,
        "kenmerk": hoofd.kenmerk,
        "gemeente": hoofd.gemeente.naam,
        "dagtekening": hoofd.dagtekening,
        "dagtekening_initieel_pip": brief.dagtekening_initieel,
        "versie": brief.versienummer,
        "ambtshalve": brief.ambtshalve,
        "persoon": {
            "naam": hoofd.geadresseerde,
            "geboortedatum": hoofd.geboortedatum,
            "v_nummer": hoofd.v_nummer,
        },
        "inburgeringstermijn": {
            "eerste_dag": brief.termijn_start_op,
            "laatste_dag": brief.termijn_eind_op,
        },
        "plan": brief.plan,
        "advies_leerroute": brief.advies,
        "eisen": [
            {"soort": eis.soort.value, "tekst": eis.tekst, "uren": eis.uren, "bron": eis.bron}
            for eis in brief.eisen
        ],
        "bijlagen": [
            {"naam": bijlage.naam, "titel": bijlage.titel, "sha256": bijlage.sha256}
            for bijlage in brief.bijlagen
        ],
        "contactpersoon": {
            "naam": hoofd.consulent,
            "telefoon": hoofd.consulent_telefoon,
            "email": hoofd.consulent_email,
        },
    }
    return json.dumps(gegevens, ensure_ascii=False, indent=2, sort_keys=True, default=_dag).encode()


def _dag(waarde: object) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(type(waarde).__name__)
