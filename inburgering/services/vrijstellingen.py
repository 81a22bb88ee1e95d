"""DUO's exemptions and dispensations, with what they do to the record: a temporary one rests it,
a whole one ends it, a partial one changes nothing but what has to be shown."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from inburgering.enums import (
    BeeindigReden,
    GebeurtenisSoort,
    OntheffingGrond,
    OntheffingSoort,
    VrijstellingSoort,
)
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar, Ontheffing, Vrijstelling
from inburgering.policies import check_besluit_van_duo, check_ontheffing, check_vrijstelling
from inburgering.services.dossiers import beeindigen, opschorten
from medewerkers.models import Medewerker


def vrijstelling_vastleggen(
    *,
    dossier_id: int,
    soort: VrijstellingSoort,
    besloten_op: date,
    start_op: date,
    door: Medewerker,
    nu: datetime,
    eind_op: date | None = None,
    reden: str = "",
    onderdelen: Collection[str] = (),
) -> Vrijstelling:
    """Record an exemption by DUO; `reden` is DUO's code."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_besluit_van_duo(dossier, besloten_op=besloten_op, vandaag=act.op)
        check_vrijstelling(soort, start_op=start_op, eind_op=eind_op, onderdelen=onderdelen)
        vrijstelling = Vrijstelling(
            inburgeraar=dossier,
            soort=soort,
            reden=reden,
            onderdelen=list(onderdelen),
            besloten_op=besloten_op,
            start_op=start_op,
            eind_op=eind_op,
        )
        vrijstelling.save()
        wat = f"Vrijstelling door DUO: {soort.label.lower()}"
        act.meld(dossier_id, GebeurtenisSoort.BESLUIT, wat, op=besloten_op)
        if soort == VrijstellingSoort.TIJDELIJK and dossier.loopt:
            opschorten(dossier_id=dossier_id, door=door, nu=nu, reden=wat)
        if soort == VrijstellingSoort.GEHEEL:
            _beeindig(act, dossier, BeeindigReden.VRIJSTELLING, besloten_op=besloten_op)
    return vrijstelling


def ontheffing_vastleggen(
    *,
    dossier_id: int,
    soort: OntheffingSoort,
    grond: OntheffingGrond,
    besloten_op: date,
    door: Medewerker,
    nu: datetime,
    onderdelen: Collection[str] = (),
) -> Ontheffing:
    """Record a dispensation by DUO."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_besluit_van_duo(dossier, besloten_op=besloten_op, vandaag=act.op)
        check_ontheffing(soort, grond=grond)
        ontheffing = Ontheffing(
            inburgeraar=dossier,
            soort=soort,
            grond=grond,
            onderdelen=list(onderdelen),
            besloten_op=besloten_op,
        )
        ontheffing.save()
        wat = f"Ontheffing door DUO: {soort.label.lower()}, {grond.label.lower()}"
        act.meld(dossier_id, GebeurtenisSoort.BESLUIT, wat, op=besloten_op)
        if soort == OntheffingSoort.GEHEEL:
            _beeindig(act, dossier, BeeindigReden.ONTHEFFING, besloten_op=besloten_op)
    return ontheffing


def _beeindig(
    act: Handeling, dossier: Inburgeraar, reden: BeeindigReden, *, besloten_op: date
) -> None:
    """A decision from before the record existed ends it on the day it was opened."""
    op = max(besloten_op, dossier.geopend_op)
    beeindigen(dossier_id=dossier.pk, reden=reden, op=op, door=act.door, nu=act.nu)
