"""Providers, marks, contracts, prices, talks and complaints."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inburgering.enums import BeeindigReden
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Gebeurtenis
from inburgering.services import dossiers
from leerroutes.enums import AanbiederSoort, KeurmerkSoort, KlachtStatus, TariefEenheid
from leerroutes.models import (
    Aanbieder,
    Contract,
    Contractgesprek,
    Enquete,
    Keurmerk,
    Klacht,
    Tarief,
    Urenregel,
)
from leerroutes.queries.aanbieders import aanbiederlijst, aanbiederpagina
from leerroutes.services import aanbieders, aanbieders_contract, klachten
from leerroutes.services.aanbieders import AanbiederGegevens, KeurmerkGegevens
from leerroutes.services.aanbieders_contract import (
    ContractGegevens,
    ContractgesprekGegevens,
    TariefGegevens,
)
from leerroutes.services.uren import uren_vastleggen
from medewerkers.enums import Rol
from medewerkers.rechten import Recht
from tests.factories import (
    NU,
    VANDAAG,
    AanbiederFactory,
    KeurmerkFactory,
    MedewerkerFactory,
    PartnerorganisatieFactory,
    een_dossier,
)
from tests.leerroutes.lessen import een_deelname, een_traject, les
from werkplek.demo.aanbieders import vul_aanbieders

pytestmark = pytest.mark.django_db

BOW = KeurmerkSoort.BLIK_OP_WERK


@pytest.fixture
def contractbeheer(gemeente):
    return MedewerkerFactory(rol=Rol.CONTRACTBEHEER)


@pytest.fixture
def wie(contractbeheer):
    return {"door": contractbeheer, "nu": NU}


@pytest.fixture
def contract(wie):
    gegevens = ContractGegevens(naam="B1-route", start_op=date(2025, 1, 1))
    return aanbieders_contract.contract_toevoegen(
        aanbieder_id=AanbiederFactory().pk, gegevens=gegevens, **wie
    )


def reden(fout):
    return fout.value.veld, fout.value.reden


# --- Providers ---------------------------------------------------------------------------------
def test_a_provider_is_added_with_what_it_gives(wie):
    partner = PartnerorganisatieFactory()
    gegevens = AanbiederGegevens(
        naam="De Lauwers",
        soorten=[AanbiederSoort.TAAL, AanbiederSoort.PVT],
        instellingsnummer="3000000101",
        partner=partner,
    )

    aanbieder = aanbieders.aanbieder_toevoegen(gegevens=gegevens, **wie)

    rij = Aanbieder.objects.get(pk=aanbieder.pk)
    assert (rij.naam, rij.soorten, rij.instellingsnummer, rij.partner, rij.versie) == (
        "De Lauwers",
        ["taal", "pvt"],
        "3000000101",
        partner,
        1,
    )


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"naam": "de lauwers"}, ("naam", "Er is al een aanbieder met deze naam.")),
        (
            {"instellingsnummer": "12345"},
            ("instellingsnummer", "Het instellingsnummer van DUO heeft tien cijfers."),
        ),
        ({"soorten": []}, ("soorten", "Kies wat deze aanbieder geeft.")),
    ],
)
def test_a_provider_is_refused_with_the_reason_by_the_field(wie, velden, verwacht):
    AanbiederFactory(naam="De Lauwers")
    gewoon = {"naam": "Het Woordhuis", "soorten": [AanbiederSoort.TAAL]}

    with pytest.raises(Geweigerd) as fout:
        aanbieders.aanbieder_toevoegen(gegevens=AanbiederGegevens(**(gewoon | velden)), **wie)

    assert reden(fout) == verwacht


def test_a_partner_belongs_to_one_provider(wie):
    partner = PartnerorganisatieFactory()
    AanbiederFactory(naam="De Schans", partner=partner)
    gegevens = AanbiederGegevens(naam="Ander", soorten=[AanbiederSoort.PVT], partner=partner)

    with pytest.raises(Geweigerd) as fout:
        aanbieders.aanbieder_toevoegen(gegevens=gegevens, **wie)

    assert reden(fout) == ("partner", "Deze partner hoort al bij De Schans.")


def test_who_saves_second_is_told(wie):
    aanbieder = AanbiederFactory(naam="De Lauwers")
    gegevens = AanbiederGegevens(naam="De Lauwers", soorten=[AanbiederSoort.TAAL], plaats="Leek")
    aanbieders.aanbieder_wijzigen(aanbieder_id=aanbieder.pk, versie=1, gegevens=gegevens, **wie)

    with pytest.raises(Gewijzigd):
        aanbieders.aanbieder_wijzigen(aanbieder_id=aanbieder.pk, versie=1, gegevens=gegevens, **wie)

    assert Aanbieder.objects.get().plaats == "Leek"


def test_a_provider_stops_once_and_can_be_used_again(wie):
    aanbieder = AanbiederFactory()
    stop = {"aanbieder_id": aanbieder.pk, "versie": None, "gestopt_op": VANDAAG}
    aanbieders.aanbieder_stoppen(**stop, **wie)

    with pytest.raises(Geweigerd) as fout:
        aanbieders.aanbieder_stoppen(**stop, **wie)

    assert fout.value.reden == "Deze aanbieder is gestopt met ingang van 02-03-2026."
    assert aanbieders.aanbieder_hervatten(aanbieder_id=aanbieder.pk, **wie).gestopt_op is None


def test_who_moved_away_takes_no_place_any_more(wie, consulent):
    """Lessons go on in the books when a dossier stops; the place is free, the school may stop."""
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    school = een_deelname(een_traject(dossier)).aanbieder
    stop = {"aanbieder_id": school.pk, "versie": None, "gestopt_op": VANDAAG}
    vooraf = aanbiederpagina(school.pk, voor=consulent, op=VANDAAG).regel.bezet
    with pytest.raises(Geweigerd, match="Er volgt nog 1 iemand les"):
        aanbieders.aanbieder_stoppen(**stop, **wie)

    dossiers.beeindigen(
        dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, door=consulent, nu=NU
    )

    achteraf = aanbiederpagina(school.pk, voor=consulent, op=VANDAAG).regel.bezet
    assert (vooraf, achteraf) == (1, 0)
    assert aanbieders.aanbieder_stoppen(**stop, **wie).gestopt_op == VANDAAG


# --- Marks -------------------------------------------------------------------------------------
def test_a_mark_is_added_and_prolonged(wie):
    aanbieder = AanbiederFactory()
    gegevens = KeurmerkGegevens(soort=BOW, start_op=date(2025, 1, 1), eind_op=date(2026, 4, 30))
    keurmerk = aanbieders.keurmerk_toevoegen(aanbieder_id=aanbieder.pk, gegevens=gegevens, **wie)

    aanbieders.keurmerk_verlengen(
        keurmerk_id=keurmerk.pk,
        versie=1,
        eind_op=date(2027, 4, 30),
        gecontroleerd_op=VANDAAG,
        **wie,
    )

    rij = Keurmerk.objects.get()
    assert (rij.start_op, rij.eind_op, rij.gecontroleerd_op) == (
        date(2025, 1, 1),
        date(2027, 4, 30),
        VANDAAG,
    )


@pytest.mark.parametrize(
    ("start_op", "eind_op", "verwacht"),
    [
        (
            date(2026, 4, 30),
            None,
            (
                "start_op",
                "Er is al zo’n keurmerk vanaf 01-01-2025 tot en met 30-04-2026. "
                "Twee mogen niet op dezelfde dag gelden.",
            ),
        ),
        (
            date(2026, 5, 2),
            date(2026, 5, 1),
            ("eind_op", "De laatste dag ligt vóór de eerste dag."),
        ),
    ],
)
def test_a_mark_is_refused_when_its_days_do_not_fit(wie, start_op, eind_op, verwacht):
    oud = KeurmerkFactory(start_op=date(2025, 1, 1), eind_op=date(2026, 4, 30))
    gegevens = KeurmerkGegevens(soort=BOW, start_op=start_op, eind_op=eind_op)

    with pytest.raises(Geweigerd) as fout:
        aanbieders.keurmerk_toevoegen(aanbieder_id=oud.aanbieder_id, gegevens=gegevens, **wie)

    assert reden(fout) == verwacht


def test_the_day_after_a_mark_another_may_begin(wie):
    oud = KeurmerkFactory(start_op=date(2025, 1, 1), eind_op=date(2026, 4, 30))
    gegevens = KeurmerkGegevens(soort=BOW, start_op=date(2026, 5, 1))

    aanbieders.keurmerk_toevoegen(aanbieder_id=oud.aanbieder_id, gegevens=gegevens, **wie)

    assert Keurmerk.objects.count() == 2


def test_prolonging_asks_for_a_later_day(wie):
    keurmerk = KeurmerkFactory(eind_op=date(2026, 4, 30))

    with pytest.raises(Geweigerd) as fout:
        aanbieders.keurmerk_verlengen(
            keurmerk_id=keurmerk.pk,
            versie=None,
            eind_op=date(2026, 4, 30),
            gecontroleerd_op=None,
            **wie,
        )

    assert reden(fout) == ("eind_op", "Kies een dag na 30-04-2026, de laatste dag van nu.")


def test_lessons_count_as_far_as_the_mark_goes(wie, consulent):
    """Shortened, prolonged again: what was taught after its last day follows."""
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    deelname = een_deelname(een_traject(dossier))
    regel = les(deelname, op=VANDAAG - timedelta(days=1))
    uren_vastleggen(dossier_id=dossier.pk, regels=[regel], door=consulent, nu=NU)
    keurmerk = Keurmerk.objects.get(aanbieder=deelname.aanbieder)
    telt = []

    kort = KeurmerkGegevens(
        soort=BOW, start_op=keurmerk.start_op, eind_op=VANDAAG - timedelta(days=2)
    )
    aanbieders.keurmerk_wijzigen(keurmerk_id=keurmerk.pk, versie=None, gegevens=kort, **wie)
    telt.append(Urenregel.objects.get().erkend)
    aanbieders.keurmerk_verlengen(
        keurmerk_id=keurmerk.pk, versie=None, eind_op=VANDAAG, gecontroleerd_op=None, **wie
    )
    telt.append(Urenregel.objects.get().erkend)

    assert telt == [False, True]


# --- Contracts, prices, talks --------------------------------------------------------------------
def test_a_regional_contract_names_who_bought_it(wie):
    gegevens = ContractGegevens(naam="B1-route", start_op=VANDAAG, regionaal=True)

    with pytest.raises(Geweigerd) as fout:
        aanbieders_contract.contract_toevoegen(
            aanbieder_id=AanbiederFactory().pk, gegevens=gegevens, **wie
        )

    assert reden(fout) == ("penvoerder", "Wie is de penvoerder van de regionale inkoop?")


def test_a_contract_changes(wie, contract):
    gegevens = ContractGegevens(
        naam="B1-route",
        start_op=date(2025, 1, 1),
        eind_op=date(2026, 12, 31),
        opzeggen_voor_op=date(2026, 10, 1),
        regionaal=True,
        penvoerder="Gemeente Groningen",
        gemeenten=20,
        capaciteit=40,
    )

    aanbieders_contract.contract_wijzigen(
        contract_id=contract.pk, versie=contract.versie, gegevens=gegevens, **wie
    )

    rij = Contract.objects.get()
    assert (rij.penvoerder, rij.gemeenten, rij.capaciteit) == ("Gemeente Groningen", 20, 40)


def tarief(**velden):
    gewoon = {
        "onderdeel": "Les in een groep",
        "eenheid": TariefEenheid.UUR,
        "bedrag": Decimal("11.85"),
        "start_op": date(2025, 1, 1),
        "eind_op": date(2025, 12, 31),
    }
    return TariefGegevens(**(gewoon | velden))


def test_prices_of_one_thing_follow_each_other(wie, contract):
    van = {"contract_id": contract.pk, **wie}
    aanbieders_contract.tarief_toevoegen(gegevens=tarief(), **van)
    aanbieders_contract.tarief_toevoegen(
        gegevens=tarief(start_op=date(2026, 1, 1), eind_op=None, bedrag=Decimal("12.30")), **van
    )

    with pytest.raises(Geweigerd) as fout:
        aanbieders_contract.tarief_toevoegen(
            gegevens=tarief(onderdeel="les in een groep", start_op=date(2026, 6, 1), eind_op=None),
            **van,
        )

    assert reden(fout) == (
        "start_op",
        "Er is al een tarief voor ‘les in een groep’ vanaf 01-01-2026. "
        "Twee mogen niet op dezelfde dag gelden.",
    )
    assert Tarief.objects.count() == 2


def test_a_price_is_not_below_zero_and_not_before_its_contract(wie, contract):
    gevonden = []
    for gegevens in (tarief(bedrag=Decimal(-1)), tarief(start_op=date(2024, 12, 31))):
        with pytest.raises(Geweigerd) as fout:
            aanbieders_contract.tarief_toevoegen(contract_id=contract.pk, gegevens=gegevens, **wie)
        gevonden.append(reden(fout))

    assert gevonden == [
        ("bedrag", "Een bedrag is niet lager dan nul."),
        ("start_op", "Het contract begint pas op 01-01-2025."),
    ]


def test_a_talk_was_held_and_the_next_comes_after_it(wie):
    aanbieder = AanbiederFactory()
    gehouden = ContractgesprekGegevens(
        op=VANDAAG, verslag="De wachttijd.", volgend_op=VANDAAG + timedelta(days=90)
    )
    aanbieders_contract.contractgesprek_vastleggen(
        aanbieder_id=aanbieder.pk, gegevens=gehouden, **wie
    )
    morgen = ContractgesprekGegevens(op=VANDAAG + timedelta(days=1), verslag="Nog niet.")

    with pytest.raises(Geweigerd) as fout:
        aanbieders_contract.contractgesprek_vastleggen(
            aanbieder_id=aanbieder.pk, gegevens=morgen, **wie
        )

    assert reden(fout) == ("op", "Het gesprek ligt in de toekomst.")
    assert [(rij.verslag, rij.door) for rij in Contractgesprek.objects.all()] == [
        ("De wachttijd.", wie["door"])
    ]


# --- Complaints --------------------------------------------------------------------------------
def een_klacht(consulent, dossier=None):
    return klachten.klacht_vastleggen(
        aanbieder_id=AanbiederFactory(naam="De Lauwers").pk,
        dossier_id=dossier.pk if dossier else None,
        ontvangen_op=VANDAAG,
        onderwerp="Les valt uit",
        tekst="Zonder bericht.",
        door=consulent,
        nu=NU,
    )


def test_a_complaint_of_somebody_stands_on_their_timeline_until_it_is_closed(wie, consulent):
    dossier = een_dossier(consulent=consulent)
    klacht = een_klacht(consulent, dossier)

    klachten.klacht_afhandelen(
        klacht_id=klacht.pk, versie=klacht.versie, uitkomst="Besproken.", **wie
    )

    klacht.refresh_from_db()
    regels = Gebeurtenis.objects.filter(inburgeraar=dossier, tekst__startswith="Klacht")
    assert (klacht.status, klacht.afgehandeld_op) == (KlachtStatus.AFGEHANDELD, VANDAAG)
    assert list(regels.order_by("pk").values_list("tekst", flat=True)) == [
        "Klacht over De Lauwers: Les valt uit",
        "Klacht afgehandeld: Les valt uit",
    ]


def test_a_complaint_is_closed_once_and_with_an_outcome(wie, consulent):
    klacht = een_klacht(consulent)
    gevonden = []

    for uitkomst in (" ", "Besproken.", "Nog eens."):
        try:
            klachten.klacht_afhandelen(klacht_id=klacht.pk, versie=None, uitkomst=uitkomst, **wie)
        except Geweigerd as fout:
            gevonden.append(fout.reden)

    assert gevonden == [
        "Schrijf op wat er met de klacht is gedaan.",
        "Deze klacht is al afgehandeld.",
    ]


# --- Pages -------------------------------------------------------------------------------------
@pytest.fixture
def beheer(client_als, contractbeheer):
    return client_als(contractbeheer)


def test_contractbeheer_adds_a_provider_and_reads_it(beheer):
    antwoord = beheer.post(
        reverse("aanbieder-nieuw"),
        {"naam": "De Lauwers", "soorten": ["taal"], "website": "lauwers.example"},
    )

    aanbieder = Aanbieder.objects.get()
    assert antwoord.url == reverse("aanbieder", args=[aanbieder.pk])
    assert aanbieder.website == "https://lauwers.example"
    tekst = beheer.get(antwoord.url).content.decode()
    assert "Lessen hier tellen niet mee; een nieuw aanbod kan niet." in tekst


def test_what_is_wrong_stands_by_its_field(beheer):
    antwoord = beheer.post(
        reverse("aanbieder-nieuw"), {"naam": "A", "soorten": ["taal"], "instellingsnummer": "12"}
    )

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {
        "instellingsnummer": ["Het instellingsnummer van DUO heeft tien cijfers."]
    }


def test_a_price_is_typed_with_a_comma(beheer, contract):
    beheer.post(
        reverse("tarief-nieuw", args=[contract.pk]),
        {
            "onderdeel": "Traject",
            "eenheid": "traject",
            "bedrag": "€ 13.500,50",
            "start_op": "1-1-2025",
        },
    )

    assert Tarief.objects.get().bedrag == Decimal("13500.50")


def test_a_consulent_reads_providers_and_changes_none(client_als, consulent, gemeente):
    aanbieder = AanbiederFactory()
    client = client_als(consulent)

    gezien = client.get(reverse("aanbieder", args=[aanbieder.pk]))
    geweigerd = client.get(reverse("aanbieder-wijzigen", args=[aanbieder.pk]))

    assert (gezien.status_code, geweigerd.status_code) == (200, 403)


def test_the_list_shows_what_was_asked_for(beheer):
    AanbiederFactory(naam="De Lauwers")
    AanbiederFactory(naam="De Schans", soorten=[AanbiederSoort.PVT.value])
    AanbiederFactory(naam="Voorbij", gestopt_op=VANDAAG)

    gevonden = {
        vraag: [r.aanbieder.naam for r in beheer.get(f"/aanbieders/?{vraag}").context["regels"]]
        for vraag in ("", "soort=pvt", "q=lauw", "ook_gestopt=on", "soort=onzin")
    }

    assert gevonden == {
        "": ["De Lauwers", "De Schans"],
        "soort=pvt": ["De Schans"],
        "q=lauw": ["De Lauwers"],
        "ook_gestopt=on": ["De Lauwers", "De Schans", "Voorbij"],
        "soort=onzin": ["De Lauwers", "De Schans"],
    }


def test_contractbeheer_never_sees_whose_complaint_it_is(beheer, client_als, consulent):
    dossier = een_dossier(consulent=consulent)
    klacht = een_klacht(consulent, dossier)
    pad = reverse("aanbieder", args=[klacht.aanbieder_id])
    naam = dossier.persoon.naam

    gezien = [naam in c.get(pad).content.decode() for c in (client_als(consulent), beheer)]
    afhandelen = beheer.get(reverse("klacht-afhandelen", args=[klacht.pk])).content.decode()

    assert gezien == [True, False]
    assert (naam in afhandelen, dossier.dossiernummer in afhandelen) == (False, False)


def test_a_consulent_records_a_complaint_in_the_dossier(client_als, consulent, gemeente):
    dossier = een_dossier(consulent=consulent)
    aanbieder = AanbiederFactory()
    velden = {
        "aanbieder": aanbieder.pk,
        "ontvangen_op": "1-3-2026",
        "onderwerp": "Les valt uit",
        "tekst": "Zonder bericht.",
    }

    antwoord = client_als(consulent).post(
        reverse("leerroute-klacht", args=[dossier.dossiernummer]), velden
    )

    assert antwoord.url == reverse("leerroute-klachten", args=[dossier.dossiernummer])
    assert [(k.inburgeraar, k.aanbieder, k.ontvangen_op) for k in Klacht.objects.all()] == [
        (dossier, aanbieder, date(2026, 3, 1))
    ]


def test_complaints_of_a_dossier_that_is_not_there(client_als, consulent, gemeente):
    pad = reverse("leerroute-klachten", args=["2026-99999"])

    assert client_als(consulent).get(pad).status_code == 404


def test_a_provider_costs_the_same_for_one_and_for_three(wie, consulent):
    """Of everything that hangs on it: one each, then three."""
    school = AanbiederFactory()
    van = {"aanbieder_id": school.pk}
    assert consulent.heeft(Recht.AANBIEDERS_ZIEN)  # asked once per request
    kosten = []
    for erbij in (1, 2):
        for _ in range(erbij):
            jaar = date(2030 + Contract.objects.count(), 1, 1)
            KeurmerkFactory(aanbieder=school, start_op=jaar, eind_op=jaar)
            nieuw = aanbieders_contract.contract_toevoegen(
                gegevens=ContractGegevens(naam="B1-route", start_op=date(2025, 1, 1)), **van, **wie
            )
            aanbieders_contract.tarief_toevoegen(contract_id=nieuw.pk, gegevens=tarief(), **wie)
            aanbieders_contract.contractgesprek_vastleggen(
                gegevens=ContractgesprekGegevens(op=VANDAAG, verslag="De wachttijd."), **van, **wie
            )
            klachten.klacht_vastleggen(
                **van,
                dossier_id=een_dossier(consulent=consulent).pk,
                ontvangen_op=VANDAAG,
                onderwerp="Les valt uit",
                tekst="Zonder bericht.",
                door=consulent,
                nu=NU,
            )
        with CaptureQueriesContext(connection) as gevraagd:
            gevonden = aanbiederpagina(school.pk, voor=consulent, op=VANDAAG)
        kosten.append((len(gevonden.klachten), len(gevonden.contracten), len(gevraagd)))

    assert kosten == [(1, 1, 13), (3, 3, 13)]


# --- What a mark blocks ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("perioden", "verwacht"),
    [
        ([], ("Ontbreekt", None, "Lessen hier tellen niet mee; een nieuw aanbod kan niet.")),
        ([(date(2025, 1, 1), None)], ("Geldig", None, "")),
        ([(date(2025, 1, 1), date(2026, 6, 2))], ("Geldig", date(2026, 6, 2), "")),
        (
            [(date(2025, 1, 1), date(2026, 6, 1))],
            (
                "Loopt af",
                date(2026, 6, 1),
                "Lessen vanaf 2 juni 2026 tellen niet mee, tenzij het keurmerk wordt verlengd. "
                "Een nieuw aanbod kan dan ook niet.",
            ),
        ),
        (
            [(date(2025, 1, 1), date(2026, 3, 1))],
            (
                "Verlopen",
                date(2026, 3, 1),
                "Lessen vanaf 2 maart 2026 tellen niet mee; een nieuw aanbod kan niet.",
            ),
        ),
        (
            [(date(2025, 1, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2027, 3, 31))],
            ("Geldig", date(2027, 3, 31), ""),
        ),
    ],
)
def test_a_mark_says_in_words_what_it_blocks(db, perioden, verwacht):
    aanbieder = AanbiederFactory()
    for start_op, eind_op in perioden:
        KeurmerkFactory(aanbieder=aanbieder, start_op=start_op, eind_op=eind_op)

    [stand] = aanbiederlijst(op=VANDAAG)[0].standen

    assert (stand.stand, stand.tot, stand.gevolg) == verwacht


# --- The demo ----------------------------------------------------------------------------------
def test_the_providers_of_the_demo_are_made_once(contractbeheer, consulent):
    wie = {"contractbeheer": contractbeheer, "consulent": consulent, "nu": NU}
    schans = PartnerorganisatieFactory()

    vul_aanbieders(schans=schans, **wie)
    vul_aanbieders(schans=schans, **wie)

    assert (Aanbieder.objects.count(), Keurmerk.objects.count(), Enquete.objects.count()) == (
        5,
        4,
        3,
    )
