"""The part Uren of a dossier: per month and kind, what counts for what, and the lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max, Min, QuerySet, Sum

from inburgering.models import Inburgeraar
from leerroutes.enums import Aanwezigheid, Lessoort
from leerroutes.models import (
    Deelname,
    Maandtotaal,
    Plaatsing,
    Taalkoppel,
    Traject,
    Urenregel,
)
from leerroutes.prognose import getal
from leerroutes.queries.feiten import Gegevens, gegevens_van, uren_per_soort
from leerroutes.queries.gepland import Geplandregel, gepland
from leerroutes.queries.keurmerken import keurmerk_voor
from leerroutes.queries.urenkaart import Urenkaart, urenkaart
from medewerkers.models import Medewerker
from wet.datums import zonder_weekdag
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Uren, Urendoel, Urensoort, tel_uren

__all__ = ["OP_EIGEN_PAGINA", "Urenkaart", "Urenpagina", "maandpagina", "urenkaart", "urenpagina"]

# Recorded and put right with the PVT and the moments of guidance.
OP_EIGEN_PAGINA = (Urensoort.PVT, Urensoort.BEGELEIDING)
_KOLOMMEN = ("aanwezig", "geoorloofd", "ongeoorloofd", "niet_erkend")
_DOELEN = {
    Leerroute.B: ((Urendoel.AFSCHALEN, "Om te mogen afschalen"),),
    Leerroute.O: (),
    Leerroute.Z: (
        (Urendoel.Z_CURSUS, "Les voor de Z-route"),
        (Urendoel.Z_PARTICIPATIE, "Participatie voor de Z-route"),
    ),
}
_ALTIJD = ((Urendoel.PVT, "PVT"), (Urendoel.MAP, "Praktijk van de MAP"))


@dataclass(frozen=True, kw_only=True)
class Soortregel:
    """The sums of one kind; `maand` is its first day, None over all months."""

    soort: Urensoort
    aanwezig: Decimal
    geoorloofd: Decimal
    ongeoorloofd: Decimal
    niet_erkend: Decimal


@dataclass(frozen=True, kw_only=True)
class Maandblok:
    maand: date
    regels: Sequence[Soortregel]


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How many hours count for a purpose, and per kind why."""

    naam: str
    uren: Uren
    stappen: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Urenpagina:
    maanden: Sequence[Maandblok]
    totalen: Sequence[Soortregel]
    tellingen: Sequence[Telling]
    waarschuwingen: Sequence[str]
    kaart: Urenkaart | None
    gepland: Sequence[Geplandregel]
    traject: Traject | None


def urenpagina(dossier: Inburgeraar, *, op: date) -> Urenpagina:
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    rijen = list(Maandtotaal.objects.filter(inburgeraar=dossier).order_by("-maand", "soort"))
    return Urenpagina(
        maanden=_maanden(rijen),
        totalen=_per_soort(rijen),
        tellingen=list(_tellingen(dossier, gegevens)),
        waarschuwingen=waarschuwingen(Urenregel.objects.filter(inburgeraar=dossier)),
        kaart=urenkaart(dossier, op, gegevens=gegevens),
        gepland=gepland(dossier, op=op),
        traject=gegevens.traject,
    )


def _maanden(rijen: Iterable[Maandtotaal]) -> list[Maandblok]:
    per_maand: dict[date, list[Maandtotaal]] = defaultdict(list)
    for rij in rijen:
        per_maand[rij.maand].append(rij)
    return [Maandblok(maand=maand, regels=_per_soort(van)) for maand, van in per_maand.items()]


def _per_soort(rijen: Iterable[Maandtotaal]) -> list[Soortregel]:
    """Of all trajecten together, in the order of the law."""
    sommen: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for rij in rijen:
        for kolom in _KOLOMMEN:
            sommen[rij.soort][kolom] += getattr(rij, kolom)
    return [
        Soortregel(soort=soort, **{kolom: sommen[soort.value][kolom] for kolom in _KOLOMMEN})
        for soort in Urensoort
        if soort.value in sommen
    ]


def _tellingen(dossier: Inburgeraar, gegevens: Gegevens) -> Iterator[Telling]:
    """By the route that runs or ran last; before the plan for what holds on every route."""
    traject = gegevens.traject
    if traject is None:
        return
    uren = uren_per_soort(gegevens, traject=traject)
    leerroute = Leerroute(traject.leerroute)
    for doel, naam in (*_DOELEN[leerroute], *_ALTIJD):
        if doel is Urendoel.Z_PARTICIPATIE and dossier.doelgroep != Doelgroep.ASIEL.value:
            continue
        antwoord = tel_uren(doel, uren)
        if antwoord.bekend is not None:
            yield Telling(naam=naam, uren=antwoord.bekend.uren, stappen=antwoord.stappen)


