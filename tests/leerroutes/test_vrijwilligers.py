"""Volunteers: found by language and village, linked to people, never to more than agreed."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from inburgering.geweigerd import Geweigerd
from leerroutes.enums import VrijwilligerSoort
from leerroutes.models import Taalkoppel, Vrijwilliger
from leerroutes.queries.vrijwilligers import koppels_van, voorstellen, vrijwilligersblad
from leerroutes.services.vrijwilligers import (
    VrijwilligerGegevens,
    koppel_beeindigen,
    koppelen,
    vrijwilliger_stoppen,
    vrijwilliger_wijzigen,
)
from tests.factories import NU, VANDAAG
from tests.leerroutes.pvtgroep import iemand, vrijwilliger, woont_hier

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(gemeente, consulent, partner):
    dossier = iemand(consulent, partner=partner, talen=["Tigrinya", "Engels"], tolktaal="Tigrinya")
    woont_hier(dossier, consulent, plaats="Marum")
    return dossier


def koppel(dossier, wie, door, **anders):
    gewoon = {"doel": "Elke week praten", "start_op": VANDAAG}
    return koppelen(
        dossier_id=dossier.pk, vrijwilliger_id=wie.pk, door=door, nu=NU, **gewoon | anders
    )


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout, transaction.atomic():
        doe()
    return fout.value


def test_a_pair_begins_and_ends_with_a_reason(dossier, consulent):
    rij = koppel(dossier, vrijwilliger(consulent), consulent)
    wie = {"taalkoppel_id": rij.pk, "versie": None, "door": consulent, "nu": NU}

    assert geweigerd(lambda: koppel_beeindigen(eind_op=VANDAAG, reden="", **wie)).veld == "reden"
    rij = koppel_beeindigen(eind_op=VANDAAG, reden="Verhuisd", **wie)

    assert (rij.eind_op, rij.reden) == (VANDAAG, "Verhuisd")


def test_never_more_people_than_agreed(dossier, consulent):
    wie = vrijwilliger(consulent, hoogstens=1)
    koppel(iemand(consulent), wie, consulent)

    fout = geweigerd(lambda: koppel(dossier, wie, consulent))

    assert (fout.veld, fout.reden) == (
        "vrijwilliger",
        f"{wie.naam} helpt hoogstens 1 persoon tegelijk.",
    )


def test_who_stopped_with_one_has_room_for_another(dossier, consulent):
    wie = vrijwilliger(consulent, hoogstens=1)
    eerste = koppel(iemand(consulent), wie, consulent)
    koppel_beeindigen(
        taalkoppel_id=eerste.pk, versie=None, eind_op=VANDAAG, reden="Klaar", door=consulent, nu=NU
    )

    assert koppel(dossier, wie, consulent).eind_op is None


def test_the_same_two_are_no_pair_twice(dossier, consulent):
    wie = vrijwilliger(consulent, hoogstens=3)
    koppel(dossier, wie, consulent)

    fout = geweigerd(lambda: koppel(dossier, wie, consulent))

    assert fout.reden == f"{wie.naam} is al aan deze persoon gekoppeld."


def test_a_pair_does_not_begin_tomorrow(dossier, consulent):
    fout = geweigerd(
        lambda: koppel(
            dossier, vrijwilliger(consulent), consulent, start_op=VANDAAG + timedelta(days=1)
        )
    )

    assert fout.veld == "start_op"


def test_who_stops_leaves_everybody(dossier, consulent):
    wie = vrijwilliger(consulent, hoogstens=2)
    for mens in (dossier, iemand(consulent)):
        koppel(mens, wie, consulent)

    wie = vrijwilliger_stoppen(
        vrijwilliger_id=wie.pk,
        versie=None,
        gestopt_op=VANDAAG,
        reden="Verhuist",
        door=consulent,
        nu=NU,
    )

    assert wie.gestopt_op == VANDAAG
    assert set(Taalkoppel.objects.values_list("eind_op", "reden")) == {(VANDAAG, "Verhuist")}
    assert geweigerd(lambda: koppel(dossier, wie, consulent)).reden == f"{wie.naam} is gestopt."


def test_who_stopped_by_mistake_is_there_again(dossier, consulent, klant):
    wie = vrijwilliger(consulent)
    koppel(dossier, wie, consulent)
    pad = reverse("vrijwilliger-hervatten", args=[wie.pk])
    te_vroeg = klant.post(pad, {"reden": "Verkeerde persoon"})
    vrijwilliger_stoppen(
        vrijwilliger_id=wie.pk, versie=None, gestopt_op=VANDAAG, reden="X", door=consulent, nu=NU
    )

    zonder_reden = klant.post(pad, {"reden": ""})
    antwoord = klant.post(pad, {"reden": "Verkeerde persoon"})

    assert te_vroeg.context["geweigerd"].reden == f"{wie.naam} is niet gestopt."
    assert list(zonder_reden.context["form"].errors) == ["reden"]
    assert antwoord.url == reverse("vrijwilliger", args=[wie.pk])
    assert Vrijwilliger.objects.get().gestopt_op is None
    assert koppel(dossier, wie, consulent).eind_op is None


def test_a_page_outside_the_navigation_is_not_the_first_page(gemeente, consulent, klant):
    """Who opens the volunteers from Participatie is not told to be on the Werkvoorraad."""
    pagina = klant.get(reverse("vrijwilligers"))

    assert [punt.tekst for punt in pagina.context["navigatie"] if punt.actief] == []
    assert [punt.tekst for punt in klant.get("/").context["navigatie"] if punt.actief] == [
        "Werkvoorraad"
    ]


def test_the_list_is_searched_by_name(gemeente, consulent, klant):
    een = vrijwilliger(consulent, naam="Zoë de Vries")
    vrijwilliger(consulent, naam="Riet Hoekstra")

    pagina = klant.get(reverse("vrijwilligers"), {"naam": "zoe"})

    assert [regel.vrijwilliger for regel in pagina.context["blad"].regels] == [een]


def test_fewer_than_there_are_is_refused(dossier, consulent):
    wie = vrijwilliger(consulent, hoogstens=2)
    for mens in (dossier, iemand(consulent)):
        koppel(mens, wie, consulent)
    gegevens = VrijwilligerGegevens(
        naam=wie.naam, soort=VrijwilligerSoort.TAALCOACH, dorp="Leek", hoogstens=1
    )

    fout = geweigerd(
        lambda: vrijwilliger_wijzigen(
            vrijwilliger_id=wie.pk, versie=None, gegevens=gegevens, door=consulent, nu=NU
        )
    )

    assert (fout.veld, fout.reden) == ("hoogstens", "Er zijn nu 2 mensen gekoppeld.")


def test_a_certificate_of_tomorrow_is_refused(gemeente, consulent):
    fout = geweigerd(lambda: vrijwilliger(consulent, vog_op=date(2026, 3, 3)))

    assert fout.veld == "vog_op"


def test_who_speaks_the_language_comes_first_then_who_lives_near(dossier, consulent):
    ver = vrijwilliger(consulent, naam="Anna", dorp="Leek", talen=["Arabisch"])
    dichtbij = vrijwilliger(consulent, naam="Bert", dorp="Marum", talen=[])
    taal = vrijwilliger(consulent, naam="Carla", dorp="Leek", talen=["tigrinya"])
    beide = vrijwilliger(consulent, naam="Dirk", dorp="marum", talen=["Engels"])
    vol = vrijwilliger(consulent, naam="Eva", dorp="Marum", talen=["Tigrinya"])
    koppel(iemand(consulent), vol, consulent)

    keuzes = voorstellen(dossier, voor=consulent, op=VANDAAG)

    assert [(keuze.vrijwilliger, keuze.waarom) for keuze in keuzes] == [
        (beide, "spreekt Engels, woont ook in marum"),
        (taal, "spreekt tigrinya"),
        (dichtbij, "woont ook in Marum"),
        (ver, ""),
    ]


def test_the_list_is_searched_by_language_and_village(gemeente, consulent):
    een = vrijwilliger(consulent, talen=["Arabisch", "Engels"], dorp="Zuidhorn")
    vrijwilliger(consulent, talen=["Arabisch"], dorp="Leek")

    blad = vrijwilligersblad(consulent, taal="arab", dorp="zuid")

    assert ([regel.vrijwilliger for regel in blad.regels], blad.aantal) == ([een], 1)


def test_the_list_is_read_by_page(gemeente, consulent, monkeypatch):
    monkeypatch.setattr("leerroutes.queries.vrijwilligers.PER_PAGINA", 2)
    for naam in ("Cor", "Ali", "Bea"):
        vrijwilliger(consulent, naam=naam)

    eerste = vrijwilligersblad(consulent)
    tweede = vrijwilligersblad(consulent, na=eerste.volgende)

    namen = [regel.vrijwilliger.naam for blad in (eerste, tweede) for regel in blad.regels]
    assert (namen, tweede.volgende) == (["Ali", "Bea", "Cor"], "")


def test_a_partner_sees_its_own_volunteers_and_counts_the_other_pairs(dossier, consulent, partner):
    eigen = vrijwilliger(partner, naam="Eigen", hoogstens=2)
    ander = vrijwilliger(consulent, naam="Ander")
    koppel(dossier, eigen, partner)
    vreemd = iemand(consulent)
    koppel(vreemd, eigen, consulent)
    koppel(dossier, ander, consulent)

    blad = vrijwilligersblad(partner)

    (regel,) = blad.regels
    assert (regel.vrijwilliger, [wie.naam for wie in regel.mensen], regel.anderen) == (
        eigen,
        [dossier.persoon.naam],
        1,
    )
    assert blad.koppels_elders == 1
    koppels = koppels_van(dossier, voor=partner)
    assert ([rij.koppel.vrijwilliger for rij in koppels.regels], koppels.anderen) == ([eigen], 1)


def test_a_partner_does_not_link_a_volunteer_of_another(dossier, consulent, partner):
    ander = vrijwilliger(consulent)

    fout = geweigerd(lambda: koppel(dossier, ander, partner))

    assert fout.reden == "Deze vrijwilliger is van een andere organisatie."


def test_a_volunteer_of_another_is_not_there_for_a_partner(
    gemeente, consulent, partner, client_als
):
    ander = vrijwilliger(consulent)
    klant = client_als(partner)

    paden = [
        reverse(naam, args=[ander.pk])
        for naam in (
            "vrijwilliger",
            "vrijwilliger-wijzigen",
            "vrijwilliger-stoppen",
            "vrijwilliger-hervatten",
        )
    ]

    assert [klant.get(pad).status_code for pad in paden] == [404] * 4


def test_a_volunteer_is_added_and_linked_on_the_pages(dossier, klant):
    klant.post(
        reverse("vrijwilliger-nieuw"),
        {
            "naam": "Carla Bos",
            "soort": "taalcoach",
            "talen": "Tigrinya, Engels",
            "dorp": "Marum",
            "hoogstens": "1",
        },
    )
    wie = Vrijwilliger.objects.get()
    antwoord = klant.post(
        reverse("taalkoppel", args=[dossier.dossiernummer]),
        {"vrijwilliger": wie.pk, "doel": "Samen praten", "start_op": "2-3-2026"},
    )

    assert wie.talen == ["Tigrinya", "Engels"]
    assert antwoord.url == reverse("begeleiding", args=[dossier.dossiernummer])
    assert Taalkoppel.objects.get().vrijwilliger == wie


def test_who_has_no_room_cannot_be_chosen(dossier, consulent, klant):
    vol = vrijwilliger(consulent, hoogstens=1)
    koppel(iemand(consulent), vol, consulent)

    antwoord = klant.post(
        reverse("taalkoppel", args=[dossier.dossiernummer]),
        {"vrijwilliger": vol.pk, "start_op": "2-3-2026"},
    )

    assert antwoord.context["form"].errors == {
        "vrijwilliger": ["Deze vrijwilliger heeft geen plaats (meer): kies een ander."]
    }


def test_the_list_costs_the_same_for_one_and_for_three(
    dossier, consulent, klant, django_assert_max_num_queries
):
    koppel(dossier, vrijwilliger(consulent), consulent)
    with django_assert_max_num_queries(20) as een:
        klant.get("/vrijwilligers/")
    for _ in range(2):
        koppel(iemand(consulent), vrijwilliger(consulent), consulent)

    with django_assert_max_num_queries(len(een)):
        assert klant.get("/vrijwilligers/").status_code == 200
