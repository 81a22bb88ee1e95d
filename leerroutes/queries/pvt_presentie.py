"""What is filled in on a list of who came, held against what people did before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet

from inburgering.datums import lokale_datum
from inburgering.geweigerd import Geweigerd, weigering
from inburgering.queries.termijnen import inburgeringstermijnen
from leerroutes.enums import BijeenkomstSoort, PvtDeelnameStatus
from leerroutes.models import Participatieverklaring, PvtBijeenkomst, PvtDeelname
from leerroutes.policies.pvt import (
    Pvtstand,
    check_genoeg_gedaan,
    check_mag_tekenen,
    check_nog_genoeg,
    check_presentie,
    check_soort_ondertekening,
    check_uren_aanwezig,
    getekend_bij,
)
from leerroutes.policies.verwijtbaar import check_verwijtbaar
from leerroutes.queries.pvt import bezet_bij, stand_in_woorden
from leerroutes.queries.pvtstand import Anders, pvtstanden, verklaringen_van
from leerroutes.queries.verwijtbaar import vlag_bij
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from wet.duo import Vlag

_S = PvtDeelnameStatus


@dataclass(frozen=True, kw_only=True)
class Presentieregel:
    """What is filled in of one person. `uren` only of who was there."""

    deelname_id: int
    status: PvtDeelnameStatus
    uren: Decimal | None = None
    reden: str = ""
    ondertekend: bool = False
    verwijtbaar: bool | None = None

    def wijkt_af(self, rij: PvtDeelname) -> bool:
        """Whether it says anything else than what is recorded."""
        uren = self.uren if self.status == _S.AANWEZIG else None
        return (self.status, uren, self.ondertekend, self.reden) != (
            rij.status,
            rij.uren,
            rij.ondertekend,
            rij.reden,
        )

    def veld(self, wat: str) -> str:
        """The name of its field on the form."""
        return f"{wat}_{self.deelname_id}"


@dataclass(frozen=True, kw_only=True)
class Invulrij:
    """One person on the list that is filled in. `vast`: signed at this meeting, so it stands.

    `vlag`: what DUO takes for `verwijtbaar` when this person signs here.
    """

    deelname_id: int
    naam: str
    dossiernummer: str
    status: str
    uren: Decimal
    reden: str
    ondertekend: bool
    stand: str
    vast: bool
    kan_tekenen: bool
    waarom_niet: str
    vlag: Vlag


def invulrijen(bijeenkomst: PvtBijeenkomst, *, voor: Medewerker) -> list[Invulrij]:
    """The list as this colleague may fill it in."""
    rijen = list(deelnames_voor(voor, bijeenkomst.pk))
    ids, op = [rij.inburgeraar_id for rij in rijen], lokale_datum(bijeenkomst.begint_at)
    standen, verklaringen = pvtstanden(ids, op=op), verklaringen_van(ids)
    vlaggen = vlaggen_op(ids, op=op)
    tekenen = bijeenkomst.soort == BijeenkomstSoort.ONDERTEKENING
    uit = []
    for rij in rijen:
        pk = rij.inburgeraar_id
        waarom_niet = _waarom_niet(verklaringen.get(pk), vlaggen[pk], voor) if tekenen else ""
        uit.append(
            Invulrij(
                deelname_id=rij.pk,
                naam=rij.inburgeraar.persoon.naam,
                dossiernummer=rij.inburgeraar.dossiernummer,
                status=rij.status,
                uren=rij.uren or bijeenkomst.uren,
                reden=rij.reden,
                ondertekend=rij.ondertekend,
                stand=stand_in_woorden(standen[pk]),
                vast=getekend_bij(rij, verklaringen.get(pk)),
                kan_tekenen=tekenen and not waarom_niet,
                waarom_niet=waarom_niet,
                vlag=vlaggen[pk],
            )
        )
    return uit


def _waarom_niet(verklaring: Participatieverklaring | None, vlag: Vlag, voor: Medewerker) -> str:
    if verklaring is not None:
        return "Heeft al getekend."
    mag = voor.heeft(Recht.LEERROUTE_DOEN)
    waarde = None if vlag is Vlag.NIET_VRAGEN or not mag else True
    return weigering(check_verwijtbaar, vlag, waarde, mag=mag, veld="")


def vlaggen_op(dossier_ids: Sequence[int], *, op: date) -> dict[int, Vlag]:
    """What DUO takes for each when it is signed on that day, by the term that runs or was last."""
    termijnen = inburgeringstermijnen(dossier_ids)
    return {pk: vlag_bij(termijnen.get(pk), op) for pk in dossier_ids}


def deelnames_toen(bijeenkomst: PvtBijeenkomst, *, voor: Medewerker) -> list[PvtDeelname]:
    """The rows that go with a version of the meeting: as they are, or as they were until the next.

    Who saves a list saves the meeting first, so what was there before that act is what they saw.
    """
    rijen = list(deelnames_voor(voor, bijeenkomst.pk))
    versie = getattr(bijeenkomst, "_history", None)
    later = versie.next_record if versie else None
    if later is None:
        return rijen
    toen = PvtDeelname.history.as_of(later.history_date - timedelta.resolution)
    return list(toen.filter(id__in=[rij.pk for rij in rijen]))


def deelnames_voor(medewerker: Medewerker, bijeenkomst_id: int) -> QuerySet[PvtDeelname]:
    """Who are on the list, as far as this colleague may know."""
    rijen: QuerySet[PvtDeelname] = PvtDeelname.objects.zichtbaar_voor(medewerker)
    return (
        rijen.filter(bijeenkomst=bijeenkomst_id)
        .select_related("inburgeraar__persoon", "bijeenkomst")
        .order_by("inburgeraar__persoon__sorteernaam", "pk")
    )


def presentie_weigeringen(
    bijeenkomst: PvtBijeenkomst,
    rijen: Mapping[int, PvtDeelname],
    regels: Sequence[Presentieregel],
    *,
    door: Medewerker,
    nu: datetime,
) -> Iterator[Geweigerd]:
    """Everything that is wrong, so that it can be said at once; `regels` are those that differ."""
    try:
        statussen = [regel.status for regel in regels]
        check_presentie(bijeenkomst, statussen=statussen, door=door, nu=nu)
        _check_plaatsen(bijeenkomst, rijen, regels)
    except Geweigerd as fout:
        yield fout
        return
    ids = [rijen[regel.deelname_id].inburgeraar_id for regel in regels]
    verklaringen = verklaringen_van(ids)
    anders = {rijen[r.deelname_id].inburgeraar_id: _anders(rijen, r) for r in regels}
    standen = pvtstanden(ids, op=lokale_datum(bijeenkomst.begint_at), anders=anders)
    for regel in regels:
        rij = rijen[regel.deelname_id]
        verklaring = verklaringen.get(rij.inburgeraar_id)
        try:
            _check_regel(bijeenkomst, rij, regel, verklaring, anders[rij.inburgeraar_id])
            if regel.ondertekend and verklaring is None:
                _check_tekenen(bijeenkomst, rij, regel, standen[rij.inburgeraar_id], door)
        except Geweigerd as fout:
            yield fout


def presentie_bezwaren(
    bijeenkomst: PvtBijeenkomst,
    regels: Sequence[Presentieregel],
    *,
    door: Medewerker,
    nu: datetime,
) -> list[Geweigerd]:
    """The same before anything is locked: what the form says beside each field."""
    rijen = {rij.pk: rij for rij in deelnames_voor(door, bijeenkomst.pk)}
    anders = [r for r in regels if r.deelname_id in rijen and r.wijkt_af(rijen[r.deelname_id])]
    return list(presentie_weigeringen(bijeenkomst, rijen, anders, door=door, nu=nu))


def _anders(rijen: Mapping[int, PvtDeelname], regel: Presentieregel) -> Anders:
    uren = regel.uren if regel.status == _S.AANWEZIG else None
    return Anders(deelname=rijen[regel.deelname_id], uren=uren)


def _check_plaatsen(
    bijeenkomst: PvtBijeenkomst,
    rijen: Mapping[int, PvtDeelname],
    regels: Sequence[Presentieregel],
) -> None:
    """Who called off and came after all takes a seat again."""
    terug = [
        regel
        for regel in regels
        if regel.status != _S.AFGEMELD and rijen[regel.deelname_id].status == _S.AFGEMELD
    ]
    weg = sum(
        regel.status == _S.AFGEMELD and rijen[regel.deelname_id].status != _S.AFGEMELD
        for regel in regels
    )
    if terug and bezet_bij(bijeenkomst) - weg + len(terug) > bijeenkomst.plaatsen:
        raise Geweigerd(
            "Zo komen er meer mensen dan er plaatsen zijn.", veld=terug[0].veld("status")
        )


def _check_regel(
    bijeenkomst: PvtBijeenkomst,
    rij: PvtDeelname,
    regel: Presentieregel,
    verklaring: Participatieverklaring | None,
    anders: Anders,
) -> None:
    naam = rij.inburgeraar.persoon.naam
    if getekend_bij(rij, verklaring):
        raise Geweigerd(
            f"{naam} heeft hier getekend. Trek eerst de ondertekening in.",
            veld=regel.veld("status"),
        )
    if regel.status == _S.AANWEZIG:
        check_uren_aanwezig(regel.uren, duur=bijeenkomst.uren, veld=regel.veld("uren"))
    if regel.ondertekend and verklaring is not None:
        raise Geweigerd(f"{naam} heeft al getekend.", veld=regel.veld("ondertekend"))
    if verklaring is not None and verklaring.pvt_deelname_id is not None:
        toen = verklaring.ondertekend_op
        stand = pvtstanden([rij.inburgeraar_id], op=toen, anders={rij.inburgeraar_id: anders})
        check_nog_genoeg(stand[rij.inburgeraar_id], naam=naam, veld=regel.veld("status"))


def _check_tekenen(
    bijeenkomst: PvtBijeenkomst,
    rij: PvtDeelname,
    regel: Presentieregel,
    stand: Pvtstand,
    door: Medewerker,
) -> None:
    """The hours of the signing itself count too: `stand` has them."""
    veld, op = regel.veld("ondertekend"), lokale_datum(bijeenkomst.begint_at)
    check_soort_ondertekening(bijeenkomst, veld=veld)
    if regel.status != _S.AANWEZIG:
        raise Geweigerd("Alleen wie er is, kan tekenen.", veld=veld)
    check_mag_tekenen(stand, op=op, veld=veld)
    check_genoeg_gedaan(stand, veld=veld)
    check_verwijtbaar(
        vlaggen_op([rij.inburgeraar_id], op=op)[rij.inburgeraar_id],
        regel.verwijtbaar,
        mag=door.heeft(Recht.LEERROUTE_DOEN),
        veld=regel.veld("verwijtbaar") if door.heeft(Recht.LEERROUTE_DOEN) else veld,
    )
