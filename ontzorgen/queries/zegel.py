"""The seal over a batch: one hash of exactly what will be paid, to whom, and on which day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ontzorgen.models import Betaalbatch, Betaalregels, Betaling
from ontzorgen.queries.omschrijving import omschrijving

_VELDEN = ("kenmerk", "bedrag", "rekening__iban", "rekening__tenaamstelling")


@dataclass(frozen=True, slots=True)
class Zegel:
    """`waarde` is a SHA-256; number and total are of the same lines."""

    waarde: str
    aantal: int
    totaal: Decimal


def zegel_van(batch: Betaalbatch, *, regels: Betaalregels) -> Zegel:
    """Over the lines as they are now, in the order of their mark, and over who pays when."""
    som = hashlib.sha256()
    som.update(f"{batch.maand}|{batch.nummer}|{batch.verwerken_op}|{regels.iban}\n".encode())
    aantal, totaal = 0, Decimal("0.00")
    for regel, bedrag in _regels(batch):
        som.update(f"{regel}\n".encode())
        aantal, totaal = aantal + 1, totaal + bedrag
    return Zegel(som.hexdigest(), aantal, totaal)


def in_groepen(waarde: str) -> str:
    """The seal as people compare it: groups of four."""
    return " ".join(waarde[i : i + 4] for i in range(0, len(waarde), 4))


def _regels(batch: Betaalbatch) -> Iterator[tuple[str, Decimal]]:
    rijen = Betaling.objects.filter(batch=batch).order_by("kenmerk")
    for kenmerk, bedrag, iban, naam, soort, klantnummer, maand in rijen.values_list(
        *_VELDEN, "last__soort", "last__kenmerk", "maand"
    ).iterator(chunk_size=5000):
        tekst = omschrijving(soort=soort, kenmerk=klantnummer, maand=maand)
        yield f"{kenmerk}|{iban}|{naam}|{tekst}|{bedrag}", bedrag
