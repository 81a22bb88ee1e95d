"""Moments for the leerbaarheidstoets: made, changed, called off, closed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime

from inburgering.enums import AfspraakStatus, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Afspraak
from intake.models import Leerbaarheidstoets, Toetsmoment, ToetsStatus
from intake.policies.toetsmoment import (
    check_afronden,
    check_afzeggen,
    check_maken,
    check_plaatsen,
    check_wijzigen,
)
from intake.queries.toetsmomenten import toetsen_op
from intake.services.toets import houd_afspraak
from intake.services.toetsplek import kwam_niet, laat_los, vergrendel_toetsen
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class MomentGegevens:
    """What a moment is, apart from who sits there."""

    begint_at: datetime
    minuten: int
    plaats: str
    begeleider: str
    plaatsen: int
    opmerking: str = ""


def toetsmoment_maken(*, gegevens: MomentGegevens, door: Medewerker, nu: datetime) -> Toetsmoment:
    with handeling(door=door, nu=nu):
        check_maken(begint_at=gegevens.begint_at, nu=nu)
        moment = Toetsmoment(**asdict(gegevens))
        moment.save()
    return moment


def toetsmoment_wijzigen(
    *,
    moment_id: int,
    versie: int | None,
    gegevens: MomentGegevens,
    door: Medewerker,
    nu: datetime,
) -> Toetsmoment:
    """The appointments of who sit there move along; their letter must then be made again."""
    with _momenthandeling(moment_id, versie=versie, door=door, nu=nu) as (act, moment, toetsen):
        check_wijzigen(moment, nu=nu)
        check_maken(begint_at=gegevens.begint_at, nu=nu)
        check_plaatsen(gegevens.plaatsen, bezet=len(toetsen))
        for naam, waarde in asdict(gegevens).items():
            setattr(moment, naam, waarde)
        moment.save()
        for toets in toetsen:
            _verzet(act, toets, moment)
    return moment


def toetsmoment_afzeggen(
    *, moment_id: int, reden: str, door: Medewerker, nu: datetime
) -> Toetsmoment:
    """Everybody who had a seat is to be planned again: their task says so."""
    with _momenthandeling(moment_id, door=door, nu=nu, reden=reden) as (act, moment, toetsen):
        check_afzeggen(moment, reden=reden, nu=nu)
        for toets in toetsen:
            laat_los(act, toets, reden=reden)
            act.meld(
                toets.inburgeraar_id,
                GebeurtenisSoort.CONTACT,
                "Het moment van de leerbaarheidstoets gaat niet door",
            )
        moment.afzeggen(reden=reden)
        moment.save()
    return moment


def toetsmoment_afronden(
    *,
    moment_id: int,
    versie: int | None,
    niet_gekomen: Collection[int],
    door: Medewerker,
    nu: datetime,
) -> Toetsmoment:
    """It took place. `niet_gekomen` are the tests of who did not come: still to do, for them.

    Of who sits there in a dossier this colleague may not see, nobody said whether they came: that
    stays open, for who may see it.
    """
    with _momenthandeling(moment_id, versie=versie, door=door, nu=nu) as (act, moment, toetsen):
        check_afronden(moment, nu=nu)
        gezien = set(toetsen_op(moment.pk, voor=door).values_list("pk", flat=True))
        for toets in toetsen:
            if toets.pk not in gezien:
                continue
            if toets.pk in niet_gekomen and toets.status == ToetsStatus.GEPLAND:
                kwam_niet(act, toets, reden="Niet gekomen")
            else:
                houd_afspraak(act, toets)
        moment.afronden()
        moment.save()
    return moment


@contextmanager
def _momenthandeling(
    moment_id: int,
    *,
    door: Medewerker,
    nu: datetime,
    versie: int | None = None,
    reden: str = "",
) -> Iterator[tuple[Handeling, Toetsmoment, list[Leerbaarheidstoets]]]:
    """The dossiers of who sit there are locked before the moment, as every act does."""
    dossiers = Leerbaarheidstoets.objects.filter(moment=moment_id).values_list(
        "inburgeraar", flat=True
    )
    with handeling(door=door, nu=nu, dossiers=list(dossiers), reden=reden) as act:
        moment = act.vergrendel(Toetsmoment, moment_id, versie=versie)
        yield act, moment, vergrendel_toetsen(act, moment)


def _verzet(act: Handeling, toets: Leerbaarheidstoets, moment: Toetsmoment) -> None:
    assert toets.afspraak_id is not None  # who has a seat has an appointment
    afspraak = act.vergrendel(Afspraak, toets.afspraak_id)
    nieuw = (moment.begint_at, moment.minuten, moment.plaats, moment.begeleider)
    oud = (afspraak.begint_at, afspraak.minuten, afspraak.plaats, afspraak.met)
    if afspraak.status != AfspraakStatus.GEPLAND or nieuw == oud:
        return
    afspraak.begint_at, afspraak.minuten, afspraak.plaats, afspraak.met = nieuw
    afspraak.save()
    act.meld(
        toets.inburgeraar_id,
        GebeurtenisSoort.CONTACT,
        f"Leerbaarheidstoets verzet: {moment.begint_at:%d-%m-%Y}",
    )
