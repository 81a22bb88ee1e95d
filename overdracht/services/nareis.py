"""Family that is expected: announced, put off, arrived, or not coming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from medewerkers.models import Medewerker
from overdracht.models import Nareis, Overdracht
from overdracht.policies.nareis import check_aantal, check_nareis_verwacht
from overdracht.services.ontvangen import LidGegevens, OverdrachtGegevens, overdracht_ontvangen


@dataclass(frozen=True, kw_only=True)
class NareisGegevens:
    """How many, who in words, and when; without a day they are expected some time."""

    aantal: int
    wie: str = ""
    verwacht_op: date | None = None


def nareis_aankondigen(
    *, dossier_id: int, gegevens: NareisGegevens, door: Medewerker, nu: datetime
) -> Nareis:
    """Family of this person may come: places in the forecast of the taakstelling."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_loopt(dossier)
        check_aantal(gegevens.aantal)
        nareis = Nareis(inburgeraar=dossier, aangekondigd_op=act.op, **asdict(gegevens))
        nareis.save()
        act.meld(
            dossier_id, GebeurtenisSoort.WIJZIGING, f"Nareis verwacht: {_mensen(gegevens.aantal)}"
        )
    return nareis


def nareis_wijzigen(
    *,
    nareis_id: int,
    versie: int | None,
    gegevens: NareisGegevens,
    door: Medewerker,
    nu: datetime,
) -> Nareis:
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(nareis_id)]) as act:
        nareis = act.vergrendel(Nareis, nareis_id, versie=versie)
        check_nareis_verwacht(nareis)
        check_aantal(gegevens.aantal)
        for veld, waarde in asdict(gegevens).items():
            setattr(nareis, veld, waarde)
        nareis.save()
        act.meld(nareis.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "Verwachte nareis gewijzigd")
    return nareis


def nareis_komt_niet(*, nareis_id: int, reden: str, door: Medewerker, nu: datetime) -> Nareis:
    """They do not come here: the places are free."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(nareis_id)], reden=reden) as act:
        nareis = act.vergrendel(Nareis, nareis_id)
        check_nareis_verwacht(nareis)
        check_reden(reden)
        nareis.laten_vervallen(op=act.op, reden=reden)
        nareis.save()
        act.meld(nareis.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "Nareis komt niet")
    return nareis


def nareis_aangekomen(
    *,
    nareis_id: int,
    gegevens: OverdrachtGegevens,
    personen: Sequence[LidGegevens],
    door: Medewerker,
    nu: datetime,
    vergunning_vanaf: date | None = None,
    medische_notitie: str = "",
) -> Overdracht:
    """They are in the country: a handover of their own, which ends with the family."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(nareis_id)]) as act:
        nareis = act.vergrendel(Nareis, nareis_id)
        check_nareis_verwacht(nareis)
        overdracht = overdracht_ontvangen(
            gegevens=gegevens,
            personen=personen,
            vergunning_vanaf=vergunning_vanaf,
            medische_notitie=medische_notitie,
            referent=nareis.inburgeraar,
            door=door,
            nu=nu,
        )
        nareis.aankomen(op=gegevens.koppeling_op, overdracht=overdracht)
        nareis.save()
        _rest_blijft_verwacht(nareis, len(personen), op=act.op)
        act.meld(
            nareis.inburgeraar_id,
            GebeurtenisSoort.WIJZIGING,
            f"Nareis aangekomen: {_mensen(len(personen))}",
            op=gegevens.koppeling_op,
        )
    return overdracht


def _rest_blijft_verwacht(nareis: Nareis, aangekomen: int, *, op: date) -> None:
    """Not everybody came: the others keep their places in the forecast."""
    if aangekomen < nareis.aantal:
        Nareis(
            inburgeraar=nareis.inburgeraar,
            aantal=nareis.aantal - aangekomen,
            wie=nareis.wie,
            aangekondigd_op=op,
            verwacht_op=nareis.verwacht_op,
        ).save()


def _dossier_van(nareis_id: int) -> int:
    return Nareis.objects.values_list("inburgeraar", flat=True).get(pk=nareis_id)


def _mensen(aantal: int) -> str:
    return "één persoon" if aantal == 1 else f"{aantal} personen"
