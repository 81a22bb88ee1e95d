"""The fixed costs of a household, what they are over time, and who pays them."""

from __future__ import annotations

import secrets
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.policies import check_reden
from medewerkers.models import Medewerker
from ontzorgen.enums import BatchStatus, BetalingSoort
from ontzorgen.models import Betaling, Crediteur, Lastbedrag, Uitkering, VasteLast
from ontzorgen.policies.lasten import (
    LastGegevens,
    bedrag_bij,
    check_einde,
    check_last,
    check_meekijken,
    check_niet_weggelaten,
    check_nieuw_bedrag,
    check_overdragen,
    check_toch_betalen,
    check_weglaten,
)
from wet.datums import EEN_DAG
from wet.ontzorgen import Lastsoort

_TEKENS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without what looks alike (I and 1, O and 0)."""


def last_toevoegen(
    *, uitkering_id: int, gegevens: LastGegevens, door: Medewerker, nu: datetime
) -> VasteLast:
    """A cost that we pay from the month of `betalen_vanaf`, with its first amount."""
    with _act(uitkering_id, door=door, nu=nu) as act:
        uitkering = act.vergrendel(Uitkering, uitkering_id)
        gegevens = replace(gegevens, crediteur=act.vergrendel(Crediteur, gegevens.crediteur.pk))
        check_last(
            uitkering.inburgeraar,
            gegevens,
            andere=VasteLast.objects.filter(uitkering=uitkering, weggelaten_reden=""),
            vandaag=act.op,
        )
        check_niet_weggelaten(
            gegevens, VasteLast.objects.filter(uitkering=uitkering, betalen_vanaf=None)
        )
        last = VasteLast(
            uitkering=uitkering,
            code=_code(),
            soort=gegevens.soort,
            crediteur=gegevens.crediteur,
            kenmerk=gegevens.kenmerk,
            start_op=gegevens.start_op,
            eind_op=gegevens.eind_op,
            betalen_vanaf=gegevens.betalen_vanaf.replace(day=1),
            akkoord_op=gegevens.akkoord_op,
        )
        last.save()
        Lastbedrag(
            last=last, start_op=gegevens.start_op.replace(day=1), maand_bedrag=gegevens.bedrag
        ).save()
        _meld(act, last, f"Vaste last toegevoegd: {last}")
    return last


def last_weglaten(
    *,
    uitkering_id: int,
    soort: Lastsoort,
    start_op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> VasteLast:
    """A cost that we do not pay, and why (since 6 April 2023 that may be)."""
    check_reden(reden)
    with _act(uitkering_id, door=door, nu=nu, reden=reden) as act:
        uitkering = act.vergrendel(Uitkering, uitkering_id)
        check_weglaten(
            uitkering.inburgeraar,
            soort,
            andere=VasteLast.objects.filter(uitkering=uitkering),
            vandaag=act.op,
        )
        last = VasteLast(
            uitkering=uitkering,
            code=_code(),
            soort=soort,
            start_op=start_op,
            weggelaten_reden=reden,
        )
        last.save()
        _meld(act, last, f"Vaste last wordt niet door ons betaald: {last}")
    return last


def toch_betalen(
    *, last_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It is left out no more: the cost can be added again."""
    check_reden(reden)
    with _act_last(last_id, door=door, nu=nu, reden=reden) as act:
        last = act.vergrendel(VasteLast, last_id, versie=versie)
        check_toch_betalen(last)
        _meld(act, last, f"Vaste last niet langer weggelaten: {last}")
        last.delete()


def bedrag_wijzigen(
    *,
    last_id: int,
    versie: int | None,
    vanaf: date,
    bedrag: Decimal,
    door: Medewerker,
    nu: datetime,
) -> VasteLast:
    """Another amount from the month of `vanaf` on; the amount before ends the day before.

    An amount that began in or after that month is replaced: nothing was paid by it yet.
    """
    vanaf = vanaf.replace(day=1)
    with _act_last(last_id, door=door, nu=nu) as act:
        last = act.vergrendel(VasteLast, last_id, versie=versie)
        check_nieuw_bedrag(last, vanaf=vanaf, bedrag=bedrag, laatst_betaald=laatst_betaald(last_id))
        zet_bedrag(act, last, vanaf=vanaf, bedrag=bedrag)
        last.save()
        _meld(act, last, f"Bedrag gewijzigd: {last}")
    return last


