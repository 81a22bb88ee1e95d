"""What people have done so far, read for many at once in a number of queries that does not grow.

The same facts stand behind the checklist on the page, the tasks, the plan and the closing of
schakel 4, so that "nog te doen" is one list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from inburgering.enums import Onderdeel, OntheffingSoort, VrijstellingSoort
from inburgering.models import Ontheffing, Termijn, Vrijstelling
from inburgering.queries.termijnen import inburgeringstermijn, inburgeringstermijnen
from leerroutes.enums import (
    BijeenkomstSoort,
    ExamenUitslag,
    MapStatus,
    PvtDeelnameStatus,
    TaalschakelStatus,
    TrajectEinde,
)
from leerroutes.models import (
    Eindgesprek,
    Examenresultaat,
    Maandtotaal,
    MapModule,
    Participatieverklaring,
    PvtDeelname,
    PvtElders,
    Taalschakeltraject,
    Traject,
)
from leerroutes.queries.ontheven import vrijstelling_telt
from wet.leerroutes import (
    EisSoort,
    Examenonderdeel,
    Feiten,
    Leerroute,
    Niveau,
    Urensoort,
    vooropleiding_telt,
)

EXAMEN_EIS = {
    Onderdeel.LEZEN: EisSoort.EXAMEN_LEZEN,
    Onderdeel.LUISTEREN: EisSoort.EXAMEN_LUISTEREN,
    Onderdeel.SCHRIJVEN: EisSoort.EXAMEN_SCHRIJVEN,
    Onderdeel.SPREKEN: EisSoort.EXAMEN_SPREKEN,
    Onderdeel.KNM: EisSoort.EXAMEN_KNM,
}
_TAALLES = (Urensoort.NEDERLANDS, Urensoort.ALFABETISERING, Urensoort.KNM)
_RANG = {niveau.value: rang for rang, niveau in enumerate(Niveau)}


@dataclass(kw_only=True)
class Gegevens:
    """The rows of one person that say something about a requirement; at most one of each."""

    trajecten: list[Traject] = field(default_factory=list)
    termijn: Termijn | None = None
    examens: list[Examenresultaat] = field(default_factory=list)
    uren: list[Mapping[str, Any]] = field(default_factory=list)
    activiteit: PvtDeelname | None = None
    verklaring: Participatieverklaring | None = None
    map: MapModule | None = None
    eindgesprek: Eindgesprek | None = None
    taalschakel: Taalschakeltraject | None = None
    vrijstellingen: list[Vrijstelling] = field(default_factory=list)
    ontheffingen: list[Ontheffing] = field(default_factory=list)

    @property
    def traject(self) -> Traject | None:
        """The last one: it runs, or it stopped with the dossier."""
        return self.trajecten[-1] if self.trajecten else None

    @property
    def zonder_pip(self) -> bool:
        """The plan was taken back, and no other is there."""
        return self.traject is not None and self.traject.einde == TrajectEinde.INGETROKKEN

    def op_deze_route(self) -> set[int]:
        """The last traject and those just before it on the same route: of plans that were taken
        back and made anew.
        """
        laatste = reversed(self.trajecten)
        route = self.traject.leerroute if self.traject else ""
        return {t.pk for t in takewhile(lambda t: t.leerroute == route, laatste)}


def gegevens_van(dossiers: Collection[int], *, op: date | None = None) -> dict[int, Gegevens]:
    """The evidence of each of these dossiers; nothing for who has none.

    `op` is the day on which an exemption for a time must run; None: only what has no end.
    """
    bij: dict[int, Gegevens] = defaultdict(Gegevens)
    van = {"inburgeraar__in": dossiers}
    for pk, termijn in inburgeringstermijnen(dossiers).items():
        bij[pk].termijn = termijn
    for naam, rijen in _lijsten(van, op):
        for rij in rijen:
            getattr(bij[rij.inburgeraar_id], naam).append(rij)
    for naam, rijen in _enkel(van):
        for rij in rijen:
            setattr(bij[rij.inburgeraar_id], naam, rij)
    for uren in _uren(van):
        bij[uren["inburgeraar_id"]].uren.append(uren)
    return dict(bij)


def urengegevens_van(dossier_id: int) -> Gegevens:
    """Only the term, the trajecten and the hours of one person: not enough for the checklist."""
    van = {"inburgeraar": dossier_id}
    return Gegevens(
        termijn=inburgeringstermijn(dossier_id),
        trajecten=list(_trajecten(van)),
        uren=list(_uren(van)),
    )


def _trajecten(van: Mapping[str, Any]) -> QuerySet[Traject]:
    elders = PvtElders.objects.filter(
        inburgeraar=OuterRef("inburgeraar"), activiteit_op__isnull=False
    )
    trajecten = Traject.objects.filter(**van).annotate(activiteit_elders=Exists(elders))
    return trajecten.order_by("start_op", "pk")


def _uren(van: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    totalen = Maandtotaal.objects.filter(**van, aanwezig__gt=0)
    return totalen.values("inburgeraar_id", "traject_id", "maand", "soort", "aanwezig")


def _lijsten(van: Mapping[str, Any], op: date | None) -> Iterable[tuple[str, Iterable[Any]]]:
    yield "trajecten", _trajecten(van)
    yield "examens", Examenresultaat.objects.filter(**van, uitslag=ExamenUitslag.GESLAAGD)
    vrij = Vrijstelling.objects.filter(**van, soort=VrijstellingSoort.GEDEELTELIJK)
    yield "vrijstellingen", vrij.filter(vrijstelling_telt(op))
    yield "ontheffingen", Ontheffing.objects.filter(**van, soort=OntheffingSoort.GEDEELTELIJK)


def _enkel(van: Mapping[str, Any]) -> Iterable[tuple[str, Iterable[Any]]]:
    """One of each kind at most; of several the last."""
    yield (
        "activiteit",
        PvtDeelname.objects.filter(
            **van,
            status=PvtDeelnameStatus.AANWEZIG,
            bijeenkomst__soort=BijeenkomstSoort.ACTIVITEIT,
        ),
    )
    yield (
        "verklaring",
        Participatieverklaring.objects.filter(**van).select_related("ondertekend_door"),
    )
    yield "map", MapModule.objects.filter(**van).select_related("eindgesprek_door")
    yield "eindgesprek", Eindgesprek.objects.filter(**van).select_related("gehouden_door")
    yield "taalschakel", Taalschakeltraject.objects.filter(**van).order_by("start_op", "pk")


def feiten(gegevens: Gegevens, *, traject: Traject) -> Feiten:
    """The evidence as the law counts it for this traject."""
    examens = tellende_examens(gegevens)
    return Feiten(
        behaald=_behaald(examens),
        knm_behaald=any(examen.onderdeel == Onderdeel.KNM for examen in examens),
        taalschakeltraject_behaald=_taalschakel(gegevens, TaalschakelStatus.BEHAALD),
        uren=uren_per_soort(gegevens, traject=traject),
        pvt_activiteit=_activiteit(gegevens),
        pvt_ondertekend_op=gegevens.verklaring.ondertekend_op if gegevens.verklaring else None,
        eindgesprek_map_op=_map_op(gegevens.map),
        eindgesprek_z_op=gegevens.eindgesprek.gehouden_op if gegevens.eindgesprek else None,
        cursusnorm=traject.cursusnorm,
        vrijgesteld=frozenset(_eisen(v.onderdelen for v in gegevens.vrijstellingen)),
        ontheven=_ontheven(gegevens, traject),
    )


def tellende_examens(gegevens: Gegevens) -> list[Examenresultaat]:
    """Passed within the term; what was passed before it counts by an exemption of DUO only."""
    if gegevens.termijn is None:
        return gegevens.examens
    start_op = gegevens.termijn.start_op
    return [examen for examen in gegevens.examens if examen.examen_op >= start_op]


def traject_verlaten(gegevens: Gegevens) -> bool:
    """Not on the taalschakeltraject any more, so the MAP is due (Wi 8.3, Wi 8.4).

    Left without its diploma; or the whole exam was passed without a traject that runs or was
    completed.
    """
    if gegevens.taalschakel is None:
        return {examen.onderdeel for examen in tellende_examens(gegevens)} == set(Onderdeel)
    return _taalschakel(gegevens, TaalschakelStatus.VERLATEN)


def uren_per_soort(gegevens: Gegevens, *, traject: Traject) -> dict[Urensoort, Decimal]:
    """Attended hours per kind that the law takes into account.

    Lessons of an earlier route count along in the Z-route and for stepping down (B26 5.4.4, 5.5),
    and so do the hours that the plan says are deducted; never both for the same lessons.
    """
    totaal: dict[Urensoort, Decimal] = defaultdict(Decimal)
    eerder, zelfde = Decimal(0), gegevens.op_deze_route()
    telt_vanaf = _vooropleiding_vanaf(gegevens)
    for rij in gegevens.uren:
        soort = Urensoort(rij["soort"])
        if soort is Urensoort.VSO_PRO_ENTREE and rij["maand"] < telt_vanaf:
            continue
        totaal[soort] += rij["aanwezig"]
        if soort in _TAALLES and rij["traject_id"] not in zelfde:
            eerder += rij["aanwezig"]
    for ander in gegevens.trajecten:
        _tel_beginstand(totaal, ander)
        if ander.pk not in zelfde:
            eerder += ander.eerdere_uren_taal or 0
    if gegevens.map is not None:
        totaal[Urensoort.MAP_PRAKTIJK] += gegevens.map.elders_uren or 0
    if traject.leerroute == Leerroute.Z.value:
        totaal[Urensoort.NEDERLANDS] += max(Decimal(traject.aftrek_uren or 0) - eerder, Decimal(0))
    return dict(totaal)


def lesuren(gegevens: Gegevens) -> Decimal:
    """All hours of language and KNM at schools, whatever the route: what DUO keeps (SDI016)."""
    regels = sum((r["aanwezig"] for r in gegevens.uren if r["soort"] in _TAALLES), Decimal(0))
    return regels + sum(traject.eerdere_uren_taal or 0 for traject in gegevens.trajecten)


def _tel_beginstand(totaal: dict[Urensoort, Decimal], traject: Traject) -> None:
    """What was Dutch is known or not; of the rest it is only known that it was language or KNM."""
    nederlands = traject.eerdere_uren_nederlands or 0
    totaal[Urensoort.NEDERLANDS] += nederlands
    totaal[Urensoort.KNM] += (traject.eerdere_uren_taal or 0) - nederlands
    totaal[Urensoort.PARTICIPATIE] += traject.eerdere_uren_participatie or 0


def _vooropleiding_vanaf(gegevens: Gegevens) -> date:
    """The first day of the month from which earlier education counts."""
    eerste = gegevens.trajecten[0].start_op if gegevens.trajecten else date.min
    if eerste == date.min:
        return eerste
    antwoord = vooropleiding_telt(eerste).bekend
    assert antwoord is not None  # a dagtekening is given
    return antwoord.vanaf_op.replace(day=1)


def _behaald(examens: Iterable[Examenresultaat]) -> dict[Examenonderdeel, Niveau]:
    """The highest level passed per part of the language exam."""
    taal = [examen for examen in examens if examen.onderdeel != Onderdeel.KNM]
    oplopend = sorted(taal, key=lambda examen: _RANG[examen.niveau])
    return {Examenonderdeel(examen.onderdeel): Niveau(examen.niveau) for examen in oplopend}


def _taalschakel(gegevens: Gegevens, status: TaalschakelStatus) -> bool:
    return gegevens.taalschakel is not None and gegevens.taalschakel.status == status


def _activiteit(gegevens: Gegevens) -> bool:
    """Here or elsewhere; of who signed elsewhere that municipality saw to it."""
    verklaring = gegevens.verklaring
    return (
        gegevens.activiteit is not None
        or any(getattr(traject, "activiteit_elders", False) for traject in gegevens.trajecten)
        or (verklaring is not None and verklaring.pvt_deelname_id is None)
    )


def _map_op(module: MapModule | None) -> date | None:
    return module.eindgesprek_op if module and module.status == MapStatus.AFGEROND else None


def _eisen(onderdelen: Iterable[Iterable[str]]) -> Iterable[EisSoort]:
    return (EXAMEN_EIS[Onderdeel(code)] for codes in onderdelen for code in codes)


def _ontheven(gegevens: Gegevens, traject: Traject) -> frozenset[EisSoort]:
    """In the Z-route a dispensation that names no exam parts is for the participation (B26 2.7)."""
    if traject.leerroute == Leerroute.Z.value:
        meedoen = any(not ontheffing.onderdelen for ontheffing in gegevens.ontheffingen)
        return frozenset({EisSoort.PARTICIPATIEUREN} if meedoen else ())
    return frozenset(_eisen(o.onderdelen for o in gegevens.ontheffingen))
