"""The tasks around an offer: make it, hear the answer, begin, state that it was late."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import (
    Regime,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.models import Schakel, Signaal, Termijn
from inburgering.queries.taakbronnen import Dossiers, vandaag
from inburgering.services.termijnen import VOORBIJ
from leerroutes.enums import (
    AanbodStatus,
    DeelnameStatus,
    Lessoort,
    TaalschakelStatus,
    TrajectStatus,
)
from leerroutes.models import Deelname, Inburgeringsaanbod, Taalschakeltraject, Traject
from leerroutes.models.aanbod import LOPEND_AANBOD
from leerroutes.queries.aanbodtermijn import (
    SOORTEN,
    feiten_van,
    sleutel_van,
    verklaringen_van,
)
from leerroutes.queries.voortgang import voortgang_van_allen
from leerroutes.queries.zonder_pip import trajecten_zonder_pip
from wet.doelgroepen import Doelgroep
from wet.leerroutes import EisSoort, Leerroute, Voortgang
from wet.uitkomst import Uitkomst

PAGINA = "leerroute-lessen"
# How long one waits before asking what somebody thinks of the offer: practice, no rule.
REACTIE = timedelta(weeks=2)


def aanbod_te_doen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """A route runs, and nothing is offered or followed: not yet, or not any more. Not when
    somebody said that no new offer is needed.
    """
    loopt = Inburgeringsaanbod.objects.filter(inburgeraar=OuterRef("inburgeraar"))
    volgt = Deelname.objects.filter(inburgeraar=OuterRef("inburgeraar"))
    eigen = loopt.filter(traject=OuterRef("pk"))
    schakel = Taalschakeltraject.objects.filter(traject=OuterRef("pk"))
    trajecten = (
        _trajecten(dossiers)
        .filter(
            ~Exists(loopt.filter(status__in=[AanbodStatus.GEDAAN, AanbodStatus.AANVAARD])),
            ~Exists(volgt.filter(status=DeelnameStatus.GESTART)),
            ~Exists(schakel.filter(status=TaalschakelStatus.LOPEND)),
            afgezien_op=None,
        )
        .annotate(
            opnieuw=Exists(eigen),
            begonnen=Exists(eigen.filter(gestart_op__isnull=False)),
            schakel=Exists(schakel),
        )
        .select_related("inburgeraar")
    )
    dagen = _laatste_dagen(dossiers, TermijnSoort.AANBOD)
    for traject, gevolgd in _nog_taal(trajecten):
        opnieuw: bool = traject.opnieuw or gevolgd
        yield AfgeleideTaak(
            dossier_id=traject.inburgeraar_id,
            soort="aanbod_doen",
            bron=f"traject {traject.pk}",
            titel="Nieuw aanbod voor lessen doen" if opnieuw else "Aanbod voor lessen doen",
            waarom=_GEVOLGD if gevolgd else _OPNIEUW if opnieuw else _EERSTE,
            pagina=PAGINA,
            uiterlijk_op=dagen.get(traject.inburgeraar_id),
        )


_EERSTE = "De gemeente biedt tijdig na het PIP een cursus aan (Wi 16)."
_GEVOLGD = "De lessen zijn gestopt. Er staan nog eisen voor taal of KNM open (Wi 16)."
_OPNIEUW = "Het vorige aanbod is geweigerd of ging niet door. De leerroute loopt nog (Wi 16)."


def _nog_taal(trajecten: Iterable[Any]) -> Iterator[tuple[Any, bool]]:
    """Each with whether lessons were followed; without who did and needs no more of them.

    The requirements are asked only of who followed lessons: for the others all are still open.
    """
    rijen = [(rij, bool(rij.begonnen or rij.schakel)) for rij in trajecten]
    wie = [rij.inburgeraar for rij, gevolgd in rijen if gevolgd]
    standen = voortgang_van_allen(wie, op=vandaag())
    for rij, gevolgd in rijen:
        if not gevolgd or _taal_open(standen.get(rij.inburgeraar_id)):
            yield rij, gevolgd


def _taal_open(antwoord: Uitkomst[Voortgang] | None) -> bool:
    stand = antwoord.bekend if antwoord else None
    return stand is not None and any(rij.eis.soort in _TAAL for rij in stand.open)


_TAAL = {
    EisSoort.EXAMEN_LEZEN,
    EisSoort.EXAMEN_LUISTEREN,
    EisSoort.EXAMEN_SCHRIJVEN,
    EisSoort.EXAMEN_SPREKEN,
    EisSoort.EXAMEN_KNM,
    EisSoort.TAALSCHAKELTRAJECT,
    EisSoort.CURSUSUREN,
}


def lessen_zonder_pip(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The plan was taken back and lessons go on: whether they stop, or a new plan comes."""
    volgt = Deelname.objects.filter(
        inburgeraar=OuterRef("inburgeraar"), status=DeelnameStatus.GESTART
    )
    for traject in trajecten_zonder_pip(dossiers).filter(Exists(volgt)):
        yield AfgeleideTaak(
            dossier_id=traject.inburgeraar_id,
            soort="lessen_zonder_pip",
            bron=f"traject {traject.pk}",
            titel="Lessen lopen zonder PIP",
            waarom=f"Het PIP is ingetrokken op {traject.eind_op:%d-%m-%Y}. Uren van daarna tellen "
            "niet mee (B26 5.3.5). Stel een nieuw PIP vast of beëindig de lessen.",
            pagina=PAGINA,
        )


