"""A fixed cost as its line shows it: the amount now and soon, and how this month stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ontzorgen.enums import BetalingSoort, BetalingStatus, Zelfstandigheid
from ontzorgen.models import Betaling, Lastbedrag, Tekortoplossing, Uitkering, VasteLast
from ontzorgen.policies.lasten import bedrag_bij
from ontzorgen.queries.tekorten import OpenTekort
from ontzorgen.queries.vensters import venster_in, vensters
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
class Maandfeiten:
    """What is known of one month, by cost. `betalen`: it is a month in which we pay at all."""

    maand: date
    betalen: bool
    termijnen: Mapping[int, Betaling]
    tekorten: Mapping[int, OpenTekort]
    opgelost: Collection[int]


@dataclass(frozen=True, kw_only=True)
class Lastregel:
    """`nu` is the amount of this month, `straks` the next one with the month it begins in."""

    last: VasteLast
    nu: Decimal | None
    straks: Lastbedrag | None
    stap: int
    stand: Maandstand


def maandfeiten(
    uitkering: Uitkering,
    lasten: Collection[VasteLast],
    *,
    maand: date,
    tekorten: Iterable[OpenTekort],
    opgelost: Iterable[Tekortoplossing],
) -> Maandfeiten:
    """Of these costs; `tekorten` and `opgelost` may be of other months and costs too."""
    stukken = vensters(
        getattr(uitkering, "ontzorgperiode", None),
        uitkering.voortzettingen.all(),
        bijstand_tot=uitkering.eind_op,
    )
    termijnen = Betaling.objects.filter(
        last__in=[last.pk for last in lasten], maand=maand, soort=BetalingSoort.TERMIJN
    )
    return Maandfeiten(
        maand=maand,
        betalen=venster_in(stukken, maand) is not None,
        termijnen={rij.last_id: rij for rij in termijnen},
        tekorten={r.tekort.last_id: r for r in tekorten if r.tekort.maand == maand},
        opgelost={rij.last_id for rij in opgelost if rij.maand == maand},
    )


def lastregel(last: VasteLast, feiten: Maandfeiten) -> Lastregel:
    """The amounts are prefetched."""
    bedragen = sorted(last.bedragen.all(), key=_begin)
    nu = bedrag_bij(bedragen, feiten.maand)
    return Lastregel(
        last=last,
        nu=nu.maand_bedrag if nu else None,
        straks=next((b for b in bedragen if b.start_op > feiten.maand), None),
        stap=STAPPEN.index(Zelfstandigheid(last.status)) + 1,
        stand=_maandstand(last, feiten),
    )


def _maandstand(last: VasteLast, feiten: Maandfeiten) -> Maandstand:
    tekort = feiten.tekorten.get(last.pk)
    if last.pk in feiten.termijnen:
        return van_betaling(feiten.termijnen[last.pk], tekort)
    if last.pk in feiten.opgelost:
        return Maandstand(tekst="Opgelost", soort="neutraal")
    if tekort is not None:
        return _van_tekort(tekort)
    return Maandstand(tekst=_zonder_betaling(last, feiten), soort="neutraal")


def _zonder_betaling(last: VasteLast, feiten: Maandfeiten) -> str:
    maand = feiten.maand
    if last.eind_op is not None and last.eind_op < maand:
        return "Afgelopen"
    if last.betalen_vanaf is None or (last.zelf_vanaf is not None and last.zelf_vanaf <= maand):
        return "Betaalt zelf"
    if last.betalen_vanaf > maand or last.start_op >= maanden_na(maand, 1):
        return "Begint later"
    return "Wacht op batch" if feiten.betalen else "Betaalt zelf"


def van_betaling(betaling: Betaling, tekort: OpenTekort | None = None) -> Maandstand:
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


def _begin(bedrag: Lastbedrag) -> date:
    return bedrag.start_op


def wettelijk_ontbreekt(lasten: Sequence[VasteLast], soorten: Iterable[str]) -> list[str]:
    """The kinds of the law of which nothing is recorded: no cost, and not that it is left out."""
    er_zijn = {last.soort for last in lasten}
    return [soort for soort in soorten if soort not in er_zijn]
