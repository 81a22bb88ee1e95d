"""Moments for the leerbaarheidstoets in the demo: one that was, two to come, and who sit there."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

from inburgering.datums import AMSTERDAM, lokale_datum
from inburgering.enums import DossierStatus
from intake.diagnose.vertalen import feit_van, tekst_van
from intake.models import (
    Alfabetisering,
    BredeIntake,
    GrondGeenToets,
    IntakeStatus,
    Leerbaarheidstoets,
    Onderdeel,
    OnderdeelSoort,
    Opleidingsniveau,
    Taalniveau,
    Toetsmoment,
    ToetsStatus,
    ToetsUitslag,
)
from intake.services.advies import routeadvies_opmaken
from intake.services.diagnose import diagnose_invoeren
from intake.services.intake import onderdeel_invullen
from intake.services.toets import (
    examennummer_vastleggen,
    toets_ontheffen,
    toets_uitslag_vastleggen,
)
from intake.services.toetsbrief import uitnodiging_maken
from intake.services.toetsmomenten import (
    MomentGegevens,
    toetsmoment_afronden,
    toetsmoment_maken,
)
from intake.services.toetsplek import toets_plannen
from medewerkers.models import Medewerker

_PLAATS = "De Schans, lokaal 2, Hoofdstraat 14, Leek"
_BEGELEIDER = "Tess de Vries"
_VOORAF, _GELEDEN = timedelta(days=10), timedelta(days=4)
_FEITEN: dict[str, dict[str, object]] = {
    OnderdeelSoort.OPLEIDING_EN_WERK: {
        "jaren_onderwijs": 9,
        "opleidingsniveau": Opleidingsniveau.LBO_MAVO.value,
    },
    OnderdeelSoort.TAAL: {
        "alfabetisering": Alfabetisering.ANDER_SCHRIFT.value,
        "taalniveau": Taalniveau.A1.value,
    },
    OnderdeelSoort.WENSEN: {"wil_studeren": False},
}
_TEKST = {
    OnderdeelSoort.OPLEIDING_EN_WERK: "Negen jaar school, daarna in een werkplaats gewerkt.",
    OnderdeelSoort.TAAL: "Spreekt een paar woorden Nederlands. Leest en schrijft Tigrinya.",
    OnderdeelSoort.WENSEN: "Wil zo snel mogelijk werken, liefst in de techniek.",
}


def bouw_toetsen(*, door: Medewerker, nu: datetime) -> None:
    """Over intakes that run; twice is once."""
    if Toetsmoment.objects.exists():
        return
    _geweest(door, nu)
    straks = _moment(nu + timedelta(days=3), time(10), 6, door=door, nu=nu)
    _moment(nu + timedelta(days=9), time(13, 30), 4, door=door, nu=nu)
    wachten = [toets.pk for toets in _te_doen()[:3]]
    for toets_id in wachten[:2]:
        toets_plannen(toets_id=toets_id, versie=None, moment_id=straks.pk, door=door, nu=nu)
    for toets_id in wachten[:1]:
        _nodig_uit(toets_id, door, nu)
    _diagnose(door, nu)
    for toets_id in wachten[2:]:
        toets_ontheffen(
            toets_id=toets_id,
            versie=None,
            grond=GrondGeenToets.VISUEEL,
            toelichting="Verklaring van de oogarts van vorige maand.",
            door=door,
            nu=nu,
        )


def _diagnose(door: Medewerker, nu: datetime) -> None:
    """Made elsewhere a month ago, and still to be taken over; whether a test waits or not."""
    loopt = BredeIntake.objects.filter(
        status=IntakeStatus.GESTART,
        inburgeraar__status=DossierStatus.ACTIEF,
        inburgeraar__gesloten=False,
    )
    intake = loopt.order_by("pk").first()
    if intake is None:
        return
    diagnose_invoeren(
        dossier_id=intake.inburgeraar_id,
        bron="CompetenSYS",
        op=lokale_datum(nu - timedelta(days=30)),
        waarden=[
            feit_van("jaren_onderwijs", 9),
            feit_van("taalniveau", Taalniveau.A1.value),
            tekst_van(OnderdeelSoort.WERK.value, "Sterke punten", "Werkt nauwkeurig en op tijd."),
        ],
        door=door,
        nu=nu,
    )


def _te_doen() -> list[Leerbaarheidstoets]:
    return list(
        Leerbaarheidstoets.objects.filter(
            status=ToetsStatus.NODIG,
            inburgeraar__status=DossierStatus.ACTIEF,
            inburgeraar__gesloten=False,
            inburgeraar__brede_intake__status=IntakeStatus.GESTART,
        )
        .select_related("inburgeraar__brede_intake")
        .order_by("pk")
    )


def _geweest(door: Medewerker, nu: datetime) -> None:
    """Somebody of whom the intake ran already when the moment was planned: result and advice."""
    toen, dag = nu - _VOORAF, nu - _GELEDEN
    oud = [
        toets
        for toets in _te_doen()
        if (toets.inburgeraar.brede_intake.gestart_op or nu.date()) <= lokale_datum(toen)
    ]
    moment = _moment(dag, time(9, 30), 6, door=door, nu=toen)
    for toets in oud[:1]:
        toets_plannen(toets_id=toets.pk, versie=None, moment_id=moment.pk, door=door, nu=toen)
        toetsmoment_afronden(moment_id=moment.pk, versie=None, niet_gekomen=[], door=door, nu=nu)
        toets_uitslag_vastleggen(
            toets_id=toets.pk,
            versie=None,
            uitslag=ToetsUitslag.NIET_HAALBAAR,
            uitslag_op=lokale_datum(nu - timedelta(days=2)),
            behaalde_score=Decimal("412.50"),
            benodigde_score=Decimal("500.00"),
            door=door,
            nu=nu,
        )
        _vertel(toets, door, nu)
        routeadvies_opmaken(dossier_id=toets.inburgeraar_id, door=door, nu=nu)


def _moment(
    dag: datetime, tijd: time, plaatsen: int, *, door: Medewerker, nu: datetime
) -> Toetsmoment:
    return toetsmoment_maken(
        gegevens=MomentGegevens(
            begint_at=datetime.combine(lokale_datum(dag), tijd, AMSTERDAM),
            minuten=120,
            plaats=_PLAATS,
            begeleider=_BEGELEIDER,
            plaatsen=plaatsen,
        ),
        door=door,
        nu=nu,
    )


def _nodig_uit(toets_id: int, door: Medewerker, nu: datetime) -> None:
    examennummer_vastleggen(
        toets_id=toets_id, versie=None, examennummer="000123456789", door=door, nu=nu
    )
    uitnodiging_maken(toets_id=toets_id, door=door, nu=nu)


def _vertel(toets: Leerbaarheidstoets, door: Medewerker, nu: datetime) -> None:
    delen = Onderdeel.objects.filter(
        intake__inburgeraar=toets.inburgeraar_id, soort__in=_FEITEN
    ).order_by("pk")
    for deel in delen:
        onderdeel_invullen(
            onderdeel_id=deel.pk,
            versie=None,
            tekst=deel.tekst or _TEKST[OnderdeelSoort(deel.soort)],
            feiten=_FEITEN[deel.soort],
            door=door,
            nu=nu,
        )