def taalschakel_past_niet(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """What belongs to the onderwijsroute only runs on while the route is another."""
    zelf = {"inburgeraar": OuterRef("inburgeraar")}
    schakel = Taalschakeltraject.objects.filter(**zelf, status=TaalschakelStatus.LOPEND)
    lessen = {**zelf, "lessoort": Lessoort.TAALSCHAKEL}
    volgt = Deelname.objects.filter(**lessen, status=DeelnameStatus.GESTART)
    aanbod = Inburgeringsaanbod.objects.filter(**lessen, status__in=LOPEND_AANBOD)
    trajecten = Traject.objects.filter(
        Exists(schakel) | Exists(volgt) | Exists(aanbod), status=TrajectStatus.LOPEND
    ).exclude(leerroute=Leerroute.O.value)
    if dossiers is not None:
        trajecten = trajecten.filter(inburgeraar__in=dossiers)
    for traject in trajecten:
        yield AfgeleideTaak(
            dossier_id=traject.inburgeraar_id,
            soort="taalschakel_past_niet",
            bron=f"traject {traject.pk}",
            titel="Vastleggen hoe het taalschakeltraject eindigt",
            waarom=f"De leerroute is nu: {traject.get_leerroute_display()}. Daar hoort geen "
            "taalschakeltraject bij. Beëindig de lessen, het aanbod en het traject zelf.",
            pagina=PAGINA,
        )


def aanbod_lopend(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """An offer waits: for an answer, for a place, or for the first lesson."""
    aanboden = Inburgeringsaanbod.objects.filter(
        status__in=[AanbodStatus.GEDAAN, AanbodStatus.AANVAARD]
    ).select_related("aanbieder")
    if dossiers is not None:
        aanboden = aanboden.filter(inburgeraar__in=dossiers)
    starts = _laatste_dagen(dossiers, TermijnSoort.AANBOD_START)
    for aanbod in aanboden:
        if aanbod.status == AanbodStatus.GEDAAN:
            yield _vraag_reactie(aanbod)
        else:
            yield _laat_beginnen(aanbod, starts.get(aanbod.inburgeraar_id))


def _vraag_reactie(aanbod: Inburgeringsaanbod) -> AfgeleideTaak:
    return AfgeleideTaak(
        dossier_id=aanbod.inburgeraar_id,
        soort="aanbod_reactie",
        bron=f"aanbod {aanbod.pk}",
        titel="Reactie op het aanbod vragen",
        waarom=f"Nog geen reactie op het aanbod van {aanbod.gedaan_op:%d-%m-%Y}.",
        pagina=PAGINA,
        uiterlijk_op=aanbod.gedaan_op + REACTIE,
    )


def _laat_beginnen(aanbod: Inburgeringsaanbod, start_eind_op: date | None) -> AfgeleideTaak:
    """By the day the school named, and for the taalschakeltraject within its six months."""
    grens = start_eind_op if aanbod.lessoort == Lessoort.TAALSCHAKEL else None
    dagen = [dag for dag in (aanbod.verwachte_start_op, grens) if dag is not None]
    wacht = aanbod.wachtlijst_op
    return AfgeleideTaak(
        dossier_id=aanbod.inburgeraar_id,
        soort="aanbod_starten",
        bron=f"aanbod {aanbod.pk}",
        titel="Nagaan wanneer er plaats is" if wacht else "Vastleggen dat de lessen zijn begonnen",
        waarom=f"Op de wachtlijst bij {aanbod.aanbieder} sinds {wacht:%d-%m-%Y}."
        if wacht
        else f"Het aanbod van {aanbod.aanbieder} is aanvaard.",
        pagina=PAGINA,
        uiterlijk_op=min(dagen, default=None),
    )


def verklaring_te_maken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The months passed without an offer or a start, or it came late: the person gets time."""
    trajecten = list(_met_termijn(dossiers))
    if not trajecten:
        return
    wie = [traject.inburgeraar_id for traject in trajecten]
    gemaakt = {brief.inburgeraar_id: brief.dagtekening for brief in verklaringen_van(wie)}
    voorbij = _voorbij(wie)
    feiten = feiten_van(trajecten)
    for traject in trajecten:
        sinds = feiten[traject.pk].te_laat_sinds(voorbij=voorbij.get(sleutel_van(traject), ()))
        vorige = gemaakt.get(traject.inburgeraar_id)
        if sinds is not None and (vorige is None or vorige < sinds):
            yield AfgeleideTaak(
                dossier_id=traject.inburgeraar_id,
                soort="verklaring_geen_aanbod",
                bron=f"traject {traject.pk}",
                titel="Verklaring maken: geen tijdig aanbod",
                waarom=f"Te laat sinds {sinds:%d-%m-%Y}. "
                "DUO kan de termijn verlengen (Regeling 4.1 g).",
                pagina=PAGINA,
            )


def _trajecten(dossiers: Dossiers) -> QuerySet[Traject]:
    """That run, of people who get an offer and are not done with schakel 4."""
    klaar = Schakel.objects.filter(
        inburgeraar=OuterRef("inburgeraar"),
        nummer=SchakelNummer.INBURGEREN,
        status=SchakelStatus.AFGEROND,
    )
    trajecten = Traject.objects.filter(
        ~Exists(klaar),
        status=TrajectStatus.LOPEND,
        inburgeraar__doelgroep=Doelgroep.ASIEL.value,
        inburgeraar__regime=Regime.WI2021,
    )
    return trajecten if dossiers is None else trajecten.filter(inburgeraar__in=dossiers)


def _met_termijn(dossiers: Dossiers) -> QuerySet[Traject]:
    """Whose months were kept here and are over: met late, or passed. The rest is in time."""
    laat = Q(gehaald_op__gt=F("eind_op")) | Q(status=TermijnStatus.LOPEND, signalen__dagen=VOORBIJ)
    termijnen = Termijn.objects.filter(laat, inburgeraar=OuterRef("inburgeraar"), soort__in=SOORTEN)
    return _trajecten(dossiers).filter(Exists(termijnen))


def _voorbij(dossiers: Collection[int]) -> dict[str, set[TermijnSoort]]:
    """Per traject, the terms of which the night said that they passed."""
    signalen = Signaal.objects.filter(
        dagen=VOORBIJ,
        termijn__inburgeraar__in=dossiers,
        termijn__soort__in=SOORTEN,
        termijn__status=TermijnStatus.LOPEND,
    )
    voorbij: dict[str, set[TermijnSoort]] = {}
    for sleutel, soort in signalen.values_list("termijn__sleutel", "termijn__soort"):
        voorbij.setdefault(sleutel, set()).add(TermijnSoort(soort))
    return voorbij


def _laatste_dagen(dossiers: Dossiers, soort: TermijnSoort) -> dict[int, date]:
    termijnen = Termijn.objects.filter(soort=soort, status=TermijnStatus.LOPEND)
    if dossiers is not None:
        termijnen = termijnen.filter(inburgeraar__in=dossiers)
    return dict(termijnen.values_list("inburgeraar", "eind_op"))
