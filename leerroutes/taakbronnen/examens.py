"""The tasks of exams, the MAP and the closing talk of the Z-route."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, Sum

from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import DossierStatus, TermijnSoort, TermijnStatus
from inburgering.models import Termijn
from inburgering.queries.taakbronnen import Dossiers, van, vandaag
from leerroutes.enums import MapStatus, TaalschakelStatus
from leerroutes.models import (
    Eindgesprek,
    Examenresultaat,
    Maandtotaal,
    MapModule,
    MapThema,
    Participatieverklaring,
    Taalschakeltraject,
    Traject,
    TrajectStatus,
)
from leerroutes.queries.examens import uitslag_uiterlijk
from leerroutes.queries.map import PRAKTIJK, uren_nodig
from leerroutes.queries.voortgang import voortgang_van_allen
from wet.leerroutes import EisSoort, Leerroute, map_nodig


def examenuitslag(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """A task knows no clock, so it stands there from the registration on, with its own day."""
    examens = Examenresultaat.objects.filter(uitslag="", inburgeraar__status=DossierStatus.ACTIEF)
    if dossiers is not None:
        examens = examens.filter(inburgeraar__in=dossiers)
    for examen in examens:
        deel = str(examen.get_onderdeel_display())
        yield AfgeleideTaak(
            dossier_id=examen.inburgeraar_id,
            soort="examen_uitslag",
            bron=f"examen {examen.pk}",
            titel=f"Uitslag van het examen vastleggen: {deel[:1].lower()}{deel[1:]}",
            waarom=f"Het examen is op {examen.examen_op:%d-%m-%Y}. DUO geeft de uitslag.",
            pagina="leerroute-examens",
            uiterlijk_op=uitslag_uiterlijk(examen),
        )


def map_beginnen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The route asks for the MAP, and nothing of it was recorded: no hours, themes or talk."""
    bij = {"inburgeraar": OuterRef("inburgeraar")}
    trajecten = list(
        Traject.objects.filter(
            ~Exists(Maandtotaal.objects.filter(**bij, soort__in=PRAKTIJK, aanwezig__gt=0)),
            ~Exists(MapThema.objects.filter(map__inburgeraar=OuterRef("inburgeraar"))),
            ~Exists(MapModule.objects.filter(**bij, status=MapStatus.AFGEROND)),
            status=TrajectStatus.LOPEND,
            inburgeraar__status=DossierStatus.ACTIEF,
            **({} if dossiers is None else {"inburgeraar__in": dossiers}),
        )
    )
    mensen = [traject.inburgeraar_id for traject in trajecten]
    verlaten, dagen = _verlaten(mensen), _laatste_dagen(mensen)
    for traject in trajecten:
        pk = traject.inburgeraar_id
        if not map_nodig(Leerroute(traject.leerroute), traject_verlaten=pk in verlaten):
            continue
        yield AfgeleideTaak(
            dossier_id=pk,
            soort="map_beginnen",
            bron="map",
            titel="Met de MAP beginnen",
            waarom="De leerroute vraagt de MAP. Er is nog niets van vastgelegd (Besluit 3.2).",
            pagina="leerroute-map",
            uiterlijk_op=dagen.get(pk),
        )


def map_eindgesprek(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The practice is done and the talk is not."""
    gedaan = _praktijk_zonder_gesprek(dossiers)
    trajecten = Traject.objects.filter(inburgeraar__in=gedaan, status=TrajectStatus.LOPEND)
    verlaten = _verlaten(gedaan)
    dagen = _laatste_dagen(gedaan)
    for traject in trajecten:
        pk = traject.inburgeraar_id
        nodig = map_nodig(Leerroute(traject.leerroute), traject_verlaten=pk in verlaten)
        if not nodig or gedaan[pk] < uren_nodig(traject):
            continue
        yield AfgeleideTaak(
            dossier_id=pk,
            soort="map_eindgesprek",
            bron="map",
            titel="Eindgesprek van de MAP voeren",
            waarom="De uren praktijk zijn gedaan. Het eindgesprek sluit de MAP af (Besluit 3.2).",
            pagina="leerroute-map",
            uiterlijk_op=dagen.get(pk),
        )


def eindgesprek_z(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Everything of the Z-route is done but the talk. Only asked of who closed MAP and PVT."""
    bij = {"inburgeraar": OuterRef("pk")}
    op_z = Traject.objects.filter(**bij, status=TrajectStatus.LOPEND, leerroute=Leerroute.Z.value)
    rijen = list(
        van(dossiers).filter(
            Exists(op_z),
            Exists(MapModule.objects.filter(**bij, status=MapStatus.AFGEROND)),
            Exists(Participatieverklaring.objects.filter(**bij)),
            ~Exists(Eindgesprek.objects.filter(**bij)),
            status=DossierStatus.ACTIEF,
        )
    )
    dagen = _laatste_dagen([rij.pk for rij in rijen])
    for pk, antwoord in voortgang_van_allen(rijen, op=vandaag()).items():
        stand = antwoord.bekend
        if stand is None or {s.eis.soort for s in stand.open} != {EisSoort.EINDGESPREK_Z}:
            continue
        yield AfgeleideTaak(
            dossier_id=pk,
            soort="eindgesprek_z",
            bron="eisen",
            titel="Eindgesprek van de Z-route voeren",
            waarom="Al het andere is klaar. De gemeente voert dit gesprek zelf (Besluit 3.14.4).",
            pagina="leerroute-eindgesprek",
            uiterlijk_op=dagen.get(pk),
        )


def _praktijk_zonder_gesprek(dossiers: Dossiers) -> dict[int, Decimal]:
    """Hours of practice per dossier, of who has some and did not close the MAP."""
    klaar = MapModule.objects.filter(inburgeraar=OuterRef("inburgeraar"), status=MapStatus.AFGEROND)
    totalen = Maandtotaal.objects.filter(
        ~Exists(klaar), soort__in=PRAKTIJK, inburgeraar__status=DossierStatus.ACTIEF
    )
    if dossiers is not None:
        totalen = totalen.filter(inburgeraar__in=dossiers)
    per_dossier = totalen.order_by().values("inburgeraar").annotate(som=Sum("aanwezig"))
    return dict(per_dossier.values_list("inburgeraar", "som"))


def _verlaten(dossiers: Collection[int]) -> set[int]:
    """Whose last taalschakeltraject was left without a diploma."""
    rijen = Taalschakeltraject.objects.filter(inburgeraar__in=dossiers)
    laatste = {rij.inburgeraar_id: rij.status for rij in rijen.order_by("start_op", "pk")}
    return {pk for pk, status in laatste.items() if status == TaalschakelStatus.VERLATEN}


def _laatste_dagen(dossiers: Collection[int]) -> dict[int, date]:
    """The last day of the three years: then it must be done."""
    termijnen = Termijn.objects.filter(
        soort=TermijnSoort.INBURGERING, status=TermijnStatus.LOPEND, inburgeraar__in=dossiers
    )
    return dict(termijnen.values_list("inburgeraar", "eind_op"))
