"""The pages of the ground: who gets what, what a form does with somebody's typing."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from inburgering.enums import AfspraakSoort, Gezinsrol, TermijnSoort, VerblijfSoort
from inburgering.handelingen import handeling
from inburgering.models import (
    Concept,
    Document,
    Inburgeraar,
    Persoon,
    Raadpleging,
    Taak,
    Termijn,
)
from inburgering.services.aanmelden import gezinslid_aanmelden
from inburgering.services.contacten import afspraak_maken
from inburgering.services.dossiers import partner_toewijzen, sluiten_voor_anderen
from inburgering.services.plichten import verblijf_vastleggen
from inburgering.services.sporen import oude_concepten_weg
from inburgering.services.termijnen import termijn_vastleggen
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from tests.factories import (
    GEMEENTECODE,
    NU,
    VANDAAG,
    WACHTWOORD,
    een_dossier,
    geldig_bsn,
    persoongegevens,
)
from tests.inburgering.test_documenten import DOCX, PDF, voeg_toe
from wet.doelgroepen import Doelgroep
from wet.regels import alle_regels
from wet.termijnen import inburgeringstermijn

pytestmark = pytest.mark.django_db

DAG = timedelta(days=1)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, kennisgeving_op=VANDAAG - 20 * DAG)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def pad(naam, dossier, *verder):
    return reverse(naam, args=[dossier.dossiernummer, *verder])


def inhoud(antwoord):
    return antwoord.content.decode()


def ingevuld(antwoord):
    """What the page's form would post when nothing is touched: as a browser sees it."""
    formulier = antwoord.context["form"]
    waarden = {}
    for veld in formulier:
        waarde = veld.field.widget.format_value(veld.value())
        if veld.value() is True:
            waarde = "on"
        if waarde is not None:
            waarden[veld.html_name] = waarde
    if antwoord.context.get("versie") is not None:
        waarden["versie"] = antwoord.context["versie"]
    return waarden


# --- Person and household -----------------------------------------------------------------------
def test_the_bsn_is_masked_until_asked_for_and_the_asking_is_logged(klant, dossier, consulent):
    bsn = dossier.persoon.bsn
    dicht = klant.get(pad("persoon", dossier))

    open_ = klant.post(pad("bsn", dossier))

    assert bsn not in inhoud(dicht)
    assert bsn in inhoud(open_)
    assert list(
        Raadpleging.objects.filter(inburgeraar=dossier, medewerker=consulent)
        .order_by("pk")
        .values_list("onderdeel", flat=True)
    ) == ["Persoon & gezin", "BSN voluit"]


def test_the_form_does_not_show_the_bsn_and_saving_leaves_it(klant, dossier):
    bsn, adres = dossier.persoon.bsn, pad("persoon-wijzigen", dossier)
    pagina = klant.get(adres)

    klant.post(adres, ingevuld(pagina) | {"telefoon": "0612"})

    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    assert bsn not in inhoud(pagina)
    assert f"Nu: ••••••{bsn[-3:]}. Leeg laten is niet wijzigen." in inhoud(pagina)
    assert (persoon.telefoon, persoon.bsn) == ("0612", bsn)


def test_a_bsn_is_replaced_by_typing_another_and_removed_by_a_tick(klant, dossier):
    adres, ander = pad("persoon-wijzigen", dossier), geldig_bsn()

    klant.post(adres, ingevuld(klant.get(adres)) | {"bsn": ander})
    vervangen = Persoon.objects.get(pk=dossier.persoon_id).bsn
    klant.post(adres, ingevuld(klant.get(adres)) | {"bsn_weg": "on"})

    assert vervangen == ander
    assert not Persoon.objects.get(pk=dossier.persoon_id).bsn_bekend
    assert "BSN verwijderen" not in inhoud(klant.get(adres))


def test_a_bsn_is_not_replaced_and_removed_at_once(klant, dossier):
    adres = pad("persoon-wijzigen", dossier)

    antwoord = klant.post(
        adres, ingevuld(klant.get(adres)) | {"bsn": geldig_bsn(), "bsn_weg": "on"}
    )

    assert list(antwoord.context["form"].errors) == ["bsn_weg"]
    assert Persoon.objects.get(pk=dossier.persoon_id).bsn == dossier.persoon.bsn


def test_the_conflict_page_does_not_show_the_bsn(klant, tegelijk, dossier):
    adres, mijn = tegelijk
    ander = geldig_bsn()

    antwoord = klant.post(adres, mijn | {"bsn": ander})

    assert dossier.persoon.bsn not in inhoud(antwoord)
    assert [(v.mijn, v.nu) for v in antwoord.context["velden"] if v.naam == "bsn"] == [
        (ander, f"••••••{dossier.persoon.bsn[-3:]}")
    ]


def test_who_may_not_see_a_bsn_cannot_ask_for_it(client_als, dossier, oov):
    client = client_als(oov)

    assert "Toon BSN" not in inhoud(client.get(pad("persoon", dossier)))
    assert client.post(pad("bsn", dossier)).status_code == 403


