"""A fixed cost as its line shows it: the amount now and soon, and how this month stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ontzorgen.enums import BetalingStatus, Zelfstandigheid
from ontzorgen.models import Betaling, Lastbedrag, VasteLast
from ontzorgen.policies.lasten import bedrag_bij
from ontzorgen.queries.tekorten import OpenTekort
from wet.datums import maanden_na, zonder_weekdag
from wet.geld import euro

STAPPEN = tuple(Zelfstandigheid)
_STAND = {
    BetalingStatus.KLAARGEZET: ("Klaargezet", "info"),
    BetalingStatus.AANGEBODEN: ("Bij de bank", "info"),
    BetalingStatus.BETAALD: ("Betaald", "goed"),
    BetalingStatus.GEWEIGERD: ("Geweigerd", "fout"),
    BetalingStatus.TERUGGEKOMEN: ("Teruggekomen", "fout"),
}
"""Short enough for a label on a telephone."""


@dataclass(frozen=True, kw_only=True)
class Maandstand:
    """How one month of a cost stands, in words; `soort` is that of a label."""

    tekst: str
    soort: str
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class Lastregel:
    """`nu` is the amount of this month, `straks` the next one with the month it begins in."""

    last: VasteLast
    nu: Decimal | None
    straks: Lastbedrag | None
    stap: int
    stand: Maandstand


def lastregel(
    last: VasteLast,
    *,
    maand: date,
    termijnen: Mapping[int, Betaling],
    tekorten: Mapping[int, OpenTekort],
) -> Lastregel:
    """`termijnen` and `tekorten` are those of this month, by cost; the amounts are prefetched."""
    bedragen = sorted(last.bedragen.all(), key=_begin)
    nu = bedrag_bij(bedragen, maand)
    return Lastregel(
        last=last,
        nu=nu.maand_bedrag if nu else None,
        straks=next((b for b in bedragen if b.start_op > maand), None),
        stap=STAPPEN.index(Zelfstandigheid(last.status)) + 1,
        stand=maandstand(last, maand, termijnen.get(last.pk), tekorten.get(last.pk)),
    )


def maandstand(
    last: VasteLast, maand: date, termijn: Betaling | None, tekort: OpenTekort | None
) -> Maandstand:
    if termijn is not None:
        return _van_betaling(termijn, tekort)
    if tekort is not None:
        return _van_tekort(tekort)
    zelf = last.zelf_vanaf is not None and last.zelf_vanaf <= maand
    if zelf or last.betalen_vanaf is None:
        return Maandstand(tekst="Betaalt zelf", soort="neutraal")
    if last.betalen_vanaf > maand or last.start_op >= maanden_na(maand, 1):
        return Maandstand(tekst="Begint later", soort="neutraal")
    if last.eind_op is not None and last.eind_op < maand:
        return Maandstand(tekst="Afgelopen", soort="neutraal")
    return Maandstand(tekst="Wacht op batch", soort="neutraal")


def _van_betaling(betaling: Betaling, tekort: OpenTekort | None) -> Maandstand:
    tekst, soort = _STAND[BetalingStatus(betaling.status)]
    op = betaling.mislukt_op or betaling.betaald_op
    delen = [zonder_weekdag(op)] if op else []
    if tekort is not None:
        delen.append(f"{euro(tekort.open)} te kort")
        soort = "fout" if soort == "fout" else "let_op"
    return Maandstand(tekst=tekst, soort=soort, toelichting=", ".join(delen))


def _van_tekort(tekort: OpenTekort) -> Maandstand:
    reden = str(tekort.tekort.get_reden_display())
    toelichting = f"{euro(tekort.open)}. {reden}" if tekort.open else reden
    return Maandstand(tekst="Te kort", soort="fout", toelichting=toelichting)


def per_last(rijen: Iterable[Betaling]) -> dict[int, Betaling]:
    return {rij.last_id: rij for rij in rijen}


def _begin(bedrag: Lastbedrag) -> date:
    return bedrag.start_op


def wettelijk_ontbreekt(lasten: Sequence[VasteLast], soorten: Iterable[str]) -> list[str]:
    """The kinds of the law of which nothing is recorded: no cost, and not that it is left out."""
    er_zijn = {last.soort for last in lasten}
    return [soort for soort in soorten if soort not in er_zijn]
