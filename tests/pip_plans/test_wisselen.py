"""Schakelen and afschalen: within the law, seen before decided, and asked again at the end."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from besluiten.models import Bekendmaking, Besluit
from besluiten.services.besluiten import bekendmaken
from inburgering.datums import AMSTERDAM
from inburgering.enums import SchakelNummer, TermijnSoort
from inburgering.models import Inburgeraar, Termijn
from inburgering.services.schakels import schakel_afronden
from leerroutes.models import Maandtotaal, Traject, TrajectStatus
from leerroutes.queries.voortgang import voortgang_van
from medewerkers.enums import Rol
from medewerkers.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from pip_plans.enums import Aanleiding, Voortgangsreden
from pip_plans.models import Pip
from pip_plans.policies.wisselen import Afschaling, Schakeling
from pip_plans.services.opstellen import inhoud_wijzigen, opstellen
from pip_plans.services.vaststellen import vaststellen
from pip_plans.services.wisselen import afschalen, schakelen
from pip_plans.wissel import afschaalpagina, schakelpagina
from tests.factories import NU, VANDAAG, MedewerkerFactory
from wet.leerroutes import Examenonderdeel, Leerroute, Uitzondering

pytestmark = pytest.mark.django_db

# The term begins on 3 March 2026; a year and a half later the last day is 2 September 2027.
LAATSTE_DAG_VENSTER = datetime(2027, 9, 2, 10, tzinfo=AMSTERDAM)
TE_LAAT = datetime(2027, 9, 3, 10, tzinfo=AMSTERDAM)
LATER = datetime(2026, 11, 2, 10, tzinfo=AMSTERDAM)
SCHRIJVEN = (Examenonderdeel.SCHRIJVEN,)


@pytest.fixture
def loopt(concept: Pip, na_intake: Inburgeraar, consulent: Medewerker) -> Inburgeraar:
    """The first plan stands and was made known: the B1-route runs."""
    _stel_vast(concept, consulent, NU)
    return na_intake


def _stel_vast(pip: Pip, door: Medewerker, nu: datetime) -> Besluit:
    pip = Pip.objects.get(pk=pip.pk)
    if pip.leerroute == "Z":
        wens = {"examenwens_z": "niet_van_toepassing"}
        pip = inhoud_wijzigen(pip_id=pip.pk, versie=pip.versie, inhoud=wens, door=door, nu=nu)
    besluit = vaststellen(
        pip_id=pip.pk, versie=pip.versie, door=door, nu=nu, duo_reden="DUO meldt later"
    )
    bekendmaken(
        besluit_id=besluit.pk,
        versie=besluit.versie,
        wijze=Bekendmaking.UITGEREIKT,
        op=besluit.dagtekening,
        door=door,
        nu=nu,
    )
    return besluit


def _uren(dossier: Inburgeraar, soort: str, aantal: int, *, voor_het_pip: bool = False) -> None:
    Maandtotaal.objects.create(
        inburgeraar=dossier,
        traject=None if voor_het_pip else Traject.objects.get(inburgeraar=dossier),
        maand=date(2026, 2 if voor_het_pip else 4, 1),
        soort=soort,
        aanwezig=Decimal(aantal),
    )


def _schakeling(naar: Leerroute = Leerroute.Z, **velden: Any) -> Schakeling:
    wens: dict[str, Any] = {
        "naar": naar,
        "voortgang": Voortgangsreden.MINDER,
        "motivering": "Het examen is niet haalbaar.",
    }
    return Schakeling(**wens | velden)


def _afschaling(**velden: Any) -> Afschaling:
    wens: dict[str, Any] = {
        "onderdelen": SCHRIJVEN,
        "inspanning_genoeg": True,
        "b1_haalbaar": False,
        "motivering": "Schrijven op B1 lukt niet.",
    }
    return Afschaling(**wens | velden)


# --- Schakelen -----------------------------------------------------------------------------------
def test_schakelen_begins_a_version_and_moves_no_term(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    termijn = Termijn.objects.get(inburgeraar=loopt, soort=TermijnSoort.INBURGERING)

    pip = schakelen(dossier_id=loopt.pk, wens=_schakeling(), door=consulent, nu=LATER)

    assert (pip.aanleiding, pip.leerroute, pip.niveau) == (Aanleiding.SCHAKELEN, "Z", "")
    lopend = Traject.objects.get(inburgeraar=loopt)
    assert (lopend.leerroute, lopend.status) == ("B", TrajectStatus.LOPEND)
    _stel_vast(pip, consulent, LATER)
    nieuw = Traject.objects.get(inburgeraar=loopt, status=TrajectStatus.LOPEND)
    assert (nieuw.leerroute, nieuw.start_op) == ("Z", LATER.date())
    na = Termijn.objects.get(inburgeraar=loopt, soort=TermijnSoort.INBURGERING)
    assert (na.start_op, na.eind_op) == (termijn.start_op, termijn.eind_op)


@pytest.mark.parametrize(("nu", "mag"), [(LAATSTE_DAG_VENSTER, True), (TE_LAAT, False)])
def test_schakelen_to_z_within_a_year_and_a_half(
    loopt: Inburgeraar, consulent: Medewerker, nu: datetime, mag: bool
) -> None:
    if mag:
        assert schakelen(dossier_id=loopt.pk, wens=_schakeling(), door=consulent, nu=nu).pk
        return
    with pytest.raises(Geweigerd, match=r"De laatste dag was .*2 september 2027"):
        schakelen(dossier_id=loopt.pk, wens=_schakeling(), door=consulent, nu=nu)


def test_after_that_only_with_an_exception(loopt: Inburgeraar, consulent: Medewerker) -> None:
    wens = _schakeling(uitzondering=Uitzondering.BIJZONDER_GEVAL)

    pip = schakelen(dossier_id=loopt.pk, wens=wens, door=consulent, nu=TE_LAAT)

    assert pip.uitzondering == Uitzondering.BIJZONDER_GEVAL.value


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"naar": Leerroute.B}, "Dit is dezelfde leerroute"),
        ({"voortgang": None}, "alleen bij onvoldoende of juist grotere voortgang"),
        ({"motivering": "  "}, "Schrijf op waarom"),
    ],
)
def test_schakelen_is_refused_with_the_reason(
    loopt: Inburgeraar, consulent: Medewerker, velden: dict[str, Any], reden: str
) -> None:
    with pytest.raises(Geweigerd, match=reden):
        schakelen(dossier_id=loopt.pk, wens=_schakeling(**velden), door=consulent, nu=LATER)


def test_another_route_by_an_ordinary_version_is_refused(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    pip = opstellen(dossier_id=loopt.pk, door=consulent, nu=LATER)
    inhoud = {"leerroute": "Z", "niveau": "", "afwijking": "x", "examenwens_z": ""}
    pip = inhoud_wijzigen(pip_id=pip.pk, versie=pip.versie, inhoud=inhoud, door=consulent, nu=LATER)

    with pytest.raises(Geweigerd, match="kiest u met ‘Schakelen’"):
        _stel_vast(pip, consulent, LATER)


def test_the_window_is_asked_again_on_the_day_of_establishing(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    pip = schakelen(dossier_id=loopt.pk, wens=_schakeling(), door=consulent, nu=LATER)

    with pytest.raises(Geweigerd, match="De laatste dag was"):
        _stel_vast(pip, consulent, TE_LAAT)


def test_hours_of_the_b1_route_are_deducted_in_the_z_route(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    _uren(loopt, "nederlands", 120)
    pip = schakelen(dossier_id=loopt.pk, wens=_schakeling(), door=consulent, nu=LATER)
    _stel_vast(pip, consulent, LATER)

    antwoord = voortgang_van(loopt)

    assert pip.aftrek_uren == 120
    assert antwoord is not None
    assert antwoord.bekend is not None
    assert antwoord.bekend.eisen[0].uren_te_gaan == 680


# --- Afschalen -----------------------------------------------------------------------------------
def test_afschalen_of_one_part_leaves_the_others_at_b1(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    _uren(loopt, "nederlands", 600)

    pip = afschalen(dossier_id=loopt.pk, wens=_afschaling(), door=consulent, nu=LATER)
    _stel_vast(pip, consulent, LATER)

    traject = Traject.objects.get(inburgeraar=loopt, status=TrajectStatus.LOPEND)
    assert (traject.leerroute, traject.niveau, traject.afgeschaald) == ("B", "B1", ["SC"])
    antwoord = voortgang_van(loopt)
    assert antwoord is not None
    assert antwoord.bekend is not None
    assert [rij.eis.tekst[-2:] for rij in antwoord.bekend.eisen[:4]] == ["B1", "B1", "A2", "B1"]


@pytest.mark.parametrize(
    ("uren", "mag"),
    [
        ({"nederlands": 590, "knm": 40}, False),
        ({"nederlands": 400, "alfabetisering": 200}, True),
    ],
)
def test_six_hundred_hours_are_dutch_only(
    loopt: Inburgeraar, consulent: Medewerker, uren: dict[str, int], mag: bool
) -> None:
    for soort, aantal in uren.items():
        _uren(loopt, soort, aantal)

    if mag:
        assert afschalen(dossier_id=loopt.pk, wens=_afschaling(), door=consulent, nu=LATER).pk
        return
    with pytest.raises(Geweigerd, match="KNM telt daarin niet mee"):
        afschalen(dossier_id=loopt.pk, wens=_afschaling(), door=consulent, nu=LATER)


def test_dutch_in_the_brede_intake_counts_for_afschalen(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    _uren(loopt, "nederlands", 570)
    _uren(loopt, "intake_nederlands", 30, voor_het_pip=True)

    assert afschalen(dossier_id=loopt.pk, wens=_afschaling(), door=consulent, nu=TE_LAAT).pk


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"inspanning_genoeg": False}, "De inspanning was niet genoeg"),
        ({"b1_haalbaar": True}, "B1 is binnen de termijn nog haalbaar"),
        ({"onderdelen": ()}, "Kies ten minste een onderdeel"),
        ({"motivering": ""}, "Schrijf op waarom"),
    ],
)
def test_afschalen_is_refused_with_the_reason(
    loopt: Inburgeraar, consulent: Medewerker, velden: dict[str, Any], reden: str
) -> None:
    _uren(loopt, "nederlands", 700)

    with pytest.raises(Geweigerd, match=reden):
        afschalen(dossier_id=loopt.pk, wens=_afschaling(**velden), door=consulent, nu=LATER)


def test_the_level_of_the_b1_route_follows_from_its_parts(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    pip = opstellen(dossier_id=loopt.pk, door=consulent, nu=LATER)
    pip = inhoud_wijzigen(
        pip_id=pip.pk, versie=pip.versie, inhoud={"niveau": "A2"}, door=consulent, nu=LATER
    )

    with pytest.raises(Geweigerd, match="per onderdeel, met ‘Afschalen’"):
        _stel_vast(pip, consulent, LATER)


def test_without_a_plan_there_is_nothing_to_change(
    na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    with pytest.raises(Geweigerd, match="Er loopt geen leerroute"):
        schakelen(dossier_id=na_intake.pk, wens=_schakeling(), door=consulent, nu=NU)


# --- Schakel 4 is closed --------------------------------------------------------------------------
GESLOTEN = "Schakel 4 is afgerond. Heropen die eerst."


def _sluit_schakel_4(dossier: Inburgeraar, door: Medewerker) -> None:
    schakel_afronden(dossier_id=dossier.pk, nummer=SchakelNummer.INBURGEREN, door=door, nu=LATER)


def test_neither_can_be_done_once_schakel_4_is_closed(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    _uren(loopt, "nederlands", 600)
    _sluit_schakel_4(loopt, consulent)

    with pytest.raises(Geweigerd, match=GESLOTEN):
        schakelen(dossier_id=loopt.pk, wens=_schakeling(), door=consulent, nu=LATER)
    with pytest.raises(Geweigerd, match=GESLOTEN):
        afschalen(dossier_id=loopt.pk, wens=_afschaling(), door=consulent, nu=LATER)

    dicht = schakelpagina(loopt, op=LATER.date()).geen, afschaalpagina(loopt, op=LATER.date()).geen
    assert dicht == (GESLOTEN, GESLOTEN)


def test_a_change_that_was_begun_is_not_established_once_schakel_4_is_closed(
    loopt: Inburgeraar, consulent: Medewerker
) -> None:
    pip = schakelen(dossier_id=loopt.pk, wens=_schakeling(), door=consulent, nu=LATER)
    _sluit_schakel_4(loopt, consulent)

    with pytest.raises(Geweigerd, match=GESLOTEN):
        _stel_vast(pip, consulent, LATER)


# --- Pages ---------------------------------------------------------------------------------------
def test_the_page_shows_the_rule_and_what_would_change(
    client_als: Any, loopt: Inburgeraar, consulent: Medewerker, klok: Any
) -> None:
    klok.move_to(LATER)
    klant = client_als(consulent)

    pagina = klant.get(reverse("pip-schakelen", args=[loopt.dossiernummer])).text

    assert "Naar de Zelfredzaamheidsroute" in pagina
    assert "Nog 800 van 800 uur les in Nederlands en KNM." in pagina
    assert "tot en met" in pagina


def test_afschalen_on_the_page_is_closed_without_the_hours(
    klant: Client, loopt: Inburgeraar
) -> None:

    pagina = klant.get(reverse("pip-afschalen", args=[loopt.dossiernummer])).text

    assert "Afschalen kan nu niet" in pagina
    assert "Nieuwe versie beginnen" not in pagina


def test_schakelen_on_the_page_leads_to_the_new_version(
    client_als: Any, loopt: Inburgeraar, consulent: Medewerker, klok: Any
) -> None:
    klok.move_to(LATER)
    klant = client_als(consulent)
    data = {"naar": "Z", "voortgang": "minder", "uitzondering": "", "motivering": "Het lukt niet."}

    antwoord = klant.post(reverse("pip-schakelen", args=[loopt.dossiernummer]), data)

    pip = Pip.objects.get(inburgeraar=loopt, aanleiding=Aanleiding.SCHAKELEN)
    assert antwoord["Location"] == reverse("pip-wijzigen", args=[loopt.dossiernummer, pip.pk])


def test_who_makes_no_plans_may_not_change_one(client_als: Any, loopt: Inburgeraar) -> None:
    klant = client_als(MedewerkerFactory(rol=Rol.OOV))
    for naam in ("pip-schakelen", "pip-afschalen"):
        adres = reverse(naam, args=[loopt.dossiernummer])
        assert klant.get(adres).status_code == 403


def test_the_first_plan_of_the_b1_route_is_never_at_a2(loopt: Inburgeraar) -> None:
    assert Pip.objects.get(inburgeraar=loopt).dagtekening == VANDAAG
    assert Pip.objects.get(inburgeraar=loopt).afgeschaald == []
