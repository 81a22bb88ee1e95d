"""What the costs of one creditor are now, to change them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inburgering.geweigerd import weigering
from medewerkers.models import Medewerker
from ontzorgen.models import Crediteur, VasteLast
from ontzorgen.policies.aanpassen import na_verhoging
from ontzorgen.policies.lasten import bedrag_bij, check_nieuw_bedrag
from ontzorgen.queries.betaald import laatst_betaald_van
from ontzorgen.queries.lopend import lopende_lasten
from wet.datums import maanden_na
from wet.geld import som


@dataclass(frozen=True, kw_only=True)
class Aanpasregel:
    """`oud` is of the month before the change; `straks` was to follow and then lapses.

    `reden`: why this one cannot be changed from that month on.
    """

    last: VasteLast
    nummer: str
    naam: str
    oud: Decimal | None
    straks: Decimal | None
    reden: str

    def na(self, procent: Decimal | None) -> Decimal | None:
        """The amount after a percentage; nothing without an amount before."""
        if procent is None or self.oud is None or self.reden:
            return None
        return na_verhoging(self.oud, procent=procent)


@dataclass(frozen=True, kw_only=True)
class Aanpassing:
    """`anderen` are in dossiers that this colleague may not see."""

    regels: Sequence[Aanpasregel]
    anderen: int


@dataclass(frozen=True, kw_only=True)
class Vergelijking:
    """A line of the example: what it was and what it becomes."""

    regel: Aanpasregel
    oud: Decimal | None
    nieuw: Decimal


@dataclass(frozen=True, kw_only=True)
class Voorbeeld:
    """Together, per month: of what is in it, not of what stays the same."""

    regels: Sequence[Vergelijking]
    oud: Decimal
    nieuw: Decimal

    @property
    def verschil(self) -> Decimal:
        return self.nieuw - self.oud


def aanpassing(crediteur: Crediteur, *, voor: Medewerker, vanaf: date, op: date) -> Aanpassing:
    """`vanaf` is the first day of the month in which the new amounts begin."""
    alle = lopende_lasten(op).filter(crediteur=crediteur)
    zichtbaar = alle.filter(pk__in=VasteLast.objects.zichtbaar_voor(voor).values("pk"))
    lasten = list(
        zichtbaar.select_related("uitkering__inburgeraar__persoon")
        .prefetch_related("bedragen")
        .order_by("uitkering__inburgeraar__dossiernummer", "soort", "pk")
    )
    betaald = laatst_betaald_van([last.pk for last in lasten])
    return Aanpassing(
        regels=[_regel(last, vanaf, betaald.get(last.pk)) for last in lasten],
        anderen=alle.count() - len(lasten),
    )


def voorbeeld(regels: Sequence[Aanpasregel], nieuw: Mapping[int, Decimal]) -> Voorbeeld:
    """`nieuw` is the amount per cost that was filled in."""
    delen = [
        Vergelijking(regel=regel, oud=regel.oud or regel.straks, nieuw=nieuw[regel.last.pk])
        for regel in regels
        if regel.last.pk in nieuw
    ]
    return Voorbeeld(
        regels=delen,
        oud=som([deel.oud for deel in delen if deel.oud is not None]),
        nieuw=som([deel.nieuw for deel in delen]),
    )


def _regel(last: VasteLast, vanaf: date, laatst_betaald: date | None) -> Aanpasregel:
    bedragen = last.bedragen.all()
    vorige = bedrag_bij(bedragen, maanden_na(vanaf, -1))
    later = next((rij.maand_bedrag for rij in bedragen if rij.start_op >= vanaf), None)
    oud = vorige.maand_bedrag if vorige else None
    dossier = last.uitkering.inburgeraar
    return Aanpasregel(
        last=last,
        nummer=dossier.dossiernummer,
        naam=dossier.persoon.naam,
        oud=oud,
        straks=later,
        reden=weigering(
            check_nieuw_bedrag,
            last,
            vanaf=vanaf,
            bedrag=oud or later or Decimal(1),
            laatst_betaald=laatst_betaald,
        ),
    )
