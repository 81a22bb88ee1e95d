"""A household that changes on its way here: somebody joins, leaves, or comes back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from inburgering.enums import BeeindigReden, DossierStatus, Gezinsrol, SchakelNummer
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Afspraak, Gezinslid, Inburgeraar, Persoon, Verblijf
from inburgering.policies import check_reden
from inburgering.services.dossiers import beeindigen, hervatten, partner_toewijzen
from inburgering.services.schakels import schakel_openen
from medewerkers.models import Medewerker
from medewerkers.sporen import huidig_spoor
from overdracht.models import (
    Huisvesting,
    HuisvestingStatus,
    Nareis,
    NareisStatus,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
    RedenAfgevallen,
)
from overdracht.policies.leden import (
    check_afvallen,
    check_gezin_wijzigen,
    check_rol_erbij,
    check_terug,
    check_vanaf,
)
from overdracht.policies.overdracht import gesprek_gedaan, gesprek_gepland
from overdracht.queries.standen import Lid, Stand, dossiers_van, stand_van
from overdracht.services.hoofdpersoon import kies_hoofdpersoon
from overdracht.services.huisvesting import gaat_wonen
from overdracht.services.ontvangen import LidGegevens, lid_opnemen
from overdracht.services.overdrachten import (
    DOSSIER_EINDIGT,
    afronden_als_het_kan,
    lid_eindigt,
    meld_gezin,
    overdrachtshandeling,
    stop_overdracht,
)

_LOOPT = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)
_VOLGT = {einde: reden for reden, einde in DOSSIER_EINDIGT.items() if reden != "ingetrokken"}


def lid_toevoegen(
    *,
    overdracht_id: int,
    lid: LidGegevens,
    vanaf: date,
    door: Medewerker,
    nu: datetime,
    vergunning_vanaf: date | None = None,
) -> Persoon:
    """A child was born in the AZC, or COA links somebody more, from `vanaf` on."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        check_gezin_wijzigen(stand.overdracht)
        check_vanaf(vanaf, koppeling_op=stand.overdracht.koppeling_op, vandaag=act.op)
        check_rol_erbij(lid.rol, [bestaand.rol for bestaand in stand.leden])
        persoon = lid_opnemen(
            act,
            stand.overdracht,
            lid,
            vanaf=vanaf,
            vergunning_vanaf=vergunning_vanaf,
            in_opvang=stand.bewoond is None,
        )
        _woont_mee(act, stand, persoon, vanaf=vanaf)
        _sluit_aan(act, stand, persoon)
        meld_gezin(act, stand, f"Erbij in de overdracht: {lid.rol.label.lower()}")
    return persoon


def lid_afvallen(
    *,
    overdracht_id: int,
    persoon_id: int,
    waarom: RedenAfgevallen,
    op: date,
    door: Medewerker,
    nu: datetime,
    toelichting: str = "",
) -> None:
    """Somebody died, went away, or goes elsewhere: no home, no tasks, no count for this person.

    Without anybody left the handover is withdrawn.
    """
    with overdrachtshandeling(
        overdracht_id=overdracht_id, door=door, nu=nu, reden=toelichting
    ) as zaak:
        act, stand = zaak
        check_gezin_wijzigen(stand.overdracht)
        lid = _lid(stand, persoon_id)
        check_afvallen(
            waarom,
            op,
            koppeling_op=stand.overdracht.koppeling_op,
            ingeschreven_op=lid.ingeschreven_op,
            vandaag=act.op,
        )
        # The role, not the name: a dossier may be closed to who reads this line.
        meld_gezin(
            act, stand, f"Uit de overdracht: {lid.rol.label.lower()}, {waarom.label.lower()}"
        )
        _laat_gaan(act, lid, waarom, op=op)
        if lid.dossier is not None and lid.in_behandeling:
            beeindigen(
                dossier_id=lid.dossier.pk,
                reden=DOSSIER_EINDIGT[waarom],
                op=max(op, lid.dossier.geopend_op),
                toelichting=toelichting or str(waarom.label),
                door=door,
                nu=nu,
            )
        if waarom == RedenAfgevallen.OVERLEDEN:
            _overleden(act, persoon_id, op=op)
        _na_vertrek(act, overdracht_id, reden=toelichting or str(waarom.label))


