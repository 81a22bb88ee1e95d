"""A dossier of which the plan can be established, reached by walking the real services."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inburgering.enums import VerblijfSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.services.plichten import verblijf_vastleggen
from intake.models import BredeIntake, Leerbaarheidstoets, Onderdeel, OnderdeelSoort, ToetsUitslag
from intake.services.intake import (
    intake_afronden,
    intake_starten,
    intakegegevens_vastleggen,
    onderdeel_invullen,
)
from intake.services.toets import toets_uitslag_vastleggen
from medewerkers.models import Gemeente, Medewerker
from pip_plans.models import Pip
from pip_plans.services.opstellen import inhoud_wijzigen, opstellen
from tests.factories import GEMEENTECODE, NU, VANDAAG, een_dossier
from wet.doelgroepen import Doelgroep

INHOUD = {
    "leerroute": "B",
    "niveau": "",
    "leerroute_uren": None,
    "pvt_uren": 12,
    "map_uren": 40,
    "voortgangsgesprekken": 6,
    "motivering": "De intake laat zien dat B1 haalbaar is.",
    "begeleiding": "Elke twee maanden een gesprek.",
    "vve": "niet_van_toepassing",
    "vve_tekst": "",
    "participatiewet": "niet_van_toepassing",
    "examenwens_z": "",
}


@pytest.fixture
def dossier(gemeente: Gemeente, consulent: Medewerker) -> Inburgeraar:
    """A gezinsmigrant who lives here: registered ten days ago, kennisgeving of that day."""
    dag = VANDAAG - timedelta(days=10)
    dossier = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=dag)
    verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfSoort.WONING,
        straat="Wilgenhof",
        huisnummer="3",
        postcode="9351 BC",
        plaats="Leek",
        gemeentecode=GEMEENTECODE,
        start_op=dag,
        brp_op=dag,
        door=consulent,
        nu=NU,
    )
    return dossier


@pytest.fixture
def na_intake(dossier: Inburgeraar, consulent: Medewerker) -> Inburgeraar:
    wie = {"door": consulent, "nu": NU}
    with handeling(dossiers=[dossier.pk], **wie):  # one act, so tasks are derived once
        intake_starten(dossier_id=dossier.pk, **wie)
        intake = BredeIntake.objects.get(inburgeraar=dossier)
        for onderdeel in Onderdeel.objects.filter(intake=intake):
            vve = onderdeel.soort == OnderdeelSoort.VVE
            onderdeel_invullen(
                onderdeel_id=onderdeel.pk,
                versie=onderdeel.versie,
                tekst="" if vve else "Verteld.",
                niet_van_toepassing=vve,
                **wie,
            )
        toets = Leerbaarheidstoets.objects.get(inburgeraar=dossier)
        toets_uitslag_vastleggen(
            toets_id=toets.pk,
            versie=None,
            uitslag=ToetsUitslag.HAALBAAR,
            uitslag_op=VANDAAG,
            **wie,
        )
        intakegegevens_vastleggen(
            intake_id=intake.pk,
            versie=None,
            tolktaal="Thais",
            alleen_spreken_op=VANDAAG,
            verslag="Besproken.",
            **wie,
        )
        intake_afronden(intake_id=intake.pk, versie=None, **wie)
    return dossier


@pytest.fixture
def concept(na_intake: Inburgeraar, consulent: Medewerker) -> Pip:
    """A complete plan, ready to be established."""
    pip = opstellen(dossier_id=na_intake.pk, door=consulent, nu=NU)
    return inhoud_wijzigen(pip_id=pip.pk, versie=pip.versie, inhoud=INHOUD, door=consulent, nu=NU)
