"""Making a batch, and building it: the lines follow the facts, as often as one likes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from celery import current_app
from django.db import transaction
from django.db.models import Max

from inburgering.handelingen import Handeling, handeling
from medewerkers.models import Medewerker, maak_aan, verwijder, werk_bij
from ontzorgen.enums import Batchrol
from ontzorgen.models import Batchpersoon, Betaalbatch, Betaling, Tekort, VasteLast
from ontzorgen.models.batch import BUITEN, OPEN
from ontzorgen.policies.batch import check_bouwen, check_dag, check_maken
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.bouwsel import Bouwsel, bouwsel, partijen, totaal_tekort
from ontzorgen.queries.regels import Kort, Regel
from ontzorgen.queries.zegel import zegel_van
from ontzorgen.services.grendel import betaalgrendel
from ontzorgen.target import betaaldag
from wet.datums import maanden_na

Voortgang = Callable[[int, int], None]
"""Told how many households of how many are done."""

_BETALING = ("rekening", "verzoek", "verschuldigd_bedrag", "bedrag", "tekort_bedrag", "feiten")


def batch_maken(*, maand: date, door: Medewerker, nu: datetime) -> Betaalbatch:
    """A batch for the month of `maand`, and a worker asked to build it. Raises Geweigerd."""
    maand = maand.replace(day=1)
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        check_maken(
            maand,
            open_batch=Betaalbatch.objects.filter(status__in=OPEN).first(),
            later=Betaalbatch.objects.filter(status__in=BUITEN).aggregate(m=Max("maand"))["m"],
            vandaag=act.op,
        )
        vorige = Betaalbatch.objects.filter(maand=maand).aggregate(n=Max("nummer"))["n"]
        batch = Betaalbatch(
            maand=maand,
            nummer=(vorige or 0) + 1,
            verwerken_op=betaaldag(maand, dagen_ervoor=betaalregels().verwerkdag, vandaag=act.op),
            gemaakt_at=nu,
        )
        _vraag_bouw(act, batch)
    return batch


def batch_van_de_maand(*, door: Medewerker, nu: datetime) -> int:
    """Nightly: from the set day on there is a batch for next month; returns how many were made."""
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        maand = maanden_na(act.op.replace(day=1), 1)
        te_vroeg = act.op.day < betaalregels().bouwdag
        if te_vroeg or Betaalbatch.objects.filter(maand__gte=maand).exists():
            return 0
        if Betaalbatch.objects.filter(status__in=OPEN).exists():
            return 0  # the page says that this one waits for the one before
        batch_maken(maand=maand, door=door, nu=nu)
        return 1


def bouw_vragen(
    *, batch_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Betaalbatch:
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        check_bouwen(batch)
        _vraag_bouw(act, batch)
    return batch


def dag_wijzigen(
    *, batch_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Betaalbatch:
    """Another day on which the bank pays: a TARGET day to come."""
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        check_bouwen(batch)
        check_dag(op, vandaag=act.op)
        batch.verwerken_op = op
        batch.save()
        maker_noteren(batch, door=door, nu=nu)
    return batch


def bouwen(*, batch_id: int, nu: datetime, voortgang: Voortgang | None = None) -> Betaalbatch:
    """Make the lines what the facts ask, all or nothing; a second time changes nothing.

    In the name of who asked for it. Without a question there is nothing to do.
    """
    door = _wie_vroeg(batch_id)
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id)
        if batch.bouw_gevraagd_at is None:
            return batch
        check_bouwen(batch)
        regels, delen = betaalregels(), partijen(batch)
        for nummer, partij in enumerate(delen):
            _verwerk(act, batch, bouwsel(batch, partij, regels=regels))
            if voortgang is not None:
                voortgang(nummer + 1, len(delen))
        _sluit_af(batch, nu=nu)
    return batch


def maker_noteren(batch: Betaalbatch, *, door: Medewerker, nu: datetime) -> None:
    """Who made or changed a batch never approves it. The system's account approves nothing."""
    if not door.is_active:
        return
    if not Batchpersoon.objects.filter(batch=batch, medewerker=door).exists():
        Batchpersoon(batch=batch, medewerker=door, rol=Batchrol.MAKER, at=nu).save()


