"""The hours of one person against the term: what is needed, what was kept, and whether it fits.

In the Z-route by the law's own numbers; in the other routes by the hours the plan agreed, if any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Min, Q, Sum

from inburgering.models import Inburgeraar
from inburgering.queries.termijnen import laatste_dag
from leerroutes.enums import Aanwezigheid, TrajectStatus
from leerroutes.grafiek import Grafiek, Verloop, grafiek
from leerroutes.models import Traject, Urenregel
from leerroutes.prognose import Invoer, Oordeel, Prognose, meet_vanaf, prognose
from leerroutes.queries.feiten import Gegevens, feiten, gegevens_van
from leerroutes.queries.urentotalen import CURSUS, LESSEN, PARTICIPATIE
from wet.doelgroepen import Doelgroep
from wet.leerroutes import EisSoort, Leerroute, Urendoel, eisen, tel_uren

_LABEL = {
    Oordeel.KLAAR: ("Klaar", "goed"),
    Oordeel.PAST: ("Past in de termijn", "goed"),
    Oordeel.PAST_NIET: ("Past niet in de termijn", "let_op"),
    Oordeel.GEEN_LES: ("Geen uren", "let_op"),
    Oordeel.NOG_NIET: ("Nog niet te zeggen", "neutraal"),
    Oordeel.GEEN_TERMIJN: ("Nog niet te zeggen", "neutraal"),
    Oordeel.VOORBIJ: ("Termijn voorbij", "fout"),
}


@dataclass(frozen=True, kw_only=True)
class Baan:
    """One number of hours that must be reached."""

    sleutel: str
    naam: str
    prognose: Prognose
    grafiek: Grafiek | None

    @property
    def label(self) -> tuple[str, str]:
        """Its text and its kind."""
        return _LABEL[self.prognose.oordeel]


@dataclass(frozen=True, kw_only=True)
class Urenkaart:
    banen: Sequence[Baan]
    op: date


@dataclass(frozen=True, kw_only=True)
class _Doel:
    sleutel: str
    naam: str
    nodig: int
    soorten: Collection[str]
    gedaan: Decimal
    alle_trajecten: bool


def urenkaart(
    dossier: Inburgeraar, op: date, *, gegevens: Gegevens | None = None
) -> Urenkaart | None:
    """None without a traject that runs, or when no number of hours was agreed."""
    if gegevens is None:
        gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    traject = gegevens.traject
    if traject is None or traject.status != TrajectStatus.LOPEND:
        return None
    doelen = list(_doelen(dossier, traject, gegevens))
    if not doelen:
        return None
    einde = laatste_dag(dossier.pk)
    recent = _recent(dossier, traject, op)
    return Urenkaart(
        banen=[_baan(doel, traject, gegevens, recent, einde=einde, op=op) for doel in doelen],
        op=op,
    )


def _doelen(dossier: Inburgeraar, traject: Traject, gegevens: Gegevens) -> Iterator[_Doel]:
    if traject.leerroute != Leerroute.Z.value:
        if traject.leerroute_uren:
            yield _les(traject, traject.leerroute_uren, gegevens)
        return
    wat = feiten(gegevens, traject=traject)
    nodig = {
        eis.soort: eis.uren
        for eis in eisen(
            Leerroute.Z,
            Doelgroep(dossier.doelgroep),
            op=traject.start_op,
            cursusnorm=traject.cursusnorm,
        )
        if eis.soort not in wat.ontheven
    }
    for soort, naam, doel, soorten in (
        (EisSoort.CURSUSUREN, "Les in Nederlands en KNM", Urendoel.Z_CURSUS, CURSUS),
        (EisSoort.PARTICIPATIEUREN, "Participatie", Urendoel.Z_PARTICIPATIE, PARTICIPATIE),
    ):
        som = tel_uren(doel, wat.uren).bekend
        uren = nodig.get(soort)
        if uren and som is not None:
            yield _Doel(
                sleutel=soort.value,
                naam=naam,
                nodig=uren,
                soorten=soorten,
                gedaan=Decimal(som.uren),
                alle_trajecten=True,
            )


def _les(traject: Traject, nodig: int, gegevens: Gegevens) -> _Doel:
    """The hours agreed for this route, held against the lessons on it."""
    zelfde = gegevens.op_deze_route()
    gedaan = sum(
        (
            rij["aanwezig"]
            for rij in gegevens.uren
            if rij["soort"] in LESSEN and rij["traject_id"] in zelfde
        ),
        Decimal(sum(t.eerdere_uren_taal or 0 for t in gegevens.trajecten if t.pk in zelfde)),
    )
    return _Doel(
        sleutel="les",
        naam="Les volgens het PIP",
        nodig=nodig,
        soorten=LESSEN,
        gedaan=gedaan,
        alle_trajecten=False,
    )


_Recent = Mapping[tuple[str, int | None], tuple[Decimal, date]]


def _recent(dossier: Inburgeraar, traject: Traject, op: date) -> _Recent:
    """Per kind and traject since this one began: the hours of the weeks measured, the first day."""
    rijen = (
        Urenregel.objects.filter(
            inburgeraar=dossier,
            aanwezigheid=Aanwezigheid.AANWEZIG,
            erkend=True,
            op__gte=traject.start_op,
            op__lte=op,
        )
        .order_by()
        .values_list("soort", "traject_id")
        .annotate(recent=Sum("uren", filter=Q(op__gte=meet_vanaf(op))), eerste=Min("op"))
    )
    return {
        (soort, traject_id): (recent or Decimal(0), eerste)
        for soort, traject_id, recent, eerste in rijen
    }


def _baan(
    doel: _Doel,
    traject: Traject,
    gegevens: Gegevens,
    recent: _Recent,
    *,
    einde: date | None,
    op: date,
) -> Baan:
    van_doel = [
        waarde
        for (soort, traject_id), waarde in recent.items()
        if soort in doel.soorten and (doel.alle_trajecten or traject_id == traject.pk)
    ]
    invoer = Invoer(
        nodig=doel.nodig,
        gedaan=doel.gedaan,
        op=op,
        eind_op=einde,
        recent=sum((uren for uren, _eerste in van_doel), Decimal(0)),
        eerste_op=min((eerste for _uren, eerste in van_doel), default=None),
    )
    return Baan(
        sleutel=doel.sleutel,
        naam=doel.naam,
        prognose=prognose(invoer),
        grafiek=_grafiek(doel, traject, gegevens, invoer),
    )


def _grafiek(doel: _Doel, traject: Traject, gegevens: Gegevens, invoer: Invoer) -> Grafiek | None:
    if invoer.eind_op is None:
        return None
    eerste_maand = traject.start_op.replace(day=1)
    per_maand: dict[date, Decimal] = defaultdict(Decimal)
    zelfde = gegevens.op_deze_route()
    for rij in gegevens.uren:
        mee = doel.alle_trajecten or rij["traject_id"] in zelfde
        if mee and rij["soort"] in doel.soorten and rij["maand"] >= eerste_maand:
            per_maand[rij["maand"]] += rij["aanwezig"]
    return grafiek(
        Verloop(
            start_op=traject.start_op,
            eind_op=invoer.eind_op,
            op=invoer.op,
            nodig=doel.nodig,
            begin=doel.gedaan - sum(per_maand.values(), Decimal(0)),
            per_maand=per_maand,
        )
    )
