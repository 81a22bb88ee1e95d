"""Letters: made within an act, recorded as sent, and never with a secret address."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from besluiten.briefhoofd import stel_hoofd_op
from besluiten.models import Brief, BriefSoort, BriefStatus, Verzending
from besluiten.policies.vier_ogen import check_vier_ogen
from besluiten.queries.brieven import brieven_van
from besluiten.services.brieven import brief_maken, brief_verzenden
from inburgering.enums import TaakStatus, VerblijfSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Taak, Verblijf
from inburgering.services.documenten import lees
from inburgering.services.plichten import verblijf_vastleggen
from medewerkers.models import Gemeente, Medewerker
from tests.factories import GEMEENTECODE, NU, VANDAAG, een_dossier

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


@pytest.fixture
def dossier(gemeente: Gemeente, consulent: Medewerker) -> Inburgeraar:
    return een_dossier(consulent=consulent)


def woont(dossier: Inburgeraar, door: Medewerker, **anders: Any) -> None:
    gegevens = {
        "soort": VerblijfSoort.WONING,
        "straat": "Wilgenhof",
        "huisnummer": "3",
        "postcode": "9351 BC",
        "plaats": "Leek",
        "gemeentecode": GEMEENTECODE,
        "start_op": VANDAAG - 10 * DAG,
    }
    verblijf_vastleggen(persoon_id=dossier.persoon_id, **gegevens | anders, door=door, nu=NU)


def vertrok(dossier: Inburgeraar) -> None:
    """Nobody knows where to: an act always gives the next address."""
    Verblijf._base_manager.filter(persoon=dossier.persoon_id).update(eind_op=VANDAAG - DAG)


def maak(dossier: Inburgeraar, door: Medewerker, tekst: str = "Kom langs.") -> Brief:
    with handeling(door=door, nu=NU, dossiers=[dossier.pk]) as act:
        return brief_maken(
            act,
            dossier=dossier,
            soort=BriefSoort.UITNODIGING,
            template="proefbrief.html",
            context={"tekst": tekst},
            titel="Uitnodiging",
            kenmerk="UIT-1",
        )


def open_taken(dossier: Inburgeraar) -> set[str]:
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return set(rijen.values_list("soort", flat=True))


# --- Making and sending ------------------------------------------------------------------------
def test_a_letter_is_a_document_and_a_task_until_it_is_sent(
    sjabloon: None, dossier: Inburgeraar, consulent: Medewerker
) -> None:
    brief = maak(dossier, consulent)

    assert lees(brief.document).startswith(b"%PDF")
    assert "brief_verzenden" in open_taken(dossier)

    brief_verzenden(
        brief_id=brief.pk,
        versie=brief.versie,
        wijze=Verzending.POST,
        op=VANDAAG,
        door=consulent,
        nu=NU,
    )

    assert "brief_verzenden" not in open_taken(dossier)
    (regel,) = brieven_van(dossier.pk)
    assert (regel.weg, regel.stand, regel.weg_op) == (True, "Per post verzonden", VANDAAG)


@pytest.mark.parametrize(
    ("verschil", "reden"), [(-DAG, "voor de dagtekening"), (DAG, "in de toekomst")]
)
def test_a_letter_leaves_on_a_day_that_can_be(
    sjabloon: None,
    dossier: Inburgeraar,
    consulent: Medewerker,
    verschil: timedelta,
    reden: str,
) -> None:
    brief = maak(dossier, consulent)

    with pytest.raises(Geweigerd, match=reden):
        brief_verzenden(
            brief_id=brief.pk,
            versie=None,
            wijze=Verzending.POST,
            op=VANDAAG + verschil,
            door=consulent,
            nu=NU,
        )


def test_a_letter_is_sent_once(sjabloon: None, dossier: Inburgeraar, consulent: Medewerker) -> None:
    brief = maak(dossier, consulent)
    wie = {"wijze": Verzending.POST, "op": VANDAAG, "door": consulent, "nu": NU}
    brief_verzenden(brief_id=brief.pk, versie=None, **wie)

    with pytest.raises(Geweigerd, match="al verzonden"):
        brief_verzenden(brief_id=brief.pk, versie=None, **wie)


def test_a_letter_with_a_character_no_font_has_is_refused_whole(
    sjabloon: None, dossier: Inburgeraar, consulent: Medewerker
) -> None:
    with pytest.raises(Geweigerd, match=r"中 \(U\+4E2D\)"):
        maak(dossier, consulent, tekst="Kom langs bij 中")

    assert not Brief.objects.exists()


# --- The head ----------------------------------------------------------------------------------
def hoofd(dossier: Inburgeraar, door: Medewerker) -> Any:
    return stel_hoofd_op(dossier, kenmerk="K-1", dagtekening=VANDAAG, door=door)


def test_the_head_names_sender_addressee_and_who_signs(
    dossier: Inburgeraar, consulent: Medewerker
) -> None:
    woont(dossier, consulent)

    boven = hoofd(dossier, consulent)

    assert boven.adresregels == ("Wilgenhof 3", "9351 BC Leek")
    assert boven.gemeente.naam == "Westerkwartier"
    assert (boven.consulent, boven.ondertekenaar) == (consulent.naam, consulent.naam)
    assert boven == hoofd(dossier, consulent)


def test_at_the_coa_a_letter_goes_through_the_shelter(
    dossier: Inburgeraar, consulent: Medewerker
) -> None:
    woont(dossier, consulent, soort=VerblijfSoort.AZC)
    vertrok(dossier)

    assert hoofd(dossier, consulent).adresregels[0] == "p/a opvang COA"


def test_a_home_that_was_left_is_no_address(dossier: Inburgeraar, consulent: Medewerker) -> None:
    woont(dossier, consulent)
    vertrok(dossier)

    assert hoofd(dossier, consulent).adresregels == ()


def test_a_secret_address_is_in_no_letter_and_the_page_says_so(
    sjabloon: None, dossier: Inburgeraar, consulent: Medewerker, klant: Client
) -> None:
    woont(dossier, consulent, geheim=True, straat="Schuilstraat")

    brief = maak(dossier, consulent)

    boven = hoofd(dossier, consulent)
    assert (boven.adresregels, boven.adres_geheim) == ((), True)
    assert "Schuilstraat" not in str(boven)
    pagina = klant.get(reverse("brief-verzenden", args=[dossier.dossiernummer, brief.pk]))
    assert "Het adres is geheim en staat niet in de brief" in pagina.content.decode()


# --- Pages -------------------------------------------------------------------------------------
def test_who_sent_it_records_that_and_finds_it_back(
    sjabloon: None, dossier: Inburgeraar, consulent: Medewerker, klant: Client
) -> None:
    brief = maak(dossier, consulent)
    adres = reverse("brief-verzenden", args=[dossier.dossiernummer, brief.pk])

    antwoord = klant.post(adres, {"wijze": "uitgereikt", "op": f"{VANDAAG:%d-%m-%Y}"}, follow=True)

    brief.refresh_from_db()
    assert brief.status == BriefStatus.VERZONDEN
    assert "Uitgereikt" in antwoord.content.decode()


def test_the_letters_of_another_dossier_are_not_found(
    sjabloon: None, dossier: Inburgeraar, consulent: Medewerker, klant: Client
) -> None:
    brief = maak(dossier, consulent)
    ander = een_dossier(consulent=consulent)

    adres = reverse("brief-verzenden", args=[ander.dossiernummer, brief.pk])

    assert klant.get(adres).status_code == 404


# --- Four eyes ---------------------------------------------------------------------------------
def test_who_laid_it_before_a_colleague_does_not_decide(
    consulent: Medewerker, teamleider: Medewerker
) -> None:
    check_vier_ogen(
        voorgelegd=True, voorgelegd_door_id=consulent.pk, door=teamleider, wat="het plan"
    )

    with pytest.raises(Geweigerd, match="U legde het plan zelf voor"):
        check_vier_ogen(
            voorgelegd=True, voorgelegd_door_id=consulent.pk, door=consulent, wat="het plan"
        )
    with pytest.raises(Geweigerd, match="Leg het plan eerst voor"):
        check_vier_ogen(voorgelegd=False, voorgelegd_door_id=None, door=teamleider, wat="het plan")


def test_the_file_opens_with_its_title(
    sjabloon: None, dossier: Inburgeraar, consulent: Medewerker
) -> None:
    brief = maak(dossier, consulent)

    with pikepdf.open(io.BytesIO(lees(brief.document))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Proefbrief, UIT-1"
