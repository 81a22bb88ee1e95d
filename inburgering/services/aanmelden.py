"""How somebody comes in without a handover: reports directly, or joins a household."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import Gezinsrol
from inburgering.handelingen import handeling
from inburgering.models import Gezin, Gezinslid, Inburgeraar
from inburgering.policies import check_oud_genoeg
from inburgering.services.dossiers import dossier_openen
from inburgering.services.personen import (
    PersoonGegevens,
    gezin_vormen,
    gezinslid_toevoegen,
    persoon_vastleggen,
)
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from wet.doelgroepen import Doelgroep, GedetailleerdeDoelgroep, doelgroep_van


def migrant_aanmelden(
    *,
    gegevens: PersoonGegevens,
    groep: GedetailleerdeDoelgroep,
    door: Medewerker,
    nu: datetime,
) -> Inburgeraar:
    """A person who reports directly; who records it and is a consulent, guides."""
    with handeling(door=door, nu=nu) as act:
        persoon = persoon_vastleggen(gegevens=gegevens, door=door, nu=nu)
        check_oud_genoeg(persoon.geboortedatum, op=act.op)
        return dossier_openen(
            persoon=persoon,
            doelgroep=doelgroep_van(groep).bekend or Doelgroep.OVERIG,
            consulent=door if door.heeft(Recht.INTAKE_DOEN) else None,
            door=door,
            nu=nu,
        )


def gezinslid_aanmelden(
    *,
    dossier_id: int,
    gegevens: PersoonGegevens,
    rol: Gezinsrol,
    start_op: date,
    door: Medewerker,
    nu: datetime,
) -> Gezinslid:
    """A child, or a partner without a duty, in the household of this dossier."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        gezin = gezin_van(dossier, start_op=start_op, door=door, nu=nu)
        persoon = persoon_vastleggen(gegevens=gegevens, door=door, nu=nu)
        return gezinslid_toevoegen(
            gezin=gezin, persoon=persoon, rol=rol, start_op=start_op, door=door, nu=nu
        )


def gezin_van(dossier: Inburgeraar, *, start_op: date, door: Medewerker, nu: datetime) -> Gezin:
    """The household this person lives in now; a person alone gets one of their own."""
    huidig: Gezin | None = Gezin.objects.filter(
        leden__persoon=dossier.persoon_id, leden__eind_op=None
    ).first()
    if huidig is not None:
        return huidig
    gezin = gezin_vormen(door=door, nu=nu)
    gezinslid_toevoegen(
        gezin=gezin,
        persoon=dossier.persoon,
        rol=Gezinsrol.REFERENT,
        start_op=start_op,
        door=door,
        nu=nu,
    )
    return gezin
