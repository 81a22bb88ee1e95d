"""What new hours are held against: the person's routes, marks and the lines that are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Q

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from leerroutes.enums import Lessoort
from leerroutes.models import Begeleidingsmoment, Traject, Urenregel
from leerroutes.policies.uren import (
    MET_KEURMERK,
    Sleutel,
    UrenGegevens,
    check_dag,
    check_dossier,
    check_niet_afgerond,
    check_niet_dubbel,
    check_uren,
    traject_van,
)
from leerroutes.queries.gesloten import met_schakel4_afgerond
from leerroutes.queries.keurmerken import Keurmerken, keurmerken_van


@dataclass(kw_only=True)
class Urenfeiten:
    """Of one person. It grows with the lines that are let in. `afgerond`: schakel 4 is closed."""

    dossier: Inburgeraar
    keurmerken: Keurmerken
    afgerond: bool = False
    trajecten: list[Traject] = field(default_factory=list)
    per_dag: defaultdict[date, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    bekend: dict[Sleutel, Urenregel] = field(default_factory=dict)
    erbij: set[Sleutel] = field(default_factory=set)

    def laat_toe(self, gegevens: UrenGegevens, *, vandaag: date) -> None:
        """Raises Geweigerd when this line may not be added."""
        dubbel = gegevens.sleutel in self.bekend or gegevens.sleutel in self.erbij
        check_niet_dubbel(gegevens, bekend=dubbel)
        self._neem_op(gegevens, gegevens.uren, vandaag)

    def laat_anders(self, rij: Urenregel, gegevens: UrenGegevens, *, vandaag: date) -> None:
        """The same for a line that is there, of the same day, which gets other hours."""
        check_niet_afgerond(afgerond=self.afgerond)
        self._neem_op(gegevens, gegevens.uren - rij.uren, vandaag)

    def _neem_op(self, gegevens: UrenGegevens, verschil: Decimal, vandaag: date) -> None:
        check_dossier(self.dossier, op=gegevens.op)
        self._check_eigen(gegevens)
        check_uren(
            gegevens,
            trajecten=self.trajecten,
            vandaag=vandaag,
            zonder_plan=self.dossier.regime == Regime.WI2013,
        )
        samen = self.per_dag[gegevens.op] + verschil
        check_dag(gegevens.op, samen=samen)
        self.per_dag[gegevens.op] = samen
        self.erbij.add(gegevens.sleutel)

    def _check_eigen(self, gegevens: UrenGegevens) -> None:
        _naam, bron = gegevens.bron
        if bron is None:
            return
        van = bron.begeleiding if isinstance(bron, Begeleidingsmoment) else bron
        if van.inburgeraar_id != self.dossier.pk:
            raise Geweigerd("Dit hoort bij een ander dossier.")

    def erkend(self, gegevens: UrenGegevens) -> bool:
        """Whether the school had the mark that day; other kinds ask for none."""
        deelname = gegevens.deelname
        if deelname is None or gegevens.soort not in MET_KEURMERK:
            return True
        soort = Lessoort(deelname.lessoort)
        return self.keurmerken.geldt(deelname.aanbieder_id, voor=soort, op=gegevens.op)

    def traject(self, gegevens: UrenGegevens) -> Traject | None:
        return traject_van(self.trajecten, gegevens)


def urenfeiten(
    dossier_id: int, regels: Collection[UrenGegevens], *, behalve: int = 0
) -> Urenfeiten:
    """For these lines; `behalve` is the line that is being changed."""
    scholen = {regel.deelname.aanbieder_id for regel in regels if regel.deelname}
    al_bekend = Urenregel.objects.exclude(pk=behalve).filter(
        Q(op__in={regel.op for regel in regels})
        | Q(pvt_deelname__in=[r.pvt_deelname for r in regels if r.pvt_deelname])
        | Q(begeleiding__in=[r.begeleiding for r in regels if r.begeleiding]),
        inburgeraar=dossier_id,
    )
    dossiers = Inburgeraar.objects.filter(pk=dossier_id)
    return _verzamel(dossiers, al_bekend, scholen)[dossier_id]


def urenfeiten_van(
    dossiers: Collection[Inburgeraar], *, scholen: Collection[int], van: date, tot: date
) -> dict[int, Urenfeiten]:
    """For lessons of many people between two days, in a number of queries that does not grow."""
    al_bekend = Urenregel.objects.filter(inburgeraar__in=dossiers, op__gte=van, op__lte=tot)
    return _verzamel(dossiers, al_bekend, scholen)


def _verzamel(
    dossiers: Iterable[Inburgeraar], al_bekend: Iterable[Urenregel], scholen: Collection[int]
) -> dict[int, Urenfeiten]:
    keurmerken = keurmerken_van(scholen)
    bij = {d.pk: Urenfeiten(dossier=d, keurmerken=keurmerken) for d in dossiers}
    for pk in met_schakel4_afgerond(bij):
        bij[pk].afgerond = True
    for traject in Traject.objects.filter(inburgeraar__in=list(bij)):
        bij[traject.inburgeraar_id].trajecten.append(traject)
    for rij in al_bekend:
        feiten = bij[rij.inburgeraar_id]
        feiten.per_dag[rij.op] += rij.uren
        feiten.bekend[sleutel_van(rij)] = rij
    return bij


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
    if rij.taalkoppel_id is not None:
        return "taalkoppel", rij.taalkoppel_id, rij.op, rij.soort
    return "", None, rij.op, rij.soort
