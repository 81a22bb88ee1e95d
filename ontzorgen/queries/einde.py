"""What a household will pay itself when we stop: which cost, to whom, and from which month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ontzorgen.enums import Zelfstandigheid
from ontzorgen.models import Crediteur, Uitkering, VasteLast
from ontzorgen.policies.lasten import bedrag_bij
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.vensters import vensters
from wet.datums import EEN_DAG, maanden_na
from wet.geld import NIETS
from wet.ontzorgen import LaatsteMaand, Lastsoort, last_in_maand
from wet.termijnen.looptijd import Looptijd

EERST_DE_WET = {soort: plek for plek, soort in enumerate(Lastsoort)}


@dataclass(frozen=True, kw_only=True)
class Overgang:
    """`vanaf` is the first month (its first day) that the household pays in full; when the month
    of the end is shared, we pay `wij_bedrag` of it and the household `zelf_bedrag`.

    `al_zelf`: the household pays already. `bedrag` is None when no amount is known for then.
    """

    last: VasteLast
    crediteur: Crediteur
    soort: str
    kenmerk: str
    vanaf: date
    bedrag: Decimal | None
    al_zelf: bool = False
    wij_bedrag: Decimal | None = None
    zelf_bedrag: Decimal | None = None


def laatste_uitkering(dossier_id: int) -> Uitkering | None:
    rijen = Uitkering.objects.filter(inburgeraar=dossier_id).select_related("ontzorgperiode")
    return rijen.order_by("-start_op").first()


def einde_van(uitkering: Uitkering) -> Looptijd | None:
    """The last days in a row that we pay, the end inclusive; None when we pay nothing."""
    stukken = vensters(
        getattr(uitkering, "ontzorgperiode", None),
        uitkering.voortzettingen.all(),
        bijstand_tot=uitkering.eind_op,
    )
    return stukken[-1] if stukken else None


def lasten_van(uitkering: Uitkering) -> list[VasteLast]:
    """What we pay or paid, in the order of the law, with the amounts at hand."""
    rijen = VasteLast.objects.filter(uitkering=uitkering, weggelaten_reden="")
    lasten = rijen.select_related("crediteur").prefetch_related("bedragen")
    return sorted(lasten, key=lambda last: (EERST_DE_WET[Lastsoort(last.soort)], last.pk))


def overgangen(lasten: Iterable[VasteLast], stuk: Looptijd, *, op: date) -> list[Overgang]:
    """Of the costs that go on after `stuk`, the days in which we pay. `op`: today."""
    keuze = LaatsteMaand(betaalregels().laatste_maand)
    alle = (_overgang(last, stuk, keuze=keuze, op=op) for last in lasten)
    return [overgang for overgang in alle if overgang is not None]


def per_crediteur(alle: Sequence[Overgang]) -> dict[Crediteur, list[Overgang]]:
    """Whom to write: who is still paid by us, with all that is owed there."""
    per: dict[Crediteur, list[Overgang]] = {}
    for overgang in alle:
        if not overgang.al_zelf:
            per.setdefault(overgang.crediteur, []).append(overgang)
    return per


def _overgang(last: VasteLast, stuk: Looptijd, *, keuze: LaatsteMaand, op: date) -> Overgang | None:
    if last.status == Zelfstandigheid.ZELFSTANDIG or last.crediteur is None:
        return None
    if last.eind_op is not None and last.eind_op <= stuk.eind_op:
        return None  # the contract ends before we do
    if last.zelf_vanaf is not None:
        return _maak(last, last.zelf_vanaf, al_zelf=last.zelf_vanaf <= op)
    maand = stuk.eind_op.replace(day=1)
    wij = _deel(last, stuk, keuze=keuze)
    heel = _deel(last, _tot_einde_maand(stuk), keuze=keuze)
    if heel and not wij:
        return _maak(last, maand)
    volgende = maanden_na(maand, 1)
    if wij == heel:
        return _maak(last, volgende)
    return _maak(last, volgende, wij_bedrag=wij, zelf_bedrag=heel - wij)


def _deel(last: VasteLast, stuk: Looptijd, *, keuze: LaatsteMaand) -> Decimal:
    """What falls to us of the month in which `stuk` ends."""
    bedrag = bedrag_bij(last.bedragen.all(), stuk.eind_op.replace(day=1))
    if bedrag is None:
        return NIETS
    deel = last_in_maand(
        Lastsoort(last.soort),
        bedrag.maand_bedrag,
        stuk.eind_op.replace(day=1),
        last.start_op,
        stuk.start_op,
        stuk.eind_op,
        contract_eind_op=last.eind_op,
        laatste_maand=keuze,
    ).bekend
    assert deel is not None  # every input is given
    return deel.bedrag


def _tot_einde_maand(stuk: Looptijd) -> Looptijd:
    volgende = maanden_na(stuk.eind_op.replace(day=1), 1)
    return Looptijd(start_op=stuk.start_op, eind_op=volgende - EEN_DAG)


def _maak(
    last: VasteLast,
    vanaf: date,
    *,
    al_zelf: bool = False,
    wij_bedrag: Decimal | None = None,
    zelf_bedrag: Decimal | None = None,
) -> Overgang:
    assert last.crediteur is not None  # asked before
    bedrag = bedrag_bij(last.bedragen.all(), vanaf)
    return Overgang(
        last=last,
        crediteur=last.crediteur,
        soort=Lastsoort(last.soort).label,
        kenmerk=last.kenmerk,
        vanaf=vanaf,
        bedrag=bedrag.maand_bedrag if bedrag else None,
        al_zelf=al_zelf,
        wij_bedrag=wij_bedrag,
        zelf_bedrag=zelf_bedrag,
    )
