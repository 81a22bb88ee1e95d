"""Which fixed costs a household may have here, what they may be, and who pays them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from ontzorgen.models import Crediteur, Lastbedrag, VasteLast
from ontzorgen.policies.batch import maandnaam
from wet.geld import euro
from wet.ontzorgen import Lastsoort, last_toegestaan

HOOGSTENS = Decimal("5000.00")
"""More a month for one cost is a slip of the pen; no rule of law."""


@dataclass(frozen=True, kw_only=True)
class LastGegevens:
    """A cost by its contract. `betalen_vanaf` is a day in the first month that we pay.

    `eind_op` is inclusive. `akkoord_op`: of a cost the law does not name, the day of the agreement.
    """

    soort: Lastsoort
    crediteur: Crediteur
    start_op: date
    bedrag: Decimal
    betalen_vanaf: date
    kenmerk: str = ""
    eind_op: date | None = None
    akkoord_op: date | None = None


def check_last(
    dossier: Inburgeraar, gegevens: LastGegevens, *, andere: Iterable[VasteLast], vandaag: date
) -> None:
    check_loopt(dossier)
    check_bedrag(gegevens.bedrag)
    if gegevens.crediteur.gestopt_op is not None:
        raise Geweigerd("Deze crediteur is gestopt. Kies een andere.", veld="crediteur")
    _check_dagen(gegevens)
    mag = last_toegestaan(gegevens.soort, gegevens.akkoord_op is not None)
    if not mag.bekend:
        raise Geweigerd(
            "De wet noemt deze last niet. Betalen mag alleen met een vrijwillige afspraak: vul de "
            "dag in waarop die is getekend.",
            veld="akkoord_op",
        )
    if gegevens.akkoord_op and gegevens.akkoord_op > vandaag:
        raise Geweigerd("De afspraak ligt in de toekomst.", veld="akkoord_op")
    for last in andere:
        _check_niet_dubbel(last, gegevens)


def check_niet_weggelaten(gegevens: LastGegevens, weggelaten: Iterable[VasteLast]) -> None:
    if any(last.soort == gegevens.soort.value for last in weggelaten):
        raise Geweigerd(
            f"Vastgelegd is dat wij dit niet betalen: {gegevens.soort.label.lower()}. Draai dat "
            "eerst terug.",
            veld="soort",
        )


def check_weglaten(
    dossier: Inburgeraar, soort: Lastsoort, *, andere: Iterable[VasteLast], vandaag: date
) -> None:
    """Only of a cost of the law there is something to leave out."""
    check_loopt(dossier)
    if not soort.verplicht:
        raise Geweigerd("De wet noemt deze last niet, dus u hoeft niets weg te laten.")
    for last in andere:
        if last.soort != soort.value:
            continue
        if not last.wordt_betaald:
            raise Geweigerd("Dit is al vastgelegd.", veld="soort")
        if last.zelf_vanaf is None and (last.eind_op is None or last.eind_op >= vandaag):
            raise Geweigerd(
                "Deze last betalen wij nu. Draag haar over of beëindig het contract.", veld="soort"
            )


def check_toch_betalen(last: VasteLast) -> None:
    if last.wordt_betaald:
        raise Geweigerd("Deze last is niet weggelaten.")


def check_meekijken(last: VasteLast) -> None:
    if not last.wordt_betaald:
        raise Geweigerd("Deze last betalen wij niet.")


def _check_dagen(gegevens: LastGegevens) -> None:
    if gegevens.eind_op and gegevens.eind_op < gegevens.start_op:
        raise Geweigerd("Het einde van het contract ligt voor het begin.", veld="eind_op")
    if gegevens.betalen_vanaf < gegevens.start_op.replace(day=1):
        raise Geweigerd(
            f"Het contract begint in {maandnaam(gegevens.start_op)}. Eerder kan niet worden "
            "betaald.",
            veld="betalen_vanaf",
        )


def _check_niet_dubbel(last: VasteLast, gegevens: LastGegevens) -> None:
    """The same creditor, kind and mark twice would be paid twice."""
    zelfde = (last.soort, last.crediteur_id, last.kenmerk) == (
        gegevens.soort.value,
        gegevens.crediteur.pk,
        gegevens.kenmerk,
    )
    voorbij = last.eind_op is not None and last.eind_op < gegevens.start_op
    ervoor = gegevens.eind_op is not None and gegevens.eind_op < last.start_op
    if zelfde and not voorbij and not ervoor:
        raise Geweigerd(
            f"Deze last staat er al: {last.get_soort_display().lower()} aan "
            f"{gegevens.crediteur.naam}. Zijn het er echt twee, geef dan elk een eigen kenmerk.",
            veld="kenmerk",
        )


def check_bedrag(bedrag: Decimal) -> None:
    if bedrag <= 0:
        raise Geweigerd("Het bedrag is meer dan € 0,00.", veld="bedrag")
    if bedrag > HOOGSTENS:
        raise Geweigerd(
            f"Het bedrag is hoger dan {euro(HOOGSTENS)} per maand. Controleer de komma.",
            veld="bedrag",
        )


def check_nieuw_bedrag(
    last: VasteLast, *, vanaf: date, bedrag: Decimal, laatst_betaald: date | None
) -> None:
    """`laatst_betaald`: the last month with a term; what was paid is put right by a correction."""
    check_bedrag(bedrag)
    if vanaf < last.start_op.replace(day=1):
        raise Geweigerd("Het nieuwe bedrag begint voor het contract.", veld="vanaf")
    if last.eind_op is not None and vanaf > last.eind_op:
        raise Geweigerd("Het nieuwe bedrag begint na het einde van het contract.", veld="vanaf")
    if laatst_betaald is not None and vanaf <= laatst_betaald:
        raise Geweigerd(
            f"Tot en met {maandnaam(laatst_betaald)} is al betaald. Kies een latere maand, en "
            "vraag voor het verschil een correctie.",
            veld="vanaf",
        )


def check_einde(last: VasteLast, *, op: date, laatst_betaald: date | None) -> None:
    if op < last.start_op:
        raise Geweigerd("Het einde ligt voor het begin van het contract.", veld="eind_op")
    if laatst_betaald is not None and op < laatst_betaald:
        raise Geweigerd(
            f"Tot en met {maandnaam(laatst_betaald)} is al betaald. Vraag te veel betaald geld "
            "terug bij de crediteur en leg het einde vast vanaf die maand.",
            veld="eind_op",
        )


def check_overdragen(last: VasteLast, *, vanaf: date, laatst_betaald: date | None) -> None:
    if not last.wordt_betaald:
        raise Geweigerd("Deze last betalen wij niet.")
    if vanaf.day != 1:
        raise Geweigerd("Dit gaat per hele maand: kies de eerste dag.", veld="vanaf")
    if laatst_betaald is not None and vanaf <= laatst_betaald:
        raise Geweigerd(
            f"Tot en met {maandnaam(laatst_betaald)} is al betaald. Kies een latere maand.",
            veld="vanaf",
        )


def bedrag_bij(bedragen: Iterable[Lastbedrag], vanaf: date) -> Lastbedrag | None:
    """The amount that holds in the month of `vanaf`."""
    return next(
        (b for b in bedragen if b.start_op <= vanaf and (b.eind_op is None or b.eind_op >= vanaf)),
        None,
    )