def test_a_partner_sees_how_to_reach_somebody_and_no_more(client_als, dossier, wie, partner):
    partner_toewijzen(dossier_id=dossier.pk, partner=partner.partnerorganisatie, **wie)
    waar = {"persoon_id": dossier.persoon_id, "plaats": "Leek", "soort": VerblijfSoort.WONING}
    verblijf_vastleggen(
        start_op=VANDAAG - 10 * DAG, straat="Schuilstraat", geheim=True, **waar, **wie
    )
    verblijf_vastleggen(start_op=VANDAAG, straat="Hoofdstraat", **waar, **wie)

    pagina = inhoud(client_als(partner).get(pad("persoon", dossier)))

    assert "Hoofdstraat" in pagina
    for geheim in ("Schuilstraat", dossier.persoon.v_nummer, "Besluiten van DUO", "Wijzigen"):
        assert geheim not in pagina


def test_somebody_elses_dossier_does_not_exist(client_als, dossier, partner):
    assert client_als(partner).get(pad("persoon", dossier)).status_code == 404


def test_a_closed_dossier_does_not_exist_for_who_is_not_named(klant, dossier, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="x"
    )

    assert klant.get(pad("persoon", dossier)).status_code == 404
    assert klant.post(pad("notitie", dossier), {"tekst": "x"}).status_code == 404


def nieuw(**velden):
    return {
        "voornamen": "Aster",
        "achternaam": "Bekele",
        "geslacht": "v",
        "geboortedatum": "00-00-1990",
        "gedetailleerde_doelgroep": "Gezinshereniger",
    } | velden


def test_somebody_who_reports_directly_gets_a_dossier(klant, gemeente, consulent):
    antwoord = klant.post(reverse("nieuw-dossier"), nieuw(v_nummer="123 456 789"))

    dossier = Inburgeraar.objects.get()
    assert antwoord.url == pad("persoon", dossier)
    assert (dossier.persoon.v_nummer, str(dossier.persoon.geboortedatum)) == (
        "0123456789",
        "00-00-1990",
    )


@pytest.mark.parametrize(
    ("velden", "veld", "tekst"),
    [
        ({"bsn": "123456789"}, "bsn", "geen geldig BSN"),
        ({"bsn": "12"}, "bsn", "geen geldig BSN"),
        ({"geboortedatum": "01-01-2030"}, "geboortedatum", "in de toekomst"),
        ({"geboortedatum": "01-01-1790"}, "geboortedatum", "Controleer het jaar"),
        ({"geboortedatum": "03-03-2010"}, "geboortedatum", "vanaf 16 jaar"),
        ({"geboortedatum": "31-12-1899"}, "geboortedatum", "Controleer het jaar"),
        ({"geboortedatum": "31-02-1990"}, "geboortedatum", "bestaat niet"),
        ({"voornamen": "", "achternaam": ""}, "achternaam", "Vul een voornaam"),
        ({"v_nummer": "12a"}, "v_nummer", "tien cijfers"),
        ({"v_nummer": "12"}, "v_nummer", "tien cijfers"),
        ({"v_nummer": "12345678"}, "v_nummer", "tien cijfers"),
        ({"v_nummer": "12345678901"}, "v_nummer", "tien cijfers"),
    ],
)
def test_bad_input_is_said_by_the_field_and_nothing_is_lost(klant, gemeente, velden, veld, tekst):
    antwoord = klant.post(reverse("nieuw-dossier"), nieuw(telefoon="0612", **velden))

    assert antwoord.status_code == 422
    assert tekst in str(antwoord.context["form"].errors[veld])
    assert antwoord.context["form"]["telefoon"].value() == "0612"
    assert not Persoon.objects.exists()


def test_who_is_sixteen_today_gets_a_dossier(klant, gemeente):
    antwoord = klant.post(reverse("nieuw-dossier"), nieuw(geboortedatum="02-03-2010"))

    assert antwoord.status_code == 302
    assert Inburgeraar.objects.count() == 1


def test_a_number_that_is_known_leads_to_its_record(klant, dossier):
    antwoord = klant.post(reverse("nieuw-dossier"), nieuw(v_nummer=dossier.persoon.v_nummer))

    assert f'href="{pad("persoon", dossier)}">Naar dossier {dossier.dossiernummer}</a>' in inhoud(
        antwoord
    )
    assert Inburgeraar.objects.count() == 1


def test_a_number_of_a_closed_dossier_does_not_say_whose_it_is(klant, dossier, teamleider):
    v_nummer = dossier.persoon.v_nummer
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="x"
    )

    antwoord = klant.post(reverse("nieuw-dossier"), nieuw(v_nummer=v_nummer))

    assert "al bekend" in inhoud(antwoord)
    assert dossier.dossiernummer not in inhoud(antwoord)


def test_a_member_of_the_household_is_added_and_corrected(klant, dossier):
    klant.post(
        pad("gezinslid", dossier),
        nieuw(voornamen="Nor", rol=Gezinsrol.KIND.value, start_op="1-3-2026"),
    )
    lid = dossier.persoon.lidmaatschappen.get().gezin.leden.exclude(persoon=dossier.persoon).get()
    adres = pad("gezinslid-wijzigen", dossier, lid.pk)

    klant.post(adres, ingevuld(klant.get(adres)) | {"voornamen": "Noor"})

    assert Persoon.objects.get(pk=lid.persoon_id).voornamen == "Noor"
    assert "Bekele, Noor" in inhoud(klant.get(pad("persoon", dossier)))


