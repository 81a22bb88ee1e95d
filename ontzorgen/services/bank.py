"""The bank's answer: which payments were booked, refused or came back. Each word counts once."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from medewerkers.models import Medewerker, maak_aan, werk_bij
from ontzorgen.bankbericht import Bankregel, lees_bankbericht
from ontzorgen.enums import Bankuitslag, BatchStatus, BetalingStatus
from ontzorgen.models import Bankbestand, Bankmelding, Betaalbatch, Betaling, VasteLast
from ontzorgen.policies.bank import check_bankbestand, check_boeken, check_storno, check_weigering
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.services.grendel import betaalgrendel

_VELDEN = ("status", "betaald_op", "mislukt_op", "mislukt_code")


def bankbestand_verwerken(
    *, naam: str, inhoud: bytes, door: Medewerker, nu: datetime
) -> Bankbestand:
    """Read a file of the bank and book what it says, all or nothing. Raises Geweigerd."""
    bericht = lees_bankbericht(inhoud)
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        sha256 = hashlib.sha256(inhoud).hexdigest()
        check_bankbestand(
            bericht,
            eerder=Bankbestand.objects.filter(sha256=sha256).first(),
            iban=betaalregels().iban,
        )
        bestand = Bankbestand(
            soort=bericht.soort,
            naam=naam[:150],
            bericht=bericht.nummer[:35],
            sha256=sha256,
            gelezen_at=nu,
            gelezen_door=door,
        )
        bestand.save()
        telling = _verwerk(act, bestand, bericht.regels)
        bestand.aantal_verwerkt = telling["verwerkt"]
        bestand.aantal_bekend = telling["bekend"]
        bestand.aantal_afwijkend = telling["afwijkend"]
        bestand.aantal_onbekend = telling["onbekend"]
        bestand.save()
    return bestand


def betaald_boeken(
    *, batch_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Betaalbatch:
    """By hand, without a file of the bank: everything that was under way is paid."""
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        check_boeken(batch, op=op, vandaag=act.op)
        _zet(act, _onderweg(batch), Bankuitslag.BETAALD, op=op, code="")
    return Betaalbatch.objects.get(pk=batch_id)


def bestand_geweigerd(
    *, batch_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Betaalbatch:
    """By hand: the bank refused the file as a whole, nothing was paid."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        betalingen = _onderweg(batch)
        check_weigering(batch, onderweg=len(betalingen), reden=reden)
        _zet(act, betalingen, Bankuitslag.GEWEIGERD, op=act.op, code="", reden=reden)
    return Betaalbatch.objects.get(pk=batch_id)


def storno_vastleggen(
    *,
    betaling_id: int,
    versie: int | None,
    op: date,
    code: str,
    door: Medewerker,
    nu: datetime,
) -> Betaling:
    """By hand: this payment came back."""
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        betaling = act.vergrendel(Betaling, betaling_id, versie=versie)
        check_storno(betaling, op=op, vandaag=act.op)
        _zet(act, [betaling], Bankuitslag.TERUG, op=op, code=code)
    return Betaling.objects.get(pk=betaling_id)


# --- A file --------------------------------------------------------------------------------------
def _verwerk(act: Handeling, bestand: Bankbestand, regels: Sequence[Bankregel]) -> Counter[str]:
    telling: Counter[str] = Counter()
    bekend, codes = _op_kenmerk(regels), _onze_codes(regels)
    for regel in regels:
        if regel.bericht:
            _verwerk_bestand(act, bestand, regel, telling)
        elif betaling := bekend.get(regel.kenmerk):
            _verwerk_betaling(act, bestand, betaling, regel, telling)
        else:
            onze = regel.kenmerk.partition("-")[0] in codes
            telling["afwijkend" if onze else "onbekend"] += 1
    return telling


def _op_kenmerk(regels: Sequence[Bankregel]) -> dict[str, Betaling]:
    kenmerken = {regel.kenmerk for regel in regels if regel.kenmerk}
    rijen = Betaling.objects.select_related("batch").filter(kenmerk__in=kenmerken)
    return {rij.kenmerk: rij for rij in rijen if rij.status != BetalingStatus.KLAARGEZET}


def _onze_codes(regels: Sequence[Bankregel]) -> set[str]:
    """Of costs of ours. The bank paid one that we never offered: a backup was put back."""
    codes = {regel.kenmerk.partition("-")[0] for regel in regels if regel.kenmerk}
    return set(VasteLast.objects.filter(code__in=codes).values_list("code", flat=True))


