"""What is still owed of a cost in a month, after everything that was paid or asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ontzorgen.enums import BetalingSoort
from ontzorgen.models import Betaalverzoek, Betaling, Lastbedrag, Tekortoplossing, VasteLast
from ontzorgen.models.betaling import MISLUKT
from ontzorgen.policies.lasten import bedrag_bij
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.vensters import venster_in, vensters
from wet.geld import NIETS, som
from wet.ontzorgen import LaatsteMaand, Lastsoort, last_in_maand


@dataclass(frozen=True, slots=True, kw_only=True)
class Openstaand:
    """`verschuldigd` by the facts as they are now; `gegeven` is paid, under way or asked for.

    `termijn_volgt`: no term was made yet, and nothing says that none will come.
    """

    verschuldigd: Decimal
    gegeven: Decimal
    termijn_volgt: bool

    @property
    def rest(self) -> Decimal:
        return max(self.verschuldigd - self.gegeven, NIETS)


def openstaand(last: VasteLast, maand: date) -> Openstaand:
    betalingen = list(Betaling.objects.filter(last=last, maand=maand))
    gelukt = [b.bedrag for b in betalingen if b.status not in MISLUKT]
    gevraagd = Betaalverzoek.objects.filter(
        last=last, maand=maand, ingetrokken_op=None, betaling=None
    ).values_list("bedrag", flat=True)
    termijn = any(b.soort == BetalingSoort.TERMIJN for b in betalingen)
    opgelost = Tekortoplossing.objects.filter(last=last, maand=maand).exists()
    return Openstaand(
        verschuldigd=verschuldigd(last, maand),
        gegeven=som([*gelukt, *gevraagd]),
        termijn_volgt=not termijn and not opgelost,
    )


def verschuldigd(last: VasteLast, maand: date) -> Decimal:
    """By contract and period, whatever the bijstand allowed."""
    uitkering = last.uitkering
    stukken = vensters(
        getattr(uitkering, "ontzorgperiode", None),
        uitkering.voortzettingen.all(),
        bijstand_tot=uitkering.eind_op,
    )
    venster = venster_in(stukken, maand)
    bedrag = bedrag_bij(Lastbedrag.objects.filter(last=last), maand)
    if venster is None or bedrag is None:
        return NIETS
    deel = last_in_maand(
        Lastsoort(last.soort),
        bedrag.maand_bedrag,
        maand,
        last.start_op,
        venster.start_op,
        venster.eind_op,
        contract_eind_op=last.eind_op,
        laatste_maand=LaatsteMaand(betaalregels().laatste_maand),
    ).bekend
    assert deel is not None  # every input is given
    return deel.bedrag