def test_a_member_of_another_household_is_not_found(klant, dossier, wie):
    ander = een_dossier(door=wie["door"])
    lid = gezinslid_aanmelden(
        dossier_id=ander.pk,
        gegevens=persoongegevens(),
        rol=Gezinsrol.KIND,
        start_op=VANDAAG,
        **wie,
    )

    assert klant.get(pad("gezinslid-wijzigen", dossier, lid.pk)).status_code == 404


# --- Corrections --------------------------------------------------------------------------------
def test_a_corrected_plicht_moves_the_ten_weeks(klant, gemeente, consulent):
    dossier = een_dossier(
        consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG - 20 * DAG
    )
    termijn = dossier.termijnen.get()
    adres = pad("plicht-corrigeren", dossier, dossier.plichten.get().pk)

    antwoord = klant.post(
        adres,
        ingevuld(klant.get(adres))
        | {"kennisgeving_op": f"{VANDAAG - 13 * DAG:%d-%m-%Y}", "reden": "tikfout"},
    )

    assert antwoord.status_code == 302
    assert dossier.termijnen.get().eind_op == termijn.eind_op + 7 * DAG


def test_an_address_is_recorded_and_corrected(klant, dossier):
    klant.post(
        pad("verblijf", dossier),
        {"soort": "woning", "plaats": "Lek", "start_op": "1-2-2026", "eigen_gemeente": "on"},
    )
    verblijf = dossier.persoon.verblijven.get()
    adres = pad("verblijf-corrigeren", dossier, verblijf.pk)

    klant.post(adres, ingevuld(klant.get(adres)) | {"plaats": "Leek", "reden": "tikfout"})

    verblijf.refresh_from_db()
    assert (verblijf.plaats, verblijf.gemeentecode) == ("Leek", GEMEENTECODE)


def test_the_kind_of_an_address_is_chosen(klant, dossier):
    adres = pad("verblijf", dossier)

    begin = ingevuld(klant.get(adres))["soort"]
    antwoord = klant.post(adres, {"soort": "", "plaats": "Leek", "start_op": "1-2-2026"})

    assert begin == [""]
    assert list(antwoord.context["form"].errors) == ["soort"]


def test_correcting_an_address_elsewhere_keeps_its_municipality(klant, dossier, wie):
    verblijf = verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfSoort.WONING,
        plaats="Grningen",
        gemeentecode="0014",
        start_op=VANDAAG,
        **wie,
    )
    adres = pad("verblijf-corrigeren", dossier, verblijf.pk)

    klant.post(adres, ingevuld(klant.get(adres)) | {"plaats": "Groningen", "reden": "tikfout"})

    verblijf.refresh_from_db()
    assert (verblijf.plaats, verblijf.gemeentecode) == ("Groningen", "0014")


def test_a_permit_is_corrected(klant, dossier):
    klant.post(pad("verblijfsrecht", dossier), {"soort": "nareis", "start_op": "1-2-2026"})
    recht = dossier.persoon.verblijfsrechten.get()
    adres = pad("verblijfsrecht-corrigeren", dossier, recht.pk)

    klant.post(adres, ingevuld(klant.get(adres)) | {"start_op": "2-2-2026", "reden": "tikfout"})

    recht.refresh_from_db()
    assert f"{recht.start_op:%d-%m-%Y}" == "02-02-2026"


# --- Decisions of DUO ---------------------------------------------------------------------------
def test_a_temporary_exemption_rests_the_record(klant, dossier):
    antwoord = klant.post(
        pad("vrijstelling", dossier),
        {"soort": "tijdelijk", "reden": "OPL", "besloten_op": "1-3-2026", "start_op": "1-3-2026"},
    )

    assert antwoord.status_code == 302
    assert Inburgeraar.objects.get().status == "opgeschort"


def test_a_partial_exemption_asks_for_its_parts(klant, dossier):
    antwoord = klant.post(
        pad("vrijstelling", dossier),
        {"soort": "gedeeltelijk", "besloten_op": "1-3-2026", "start_op": "1-3-2026"},
    )

    assert antwoord.status_code == 422
    assert "Kies de examenonderdelen" in str(antwoord.context["form"].errors["onderdelen"])


def test_an_extension_by_duo_is_recorded(klant, dossier, wie):
    with handeling(dossiers=[dossier.pk], **wie) as act:
        termijn = termijn_vastleggen(
            act,
            dossier_id=dossier.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=VANDAAG),
        )
    adres = pad("verlengen", dossier, termijn.pk)
    nieuw_eind = termijn.eind_op + 90 * DAG

    klant.post(
        adres,
        {
            "versie": klant.get(adres).context["versie"],
            "eind_op": f"{nieuw_eind:%d-%m-%Y}",
            "besloten_op": "1-3-2026",
            "grond": "ziekte",
        },
    )

    assert Termijn.objects.get(pk=termijn.pk).eind_op == nieuw_eind


