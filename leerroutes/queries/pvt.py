"""The meetings of the PVT: which there are, who are on the list, and who may still be invited."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zlib import crc32

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from besluiten.models import Brief, BriefSoort
from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus, Regime, TermijnSoort, TermijnStatus
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from inburgering.namen import vouw
from leerroutes.enums import BijeenkomstStatus, PvtDeelnameStatus
from leerroutes.models import Participatieverklaring, PvtBijeenkomst, PvtDeelname
from leerroutes.policies.pvt import (
    Pvtstand,
    check_afzeggen,
    check_bijeenkomst_wijzigen,
    check_presentie,
    check_uitnodigen,
    check_uitnodiging,
    in_uren,
)
from leerroutes.queries.pvtstand import pvtstanden
from medewerkers.models import Medewerker

GA_DOOR = "een reden"  # what a button asks for when it is pressed, to see whether it may be
PER_PAGINA = 25
HOOGSTENS_KEUZES = 50


@dataclass(frozen=True, kw_only=True)
class Bijeenkomstregel:
    """`bezet`: who did not call off. `in_te_vullen`: of somebody it is not said who came."""

    bijeenkomst: PvtBijeenkomst
    bezet: int
    vrij: int
    in_te_vullen: bool


@dataclass(frozen=True, kw_only=True)
class Bijeenkomstlijst:
    """`geweest` is by page, the latest first; `volgende` is where the next page goes on."""

    komend: Sequence[Bijeenkomstregel]
    geweest: Sequence[Bijeenkomstregel]
    volgende: str


@dataclass(frozen=True, kw_only=True)
class Deelnemer:
    deelname: PvtDeelname
    naam: str
    dossiernummer: str
    stand: str
    heeft_brief: bool


@dataclass(frozen=True, kw_only=True)
class Bijeenkomstpagina:
    """`anderen`: how many are on the list of whom this colleague may not see the dossier.

    `begonnen`: who is put on the list now was not invited, but came.
    """

    regel: Bijeenkomstregel
    begonnen: bool
    deelnemers: Sequence[Deelnemer]
    anderen: int
    geen_presentie: str
    geen_brieven: str
    geen_wijzigen: str
    geen_afzeggen: str
    geen_uitnodigen: str


@dataclass(frozen=True, kw_only=True)
class Kandidaat:
    dossier_id: int
    naam: str
    dossiernummer: str
    stand: str


def bijeenkomsten(*, nu: datetime, na: str = "") -> Bijeenkomstlijst:
    """What is to come or still to be filled in, and by page what was."""
    open_ = Q(status=BijeenkomstStatus.GEPLAND) & (Q(begint_at__gt=nu) | Q(wachten__gt=0))
    rijen = _met_bezetting()
    komend = [_regel(rij, nu) for rij in rijen.filter(open_).order_by("begint_at", "pk")]
    oud = rijen.exclude(pk__in=[regel.bijeenkomst.pk for regel in komend])
    oud = oud.order_by("-begint_at", "-pk")
    vorige = oud.filter(pk=int(na)).first() if na.isascii() and na.isdigit() else None
    if vorige is not None:
        moment = vorige.begint_at
        oud = oud.filter(Q(begint_at__lt=moment) | Q(begint_at=moment, pk__lt=vorige.pk))
    gevonden = list(oud[: PER_PAGINA + 1])
    blad = [_regel(rij, nu) for rij in gevonden[:PER_PAGINA]]
    meer = len(gevonden) > PER_PAGINA
    return Bijeenkomstlijst(
        komend=komend,
        geweest=blad,
        volgende=str(blad[-1].bijeenkomst.pk) if meer else "",
    )


def bijeenkomstpagina(bijeenkomst_id: int, *, voor: Medewerker, nu: datetime) -> Bijeenkomstpagina:
    bijeenkomst = _met_bezetting().get(pk=bijeenkomst_id)
    regel = _regel(bijeenkomst, nu)
    deelnemers = deelnemers_van(bijeenkomst, voor=voor)
    totaal: int = bijeenkomst.op_lijst
    return Bijeenkomstpagina(
        regel=regel,
        begonnen=bijeenkomst.begint_at <= nu,
        deelnemers=deelnemers,
        anderen=totaal - len(deelnemers),
        geen_presentie=weigering(check_presentie, bijeenkomst, statussen=(), door=voor, nu=nu),
        geen_brieven=weigering(
            check_uitnodiging, bijeenkomst, aantal=_zonder_brief(deelnemers), nu=nu
        ),
        geen_wijzigen=weigering(
            check_bijeenkomst_wijzigen,
            bijeenkomst,
            getekend=bijeenkomst.getekend > 0,
            door=voor,
        ),
        geen_afzeggen=weigering(
            check_afzeggen,
            bijeenkomst,
            gekomen=bijeenkomst.gekomen > 0,
            door=voor,
            reden=GA_DOOR,
        ),
        geen_uitnodigen=weigering(
            check_uitnodigen, bijeenkomst, erbij=1, bezet=regel.bezet, door=voor
        ),
    )


def _zonder_brief(deelnemers: Sequence[Deelnemer]) -> int:
    genodigd = [w for w in deelnemers if w.deelname.status == PvtDeelnameStatus.UITGENODIGD]
    return sum(not wie.heeft_brief for wie in genodigd)


def deelnemers_van(bijeenkomst: PvtBijeenkomst, *, voor: Medewerker) -> list[Deelnemer]:
    """Who are on the list, as far as this colleague may know, by name."""
    zichtbaar: QuerySet[PvtDeelname] = PvtDeelname.objects.zichtbaar_voor(voor)
    rijen = list(
        zichtbaar.filter(bijeenkomst=bijeenkomst.pk)
        .select_related("inburgeraar__persoon", "bijeenkomst")
        .order_by("inburgeraar__persoon__sorteernaam", "pk")
    )
    op = lokale_datum(bijeenkomst.begint_at)
    standen = pvtstanden([rij.inburgeraar_id for rij in rijen], op=op)
    brieven = brieven_bij(rijen)
    return [
        Deelnemer(
            deelname=rij,
            naam=rij.inburgeraar.persoon.naam,
            dossiernummer=rij.inburgeraar.dossiernummer,
            stand=stand_in_woorden(standen[rij.inburgeraar_id]),
            heeft_brief=kenmerk_van(rij) in brieven,
        )
        for rij in rijen
    ]


def stand_in_woorden(stand: Pvtstand) -> str:
    """`8 van 12 uur, nog een activiteit of excursie`."""
    gedaan = f"{in_uren(stand.uren)} van {stand.nodig} uur"
    return gedaan if stand.activiteit else f"{gedaan}, nog geen activiteit of excursie"


def bezet_bij(bijeenkomst: PvtBijeenkomst) -> int:
    """Whoever did not call off has a seat."""
    rijen = PvtDeelname.objects.filter(bijeenkomst=bijeenkomst.pk)
    return rijen.exclude(status=PvtDeelnameStatus.AFGEMELD).count()


def is_geweest(bijeenkomst: PvtBijeenkomst) -> bool:
    """Whether it is known of somebody who came, also while others are not filled in yet."""
    gekomen = bijeenkomst.deelnames.filter(status=PvtDeelnameStatus.AANWEZIG)
    return bijeenkomst.status == BijeenkomstStatus.GEHOUDEN or gekomen.exists()


# --- Who may be invited --------------------------------------------------------------------------
def kandidaten(
    bijeenkomst: PvtBijeenkomst,
    *,
    voor: Medewerker,
    zoek: str = "",
    gekozen: Collection[int] = (),
) -> list[Kandidaat]:
    """Who must still do the PVT and is not on this list: whose term ends first comes first.

    At most fifty; the rest is found by name. Who is chosen already (`gekozen`) stays, on top.
    """
    rijen = _nog_te_doen(bijeenkomst, voor)
    if zoek:
        gevonden_op_naam = Q(persoon__zoeksleutel__contains=vouw(zoek))
        rijen = rijen.filter(gevonden_op_naam | Q(pk__in=gekozen))
    gevonden = list(
        rijen.select_related("persoon")
        .annotate(
            laatste_dag=Min(
                "termijnen__eind_op",
                filter=Q(
                    termijnen__soort=TermijnSoort.INBURGERING,
                    termijnen__status=TermijnStatus.LOPEND,
                ),
            ),
            later=~Q(pk__in=gekozen),
        )
        .order_by("later", F("laatste_dag").asc(nulls_last=True), "persoon__sorteernaam", "pk")[
            : HOOGSTENS_KEUZES + len(gekozen)
        ]
    )
    op = lokale_datum(bijeenkomst.begint_at)
    standen = pvtstanden([rij.pk for rij in gevonden], op=op)
    return [
        Kandidaat(
            dossier_id=rij.pk,
            naam=rij.persoon.naam,
            dossiernummer=rij.dossiernummer,
            stand=stand_in_woorden(standen[rij.pk]),
        )
        for rij in gevonden
    ]


def _nog_te_doen(bijeenkomst: PvtBijeenkomst, voor: Medewerker) -> QuerySet[Inburgeraar]:
    getekend = Participatieverklaring.objects.filter(inburgeraar=OuterRef("pk"))
    op_lijst = PvtDeelname.objects.filter(
        inburgeraar=OuterRef("pk"), bijeenkomst=bijeenkomst.pk
    ).exclude(status__in=[PvtDeelnameStatus.AFGEMELD, PvtDeelnameStatus.AFWEZIG])
    rijen: QuerySet[Inburgeraar] = Inburgeraar.objects.zichtbaar_voor(voor)
    return rijen.filter(
        ~Exists(getekend), ~Exists(op_lijst), status=DossierStatus.ACTIEF, regime=Regime.WI2021
    )


# --- Invitations ---------------------------------------------------------------------------------
def kenmerk_van(rij: PvtDeelname) -> str:
    """Of the meeting as it stands: another hour or place asks for another letter."""
    bij = rij.bijeenkomst
    wat = f"{bij.begint_at.timestamp():.0f}/{bij.plaats}/{bij.uren}/{bij.onderwerp}"
    return f"PVT-{rij.inburgeraar.dossiernummer}-{rij.pk}.{crc32(wat.encode()):08x}"


def brieven_bij(rijen: Sequence[PvtDeelname]) -> set[str]:
    """Which of these people have their letter: one query, however many."""
    brieven = Brief.objects.filter(
        soort=BriefSoort.UITNODIGING, kenmerk__in=[kenmerk_van(rij) for rij in rijen]
    )
    return set(brieven.values_list("kenmerk", flat=True))


# --- Parts ---------------------------------------------------------------------------------------
def _met_bezetting() -> QuerySet[PvtBijeenkomst, Any]:
    return PvtBijeenkomst.objects.select_related("partner").annotate(
        op_lijst=Count("deelnames"),
        bezet=Count("deelnames", filter=~Q(deelnames__status=PvtDeelnameStatus.AFGEMELD)),
        wachten=Count("deelnames", filter=Q(deelnames__status=PvtDeelnameStatus.UITGENODIGD)),
        gekomen=Count("deelnames", filter=Q(deelnames__status=PvtDeelnameStatus.AANWEZIG)),
        getekend=Count("deelnames", filter=Q(deelnames__ondertekend=True)),
    )


def _regel(bijeenkomst: PvtBijeenkomst, nu: datetime) -> Bijeenkomstregel:
    bezet: int = bijeenkomst.bezet  # type: ignore[attr-defined]  # annotated
    wachten: int = bijeenkomst.wachten  # type: ignore[attr-defined]  # annotated
    afgezegd = bijeenkomst.status == BijeenkomstStatus.AFGEZEGD
    return Bijeenkomstregel(
        bijeenkomst=bijeenkomst,
        bezet=bezet,
        vrij=max(bijeenkomst.plaatsen - bezet, 0),
        in_te_vullen=wachten > 0 and not afgezegd and bijeenkomst.begint_at <= nu,
    )