def _verwerk_bestand(
    act: Handeling, bestand: Bankbestand, regel: Bankregel, telling: Counter[str]
) -> None:
    """One sum for the whole file: right only when it is exactly what is under way."""
    batch = Betaalbatch.objects.filter(bestand__bericht=regel.bericht).first()
    if batch is None:
        telling["onbekend"] += 1
        return
    betalingen = _onderweg(batch)
    if not betalingen:
        telling["bekend"] += 1
        return
    som = sum(betaling.bedrag for betaling in betalingen)
    if regel.bedrag is not None and regel.bedrag != som:
        telling["afwijkend"] += 1
        return
    op = regel.op or act.op
    _meld(bestand, betalingen, regel, op=op)
    _zet(act, betalingen, regel.uitslag, op=op, code=regel.code)
    telling["verwerkt"] += len(betalingen)


def _verwerk_betaling(
    act: Handeling,
    bestand: Bankbestand,
    betaling: Betaling,
    regel: Bankregel,
    telling: Counter[str],
) -> None:
    if Bankmelding.objects.filter(betaling=betaling, uitslag=regel.uitslag).exists():
        telling["bekend"] += 1
        return
    if regel.bedrag is not None and regel.bedrag != betaling.bedrag:
        telling["afwijkend"] += 1
        return
    if betaling.status not in _MAG[regel.uitslag]:
        telling["bekend" if betaling.status == _WORDT[regel.uitslag] else "afwijkend"] += 1
        return
    op = regel.op or act.op
    _meld(bestand, [betaling], regel, op=op)
    _zet(act, [betaling], regel.uitslag, op=op, code=regel.code)
    telling["verwerkt"] += 1


_MAG = {
    Bankuitslag.BETAALD: (BetalingStatus.AANGEBODEN,),
    Bankuitslag.GEWEIGERD: (BetalingStatus.AANGEBODEN,),
    Bankuitslag.TERUG: (BetalingStatus.AANGEBODEN, BetalingStatus.BETAALD),
}
_WORDT = {
    Bankuitslag.BETAALD: BetalingStatus.BETAALD,
    Bankuitslag.GEWEIGERD: BetalingStatus.GEWEIGERD,
    Bankuitslag.TERUG: BetalingStatus.TERUGGEKOMEN,
}


def _meld(
    bestand: Bankbestand, betalingen: Sequence[Betaling], regel: Bankregel, *, op: date
) -> None:
    maak_aan(
        [
            Bankmelding(
                bestand=bestand,
                betaling=betaling,
                uitslag=regel.uitslag,
                code=regel.code,
                bedrag=betaling.bedrag,
                op=op,
            )
            for betaling in betalingen
        ]
    )


def _onderweg(batch: Betaalbatch) -> list[Betaling]:
    return list(
        Betaling.objects.filter(batch=batch, status=BetalingStatus.AANGEBODEN).order_by("pk")
    )


def _zet(
    act: Handeling,
    betalingen: Sequence[Betaling],
    uitslag: Bankuitslag,
    *,
    op: date,
    code: str,
    reden: str = "",
) -> None:
    for betaling in betalingen:
        if uitslag is Bankuitslag.BETAALD:
            betaling.betalen(op=op)
        elif uitslag is Bankuitslag.GEWEIGERD:
            betaling.weigeren(op=op, code=code)
        else:
            betaling.terugkomen(op=op, code=code)
    werk_bij(betalingen, _VELDEN)
    if uitslag is not Bankuitslag.BETAALD:
        _meld_mislukt(act, betalingen)
    for batch_id in {betaling.batch_id for betaling in betalingen}:
        _sluit_af(act, batch_id, op=op, reden=reden)


def _meld_mislukt(act: Handeling, betalingen: Sequence[Betaling]) -> None:
    rijen = Betaling.objects.filter(pk__in=[b.pk for b in betalingen]).select_related(
        "last__uitkering"
    )
    act.neem_mee({rij.last.uitkering.inburgeraar_id for rij in rijen})
    for rij in rijen:
        act.meld(
            rij.last.uitkering.inburgeraar_id,
            GebeurtenisSoort.GELD,
            f"{rij.last} over {rij.maand:%m-%Y}: {str(rij.get_status_display()).lower()}",
        )


def _sluit_af(act: Handeling, batch_id: int, *, op: date, reden: str) -> None:
    """A batch is done when the bank spoke of every payment; refused when it paid none of them."""
    batch = act.vergrendel(Betaalbatch, batch_id)
    standen = set(Betaling.objects.filter(batch=batch).values_list("status", flat=True))
    if batch.status != BatchStatus.AANGEBODEN or BetalingStatus.AANGEBODEN in standen:
        return
    if standen == {BetalingStatus.GEWEIGERD}:
        batch.afkeuren(op=op, reden=reden or "De bank weigerde het bestand.")
    else:
        batch.verwerken(op=op)
    batch.save()