# --- Acts on the record -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("naam", "invoer", "status"),
    [
        ("opschorten", {"reden": "x"}, "opgeschort"),
        ("voltooien", {"besloten_op": "2-3-2026"}, "voltooid"),
        ("beeindigen", {"reden": "verhuisd", "op": "2-3-2026"}, "beeindigd"),
    ],
)
def test_an_act_on_the_record_is_done_from_its_page(klant, dossier, naam, invoer, status):
    versie = klant.get(pad(naam, dossier)).context["versie"]

    antwoord = klant.post(pad(naam, dossier), invoer | {"versie": versie})

    assert (antwoord.status_code, Inburgeraar.objects.get().status) == (302, status)


def test_completing_says_beforehand_what_is_left_undone(klant, gemeente, consulent, wie):
    dossier = een_dossier(
        consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG - 20 * DAG
    )
    afspraak_maken(
        dossiers=[dossier.pk], soort=AfspraakSoort.INTAKE, begint_at=NU, plaats="Leek", **wie
    )

    antwoord = klant.get(pad("voltooien", dossier))

    assert "Dit gebeurt er" in inhoud(antwoord)
    assert antwoord.context["gevolgen"] == [
        "Niet afgerond: schakel 3 (Brede intake en PIP), schakel 4 (Inburgeren en participeren), "
        "schakel 5 (Afronden inburgering).",
        "Termijnen die vervallen: PIP vaststellen (t/m 21-04-2026).",
        "Taken die verdwijnen: brede intake starten, PIP vaststellen.",
        "Afspraken die blijven staan tot u ze afzegt: brede intake op 02-03-2026.",
    ]


@pytest.mark.parametrize(
    ("naam", "invoer", "einde"),
    [
        (
            "voltooien",
            {"besloten_op": "1-3-2026"},
            "Voltooid op 1 maart 2026: aan de plicht is voldaan.",
        ),
        (
            "beeindigen",
            {"reden": "verhuisd", "op": "2-3-2026"},
            "Beëindigd op 2 maart 2026: verhuisd",
        ),
    ],
)
def test_the_chain_of_an_ended_record_does_not_seem_to_run(klant, dossier, naam, invoer, einde):
    versie = klant.get(pad(naam, dossier)).context["versie"]

    klant.post(pad(naam, dossier), invoer | {"versie": versie})
    antwoord = klant.get(pad("persoon", dossier))

    kop = antwoord.context["dossier"]
    assert einde in inhoud(antwoord)
    assert [(s.nummer, s.status_label) for s in kop.schakels] == [
        (1, "Afgerond"),
        (2, "Niet afgerond"),
        (3, "Niet afgerond"),
        (4, "Niet afgerond"),
        (5, "Niet afgerond"),
    ]
    assert 'aria-current="step"' not in inhoud(antwoord)


def test_an_act_says_in_a_sentence_what_was_done(klant, dossier):
    versie = klant.get(pad("opschorten", dossier)).context["versie"]

    antwoord = klant.post(pad("opschorten", dossier), {"reden": "x", "versie": versie}, follow=True)

    assert "Het dossier is opgeschort." in inhoud(antwoord)
    assert "gedaan." not in inhoud(antwoord)


def test_a_term_is_explained_by_the_sentence_of_its_rule(klant, gemeente, consulent):
    dossier = een_dossier(
        consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG - 20 * DAG
    )

    kop = klant.get(pad("persoon", dossier)).context["dossier"]

    assert [termijn.regel for termijn in kop.termijnen] == [alle_regels()["pip_termijn"].tekst]


def test_the_page_of_acts_says_why_something_cannot_be_done(klant, dossier):
    pagina = inhoud(klant.get(pad("beheren", dossier)))

    assert "Het dossier loopt al." in pagina
    assert pad("opschorten", dossier) in pagina


def test_a_link_is_reopened_from_its_page(klant, dossier):
    adres = pad("schakel", dossier, 1, "heropenen")

    klant.post(adres, {"reden": "te vroeg", "versie": klant.get(adres).context["versie"]})

    assert dossier.schakels.get(nummer=1).status == "open"


def test_an_unknown_act_on_a_link_is_not_found(klant, dossier):
    assert klant.get(pad("schakel", dossier, 1, "slopen")).status_code == 404
    assert klant.get(pad("schakel", dossier, 9, "heropenen")).status_code == 404


def test_only_a_teamleider_closes_a_dossier(klant, client_als, dossier, teamleider):
    assert klant.get(pad("sluiten", dossier)).status_code == 403

    client_als(teamleider).post(
        pad("sluiten", dossier), {"medewerkers": [teamleider.pk], "reden": "familie"}
    )

    assert Inburgeraar.objects.get().gesloten


def test_a_record_that_one_may_not_see_cannot_be_merged(klant, dossier, teamleider):
    ander = een_dossier(door=teamleider, gegevens=persoongegevens(v_nummer="", bsn=""))
    sluiten_voor_anderen(
        dossier_id=ander.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="x"
    )

    antwoord = klant.post(
        pad("samenvoegen", dossier), {"dossiernummer": ander.dossiernummer, "reden": "dubbel"}
    )

    assert "niet gevonden" in str(antwoord.context["form"].errors["dossiernummer"])


