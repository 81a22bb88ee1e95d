"""The ondertussengroep in the demo: most have a plan, some a course, talks and DUO's term."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus, Regime
from inburgering.models import Inburgeraar
from intake.services.intake import intake_starten
from leerroutes.enums import GesprekStatus
from leerroutes.models import Begeleidingsplan, Voortgangsgesprek
from leerroutes.services.gesprekken import gesprek_voeren
from leerroutes.services.ondertussen import (
    PlanGegevens,
    begeleidingsplan_bespreken,
    begeleidingsplan_brief_maken,
    begeleidingsplan_opstellen,
    cursus_vastleggen,
    duo_termijn_vastleggen,
)
from medewerkers.models import Medewerker

_PLANNEN = (
    (
        "U wilt betaald werk vinden, het liefst in de zorg.",
        "U gaat twee dagen per week naar een werkplek. Wij helpen u met solliciteren.",
        13,
    ),
    (
        "U wilt beter Nederlands leren en meer mensen leren kennen.",
        "U gaat elke week naar het taalcafé. Wij zoeken een taalmaatje voor u.",
        8,
    ),
    (
        "U wilt een opleiding doen op het mbo.",
        "U vraagt uw diploma’s aan. Wij maken voor u een afspraak met de school.",
        13,
    ),
    (
        "U wilt zelf uw geld en uw post regelen.",
        "U volgt de cursus over geld. Eens per maand kijken wij samen naar uw post.",
        4,
    ),
)


def vul_ondertussen(*, door: Medewerker, nu: datetime) -> None:
    """Every fifth has no plan yet, the next one a plan not discussed. Twice is once."""
    if Begeleidingsplan.objects.exists():
        return
    dossiers = Inburgeraar.objects.filter(
        regime=Regime.WI2013, status=DossierStatus.ACTIEF, gesloten=False
    ).order_by("dossiernummer")
    for n, dossier in enumerate(dossiers):
        if n % 5 != 3:
            _begeleid(n, dossier, {"door": dossier.consulent or door, "nu": nu})


def _begeleid(n: int, dossier: Inburgeraar, wie: dict[str, Any]) -> None:
    vandaag = lokale_datum(wie["nu"])
    doel, afspraken, weken = _PLANNEN[n % len(_PLANNEN)]
    plan = begeleidingsplan_opstellen(
        dossier_id=dossier.pk,
        gegevens=PlanGegevens(doel=doel, afspraken=afspraken, gesprek_weken=weken),
        **wie,
    )
    if n % 5 == 4:
        return
    besproken_op = vandaag - timedelta(days=20 + 14 * (n % 9))
    zelf: dict[str, Any] = {"plan_id": plan.pk, "versie": None, **wie}
    begeleidingsplan_bespreken(op=besproken_op, **zelf)
    if n % 7 != 6:  # with who is left, the talk is late
        _praat(dossier, vandaag=vandaag, wie=wie)
    if n % 3 != 2:
        _cursus(besproken_op, klaar=n % 3 == 1, vandaag=vandaag, zelf=zelf)
    if n % 2 == 0:
        eind_op = dossier.geopend_op + timedelta(days=3 * 365 + 30 * (n % 24))
        duo_termijn_vastleggen(eind_op=eind_op, bron_op=dossier.geopend_op, **zelf)
    if n in (0, 2):
        begeleidingsplan_brief_maken(plan_id=plan.pk, **wie)
    if n == 1:
        intake_starten(dossier_id=dossier.pk, **wie)


def _praat(dossier: Inburgeraar, *, vandaag: date, wie: dict[str, Any]) -> None:
    """As often as the plan promised, up to today."""
    gepland = Voortgangsgesprek.objects.filter(inburgeraar=dossier, status=GesprekStatus.GEPLAND)
    while (gesprek := gepland.first()) is not None and gesprek.uiterlijk_op <= vandaag:
        gesprek_voeren(
            gesprek_id=gesprek.pk,
            versie=None,
            op=gesprek.uiterlijk_op - timedelta(days=2),
            verslag="Het gaat goed. Wij spraken over het plan, het werk en de post.",
            afspraken="Volgende keer kijken wij naar de cursus.",
            **wie,
        )


def _cursus(begin: date, *, klaar: bool, vandaag: date, zelf: dict[str, Any]) -> None:
    eind_op = min(vandaag, begin + timedelta(weeks=6)) if klaar else None
    cursus_vastleggen(start_op=begin + timedelta(days=3), eind_op=eind_op, **zelf)
