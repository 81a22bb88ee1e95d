"""The tasks that follow from placements: to begin, a subsidy that ends, a place to look for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from django.db.models import Exists, OuterRef, QuerySet

from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import SchakelNummer, SchakelStatus
from inburgering.models import Schakel
from inburgering.queries.taakbronnen import Dossiers
from leerroutes.enums import PlaatsingStatus, SubsidieSoort
from leerroutes.models import Plaatsing, Traject, TrajectStatus
from leerroutes.queries.bezetting import NU_DAAR
from leerroutes.queries.ontheven import zonder_participatie
from leerroutes.queries.zonder_pip import trajecten_zonder_pip
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute
from wet.normen import norm

_PAGINA = "leerroute-participatie"


def plaatsing_starten(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Put forward, and nobody said whether it began."""
    for plaatsing in _plaatsingen(dossiers).filter(status=PlaatsingStatus.AANGEMELD):
        yield AfgeleideTaak(
            dossier_id=plaatsing.inburgeraar_id,
            soort="plaatsing_starten",
            bron=f"plaatsing {plaatsing.pk}",
            titel="Plaatsing starten",
            waarom=f"Aangemeld op {plaatsing.aangemeld_op:%d-%m-%Y} bij {plaatsing.waar}.",
            pagina=_PAGINA,
        )


def plaatsing_zonder_pip(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The plan was taken back and somebody is still somewhere."""
    ergens = Plaatsing.objects.filter(inburgeraar=OuterRef("inburgeraar"), status__in=NU_DAAR)
    for traject in trajecten_zonder_pip(dossiers).filter(Exists(ergens)):
        yield AfgeleideTaak(
            dossier_id=traject.inburgeraar_id,
            soort="plaatsing_zonder_pip",
            bron=f"traject {traject.pk}",
            titel="Plaatsing loopt zonder PIP",
            waarom=f"Het PIP is ingetrokken op {traject.eind_op:%d-%m-%Y}. Uren van daarna tellen "
            "niet mee (B26 5.3.5). Stel een nieuw PIP vast of beëindig de plaatsing.",
            pagina=_PAGINA,
        )


def subsidie_loopt_af(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Somebody works with a subsidy that ends on a day that is known, and nobody said that was
    discussed. Also once DUO said that the plicht is met: the work goes on.
    """
    plaatsingen = _plaatsingen(dossiers).filter(
        status=PlaatsingStatus.GESTART, subsidie_eind_op__isnull=False, subsidie_besproken_op=None
    )
    for plaatsing in plaatsingen:
        soort = SubsidieSoort(plaatsing.subsidie).label.lower()
        yield AfgeleideTaak(
            dossier_id=plaatsing.inburgeraar_id,
            soort="subsidie_loopt_af",
            bron=f"subsidie {plaatsing.pk}",
            titel="Bespreken hoe het verder gaat na de subsidie",
            waarom=f"De {soort} bij {plaatsing.waar} eindigt.",
            pagina=_PAGINA,
            uiterlijk_op=plaatsing.subsidie_eind_op,
            ook_voltooid=True,
        )


def plek_zoeken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The Z-route of an asylum migrant asks for hours, and somebody takes part nowhere. Not with
    a dispensation from these hours, nor once schakel 4 is closed.
    """
    zelf = {"inburgeraar": OuterRef("inburgeraar")}
    ergens = Plaatsing.objects.filter(**zelf, status__in=NU_DAAR)
    klaar = Schakel.objects.filter(
        **zelf, nummer=SchakelNummer.INBURGEREN, status=SchakelStatus.AFGEROND
    )
    trajecten = Traject.objects.filter(
        ~Exists(ergens),
        ~zonder_participatie(),
        ~Exists(klaar),
        status=TrajectStatus.LOPEND,
        leerroute=Leerroute.Z.value,
        inburgeraar__doelgroep=Doelgroep.ASIEL.value,
    ).select_related("inburgeraar__urenstand")
    if dossiers is not None:
        trajecten = trajecten.filter(inburgeraar__in=dossiers)
    for traject in trajecten:
        nodig = _nodig(traject.start_op)
        if _gedaan(traject) >= nodig:
            continue
        yield AfgeleideTaak(
            dossier_id=traject.inburgeraar_id,
            soort="plek_zoeken",
            bron="plek",
            titel="Plek om mee te doen zoeken",
            waarom=f"De Z-route vraagt {nodig} uur participatie (Wi 9).",
            pagina=_PAGINA,
        )


def _plaatsingen(dossiers: Dossiers) -> QuerySet[Plaatsing]:
    rijen: QuerySet[Plaatsing] = Plaatsing.objects.select_related("plek", "vacature__werkgever")
    return rijen if dossiers is None else rijen.filter(inburgeraar__in=dossiers)


@cache
def _nodig(op: date) -> int:
    return norm("z_participatieuren", op).aantal


def _gedaan(traject: Traject) -> Decimal:
    """What counts so far; before there are hours only the opening balance."""
    stand = getattr(traject.inburgeraar, "urenstand", None)
    return stand.participatie if stand else Decimal(traject.eerdere_uren_participatie or 0)