# --- Two people, one record ---------------------------------------------------------------------
@pytest.fixture
def tegelijk(klant, client_als, dossier, teamleider):
    """Both opened the form; the teamleider saved another telephone number first."""
    adres = pad("persoon-wijzigen", dossier)
    mijn, ander = klant.get(adres), client_als(teamleider)
    ander.post(adres, ingevuld(ander.get(adres)) | {"telefoon": "0501111111"})
    return adres, ingevuld(mijn)


def test_who_saves_second_is_told_who_changed_what(klant, tegelijk, dossier):
    adres, mijn = tegelijk

    antwoord = klant.post(adres, mijn | {"telefoon": "0502222222", "nationaliteit": "Eritrese"})

    assert antwoord.status_code == 409
    assert "Jan Postma heeft dit intussen gewijzigd" in inhoud(antwoord)
    assert {(v.naam, v.mijn, v.nu, v.keuze) for v in antwoord.context["velden"]} == {
        ("telefoon", "0502222222", "0501111111", ""),
        ("nationaliteit", "Eritrese", "", "mijn"),
    }
    assert Persoon.objects.get(pk=dossier.persoon_id).telefoon == "0501111111"


def test_who_does_not_want_to_choose_can_leave(klant, tegelijk, dossier, consulent):
    """It says whose record it is, and there is a way out that saves nothing."""
    adres, mijn = tegelijk
    klant.post(f"{reverse('concept')}?pad={adres}", mijn | {"telefoon": "0502222222"})
    antwoord = klant.post(adres, mijn | {"telefoon": "0502222222"})
    wie = f"<li>{dossier.persoon.naam}</li><li>dossier {dossier.dossiernummer}</li>"
    assert wie in inhoud(antwoord)

    weg = klant.post(antwoord.context["concept_weg_url"])

    assert (weg.status_code, weg.url) == (302, adres)
    assert Persoon.objects.get(pk=dossier.persoon_id).telefoon == "0501111111"
    assert Concept.objects.filter(medewerker=consulent).count() == 0


def test_what_one_did_not_touch_keeps_what_the_other_wrote(klant, tegelijk):
    adres, mijn = tegelijk

    antwoord = klant.post(adres, mijn | {"nationaliteit": "Eritrese"})

    assert {(v.naam, v.keuze) for v in antwoord.context["velden"]} == {
        ("telefoon", "nu"),
        ("nationaliteit", "mijn"),
    }


def na_de_keuze(klant, adres, antwoord, keuzes):
    """The conflict page, posted again as the browser would."""
    velden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', inhoud(antwoord)))
    velden.pop("csrfmiddlewaretoken", None)
    return klant.post(adres, velden | {f"keuze_{naam}": keus for naam, keus in keuzes.items()})


@pytest.mark.parametrize(("keus", "telefoon"), [("mijn", "0502222222"), ("nu", "0501111111")])
def test_one_chooses_per_field_and_nothing_is_lost(klant, tegelijk, dossier, keus, telefoon):
    adres, mijn = tegelijk
    botsing = klant.post(adres, mijn | {"telefoon": "0502222222", "nationaliteit": "Eritrese"})

    antwoord = na_de_keuze(klant, adres, botsing, {"telefoon": keus, "nationaliteit": "mijn"})

    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    assert antwoord.status_code == 302
    assert (persoon.telefoon, persoon.nationaliteit) == (telefoon, "Eritrese")
    assert persoon.bsn == dossier.persoon.bsn


def test_a_ticked_box_that_one_leaves_to_the_other_stays_ticked(
    klant, client_als, dossier, teamleider, wie
):
    verblijf = verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfSoort.WONING,
        plaats="Leek",
        start_op=VANDAAG,
        **wie,
    )
    adres = pad("verblijf-corrigeren", dossier, verblijf.pk)
    mijn, ander = ingevuld(klant.get(adres)), client_als(teamleider)
    ander.post(adres, ingevuld(ander.get(adres)) | {"geheim": "on", "reden": "dreiging"})

    botsing = klant.post(adres, mijn | {"plaats": "Marum", "reden": "tikfout"})
    na_de_keuze(klant, adres, botsing, {"geheim": "nu", "plaats": "mijn", "reden": "mijn"})

    verblijf.refresh_from_db()
    assert (verblijf.geheim, verblijf.plaats) == (True, "Marum")


def test_a_third_save_in_between_asks_again(klant, client_als, tegelijk, dossier, teamleider):
    adres, mijn = tegelijk
    botsing = klant.post(adres, mijn | {"telefoon": "0502222222"})
    ander = client_als(teamleider)
    ander.post(adres, ingevuld(ander.get(adres)) | {"telefoon": "0503333333"})

    antwoord = na_de_keuze(klant, adres, botsing, {"telefoon": "mijn"})

    assert antwoord.status_code == 409
    assert [v.nu for v in antwoord.context["velden"]] == ["0503333333"]


# --- Drafts -------------------------------------------------------------------------------------
def bewaar(client, adres, **velden):
    return client.post(f"{reverse('concept')}?pad={adres}", velden)


