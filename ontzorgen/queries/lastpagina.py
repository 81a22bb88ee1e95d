"""One fixed cost: its amounts over time, its payments, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ontzorgen.enums import Zelfstandigheid
from ontzorgen.models import Betaalverzoek, Betaling, Lastbedrag, Tekortoplossing, VasteLast
from ontzorgen.queries.lastenstand import (
    Lastregel,
    Maandstand,
    lastregel,
    maandfeiten,
    van_betaling,
)
from ontzorgen.queries.tekorten import OpenTekort, open_tekorten


@dataclass(frozen=True, kw_only=True)
class Betaalregel:
    betaling: Betaling
    stand: Maandstand


@dataclass(frozen=True, kw_only=True)
class Lastpagina:
    """`mag_…`: that step on the way to independence is the next one (or back)."""

    regel: Lastregel
    bedragen: Sequence[Lastbedrag]
    betalingen: Sequence[Betaalregel]
    tekorten: Sequence[OpenTekort]
    opgelost: Sequence[Tekortoplossing]
    verzoeken: Sequence[Betaalverzoek]
    mag_meekijken: bool
    mag_overdragen: bool
    mag_zelfstandig: bool
    mag_weer_betalen: bool


def lastpagina(last: VasteLast, *, op: date) -> Lastpagina:
    betalingen = list(
        Betaling.objects.filter(last=last)
        .select_related("batch", "hersteld_door")
        .order_by("-maand", "soort", "nummer")
    )
    tekorten = [
        regel
        for regel in open_tekorten([last.uitkering.inburgeraar_id])
        if regel.tekort.last_id == last.pk
    ]
    opgelost = list(Tekortoplossing.objects.filter(last=last).order_by("-maand"))
    feiten = maandfeiten(
        last.uitkering, [last], maand=op.replace(day=1), tekorten=tekorten, opgelost=opgelost
    )
    return Lastpagina(
        regel=lastregel(last, feiten),
        bedragen=sorted(last.bedragen.all(), key=lambda b: b.start_op, reverse=True),
        betalingen=[Betaalregel(betaling=b, stand=van_betaling(b)) for b in betalingen],
        tekorten=tekorten,
        opgelost=opgelost,
        verzoeken=list(Betaalverzoek.objects.filter(last=last, ingetrokken_op=None, betaling=None)),
        mag_meekijken=last.status == Zelfstandigheid.WIJ_BETALEN,
        mag_overdragen=last.status in (Zelfstandigheid.WIJ_BETALEN, Zelfstandigheid.KIJKT_MEE),
        mag_zelfstandig=last.status == Zelfstandigheid.WIJ_KIJKEN_MEE,
        mag_weer_betalen=last.status != Zelfstandigheid.WIJ_BETALEN,
    )
