"""The tasks at the end of the chain."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import DossierStatus, SchakelNummer, SchakelStatus
from inburgering.models import Schakel
from inburgering.queries.taakbronnen import Dossiers, van, vandaag
from leerroutes.models import Afronding, Traject, TrajectStatus
from leerroutes.queries.afronding import met_verschil
from leerroutes.queries.voortgang import voortgang_van_allen
from wet.datums import maanden_na
from wet.leerroutes import Leerroute

PAGINA = "leerroute-afronden"
_BEOORDELEN_NA_MAANDEN = 6  # an agreement: no law names it


def schakel_4_afronden(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Everything is done: schakel 4 can close."""
    open_ = Schakel.objects.filter(
        inburgeraar=OuterRef("pk"), nummer=SchakelNummer.INBURGEREN, status=SchakelStatus.OPEN
    )
    loopt = Traject.objects.filter(inburgeraar=OuterRef("pk"), status=TrajectStatus.LOPEND)
    rijen = list(van(dossiers).filter(Exists(open_), Exists(loopt), status=DossierStatus.ACTIEF))
    for pk, antwoord in voortgang_van_allen(rijen, op=vandaag()).items():
        if antwoord.bekend is not None and antwoord.bekend.voldaan:
            yield AfgeleideTaak(
                dossier_id=pk,
                soort="schakel_4_afronden",
                bron="eisen",
                titel="Schakel 4 afronden",
                waarom="Alle eisen van de leerroute zijn gedaan.",
                pagina=PAGINA,
            )


def schakel_4_weer_open(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Schakel 4 is closed, and what it rested on is not there any more: hours were put right, a
    signature was taken back, a mark was withdrawn.
    """
    dicht = Schakel.objects.filter(
        inburgeraar=OuterRef("pk"), nummer=SchakelNummer.INBURGEREN, status=SchakelStatus.AFGEROND
    )
    rijen = list(van(dossiers).filter(Exists(dicht), status=DossierStatus.ACTIEF))
    for pk, antwoord in voortgang_van_allen(rijen, op=vandaag()).items():
        if antwoord.bekend is not None and not antwoord.bekend.voldaan:
            yield AfgeleideTaak(
                dossier_id=pk,
                soort="schakel_4_weer_open",
                bron="eisen",
                titel="Schakel 4 heropenen: er is weer iets te doen",
                waarom=f"Schakel 4 is dicht, maar dit staat open: {antwoord.bekend.open[0].nog[0]}",
                pagina=PAGINA,
            )


def melden_aan_duo(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Schakel 4 closed and DUO was not told since."""
    gemeld = Afronding.objects.filter(
        inburgeraar=OuterRef("inburgeraar"), gemeld_op__gte=OuterRef("afgerond_op")
    )
    schakels = Schakel.objects.filter(
        ~Exists(gemeld),
        nummer=SchakelNummer.INBURGEREN,
        status=SchakelStatus.AFGEROND,
        inburgeraar__status=DossierStatus.ACTIEF,
    )
    if dossiers is not None:
        schakels = schakels.filter(inburgeraar__in=dossiers)
    for dossier_id in schakels.values_list("inburgeraar", flat=True):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="melden_aan_duo",
            bron="schakel 4",
            titel="Melden aan DUO dat alles klaar is",
            waarom="Schakel 4 is afgerond. DUO besluit pas na de melding (Besluit 9.2).",
            pagina=PAGINA,
        )


def certificaat_uitreiken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """DUO decided, and the certificate of the Z-route was not handed over yet."""
    laatste = Traject.objects.filter(inburgeraar=OuterRef("pk")).order_by("-start_op", "-pk")
    rijen = (
        van(dossiers)
        .filter(status=DossierStatus.VOLTOOID, afronding__certificaat_uitgereikt_op=None)
        .annotate(route=laatste.values("leerroute")[:1])
        .filter(route=Leerroute.Z.value)
    )
    for dossier_id in rijen.values_list("pk", flat=True):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="certificaat_uitreiken",
            bron="besluit DUO",
            titel="Certificaat uitreiken",
            waarom="DUO maakt het certificaat; de gemeente overhandigt het zelf (Regeling 3.18.2).",
            pagina=PAGINA,
            ook_voltooid=True,
        )


def begeleiding_loopt_door(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The plicht is met and nobody said when the guidance ends: to look at within half a year."""
    rijen = van(dossiers).filter(
        status=DossierStatus.VOLTOOID,
        afronding__isnull=False,
        afronding__begeleiding_eind_op=None,
    )
    for dossier_id, voltooid_op in rijen.values_list("pk", "voltooid_op"):
        assert voltooid_op is not None  # the state says so
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="begeleiding_loopt_door",
            bron="begeleiding",
            titel="Beoordelen of de begeleiding kan stoppen",
            waarom="De inburgering is klaar. De begeleiding gaat door tot iemand zonder "
            "uitkering leeft.",
            pagina=PAGINA,
            uiterlijk_op=maanden_na(voltooid_op, _BEOORDELEN_NA_MAANDEN),
            ook_voltooid=True,
        )


def verschil_met_duo(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """DUO found the plicht met, our own list is not complete, and nobody said why."""
    toegelicht = Q(afronding__isnull=False) & ~Q(afronding__verschil_toelichting="")
    rijen = list(van(dossiers).filter(~toegelicht, status=DossierStatus.VOLTOOID))
    for dossier in met_verschil(rijen, voortgang_van_allen(rijen, op=vandaag())):
        yield AfgeleideTaak(
            dossier_id=dossier.pk,
            soort="verschil_met_duo",
            bron="besluit DUO",
            titel="Verschil met DUO toelichten",
            waarom="DUO besloot dat aan de plicht is voldaan; op onze lijst staat nog iets open.",
            pagina=PAGINA,
            ook_voltooid=True,
        )
