"""Plans in the demo beyond the first: one in the making with a decision inside, one that changed,
one that waits for a colleague, one that was taken back, and one from another municipality."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from besluiten.models import Bekendmaking, Besluit, BesluitStatus
from besluiten.pdf import maak_pdf
from besluiten.services.besluiten import bekendmaken
from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus, Regime, SchakelNummer, SchakelStatus
from inburgering.models import Inburgeraar, VorigPip
from inburgering.services.vorig_pip import VorigPipGegevens
from medewerkers.models import Medewerker
from pip_plans.enums import Aanleiding
from pip_plans.models import Pip, PipStatus
from pip_plans.services.intrekken import intrekken
from pip_plans.services.opstellen import (
    bijlage_toevoegen,
    inhoud_wijzigen,
    opstellen,
    voorleggen,
)
from pip_plans.services.overnemen import vorig_pip_vastleggen
from pip_plans.services.vaststellen import vaststellen
from wet.leerroutes import Leerroute
from wet.pip import Opname


def plannen_maken(*, door: Medewerker, nu: datetime) -> None:
    """As many of these as there are dossiers with a plan; a small demo has the first ones.

    Twice is once: a second version, or a plan from elsewhere, was made here.
    """
    if Pip.objects.filter(versienummer__gt=1).exists() or VorigPip.objects.exists():
        return
    wie: dict[str, Any] = {"door": door, "nu": nu}
    geldend = Pip.objects.filter(
        status=PipStatus.VASTGESTELD,
        inburgeraar__status=DossierStatus.ACTIEF,
        inburgeraar__gesloten=False,
        besluit__bezwaren=None,
        besluit__status=BesluitStatus.BEKENDGEMAAKT,
        dagtekening__lt=lokale_datum(nu) - timedelta(days=30),
    ).order_by("-pk")
    doe = (_in_de_maak, _gewijzigd, _voorgelegd, _ingetrokken)
    for pip, maak in zip(geldend[: len(doe)], doe, strict=False):
        maak(pip, wie)
    _hierheen_verhuisd(wie)


def _in_de_maak(pip: Pip, wie: dict[str, Any]) -> None:
    nieuw = opstellen(dossier_id=pip.inburgeraar_id, **wie)
    bijlage_toevoegen(
        pip_id=nieuw.pk,
        titel="Besluit bijstand",
        bestandsnaam="besluit-bijstand.pdf",
        inhoud=_besluit(lokale_datum(wie["nu"])),
        **wie,
    )
    _wijzig(
        nieuw,
        wie,
        participatiewet=Opname.OPGENOMEN.value,
        participatiewet_tekst="U krijgt bijstand. In dat besluit staat ook wat u daarvoor doet.",
        aanleiding_tekst="U krijgt sinds kort bijstand.",
        voortgangsgesprekken=8,
        gesprek_weken=19,
    )


def _gewijzigd(pip: Pip, wie: dict[str, Any]) -> None:
    nieuw = opstellen(dossier_id=pip.inburgeraar_id, **wie)
    nieuw = _wijzig(
        nieuw,
        wie,
        participatie="U werkt twee dagen per week in de keuken van het dorpshuis.",
        aanleiding=Aanleiding.WIJZIGING.value,
        aanleiding_tekst="U hebt werk gevonden. Daarom spreken wij elkaar vaker.",
        voortgangsgesprekken=9,
        gesprek_weken=17,
    )
    besluit = vaststellen(
        pip_id=nieuw.pk, versie=nieuw.versie, duo_reden="Gegevens van DUO volgen nog.", **wie
    )
    _uitreiken(besluit, wie)


def _voorgelegd(pip: Pip, wie: dict[str, Any]) -> None:
    nieuw = opstellen(dossier_id=pip.inburgeraar_id, **wie)
    nieuw = _wijzig(nieuw, wie, aanleiding_tekst="De lessen zijn op andere dagen.")
    voorleggen(pip_id=nieuw.pk, versie=nieuw.versie, **wie)


def _ingetrokken(pip: Pip, wie: dict[str, Any]) -> None:
    """The decision is not made known yet: a red line on the dossier."""
    reden = "In het plan stond per ongeluk een verkeerde leerroute. Er komt een nieuw plan."
    intrekken(pip_id=pip.pk, versie=pip.versie, reden=reden, **wie)


def _hierheen_verhuisd(wie: dict[str, Any]) -> None:
    vandaag = lokale_datum(wie["nu"])
    zonder = Inburgeraar.objects.filter(
        status=DossierStatus.ACTIEF,
        regime=Regime.WI2021,
        gesloten=False,
        wordt_gehuisvest=False,
        schakels__nummer=SchakelNummer.INTAKE_EN_PIP,
        schakels__status=SchakelStatus.OPEN,
        pips=None,
    ).exclude(pk__in=VorigPip.objects.values("inburgeraar"))
    dossier = zonder.order_by("-pk").first()
    if dossier is None:
        return
    eerste = vandaag - timedelta(days=400)
    vorig_pip_vastleggen(
        dossier_id=dossier.pk,
        versie=None,
        gegevens=VorigPipGegevens(
            gemeente="Assen",
            dagtekening=eerste,
            dagtekening_initieel=eerste,
            leerroute=Leerroute.B,
        ),
        **wie,
    )


def _wijzig(pip: Pip, wie: dict[str, Any], **inhoud: Any) -> Pip:
    return inhoud_wijzigen(pip_id=pip.pk, versie=pip.versie, inhoud=inhoud, **wie)


def _uitreiken(besluit: Besluit, wie: dict[str, Any]) -> None:
    bekendmaken(
        besluit_id=besluit.pk,
        versie=besluit.versie,
        wijze=Bekendmaking.UITGEREIKT,
        op=besluit.dagtekening,
        **wie,
    )


def _besluit(op: date) -> bytes:
    """A decision of another department, as it lies in the post."""
    return maak_pdf("werkplek/demo_besluit.html", {}, dagtekening=op)