def test_what_one_types_is_kept_and_stands_there_again(klant, dossier, consulent):
    adres = pad("persoon-wijzigen", dossier)
    versie = klant.get(adres).context["versie"]

    assert bewaar(klant, adres, telefoon="0612", versie=versie).status_code == 204
    antwoord = klant.get(adres)

    assert antwoord.context["form"]["telefoon"].value() == "0612"
    assert antwoord.context["form"]["achternaam"].value() == dossier.persoon.achternaam
    assert "Uw invoer is bewaard" in inhoud(antwoord)


def test_a_draft_is_of_one_person(klant, client_als, dossier, teamleider):
    adres = pad("persoon-wijzigen", dossier)
    bewaar(klant, adres, telefoon="0612")

    antwoord = client_als(teamleider).get(adres)

    assert antwoord.context["form"]["telefoon"].value() == ""
    assert "concept_van" not in antwoord.context


def test_a_draft_cannot_be_read_in_the_database(klant, dossier):
    bewaar(klant, pad("notitie", dossier), tekst="zeer persoonlijk")

    assert b"persoonlijk" not in bytes(Concept.objects.get().inhoud)


def test_a_draft_goes_when_it_is_saved_or_thrown_away(klant, dossier):
    adres = pad("notitie", dossier)
    bewaar(klant, adres, tekst="een")
    klant.post(adres, {"tekst": "een"})
    na_opslaan = Concept.objects.count()
    bewaar(klant, adres, tekst="twee")
    antwoord = klant.post(f"{reverse('concept-wissen')}?pad={adres}")

    assert (na_opslaan, Concept.objects.count(), antwoord.url) == (0, 0, adres)


def test_a_draft_stays_when_the_form_is_refused(klant, dossier):
    adres = pad("contactmoment", dossier)
    bewaar(klant, adres, tekst="x")

    klant.post(adres, {"soort": "mail", "op": "1-1-2030", "tekst": "x"})

    assert Concept.objects.count() == 1


def test_a_draft_on_an_older_version_still_meets_the_conflict(klant, tegelijk):
    adres, mijn = tegelijk
    bewaar(klant, adres, **mijn | {"nationaliteit": "Eritrese"})

    antwoord = klant.post(adres, ingevuld(klant.get(adres)))

    assert antwoord.status_code == 409


@pytest.mark.parametrize("adres", ["https://elders.example/", "//elders.example/", "zonder", ""])
def test_a_draft_is_of_a_page_of_ours(klant, adres):
    assert bewaar(klant, adres, tekst="x").status_code == 400
    assert klant.post(f"{reverse('concept-wissen')}?pad={adres}").status_code == 400


def test_drafts_nobody_came_back_to_go(klant, dossier):
    bewaar(klant, pad("notitie", dossier), tekst="x")

    assert oude_concepten_weg(nu=NU + 29 * DAG) == 0
    assert oude_concepten_weg(nu=NU + 31 * DAG) == 1


# --- A log-in that lapsed while typing ----------------------------------------------------------
@pytest.fixture
def verlopen(client_als, dossier, consulent):
    """Signed in, opened the form, and then the session ended."""
    client = client_als(consulent)
    client.get(pad("notitie", dossier))
    client.session.flush()
    return client


def log_in(client, medewerker, volgende):
    return client.post(
        f"{reverse('account_login')}?next={volgende}",
        {"login": medewerker.email, "password": WACHTWOORD},
    )


def test_a_form_posted_after_the_session_lapsed_waits_after_signing_in(
    verlopen, dossier, consulent
):
    adres = pad("notitie", dossier)
    antwoord = verlopen.post(adres, {"tekst": "uren werk"})
    assert antwoord.url == f"{reverse('account_login')}?next={adres}"
    assert "Wat u invulde is bewaard" in inhoud(verlopen.get(antwoord.url))

    assert log_in(verlopen, consulent, adres).url == adres
    pagina = verlopen.get(adres)

    assert pagina.context["form"]["tekst"].value() == "uren werk"
    assert not dossier.notities.exists()


def test_somebody_else_on_that_browser_does_not_see_it(verlopen, dossier, teamleider):
    adres = pad("notitie", dossier)
    verlopen.post(adres, {"tekst": "niet voor Jan"})

    log_in(verlopen, teamleider, adres)

    assert "niet voor Jan" not in inhoud(verlopen.get(adres))


def test_a_form_from_elsewhere_is_not_kept(dossier, consulent, klok):
    client = Client(enforce_csrf_checks=True)
    client.force_login(consulent)
    client.get(pad("notitie", dossier))
    client.session.flush()

    antwoord = client.post(pad("notitie", dossier), {"tekst": "van een ander"})

    assert antwoord.status_code == 403
    assert not Concept.objects.exists()


def test_a_stranger_leaves_nothing(dossier, klok):
    Client().post(pad("notitie", dossier), {"tekst": "x"})

    assert not Concept.objects.exists()


def van_pagina(pagina):
    """The header a browser sends along with what is posted from this page."""
    return {"headers": {"referer": f"http://testserver{pagina}"}}


