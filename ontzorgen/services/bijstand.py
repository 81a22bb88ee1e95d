"""Bijstand, and the period of ontzorgen that the law hangs on it."""

from __future__ import annotations

from datetime import datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from ontzorgen.models import EindeReden, Ontzorgperiode, Uitkering
from ontzorgen.policies.perioden import (
    Bijstand,
    EerderOntzorgd,
    check_bijstand,
    check_herzien,
    check_overnemen,
)
from ontzorgen.queries.partners import loopt_mee_bij, verwijzing
from ontzorgen.queries.perioden import recht_van, te_herzien
from ontzorgen.services.perioden import beeindig, hervat, laat_aflopen, zet_looptijd

VOLGT_UIT_FEITEN = (EindeReden.PERIODE, EindeReden.BIJSTAND, EindeReden.GEEN_RECHT)
"""An end that a corrected fact may undo; the other reasons were somebody's decision."""


def bijstand_vastleggen(
    *, dossier_id: int, bijstand: Bijstand, door: Medewerker, nu: datetime
) -> Uitkering:
    """Record the right to bijstand; where the law says so, the six months of ontzorgen begin.

    Without a right to ontzorgen there is only the uitkering. Raises Geweigerd while the permit of
    that day is not known, because then nobody can say.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        recht = _mag(act, dossier, bijstand)
        uitkering = Uitkering(inburgeraar=dossier)
        _zet(uitkering, bijstand)
        uitkering.save()
        _meld_bijstand(act, uitkering, "Bijstand vanaf")
        _werk_periode_bij(act, uitkering, recht=recht)
    return uitkering


def bijstand_corrigeren(
    *,
    uitkering_id: int,
    versie: int | None,
    bijstand: Bijstand,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
) -> Uitkering:
    """Put right what was typed wrong, or fill in the end; period and term follow at once."""
    dossier_id = Uitkering.objects.values_list("inburgeraar", flat=True).get(pk=uitkering_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        uitkering = act.vergrendel(Uitkering, uitkering_id, versie=versie)
        recht = _mag(act, uitkering.inburgeraar, bijstand, behalve=uitkering_id)
        _zet(uitkering, bijstand)
        uitkering.save()
        _meld_bijstand(act, uitkering, "Bijstand gecorrigeerd: vanaf")
        _werk_periode_bij(act, uitkering, recht=recht)
    return uitkering


def ontzorgen_herzien(
    *, uitkering_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Uitkering:
    """Make the period follow the permit as it is known now; raises Geweigerd when it does.

    The permit belongs to an earlier room, so its correction only puts a task here: ending what is
    paid for somebody is decided by who pays.
    """
    dossier_id = Uitkering.objects.values_list("inburgeraar", flat=True).get(pk=uitkering_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        uitkering = act.vergrendel(Uitkering, uitkering_id, versie=versie)
        recht = recht_van(uitkering.inburgeraar, bijstand_op=uitkering.start_op)
        nodig = te_herzien().filter(pk=uitkering_id).exists()
        check_herzien(uitkering.inburgeraar, recht=recht, nodig=nodig)
        _werk_periode_bij(act, uitkering, recht=bool(recht.bekend))
    return uitkering


def ontzorgen_overnemen(
    *,
    dossier_id: int,
    bijstand: Bijstand,
    eerder: EerderOntzorgd,
    door: Medewerker,
    nu: datetime,
) -> Uitkering:
    """Bijstand with a period that ran before this system: what is over is over, the rest runs on.

    The six months are those of the law. Paid outside this system is what was due up to and
    including the month of `nu`. Without the decision or the machtiging it waits for them.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        _mag(act, dossier, bijstand)
        check_overnemen(
            eerder,
            bijstand=bijstand,
            recht=recht_van(dossier, bijstand_op=bijstand.start_op),
            vandaag=act.op,
        )
        uitkering = Uitkering(inburgeraar=dossier)
        _zet(uitkering, bijstand)
        uitkering.save()
        _meld_bijstand(act, uitkering, "Bijstand vanaf")
        periode = Ontzorgperiode(uitkering=uitkering, overgenomen_op=act.op)
        zet_looptijd(act, periode)
        if eerder.besluit_op is not None and eerder.machtiging_op is not None:
            periode.activeren(besluit_op=eerder.besluit_op, machtiging_op=eerder.machtiging_op)
            periode.save()
        if eerder.eind_op is not None and eerder.eind_op < min(periode.eind_op, act.op):
            beeindig(act, periode, reden=EindeReden.ANDERS, op=eerder.eind_op)
        else:
            laat_aflopen(act, periode)
    return uitkering


def periode_volgt(act: Handeling, uitkering: Uitkering) -> None:
    """The uitkering was put back as it was; nothing while the permit of that day is not known."""
    recht = recht_van(uitkering.inburgeraar, bijstand_op=uitkering.start_op)
    if recht.wacht_op is None:
        _werk_periode_bij(act, uitkering, recht=bool(recht.bekend))


def _mag(act: Handeling, dossier: Inburgeraar, bijstand: Bijstand, *, behalve: int = 0) -> bool:
    """Checks, and answers whether there is a right to ontzorgen."""
    recht = recht_van(dossier, bijstand_op=bijstand.start_op)
    andere = Uitkering.objects.filter(inburgeraar=dossier).exclude(pk=behalve)
    samen = loopt_mee_bij(dossier.persoon_id, start_op=bijstand.start_op, eind_op=bijstand.eind_op)
    check_bijstand(
        dossier,
        bijstand,
        andere=andere,
        recht=recht,
        vandaag=act.op,
        loopt_mee_in=verwijzing(samen, voor=act.door) if samen else "",
    )
    return bool(recht.bekend)


def _zet(uitkering: Uitkering, bijstand: Bijstand) -> None:
    uitkering.start_op, uitkering.eind_op = bijstand.start_op, bijstand.eind_op
    uitkering.besluit_op = bijstand.besluit_op


def _werk_periode_bij(act: Handeling, uitkering: Uitkering, *, recht: bool) -> None:
    """Make the period what the uitkering gives a right to: made, moved, revived or ended."""
    periode = (
        Ontzorgperiode.objects.select_for_update(of=("self",)).filter(uitkering=uitkering).first()
    )
    if not recht:
        if periode is not None and periode.loopt:
            beeindig(act, periode, reden=EindeReden.GEEN_RECHT, op=act.op)
        return
    if periode is None:
        periode = Ontzorgperiode(uitkering=uitkering)
    elif periode.reden_einde in VOLGT_UIT_FEITEN:
        hervat(act, periode)
    zet_looptijd(act, periode)
    if periode.loopt:
        laat_aflopen(act, periode)


def _meld_bijstand(act: Handeling, uitkering: Uitkering, wat: str) -> None:
    tot = f" t/m {uitkering.eind_op:%d-%m-%Y}" if uitkering.eind_op else ""
    act.meld(
        uitkering.inburgeraar_id,
        GebeurtenisSoort.GELD,
        f"{wat} {uitkering.start_op:%d-%m-%Y}{tot}",
    )
