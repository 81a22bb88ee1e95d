"""The leerbaarheidstoets: its result, its number at DUO, or why it is not needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Afspraak
from intake.models import (
    BredeIntake,
    GrondGeenToets,
    Leerbaarheidstoets,
    ToetsStatus,
    ToetsUitslag,
)
from intake.policies.intake import check_invullen
from intake.policies.toets import (
    check_examennummer,
    check_ontheffen,
    check_toch_afnemen,
    check_uitslag,
)
from medewerkers.models import Medewerker


@contextmanager
def toetshandeling(
    *, toets_id: int, versie: int | None, door: Medewerker, nu: datetime, reden: str = ""
) -> Iterator[tuple[Handeling, Leerbaarheidstoets]]:
    """An act on somebody's test, while the intake runs."""
    dossier_id = Leerbaarheidstoets.objects.values_list("inburgeraar", flat=True).get(pk=toets_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        toets = act.vergrendel(Leerbaarheidstoets, toets_id, versie=versie)
        check_invullen(BredeIntake.objects.filter(inburgeraar=dossier_id).first())
        yield act, toets


def toets_uitslag_vastleggen(
    *,
    toets_id: int,
    versie: int | None,
    uitslag: ToetsUitslag,
    uitslag_op: date,
    door: Medewerker,
    nu: datetime,
    behaalde_score: Decimal | None = None,
    benodigde_score: Decimal | None = None,
) -> Leerbaarheidstoets:
    """The result as DUO gives it, on the day DUO registered it; also to put a result right."""
    with toetshandeling(toets_id=toets_id, versie=versie, door=door, nu=nu) as (act, toets):
        check_uitslag(uitslag_op, behaald=behaalde_score, benodigd=benodigde_score, vandaag=act.op)
        _rond_afspraak_af(act, toets)
        toets.uitslag_vastleggen(
            uitslag=uitslag, op=uitslag_op, behaald=behaalde_score, benodigd=benodigde_score
        )
        toets.save()
        act.meld(
            toets.inburgeraar_id,
            GebeurtenisSoort.WIJZIGING,
            f"Leerbaarheidstoets: {uitslag.label}",
            op=uitslag_op,
        )
    return toets


def examennummer_vastleggen(
    *, toets_id: int, versie: int | None, examennummer: str, door: Medewerker, nu: datetime
) -> Leerbaarheidstoets:
    """The number under which DUO knows this test; it stands in the invitation."""
    with toetshandeling(toets_id=toets_id, versie=versie, door=door, nu=nu) as (act, toets):
        check_examennummer(toets, nummer=examennummer)
        toets.examennummer = examennummer
        toets.save()
        tekst = "Examennummer van de leerbaarheidstoets vastgelegd"
        act.meld(toets.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst)
    return toets


def toets_ontheffen(
    *,
    toets_id: int,
    versie: int | None,
    grond: GrondGeenToets,
    toelichting: str,
    door: Medewerker,
    nu: datetime,
) -> Leerbaarheidstoets:
    """The test is not needed, for a reason the law allows. DUO must hear that it is skipped."""
    reden = str(grond.label)
    with toetshandeling(toets_id=toets_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, toets = zaak
        check_ontheffen(toets, toets.inburgeraar, grond=grond, toelichting=toelichting)
        zeg_af(act, toets, reden="De toets hoeft niet")
        toets.ontheffen(grond=grond, toelichting=toelichting)
        toets.save()
        act.meld(toets.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "Leerbaarheidstoets niet nodig")
    return toets


def toets_toch_afnemen(
    *, toets_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Leerbaarheidstoets:
    """The reason to skip it was wrong, or is gone."""
    with toetshandeling(toets_id=toets_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, toets = zaak
        check_toch_afnemen(toets, reden=reden)
        toets.toch_afnemen()
        toets.save()
        act.meld(
            toets.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "Leerbaarheidstoets is toch nodig"
        )
    return toets


def vervalt_bij_afwezigheid(act: Handeling, dossier_id: int, *, reden: str) -> None:
    """The intake is closed without the person: a test that was not taken is skipped."""
    toets = (
        Leerbaarheidstoets.objects.select_for_update(of=("self",))
        .filter(inburgeraar=dossier_id, status__in=[ToetsStatus.NODIG, ToetsStatus.GEPLAND])
        .first()
    )
    if toets is not None:
        zeg_af(act, toets, reden="De intake is afgerond bij afwezigheid")
        toets.ontheffen(grond=GrondGeenToets.AFWEZIG, toelichting=reden)
        toets.save()


def weer_nodig_na_heropenen(dossier_id: int) -> None:
    """The intake goes on with the person after all, so the reason to skip the test is gone."""
    toets = (
        Leerbaarheidstoets.objects.select_for_update(of=("self",))
        .filter(inburgeraar=dossier_id, ontheven_grond=GrondGeenToets.AFWEZIG)
        .first()
    )
    if toets is not None:
        toets.toch_afnemen()
        toets.save()


def zeg_af(act: Handeling, toets: Leerbaarheidstoets, *, reden: str) -> None:
    """Call off the appointment that goes with the seat, when there is one that still stands."""
    if toets.afspraak_id is None:
        return
    afspraak = act.vergrendel(Afspraak, toets.afspraak_id)
    if afspraak.status == AfspraakStatus.GEPLAND:
        afspraak.afzeggen(reden=reden[:200])
        afspraak.save()


def houd_afspraak(act: Handeling, toets: Leerbaarheidstoets) -> None:
    """Whoever came, kept the appointment; on its own day."""
    if toets.afspraak_id is None:
        return
    afspraak = act.vergrendel(Afspraak, toets.afspraak_id)
    if afspraak.status == AfspraakStatus.GEPLAND:
        afspraak.houden(op=lokale_datum(afspraak.begint_at), door=act.door, verslag="")
        afspraak.save()


def _rond_afspraak_af(act: Handeling, toets: Leerbaarheidstoets) -> None:
    """A result closes what was planned. One that comes before its moment was taken elsewhere."""
    if toets.status != ToetsStatus.GEPLAND:
        return
    assert toets.moment is not None  # the state says so
    if toets.moment.begint_at <= act.nu:
        houd_afspraak(act, toets)
    else:
        zeg_af(act, toets, reden="De uitslag is er al")
        toets.loslaten()