def test_a_button_pressed_after_the_session_lapsed_leads_back_to_its_page(
    verlopen, dossier, consulent
):
    pagina = f"{pad('persoon', dossier)}?van=lijst"

    antwoord = verlopen.post(pad("bsn", dossier), {"versie": "1"}, **van_pagina(pagina))
    aanmelden = inhoud(verlopen.get(antwoord.url))
    ingelogd = log_in(verlopen, consulent, pagina)

    assert antwoord.url == f"{reverse('account_login')}?{urlencode({'next': pagina}, safe='/')}"
    assert "Uw sessie was verlopen. Doe het nog een keer." in aanmelden
    assert ingelogd.url == pagina
    assert not Concept.objects.exists()


def test_a_page_elsewhere_is_never_led_back_to(verlopen, dossier):
    adres = pad("bsn", dossier)

    antwoord = verlopen.post(adres, headers={"referer": "https://elders.example/val/"})

    assert antwoord.url == f"{reverse('account_login')}?next={adres}"


def test_what_is_kept_by_itself_says_nothing_after_the_session_lapsed(verlopen, dossier):
    adres = pad("notitie", dossier)

    verlopen.post(f"{reverse('concept')}?pad={adres}", {"tekst": "uren"}, **van_pagina(adres))
    antwoord = verlopen.post(adres, {"tekst": "uren werk"}, **van_pagina(adres))

    assert inhoud(verlopen.get(antwoord.url)).count("U was te lang weg") == 1
    assert list(Concept.objects.values_list("pad", flat=True)) == [adres]


def test_an_address_of_a_button_opened_as_a_page_explains_itself(klant, dossier):
    antwoord = klant.get(pad("bsn", dossier))

    assert (antwoord.status_code, antwoord["Allow"]) == (405, "POST")
    assert "Dit adres hoort bij een knop op een andere pagina." in inhoud(antwoord)
    assert f'href="{pad("persoon", dossier)}"' in inhoud(antwoord)


def test_a_password_is_never_kept(verlopen, consulent):
    verlopen.post(reverse("account_login"), {"login": consulent.email, "password": "mis"})
    verlopen.post(reverse("account_change_password"), {"oldpassword": "mis"})

    assert not Concept.objects.exists()


# --- Contacts, documents, tasks -----------------------------------------------------------------
def test_a_contact_an_appointment_and_a_note_stand_on_the_tab(klant, dossier):
    klant.post(pad("contactmoment", dossier), {"soort": "mail", "op": "1-3-26", "tekst": "post"})
    klant.post(
        pad("afspraak", dossier),
        {"soort": "voortgang", "datum": "9-3-2026", "tijd": "09:30", "plaats": "Zuidhorn"},
    )
    klant.post(pad("notitie", dossier), {"tekst": "wil naar de zorg"})

    pagina = inhoud(klant.get(pad("contact", dossier)))

    assert dossier.afspraken.get().begint_at.isoformat() == "2026-03-09T08:30:00+00:00"
    for tekst in ("post", "maandag 9 maart 2026, 09:30", "wil naar de zorg"):
        assert tekst in pagina


def test_the_kind_of_an_appointment_is_chosen_and_is_not_the_talk_of_the_handover(klant, dossier):
    afspraak = {"datum": "9-3-2026", "tijd": "09:30", "plaats": "Zuidhorn"}

    begin = klant.get(pad("afspraak", dossier)).context["form"]["soort"]
    zonder = klant.post(pad("afspraak", dossier), afspraak | {"soort": ""})
    gesprek = klant.post(pad("afspraak", dossier), afspraak | {"soort": "driepartijengesprek"})

    keuzes = [waarde for waarde, _ in begin.field.choices]
    assert keuzes[:2] == ["", "bezichtiging"]
    assert not {"driepartijengesprek", "intake", "toets"} & set(keuzes)
    assert [list(a.context["form"].errors) for a in (zonder, gesprek)] == [["soort"], ["soort"]]
    assert not dossier.afspraken.exists()


def test_an_appointment_of_a_whole_household_is_cancelled_once(klant, dossier, wie):
    ander = een_dossier(door=wie["door"])
    afspraak = afspraak_maken(
        dossiers=[dossier.pk, ander.pk],
        soort=AfspraakSoort.INTAKE,
        begint_at=NU,
        plaats="Leek",
        **wie,
    )

    antwoord = klant.post(pad("afspraak-afzeggen", dossier, afspraak.pk), {"reden": "ziek"})

    assert antwoord.status_code == 302
    for een in (dossier, ander):
        assert een.gebeurtenissen.filter(tekst="Afgezegd: Brede intake").count() == 1


def test_an_appointment_of_another_dossier_is_not_found(klant, dossier, wie):
    ander = een_dossier(door=wie["door"])
    afspraak = afspraak_maken(
        dossiers=[ander.pk], soort=AfspraakSoort.INTAKE, begint_at=NU, plaats="Leek", **wie
    )

    assert klant.get(pad("afspraak-afzeggen", dossier, afspraak.pk)).status_code == 404