def waarschuwingen(regels: QuerySet[Urenregel]) -> list[str]:
    """What was followed at a school without the mark, per school: it does not count."""
    groepen = (
        regels.filter(erkend=False, aanwezigheid=Aanwezigheid.AANWEZIG)
        .order_by()
        .values_list("deelname__aanbieder__naam", "deelname__lessoort")
        .annotate(uren=Sum("uren"), van=Min("op"), tot=Max("op"))
    )
    return [_zonder_keurmerk(*groep) for groep in groepen if groep[0]]


def _zonder_keurmerk(naam: str, lessoort: str, uren: Decimal, van: date, tot: date) -> str:
    dagen = (
        f"op {zonder_weekdag(van)}"
        if van == tot
        else f"op dagen van {zonder_weekdag(van)} tot en met {zonder_weekdag(tot)}"
    )
    wat = keurmerk_voor(Lessoort(lessoort)).label
    return f"{naam}: geen geldig keurmerk ({wat}) {dagen}. {getal(uren)} uur telt niet mee."


# --- One month -----------------------------------------------------------------------------------
@dataclass(frozen=True, kw_only=True)
class Regel:
    """`eigen`: recorded here, and not with the PVT or a moment of guidance."""

    rij: Urenregel
    soort: str
    bij: str
    eigen: bool


@dataclass(frozen=True, kw_only=True)
class Maandpagina:
    maand: date
    regels: Sequence[Regel]
    totalen: Sequence[Soortregel]
    waarschuwingen: Sequence[str]

    @property
    def eigen(self) -> list[Regel]:
        return [regel for regel in self.regels if regel.eigen]


def maandpagina(dossier: Inburgeraar, *, voor: Medewerker, maand: date) -> Maandpagina:
    """`maand` is the first day of it."""
    van_de_maand = Urenregel.objects.zichtbaar_voor(voor).filter(
        inburgeraar=dossier, op__year=maand.year, op__month=maand.month
    )
    rijen = van_de_maand.select_related(
        "deelname__aanbieder",
        "plaatsing__plek",
        "plaatsing__vacature__werkgever",
        "taalkoppel__vrijwilliger",
        "pvt_deelname__bijeenkomst",
    ).order_by("-op", "soort", "pk")
    return Maandpagina(
        maand=maand,
        regels=[_regel(rij) for rij in rijen],
        totalen=_per_soort(Maandtotaal.objects.filter(inburgeraar=dossier, maand=maand)),
        waarschuwingen=waarschuwingen(van_de_maand),
    )


def _regel(rij: Urenregel) -> Regel:
    return Regel(
        rij=rij,
        soort=Urensoort(rij.soort).label,
        bij=_bij(rij),
        eigen=rij.soort not in OP_EIGEN_PAGINA and rij.pvt_deelname_id is None,
    )


def _bij(rij: Urenregel) -> str:
    if rij.deelname is not None:
        return rij.deelname.aanbieder.naam
    if rij.plaatsing is not None:
        return plaats_van(rij.plaatsing)
    if rij.taalkoppel is not None:
        return koppel_in_woorden(rij.taalkoppel)
    if rij.pvt_deelname is not None:
        return str(rij.pvt_deelname.bijeenkomst)
    return "Maatschappelijke begeleiding" if rij.begeleiding_id else ""


def plaats_van(plaatsing: Plaatsing) -> str:
    if plaatsing.plek is not None:
        return plaatsing.plek.naam
    assert plaatsing.vacature is not None  # one of the two is set
    return f"{plaatsing.vacature.werkgever.naam}: {plaatsing.vacature.functie}"


def koppel_in_woorden(koppel: Taalkoppel) -> str:
    """ "Taalcoach Riet Hoekstra"; the volunteer asked for with the pair."""
    return f"{koppel.vrijwilliger.get_soort_display()} {koppel.vrijwilliger.naam}"


# --- Where hours may come from -------------------------------------------------------------------
@dataclass(frozen=True, kw_only=True)
class Bronnen:
    """The lessons, placements and pairs of one person."""

    deelnames: Sequence[Deelname]
    plaatsingen: Sequence[Plaatsing]
    koppels: Sequence[Taalkoppel] = ()


def bronnen(dossier: Inburgeraar) -> Bronnen:
    plaatsingen = Plaatsing.objects.filter(inburgeraar=dossier, start_op__isnull=False)
    return Bronnen(
        deelnames=list(Deelname.objects.filter(inburgeraar=dossier).select_related("aanbieder")),
        plaatsingen=list(plaatsingen.select_related("plek", "vacature__werkgever")),
        koppels=list(Taalkoppel.objects.filter(inburgeraar=dossier).select_related("vrijwilliger")),
    )
