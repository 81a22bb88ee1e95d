"""The handover itself: taken in, corrected, withdrawn, complete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime

from inburgering.enums import BeeindigReden, GebeurtenisSoort, SchakelNummer, VerblijfSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Verblijf
from inburgering.policies import check_reden
from inburgering.services.contacten import afspraak_afzeggen
from inburgering.services.dossiers import beeindigen
from inburgering.services.schakels import schakel_afronden
from medewerkers.models import Medewerker
from overdracht.models import (
    Overdracht,
    Overdrachtslid,
    OverdrachtSoort,
    OverdrachtStatus,
    RedenAfgevallen,
)
from overdracht.policies.huishouden import check_koppeling, check_opvang, check_verwacht
from overdracht.policies.overdracht import (
    check_afronden,
    check_intrekken,
    check_koppeling_verzetten,
    check_verwerken,
    check_wijzigen,
    gesprek_gedaan,
    gesprek_gepland,
)
from overdracht.queries.standen import Stand, dossiers_van, stand_van
from overdracht.services.ontvangen import OverdrachtGegevens
from overdracht.services.woningen import woning_komt_vrij

# What a person's leaving means for the dossier; no reason here means that it goes on.
DOSSIER_EINDIGT = {
    RedenAfgevallen.OVERLEDEN: BeeindigReden.OVERLEDEN,
    RedenAfgevallen.VERTROKKEN: BeeindigReden.VERTROKKEN,
    RedenAfgevallen.ANDERE_GEMEENTE: BeeindigReden.VERHUISD,
    RedenAfgevallen.INGETROKKEN: BeeindigReden.ANDERS,
}


@contextmanager
def overdrachtshandeling(
    *,
    overdracht_id: int,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
    versie: int | None = None,
) -> Iterator[tuple[Handeling, Stand]]:
    """An act on a household: its dossiers and its handover locked, then read as they are now."""
    dossiers = dossiers_van(overdracht_id)
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        act.vergrendel(Overdracht, overdracht_id, versie=versie)
        yield act, stand_van(overdracht_id)


def meld_gezin(
    act: Handeling,
    stand: Stand,
    tekst: str,
    *,
    soort: GebeurtenisSoort = GebeurtenisSoort.WIJZIGING,
    op: date | None = None,
) -> None:
    """The same line on the timeline of every dossier of the household."""
    for dossier_id in stand.dossier_ids:
        act.meld(dossier_id, soort, tekst, op=op)


def verwerken(*, overdracht_id: int, door: Medewerker, nu: datetime) -> Overdracht:
    """OOV has taken the data of COA in; the talk and the home are asked for."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        overdracht = stand.overdracht
        check_verwerken(overdracht)
        overdracht.verwerken(op=act.op, door=door)
        overdracht.save()
        meld_gezin(act, stand, "Overdracht verwerkt: gesprek en woning gevraagd")
    return overdracht


def overdracht_wijzigen(
    *,
    overdracht_id: int,
    versie: int | None,
    gegevens: OverdrachtGegevens,
    door: Medewerker,
    nu: datetime,
) -> Overdracht:
    """Change or correct what COA said; the stay in the AZC follows."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu, versie=versie) as zaak:
        act, stand = zaak
        overdracht = stand.overdracht
        check_wijzigen(overdracht)
        check_koppeling(gegevens.koppeling_op, vandaag=act.op)
        check_opvang(gegevens.azc, soort=OverdrachtSoort(overdracht.soort))
        check_verwacht(gegevens.verwacht_op, koppeling_op=gegevens.koppeling_op)
        check_koppeling_verzetten(gegevens.koppeling_op, stand.huisvestingen)
        _verzet_opvang(act, stand, gegevens)
        for veld, waarde in asdict(gegevens).items():
            setattr(overdracht, veld, waarde)
        overdracht.save()
        meld_gezin(act, stand, "Gegevens van de overdracht gewijzigd")
    return overdracht


def intrekken(
    *,
    overdracht_id: int,
    reden: str,
    door: Medewerker,
    nu: datetime,
    waarom: RedenAfgevallen = RedenAfgevallen.INGETROKKEN,
) -> Overdracht:
    """COA withdrew the koppeling, or moved it to another municipality: nobody comes.

    The dossiers end, the tasks go, and a home that was kept for them is free again.
    """
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu, reden=reden) as zaak:
        act, stand = zaak
        check_intrekken(stand.overdracht, stand.bewoond)
        check_reden(reden)
        stop_overdracht(act, stand, reden=reden)
        for lid in stand.leden:
            lid_eindigt(act, lid.overdrachtslid, waarom, op=act.op)
        meld_gezin(act, stand, f"Overdracht ingetrokken: {waarom.label.lower()}")
        for dossier_id in stand.dossier_ids:
            beeindigen(
                dossier_id=dossier_id,
                reden=DOSSIER_EINDIGT[waarom],
                op=act.op,
                toelichting=reden,
                door=door,
                nu=nu,
            )
    return stand.overdracht


def stop_overdracht(act: Handeling, stand: Stand, *, reden: str) -> None:
    """Nobody comes any more: no talk, no home, no handover."""
    if stand.gesprek is not None and gesprek_gepland(stand.gesprek):
        afspraak_afzeggen(afspraak_id=stand.gesprek.pk, reden=reden, door=act.door, nu=act.nu)
    woning_komt_vrij(act, stand.woning, reden=reden)
    stand.overdracht.intrekken(op=act.op, reden=reden[:200])
    stand.overdracht.save()


def lid_eindigt(
    act: Handeling, lid: Overdrachtslid, waarom: RedenAfgevallen, *, op: date
) -> Overdrachtslid:
    rij = act.vergrendel(Overdrachtslid, lid.pk)
    rij.eind_op, rij.eind_reden = op, waarom
    rij.save()
    return rij


def afronden(*, overdracht_id: int, door: Medewerker, nu: datetime) -> Overdracht:
    """Complete a handover of which the last fact was recorded elsewhere."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        check_afronden(
            stand.overdracht,
            gesprek=stand.gesprek,
            ingeschreven=stand.verhuisd and stand.ingeschreven,
        )
        afronden_als_het_kan(act, overdracht_id)
    return stand.overdracht


def afronden_als_het_kan(act: Handeling, overdracht_id: int) -> None:
    """All registered: schakel 2 closes. With the talk held as well the handover is complete."""
    stand = stand_van(overdracht_id)
    if not (stand.verhuisd and stand.ingeschreven):
        return
    for dossier_id in stand.dossier_ids:
        schakel_afronden(
            dossier_id=dossier_id, nummer=SchakelNummer.VOORBEREIDEN, door=act.door, nu=act.nu
        )
    overdracht = stand.overdracht
    if overdracht.status == OverdrachtStatus.VERWERKT and gesprek_gedaan(stand.gesprek):
        overdracht.afronden(op=act.op)
        overdracht.save()
        meld_gezin(act, stand, "Overdracht afgerond")


def _verzet_opvang(act: Handeling, stand: Stand, gegevens: OverdrachtGegevens) -> None:
    oud = stand.overdracht
    if not gegevens.azc:
        return
    for rij in Verblijf.objects.filter(
        persoon__in=[lid.persoon for lid in stand.leden], soort=VerblijfSoort.AZC, plaats=oud.azc
    ):
        verblijf = act.vergrendel(Verblijf, rij.pk)
        verblijf.plaats = gegevens.azc
        if verblijf.start_op == oud.koppeling_op:
            verblijf.start_op = gegevens.koppeling_op
        verblijf.save()
