"""Hours: recorded per day and kind, changed, taken away. Totals follow in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_reden
from leerroutes.models import Urenregel
from leerroutes.policies.uren import (
    UrenGegevens,
    check_niet_afgerond,
    check_niet_samengevoegd,
)
from leerroutes.prognose import getal
from leerroutes.queries.gesloten import hoe_gesloten
from leerroutes.queries.urenfeiten import Urenfeiten, urenfeiten
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import Medewerker, maak_aan, verwijder, werk_bij
from wet.datums import zonder_weekdag
from wet.leerroutes import Urensoort

__all__ = [
    "UrenGegevens",
    "uren_overnemen",
    "uren_vastleggen",
    "urenregel_wijzigen",
    "urenregels_verwijderen",
]

_LES = ("uren", "aanwezigheid", "erkend", "opmerking")


def uren_vastleggen(
    *, dossier_id: int, regels: Sequence[UrenGegevens], door: Medewerker, nu: datetime
) -> list[Urenregel]:
    """All of these, or none. What does not count for want of a mark is kept, and marked so."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        if not regels:
            return []
        feiten = urenfeiten(dossier_id, regels)
        for gegevens in regels:
            feiten.laat_toe(gegevens, vandaag=act.op)
        rijen = maak_aan([_neem_over(Urenregel(), regel, feiten) for regel in regels])
        totalen_bijwerken([dossier_id], maanden={rij.op for rij in rijen})
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Uren vastgelegd: {_in_woorden(rijen)}")
    return rijen


def uren_overnemen(
    *, feiten: Urenfeiten, lessen: Sequence[UrenGegevens], door: Medewerker, nu: datetime
) -> tuple[list[Urenregel], list[tuple[Urenregel, int]]]:
    """What a school says: lessons that are new, and other hours for lessons that are known.

    `feiten` were read within the act, with the dossier locked. Gives the new lines, and the changed
    ones each with the version it had.
    """
    dossier_id = feiten.dossier.pk
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        bekend = [(feiten.bekend.get(les.sleutel), les) for les in lessen]
        for rij, les in bekend:
            if rij is None:
                feiten.laat_toe(les, vandaag=act.op)
            else:
                feiten.laat_anders(rij, les, vandaag=act.op)
        gemaakt = maak_aan([_neem_over(Urenregel(), les, feiten) for r, les in bekend if r is None])
        gewijzigd = [(_neem_over(r, les, feiten), r.versie) for r, les in bekend if r is not None]
        werk_bij([rij for rij, _voor in gewijzigd], _LES)
        rijen = [*gemaakt, *(rij for rij, _voor in gewijzigd)]
        totalen_bijwerken([dossier_id], maanden={rij.op for rij in rijen})
        tekst = f"Uren overgenomen van een presentielijst: {_in_woorden(rijen)}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)
    return gemaakt, gewijzigd


def urenregel_wijzigen(
    *,
    urenregel_id: int,
    versie: int | None,
    gegevens: UrenGegevens,
    door: Medewerker,
    nu: datetime,
) -> Urenregel:
    """Another day, kind, number or attendance; held against the other lines of the person."""
    dossier_id = Urenregel.objects.values_list("inburgeraar", flat=True).get(pk=urenregel_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        rij = act.vergrendel(Urenregel, urenregel_id, versie=versie)
        feiten = urenfeiten(dossier_id, [gegevens], behalve=urenregel_id)
        check_niet_afgerond(afgerond=feiten.afgerond)
        feiten.laat_toe(gegevens, vandaag=act.op)
        toen = rij.op
        _neem_over(rij, gegevens, feiten).save()
        totalen_bijwerken([dossier_id], maanden={toen, rij.op})
        tekst = f"Uren gewijzigd: {_in_woorden([rij])}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)
    return rij


def urenregels_verwijderen(
    *,
    dossier_id: int,
    urenregel_ids: Collection[int],
    door: Medewerker,
    nu: datetime,
    reden: str,
) -> None:
    """What was recorded by mistake. Lines of another dossier are left alone."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        check_niet_samengevoegd(Inburgeraar.objects.get(pk=dossier_id))
        check_niet_afgerond(afgerond=hoe_gesloten(dossier_id).afgerond)
        check_reden(reden)
        gekozen = Urenregel.objects.select_for_update(of=("self",)).filter(
            inburgeraar=dossier_id, pk__in=urenregel_ids
        )
        if not (rijen := list(gekozen)):
            return
        verwijder(rijen)
        totalen_bijwerken([dossier_id], maanden={rij.op for rij in rijen})
        tekst = f"Uren verwijderd: {_in_woorden(rijen)}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, reden=reden)


def _neem_over(rij: Urenregel, gegevens: UrenGegevens, feiten: Urenfeiten) -> Urenregel:
    rij.inburgeraar_id = feiten.dossier.pk
    rij.traject = feiten.traject(gegevens)
    rij.soort, rij.op, rij.uren = gegevens.soort.value, gegevens.op, gegevens.uren
    rij.aanwezigheid = gegevens.aanwezigheid
    rij.erkend = feiten.erkend(gegevens)
    rij.deelname, rij.plaatsing = gegevens.deelname, gegevens.plaatsing
    rij.taalkoppel = gegevens.taalkoppel
    rij.pvt_deelname, rij.begeleiding = gegevens.pvt_deelname, gegevens.begeleiding
    rij.opmerking = gegevens.opmerking
    return rij


def _in_woorden(rijen: Sequence[Urenregel]) -> str:
    """ "12 uur les in Nederlands, van 2 tot en met 6 maart 2026"."""
    per_soort: defaultdict[str, Decimal] = defaultdict(Decimal)
    for rij in rijen:
        per_soort[Urensoort(rij.soort).label.removeprefix("het ")] += rij.uren
    wat = " en ".join(f"{getal(uren)} uur {label}" for label, uren in per_soort.items())
    eerste, laatste = min(rij.op for rij in rijen), max(rij.op for rij in rijen)
    if eerste == laatste:
        return f"{wat}, op {zonder_weekdag(eerste)}"
    return f"{wat}, van {zonder_weekdag(eerste)} tot en met {zonder_weekdag(laatste)}"
