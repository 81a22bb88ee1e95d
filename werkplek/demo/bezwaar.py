"""Objections in the demo: one that came in time and waits, and one that was decided."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from besluiten.models import (
    AfzienGrond,
    Bekendmaking,
    Besluit,
    BesluitSoort,
    BesluitStatus,
    Bezwaar,
    BezwaarKanaal,
    BezwaarUitkomst,
)
from besluiten.services.beslissen import beslissen, beslissing_voorbereiden
from besluiten.services.besluiten import bekendmaken
from besluiten.services.bezwaren import ontvangst_bevestigen, registreren, verzuim_vragen
from besluiten.services.hoorzitting import afzien_van_horen
from inburgering.enums import DossierStatus
from medewerkers.models import Medewerker
from werkplek.demo.wereld import Wereld

_GRONDEN = "De Z-route past niet bij mij. Ik heb in mijn land vijf jaar gestudeerd."
_MOTIVERING = (
    "In de brede intake staat dat u drie jaar naar school bent gegaan. Bij uw bezwaar zat een "
    "diploma van een opleiding van vijf jaar. Dat wisten wij niet toen wij het besluit namen."
    "\n\nWij doen de leerbaarheidstoets en de intake daarom opnieuw, en maken een nieuw plan."
)


def vul_bezwaren(wereld: Wereld, *, jurist: Medewerker, consulent: Medewerker) -> None:
    """Twice is once."""
    if Bezwaar.objects.exists():
        return
    oud = wereld.peildatum - timedelta(days=75)
    vers = _bekend(wereld.peildatum - timedelta(days=7)).first()
    eerder = _bekend(oud).exclude(inburgeraar=vers.inburgeraar_id if vers else None).first()
    if vers is not None:
        _loopt(vers, wereld, jurist=jurist, consulent=consulent)
    if eerder is not None:
        _beslist(eerder, wereld, jurist=jurist, consulent=consulent)


def _bekend(uiterlijk: date) -> Any:
    """Plans made known by then, the latest first, of people who are guided now."""
    return Besluit.objects.filter(
        soort=BesluitSoort.PIP,
        status=BesluitStatus.BEKENDGEMAAKT,
        bekendgemaakt_op__lte=uiterlijk,
        inburgeraar__status=DossierStatus.ACTIEF,
        inburgeraar__gesloten=False,
    ).order_by("-bekendgemaakt_op", "pk")


def _ontvangen(besluit: Besluit, op: date, door: Medewerker, nu: datetime) -> Bezwaar:
    return registreren(
        besluit_id=besluit.pk,
        ontvangen_op=op,
        gepost_op=op - timedelta(days=1),
        kanaal=BezwaarKanaal.POST,
        gronden=_GRONDEN,
        door=door,
        nu=nu,
    )


def _loopt(besluit: Besluit, w: Wereld, *, jurist: Medewerker, consulent: Medewerker) -> None:
    assert besluit.bekendgemaakt_op is not None  # chosen for that
    dag = besluit.bekendgemaakt_op + timedelta(days=5)
    bezwaar = _ontvangen(besluit, dag, consulent, w.moment(dag))
    nu = w.moment(w.peildatum)
    ontvangst_bevestigen(bezwaar_id=bezwaar.pk, door=jurist, nu=nu)
    verzuim_vragen(
        bezwaar_id=bezwaar.pk,
        wat="Een kopie van het diploma dat u noemt.",
        uiterlijk_op=w.peildatum + timedelta(days=14),
        door=jurist,
        nu=nu,
    )


def _beslist(besluit: Besluit, w: Wereld, *, jurist: Medewerker, consulent: Medewerker) -> None:
    assert besluit.bekendgemaakt_op is not None  # chosen for that
    dag = besluit.bekendgemaakt_op + timedelta(days=20)
    bezwaar = _ontvangen(besluit, dag, consulent, w.moment(dag))
    nu = w.moment(besluit.bekendgemaakt_op + timedelta(days=70))
    wie: dict[str, Any] = {"bezwaar_id": bezwaar.pk, "door": jurist, "nu": nu}
    ontvangst_bevestigen(**wie)
    afzien_van_horen(
        versie=None, grond=AfzienGrond.TEGEMOETGEKOMEN, reden="Het diploma is duidelijk.", **wie
    )
    klaar = beslissing_voorbereiden(
        versie=None, uitkomst=BezwaarUitkomst.GEGROND, motivering=_MOTIVERING, **wie
    )
    op_bezwaar = beslissen(versie=klaar.versie, **wie)
    bekendmaken(
        besluit_id=op_bezwaar.pk,
        versie=None,
        wijze=Bekendmaking.VERZONDEN,
        op=op_bezwaar.dagtekening,
        door=jurist,
        nu=nu,
    )
