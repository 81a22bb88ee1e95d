"""What a partner sees: who is assigned to the organisation, and only what guiding needs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inburgering.datums import OnzekereDatum
from inburgering.enums import BeeindigReden, Gezinsrol, VerblijfSoort
from inburgering.services.aanmelden import gezinslid_aanmelden
from inburgering.services.dossiers import beeindigen, partner_toewijzen
from inburgering.services.plichten import verblijf_vastleggen
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier, persoongegevens
from werkplek.queries.clienten import clienten


@pytest.fixture
def client(consulent, partner):
    return een_client(consulent, partner)


def een_client(consulent, partner, **gegevens):
    dossier = een_dossier(consulent=consulent, gegevens=persoongegevens(**gegevens))
    partner_toewijzen(
        dossier_id=dossier.pk, partner=partner.partnerorganisatie, door=consulent, nu=NU
    )
    return dossier


def woont(dossier, consulent, *, geheim=False, start_op=VANDAAG, soort=VerblijfSoort.WONING):
    verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=soort,
        straat="Tolberterstraat",
        huisnummer="12",
        postcode="9351 BJ",
        plaats="Leek",
        start_op=start_op,
        geheim=geheim,
        door=consulent,
        nu=NU,
    )


def test_a_partner_sees_contact_household_address_and_move(client, consulent, partner):
    woont(client, consulent)
    gezinslid_aanmelden(
        dossier_id=client.pk,
        gegevens=persoongegevens(geboortedatum=OnzekereDatum(2020)),
        rol=Gezinsrol.KIND,
        start_op=VANDAAG,
        door=consulent,
        nu=NU,
    )

    (regel,) = clienten(partner, op=VANDAAG).regels

    assert (regel.nummer, regel.gezin, regel.tolktaal) == (client.dossiernummer, 2, "Tigrinya")
    assert (regel.adres, regel.verhuisd_op) == ("Tolberterstraat 12, 9351 BJ Leek", VANDAAG)


def test_a_secret_address_stays_secret(client, consulent, partner, client_als):
    woont(client, consulent, geheim=True)

    (regel,) = clienten(partner, op=VANDAAG).regels
    pagina = client_als(partner).get("/clienten/").content.decode()

    assert regel.adres == "Geheim adres"
    assert "Tolberterstraat" not in pagina


def test_the_move_that_is_coming_is_shown_beside_where_somebody_is_now(client, consulent, partner):
    woont(client, consulent, soort=VerblijfSoort.AZC, start_op=VANDAAG - timedelta(days=90))
    woont(client, consulent, start_op=VANDAAG + timedelta(days=9))

    (regel,) = clienten(partner, op=VANDAAG).regels

    assert regel.verhuisd_op == VANDAAG + timedelta(days=9)


def test_another_organisation_and_who_has_none_see_nobody(client, consulent):
    ander = MedewerkerFactory(rol=Rol.PARTNER)
    los = MedewerkerFactory(rol=Rol.PARTNER, partnerorganisatie=None)

    assert [clienten(wie, op=VANDAAG).regels for wie in (ander, los)] == [[], []]


def test_who_also_is_consulent_still_sees_here_only_the_own_organisation(client, consulent):
    een_dossier(consulent=consulent)
    beide = MedewerkerFactory(rollen=[Rol.CONSULENT, Rol.PARTNER])

    assert clienten(beide, op=VANDAAG).regels == []


def test_a_dossier_that_ended_is_gone_from_the_list(client, consulent, partner):
    beeindigen(
        dossier_id=client.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, door=consulent, nu=NU
    )

    assert clienten(partner, op=VANDAAG).regels == []


def test_the_page_leads_to_the_person_and_only_there(client, partner, client_als):
    browser = client_als(partner)
    pagina = browser.get("/clienten/").content.decode()
    pad = f"/inburgeraars/{client.dossiernummer}/"

    assert f'href="{pad}persoon/"' in pagina
    assert browser.get(f"{pad}persoon/").status_code == 200
    assert browser.get(f"{pad}pip/").status_code == 403


def test_the_list_costs_the_same_for_one_and_for_three(
    client, consulent, partner, client_als, django_assert_max_num_queries
):
    browser = client_als(partner)
    with django_assert_max_num_queries(15) as een:
        browser.get("/clienten/")
    for _ in range(2):
        woont(een_client(consulent, partner), consulent)

    with django_assert_max_num_queries(len(een)):
        browser.get("/clienten/")


def test_the_list_is_read_by_page_and_searched_by_name(consulent, partner, monkeypatch):
    monkeypatch.setattr("werkplek.queries.clienten.PER_PAGINA", 2)
    for naam in ("Çelik", "Abdi", "Abdi"):
        een_client(consulent, partner, achternaam=naam)

    eerste = clienten(partner, op=VANDAAG)
    tweede = clienten(partner, op=VANDAAG, na=eerste.volgende)

    namen = [regel.naam for blad in (eerste, tweede) for regel in blad.regels]
    assert namen == ["Abdi, Selam", "Abdi, Selam", "Çelik, Selam"]
    assert (eerste.aantal, tweede.volgende) == (3, "")
    assert [r.naam for r in clienten(partner, op=VANDAAG, zoek="celik").regels] == ["Çelik, Selam"]
