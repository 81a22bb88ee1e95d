"""The pages of handovers, as OOV, consulent and others see them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from inburgering.models import Concept, Inburgeraar, Raadpleging
from inburgering.services.dossiers import sluiten_voor_anderen
from inburgering.services.sporen import concept_bewaren
from overdracht.enums import Fase
from overdracht.models import Huisvesting, HuisvestingStatus, Overdracht, OverdrachtStatus
from tests.factories import NU, VANDAAG, een_dossier, geldig_bsn
from tests.overdracht.huishoudens import (
    KOPPELING,
    breng_tot,
    dossiers_van,
    ontvangen,
    plan_gesprek,
)

NIEUW = "/overdrachten/nieuw/"
HOOFD = {
    "rol": "referent",
    "achternaam": "Tesfay",
    "voornamen": "Selam",
    "geslacht": "v",
    "geboortedatum": "12-04-1995",
    "v_nummer": "123456789",
    "talen": "Tigrinya, Arabisch",
    "dossier": "on",
}
LEEG = {"rol": "partner", "geslacht": "x", "dossier": "on"}


def invoer(*personen, **velden):
    data = {"azc": "AZC Ter Apel", "koppeling_op": f"{KOPPELING:%d-%m-%Y}"} | velden
    data |= {"personen-TOTAL_FORMS": str(len(personen)), "personen-INITIAL_FORMS": "0"}
    for nummer, persoon in enumerate(personen):
        data |= {f"personen-{nummer}-{veld}": waarde for veld, waarde in persoon.items()}
    return data


def fouten(antwoord):
    form = antwoord.context["form"]
    rijen = {
        f"personen-{nummer}-{veld}": list(teksten)
        for nummer, rij in enumerate(form.personen.forms)
        for veld, teksten in rij.errors.items()
    }
    return {veld: list(teksten) for veld, teksten in form.overdracht.errors.items()} | rijen


@pytest.fixture
def als_oov(client_als, team):
    return client_als(team.oov)


@pytest.fixture
def als_consulent(client_als, team):
    return client_als(team.consulent)


# --- A new household --------------------------------------------------------------------------
def test_a_household_on_one_page(als_oov):
    kind = {"rol": "kind", "achternaam": "Tesfay", "geboortedatum": "00-00-2019", "geslacht": "m"}

    antwoord = als_oov.post(NIEUW, invoer(HOOFD, kind | {"dossier": "on"}, LEEG, kamers="2"))

    overdracht = Overdracht.objects.get()
    assert antwoord.url == reverse("overdracht-tonen", args=[overdracht.pk])
    assert overdracht.gezin.leden.count() == 2
    (dossier,) = Inburgeraar.objects.all()
    assert (dossier.persoon.v_nummer, dossier.persoon.talen) == (
        "0123456789",
        ["Tigrinya", "Arabisch"],
    )


def test_one_more_row_keeps_everything_typed_and_judges_nothing(als_oov):
    antwoord = als_oov.post(NIEUW, invoer(HOOFD, koppeling_op="ooit") | {"rij_erbij": "1"})

    form = antwoord.context["form"]
    assert (antwoord.status_code, len(form.personen.forms)) == (200, 2)
    assert form.overdracht["koppeling_op"].value() == "ooit"
    assert form.personen.forms[0]["achternaam"].value() == "Tesfay"
    assert form.personen.forms[0]["dossier"].value() is True
    assert "foutoverzicht" not in antwoord.content.decode()
    assert Overdracht.objects.count() == 0


def test_a_row_is_removed_and_the_others_stay(als_oov):
    partner = HOOFD | {"rol": "partner", "achternaam": "Weg"}
    kind = HOOFD | {"rol": "kind", "achternaam": "Blijft"}

    antwoord = als_oov.post(NIEUW, invoer(HOOFD, partner, kind) | {"rij_weg": "1"})

    rijen = antwoord.context["form"].personen.forms
    assert [(rij["achternaam"].value(), rij["rol"].value()) for rij in rijen] == [
        ("Tesfay", "referent"),
        ("Blijft", "kind"),
    ]
    assert "foutoverzicht" not in antwoord.content.decode()
    assert Overdracht.objects.count() == 0


def test_the_enter_key_saves_and_removes_nobody(als_oov):
    """A browser presses the first button of the form."""
    tekst = als_oov.post(NIEUW, invoer(HOOFD, LEEG) | {"rij_erbij": "1"}).content.decode()

    knoppen_op_volgorde = re.findall(r'<button[^>]*type="submit"[^>]*>', tekst.split("<main")[1])
    assert 'name="' not in knoppen_op_volgorde[0]
    assert 'name="rij_weg"' in knoppen_op_volgorde[1]


@pytest.mark.parametrize(("weg", "over"), [("0", [None]), ("9", ["Tesfay"]), ("x", ["Tesfay"])])
def test_there_is_always_a_row_left(als_oov, weg, over):
    antwoord = als_oov.post(NIEUW, invoer(HOOFD) | {"rij_weg": weg})

    rijen = antwoord.context["form"].personen.forms
    assert [rij["achternaam"].value() for rij in rijen] == over
    assert 'name="rij_weg"' not in antwoord.content.decode()


def test_an_unticked_box_stays_unticked_with_one_more_row(als_oov):
    zonder = {veld: waarde for veld, waarde in HOOFD.items() if veld != "dossier"}

    antwoord = als_oov.post(NIEUW, invoer(zonder) | {"rij_erbij": "1"})

    rijen = antwoord.context["form"].personen.forms
    assert [rij["dossier"].value() for rij in rijen] == [False, True]


def test_a_row_for_a_child_does_not_begin_with_a_duty(als_oov):
    antwoord = als_oov.post(NIEUW, invoer(HOOFD, HOOFD | {"rol": "partner"}) | {"rij_erbij": "1"})

    rijen = antwoord.context["form"].personen.forms
    assert [(rij["rol"].value(), rij["dossier"].value()) for rij in rijen] == [
        ("referent", True),
        ("partner", True),
        ("kind", False),
    ]


def test_what_is_wrong_stands_by_its_field_and_nothing_is_lost(als_oov):
    morgen = f"{VANDAAG + timedelta(days=1):%d-%m-%Y}"

    antwoord = als_oov.post(NIEUW, invoer(HOOFD, koppeling_op=morgen))

    assert antwoord.status_code == 422
    assert fouten(antwoord) == {"koppeling_op": ["De koppeling ligt in de toekomst."]}
    assert 'value="Tesfay"' in antwoord.content.decode()


def test_a_refusal_about_a_person_stands_by_that_row(als_oov):
    antwoord = als_oov.post(NIEUW, invoer(LEEG, HOOFD | {"geboortedatum": "01-01-2015"}))

    assert fouten(antwoord) == {
        "personen-1-geboortedatum": [
            "Dit gezin heeft geen volwassene: controleer de geboortedatums."
        ]
    }


def test_an_empty_page_asks_for_what_it_needs(als_oov):
    antwoord = als_oov.post(NIEUW, invoer(LEEG | {"rol": "referent"}, azc="", koppeling_op=""))

    assert sorted(fouten(antwoord)) == ["azc", "koppeling_op"]


def test_a_page_without_people_asks_for_them(als_oov):
    antwoord = als_oov.post(NIEUW, invoer(LEEG))

    assert antwoord.context["form"].overdracht.non_field_errors() == [
        "Vul ten minste één persoon in."
    ]


def test_a_bsn_that_fails_the_proof(als_oov):
    antwoord = als_oov.post(NIEUW, invoer(HOOFD | {"bsn": "123456789"}))

    assert list(fouten(antwoord)) == ["personen-0-bsn"]


def test_what_is_wrong_with_every_person_is_said_at_once(als_oov, team):
    bekend = een_dossier(door=team.consulent).persoon
    hoofd = HOOFD | {"bsn": "123456789", "geboortedatum": "01-01-2030"}
    partner = HOOFD | {"rol": "partner", "v_nummer": bekend.v_nummer}
    kind = HOOFD | {"rol": "kind", "v_nummer": "", "geboortedatum": "31-02-2019"}

    antwoord = als_oov.post(NIEUW, invoer(hoofd, LEEG, partner, kind))

    gevonden = {veld: teksten[0].partition(" <a")[0] for veld, teksten in fouten(antwoord).items()}
    assert gevonden == {
        "personen-0-bsn": (
            "Dit is geen geldig BSN: het heeft negen cijfers en moet kloppen met de elfproef."
        ),
        "personen-0-geboortedatum": "De geboortedatum ligt in de toekomst.",
        "personen-2-v_nummer": "Dit V-nummer is al bekend bij een andere persoon.",
        "personen-3-geboortedatum": (
            "Deze datum bestaat niet. Schrijf dd-mm-jjjj, met 00 voor wat u niet weet."
        ),
    }


def test_the_summary_says_whose_field_it_is(als_oov):
    antwoord = als_oov.post(NIEUW, invoer(HOOFD, HOOFD | {"rol": "partner", "bsn": "12"}))

    tekst = antwoord.content.decode()
    assert ">Persoon 2, BSN</a>: Dit is geen geldig BSN" in tekst


def test_a_known_number_leads_to_the_dossier_one_may_see(als_oov, team):
    bsn = geldig_bsn()
    bekend = een_dossier(door=team.consulent, gegevens=None)
    tekst = als_oov.post(
        NIEUW, invoer(HOOFD | {"v_nummer": bekend.persoon.v_nummer, "bsn": bsn})
    ).content.decode()

    assert f'href="{reverse("persoon", args=[bekend.dossiernummer])}"' in tekst


def test_a_known_number_of_a_closed_dossier_leads_nowhere(als_oov, team):
    bekend = een_dossier(door=team.consulent)
    sluiten_voor_anderen(
        dossier_id=bekend.pk,
        medewerkers=[team.consulent],
        door=team.consulent,
        nu=NU,
        reden="Veiligheid",
    )

    antwoord = als_oov.post(NIEUW, invoer(HOOFD | {"v_nummer": bekend.persoon.v_nummer}))

    assert fouten(antwoord) == {
        "personen-0-v_nummer": ["Dit V-nummer is al bekend bij een andere persoon."]
    }
    assert bekend.dossiernummer not in antwoord.content.decode()


def test_a_draft_comes_back_with_all_its_rows(als_oov, team):
    velden = {veld: [waarde] for veld, waarde in invoer(HOOFD, LEEG, azc="AZC Delfzijl").items()}
    concept_bewaren(medewerker=team.oov, pad=NIEUW, velden=velden, nu=NU)

    antwoord = als_oov.get(NIEUW)

    form = antwoord.context["form"]
    assert form.overdracht["azc"].value() == "AZC Delfzijl"
    assert [rij["achternaam"].value() for rij in form.personen.forms] == ["Tesfay", None]


def test_a_saved_household_leaves_no_draft(als_oov, team):
    concept_bewaren(medewerker=team.oov, pad=NIEUW, velden={"azc": ["x"]}, nu=NU)

    als_oov.post(NIEUW, invoer(HOOFD))

    assert Concept.objects.count() == 0


# --- The board --------------------------------------------------------------------------------
def test_the_board_shows_each_household_in_its_stage(als_oov, team):
    for fase in (Fase.ONTVANGEN, Fase.GESPREK, Fase.INGESCHREVEN):
        breng_tot(team, ontvangen(team), fase)

    kolommen = als_oov.get("/overdrachten/").context["bord"].kolommen

    assert [(kolom.fase, len(kolom.kaarten)) for kolom in kolommen] == [
        (Fase.ONTVANGEN, 1),
        (Fase.VERWERKT, 0),
        (Fase.GESPREK, 1),
        (Fase.WONING, 0),
        (Fase.VERHUIZING, 0),
        (Fase.INGESCHREVEN, 1),
    ]
    (kaart,) = kolommen[2].kaarten
    assert (kaart.dagen, kaart.norm.dagen_over, kaart.personen) == (25, 58, 3)


def test_an_empty_board_says_how_to_begin(als_oov):
    assert "Er loopt geen overdracht" in als_oov.get("/overdrachten/").content.decode()


def test_the_board_costs_the_same_for_one_and_for_three(
    als_oov, team, django_assert_num_queries, django_assert_max_num_queries
):
    breng_tot(team, ontvangen(team), Fase.VERHUIZING)
    with django_assert_max_num_queries(40) as een:
        als_oov.get("/overdrachten/")
    for fase in (Fase.ONTVANGEN, Fase.WONING):
        breng_tot(team, ontvangen(team), fase)

    with django_assert_num_queries(len(een)):
        als_oov.get("/overdrachten/")


# --- A household ------------------------------------------------------------------------------
def test_opening_a_household_is_logged_on_every_dossier(als_oov, overdracht):
    als_oov.get(reverse("overdracht-tonen", args=[overdracht.pk]))

    assert Raadpleging.objects.filter(onderdeel="Overdracht & huisvesting").count() == 2


def test_a_closed_dossier_stays_unnamed(als_oov, team, overdracht):
    hoofd, partner = dossiers_van(overdracht)
    sluiten_voor_anderen(
        dossier_id=hoofd.pk,
        medewerkers=[team.consulent],
        door=team.consulent,
        nu=NU,
        reden="Veilig",
    )

    for adres in ("/overdrachten/", reverse("overdracht-tonen", args=[overdracht.pk])):
        tekst = als_oov.get(adres).content.decode()
        assert hoofd.persoon.achternaam not in tekst
        assert partner.persoon.achternaam in tekst


def test_a_household_that_one_may_not_see_is_not_there(als_oov, team, overdracht):
    for dossier in dossiers_van(overdracht):
        sluiten_voor_anderen(
            dossier_id=dossier.pk,
            medewerkers=[team.consulent],
            door=team.consulent,
            nu=NU,
            reden="Veilig",
        )

    assert als_oov.get(reverse("overdracht-tonen", args=[overdracht.pk])).status_code == 404
    assert als_oov.post(reverse("overdracht-verwerken", args=[overdracht.pk])).status_code == 404
    assert als_oov.get(reverse("woning-toewijzen", args=[overdracht.pk])).status_code == 404
    nummer = dossiers_van(overdracht)[0].dossiernummer
    assert als_oov.get(reverse("overdracht", args=[nummer])).status_code == 404


def test_who_has_no_business_here_is_refused(client_als, administratie, overdracht):
    klant = client_als(administratie)

    assert klant.get("/overdrachten/").status_code == 403
    assert klant.get(reverse("overdracht-tonen", args=[overdracht.pk])).status_code == 403


def test_the_tab_shows_the_household_to_the_consulent(als_consulent, overdracht):
    nummer = dossiers_van(overdracht)[0].dossiernummer

    antwoord = als_consulent.get(reverse("overdracht", args=[nummer]))

    assert antwoord.status_code == 200
    assert [regel.rol for regel in antwoord.context["pagina"].leden] == [
        "Hoofdpersoon",
        "Partner",
        "Kind",
    ]


def test_a_dossier_without_a_handover_says_so(als_consulent, team):
    nummer = een_dossier(door=team.consulent, wordt_gehuisvest=False).dossiernummer

    assert (
        "Geen overdracht bij dit dossier"
        in als_consulent.get(reverse("overdracht", args=[nummer])).content.decode()
    )


def test_oov_sees_the_state_of_the_talk_but_not_what_was_said(
    als_oov, als_consulent, team, overdracht
):
    breng_tot(team, overdracht, Fase.GESPREK)
    adres = reverse("overdracht-tonen", args=[overdracht.pk])

    assert "Kennisgemaakt" in als_consulent.get(adres).content.decode()
    assert "Kennisgemaakt" not in als_oov.get(adres).content.decode()


# --- Acts -------------------------------------------------------------------------------------
def knoppen(antwoord):
    handelingen = antwoord.context["handelingen"]
    groepen = (handelingen.overdracht, handelingen.gesprek, handelingen.woning, handelingen.beheer)
    return [[(knop.tekst, knop.reden) for knop in groep] for groep in groepen]


@pytest.mark.parametrize(
    ("fase", "van_oov", "van_consulent"),
    [
        (
            Fase.ONTVANGEN,
            [["Verwerken"], [], [], ["Gegevens wijzigen", "Overdracht intrekken"]],
            [[], ["Verslag vastleggen"], ["Bezichtiging vastleggen"], []],
        ),
        (
            Fase.VERWERKT,
            [[], [], ["Woning kiezen"], ["Gegevens wijzigen", "Overdracht intrekken"]],
            [[], ["Gesprek plannen", "Gesprek vervangen"], ["Bezichtiging vastleggen"], []],
        ),
        (
            Fase.WONING,
            [[], [], ["Accepteren", "Weigeren"], ["Gegevens wijzigen", "Overdracht intrekken"]],
            [[], [], ["Bezichtiging vastleggen", "Accepteren", "Weigeren"], []],
        ),
        (
            Fase.VERHUIZING,
            [[], [], [], ["Gegevens wijzigen"]],
            [[], [], ["Inschrijving BRP vastleggen"], []],
        ),
        (
            Fase.INGESCHREVEN,
            [[], [], [], ["Gegevens wijzigen"]],
            [[], [], [], ["Inschrijving corrigeren"]],
        ),
    ],
)
def test_each_role_is_offered_its_own_acts(
    als_oov, als_consulent, team, overdracht, fase, van_oov, van_consulent
):
    breng_tot(team, overdracht, fase)
    adres = reverse("overdracht-tonen", args=[overdracht.pk])

    for klant, verwacht in ((als_oov, van_oov), (als_consulent, van_consulent)):
        assert [[tekst for tekst, _ in groep] for groep in knoppen(klant.get(adres))] == verwacht


def test_an_act_that_cannot_be_done_yet_says_why(als_consulent, overdracht):
    antwoord = als_consulent.get(reverse("overdracht-tonen", args=[overdracht.pk]))

    assert knoppen(antwoord)[1] == [
        ("Verslag vastleggen", "Eerst verwerkt OOV de gegevens van het COA.")
    ]
    assert 'aria-disabled="true"' in antwoord.content.decode()


def test_the_report_of_a_talk_waits_for_its_day(als_consulent, team, overdracht, klok):
    breng_tot(team, overdracht, Fase.VERWERKT)
    adres = reverse("overdracht-tonen", args=[overdracht.pk])
    houden = reverse("gesprek-houden", args=[overdracht.pk])
    gepland = {"datum": "3-3-2026", "tijd": "16:00", "plaats": "AZC Ter Apel"}
    als_consulent.post(reverse("gesprek-plannen", args=[overdracht.pk]), gepland)

    vooraf = als_consulent.get(adres)
    te_vroeg = als_consulent.post(houden, {"op": "2-3-2026", "verslag": "Kennisgemaakt."})
    klok.shift(timedelta(days=1))
    als_consulent.force_login(team.consulent)
    op_de_dag = als_consulent.get(adres)

    reden = "Het gesprek is op 03-03-2026. Vanaf die dag kan het verslag."
    assert knoppen(vooraf)[1] == [("Verslag vastleggen", reden), ("Gesprek vervangen", "")]
    assert [knop.primair for knop in vooraf.context["handelingen"].gesprek] == [False, False]
    assert te_vroeg.context["form"].non_field_errors() == [reden]
    assert knoppen(op_de_dag)[1] == [("Verslag vastleggen", ""), ("Gesprek vervangen", "")]
    assert op_de_dag.context["handelingen"].gesprek[0].primair


def test_processing_is_one_button(als_oov, overdracht):
    adres = reverse("overdracht-verwerken", args=[overdracht.pk])

    als_oov.post(adres)
    antwoord = als_oov.post(adres, follow=True)

    overdracht.refresh_from_db()
    assert overdracht.status == OverdrachtStatus.VERWERKT
    assert "De overdracht is al verwerkt." in antwoord.content.decode()


def test_from_processing_to_registration_through_the_pages(
    als_oov, als_consulent, team, overdracht
):
    def doe(klant, naam, **velden):
        adres = reverse(naam, args=[overdracht.pk])
        assert klant.get(adres).status_code in (200, 405)
        assert klant.post(adres, velden).status_code == 302

    doe(als_oov, "overdracht-verwerken")
    doe(als_consulent, "gesprek-plannen", datum="5-2-2026", tijd="10:30", plaats="AZC Ter Apel")
    doe(als_consulent, "gesprek-houden", op="5-2-2026", verslag="Kennisgemaakt")
    doe(
        als_oov,
        "woning-toewijzen",
        straat="Dorpsstraat",
        huisnummer="12",
        postcode="9351ab",
        plaats="Leek",
        op="10-2-2026",
    )
    doe(als_consulent, "woning-bezichtigen", op="12-2-2026")
    doe(als_consulent, "woning-accepteren", op="12-2-2026", huur_vanaf="20-2-2026")
    doe(als_oov, "overdracht-verhuizen", op="20-2-2026")
    doe(als_consulent, "overdracht-inschrijven", brp_op="23-2-2026")

    overdracht.refresh_from_db()
    huis = Huisvesting.objects.get()
    assert overdracht.status == OverdrachtStatus.AFGEROND
    assert (huis.status, huis.postcode) == (HuisvestingStatus.VERHUISD, "9351 AB")


def test_a_refused_home_and_a_talk_by_telephone_through_the_pages(
    als_oov, als_consulent, team, overdracht
):
    breng_tot(team, overdracht, Fase.VERWERKT)
    pk = overdracht.pk

    als_consulent.post(
        reverse("gesprek-vervangen", args=[pk]),
        {"wijze": "telefoon", "op": "5-2-2026", "reden": "Ziek"},
    )
    woning = {"straat": "A", "huisnummer": "1", "postcode": "9351 AB", "plaats": "Leek"}
    als_oov.post(reverse("woning-toewijzen", args=[pk]), woning | {"op": "10-2-2026"})
    als_oov.post(reverse("woning-weigeren", args=[pk]), {"op": "11-2-2026", "reden": "Geen lift"})

    antwoord = als_oov.get(reverse("overdracht-tonen", args=[pk]))
    assert antwoord.context["stand"].fase == Fase.GESPREK
    assert "Eerder geweigerd of niet doorgegaan (1)" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("naam", "velden", "fout"),
    [
        ("overdracht-inschrijven", {"brp_op": "01-01-2030"}, "brp_op"),
        ("overdracht-inschrijven", {"brp_op": "31-02-2026"}, "brp_op"),
        ("overdracht-inschrijven", {"brp_op": "1-2-2026"}, "brp_op"),
    ],
)
def test_bad_input_stands_by_its_field(als_consulent, team, overdracht, naam, velden, fout):
    breng_tot(team, overdracht, Fase.VERHUIZING)

    antwoord = als_consulent.post(reverse(naam, args=[overdracht.pk]), velden)

    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (422, [fout])


def test_a_postcode_that_is_none(als_oov, team, overdracht):
    breng_tot(team, overdracht, Fase.GESPREK)

    antwoord = als_oov.post(
        reverse("woning-toewijzen", args=[overdracht.pk]),
        {"straat": "A", "huisnummer": "1", "postcode": "leek", "plaats": "Leek", "op": "1-3-2026"},
    )

    assert list(antwoord.context["form"].errors) == ["postcode"]


def test_two_people_change_the_same_handover(als_oov, team, overdracht):
    adres = reverse("overdracht-wijzigen", args=[overdracht.pk])
    velden = {"azc": "AZC Ter Apel", "koppeling_op": f"{KOPPELING:%d-%m-%Y}", "versie": "1"}
    als_oov.post(adres, velden | {"contact_coa": "Els"})

    antwoord = als_oov.post(adres, velden | {"contact_coa": "Jan"})

    assert antwoord.status_code == 409
    assert "U hebt dit zelf intussen gewijzigd" in antwoord.content.decode()
    overdracht.refresh_from_db()
    assert overdracht.contact_coa == "Els"


def test_withdrawing_says_what_will_happen(als_oov, team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    plan_gesprek(team, overdracht)
    adres = reverse("overdracht-intrekken", args=[overdracht.pk])
    assert "De dossiers van dit gezin worden beëindigd" in als_oov.get(adres).content.decode()

    als_oov.post(adres, {"waarom": "elders", "reden": "Naar Assen"})

    antwoord = als_oov.get(reverse("overdracht-tonen", args=[overdracht.pk]))
    assert "De koppeling is ingetrokken" in antwoord.content.decode()
    assert antwoord.context["handelingen"].beheer == ()


def test_a_consulent_does_not_process_and_oov_does_not_register(als_oov, als_consulent, overdracht):
    pk = overdracht.pk

    assert als_consulent.post(reverse("overdracht-verwerken", args=[pk])).status_code == 403
    assert als_consulent.get(NIEUW).status_code == 403
    assert als_oov.get(reverse("overdracht-inschrijven", args=[pk])).status_code == 403
    assert als_oov.get(reverse("gesprek-plannen", args=[pk])).status_code == 403