def lid_terug(*, lid_id: int, reden: str, door: Medewerker, nu: datetime) -> Overdrachtslid:
    """Somebody turns up again, or left by mistake; a handover that ended with it runs again.

    So it is when COA links the same people once more.
    """
    lid = Overdrachtslid.objects.select_related("persoon").get(pk=lid_id)
    dossier = Inburgeraar.objects.filter(persoon=lid.persoon_id).first()
    dossiers = dossiers_van(lid.overdracht_id) + ([dossier.pk] if dossier else [])
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        act.vergrendel(Overdracht, lid.overdracht_id)
        lid = act.vergrendel(Overdrachtslid, lid_id)
        check_terug(lid, elders=_lopend_lid(lid.persoon_id) is not None)
        check_reden(reden)
        if dossier is not None and dossier.status == DossierStatus.BEEINDIGD:
            hervatten(dossier_id=dossier.pk, reden=reden, door=door, nu=nu)  # brings the rest back
        else:
            _neem_terug(act, lid)
    return lid


# --- Hooks: a dossier may end on a page of its own ---------------------------------------------
def dossier_stopt(dossier_id: int) -> None:
    """Hooked to the end of a dossier: who died or went away is not handed over either."""
    dossier = Inburgeraar.objects.get(pk=dossier_id)
    if dossier.status != DossierStatus.BEEINDIGD:
        return
    spoor = huidig_spoor()
    with handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id]) as act:
        if dossier.beeindigd_reden not in (BeeindigReden.VRIJSTELLING, BeeindigReden.ONTHEFFING):
            _nareis_vervalt(act, dossier, reden=str(dossier.get_beeindigd_reden_display()))
        rij = _lopend_lid(dossier.persoon_id)
        if rij is None or dossier.beeindigd_reden not in _VOLGT:
            return
        waarom = _VOLGT[BeeindigReden(dossier.beeindigd_reden)]
        assert dossier.beeindigd_op is not None  # the state says so
        act.vergrendel(Overdracht, rij.overdracht_id)
        lid = _lid(stand_van(rij.overdracht_id), dossier.persoon_id)
        _laat_gaan(act, lid, waarom, op=dossier.beeindigd_op)
        _na_vertrek(act, rij.overdracht_id, reden=str(waarom.label))


def dossier_hervat(dossier_id: int) -> None:
    """Hooked to a dossier going on: who had left a handover is part of it again."""
    dossier = Inburgeraar.objects.get(pk=dossier_id)
    rij = (
        Overdrachtslid.objects.filter(persoon=dossier.persoon_id, eind_op__isnull=False)
        .exclude(eind_reden=RedenAfgevallen.GESPLITST)
        .exclude(overdracht__status=OverdrachtStatus.AFGEROND)
        .order_by("-eind_op", "-pk")
        .first()
    )
    if rij is None or _lopend_lid(dossier.persoon_id) is not None:
        return
    spoor = huidig_spoor()
    with handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id]) as act:
        act.vergrendel(Overdracht, rij.overdracht_id)
        _neem_terug(act, act.vergrendel(Overdrachtslid, rij.pk))


def _neem_terug(act: Handeling, lid: Overdrachtslid) -> None:
    """Into the handover, the household and the place where the others are."""
    overdracht = act.vergrendel(Overdracht, lid.overdracht_id)
    if overdracht.status == OverdrachtStatus.INGETROKKEN:
        _herleef(act, overdracht)
    lid.eind_op, lid.eind_reden = None, ""
    lid.save()
    persoon = act.vergrendel(Persoon, lid.persoon_id)
    if persoon.overleden_op is not None:
        persoon.overleden_op = None
        persoon.save()
    stand = stand_van(overdracht.pk)
    _terug_in_het_gezin(act, overdracht, persoon, ook_waar=stand.bewoond is None)
    _woont_mee(act, stand, persoon, vanaf=act.op)
    _sluit_aan(act, stand, persoon)
    meld_gezin(act, stand_van(overdracht.pk), "Iemand is weer onderdeel van de overdracht")


def _herleef(act: Handeling, overdracht: Overdracht) -> None:
    """OOV takes the data in once more; the home that was is another's by now."""
    overdracht.herleven()
    overdracht.save()
    geweigerd = HuisvestingStatus.GEWEIGERD
    if not overdracht.huisvestingen.exclude(status=geweigerd).exists():
        Huisvesting(overdracht=overdracht, gezocht_op=act.op).save()


def _woont_mee(act: Handeling, stand: Stand, persoon: Persoon, *, vanaf: date) -> None:
    """With the others, when they live here already."""
    huis = stand.bewoond
    if huis is None:
        return
    assert huis.verhuisd_op is not None  # they live there
    laatste = Verblijf.objects.filter(persoon=persoon).order_by("-start_op").first()
    begin = [vanaf, huis.verhuisd_op, persoon.geboortedatum.vroegst]
    if laatste is not None:
        begin.append((laatste.eind_op or laatste.start_op) + timedelta(days=1))
    gaat_wonen(act, persoon.pk, huis, vanaf=max(begin))


