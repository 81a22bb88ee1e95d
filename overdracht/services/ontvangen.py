"""A household comes in: everything at once, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort, Gezinsrol, VerblijfSoort, VerblijfsrechtSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Gezin, Inburgeraar, Persoon
from inburgering.services.dossiers import dossier_openen
from inburgering.services.personen import (
    PersoonGegevens,
    gezin_vormen,
    gezinslid_toevoegen,
    persoon_vastleggen,
)
from inburgering.services.plichten import verblijf_vastleggen, verblijfsrecht_vastleggen
from medewerkers.models import Medewerker
from overdracht.models import (
    Huisvesting,
    MedischeNotitie,
    Overdracht,
    Overdrachtslid,
    OverdrachtSoort,
    Voorinburgering,
)
from overdracht.policies.huishouden import (
    check_huishouden,
    check_koppeling,
    check_opvang,
    check_vergunning,
    check_verwacht,
    krijgt_dossier,
    pad,
)
from wet.doelgroepen import Doelgroep
from wet.taakstelling import Verblijfsgrond


@dataclass(frozen=True, kw_only=True)
class OverdrachtGegevens:
    """What COA says of the household as a whole, and of the home it needs.

    `familie`, `medisch` and `arbeidscontract` are COA's hard criteria for a region, `arbeidsmarkt`
    and `wens` the soft ones (policy §2.2). Only who came straight to family has no `azc`.
    """

    koppeling_op: date
    azc: str = ""
    azc_plaats: str = ""
    verwacht_op: date | None = None
    contact_coa: str = ""
    regioadvies: str = ""
    familie: str = ""
    medisch: bool = False
    arbeidscontract: str = ""
    arbeidsmarkt: str = ""
    wens: str = ""
    kamers: int | None = None
    begane_grond: bool = False
    rolstoel: bool = False
    school: str = ""


@dataclass(frozen=True, kw_only=True)
class LidGegevens:
    """One person of the household. `dossier`: is inburgeringsplichtig; never so for a child.

    `grond` of None follows from the role and the kind of handover.
    """

    persoon: PersoonGegevens
    rol: Gezinsrol
    dossier: bool = True
    grond: Verblijfsgrond | None = None
    voorinburgering: Voorinburgering = Voorinburgering.ONBEKEND
    voorinburgering_resultaat: str = ""


def overdracht_ontvangen(
    *,
    gegevens: OverdrachtGegevens,
    personen: Sequence[LidGegevens],
    door: Medewerker,
    nu: datetime,
    vergunning_vanaf: date | None = None,
    medische_notitie: str = "",
    referent: Inburgeraar | None = None,
) -> Overdracht:
    """Record a household that COA hands over, with a dossier for each adult whose case it is.

    With a `referent` it is nareis: family of somebody who is here already. A refusal about one
    person names its field with the place in `personen`: `personen-1-v_nummer`.
    """
    soort = OverdrachtSoort.NAREIS if referent else OverdrachtSoort.KOPPELING
    with handeling(door=door, nu=nu, dossiers=[referent.pk] if referent else []) as act:
        check_koppeling(gegevens.koppeling_op, vandaag=act.op)
        check_verwacht(gegevens.verwacht_op, koppeling_op=gegevens.koppeling_op)
        check_opvang(gegevens.azc, soort=soort)
        gekoppeld_op = gegevens.koppeling_op if referent is None else None
        check_vergunning(vergunning_vanaf, koppeling_op=gekoppeld_op, vandaag=act.op)
        check_huishouden(personen, op=act.op, soort=soort)
        gezin = gezin_vormen(door=door, nu=nu)
        overdracht = Overdracht(
            gezin=gezin, soort=soort, referent=referent, ontvangen_op=act.op, **asdict(gegevens)
        )
        overdracht.save()
        Huisvesting(overdracht=overdracht, gezocht_op=act.op).save()
        for nummer, lid in enumerate(personen):
            try:
                lid_opnemen(act, overdracht, lid, vergunning_vanaf=vergunning_vanaf)
            except Geweigerd as fout:
                fout.veld = pad(nummer, fout.veld or "achternaam")
                raise
        if medische_notitie.strip():
            notitie = MedischeNotitie(overdracht=overdracht)
            notitie.tekst = medische_notitie.strip()
            notitie.save()
    return overdracht


def lid_opnemen(
    act: Handeling,
    overdracht: Overdracht,
    lid: LidGegevens,
    *,
    vanaf: date | None = None,
    vergunning_vanaf: date | None = None,
    in_opvang: bool = True,
) -> Persoon:
    """One person into the handover, the household and the AZC, with a dossier when it is due.

    Since the koppeling, or `vanaf` for who came later; who was born since, from the birth.
    Who joins a household that has left the AZC is not put there (`in_opvang`).
    """
    persoon = persoon_vastleggen(gegevens=lid.persoon, door=act.door, nu=act.nu)
    start_op = max(vanaf or overdracht.koppeling_op, persoon.geboortedatum.vroegst)
    Overdrachtslid(
        overdracht=overdracht,
        persoon=persoon,
        grond=(lid.grond or grond_van(lid.rol, OverdrachtSoort(overdracht.soort))).value,
        voorinburgering=lid.voorinburgering,
        voorinburgering_resultaat=lid.voorinburgering_resultaat,
    ).save()
    _in_het_gezin(act, overdracht.gezin, persoon, lid.rol, start_op)
    if overdracht.azc and in_opvang:
        _in_de_opvang(act, persoon, overdracht.azc, start_op)
    if vergunning_vanaf is not None:
        _vergunning(act, overdracht, persoon, vergunning_vanaf)
    if krijgt_dossier(lid, op=act.op):
        _dossier(act, persoon, overdracht)
    return persoon


def grond_van(rol: Gezinsrol, soort: OverdrachtSoort) -> Verblijfsgrond:
    """On what ground somebody counts for the taakstelling, unless it is said otherwise."""
    if soort == OverdrachtSoort.NAREIS:
        return Verblijfsgrond.NAREIZIGER
    if rol == Gezinsrol.KIND:
        return Verblijfsgrond.KIND_VAN_VERGUNNINGHOUDER
    return Verblijfsgrond.VERGUNNINGHOUDER


def _in_het_gezin(
    act: Handeling, gezin: Gezin, persoon: Persoon, rol: Gezinsrol, start_op: date
) -> None:
    gezinslid_toevoegen(
        gezin=gezin, persoon=persoon, rol=rol, start_op=start_op, door=act.door, nu=act.nu
    )


def _in_de_opvang(act: Handeling, persoon: Persoon, azc: str, start_op: date) -> None:
    verblijf_vastleggen(
        persoon_id=persoon.pk,
        soort=VerblijfSoort.AZC,
        plaats=azc,
        start_op=start_op,
        door=act.door,
        nu=act.nu,
    )


def _vergunning(act: Handeling, overdracht: Overdracht, persoon: Persoon, vanaf: date) -> None:
    nareis = overdracht.soort == OverdrachtSoort.NAREIS
    verblijfsrecht_vastleggen(
        persoon_id=persoon.pk,
        soort=VerblijfsrechtSoort.NAREIS if nareis else VerblijfsrechtSoort.ASIEL_BEPAALD,
        start_op=max(vanaf, persoon.geboortedatum.vroegst),
        door=act.door,
        nu=act.nu,
    )


def _dossier(act: Handeling, persoon: Persoon, overdracht: Overdracht) -> None:
    dossier = dossier_openen(
        persoon=persoon,
        doelgroep=Doelgroep.ASIEL,
        wordt_gehuisvest=True,
        door=act.door,
        nu=act.nu,
    )
    waar = f": {overdracht.azc}" if overdracht.azc else ""
    nareis = overdracht.soort == OverdrachtSoort.NAREIS
    wat = "Nareis ontvangen" if nareis else "Overdracht ontvangen van het COA"
    act.meld(
        dossier.pk,
        GebeurtenisSoort.WIJZIGING,
        f"{wat}{waar}, gekoppeld op {overdracht.koppeling_op:%d-%m-%Y}",
    )
