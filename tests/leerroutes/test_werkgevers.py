"""Places, employers and vacancies: kept, filled, stopped, and who is there."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.services.dossiers import sluiten_voor_anderen
from leerroutes.enums import PlaatsingUitkomst, PlekSoort, VacatureStatus
from leerroutes.models import Participatieplek, Vacature, Werkgever
from leerroutes.queries.plekken import pleklijst, plekpagina
from leerroutes.queries.werkgevers import PER_BLAD, open_vacatures, werkgeverlijst, werkgeverpagina
from leerroutes.services.plaatsingen import plaatsen, plaatsing_beeindigen, plaatsing_starten
from leerroutes.services.plekken import (
    PlekGegevens,
    plek_hervatten,
    plek_stoppen,
    plek_toevoegen,
    plek_wijzigen,
)
from leerroutes.services.werkgevers import (
    VacatureGegevens,
    WerkgeverGegevens,
    vacature_heropenen,
    vacature_laten_vervallen,
    vacature_openen,
    vacature_vervullen,
    vacature_wijzigen,
    werkgever_hervatten,
    werkgever_stoppen,
    werkgever_toevoegen,
    werkgever_wijzigen,
)
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier

pytestmark = pytest.mark.django_db

MORGEN = VANDAAG + timedelta(days=1)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def plekgegevens(**anders):
    return PlekGegevens(**({"naam": "Novatec", "soort": PlekSoort.EIGEN, "capaciteit": 2} | anders))


@pytest.fixture
def plek(gemeente, wie):
    return plek_toevoegen(gegevens=plekgegevens(), **wie)


@pytest.fixture
def werkgever(gemeente, wie):
    return werkgever_toevoegen(gegevens=WerkgeverGegevens(naam="Bakkerij Bolt"), **wie)


def vacaturegegevens(**anders):
    gewoon = {"functie": "Bakkershulp", "uren_per_week": Decimal(24), "plaatsen": 1}
    return VacatureGegevens(**(gewoon | anders))


@pytest.fixture
def vacature(werkgever, wie):
    return vacature_openen(werkgever_id=werkgever.pk, gegevens=vacaturegegevens(), **wie)


def iemand_op(wie, **waar):
    """Somebody of the ondertussengroep, who needs no traject to be placed."""
    dossier = een_dossier(
        door=wie["door"], consulent=wie["door"], regime=Regime.WI2013, wordt_gehuisvest=False
    )
    return plaatsen(dossier_id=dossier.pk, uren_per_week=Decimal(16), **waar, **wie)


# --- Places --------------------------------------------------------------------------------------
def test_a_place_has_room_until_it_is_full(plek, wie):
    iemand_op(wie, plek_id=plek.pk)
    (een,) = pleklijst().open

    iemand_op(wie, plek_id=plek.pk)

    (twee,) = pleklijst().open
    assert [(een.bezet, een.vrij), (twee.bezet, twee.vrij)] == [(1, 1), (2, 0)]


def test_places_stand_by_name(plek, wie):
    plek_toevoegen(gegevens=plekgegevens(naam="Ambachtenproject"), **wie)

    assert [regel.plek.naam for regel in pleklijst().open] == ["Ambachtenproject", "Novatec"]


def test_two_places_do_not_share_a_name(plek, wie):
    with pytest.raises(Geweigerd, match="al een plek met deze naam") as fout:
        plek_toevoegen(gegevens=plekgegevens(), **wie)

    assert fout.value.veld == "naam"


def test_a_place_does_not_shrink_below_who_are_there(plek, wie):
    for _ in range(2):
        iemand_op(wie, plek_id=plek.pk)

    with pytest.raises(Geweigerd, match="al 2 plaatsen bezet") as fout:
        plek_wijzigen(plek_id=plek.pk, versie=None, gegevens=plekgegevens(capaciteit=1), **wie)

    assert fout.value.veld == "capaciteit"


def test_who_saves_a_place_second_is_told(plek, wie):
    plek_wijzigen(plek_id=plek.pk, versie=1, gegevens=plekgegevens(plaats="Leek"), **wie)

    with pytest.raises(Gewijzigd):
        plek_wijzigen(plek_id=plek.pk, versie=1, gegevens=plekgegevens(), **wie)


def test_a_place_is_stopped_when_nobody_is_there_and_used_again(plek, wie):
    plek_stoppen(plek_id=plek.pk, versie=None, op=VANDAAG, **wie)
    gestopt = [regel.plek for regel in pleklijst().gestopt]

    plek_hervatten(plek_id=plek.pk, versie=None, **wie)

    assert (gestopt, [regel.plek for regel in pleklijst().open]) == ([plek], [plek])


def test_a_place_with_people_or_of_tomorrow_is_not_stopped(plek, wie):
    with pytest.raises(Geweigerd, match="in de toekomst"):
        plek_stoppen(plek_id=plek.pk, versie=None, op=MORGEN, **wie)
    iemand_op(wie, plek_id=plek.pk)

    with pytest.raises(Geweigerd, match="Er is nog 1 persoon op deze plek"):
        plek_stoppen(plek_id=plek.pk, versie=None, op=VANDAAG, **wie)


def test_of_a_closed_dossier_only_the_number_is_seen(plek, wie, teamleider):
    plaatsing = iemand_op(wie, plek_id=plek.pk)
    sluiten_voor_anderen(
        dossier_id=plaatsing.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    voor_ander = plekpagina(plek.pk, voor=MedewerkerFactory(rol=Rol.CONSULENT))

    assert (voor_ander.daar.plaatsingen, voor_ander.daar.anderen) == ([], 1)
    assert plekpagina(plek.pk, voor=teamleider).daar.plaatsingen == [plaatsing]


def test_a_place_says_what_came_of_it(plek, wie):
    plaatsing = iemand_op(wie, plek_id=plek.pk)
    plaatsing_starten(plaatsing_id=plaatsing.pk, versie=None, op=VANDAAG, **wie)
    plaatsing_beeindigen(
        plaatsing_id=plaatsing.pk,
        versie=None,
        op=VANDAAG,
        uitkomst=PlaatsingUitkomst.OPLEIDING,
        **wie,
    )

    pagina = plekpagina(plek.pk, voor=wie["door"])

    assert [(u.tekst, u.aantal) for u in pagina.uitkomsten] == [("Opleiding", 1)]
    assert pagina.regel.bezet == 0


# --- Employers and vacancies ---------------------------------------------------------------------
def test_two_employers_do_not_share_a_name(werkgever, wie):
    ander = werkgever_toevoegen(gegevens=WerkgeverGegevens(naam="Kwekerij Smit"), **wie)

    with pytest.raises(Geweigerd, match="al een werkgever met deze naam"):
        werkgever_wijzigen(
            werkgever_id=ander.pk,
            versie=None,
            gegevens=WerkgeverGegevens(naam="Bakkerij Bolt"),
            **wie,
        )


def test_a_full_vacancy_is_proposed_to_be_filled_and_not_filled_by_itself(vacature, wie):
    iemand_op(wie, vacature_id=vacature.pk)

    (regel,) = open_vacatures()

    assert (regel.vol, regel.vacature.status) == (True, VacatureStatus.OPEN)
    vacature = vacature_vervullen(vacature_id=vacature.pk, versie=None, **wie)
    assert (vacature.status, vacature.gesloten_op) == (VacatureStatus.VERVULD, VANDAAG)
    assert open_vacatures() == []


def test_a_vacancy_lapses_when_nobody_waits_for_it_and_opens_again(vacature, wie):
    vacature_laten_vervallen(vacature_id=vacature.pk, versie=None, **wie)
    with pytest.raises(Geweigerd, match="Deze vacature is vervallen"):
        vacature_vervullen(vacature_id=vacature.pk, versie=None, **wie)

    vacature = vacature_heropenen(vacature_id=vacature.pk, versie=None, **wie)

    assert (vacature.status, vacature.gesloten_op) == (VacatureStatus.OPEN, None)
    with pytest.raises(Geweigerd, match="al open"):
        vacature_heropenen(vacature_id=vacature.pk, versie=None, **wie)


def test_a_vacancy_that_somebody_waits_for_does_not_lapse(vacature, wie):
    iemand_op(wie, vacature_id=vacature.pk)

    with pytest.raises(Geweigerd, match="Er is 1 persoon aangemeld"):
        vacature_laten_vervallen(vacature_id=vacature.pk, versie=None, **wie)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"plaatsen": 0}, "plaatsen"),
        ({"uren_per_week": Decimal(0)}, "uren_per_week"),
        ({"uren_per_week": Decimal(61)}, "uren_per_week"),
    ],
)
def test_a_vacancy_has_room_and_hours(werkgever, wie, anders, veld):
    with pytest.raises(Geweigerd) as fout:
        vacature_openen(werkgever_id=werkgever.pk, gegevens=vacaturegegevens(**anders), **wie)

    assert fout.value.veld == veld


def test_a_vacancy_does_not_shrink_below_who_are_there(vacature, wie):
    ruimer = vacaturegegevens(plaatsen=2)
    vacature_wijzigen(vacature_id=vacature.pk, versie=None, gegevens=ruimer, **wie)
    for _ in range(2):
        iemand_op(wie, vacature_id=vacature.pk)

    with pytest.raises(Geweigerd, match="al 2 plaatsen bezet"):
        vacature_wijzigen(vacature_id=vacature.pk, versie=None, gegevens=vacaturegegevens(), **wie)


def test_who_got_the_job_keeps_the_place_taken(vacature, wie):
    plaatsing = iemand_op(wie, vacature_id=vacature.pk)
    plaatsing_starten(plaatsing_id=plaatsing.pk, versie=None, op=VANDAAG, **wie)
    plaatsing_beeindigen(
        plaatsing_id=plaatsing.pk, versie=None, op=VANDAAG, uitkomst=PlaatsingUitkomst.WERK, **wie
    )

    with pytest.raises(Geweigerd, match="Alle plaatsen zijn bezet"):
        iemand_op(wie, vacature_id=vacature.pk)

    (regel,) = werkgeverpagina(vacature.werkgever, voor=wie["door"]).open
    assert (regel.bezet, regel.vol) == (1, True)


def test_the_list_of_employers_is_cut_in_sheets_and_searched(gemeente, wie):
    for nummer in reversed(range(PER_BLAD + 2)):
        gegevens = WerkgeverGegevens(naam=f"Bedrijf {nummer:03}", branche="zorg" * (nummer == 7))
        werkgever_toevoegen(gegevens=gegevens, **wie)

    eerste = werkgeverlijst()
    tweede = werkgeverlijst(na=eerste.volgende)

    assert (len(eerste.regels), eerste.volgende) == (PER_BLAD, "Bedrijf 049")
    assert [regel.werkgever.naam for regel in tweede.regels] == ["Bedrijf 050", "Bedrijf 051"]
    assert tweede.volgende == ""
    assert [r.werkgever.naam for r in werkgeverlijst(zoek="Zorg").regels] == ["Bedrijf 007"]


# --- Pages ---------------------------------------------------------------------------------------
def test_a_place_is_added_and_changed_on_its_page(klant, gemeente):
    invoer = {"naam": "Waste Train", "soort": "eigen", "capaciteit": "6"}
    klant.post(reverse("participatie-plek-nieuw"), invoer)
    plek = Participatieplek.objects.get()

    antwoord = klant.post(
        reverse("participatie-plek-wijzigen", args=[plek.pk]),
        invoer | {"plaats": "Zuidhorn", "versie": "1"},
    )

    assert antwoord.url == reverse("participatie-plek", args=[plek.pk])
    assert Participatieplek.objects.get().plaats == "Zuidhorn"
    assert "6 plaatsen vrij" in klant.get(reverse("participatie")).text


def test_a_refusal_stands_by_its_field(klant, plek):
    antwoord = klant.post(reverse("participatie-plek-nieuw"), {"naam": "Novatec", "soort": "eigen"})

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {"naam": ["Er is al een plek met deze naam."]}


def test_an_employer_opens_a_vacancy_and_fills_it(klant, werkgever):
    invoer = {"functie": "Bezorger", "uren_per_week": "24,5", "plaatsen": "1"}
    klant.post(reverse("participatie-vacature-openen", args=[werkgever.pk]), invoer)
    vacature = Vacature.objects.get()

    klant.post(reverse("participatie-vacature-vervullen", args=[vacature.pk]))

    vacature.refresh_from_db()
    assert (vacature.uren_per_week, vacature.status) == (Decimal("24.5"), VacatureStatus.VERVULD)
    pagina = klant.get(reverse("participatie-werkgever", args=[werkgever.pk])).text
    assert "Gesloten vacatures" in pagina


def test_a_button_that_comes_too_late_says_why(klant, vacature, wie):
    vacature_vervullen(vacature_id=vacature.pk, versie=None, **wie)

    antwoord = klant.post(
        reverse("participatie-vacature-laten-vervallen", args=[vacature.pk]), follow=True
    )

    assert "Deze vacature is vervuld." in antwoord.text


def test_an_employer_is_found_by_name(klant, werkgever):
    assert "Bakkerij Bolt" in klant.get(reverse("participatie-werkgevers"), {"zoek": "bolt"}).text
    leeg = klant.get(reverse("participatie-werkgevers"), {"zoek": "smid"}).text
    assert ("Bakkerij Bolt" in leeg, "Geen werkgever gevonden" in leeg) == (False, True)


# --- An employer that stops -----------------------------------------------------------------------
def stop(werkgever, wie, op=VANDAAG, reden="Gaat dicht"):
    return werkgever_stoppen(werkgever_id=werkgever.pk, versie=None, op=op, reden=reden, **wie)


def test_an_employer_stops_and_is_there_again(werkgever, wie):
    assert stop(werkgever, wie).gestopt_op == VANDAAG
    assert [regel.werkgever for regel in werkgeverlijst().regels] == []
    assert [regel.werkgever for regel in werkgeverlijst(gestopt=True).regels] == [werkgever]

    werkgever_hervatten(werkgever_id=werkgever.pk, versie=None, reden="Toch niet", **wie)

    assert [regel.werkgever for regel in werkgeverlijst().regels] == [werkgever]


@pytest.mark.parametrize(("anders", "veld"), [({"op": MORGEN}, "op"), ({"reden": " "}, "reden")])
def test_an_employer_stops_on_a_day_that_was_and_with_a_reason(werkgever, wie, anders, veld):
    with pytest.raises(Geweigerd) as fout:
        stop(werkgever, wie, **anders)

    assert fout.value.veld == veld


def test_an_employer_with_an_open_vacancy_does_not_stop(werkgever, vacature, wie, consulent):
    with pytest.raises(Geweigerd) as fout:
        stop(werkgever, wie)

    assert fout.value.reden == "Er staat nog 1 vacature open. Sluit die eerst."
    assert werkgeverpagina(werkgever, voor=consulent).geen_stoppen == fout.value.reden


def test_an_employer_where_somebody_works_does_not_stop(werkgever, vacature, wie):
    iemand_op(wie, vacature_id=vacature.pk)
    vacature_vervullen(vacature_id=vacature.pk, versie=None, **wie)

    with pytest.raises(Geweigerd) as fout:
        stop(werkgever, wie)

    assert fout.value.reden == (
        "Er werkt of begint nog 1 persoon bij deze werkgever. Beëindig eerst die plaatsingen."
    )


def test_at_an_employer_that_stopped_nothing_opens(werkgever, vacature, wie):
    vacature_laten_vervallen(vacature_id=vacature.pk, versie=None, **wie)
    stop(werkgever, wie)
    gegevens = vacaturegegevens()
    acts = [
        lambda: stop(werkgever, wie),
        lambda: vacature_openen(werkgever_id=werkgever.pk, gegevens=gegevens, **wie),
        lambda: vacature_heropenen(vacature_id=vacature.pk, versie=None, **wie),
    ]

    for doe in acts:
        with pytest.raises(Geweigerd) as fout, transaction.atomic():
            doe()
        assert fout.value.reden == f"Deze werkgever is gestopt op {VANDAAG:%d-%m-%Y}."


def test_who_did_not_stop_is_not_there_again(werkgever, wie):
    with pytest.raises(Geweigerd) as fout:
        werkgever_hervatten(werkgever_id=werkgever.pk, versie=None, reden="Toch", **wie)

    assert fout.value.reden == "Deze werkgever is niet gestopt."


def test_the_page_of_an_employer_stops_it_and_brings_it_back(klant, werkgever):
    pagina = reverse("participatie-werkgever", args=[werkgever.pk])
    stoppen, hervatten = (
        reverse(f"participatie-werkgever-{naam}", args=[werkgever.pk])
        for naam in ("stoppen", "hervatten")
    )

    zonder = klant.post(stoppen, {"op": "2-3-2026", "reden": ""})
    antwoord = klant.post(stoppen, {"op": "2-3-2026", "reden": "Gaat dicht"})
    gestopt = klant.get(pagina).text
    lijst = klant.get(reverse("participatie-werkgevers"), {"gestopt": "on"}).text
    klant.post(hervatten, {"reden": "Toch niet"})

    assert list(zonder.context["form"].errors) == ["reden"]
    assert antwoord.url == pagina
    assert ("Weer actief" in gestopt, "Vacature openen" in gestopt) == (True, False)
    assert "Bakkerij Bolt" in lijst
    assert "Vacature openen" in klant.get(pagina).text


def test_three_cost_as_much_as_one(klant, plek, werkgever, wie):
    ruim = vacaturegegevens(plaatsen=9)
    vacature = vacature_openen(werkgever_id=werkgever.pk, gegevens=ruim, **wie)
    paden = [
        reverse("participatie"),
        reverse("participatie-werkgevers"),
        reverse("participatie-plek", args=[plek.pk]),
        reverse("participatie-werkgever", args=[werkgever.pk]),
    ]

    def kosten():
        telling = []
        for pad in paden:
            with CaptureQueriesContext(connection) as vragen:
                klant.get(pad)
            telling.append(len(vragen))
        return telling

    plek_wijzigen(plek_id=plek.pk, versie=None, gegevens=plekgegevens(capaciteit=9), **wie)
    iemand_op(wie, plek_id=plek.pk)
    iemand_op(wie, vacature_id=vacature.pk)
    kosten()  # what is asked once per process
    een = kosten()
    for _ in range(2):
        iemand_op(wie, plek_id=plek.pk)
        iemand_op(wie, vacature_id=vacature.pk)

    assert kosten() == een
    assert max(een) <= 15


def test_what_is_not_there_is_not_found(klant, gemeente):
    assert klant.get(reverse("participatie-plek", args=[999])).status_code == 404
    assert klant.get(reverse("participatie-werkgever", args=[999])).status_code == 404
    assert klant.get(reverse("participatie-werkgever-stoppen", args=[999])).status_code == 404


def test_other_roles_have_no_part_in_it(client_als, administratie, werkgever):
    assert client_als(administratie).get(reverse("participatie")).status_code == 403
    assert Werkgever.objects.count() == 1
