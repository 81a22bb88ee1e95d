"""Talks about money and letters about what we pay, in the demo.

Talks are with De Schans for its clients, one by the municipality itself.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Count

from besluiten.models import Brief
from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from ontzorgen.enums import CoachOnderwerp
from ontzorgen.models import Coachmoment, Uitkering
from ontzorgen.policies.coaching import CoachGegevens
from ontzorgen.queries.brieven import SOORTEN, brievenstand
from ontzorgen.services.brieven import eindbrieven_maken, startbrief_maken
from ontzorgen.services.coaching import (
    coachmoment_houden,
    coachmoment_laten_vervallen,
    coachmoment_plannen,
)

_KLANTEN, _VRIJDAG = 5, 4
# days from today, subject, what was agreed; without it the talk is still to come
_GESPREKKEN: tuple[tuple[int, CoachOnderwerp, str], ...] = (
    (-34, CoachOnderwerp.BANK, "Heeft een rekening en een pinpas. Oefent met de app van de bank."),
    (-13, CoachOnderwerp.POST, "Maakt elke week de post open en bewaart brieven in een map."),
    (15, CoachOnderwerp.TOESLAGEN, ""),
)


def vul_coaching(*, partner: Medewerker, consulent: Medewerker, nu: datetime) -> None:
    """For clients of the partner who are paid for, or were; twice is once."""
    if Coachmoment.objects.exists():
        return
    klanten = list(
        Inburgeraar.objects.filter(
            partner=partner.partnerorganisatie,
            status=DossierStatus.ACTIEF,
            gesloten=False,
            uitkeringen__ontzorgperiode__isnull=False,
        )
        .annotate(lasten=Count("uitkeringen__lasten"))
        .order_by("-lasten", "-pk")[:_KLANTEN]
    )
    for klant in klanten:
        _gesprekken(klant, partner, nu)
    if klanten:
        _van_de_gemeente(klanten[0], consulent, nu)


def _gesprekken(klant: Inburgeraar, partner: Medewerker, nu: datetime) -> None:
    for dagen, onderwerp, afspraken in _GESPREKKEN:
        op = _werkdag(lokale_datum(nu) + timedelta(days=dagen))
        moment = coachmoment_plannen(
            dossier_id=klant.pk,
            gegevens=CoachGegevens(op=op, onderwerp=onderwerp, coach="Tess de Vries"),
            door=partner,
            nu=nu,
        )
        if afspraken:
            coachmoment_houden(
                moment_id=moment.pk, versie=None, op=op, afspraken=afspraken, door=partner, nu=nu
            )


def _werkdag(dag: date) -> date:
    """Nobody talks about money in a weekend."""
    return dag - timedelta(days=max(dag.weekday() - _VRIJDAG, 0))


def _van_de_gemeente(klant: Inburgeraar, consulent: Medewerker, nu: datetime) -> None:
    """One that did not go on; the partner does not see it."""
    moment = coachmoment_plannen(
        dossier_id=klant.pk,
        gegevens=CoachGegevens(
            op=_werkdag(lokale_datum(nu) - timedelta(days=6)), onderwerp=CoachOnderwerp.BEGROTING
        ),
        door=consulent,
        nu=nu,
    )
    coachmoment_laten_vervallen(
        moment_id=moment.pk, versie=None, reden="Was ziek", door=consulent, nu=nu
    )


def vul_ontzorgbrieven(*, administratie: Medewerker, nu: datetime) -> None:
    """The start of one household and the end of the first that can; twice is once."""
    if Brief.objects.filter(soort__in=SOORTEN).exists():
        return
    uitkeringen = Uitkering.objects.filter(
        lasten__isnull=False, inburgeraar__status=DossierStatus.ACTIEF, inburgeraar__gesloten=False
    )
    rijen = uitkeringen.distinct().order_by("pk").select_related("inburgeraar")
    standen = [brievenstand(rij.inburgeraar, op=lokale_datum(nu)) for rij in rijen]
    begin = next((stand for stand in standen if not stand.geen_start), None)
    einde = next((stand for stand in standen if not stand.geen_einde), None)
    if begin is not None:
        startbrief_maken(dossier_id=begin.dossier.pk, door=administratie, nu=nu)
    if einde is not None:
        eindbrieven_maken(dossier_id=einde.dossier.pk, door=administratie, nu=nu)
