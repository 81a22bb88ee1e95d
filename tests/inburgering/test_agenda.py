"""An appointment for one's own calendar: it tells when and where, and never who."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from inburgering.datums import AMSTERDAM
from inburgering.enums import AfspraakSoort
from inburgering.services.contacten import afspraak_afzeggen, afspraak_maken
from tests.factories import NU, een_dossier

BEGIN = datetime(2026, 11, 30, 10, 30, tzinfo=AMSTERDAM)


@pytest.fixture
def dossier(consulent):
    return een_dossier(consulent=consulent)


@pytest.fixture
def afspraak(dossier, consulent):
    return afspraak_maken(
        dossiers=[dossier.pk],
        soort=AfspraakSoort.DRIEPARTIJENGESPREK,
        begint_at=BEGIN,
        plaats="AZC Ter Apel",
        met="Els van het COA",
        consulent=consulent,
        door=consulent,
        nu=NU,
    )


def punt(client, dossier, afspraak):
    pad = reverse("afspraak-agenda", args=[dossier.dossiernummer, afspraak.pk])
    antwoord = client.get(pad)
    assert antwoord.headers["Content-Type"].startswith("text/calendar")
    (gevonden,) = Calendar.from_ical(antwoord.content).walk("VEVENT")
    return gevonden


def test_it_says_when_where_and_which_dossier(client_als, consulent, dossier, afspraak):
    gevonden = punt(client_als(consulent), dossier, afspraak)

    assert gevonden["dtstart"].dt == BEGIN
    assert gevonden["dtend"].dt == BEGIN + timedelta(hours=1)
    assert gevonden["location"] == "AZC Ter Apel"
    assert gevonden["summary"] == f"Driepartijengesprek, dossier {dossier.dossiernummer}"


def test_it_names_nobody(client_als, consulent, dossier, afspraak):
    tekst = punt(client_als(consulent), dossier, afspraak).to_ical().decode()

    persoon = dossier.persoon
    for naam in (persoon.achternaam, persoon.voornamen, "Els"):
        assert naam not in tekst


def test_a_changed_appointment_replaces_the_first(client_als, consulent, dossier, afspraak):
    client = client_als(consulent)
    eerst = punt(client, dossier, afspraak)
    afspraak_afzeggen(afspraak_id=afspraak.pk, reden="Ziek", door=consulent, nu=NU)

    later = punt(client, dossier, afspraak)

    assert later["uid"] == eerst["uid"]
    assert later["sequence"] > eerst["sequence"]
    assert later["status"] == "CANCELLED"


def test_somebody_elses_appointment_is_not_found(client_als, consulent, afspraak):
    ander = een_dossier(consulent=consulent)

    pad = reverse("afspraak-agenda", args=[ander.dossiernummer, afspraak.pk])
    assert client_als(consulent).get(pad).status_code == 404
