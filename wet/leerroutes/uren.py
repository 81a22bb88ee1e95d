"""Which hours count for what.

Effort before the plan does not count, unless the law says so. Hours are kept per kind, so that the
same hour can count for stepping down and not for the Z-route, or the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wet.datums import MAANDEN_PER_JAAR, eis_datum, maanden_voor, voluit
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid

Uren = int | Decimal


class Urensoort(StrEnum):
    """What was done in an hour."""

    NEDERLANDS = "nederlands"
    ALFABETISERING = "alfabetisering"
    KNM = "knm"
    INTAKE_NEDERLANDS = "intake_nederlands"
    INTAKE_KNM = "intake_knm"
    INTAKE_PARTICIPATIE = "intake_participatie"
    INTAKE_PVT = "intake_pvt"
    INTAKE_MAP_PRAKTIJK = "intake_map_praktijk"
    PARTICIPATIE = "participatie"
    PVT = "pvt"
    MAP_PRAKTIJK = "map_praktijk"
    MAP_LES = "map_les"
    BEGELEIDING = "begeleiding"
    VOORINBURGERING = "voorinburgering"
    VSO_PRO_ENTREE = "vso_pro_entree"

    @property
    def label(self) -> str:
        """The name in a sentence."""
        return _LABELS[self]


_LABELS = {
    Urensoort.NEDERLANDS: "les in Nederlands",
    Urensoort.ALFABETISERING: "alfabetisering",
    Urensoort.KNM: "les in KNM",
    Urensoort.INTAKE_NEDERLANDS: "Nederlands in de brede intake",
    Urensoort.INTAKE_KNM: "KNM in de brede intake",
    Urensoort.INTAKE_PARTICIPATIE: "activiteiten van de Participatiewet in de brede intake",
    Urensoort.INTAKE_PVT: "activiteiten van het PVT in de brede intake",
    Urensoort.INTAKE_MAP_PRAKTIJK: "praktijk van de MAP in de brede intake",
    Urensoort.PARTICIPATIE: "participatie",
    Urensoort.PVT: "het PVT",
    Urensoort.MAP_PRAKTIJK: "praktijk van de MAP",
    Urensoort.MAP_LES: "les van de MAP",
    Urensoort.BEGELEIDING: "activiteiten van de maatschappelijke begeleiding",
    Urensoort.VOORINBURGERING: "voorinburgering in het AZC",
    Urensoort.VSO_PRO_ENTREE: "les op vso, praktijkonderwijs of entree vlak voor het PIP",
}


class Urendoel(StrEnum):
    """What the hours are counted for."""

    AFSCHALEN = "afschalen"
    Z_CURSUS = "z_cursus"
    Z_PARTICIPATIE = "z_participatie"
    PVT = "pvt"
    MAP = "map"


_TELT: Mapping[Urendoel, Mapping[Urensoort, str]] = {
    Urendoel.AFSCHALEN: {
        Urensoort.NEDERLANDS: "B26 5.5",
        Urensoort.ALFABETISERING: "B26 5.5",
        Urensoort.INTAKE_NEDERLANDS: "B26 5.5.2",
    },
    Urendoel.Z_CURSUS: {
        Urensoort.NEDERLANDS: "B26 3.14.2",
        Urensoort.ALFABETISERING: "B26 3.14.2",
        Urensoort.KNM: "B26 3.14.2",
        Urensoort.INTAKE_NEDERLANDS: "B26 3.14.6",
        Urensoort.INTAKE_KNM: "B26 3.14.6",
        Urensoort.VSO_PRO_ENTREE: "B26 3.14.9",
    },
    Urendoel.Z_PARTICIPATIE: {
        Urensoort.PARTICIPATIE: "B26 3.14.2",
        Urensoort.PVT: "B26 3.14.2",
        Urensoort.MAP_PRAKTIJK: "B26 3.14.2",
        Urensoort.MAP_LES: "B26 3.14.2",
        Urensoort.INTAKE_PARTICIPATIE: "B26 3.14.6",
        Urensoort.INTAKE_PVT: "B26 3.14.6",
        Urensoort.INTAKE_MAP_PRAKTIJK: "B26 3.14.6",
        Urensoort.BEGELEIDING: "B26 3.14.6",
    },
    Urendoel.PVT: {Urensoort.PVT: "B26 3.1.2", Urensoort.INTAKE_PVT: "B26 3.1.5"},
    Urendoel.MAP: {
        Urensoort.MAP_PRAKTIJK: "R26 3.1",
        Urensoort.INTAKE_MAP_PRAKTIJK: "B26 3.2.3",
    },
}
"""For every purpose the kinds that count, each with its source. What is not here does not count."""

_AFGELEID = frozenset(
    {
        *((doel, Urensoort.VOORINBURGERING) for doel in Urendoel),
        (Urendoel.Z_CURSUS, Urensoort.ALFABETISERING),
        (Urendoel.Z_PARTICIPATIE, Urensoort.MAP_LES),
    }
)
"""Where the text does not say it outright."""

_VOOR_HET_PIP = "B26 5.3.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Urentotaal:
    """Hours that count; halves stay halves."""

    uren: Uren


@regel(
    "Hoeveel uren meetellen, bijvoorbeeld om te mogen afschalen.",
    "doel=afschalen nederlands=590 knm=40",
    "doel=afschalen nederlands=400 alfabetisering=200",
    "doel=z_cursus nederlands=700 knm=60 voorinburgering=60",
)
def uren_die_tellen(
    doel: Urendoel,
    *,
    nederlands: int = 0,
    alfabetisering: int = 0,
    knm: int = 0,
    intake_nederlands: int = 0,
    intake_knm: int = 0,
    intake_participatie: int = 0,
    intake_pvt: int = 0,
    intake_map_praktijk: int = 0,
    participatie: int = 0,
    pvt: int = 0,
    map_praktijk: int = 0,
    map_les: int = 0,
    begeleiding: int = 0,
    voorinburgering: int = 0,
    vso_pro_entree: int = 0,
) -> Uitkomst[Urentotaal]:
    """The hours that count for a purpose, from whole hours per kind.

    Bron: Wi 17.3, B26 3.1, B26 3.2.3, B26 3.14.2, B26 3.14.6, B26 3.14.9, B26 5.3.5, B26 5.5,
    R26 3.1.
    """
    return tel_uren(
        doel,
        {
            Urensoort.NEDERLANDS: nederlands,
            Urensoort.ALFABETISERING: alfabetisering,
            Urensoort.KNM: knm,
            Urensoort.INTAKE_NEDERLANDS: intake_nederlands,
            Urensoort.INTAKE_KNM: intake_knm,
            Urensoort.INTAKE_PARTICIPATIE: intake_participatie,
            Urensoort.INTAKE_PVT: intake_pvt,
            Urensoort.INTAKE_MAP_PRAKTIJK: intake_map_praktijk,
            Urensoort.PARTICIPATIE: participatie,
            Urensoort.PVT: pvt,
            Urensoort.MAP_PRAKTIJK: map_praktijk,
            Urensoort.MAP_LES: map_les,
            Urensoort.BEGELEIDING: begeleiding,
            Urensoort.VOORINBURGERING: voorinburgering,
            Urensoort.VSO_PRO_ENTREE: vso_pro_entree,
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TeltVanaf:
    """The first day (inclusive) from which lessons count."""

    vanaf_op: date


@regel("Vanaf wanneer lessen voor het PIP meetellen in de Z-route.", "dagtekening=2022-03-15")
def vooropleiding_telt(dagtekening: date) -> Uitkomst[TeltVanaf]:
    """From when lessons at vso, praktijkonderwijs or entree count: two years before the plan.

    Bron: B26 3.14.9, B26 3.14.10.
    """
    lengte = norm("vooropleiding_jaren", eis_datum("dagtekening", dagtekening))
    vanaf = maanden_voor(dagtekening, lengte.aantal * MAANDEN_PER_JAAR)
    return Uitkomst(
        regel="vooropleiding_telt",
        uitkomst=TeltVanaf(vanaf_op=vanaf),
        bron=lengte.bron,
        stappen=(
            f"Het PIP is van {voluit(dagtekening)}. Lessen in de {lengte} ervoor tellen mee.",
            f"De eerste dag is {voluit(vanaf)}.",
        ),
        zekerheid=lengte.zekerheid,
    )


def tel_uren(doel: Urendoel, uren: Mapping[Urensoort, Uren]) -> Uitkomst[Urentotaal]:
    """The hours that count for a purpose; every kind says why it counts or not.

    Bron: B26 3.1, B26 3.14.2, B26 3.14.6, B26 3.14.9, B26 5.3.5, B26 5.5, R26 3.1.
    """
    tellend = _TELT[doel]
    stappen, bron, totaal = [], [], Decimal(0)
    for soort, aantal in uren.items():
        if not aantal:
            continue
        if soort in tellend:
            totaal += aantal
            bron.append(tellend[soort])
            stappen.append(f"{urengetal(aantal)} uur {soort.label} telt mee.")
        else:
            stappen.append(f"{urengetal(aantal)} uur {soort.label} telt niet mee.")
            bron += [_VOOR_HET_PIP] if soort is Urensoort.VOORINBURGERING else []
    som: Uren = int(totaal) if totaal == int(totaal) else totaal
    return Uitkomst(
        regel="uren_die_tellen",
        uitkomst=Urentotaal(uren=som),
        bron=tuple(dict.fromkeys((*bron, *tellend.values()))),
        stappen=(*stappen, f"Samen telt {urengetal(som)} uur."),
        zekerheid=Zekerheid.AFGELEID
        if any(aantal and (doel, soort) in _AFGELEID for soort, aantal in uren.items())
        else Zekerheid.GEVERIFIEERD,
    )


def urengetal(uren: Uren) -> str:
    """ "12,5" and "800": hours as people write them.

    Bron: geen; schrijfwijze van dit systeem.
    """
    return f"{Decimal(uren).normalize():f}".replace(".", ",")
