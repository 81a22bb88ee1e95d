"""Fewer course hours in the Z-route, for an impairment with a revalidatietraject (B26 3.14.8)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from inburgering.models import Inburgeraar
from leerroutes.models import Traject
from leerroutes.queries.dreigt import met_standen
from leerroutes.queries.urenkaart import urenkaart
from leerroutes.queries.voortgang import eisen_van
from medewerkers.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from pip_plans.brief import maak_brief, stel_brief_op
from pip_plans.models import Pip
from pip_plans.services.opstellen import inhoud_wijzigen
from pip_plans.services.vaststellen import vaststellen
from tests.factories import NU, VANDAAG
from tests.pdf import tekst_van
from wet.leerroutes import EisSoort

pytestmark = pytest.mark.django_db

MINDER: dict[str, Any] = {
    "leerroute": "Z",
    "niveau": "",
    "afwijking": "De beperking telt zwaarder.",
    "examenwens_z": "niet_van_toepassing",
    "beperking": "visueel",
    "cursusnorm": 400,
    "overgeslagen": ["LE", "SC"],
    "beperking_tekst": "U volgt een traject bij Visio.",
}


def _vul(pip: Pip, door: Medewerker, **anders: Any) -> Pip:
    inhoud = MINDER | anders
    return inhoud_wijzigen(pip_id=pip.pk, versie=None, inhoud=inhoud, door=door, nu=NU)


def _stel_vast(pip: Pip, door: Medewerker) -> None:
    vaststellen(pip_id=pip.pk, versie=pip.versie, door=door, nu=NU, duo_reden="Later.")


def test_the_lower_norm_goes_from_the_plan_to_the_checklist_and_the_forecast(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    _stel_vast(_vul(concept, consulent), consulent)

    traject = Traject.objects.get(inburgeraar=na_intake)
    assert (traject.cursusnorm, traject.beperking, traject.overgeslagen) == (
        400,
        "visueel",
        ["LE", "SC"],
    )
    cursus = next(
        eis for eis in eisen_van(na_intake, op=VANDAAG) if eis.soort is EisSoort.CURSUSUREN
    )
    assert cursus.nog == ("Nog 400 van 400 uur les in Nederlands en KNM.",)
    assert cursus.bewijs.tekst == (
        "0 van 400 uur. Minder lessen volgens het PIP: visuele beperking, met een "
        "revalidatietraject. Geen les in: lezen, schrijven."
    )
    kaart = urenkaart(na_intake, VANDAAG)
    assert kaart is not None
    assert kaart.banen[0].prognose.invoer.nodig == 400
    assert met_standen(Traject.objects.all(), VANDAAG).get().nodig_les == 400


def test_the_letter_says_how_many_and_why(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    pip = _vul(concept, consulent)

    brief = stel_brief_op(pip, na_intake, dagtekening=VANDAAG, door=consulent)
    tekst = " ".join(tekst_van(maak_brief(brief, concept=True)).split())

    assert "400 uur les in Nederlands en kennis van de Nederlandse maatschappij: minder" in tekst
    assert "U hebt een visuele beperking en volgt een revalidatietraject." in tekst
    assert "U krijgt geen les in: lezen, schrijven." in tekst
    assert "U volgt een traject bij Visio." in tekst


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"beperking_tekst": ""}, "Schrijf op waarom deze persoon minder lessen krijgt"),
        ({"beperking": ""}, "Kies om welke beperking"),
        ({"cursusnorm": 800}, "minder dan 800 uur"),
    ],
)
def test_without_a_ground_or_a_reason_the_plan_is_not_complete(
    concept: Pip, consulent: Medewerker, anders: dict[str, Any], reden: str
) -> None:
    pip = _vul(concept, consulent, **anders)

    with pytest.raises(Geweigerd, match=reden):
        _stel_vast(pip, consulent)


def test_on_another_route_it_does_not_count(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    _stel_vast(_vul(concept, consulent, leerroute="B", afwijking=""), consulent)

    traject = Traject.objects.get(inburgeraar=na_intake)
    assert (traject.cursusnorm, traject.beperking, traject.overgeslagen) == (None, "", [])


def test_the_database_keeps_it_to_the_z_route(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    _stel_vast(_vul(concept, consulent), consulent)

    for velden in ({"beperking": ""}, {"leerroute": "B"}):
        with pytest.raises(IntegrityError, match="traject_minder"), transaction.atomic():
            Traject._base_manager.filter(inburgeraar=na_intake).update(**velden)


def test_the_form_keeps_it(klant: Any, concept: Pip, na_intake: Inburgeraar) -> None:
    adres = reverse("pip-wijzigen", args=[na_intake.dossiernummer, concept.pk])
    assert "alleen-z-route" in klant.get(adres).text

    klant.post(adres, MINDER | {"versie": concept.versie})

    pip = Pip.objects.get(pk=concept.pk)
    assert (pip.beperking, pip.cursusnorm, pip.overgeslagen) == ("visueel", 400, ["LE", "SC"])
