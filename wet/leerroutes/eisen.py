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
    pvt_uren: int = 0,
    map_uren: int = 0,
    cursusnorm: int | None = None,
) -> tuple[Eis, ...]:
    """What completing a route takes for this group, in the order of the letter.

    `op` selects the version of the norms (the dagtekening of the plan); hours are minima. `niveaus`
    holds the exam parts of the B1-route that stand at another level; the others are at B1.
    `traject_verlaten`: left the taalschakeltraject without its diploma, so the MAP is due again.
    `pvt_uren` and `map_uren` are what the plan promises, when that is more than the law asks: the
    intensity of both stands in the plan (Wi 15.1, inferred). `cursusnorm`: the lower number of
    course hours in the Z-route for an auditory or visual impairment with a revalidatietraject.

    Bron: Wi 6, Wi 7, Wi 8, Wi 9, B26 3.1, B26 3.2, B26 3.14.2, B26 3.14.3, B26 3.14.8, R26 3.1,
    R26 3.16.2.
    """
    modules = _Modules(op=op, pvt_uren=pvt_uren, map_uren=map_uren)
    if leerroute is Leerroute.B:
        return (*_examens(niveaus or {}), _knm(), modules.pvt(), modules.map())
    if leerroute is Leerroute.O:
        met_map = map_nodig(leerroute, traject_verlaten=traject_verlaten)
        return (_taalschakeltraject(), modules.pvt(), *((modules.map(),) if met_map else ()))
    return _zelfredzaamheid(doelgroep, op, modules, cursusnorm)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Modules:
    """PVT and MAP by the norms of a day, or by the plan when that promises more."""

    op: date
    pvt_uren: int
    map_uren: int

    def pvt(self, telt_binnen: EisSoort | None = None) -> Eis:
        """The PVT.

        Bron: Wi 6, B26 3.1.
        """
        lengte = norm("pvt_uren", self.op)
        uren = max(lengte.aantal, self.pvt_uren)
        return Eis(
            soort=EisSoort.PVT,
            tekst=(
                f"Participatieverklaringstraject (PVT): ten minste {uren} uur met een activiteit, "
                f"en ondertekenen op de bijeenkomst{_erbinnen(telt_binnen)}"
            ),
            bron=("Wi 6", *lengte.bron, "B26 3.1.1"),
            uren=uren,
            telt_binnen=telt_binnen,
        )

    def map(self, telt_binnen: EisSoort | None = None) -> Eis:
        """The MAP.

        Bron: Wi 6, B26 3.2, R26 3.1.
        """
        lengte = norm("map_praktijkuren", self.op)
        uren = max(lengte.aantal, self.map_uren)
        return Eis(
            soort=EisSoort.MAP,
            tekst=(
                f"Module Arbeidsmarkt en Participatie (MAP): ten minste {uren} uur in de praktijk "
                f"en een eindgesprek met de gemeente{_erbinnen(telt_binnen)}"
            ),
            bron=("Wi 6", *lengte.bron, "B26 3.2.2"),
            uren=uren,
            telt_binnen=telt_binnen,
        )


def _erbinnen(telt_binnen: EisSoort | None) -> str:
    return " (telt mee in de uren participatie)" if telt_binnen else ""


def _cursus(op: date, cursusnorm: int | None) -> Eis:
    """The hours of the law, or fewer for an impairment."""
    cursus = norm("z_cursusuren", op)
    les = "les in Nederlands en kennis van de Nederlandse maatschappij"
    if cursusnorm is None or cursusnorm >= cursus.aantal:
        return Eis(
            soort=EisSoort.CURSUSUREN,
            tekst=f"{cursus} {les}",
            bron=cursus.bron,
            uren=cursus.aantal,
        )
    return Eis(
        soort=EisSoort.CURSUSUREN,
        tekst=f"{cursusnorm} uur {les}: minder dan {cursus}, door een beperking",
        bron=(*cursus.bron, "B26 3.14.8", "R26 3.16.2"),
        uren=cursusnorm,
    )


def _zelfredzaamheid(
    doelgroep: Doelgroep, op: date, modules: _Modules, cursusnorm: int | None
) -> tuple[Eis, ...]:
    """Participation hours are for asylum only; there PVT and MAP are inside them."""
    participatie = norm("z_participatieuren", op)
    asiel = doelgroep is Doelgroep.ASIEL
    binnen = EisSoort.PARTICIPATIEUREN if asiel else None
    uren = _cursus(op, cursusnorm)
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
    return (uren, *((meedoen,) if asiel else ()), modules.pvt(binnen), modules.map(binnen), gesprek)
