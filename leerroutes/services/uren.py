"""Hours: recorded per day and kind, changed, taken away. Totals follow in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q, QuerySet

from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from leerroutes.enums import Lessoort
from leerroutes.models import Begeleidingsmoment, Traject, Urenregel
from leerroutes.policies.uren import (
    MET_KEURMERK,
    Sleutel,
    UrenGegevens,
    check_dag,
    check_niet_dubbel,
    check_uren,
    traject_van,
)
from leerroutes.queries.keurmerken import Keurmerken, keurmerken_van
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import Medewerker, maak_aan, verwijder
from wet.datums import zonder_weekdag
from wet.leerroutes import Urensoort

__all__ = ["UrenGegevens", "uren_vastleggen", "urenregel_wijzigen", "urenregels_verwijderen"]


@dataclass
class _Feiten:
    """What new lines are held against; it grows with the lines that are let in."""

    dossier: Inburgeraar
    trajecten: Sequence[Traject]
    keurmerken: Keurmerken
    per_dag: defaultdict[date, Decimal]
    sleutels: set[Sleutel]

    def laat_toe(self, gegevens: UrenGegevens, *, vandaag: date) -> None:
        """Raises Geweigerd when this line may not be."""
        _check_eigen(gegevens, self.dossier)
        check_uren(gegevens, trajecten=self.trajecten, vandaag=vandaag)
        check_niet_dubbel(gegevens, bekend=gegevens.sleutel in self.sleutels)
        samen = self.per_dag[gegevens.op] + gegevens.uren
        check_dag(gegevens.op, samen=samen)
        self.per_dag[gegevens.op] = samen
        self.sleutels.add(gegevens.sleutel)

    def erkend(self, gegevens: UrenGegevens) -> bool:
        deelname = gegevens.deelname
        if deelname is None or gegevens.soort not in MET_KEURMERK:
            return True
        soort = Lessoort(deelname.lessoort)
        return self.keurmerken.geldt(deelname.aanbieder_id, voor=soort, op=gegevens.op)


def uren_vastleggen(
    *, dossier_id: int, regels: Sequence[UrenGegevens], door: Medewerker, nu: datetime
) -> list[Urenregel]:
    """All of these, or none. What does not count for want of a mark is kept, and marked so."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        if not regels:
            return []
        feiten = _feiten(dossier_id, regels)
        for gegevens in regels:
            feiten.laat_toe(gegevens, vandaag=act.op)
        rijen = maak_aan([_neem_over(Urenregel(), regel, feiten) for regel in regels])
        totalen_bijwerken([dossier_id], maanden={rij.op for rij in rijen})
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Uren vastgelegd: {_in_woorden(rijen)}")
    return rijen


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
        feiten = _feiten(dossier_id, [gegevens], behalve=urenregel_id)
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
        check_loopt(Inburgeraar.objects.get(pk=dossier_id))
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


def _feiten(dossier_id: int, regels: Sequence[UrenGegevens], *, behalve: int = 0) -> _Feiten:
    dossier = Inburgeraar.objects.get(pk=dossier_id)
    check_loopt(dossier)
    scholen = {regel.deelname.aanbieder_id for regel in regels if regel.deelname}
    feiten = _Feiten(
        dossier=dossier,
        trajecten=list(Traject.objects.filter(inburgeraar=dossier_id)),
        keurmerken=keurmerken_van(scholen),
        per_dag=defaultdict(Decimal),
        sleutels=set(),
    )
    for rij in _al_bekend(dossier_id, regels).exclude(pk=behalve):
        feiten.per_dag[rij.op] += rij.uren
        feiten.sleutels.add(sleutel_van(rij))
    return feiten


def _al_bekend(dossier_id: int, regels: Iterable[UrenGegevens]) -> QuerySet[Urenregel]:
    """Of the same days, or of a source that has one line whatever the day."""
    regels = list(regels)
    return Urenregel.objects.filter(inburgeraar=dossier_id).filter(
        Q(op__in={regel.op for regel in regels})
        | Q(pvt_deelname__in=[r.pvt_deelname for r in regels if r.pvt_deelname])
        | Q(begeleiding__in=[r.begeleiding for r in regels if r.begeleiding])
    )


def sleutel_van(rij: Urenregel) -> Sleutel:
    """The same as `UrenGegevens.sleutel`, of a line that is there."""
    if rij.pvt_deelname_id is not None:
        return "pvt_deelname", rij.pvt_deelname_id, None, ""
    if rij.begeleiding_id is not None:
        return "begeleiding", rij.begeleiding_id, None, ""
    if rij.deelname_id is not None:
        return "deelname", rij.deelname_id, rij.op, rij.soort
    if rij.plaatsing_id is not None:
        return "plaatsing", rij.plaatsing_id, rij.op, rij.soort
    return "", None, rij.op, rij.soort


def _check_eigen(gegevens: UrenGegevens, dossier: Inburgeraar) -> None:
    _naam, bron = gegevens.bron
    if bron is None:
        return
    van = bron.begeleiding if isinstance(bron, Begeleidingsmoment) else bron
    if van.inburgeraar_id != dossier.pk:
        raise Geweigerd("Dit hoort bij een ander dossier.")


def _neem_over(rij: Urenregel, gegevens: UrenGegevens, feiten: _Feiten) -> Urenregel:
    rij.inburgeraar_id = feiten.dossier.pk
    rij.traject = traject_van(feiten.trajecten, gegevens)
    rij.soort, rij.op, rij.uren = gegevens.soort.value, gegevens.op, gegevens.uren
    rij.aanwezigheid = gegevens.aanwezigheid
    rij.erkend = feiten.erkend(gegevens)
    rij.deelname, rij.plaatsing = gegevens.deelname, gegevens.plaatsing
    rij.pvt_deelname, rij.begeleiding = gegevens.pvt_deelname, gegevens.begeleiding
    rij.opmerking = gegevens.opmerking
    return rij


def _in_woorden(rijen: Sequence[Urenregel]) -> str:
    """ "12 uur les in Nederlands, van 2 tot en met 6 maart 2026"."""
    per_soort: defaultdict[str, Decimal] = defaultdict(Decimal)
    for rij in rijen:
        per_soort[Urensoort(rij.soort).label] += rij.uren
    wat = " en ".join(f"{in_uren(uren)} {label}" for label, uren in per_soort.items())
    eerste, laatste = min(rij.op for rij in rijen), max(rij.op for rij in rijen)
    if eerste == laatste:
        return f"{wat}, op {zonder_weekdag(eerste)}"
    return f"{wat}, van {zonder_weekdag(eerste)} tot en met {zonder_weekdag(laatste)}"


def in_uren(uren: Decimal) -> str:
    """ "12,5 uur"."""
    return f"{uren.normalize():f}".replace(".", ",") + " uur"
