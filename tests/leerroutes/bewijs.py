"""Evidence for a requirement, one kind at a time, as the rows stand once it was recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from inburgering.enums import Onderdeel
from inburgering.models import Inburgeraar
from leerroutes.enums import ExamenUitslag
from leerroutes.models import (
    Aanbieder,
    Eindgesprek,
    Examenresultaat,
    Maandtotaal,
    MapModule,
    Participatieverklaring,
    Taalschakeltraject,
    Traject,
)
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG


def geef(soort: str, dossier: Inburgeraar, door: Medewerker, *, niveau: str = "B1") -> None:
    """The whole evidence of this kind."""
    with spoor(door=door, nu=NU):
        if soort in Onderdeel.values:
            examen(dossier, soort, niveau)
        else:
            _SOORTEN[soort](dossier, door)


def examen(dossier: Inburgeraar, onderdeel: str, niveau: str = "B1") -> None:
    Examenresultaat(
        inburgeraar=dossier,
        onderdeel=onderdeel,
        niveau="" if onderdeel == Onderdeel.KNM else niveau,
        examen_op=VANDAAG,
        uitslag=ExamenUitslag.GESLAAGD,
        uitslag_op=VANDAAG,
    ).save()


def uren(dossier: Inburgeraar, soort: str, aantal: int, maand: date | None = None) -> None:
    Maandtotaal.objects.create(
        inburgeraar=dossier,
        traject=Traject.objects.filter(inburgeraar=dossier).last(),
        maand=maand or VANDAAG.replace(day=1),
        soort=soort,
        aanwezig=Decimal(aantal),
    )


def _pvt(dossier: Inburgeraar, door: Medewerker) -> None:
    uren(dossier, "pvt", 12)
    Participatieverklaring(
        inburgeraar=dossier,
        ondertekend_op=VANDAAG,
        ondertekend_door=door,
        elders="Gemeente Assen",
    ).save()


def _map(dossier: Inburgeraar, door: Medewerker) -> None:
    uren(dossier, "map_praktijk", 40)
    module = MapModule(inburgeraar=dossier)
    module.save()
    module.eindgesprek_voeren(op=VANDAAG, door=door, verslag="Besproken.")
    module.save()


def _eindgesprek(dossier: Inburgeraar, door: Medewerker) -> None:
    Eindgesprek(
        inburgeraar=dossier,
        traject=Traject.objects.get(inburgeraar=dossier),
        gehouden_op=VANDAAG,
        gehouden_door=door,
        verslag="Besproken.",
    ).save()


def _taalschakel(dossier: Inburgeraar, door: Medewerker) -> None:
    school, _ = Aanbieder.objects.get_or_create(naam="ROC", soorten=["taalschakel"])
    traject = Taalschakeltraject(
        inburgeraar=dossier,
        traject=Traject.objects.get(inburgeraar=dossier),
        aanbieder=school,
        niveau="B1",
        start_op=VANDAAG,
    )
    traject.save()
    traject.behalen(op=VANDAAG)
    traject.save()


_SOORTEN: dict[str, Callable[[Inburgeraar, Medewerker], None]] = {
    "pvt": _pvt,
    "map": _map,
    "eindgesprek": _eindgesprek,
    "taalschakel": _taalschakel,
    "cursus": lambda dossier, door: uren(dossier, "nederlands", 800),
    "participatie": lambda dossier, door: uren(dossier, "participatie", 748),
}
