"""Meetings of the PVT: made, changed, called off, and who are invited."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from decimal import Decimal

from inburgering.datums import lokale_datum
from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import BijeenkomstSoort, BijeenkomstStatus, PvtDeelnameStatus
from leerroutes.models import PvtBijeenkomst, PvtDeelname
from leerroutes.policies.pvt import (
    check_afzeggen,
    check_bijeenkomst,
    check_bijeenkomst_wijzigen,
    check_gehouden_wijzigen,
    check_kan_meedoen,
    check_nieuwe_bijeenkomst,
    check_nog_genoeg,
    check_plaatsen,
    check_uitnodigen,
)
from leerroutes.queries.pvt import bezet_bij, is_geweest
from leerroutes.queries.pvtstand import pvtstand, verklaringen_van
from leerroutes.services.pvt_uren import pvt_uren_bijwerken
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht

_AF = (PvtDeelnameStatus.AFGEMELD, PvtDeelnameStatus.AFWEZIG)


@dataclass(frozen=True, kw_only=True)
class BijeenkomstGegevens:
    """What a meeting is, apart from who come. `uren` is how long it lasts."""

    soort: BijeenkomstSoort
    begint_at: datetime
    uren: Decimal
    plaats: str
    onderwerp: str
    begeleider: str
    plaatsen: int
    partner: Partnerorganisatie | None = None
    taal: str = ""


def bijeenkomst_maken(
    *, gegevens: BijeenkomstGegevens, door: Medewerker, nu: datetime
) -> PvtBijeenkomst:
    """Also one that was held already, to record who came."""
    with handeling(door=door, nu=nu) as act:
        check_bijeenkomst(begint_at=gegevens.begint_at, uren=gegevens.uren, vandaag=act.op)
        Medewerker.objects.select_for_update(no_key=True).get(pk=door.pk)  # one click at a time
        check_nieuwe_bijeenkomst(staat_er_al=_staat_er_al(gegevens))
        bijeenkomst = PvtBijeenkomst()
        _vul(bijeenkomst, _van(door, gegevens))
        bijeenkomst.save()
    return bijeenkomst


def bijeenkomst_wijzigen(
    *,
    bijeenkomst_id: int,
    versie: int | None,
    gegevens: BijeenkomstGegevens,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
) -> PvtBijeenkomst:
    """Whoever is invited stays so; a letter that was made before says something else then.

    One that was held was recorded wrong: then `reden` says why, and the hours change with it.
    """
    with bijeenkomsthandeling(bijeenkomst_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, bijeenkomst = zaak
        getekend = bijeenkomst.deelnames.filter(ondertekend=True).exists()
        check_bijeenkomst_wijzigen(bijeenkomst, getekend=getekend, door=door)
        check_bijeenkomst(begint_at=gegevens.begint_at, uren=gegevens.uren, vandaag=act.op)
        check_plaatsen(gegevens.plaatsen, bezet=bezet_bij(bijeenkomst))
        geweest = is_geweest(bijeenkomst)
        if geweest:
            check_gehouden_wijzigen(begint_at=gegevens.begint_at, reden=reden, nu=nu)
        toen = _Toen(bijeenkomst.begint_at, bijeenkomst.plaats, bijeenkomst.uren)
        _vul(bijeenkomst, _van(door, gegevens))
        bijeenkomst.save()
        _volg(act, bijeenkomst, toen, geweest=geweest)
    return bijeenkomst


@dataclass(frozen=True)
class _Toen:
    """What a meeting was before it changed."""

    begint_at: datetime
    plaats: str
    uren: Decimal


def _volg(act: Handeling, bijeenkomst: PvtBijeenkomst, toen: _Toen, *, geweest: bool) -> None:
    """What follows for who are on the list."""
    if geweest:
        _verbeter(act, bijeenkomst, duur=toen.uren)
        _meld_genodigden(act, bijeenkomst, f"PVT van {_wanneer(bijeenkomst)} verbeterd")
    elif (toen.begint_at, toen.plaats) != (bijeenkomst.begint_at, bijeenkomst.plaats):
        _meld_genodigden(act, bijeenkomst, f"PVT verzet naar {_wanneer(bijeenkomst)}")


def _verbeter(act: Handeling, bijeenkomst: PvtBijeenkomst, *, duur: Decimal) -> None:
    """Who was there the whole time (`duur`) was so now too; nobody longer than it lasted."""
    gekomen = bijeenkomst.deelnames.filter(status=PvtDeelnameStatus.AANWEZIG)
    zichtbaar = set(
        PvtDeelname.objects.zichtbaar_voor(act.door)
        .filter(bijeenkomst=bijeenkomst)
        .values_list("pk", flat=True)
    )
    for rij in gekomen.select_for_update(of=("self",)).select_related("inburgeraar__persoon"):
        assert rij.uren is not None  # the database promises it of who was there
        rij.bijeenkomst = bijeenkomst
        heel = rij.uren == duur
        rij.uren = bijeenkomst.uren if heel else min(rij.uren, bijeenkomst.uren)
        rij.save()
        naam = rij.inburgeraar.persoon.naam if rij.pk in zichtbaar else _IEMAND
        try:
            pvt_uren_bijwerken(act, rij)
        except Geweigerd as fout:  # of one out of a group: say of whom, to who may know
            raise Geweigerd(f"{naam}: {fout.reden}") from fout
        _check_nog_waar(rij, naam=naam)


_IEMAND = "Iemand op de lijst van wie u het dossier niet ziet"


def _check_nog_waar(rij: PvtDeelname, *, naam: str) -> None:
    """What somebody signed on at another meeting stays true."""
    verklaring = verklaringen_van([rij.inburgeraar_id]).get(rij.inburgeraar_id)
    if verklaring is not None and verklaring.pvt_deelname_id is not None:
        stand = pvtstand(rij.inburgeraar_id, op=verklaring.ondertekend_op)
        check_nog_genoeg(stand, naam=naam)


def bijeenkomst_afzeggen(
    *, bijeenkomst_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> PvtBijeenkomst:
    """Who was invited must be invited for another one: their task says so."""
    with bijeenkomsthandeling(bijeenkomst_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, bijeenkomst = zaak
        gekomen = bijeenkomst.deelnames.filter(status=PvtDeelnameStatus.AANWEZIG).exists()
        check_afzeggen(bijeenkomst, gekomen=gekomen, door=door, reden=reden)
        bijeenkomst.afzeggen(reden=reden)
        bijeenkomst.save()
        _meld_genodigden(act, bijeenkomst, f"PVT van {_wanneer(bijeenkomst)} gaat niet door")
    return bijeenkomst


def uitnodigen(
    *, bijeenkomst_id: int, dossier_ids: Collection[int], door: Medewerker, nu: datetime
) -> list[PvtDeelname]:
    """All of these, or none; of whom this colleague may see. Nobody stands on a list twice."""
    with bijeenkomsthandeling(bijeenkomst_id, door=door, nu=nu, ook=dossier_ids) as zaak:
        act, bijeenkomst = zaak
        dossiers = list(
            Inburgeraar.objects.zichtbaar_voor(door)
            .filter(pk__in=dossier_ids)
            .select_related("persoon")
            .order_by("pk")
        )
        check_uitnodigen(bijeenkomst, erbij=len(dossiers), bezet=bezet_bij(bijeenkomst), door=door)
        eerder = {rij.inburgeraar_id: rij for rij in bijeenkomst.deelnames.select_for_update()}
        getekend = verklaringen_van([dossier.pk for dossier in dossiers])
        for dossier in dossiers:
            rij = eerder.get(dossier.pk)
            op_lijst = rij is not None and rij.status not in _AF
            check_kan_meedoen(dossier, getekend=dossier.pk in getekend, al_op_lijst=op_lijst)
        return [_nodig_uit(act, bijeenkomst, dossier, eerder) for dossier in dossiers]


@contextmanager
def bijeenkomsthandeling(
    bijeenkomst_id: int,
    *,
    door: Medewerker,
    nu: datetime,
    versie: int | None = None,
    reden: str = "",
    ook: Collection[int] = (),
) -> Iterator[tuple[Handeling, PvtBijeenkomst]]:
    """The dossiers of who are invited are locked before the meeting, as every act does."""
    rijen = PvtDeelname.objects.filter(bijeenkomst=bijeenkomst_id)
    dossiers = {*ook, *rijen.values_list("inburgeraar", flat=True)}
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        yield act, act.vergrendel(PvtBijeenkomst, bijeenkomst_id, versie=versie)


def _staat_er_al(gegevens: BijeenkomstGegevens) -> bool:
    zelfde = PvtBijeenkomst.objects.filter(
        soort=gegevens.soort, begint_at=gegevens.begint_at, plaats=gegevens.plaats
    )
    return zelfde.exclude(status=BijeenkomstStatus.AFGEZEGD).exists()


def _van(door: Medewerker, gegevens: BijeenkomstGegevens) -> BijeenkomstGegevens:
    """What a partner makes is a meeting of that partner."""
    if door.heeft(Recht.LEERROUTE_DOEN):
        return gegevens
    return replace(gegevens, partner=door.partnerorganisatie)


def _vul(bijeenkomst: PvtBijeenkomst, gegevens: BijeenkomstGegevens) -> None:
    for naam in asdict(replace(gegevens, partner=None)):
        setattr(bijeenkomst, naam, getattr(gegevens, naam))


def _nodig_uit(
    act: Handeling,
    bijeenkomst: PvtBijeenkomst,
    dossier: Inburgeraar,
    eerder: dict[int, PvtDeelname],
) -> PvtDeelname:
    """Who called off, or stayed away, may still come."""
    rij = eerder.get(dossier.pk)
    if rij is None:
        rij = PvtDeelname(bijeenkomst=bijeenkomst, inburgeraar=dossier)
    else:
        rij.opnieuw_uitnodigen()
    rij.save()
    tekst = f"Uitgenodigd voor het PVT van {_wanneer(bijeenkomst)}"
    act.meld(dossier.pk, GebeurtenisSoort.CONTACT, tekst)
    return rij


def _meld_genodigden(act: Handeling, bijeenkomst: PvtBijeenkomst, tekst: str) -> None:
    genodigd = bijeenkomst.deelnames.exclude(status__in=_AF)
    for dossier_id in genodigd.values_list("inburgeraar", flat=True):
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, tekst)


def _wanneer(bijeenkomst: PvtBijeenkomst) -> str:
    return f"{lokale_datum(bijeenkomst.begint_at):%d-%m-%Y}"