def zet_bedrag(act: Handeling, last: VasteLast, *, vanaf: date, bedrag: Decimal) -> None:
    for rij in Lastbedrag.objects.filter(last=last, start_op__gte=vanaf):
        rij.delete()
    vorige = bedrag_bij(Lastbedrag.objects.filter(last=last), vanaf)
    if vorige is not None:
        vers = act.vergrendel(Lastbedrag, vorige.pk)
        vers.eind_op = vanaf - EEN_DAG
        vers.save()
    Lastbedrag(last=last, start_op=vanaf, maand_bedrag=bedrag).save()


def contract_beeindigen(
    *, last_id: int, versie: int | None, eind_op: date, door: Medewerker, nu: datetime
) -> VasteLast:
    """The last day (inclusive) of the contract; an earlier end than what was paid is refused."""
    with _act_last(last_id, door=door, nu=nu) as act:
        last = act.vergrendel(VasteLast, last_id, versie=versie)
        check_einde(last, op=eind_op, laatst_betaald=laatst_betaald(last_id))
        last.eind_op = eind_op
        last.save()
        _meld(act, last, f"Contract eindigt: {last}")
    return last


def laten_meekijken(
    *, last_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> VasteLast:
    with _act_last(last_id, door=door, nu=nu) as act:
        last = act.vergrendel(VasteLast, last_id, versie=versie)
        check_meekijken(last)
        last.laten_meekijken()
        last.save()
        _meld(act, last, f"{last}: wij betalen, het huishouden kijkt mee")
    return last


def overdragen(
    *, last_id: int, versie: int | None, vanaf: date, door: Medewerker, nu: datetime
) -> VasteLast:
    """From the month of `vanaf` on the household pays itself, and we watch."""
    with _act_last(last_id, door=door, nu=nu) as act:
        last = act.vergrendel(VasteLast, last_id, versie=versie)
        check_overdragen(last, vanaf=vanaf, laatst_betaald=laatst_betaald(last_id))
        last.overdragen(vanaf=vanaf)
        last.save()
        _meld(act, last, f"{last}: het huishouden betaalt zelf, wij kijken mee")
    return last


def zelfstandig(*, last_id: int, versie: int | None, door: Medewerker, nu: datetime) -> VasteLast:
    with _act_last(last_id, door=door, nu=nu) as act:
        last = act.vergrendel(VasteLast, last_id, versie=versie)
        last.afronden()
        last.save()
        _meld(act, last, f"{last}: zelfstandig")
    return last


def weer_betalen(
    *, last_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> VasteLast:
    """It went wrong: we pay again from this month on, or just go on when it was still to come."""
    check_reden(reden)
    with _act_last(last_id, door=door, nu=nu, reden=reden) as act:
        last = act.vergrendel(VasteLast, last_id, versie=versie)
        if last.zelf_vanaf is not None and last.zelf_vanaf <= act.op:
            last.betalen_vanaf = act.op.replace(day=1)
        last.terugnemen()
        last.save()
        _meld(act, last, f"{last}: wij betalen weer")
    return last


def laatst_betaald(last_id: int) -> date | None:
    """The last month of which a term went to the bank or stands ready for it."""
    termijnen = Betaling.objects.filter(last=last_id, soort=BetalingSoort.TERMIJN)
    laatste: date | None = termijnen.exclude(batch__status=BatchStatus.CONCEPT).aggregate(
        m=Max("maand")
    )["m"]
    return laatste


def _code() -> str:
    return "".join(secrets.choice(_TEKENS) for _ in range(10))


def _act(
    uitkering_id: int, *, door: Medewerker, nu: datetime, reden: str = ""
) -> AbstractContextManager[Handeling]:
    dossier_id = Uitkering.objects.values_list("inburgeraar", flat=True).get(pk=uitkering_id)
    return handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden)


def _act_last(
    last_id: int, *, door: Medewerker, nu: datetime, reden: str = ""
) -> AbstractContextManager[Handeling]:
    uitkering_id = VasteLast.objects.values_list("uitkering", flat=True).get(pk=last_id)
    return _act(uitkering_id, door=door, nu=nu, reden=reden)


def _meld(act: Handeling, last: VasteLast, tekst: str) -> None:
    act.meld(last.uitkering.inburgeraar_id, GebeurtenisSoort.GELD, tekst)
