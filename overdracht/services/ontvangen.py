"""A household comes in: everything at once, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort, Gezinsrol, VerblijfSoort, VerblijfsrechtSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Gezin, Persoon
from inburgering.services.dossiers import dossier_openen
from inburgering.services.personen import (
    PersoonGegevens,
    gezin_vormen,
    gezinslid_toevoegen,
    persoon_vastleggen,
)
from inburgering.services.plichten import verblijf_vastleggen, verblijfsrecht_vastleggen
from medewerkers.models import Medewerker
from overdracht.models import Huisvesting, Overdracht
from overdracht.policies import (
    check_huishouden,
    check_koppeling,
    check_vergunning,
    check_verwacht,
    krijgt_dossier,
    pad,
)
from wet.doelgroepen import Doelgroep


@dataclass(frozen=True, kw_only=True)
class OverdrachtGegevens:
    """What COA says of the household as a whole, and of the home it needs."""

    azc: str
    koppeling_op: date
    verwacht_op: date | None = None
    contact_coa: str = ""
    regioadvies: str = ""
    kamers: int | None = None
    begane_grond: bool = False
    rolstoel: bool = False


@dataclass(frozen=True, kw_only=True)
class LidGegevens:
    """One person of the household. `dossier`: is inburgeringsplichtig; never so for a child."""

    persoon: PersoonGegevens
    rol: Gezinsrol
    dossier: bool = True


def overdracht_ontvangen(
    *,
    gegevens: OverdrachtGegevens,
    personen: Sequence[LidGegevens],
    door: Medewerker,
    nu: datetime,
    vergunning_vanaf: date | None = None,
) -> Overdracht:
    """Record a household that COA hands over, with a dossier for each adult whose case it is.

    A refusal about one person names its field with the place in `personen`: `personen-1-v_nummer`.
    """
    with handeling(door=door, nu=nu) as act:
        check_koppeling(gegevens.koppeling_op, vandaag=act.op)
        check_verwacht(gegevens.verwacht_op, koppeling_op=gegevens.koppeling_op)
        check_vergunning(vergunning_vanaf, vandaag=act.op)
        check_huishouden(personen, op=act.op)
        gezin = gezin_vormen(door=door, nu=nu)
        for nummer, lid in enumerate(personen):
            persoon = _persoon(act, lid, nummer)
            _in_de_opvang(act, gezin, persoon, lid, gegevens)
            _vergunning(act, persoon, vergunning_vanaf)
            if krijgt_dossier(lid, op=act.op):
                _dossier(act, persoon, gegevens)
        overdracht = Overdracht(gezin=gezin, ontvangen_op=act.op, **asdict(gegevens))
        overdracht.save()
        Huisvesting(overdracht=overdracht, gezocht_op=act.op).save()
    return overdracht


def _persoon(act: Handeling, lid: LidGegevens, nummer: int) -> Persoon:
    try:
        return persoon_vastleggen(gegevens=lid.persoon, door=act.door, nu=act.nu)
    except Geweigerd as fout:
        fout.veld = pad(nummer, fout.veld or "achternaam")
        raise


def _in_de_opvang(
    act: Handeling, gezin: Gezin, persoon: Persoon, lid: LidGegevens, gegevens: OverdrachtGegevens
) -> None:
    """In the household and in the AZC from the koppeling; a child born since, from its birth."""
    start_op = max(gegevens.koppeling_op, persoon.geboortedatum.vroegst)
    gezinslid_toevoegen(
        gezin=gezin, persoon=persoon, rol=lid.rol, start_op=start_op, door=act.door, nu=act.nu
    )
    verblijf_vastleggen(
        persoon_id=persoon.pk,
        soort=VerblijfSoort.AZC,
        plaats=gegevens.azc,
        start_op=start_op,
        door=act.door,
        nu=act.nu,
    )


def _vergunning(act: Handeling, persoon: Persoon, vanaf: date | None) -> None:
    if vanaf is not None:
        verblijfsrecht_vastleggen(
            persoon_id=persoon.pk,
            soort=VerblijfsrechtSoort.ASIEL_BEPAALD,
            start_op=max(vanaf, persoon.geboortedatum.vroegst),
            door=act.door,
            nu=act.nu,
        )


def _dossier(act: Handeling, persoon: Persoon, gegevens: OverdrachtGegevens) -> None:
    dossier = dossier_openen(
        persoon=persoon,
        doelgroep=Doelgroep.ASIEL,
        wordt_gehuisvest=True,
        door=act.door,
        nu=act.nu,
    )
    act.meld(
        dossier.pk,
        GebeurtenisSoort.WIJZIGING,
        f"Overdracht ontvangen van het COA: {gegevens.azc}, gekoppeld op "
        f"{gegevens.koppeling_op:%d-%m-%Y}",
    )
