"""Offering a batch: the file for the bank is made once, kept, and the payments are under way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localtime

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from medewerkers.models import Medewerker, werk_bij
from ontzorgen.enums import PainVersie
from ontzorgen.models import Batchbestand, Betaalbatch, Betaalregels, Betaling
from ontzorgen.policies.batch import check_aanbieden
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.bouwsel import wijkt_af
from ontzorgen.queries.omschrijving import omschrijving
from ontzorgen.queries.zegel import zegel_van
from ontzorgen.sepa import OngeldigBestand, Opdrachtgever, Overboeking, maak_bestand
from ontzorgen.services.grendel import betaalgrendel

_PER_KEER = 5000


def aanbieden(*, batch_id: int, versie: int | None, door: Medewerker, nu: datetime) -> Betaalbatch:
    """Make the file of exactly what was approved, when the facts still ask for it.

    From here on a payment is under way. The file can be fetched again, always the same.
    """
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        regels = betaalregels()
        check_aanbieden(
            batch,
            zegel_nu=zegel_van(batch, regels=regels).waarde,
            veranderd=wijkt_af(batch, regels=regels),
            regels=regels,
            vandaag=act.op,
        )
        batch.aanbieden(op=act.op, door=door)
        batch.save()
        _bewaar(batch, regels, nu=nu)
        _onderweg(batch)
    return batch


def bericht_van(batch: Betaalbatch) -> str:
    """The message number: the same for the same lines of the same batch, at most 35 characters."""
    return f"ONTZ-{batch.maand:%Y%m}-{batch.nummer}-{batch.regels_hash[:16]}"


def _bewaar(batch: Betaalbatch, regels: Betaalregels, *, nu: datetime) -> None:
    bericht, versie = bericht_van(batch), PainVersie(regels.pain_versie)
    try:
        inhoud = maak_bestand(
            _overboekingen(batch),
            van=Opdrachtgever(naam=regels.tenaamstelling, iban=regels.iban, bic=regels.bic),
            op=batch.verwerken_op,
            bericht=bericht,
            gemaakt_at=localtime(nu),
            versie=versie,
        )
    except OngeldigBestand as fout:
        raise Geweigerd(
            f"Het bestand voldoet niet aan wat de bank vraagt ({fout}). Er is niets aangeboden. "
            "Meld dit aan de functioneel beheerder."
        ) from fout
    bestand = Batchbestand(
        batch=batch,
        naam=f"{bericht}.xml",
        bericht=bericht,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        gemaakt_at=nu,
    )
    bestand.inhoud = inhoud
    bestand.save()


def _overboekingen(batch: Betaalbatch) -> Iterator[Overboeking]:
    rijen = Betaling.objects.filter(batch=batch).order_by("kenmerk")
    for naam, iban, bic, bedrag, kenmerk, soort, klantnummer, maand in rijen.values_list(
        "rekening__tenaamstelling",
        "rekening__iban",
        "rekening__bic",
        "bedrag",
        "kenmerk",
        "last__soort",
        "last__kenmerk",
        "maand",
    ).iterator(chunk_size=_PER_KEER):
        yield Overboeking(
            naam=naam,
            iban=iban,
            bic=bic,
            bedrag=bedrag,
            kenmerk=kenmerk,
            omschrijving=omschrijving(soort=soort, kenmerk=klantnummer, maand=maand),
        )


def _onderweg(batch: Betaalbatch) -> None:
    """In parties: a hundred thousand rows with their history need not be in memory at once."""
    ids = list(Betaling.objects.filter(batch=batch).values_list("pk", flat=True))
    for begin in range(0, len(ids), _PER_KEER):
        betalingen = list(Betaling.objects.filter(pk__in=ids[begin : begin + _PER_KEER]))
        for betaling in betalingen:
            betaling.aanbieden()
        werk_bij(betalingen, ("status",))
