"""The first tab of a dossier: what is needed next and by whom, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.urls import reverse

from inburgering.enums import AfspraakStatus, GebeurtenisSoort, TaakStatus
from inburgering.models import Afspraak, Gebeurtenis, Inburgeraar, Taak
from leerroutes.queries.voortgang import Eisregel, eisen_van, nog_te_doen
from werkplek.queries.sleutel import ouder_dan, sleutel

TIJDLIJN = 50


@dataclass(frozen=True, kw_only=True)
class NodigRegel:
    taak: Taak
    url: str
    dagen: int | None


@dataclass(frozen=True, kw_only=True)
class Overzicht:
    nodig: list[NodigRegel]
    afspraken: list[Afspraak]
    tijdlijn: list[Gebeurtenis]
    volgende: str
    soort: str
    eisen: list[Eisregel]

    @property
    def nog(self) -> list[str]:
        """What the route still takes: the same list as on the tab and in the letter."""
        return list(nog_te_doen(self.eisen))

    @property
    def gedaan(self) -> int:
        return sum(not eis.open for eis in self.eisen)


def overzicht(dossier: Inburgeraar, *, op: date, soort: str = "", cursor: str = "") -> Overzicht:
    """`soort` narrows the timeline to one kind of event, `cursor` goes on where a page ended."""
    gebeurtenissen = Gebeurtenis.objects.filter(inburgeraar=dossier).select_related("door")
    if soort in GebeurtenisSoort.values:
        gebeurtenissen = gebeurtenissen.filter(soort=soort)
    regels = list(gebeurtenissen.filter(ouder_dan(cursor))[: TIJDLIJN + 1])
    tijdlijn = regels[:TIJDLIJN]
    taken = (
        Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
        .select_related("eigenaar")
        .order_by(F("uiterlijk_op").asc(nulls_last=True), "pk")
    )
    return Overzicht(
        nodig=[
            NodigRegel(
                taak=taak,
                url=reverse(taak.pagina, args=[dossier.dossiernummer]),
                dagen=(taak.uiterlijk_op - op).days if taak.uiterlijk_op else None,
            )
            for taak in taken
        ],
        afspraken=list(dossier.afspraken.filter(status=AfspraakStatus.GEPLAND)),
        tijdlijn=tijdlijn,
        volgende=sleutel(tijdlijn[-1]) if len(regels) > TIJDLIJN else "",
        soort=soort,
        eisen=eisen_van(dossier, op=op),
    )