def stuur(batch_id: int) -> None:
    """The way to the worker. A message that is lost is no loss: the row says what is asked."""
    zend = partial(current_app.send_task, "ontzorgen.bouwen", kwargs={"batch_id": batch_id})
    transaction.on_commit(zend, robust=True)


def hervatten(*, nu: datetime, na: datetime) -> int:
    """Ask again for what was asked before `na` and is not built yet."""
    wacht = Betaalbatch.objects.filter(bouw_gevraagd_at__lt=na).values_list("pk", flat=True)
    for batch_id in wacht:
        stuur(batch_id)
    return len(wacht)


def _wie_vroeg(batch_id: int) -> Medewerker:
    batch = Betaalbatch.objects.select_related("bouw_gevraagd_door").get(pk=batch_id)
    return batch.bouw_gevraagd_door or Medewerker.objects.systeem()


def _vraag_bouw(act: Handeling, batch: Betaalbatch) -> None:
    batch.bouw_gevraagd_at, batch.bouw_gevraagd_door = act.nu, act.door
    batch.save()
    maker_noteren(batch, door=act.door, nu=act.nu)
    stuur(batch.pk)


def _sluit_af(batch: Betaalbatch, *, nu: datetime) -> None:
    zegel = zegel_van(batch, regels=betaalregels())
    batch.aantal, batch.totaal_bedrag = zegel.aantal, zegel.totaal
    batch.tekort_bedrag = totaal_tekort(batch)
    batch.bouw_gevraagd_at = batch.bouw_gevraagd_door = None
    batch.gebouwd_at = nu
    batch.save()


def _verwerk(act: Handeling, batch: Betaalbatch, deel: Bouwsel) -> None:
    verwijder(deel.weg)
    verwijder(deel.tekort_weg)
    maak_aan([_zet(Betaling(batch=batch), regel) for regel in deel.nieuw])
    werk_bij([_zet(betaling, regel) for betaling, regel in deel.anders], _BETALING)
    maak_aan([_zet_tekort(Tekort(batch=batch), kort) for kort in deel.tekort_nieuw])
    werk_bij([_zet_tekort(rij, kort) for rij, kort in deel.tekort_anders], ("bedrag", "reden"))
    act.neem_mee(_dossiers(deel))


def _zet(betaling: Betaling, regel: Regel) -> Betaling:
    betaling.last_id, betaling.maand = regel.last_id, regel.maand
    betaling.soort, betaling.nummer = regel.soort, regel.nummer
    betaling.rekening, betaling.verzoek_id = regel.rekening, regel.verzoek_id
    betaling.verschuldigd_bedrag, betaling.bedrag = regel.verschuldigd, regel.bedrag
    betaling.tekort_bedrag = regel.tekort
    betaling.kenmerk, betaling.feiten = regel.kenmerk, regel.feiten
    return betaling


def _zet_tekort(tekort: Tekort, kort: Kort) -> Tekort:
    tekort.last_id, tekort.maand = kort.last_id, kort.maand
    tekort.bedrag, tekort.reden = kort.bedrag, kort.reden
    return tekort


def _dossiers(deel: Bouwsel) -> set[int]:
    """Of whom a shortfall came, changed or went: their tasks follow."""
    lasten = {
        *(kort.last_id for kort in deel.tekort_nieuw),
        *(tekort.last_id for tekort, _kort in deel.tekort_anders),
        *(tekort.last_id for tekort in deel.tekort_weg),
    }
    rijen = VasteLast.objects.filter(pk__in=lasten)
    return set(rijen.values_list("uitkering__inburgeraar_id", flat=True))
