"""The record as a whole: opened, handed on, rested, resumed, ended, closed to others."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from inburgering.aanhaken import BIJ_BEEINDIGEN, BIJ_HERVATTEN
from inburgering.enums import (
    BeeindigReden,
    GebeurtenisSoort,
    Regime,
    SchakelNummer,
    SchakelStatus,
)
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import DossierToegang, Inburgeraar, Nummerreeks, Persoon
from inburgering.models.termijn import EINDE, KLAAR, RUST, STOPT_MET_DOSSIER
from inburgering.policies import (
    check_beeindigen,
    check_hervatten,
    check_opschorten,
    check_reden,
    check_toewijzen,
    check_voltooien,
)
from inburgering.queries.personen import gezinsdossiers
from inburgering.services.plichten import pip_termijn_bijwerken
from inburgering.services.schakels import (
    maak_schakels,
    niet_van_toepassing_verklaren,
    schakel_afronden,
    schakel_openen,
)
from inburgering.services.termijnen import termijnen_herleven, termijnen_laten_vervallen
from medewerkers.models import Medewerker, Partnerorganisatie
from wet.doelgroepen import Doelgroep

_WI2013 = "Valt onder de Wet inburgering 2013: begeleiding zonder PIP-termijn."
_NIET_GEHUISVEST = "Wordt niet door de gemeente gehuisvest."


def dossier_openen(
    *,
    persoon: Persoon,
    doelgroep: Doelgroep,
    door: Medewerker,
    nu: datetime,
    regime: Regime = Regime.WI2021,
    wordt_gehuisvest: bool = False,
    consulent: Medewerker | None = None,
    geopend_op: date | None = None,
) -> Inburgeraar:
    """Open the dossier of a person, its five schakels set truthfully for the way in.

    `geopend_op`: since when the municipality guides, for a case that is taken over; else today.
    """
    with handeling(door=door, nu=nu) as act:
        if Inburgeraar.objects.filter(persoon=persoon).exists():
            raise Geweigerd(f"{persoon.naam} heeft al een dossier.")
        dossier = Inburgeraar(
            dossiernummer=_volgend_nummer(act.op.year),
            persoon=persoon,
            regime=regime,
            doelgroep=doelgroep.value,
            wordt_gehuisvest=wordt_gehuisvest,
            consulent=consulent,
            geopend_op=geopend_op or act.op,
        )
        dossier.save()
        act.neem_mee([dossier.pk])
        maak_schakels(dossier)
        act.meld(dossier.pk, GebeurtenisSoort.WIJZIGING, "Dossier geopend", op=geopend_op)
        wie: Any = {"dossier_id": dossier.pk, "door": door, "nu": nu}
        schakel_openen(nummer=SchakelNummer.PLICHT, op=geopend_op, **wie)
        for nummer, reden in _niet_voor(dossier):
            niet_van_toepassing_verklaren(nummer=nummer, reden=reden, **wie)
        if wordt_gehuisvest:
            schakel_openen(nummer=SchakelNummer.VOORBEREIDEN, op=geopend_op, **wie)
    return dossier


def toewijzen(
    *,
    dossier_id: int,
    consulent: Medewerker,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
    versie: int | None = None,
) -> None:
    """Hand the dossier to a consulent."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id, versie=versie)
        check_toewijzen(dossier, consulent=consulent)
        dossier.consulent = consulent
        dossier.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Toegewezen aan {consulent.naam}")


def partner_toewijzen(
    *, dossier_id: int, partner: Partnerorganisatie | None, door: Medewerker, nu: datetime
) -> None:
    """From now on people of this organisation see their part of the dossier; None takes it back."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        dossier.partner = partner
        dossier.save()
        tekst = f"Toegewezen aan {partner.naam}" if partner else "Niet meer bij een partner"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)


def voorleggen_aan_jurist(act: Handeling, *, dossier_id: int) -> None:
    """From now on the jurist sees the dossier, also when the matter is over. Twice is once."""
    dossier = act.vergrendel(Inburgeraar, dossier_id)
    if not dossier.bij_jurist:
        dossier.bij_jurist = True
        dossier.save()


def opschorten(
    *, dossier_id: int, door: Medewerker, nu: datetime, reden: str, versie: int | None = None
) -> None:
    """A temporary vrijstelling: terms and tasks rest until `hervatten`."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id, versie=versie)
        check_opschorten(dossier, reden=reden)
        dossier.opschorten(op=act.op)
        dossier.save()
        termijnen_laten_vervallen(act, dossier_id=dossier_id, reden=RUST)
        for stop in BIJ_BEEINDIGEN:
            stop(dossier_id)
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Dossier opgeschort")