def _sluit_aan(act: Handeling, stand: Stand, persoon: Persoon) -> None:
    """What the others of the household have by now: the intake, the talk, the partner."""
    dossier = Inburgeraar.objects.filter(persoon=persoon).first()
    if dossier is None or not dossier.loopt:
        return
    act.neem_mee([dossier.pk])
    if gesprek_gedaan(stand.gesprek):
        schakel_openen(
            dossier_id=dossier.pk, nummer=SchakelNummer.INTAKE_EN_PIP, door=act.door, nu=act.nu
        )
    elif stand.gesprek is not None and gesprek_gepland(stand.gesprek):
        act.vergrendel(Afspraak, stand.gesprek.pk).dossiers.add(dossier)
    partner = stand.overdracht.partner
    if partner is not None and dossier.partner_id != partner.pk:
        partner_toewijzen(dossier_id=dossier.pk, partner=partner, door=act.door, nu=act.nu)


def _lopend_lid(persoon_id: int) -> Overdrachtslid | None:
    return Overdrachtslid.objects.filter(
        persoon=persoon_id, eind_op=None, overdracht__status__in=_LOOPT
    ).first()


def _lid(stand: Stand, persoon_id: int) -> Lid:
    gevonden = next((lid for lid in stand.leden if lid.persoon.pk == persoon_id), None)
    if gevonden is None:
        raise Geweigerd("Deze persoon hoort niet (meer) bij de overdracht.", veld="persoon")
    return gevonden


def _laat_gaan(act: Handeling, lid: Lid, waarom: RedenAfgevallen, *, op: date) -> None:
    """Out of the handover, the household and the AZC, on the same day."""
    lid_eindigt(act, lid.overdrachtslid, waarom, op=op)
    for rij in _periodes(lid.persoon.pk):
        if rij.eind_op is None:
            vers = act.vergrendel(type(rij), rij.pk)
            vers.eind_op = max(op, vers.start_op)
            vers.save()


def _overleden(act: Handeling, persoon_id: int, *, op: date) -> None:
    """The true day, also of who died before the dossier was opened."""
    persoon = act.vergrendel(Persoon, persoon_id)
    if persoon.overleden_op != op:
        persoon.overleden_op = op
        persoon.save()


def _na_vertrek(act: Handeling, overdracht_id: int, *, reden: str) -> None:
    stand = stand_van(overdracht_id)
    if stand.leden:
        kies_hoofdpersoon(act, overdracht_id)
        afronden_als_het_kan(act, overdracht_id)
    else:
        stop_overdracht(act, stand, reden=reden)


def _terug_in_het_gezin(
    act: Handeling, overdracht: Overdracht, persoon: Persoon, *, ook_waar: bool
) -> None:
    """The last membership runs on, and the last address with it unless the others have moved."""
    hoofd = Gezinslid.objects.filter(
        gezin=overdracht.gezin, eind_op=None, rol=Gezinsrol.REFERENT
    ).exclude(persoon=persoon)
    for soort in (Gezinslid, Verblijf) if ook_waar else (Gezinslid,):
        laatste = next((rij for rij in _periodes(persoon.pk) if isinstance(rij, soort)), None)
        if laatste is not None and laatste.eind_op is not None:
            vers = act.vergrendel(type(laatste), laatste.pk)
            vers.eind_op = None
            if isinstance(vers, Gezinslid) and hoofd.exists() and vers.rol == Gezinsrol.REFERENT:
                vers.rol = Gezinsrol.ANDERS
            vers.save()


def _periodes(persoon_id: int) -> list[Gezinslid | Verblijf]:
    """Where and with whom somebody lived, the last first."""
    return [
        *Gezinslid.objects.filter(persoon=persoon_id).order_by("-start_op"),
        *Verblijf.objects.filter(persoon=persoon_id).order_by("-start_op"),
    ]


def _nareis_vervalt(act: Handeling, dossier: Inburgeraar, *, reden: str) -> None:
    """Family that was to come to somebody who is no longer here does not come here."""
    for rij in Nareis.objects.filter(inburgeraar=dossier, status=NareisStatus.VERWACHT):
        nareis = act.vergrendel(Nareis, rij.pk)
        nareis.laten_vervallen(op=act.op, reden=reden)
        nareis.save()