def test_a_document_comes_in_and_goes_out_as_it_was(klant, dossier):
    bestand = SimpleUploadedFile("brief é.pdf", PDF, content_type="text/html")
    klant.post(pad("documenten", dossier), {"soort": "brief", "titel": "Brief", "bestand": bestand})
    document = Document.objects.get()

    antwoord = klant.get(pad("document", dossier, document.pk))

    assert antwoord.content == PDF
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"].startswith("inline; filename*=utf-8''brief")
    assert antwoord["X-Content-Type-Options"] == "nosniff"


def test_a_document_that_lies_is_refused_by_the_field(klant, dossier):
    bestand = SimpleUploadedFile("brief.pdf", b"MZ" + b"\0" * 60)

    antwoord = klant.post(
        pad("documenten", dossier), {"soort": "brief", "titel": "Brief", "bestand": bestand}
    )

    assert antwoord.status_code == 422
    assert "geen .pdf-bestand" in str(antwoord.context["form"].errors["bestand"])
    assert antwoord.context["form"]["titel"].value() == "Brief"


def test_a_document_of_another_dossier_is_not_found(klant, dossier, wie):
    klant.post(
        pad("documenten", dossier),
        {"soort": "brief", "titel": "x", "bestand": SimpleUploadedFile("x.pdf", PDF)},
    )
    ander = een_dossier(door=wie["door"])

    assert klant.get(pad("document", ander, Document.objects.get().pk)).status_code == 404


def test_a_task_is_added_taken_up_handed_on_and_done(klant, dossier, consulent, teamleider):
    klant.post(pad("taak", dossier), {"titel": "Fiets regelen", "uiterlijk_op": "9-3-2026"})
    taak = Taak.objects.get(soort="eigen")

    klant.post(reverse("taak-geven", args=[taak.pk]), {"aan": teamleider.pk, "notitie": "wil jij?"})
    taak.refresh_from_db()
    gegeven = taak.eigenaar
    klant.post(reverse("taak-oppakken", args=[taak.pk]))
    klant.post(reverse("taak-afdoen", args=[taak.pk]))

    taak.refresh_from_db()
    assert (gegeven, taak.eigenaar, taak.status) == (teamleider, consulent, "gedaan")


def test_a_task_is_offered_to_who_may_open_its_page_only(klant, dossier, consulent, oov):
    taak = Taak.objects.get(inburgeraar=dossier, soort="kennisgeving")
    taak_van_intake(taak)
    adres = reverse("taak-geven", args=[taak.pk])

    aangeboden = klant.get(adres).context["form"].fields["aan"].queryset
    antwoord = klant.post(adres, {"aan": oov.pk})

    assert list(aangeboden) == [consulent]
    assert list(antwoord.context["form"].errors) == ["aan"]


def test_who_cannot_open_the_page_does_not_take_the_task_up(client_als, dossier, oov):
    taak = Taak.objects.get(inburgeraar=dossier, soort="kennisgeving")
    taak_van_intake(taak)
    client = client_als(oov)

    pagina = client.get(reverse("taak-geven", args=[taak.pk]))
    client.post(reverse("taak-oppakken", args=[taak.pk]))

    taak.refresh_from_db()
    assert "Roel Hofstra kan niet bij deze taak of dit dossier." in inhoud(pagina)
    assert taak.eigenaar is None


def test_a_task_of_a_closed_dossier_goes_to_who_is_named_only(
    client_als, dossier, consulent, teamleider
):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="x"
    )
    taak = Taak.objects.get(inburgeraar=dossier, soort="kennisgeving")

    antwoord = client_als(teamleider).get(reverse("taak-geven", args=[taak.pk]))

    assert list(antwoord.context["form"].fields["aan"].queryset) == [teamleider]


def taak_van_intake(taak):
    """Done at a page that OOV does not open."""
    taak.pagina = "intake"
    with spoor(door=Medewerker.objects.systeem(), nu=NU):
        taak.save()


def test_a_task_of_a_dossier_one_may_not_see_is_not_found(client_als, dossier, oov):
    een_dossier(doelgroep=Doelgroep.OVERIG)
    taak = Taak.objects.exclude(inburgeraar=dossier).first()

    assert client_als(oov).post(reverse("taak-oppakken", args=[taak.pk])).status_code == 404


def test_a_derived_task_ends_by_doing_what_it_asks(klant, gemeente):
    taak = Taak.objects.get(inburgeraar=een_dossier(), soort="kennisgeving")

    antwoord = klant.post(reverse("taak-afdoen", args=[taak.pk]))

    assert [str(b) for b in antwoord.wsgi_request._messages] == [
        "Deze taak verdwijnt vanzelf zodra gedaan is wat hij vraagt."
    ]


# --- Files --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("bestandsnaam", "bytes_", "zo"),
    [("brief.pdf", PDF, "inline"), ("brief.docx", DOCX, "attachment")],
)
def test_a_letter_opens_and_another_kind_of_file_is_saved(
    klant, dossier, consulent, bestandsnaam, bytes_, zo
):
    document = voeg_toe(dossier, consulent, inhoud=bytes_, bestandsnaam=bestandsnaam)

    antwoord = klant.get(pad("document", dossier, document.pk))

    assert antwoord["Content-Disposition"] == f'{zo}; filename="{bestandsnaam}"'
