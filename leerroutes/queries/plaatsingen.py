"""Where one person takes part, and how many hours of it the route asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from inburgering.enums import Regime
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from leerroutes.enums import PlaatsingStatus
from leerroutes.models import Maandtotaal, Plaatsing, Traject, TrajectStatus, Urenstand
from leerroutes.policies.plaatsingen import check_mag_plaatsen
from leerroutes.queries.bezetting import NU_DAAR
from leerroutes.queries.gepland import uren_per
from leerroutes.queries.ontheven import zonder_participatie
from leerroutes.queries.plekken import pleklijst
from leerroutes.queries.vrijwilligers import Koppelregel, koppelregels
from leerroutes.queries.werkgevers import open_vacatures
from wet.bronnen import voluit
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urendoel, Urensoort, tel_uren
from wet.normen import norm

PLEK, VACATURE = "plek", "vacature"


@dataclass(frozen=True, kw_only=True)
class Plaatsingregel:
    """`uren` is what was attended there so far."""

    plaatsing: Plaatsing
    uren: Decimal
    loopt: bool


@dataclass(frozen=True, kw_only=True)
class Participatiestand:
    """Hours that count and hours that are asked for; `nodig` is None where the law asks for none,
    and then `uitleg` says why. `stappen` and `bron` say what counted.
    """

    nodig: int | None
    gedaan: Decimal
    uitleg: str
    stappen: Sequence[str] = ()
    bron: Sequence[str] = ()

    @property
    def te_gaan(self) -> Decimal:
        return max(Decimal(self.nodig or 0) - self.gedaan, Decimal(0))


@dataclass(frozen=True, kw_only=True)
class Participatiepagina:
    plaatsingen: Sequence[Plaatsingregel]
    eerder: Sequence[Plaatsingregel]
    koppels: Sequence[Koppelregel]
    stand: Participatiestand
    per_week: Decimal
    geen_plaatsen: str


def participatiepagina(dossier: Inburgeraar) -> Participatiepagina:
    traject = Traject.objects.filter(inburgeraar=dossier, status=TrajectStatus.LOPEND).first()
    regels = _regels(dossier)
    return Participatiepagina(
        plaatsingen=[regel for regel in regels if regel.loopt],
        eerder=[regel for regel in regels if not regel.loopt],
        koppels=koppelregels(dossier),
        stand=participatiestand(dossier, traject),
        per_week=sum(
            (
                regel.plaatsing.uren_per_week
                for regel in regels
                if regel.plaatsing.status == PlaatsingStatus.GESTART
            ),
            Decimal(0),
        ),
        geen_plaatsen=weigering(check_mag_plaatsen, dossier, traject=traject),
    )


def _regels(dossier: Inburgeraar) -> list[Plaatsingregel]:
    gedaan = uren_per(dossier, "plaatsing")
    plaatsingen = Plaatsing.objects.filter(inburgeraar=dossier)
    return [
        Plaatsingregel(
            plaatsing=plaatsing,
            uren=gedaan.get(plaatsing.pk, Decimal(0)),
            loopt=plaatsing.status in NU_DAAR,
        )
        for plaatsing in plaatsingen.select_related("plek", "vacature__werkgever")
    ]


# --- What the route asks -------------------------------------------------------------------------
def participatiestand(dossier: Inburgeraar, traject: Traject | None) -> Participatiestand:
    """Only the Z-route of an asylum migrant asks for hours (Wi 9, B26 3.14.2)."""
    geen = _waarom_geen(dossier, traject)
    uren = _uren_per_soort(dossier)
    if geen or traject is None:
        gedaan = uren.get(Urensoort.PARTICIPATIE, Decimal(0))
        return Participatiestand(nodig=None, gedaan=gedaan, uitleg=geen)
    vereist = norm("z_participatieuren", traject.start_op)
    eerder = traject.eerdere_uren_participatie or 0
    stand = Urenstand.objects.filter(inburgeraar=dossier).first()
    stappen = [*tel_uren(Urendoel.Z_PARTICIPATIE, uren).stappen]
    if eerder:
        stappen.append(f"De beginstand van vóór de livegang is {eerder} uur.")
    return Participatiestand(
        nodig=vereist.aantal,
        gedaan=stand.participatie if stand else Decimal(eerder),
        uitleg="Uren van het PVT en de MAP tellen hierin mee.",
        stappen=stappen,
        bron=[voluit(bron) for bron in vereist.bron],
    )


def _waarom_geen(dossier: Inburgeraar, traject: Traject | None) -> str:
    """Why the law asks for no number of hours; "" when it does."""
    if dossier.regime == Regime.WI2013:
        return "Onder de Wet inburgering 2013 is er geen verplicht aantal uren."
    if traject is None:
        return "Er loopt nog geen leerroute: het PIP zegt of er uren nodig zijn."
    if traject.leerroute != Leerroute.Z.value:
        naam = "B1-route" if traject.leerroute == Leerroute.B.value else "onderwijsroute"
        return f"Bij de {naam} is er geen verplicht aantal uren."
    if dossier.doelgroep != Doelgroep.ASIEL.value:
        return "Voor gezinsmigranten en overige migranten vraagt de Z-route geen uren participatie."
    if Traject.objects.filter(zonder_participatie(), pk=traject.pk).exists():
        return "DUO gaf een ontheffing voor de participatie."
    return ""


def _uren_per_soort(dossier: Inburgeraar) -> dict[Urensoort, Decimal]:
    totalen = (
        Maandtotaal.objects.filter(inburgeraar=dossier)
        .order_by()
        .values_list("soort")
        .annotate(uren=Sum("aanwezig"))
    )
    return {Urensoort(soort): uren for soort, uren in totalen}


# --- Where one can go ----------------------------------------------------------------------------
Keuzes = list[tuple[str, list[tuple[str, str]]]]


def waarheen() -> Keuzes:
    """Places and vacancies with room, for a list to choose from: `plek-3`, `vacature-7`."""
    plekken = [
        (f"{PLEK}-{regel.plek.pk}", regel.plek.naam)
        for regel in pleklijst().open
        if regel.vrij is None or regel.vrij > 0
    ]
    werk = [
        (
            f"{VACATURE}-{regel.vacature.pk}",
            f"{regel.vacature.werkgever.naam}: {regel.vacature.functie}",
        )
        for regel in open_vacatures()
        if not regel.vol
    ]
    return [groep for groep in (("Plekken", plekken), ("Werk", werk)) if groep[1]]
