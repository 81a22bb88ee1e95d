"""The columns of the monthly list of the benefits administration."""

from __future__ import annotations

import re

from opdrachten import lezers
from opdrachten.soorten import Kolom

WIE, BSN, MAAND, BEDRAG, EINDE = "wie", "bsn", "maand", "bedrag", "einde"

_DOSSIERNUMMER = re.compile(r"\d{4}-\d{1,8}")


def wie(waarde: str) -> str:
    """A dossier number as it is, or a V-nummer in ten digits."""
    kaal = waarde.strip()
    return kaal if _DOSSIERNUMMER.fullmatch(kaal) else lezers.v_nummer(kaal)


KOLOMMEN = (
    Kolom(
        naam=WIE,
        label="Dossiernummer of V-nummer",
        lees=wie,
        ook=("dossiernummer", "v-nummer", "vnummer", "vnr", "dossier", "nummer"),
        uitleg="Of het BSN in de kolom BSN. Ook het nummer van de partner in de bijstand.",
        voorbeeld="2026-0001",
    ),
    Kolom(
        naam=BSN,
        label="BSN",
        lees=lezers.bsn,
        ook=("burgerservicenummer", "sofinummer"),
        uitleg="Als er geen dossiernummer of V-nummer is.",
    ),
    Kolom(
        naam=MAAND,
        label="Maand",
        lees=lezers.maand,
        verplicht=True,
        ook=("periode", "uitkeringsmaand", "maand-jaar"),
        voorbeeld="03-2026",
    ),
    Kolom(
        naam=BEDRAG,
        label="Netto bijstand",
        lees=lezers.bedrag,
        verplicht=True,
        ook=("netto", "bedrag", "netto bedrag", "uitkering", "netto uitkering"),
        uitleg="Van het hele huishouden, voordat de vaste lasten eraf gaan.",
        voorbeeld="1.283,00",
    ),
    Kolom(
        naam=EINDE,
        label="Bijstand tot en met",
        lees=lezers.datum,
        ook=("einddatum", "einde", "einddatum bijstand", "stopdatum"),
        uitleg="Alleen als de bijstand is gestopt. Dan stopt ook het ontzorgen.",
    ),
)
