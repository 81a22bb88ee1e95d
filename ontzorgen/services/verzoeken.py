"""Paying beside the monthly term: a late payment, a correction, a payment that failed made good."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.policies import check_reden
from medewerkers.models import Medewerker
from ontzorgen.enums import BetalingSoort
from ontzorgen.models import Betaalverzoek, Betaling, VasteLast
from ontzorgen.models.betaling import MISLUKT
from ontzorgen.policies.verzoeken import (
    VerzoekGegevens,
    check_herstellen,
    check_intrekken,
    check_verzoek,
)
from ontzorgen.queries.openstaand import openstaand
from ontzorgen.services.grendel import betaalgrendel


def verzoek_doen(
    *, last_id: int, gegevens: VerzoekGegevens, door: Medewerker, nu: datetime
) -> Betaalverzoek:
    """Ask for a nabetaling or correctie; the next batch that is built holds it."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(last_id)]) as act:
        betaalgrendel()
        last = act.vergrendel(VasteLast, last_id)
        maand = gegevens.maand.replace(day=1)
        open_ = openstaand(last, maand)
        check_verzoek(
            last,
            gegevens,
            rest=open_.rest,
            termijn_volgt=open_.termijn_volgt,
            vandaag=act.op,
        )
        return _vraag(
            act,
            last,
            maand=maand,
            soort=gegevens.soort,
            bedrag=gegevens.bedrag,
            reden=gegevens.reden,
            herstelt=None,
        )


def herstellen(*, betaling_id: int, reden: str, door: Medewerker, nu: datetime) -> Betaalverzoek:
    """A payment that was refused or came back is asked for again: exactly once."""
    check_reden(reden)
    last_id = Betaling.objects.values_list("last_id", flat=True).get(pk=betaling_id)
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(last_id)]) as act:
        betaalgrendel()
        betaling = act.vergrendel(Betaling, betaling_id)
        return _herstel(act, betaling, reden=reden)


def batch_herstellen(*, batch_id: int, reden: str, door: Medewerker, nu: datetime) -> int:
    """Everything of a batch that failed and was not settled yet; returns how many."""
    check_reden(reden)
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        betalingen = list(
            Betaling.objects.select_for_update(of=("self",))
            .filter(batch=batch_id, status__in=MISLUKT, niet_herstellen_reden="")
            .filter(hersteld_door=None)
            .select_related("last__uitkering")
        )
        act.neem_mee({betaling.last.uitkering.inburgeraar_id for betaling in betalingen})
        for betaling in betalingen:
            _herstel(act, betaling, reden=reden)
    return len(betalingen)


def niet_herstellen(
    *, betaling_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Betaling:
    """It is not paid again, and why: the money goes to the household, or was not owed."""
    check_reden(reden)
    last_id = Betaling.objects.values_list("last_id", flat=True).get(pk=betaling_id)
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(last_id)], reden=reden) as act:
        betaalgrendel()
        betaling = act.vergrendel(Betaling, betaling_id, versie=versie)
        check_herstellen(betaling, hersteld=_hersteld(betaling))
        betaling.niet_herstellen_reden = reden
        betaling.save()
        act.meld(
            _dossier_van(last_id), GebeurtenisSoort.GELD, f"{betaling.last}: niet opnieuw betaald"
        )
    return betaling


def verzoek_intrekken(
    *, verzoek_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Betaalverzoek:
    """Not asked for any more, as long as its payment stands in no batch that is past concept.

    A failed payment that it would have made good can be asked for again.
    """
    last_id = Betaalverzoek.objects.values_list("last_id", flat=True).get(pk=verzoek_id)
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(last_id)]) as act:
        betaalgrendel()
        verzoek = act.vergrendel(Betaalverzoek, verzoek_id, versie=versie)
        check_intrekken(verzoek, betaling=Betaling.objects.filter(verzoek=verzoek).first())
        verzoek.ingetrokken_op, verzoek.ingetrokken_door = act.op, door
        verzoek.herstelt = None
        verzoek.save()
    return verzoek


def _herstel(act: Handeling, betaling: Betaling, *, reden: str) -> Betaalverzoek:
    check_herstellen(betaling, hersteld=_hersteld(betaling))
    return _vraag(
        act,
        betaling.last,
        maand=betaling.maand,
        soort=BetalingSoort.NABETALING,
        bedrag=betaling.bedrag,
        reden=reden,
        herstelt=betaling,
    )


def _hersteld(betaling: Betaling) -> bool:
    return Betaalverzoek.objects.filter(herstelt=betaling).exists()


def _vraag(
    act: Handeling,
    last: VasteLast,
    *,
    maand: date,
    soort: BetalingSoort,
    bedrag: Decimal,
    reden: str,
    herstelt: Betaling | None,
) -> Betaalverzoek:
    eerder = Betaalverzoek.objects.filter(last=last, maand=maand, soort=soort)
    verzoek = Betaalverzoek(
        last=last,
        maand=maand,
        soort=soort,
        nummer=(eerder.aggregate(n=Max("nummer"))["n"] or 0) + 1,
        bedrag=bedrag,
        reden=reden,
        herstelt=herstelt,
        gevraagd_op=act.op,
        gevraagd_door=act.door,
    )
    verzoek.save()
    act.meld(
        last.uitkering.inburgeraar_id,
        GebeurtenisSoort.GELD,
        f"{soort.label} gevraagd: {last} over {maand:%m-%Y}",
        reden=reden,
    )
    return verzoek


def _dossier_van(last_id: int) -> int:
    dossier_id: int = VasteLast.objects.values_list("uitkering__inburgeraar", flat=True).get(
        pk=last_id
    )
    return dossier_id
