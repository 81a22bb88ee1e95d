"""What COA, DUO and earlier talks told is shown, with where it comes from, and not asked again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from inburgering.datums import OnzekereDatum
from inburgering.enums import AfspraakSoort, ContactSoort
from inburgering.handelingen import handeling
from inburgering.models import Afspraak, Inburgeraar
from inburgering.services.contacten import afspraak_maken, contact_vastleggen
from intake.models import OnderdeelSoort
from intake.queries.bekend import al_bekend
from intake.services.intake import intake_starten
from overdracht.services.begeleiding import medische_notitie_schrijven
from tests.factories import NU, VANDAAG
from tests.overdracht.huishoudens import Team, kind, lid, ontvangen

pytestmark = pytest.mark.django_db

S = OnderdeelSoort


def bekend(dossier, voor):
    """Per part: what is known, in short."""
    return {
        soort: [(feit.wat, feit.waarde, feit.bron) for feit in feiten]
        for soort, feiten in al_bekend(dossier, voor=voor, op=VANDAAG).items()
    }


def test_of_the_person_and_the_duty(dossier, consulent):
    weet = bekend(dossier, consulent)

    assert ("Tolk nodig in", "Tigrinya", "Persoon & gezin") in weet[S.TAAL]
    (plicht,) = [feit for feit in weet[S.OMSTANDIGHEDEN] if feit[0] == "Inburgeringsplicht"]
    assert plicht[2] == "DUO"
    assert weet[S.VVE] == [("Jonge kinderen", "geen kind jonger dan 6 bekend", "Persoon & gezin")]


def test_an_earlier_talk_and_the_last_contacts(dossier, consulent, wie):
    contact_vastleggen(
        dossier_id=dossier.pk,
        soort=ContactSoort.TELEFOON,
        op=VANDAAG,
        tekst="Zoekt een fiets.",
        **wie,
    )
    afspraak = afspraak_maken(
        dossiers=[dossier.pk], soort=AfspraakSoort.ANDERS, begint_at=NU, plaats="Leek", **wie
    )
    with handeling(dossiers=[dossier.pk], **wie):
        rij = Afspraak.objects.get(pk=afspraak.pk)
        rij.houden(op=VANDAAG, door=consulent, verslag="Kennisgemaakt.")
        rij.save()

    weet = bekend(dossier, consulent)[S.OMSTANDIGHEDEN]
    assert ("Telefoon", "Zoekt een fiets.", "Contact") in weet
    assert ("Andere afspraak", "Kennisgemaakt.", "Verslag") in weet


def test_what_coa_told_at_the_handover(gemeente, oov, consulent):
    overdracht = ontvangen(
        Team(oov=oov, consulent=consulent),
        lid(),
        kind(voornamen="Noa", achternaam="Tesfay", geboortedatum=OnzekereDatum(2022, 5, 1)),
        regioadvies="Techniek in Drachten.",
        familie="zus, in Groningen",
        wens="een dorp met een school",
        medisch=True,
    )
    medische_notitie_schrijven(overdracht_id=overdracht.pk, tekst="Astma.", door=oov, nu=NU)
    dossier = Inburgeraar.objects.order_by("pk").first()

    weet = bekend(dossier, consulent)
    assert ("Advies over de regio", "Techniek in Drachten.", "COA") in weet[S.WERK]
    assert ("Familie in de buurt", "zus, in Groningen", "COA") in weet[S.NETWERK]
    assert ("Wens van het gezin", "een dorp met een school", "COA") in weet[S.WENSEN]
    assert ("Medisch", "er is een medische notitie", "COA") in weet[S.FYSIEK]
    assert ("Behandeling", "medische behandeling in de regio", "COA") in weet[S.FYSIEK]
    assert weet[S.VVE] == [("Kind", "Tesfay, Noa, 3 jaar", "Persoon & gezin")]


def test_of_the_medical_note_only_that_it_is_there(gemeente, oov, consulent):
    overdracht = ontvangen(Team(oov=oov, consulent=consulent))
    medische_notitie_schrijven(overdracht_id=overdracht.pk, tekst="Astma.", door=oov, nu=NU)
    dossier = Inburgeraar.objects.order_by("pk").first()

    alles = al_bekend(dossier, voor=consulent, op=VANDAAG)
    (notitie,) = [feit for feit in alles[S.MENTAAL] if feit.wat == "Medisch"]
    assert notitie.url == reverse("overdracht-medisch", args=[overdracht.pk])
    assert "Astma" not in str(alles)
    anderen = al_bekend(dossier, voor=oov, op=VANDAAG)[S.MENTAAL]
    (zonder,) = [feit for feit in anderen if feit.wat == "Medisch"]
    assert zonder.url == ""


def test_it_stands_beside_the_part_and_on_its_page(klant, dossier, wie):
    intake_starten(dossier_id=dossier.pk, **wie)

    tab = klant.get(reverse("intake", args=[dossier.dossiernummer])).text
    pagina = klant.get(reverse("intake-onderdeel", args=[dossier.dossiernummer, "taalniveau"])).text

    assert "Al bekend:" in tab
    assert "Dit hoeft u niet opnieuw te vragen." in pagina
    assert "Tigrinya" in pagina
