"""What completing a route takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.doelgroepen import Doelgroep
from wet.leerroutes.routes import Examenonderdeel, Leerroute, Niveau, map_nodig
from wet.normen import norm


class EisSoort(StrEnum):
    """What a requirement is about."""

    EXAMEN_LEZEN = "examen_lezen"
    EXAMEN_LUISTEREN = "examen_luisteren"
    EXAMEN_SCHRIJVEN = "examen_schrijven"
    EXAMEN_SPREKEN = "examen_spreken"
    EXAMEN_KNM = "examen_knm"
    TAALSCHAKELTRAJECT = "taalschakeltraject"
    CURSUSUREN = "cursusuren"
    PARTICIPATIEUREN = "participatieuren"
    PVT = "pvt"
    MAP = "map"
    EINDGESPREK_Z = "eindgesprek_z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """One thing that completing a route takes.

    `uren` is a minimum. `telt_binnen` names the requirement whose hours already hold these hours.
    """

    soort: EisSoort
    tekst: str
    bron: tuple[str, ...]
    uren: int | None = None
    niveau: Niveau | None = None
    telt_binnen: EisSoort | None = None


EXAMENS = {
    Examenonderdeel.LEZEN: (EisSoort.EXAMEN_LEZEN, "lezen"),
    Examenonderdeel.LUISTEREN: (EisSoort.EXAMEN_LUISTEREN, "luisteren"),
    Examenonderdeel.SCHRIJVEN: (EisSoort.EXAMEN_SCHRIJVEN, "schrijven"),
    Examenonderdeel.SPREKEN: (EisSoort.EXAMEN_SPREKEN, "spreken"),
}


def eisen(
    leerroute: Leerroute,
    doelgroep: Doelgroep,
    *,
    op: date,
    niveaus: Mapping[Examenonderdeel, Niveau] | None = None,
    traject_verlaten: bool = False,
) -> tuple[Eis, ...]:
    """What completing a route takes for this group, in the order of the letter.

    `op` selects the version of the norms (the dagtekening of the plan); hours are minima. `niveaus`
    holds the exam parts of the B1-route that stand at another level; the others are at B1.
    `traject_verlaten`: left the taalschakeltraject without its diploma, so the MAP is due again.

    Bron: Wi 6, Wi 7, Wi 8, Wi 9, B26 3.1, B26 3.2, B26 3.14.2, B26 3.14.3, R26 3.1.
    """
    if leerroute is Leerroute.B:
        return (*_examens(niveaus or {}), _knm(), _pvt(op), _map(op))
    if leerroute is Leerroute.O:
        map_ = (_map(op),) if map_nodig(leerroute, traject_verlaten=traject_verlaten) else ()
        return (_taalschakeltraject(), _pvt(op), *map_)
    return _zelfredzaamheid(doelgroep, op)


def _examens(niveaus: Mapping[Examenonderdeel, Niveau]) -> tuple[Eis, ...]:
    return tuple(
        Eis(
            soort=soort,
            tekst=f"Examen {naam} op niveau {niveaus.get(onderdeel, Niveau.B1).value}",
            bron=("Wi 7", "Wi 17.3") if onderdeel in niveaus else ("Wi 7",),
            niveau=niveaus.get(onderdeel, Niveau.B1),
        )
        for onderdeel, (soort, naam) in EXAMENS.items()
    )


def _knm() -> Eis:
    return Eis(
        soort=EisSoort.EXAMEN_KNM,
        tekst="Examen Kennis van de Nederlandse Maatschappij (KNM)",
        bron=("Wi 7", "B26 3.4"),
    )


def _taalschakeltraject() -> Eis:
    return Eis(
        soort=EisSoort.TAALSCHAKELTRAJECT,
        tekst=(
            "Taalschakeltraject met diploma, of de examens lezen, luisteren, schrijven en spreken "
            "op niveau B1 en het examen KNM"
        ),
        bron=("Wi 8.1", "Wi 8.4"),
        niveau=Niveau.B1,
    )


def _pvt(op: date, telt_binnen: EisSoort | None = None) -> Eis:
    lengte = norm("pvt_uren", op)
    return Eis(
        soort=EisSoort.PVT,
        tekst=(
            f"Participatieverklaringstraject (PVT): ten minste {lengte} met een activiteit, en "
            f"ondertekenen op de bijeenkomst{_erbinnen(telt_binnen)}"
        ),
        bron=("Wi 6", *lengte.bron, "B26 3.1.1"),
        uren=lengte.aantal,
        telt_binnen=telt_binnen,
    )


def _map(op: date, telt_binnen: EisSoort | None = None) -> Eis:
    lengte = norm("map_praktijkuren", op)
    return Eis(
        soort=EisSoort.MAP,
        tekst=(
            f"Module Arbeidsmarkt en Participatie (MAP): ten minste {lengte} in de praktijk en een "
            f"eindgesprek met de gemeente{_erbinnen(telt_binnen)}"
        ),
        bron=("Wi 6", *lengte.bron, "B26 3.2.2"),
        uren=lengte.aantal,
        telt_binnen=telt_binnen,
    )


def _erbinnen(telt_binnen: EisSoort | None) -> str:
    return " (telt mee in de uren participatie)" if telt_binnen else ""


def _zelfredzaamheid(doelgroep: Doelgroep, op: date) -> tuple[Eis, ...]:
    """Participation hours are for asylum only; there PVT and MAP are inside them."""
    cursus = norm("z_cursusuren", op)
    participatie = norm("z_participatieuren", op)
    asiel = doelgroep is Doelgroep.ASIEL
    binnen = EisSoort.PARTICIPATIEUREN if asiel else None
    uren = Eis(
        soort=EisSoort.CURSUSUREN,
        tekst=f"{cursus} les in Nederlands en kennis van de Nederlandse maatschappij",
        bron=cursus.bron,
        uren=cursus.aantal,
    )
    meedoen = Eis(
        soort=EisSoort.PARTICIPATIEUREN,
        tekst=f"{participatie} participatie: zelfredzaamheid, activering en meedoen",
        bron=participatie.bron,
        uren=participatie.aantal,
    )
    gesprek = Eis(
        soort=EisSoort.EINDGESPREK_Z,
        tekst="Eindgesprek van de Z-route met de gemeente zelf",
        bron=("B26 3.14.4",),
    )
    return (uren, *((meedoen,) if asiel else ()), _pvt(op, binnen), _map(op, binnen), gesprek)