def hervatten(
    *, dossier_id: int, door: Medewerker, nu: datetime, reden: str, versie: int | None = None
) -> None:
    """The plicht revives, or the record was ended by mistake: what stopped goes on.

    Also who was recorded as dead and is not.
    """
    with handeling(door=door, nu=nu, dossiers=gezinsdossiers(dossier_id), reden=reden) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id, versie=versie)
        check_hervatten(dossier, reden=reden)
        dossier.hervatten()
        dossier.save()
        if dossier.persoon.overleden_op is not None:
            persoon = act.vergrendel(Persoon, dossier.persoon_id)
            persoon.overleden_op = None
            persoon.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Dossier hervat")
        termijnen_herleven(act, dossier_id=dossier_id, redenen=STOPT_MET_DOSSIER)
        pip_termijn_bijwerken(act, dossier_id)
        for hervat in BIJ_HERVATTEN:
            hervat(dossier_id)


def beeindigen(
    *,
    dossier_id: int,
    reden: BeeindigReden,
    op: date,
    door: Medewerker,
    nu: datetime,
    toelichting: str = "",
    versie: int | None = None,
) -> None:
    """The record ends on `op`; no term runs on and no task stays."""
    dossiers = gezinsdossiers(dossier_id)  # what ends for one may change the household's tasks
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=toelichting) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id, versie=versie)
        check_beeindigen(dossier, op=op, vandaag=act.op)
        dossier.beeindigen(op=op, reden=reden)
        dossier.save()
        if reden == BeeindigReden.OVERLEDEN:
            persoon = act.vergrendel(Persoon, dossier.persoon_id)
            persoon.overleden_op = op
            persoon.save()
        termijnen_laten_vervallen(act, dossier_id=dossier_id, reden=EINDE)
        for stop in BIJ_BEEINDIGEN:
            stop(dossier_id)
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Dossier beëindigd: {reden.label}", op=op)


def voltooien(
    *,
    dossier_id: int,
    besloten_op: date,
    door: Medewerker,
    nu: datetime,
    versie: int | None = None,
) -> None:
    """DUO decided that the plicht is met, on `besloten_op`. Closes schakel 5 when it is open."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id, versie=versie)
        check_voltooien(dossier, besloten_op=besloten_op, vandaag=act.op)
        dossier.voltooien(op=besloten_op)
        dossier.save()
        termijnen_laten_vervallen(act, dossier_id=dossier_id, reden=KLAAR)
        for stop in BIJ_BEEINDIGEN:
            stop(dossier_id)
        if dossier.schakels.filter(
            nummer=SchakelNummer.AFRONDEN, status=SchakelStatus.OPEN
        ).exists():
            schakel_afronden(dossier_id=dossier_id, nummer=SchakelNummer.AFRONDEN, door=door, nu=nu)
        act.meld(
            dossier_id, GebeurtenisSoort.BESLUIT, "DUO: aan de plicht is voldaan", op=besloten_op
        )


def sluiten_voor_anderen(
    *,
    dossier_id: int,
    medewerkers: Collection[Medewerker],
    door: Medewerker,
    nu: datetime,
    reden: str,
) -> None:
    """Only these colleagues see the dossier from now on; counts still include it, unnamed."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        check_reden(reden)
        if not medewerkers:
            raise Geweigerd(
                "Noem ten minste een collega die het dossier wel ziet.", veld="medewerkers"
            )
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        dossier.gesloten = True
        dossier.save()
        for oud in DossierToegang.objects.filter(inburgeraar=dossier).exclude(
            medewerker__in=medewerkers
        ):
            oud.delete()
        genoemd = set(dossier.toegangen.values_list("medewerker", flat=True))
        for medewerker in medewerkers:
            if medewerker.pk not in genoemd:
                DossierToegang(inburgeraar=dossier, medewerker=medewerker).save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Dossier gesloten voor anderen")


def openstellen(*, dossier_id: int, door: Medewerker, nu: datetime, reden: str) -> None:
    """The dossier is visible to the whole team again."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        check_reden(reden)
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        dossier.gesloten = False
        dossier.save()
        for toegang in DossierToegang.objects.filter(inburgeraar=dossier):
            toegang.delete()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Dossier weer open voor het team")


def _niet_voor(dossier: Inburgeraar) -> list[tuple[SchakelNummer, str]]:
    """The links that do not apply to how this person enters, with the reason."""
    niet = []
    if not dossier.wordt_gehuisvest:
        niet.append((SchakelNummer.VOORBEREIDEN, _NIET_GEHUISVEST))
    if dossier.regime == Regime.WI2013:
        later = (SchakelNummer.INTAKE_EN_PIP, SchakelNummer.INBURGEREN, SchakelNummer.AFRONDEN)
        niet.extend((nummer, _WI2013) for nummer in later)
    return niet


def _volgend_nummer(jaar: int) -> str:
    """`2026-0042`: per year, without gaps, given out under a lock."""
    with transaction.atomic():
        Nummerreeks.objects.get_or_create(jaar=jaar)
        reeks = Nummerreeks.objects.select_for_update().get(jaar=jaar)
        reeks.laatste += 1
        reeks.save(update_fields=["laatste"])
    return f"{jaar}-{reeks.laatste:04}"
