"""The letters about what we pay: at the start, and to everybody before the end."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from besluiten.models import Brief, BriefSoort
from inburgering.enums import BeeindigReden, TaakStatus, VerblijfSoort
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from inburgering.services.documenten import lees
from inburgering.services.dossiers import beeindigen
from inburgering.services.plichten import verblijf_vastleggen
from inburgering.services.termijnen import signaleren
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from ontzorgen.models import Crediteur
from ontzorgen.policies.crediteuren import CrediteurGegevens
from ontzorgen.queries.brieven import brievenstand
from ontzorgen.queries.einde import einde_van, lasten_van, overgangen
from ontzorgen.services.brieven import eindbrieven_maken, startbrief_maken
from ontzorgen.services.crediteuren import crediteur_wijzigen
from ontzorgen.services.lasten import bedrag_wijzigen, contract_beeindigen, overdragen
from tests.factories import NU, VANDAAG
from tests.ontzorgen.fabriek import betaalregels, een_crediteur, een_huishouden, een_last
from tests.pdf import tekst_van
from wet.ontzorgen import LaatsteMaand, Lastsoort

pytestmark = pytest.mark.django_db

JULI = NU.replace(month=7, day=20)
"""Four weeks before the end, 17 August."""
MEI = NU.replace(month=5, day=20)
EINDE = date(2026, 8, 17)
JUNI, AUGUSTUS, SEPTEMBER = date(2026, 6, 1), date(2026, 8, 1), date(2026, 9, 1)


@pytest.fixture
def verhuurder(consulent):
    crediteur = een_crediteur("Wold & Waard")
    return crediteur_wijzigen(
        crediteur_id=crediteur.pk,
        versie=None,
        gegevens=CrediteurGegevens(
            naam=crediteur.naam,
            soort=crediteur.soort,
            adres="Postbus 26",
            postcode="9350 AA",
            plaats="Leek",
        ),
        door=consulent,
        nu=NU,
    )


@pytest.fixture
def uitkering(gemeente, consulent, verhuurder):
    """A household with an address, rent and an insurance."""
    uitkering = een_huishouden(door=consulent)
    verblijf_vastleggen(
        persoon_id=uitkering.inburgeraar.persoon_id,
        soort=VerblijfSoort.WONING,
        plaats="Leek",
        straat="Dorpsstraat",
        huisnummer="12",
        postcode="9351 AB",
        start_op=date(2026, 2, 18),
        door=consulent,
        nu=NU,
    )
    een_last(uitkering, door=consulent, crediteur=verhuurder, kenmerk="H-123")
    een_last(
        uitkering,
        door=consulent,
        soort=Lastsoort.ZORGVERZEKERING,
        bedrag="142.50",
        crediteur=een_crediteur("Zorgzaam"),
        kenmerk="Z-9",
    )
    return uitkering


@pytest.fixture
def dossier(uitkering):
    return uitkering.inburgeraar


def tekst(brief):
    return tekst_van(lees(brief.document))


def zo_eindigt(uitkering):
    return {
        regel.soort: (regel.vanaf, regel.wij_bedrag, regel.zelf_bedrag)
        for regel in overgangen(lasten_van(uitkering), einde_van(uitkering), op=JULI.date())
    }


def taken(dossier, soort):
    return Taak.objects.filter(inburgeraar=dossier, soort=soort, status=TaakStatus.OPEN)


# --- From which month ----------------------------------------------------------------------------
def test_rent_is_shared_in_the_last_month_and_a_premium_is_not(uitkering):
    """612,40 × 17 of 31 days is 335,83."""
    assert zo_eindigt(uitkering) == {
        "Huur": (SEPTEMBER, Decimal("335.83"), Decimal("276.57")),
        "Verplichte zorgverzekering": (SEPTEMBER, None, None),
    }


@pytest.mark.parametrize(
    ("keuze", "vanaf"), [(LaatsteMaand.HEEL, SEPTEMBER), (LaatsteMaand.NIET, AUGUSTUS)]
)
def test_the_last_month_as_the_municipality_chose_it(uitkering, keuze, vanaf):
    betaalregels(laatste_maand=keuze)

    assert set(zo_eindigt(uitkering).values()) == {(vanaf, None, None)}


def test_what_was_handed_over_keeps_its_own_month(uitkering, consulent):
    huur, zorg = lasten_van(uitkering)
    overdragen(last_id=huur.pk, versie=None, vanaf=JUNI, door=consulent, nu=NU)
    contract_beeindigen(
        last_id=zorg.pk, versie=None, eind_op=date(2026, 7, 31), door=consulent, nu=NU
    )

    (regel,) = overgangen(lasten_van(uitkering), einde_van(uitkering), op=JULI.date())

    assert (regel.soort, regel.vanaf, regel.al_zelf) == ("Huur", JUNI, True)


# --- The letters ---------------------------------------------------------------------------------
def test_one_button_makes_the_letter_to_the_person_and_to_every_creditor(
    client_als, administratie, dossier, klok
):
    klok.move_to(JULI)

    client_als(administratie).post(reverse("ontzorgen-brieven-einde", args=[dossier.dossiernummer]))

    assert sorted(Brief.objects.values_list("soort", "titel")) == [
        (BriefSoort.CREDITEUR, "Bericht aan Wold & Waard"),
        (BriefSoort.CREDITEUR, "Bericht aan Zorgzaam"),
        (BriefSoort.ONTZORGEN_EINDE, "U gaat zelf uw vaste lasten betalen"),
    ]


def test_the_person_reads_what_to_whom_by_which_mark_and_from_when(dossier, administratie):
    eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)

    brief = tekst(Brief.objects.get(soort=BriefSoort.ONTZORGEN_EINDE))

    for zin in (
        "tot en met 17 augustus 2026",
        "Wold & Waard",
        "H-123",
        "september 2026",
        "€ 612,40",
        "€ 276,57",
        "Zorgzaam",
        "automatische incasso",
    ):
        assert zin in brief


def test_a_creditor_reads_who_pays_and_nothing_of_why(dossier, administratie):
    eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)

    brief = Brief.objects.get(soort=BriefSoort.CREDITEUR, titel="Bericht aan Wold & Waard")

    gelezen = tekst(brief)
    for zin in (
        "Postbus 26",
        "9350 AA Leek",
        dossier.persoon.volledige_naam,
        "Dorpsstraat 12",
        "H-123",
        "september 2026",
        "tot en met 17 augustus 2026",
    ):
        assert zin in gelezen
    for woord in (
        dossier.persoon.bsn,
        dossier.persoon.v_nummer,
        str(dossier.persoon.geboortedatum),
        "ijstand",
        "itkering",
        "ntzorg",
        "nburger",
        "Zorgzaam",
        "Z-9",
        "consulent",
        "€",
    ):
        assert woord not in gelezen


def test_a_secret_address_is_in_no_letter_to_a_creditor(dossier, administratie, consulent):
    verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfSoort.WONING,
        plaats="Marum",
        straat="Schuilplaats",
        huisnummer="1",
        postcode="9363 AA",
        start_op=date(2026, 3, 1),
        geheim=True,
        door=consulent,
        nu=NU,
    )

    eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)

    assert [b for b in Brief.objects.all() if "Schuilplaats" in tekst(b)] == []


def test_twice_is_once_and_a_new_creditor_still_gets_a_letter(
    uitkering, dossier, administratie, consulent
):
    eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)
    with pytest.raises(Geweigerd, match="al gemaakt"):
        eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)
    een_last(
        uitkering,
        door=consulent,
        soort=Lastsoort.ENERGIE_EN_WATER,
        crediteur=een_crediteur("Noorderstroom"),
    )

    (brief,) = eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)

    assert brief.titel == "Bericht aan Noorderstroom"


def test_two_costs_of_one_creditor_are_one_letter(
    uitkering, dossier, administratie, consulent, verhuurder
):
    een_last(
        uitkering,
        door=consulent,
        crediteur=verhuurder,
        soort=Lastsoort.ENERGIE_EN_WATER,
        kenmerk="W-4",
    )

    eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)

    brief = Brief.objects.get(titel="Bericht aan Wold & Waard")
    assert "W-4" in tekst(brief)
    assert Brief.objects.filter(soort=BriefSoort.CREDITEUR).count() == 2


def test_too_early_says_from_when(dossier, administratie):
    with pytest.raises(Geweigerd, match="vanaf 17 juni 2026"):
        eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=MEI)


def test_nobody_is_written_who_died(dossier, administratie, consulent):
    beeindigen(
        dossier_id=dossier.pk,
        reden=BeeindigReden.OVERLEDEN,
        op=JULI.date(),
        door=consulent,
        nu=JULI,
    )

    with pytest.raises(Geweigerd, match="Het dossier is beëindigd"):
        eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)


def test_where_nothing_is_paid_there_is_nothing_to_write(gemeente, consulent, administratie):
    uitkering = een_huishouden(door=consulent, geregeld=False)

    with pytest.raises(Geweigerd, match="geen vaste lasten"):
        eindbrieven_maken(dossier_id=uitkering.inburgeraar_id, door=administratie, nu=JULI)


# --- At the start --------------------------------------------------------------------------------
def test_the_start_is_confirmed_and_again_after_a_change(uitkering, dossier, administratie):
    brief = startbrief_maken(dossier_id=dossier.pk, door=administratie, nu=NU)
    gelezen = tekst(brief)
    for zin in ("Wold & Waard", "H-123", "maart 2026", "€ 612,40", "€ 142,50", "17 augustus 2026"):
        assert zin in gelezen
    with pytest.raises(Geweigerd, match="niets veranderd"):
        startbrief_maken(dossier_id=dossier.pk, door=administratie, nu=NU)

    bedrag_wijzigen(
        last_id=lasten_van(uitkering)[0].pk,
        versie=None,
        vanaf=date(2026, 3, 1),
        bedrag=Decimal("700.00"),
        door=administratie,
        nu=NU,
    )

    assert "€ 700,00" in tekst(startbrief_maken(dossier_id=dossier.pk, door=administratie, nu=NU))


def test_without_a_cost_there_is_nothing_to_confirm(gemeente, consulent, administratie):
    uitkering = een_huishouden(door=consulent)

    with pytest.raises(Geweigerd, match="welke vaste lasten"):
        startbrief_maken(dossier_id=uitkering.inburgeraar_id, door=administratie, nu=NU)


# --- The tasks -----------------------------------------------------------------------------------
def test_a_month_ahead_everybody_is_warned_until_the_letters_are_there(dossier, administratie):
    systeem = Medewerker.objects.systeem()
    signaleren(door=systeem, nu=MEI)
    assert not taken(dossier, "ontzorgen_brieven_einde").exists()

    signaleren(door=systeem, nu=JULI - timedelta(days=10))

    taak = taken(dossier, "ontzorgen_brieven_einde").get()
    assert (taak.voor, taak.uiterlijk_op) == (Rol.ADMINISTRATIE, date(2026, 7, 17))
    assert taken(dossier, "termijn_ontzorgen").get().voor == Rol.CONSULENT
    eindbrieven_maken(dossier_id=dossier.pk, door=administratie, nu=JULI)
    assert not taken(dossier, "ontzorgen_brieven_einde").exists()
    assert taken(dossier, "termijn_ontzorgen").exists()


# --- The page ------------------------------------------------------------------------------------
def test_the_administration_reads_a_letter_of_its_own_and_no_other(
    client_als, administratie, dossier, consulent
):
    brief = startbrief_maken(dossier_id=dossier.pk, door=administratie, nu=NU)
    ander = Brief.objects.exclude(pk=brief.pk).first()
    klant = client_als(administratie)

    antwoord = klant.get(reverse("ontzorgen-brief", args=[dossier.dossiernummer, brief.pk]))

    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    assert ander is None
    vreemd = een_huishouden(door=consulent).inburgeraar.dossiernummer
    assert klant.get(reverse("ontzorgen-brief", args=[vreemd, brief.pk])).status_code == 404


def test_the_page_says_why_it_cannot_be_made_yet(client_als, administratie, dossier):
    pagina = client_als(administratie).get(
        reverse("ontzorgen-brieven", args=[dossier.dossiernummer])
    )

    assert "Deze brieven kunnen vanaf 17 juni 2026." in pagina.text
    assert "en € 276,57 over augustus 2026" in pagina.text


def test_a_refused_button_says_why(client_als, administratie, dossier):
    antwoord = client_als(administratie).post(
        reverse("ontzorgen-brieven-einde", args=[dossier.dossiernummer]), follow=True
    )

    assert "Deze brieven kunnen vanaf 17 juni 2026." in antwoord.text
    assert not Brief.objects.exists()


def test_the_partner_has_no_letters(client_als, partner, dossier):
    pagina = client_als(partner).get(reverse("ontzorgen-brieven", args=[dossier.dossiernummer]))

    assert pagina.status_code == 403


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_costs_the_same_for_more_costs(
    gemeente, consulent, django_assert_num_queries, aantal
):
    uitkering = een_huishouden(door=consulent)
    crediteur = Crediteur.objects.first() or een_crediteur()
    for _ in range(aantal):
        een_last(uitkering, door=consulent, crediteur=crediteur)

    with django_assert_num_queries(6):
        brievenstand(uitkering.inburgeraar, op=VANDAAG)
