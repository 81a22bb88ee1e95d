"""The bijstand per month from a file: new, known, different and wrong, and taken back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.services.dossiers import sluiten_voor_anderen
from medewerkers.sporen import spoor
from ontzorgen.invoer import BIJSTAND
from ontzorgen.models import OntzorgStatus, Uitkering, Uitkeringsbedrag
from opdrachten import lezers
from opdrachten.enums import OpdrachtStatus
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.ontvangen import lezen, ontvangen
from opdrachten.soorten import Eenheid, Oordeel, Rij
from tests.factories import NU, VANDAAG, een_dossier
from tests.ontzorgen.fabriek import een_huishouden
from tests.opdrachten.hulp import als_csv, invoeren, teruggedraaid

pytestmark = pytest.mark.django_db

KOP = ("Dossiernummer", "BSN", "Maand", "Netto", "Einddatum")
MAART = date(2026, 3, 1)


@pytest.fixture
def uitkering(gemeente, consulent):
    return een_huishouden(door=consulent, netto="")


@pytest.fixture
def nummer(uitkering):
    return uitkering.inburgeraar.dossiernummer


@pytest.fixture
def lees(administratie):
    def _lees(*regels, dagen=0):
        nu = NU + timedelta(days=dagen)
        opdracht = ontvangen(
            soort=BIJSTAND,
            bestandsnaam="bijstand.csv",
            inhoud=als_csv((KOP, *regels)).encode(),
            door=administratie,
            nu=nu,
        )
        lezen(opdracht_id=opdracht.pk, nu=nu)
        opdracht.refresh_from_db()
        return opdracht

    return _lees


@pytest.fixture
def voer_in(lees, administratie):
    def _voer_in(*regels, dagen=0):
        opdracht = lees(*regels, dagen=dagen)
        nu = NU + timedelta(days=dagen)
        bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=administratie, nu=nu)
        invoeren(opdracht, nu=nu + timedelta(minutes=5))
        return opdracht

    return _voer_in


def oordeel(door, **waarden):
    """Of one row with these values, by the kind itself."""
    eenheid = Eenheid("2", (Rij(2, {"maand": MAART, "bedrag": Decimal("900.00")} | waarden),))
    (bevinding,) = BIJSTAND.beoordeel([eenheid], VANDAAG, door)["2"]
    return bevinding


def bedragen():
    return list(Uitkeringsbedrag.objects.order_by("maand").values_list("maand", "netto_bedrag"))


# --- What is written in a cell -------------------------------------------------------------------
@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("1.012,40", "1012.40"),
        ("1012.40", "1012.40"),
        ("1,012.40", "1012.40"),
        ("1012,4", "1012.40"),
        ("€ 1.012,40", "1012.40"),
        ("1.012", "1012.00"),
        ("1012", "1012.00"),
        ("1.012,-", "1012.00"),
        ("0", "0.00"),
        ("-5,00", "-5.00"),
        ("12.345.678,90", "12345678.90"),
    ],
)
def test_an_amount_as_people_write_it(tekst, bedrag):
    assert lezers.bedrag(tekst) == Decimal(bedrag)


@pytest.mark.parametrize("tekst", ["", "niets", "1.01.2", "1.012.40", "1,2,3", "10,123", "1e9"])
def test_what_is_no_amount_is_refused(tekst):
    if tekst == "10,123":  # thousands, as English writes them
        assert lezers.bedrag(tekst) == Decimal("10123.00")
        return
    with pytest.raises(Geweigerd, match="geen bedrag"):
        lezers.bedrag(tekst)


@pytest.mark.parametrize(
    "tekst", ["03-2026", "3-2026", "03/2026", "2026-03", "202603", "maart 2026", "15-03-2026"]
)
def test_a_month_as_people_write_it(tekst):
    assert lezers.maand(tekst) == MAART


@pytest.mark.parametrize("tekst", ["13-2026", "maart", "2026", "", "xx 2026"])
def test_what_is_no_month_is_refused(tekst):
    with pytest.raises(Geweigerd, match="geen maand"):
        lezers.maand(tekst)


# --- From file to amount -------------------------------------------------------------------------
def test_amounts_are_written_and_twice_is_once(voer_in, lees, nummer):
    regels = [(nummer, "", "03-2026", "1.012,40", ""), (nummer, "", "04-2026", "1012.40", "")]

    opdracht = voer_in(*regels)

    assert opdracht.status == OpdrachtStatus.KLAAR
    assert bedragen() == [
        (MAART, Decimal("1012.40")),
        (date(2026, 4, 1), Decimal("1012.40")),
    ]
    nog_eens = lees(*regels, dagen=1)
    assert {regel.oordeel for regel in nog_eens.regels.all()} == {Oordeel.ONGEWIJZIGD}


def test_another_amount_is_shown_before_it_replaces(voer_in, administratie, nummer):
    voer_in((nummer, "", "03-2026", "1.012,40", ""))

    bevinding = oordeel(administratie, wie=nummer)

    assert (bevinding.oordeel, bevinding.reden) == (
        Oordeel.AANVULLING,
        "Staat er al met een ander bedrag: € 1.012,40. Wordt: € 900,00.",
    )
    voer_in((nummer, "", "03-2026", "900", ""), dagen=1)
    assert bedragen() == [(MAART, Decimal("900.00"))]


def test_taking_it_back_puts_back_what_was(voer_in, administratie, nummer):
    voer_in((nummer, "", "03-2026", "1.012,40", ""))
    tweede = voer_in(
        (nummer, "", "03-2026", "900", ""), (nummer, "", "04-2026", "950", ""), dagen=1
    )

    teruggedraaid(tweede, administratie, nu=NU + timedelta(days=2))

    assert tweede.status == OpdrachtStatus.ONGEDAAN
    assert bedragen() == [(MAART, Decimal("1012.40"))]


def test_the_end_of_the_bijstand_ends_the_ontzorgen_and_comes_back(
    voer_in, administratie, uitkering, nummer
):
    opdracht = voer_in((nummer, "", "02-2026", "500", "28-02-2026"))

    uitkering = Uitkering.objects.get()
    assert (uitkering.eind_op, uitkering.ontzorgperiode.status) == (
        date(2026, 2, 28),
        OntzorgStatus.BEEINDIGD,
    )

    teruggedraaid(opdracht, administratie)

    uitkering = Uitkering.objects.get()
    assert (uitkering.eind_op, uitkering.ontzorgperiode.status) == (None, OntzorgStatus.ACTIEF)
    assert bedragen() == []


# --- Whose bijstand it is ------------------------------------------------------------------------
def test_every_number_leads_to_the_household(administratie, consulent, uitkering):
    """Also those of the partner who shares the bijstand."""
    partner = een_dossier(consulent=consulent)
    partner = Inburgeraar.objects.select_related("persoon").get(pk=partner.pk)
    periode = uitkering.ontzorgperiode
    with spoor(door=consulent, nu=NU):
        periode.partner, periode.machtiging_partner_op = partner.persoon, VANDAAG
        periode.save()
    dossier = Inburgeraar.objects.select_related("persoon").get(pk=uitkering.inburgeraar_id)

    gevonden = [
        oordeel(administratie, **waarden)
        for van in (dossier, partner)
        for waarden in (
            {"wie": van.dossiernummer},
            {"wie": van.persoon.v_nummer},
            {"bsn": van.persoon.bsn},
        )
    ]

    assert [(b.oordeel, b.persoon_id) for b in gevonden] == 6 * [
        (Oordeel.NIEUW, dossier.persoon_id)
    ]


@pytest.mark.parametrize(
    ("waarden", "kolom", "reden"),
    [
        ({"wie": "2020-9999"}, "wie", "Dit nummer is niet bekend."),
        ({}, "wie", "Vul een dossiernummer, een V-nummer of een BSN in."),
        ({"maand": date(2026, 1, 1)}, "maand", "Over januari 2026 was er nog geen recht."),
        ({"bedrag": Decimal("-1.00")}, "bedrag", "De bijstand is niet lager dan € 0,00."),
        ({"bedrag": Decimal("1000000000.00")}, "bedrag", "De bijstand is hoger dan"),
        ({"einde": date(2026, 2, 1)}, "einde", "Het einde ligt voor het begin"),
        ({"einde": date(2027, 2, 1)}, "einde", "Het einde ligt meer dan drie maanden vooruit."),
    ],
)
def test_what_cannot_be_is_said_by_its_column(administratie, nummer, waarden, kolom, reden):
    wie = {"wie": nummer} if "wie" not in waarden and waarden else {}

    bevinding = oordeel(administratie, **wie | waarden)

    assert (bevinding.oordeel, bevinding.kolom) == (Oordeel.FOUT, kolom)
    assert reden in bevinding.reden


def test_two_numbers_of_one_row_lead_to_one_household(administratie, consulent, uitkering, nummer):
    dossier, ander = (
        Inburgeraar.objects.select_related("persoon").get(pk=pk)
        for pk in (uitkering.inburgeraar_id, een_huishouden(door=consulent).inburgeraar_id)
    )

    zelfde = oordeel(administratie, wie=nummer, bsn=dossier.persoon.bsn)
    vreemd = oordeel(administratie, wie=nummer, bsn=ander.persoon.bsn)

    assert zelfde.oordeel == Oordeel.NIEUW
    assert (vreemd.oordeel, vreemd.kolom) == (Oordeel.FOUT, "bsn")


def test_somebody_without_bijstand_is_named_as_such(administratie, consulent, gemeente):
    dossier = een_dossier(consulent=consulent)

    bevinding = oordeel(administratie, wie=dossier.dossiernummer)

    assert bevinding.reden == "Van deze persoon is geen bijstand vastgelegd."


def test_a_closed_dossier_is_not_known(administratie, teamleider, uitkering, nummer):
    sluiten_voor_anderen(
        dossier_id=uitkering.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    assert oordeel(administratie, wie=nummer).reden == "Dit nummer is niet bekend."


def test_a_household_stands_once_per_month(lees, nummer):
    """Of a couple each may have been given a row: neither is taken for the whole."""
    opdracht = lees((nummer, "", "03-2026", "500", ""), (nummer, "", "maart 2026", "500", ""))

    assert {regel.oordeel for regel in opdracht.regels.all()} == {Oordeel.FOUT}
    assert bedragen() == []


def test_a_wrong_row_leaves_the_others_alone(voer_in, nummer):
    voer_in((nummer, "", "03-2026", "veel", ""), (nummer, "", "04-2026", "950", ""))

    assert bedragen() == [(date(2026, 4, 1), Decimal("950.00"))]


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_list_costs_the_same_for_one_and_for_three(
    administratie, consulent, gemeente, django_assert_num_queries, aantal
):
    nummers = [
        een_huishouden(door=consulent, netto="").inburgeraar.dossiernummer for _ in range(aantal)
    ]
    eenheden = [
        Eenheid(str(n), (Rij(n, {"wie": wie, "maand": MAART, "bedrag": Decimal(900)}),))
        for n, wie in enumerate(nummers)
    ]
    administratie.rollen  # noqa: B018 - read once, as the middleware of a request does

    with django_assert_num_queries(2):
        BIJSTAND.beoordeel(eenheden, VANDAAG, administratie)
