"""New amounts for all tenants of one corporation: together, once, or not at all."""

from __future__ import annotations

import threading
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from inburgering.datums import AMSTERDAM
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gebeurtenis
from inburgering.services.dossiers import sluiten_voor_anderen
from ontzorgen.models import Lastbedrag, VasteLast
from ontzorgen.policies.aanpassen import NietAllemaal, NieuwBedrag, na_verhoging
from ontzorgen.queries.aanpassen import aanpassing
from ontzorgen.services.aanpassen import bedragen_aanpassen
from ontzorgen.services.lasten import bedrag_wijzigen, contract_beeindigen
from tests.factories import NU, VANDAAG
from tests.ontzorgen.fabriek import (
    MAART,
    betaalregels,
    een_batch,
    een_crediteur,
    een_huishouden,
    een_last,
    tot_akkoord,
)

pytestmark = pytest.mark.django_db

FEBRUARI, APRIL, JULI = date(2026, 2, 1), date(2026, 4, 1), date(2026, 7, 1)
LATER = datetime(2026, 3, 2, 11, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def corporatie(db):
    return een_crediteur("Wold & Waard")


def een_huur(corporatie, bedrag, *, door):
    huishouden = een_huishouden(door=door)
    return een_last(huishouden, door=door, crediteur=corporatie, bedrag=bedrag)


@pytest.fixture
def huur(corporatie, administratie):
    return een_huur(corporatie, "612.40", door=administratie)


@pytest.fixture
def huren(corporatie, huur, administratie):
    andere = ("700.00", "498.75")
    return [huur, *(een_huur(corporatie, bedrag, door=administratie) for bedrag in andere)]


def nieuw(last, bedrag, *, versie=None):
    return NieuwBedrag(
        last_id=last.pk,
        versie=last.versie if versie is None else versie,
        bedrag=Decimal(bedrag),
    )


def pas_aan(corporatie, bedragen, *, door, vanaf=JULI, nu=NU):
    return bedragen_aanpassen(
        crediteur_id=corporatie.pk, vanaf=vanaf, bedragen=bedragen, door=door, nu=nu
    )


def bedragen_van(last):
    rijen = Lastbedrag.objects.filter(last=last).order_by("start_op")
    return list(rijen.values_list("start_op", "eind_op", "maand_bedrag"))


# --- The amount ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("bedrag", "procent", "uitkomst"),
    [
        ("612.40", "4.1", "637.51"),  # 637.5084
        ("498.75", "4.1", "519.20"),  # 519.19875
        ("100.00", "0.005", "100.01"),  # a half goes up
        ("100.00", "0.004", "100.00"),
        ("0.01", "50", "0.02"),
        ("250.00", "-10", "225.00"),
        ("333.33", "-0.5", "331.66"),  # 331.66335
        ("612.40", "0", "612.40"),
    ],
)
def test_a_percentage_goes_half_up_to_the_cent(bedrag, procent, uitkomst):
    assert na_verhoging(Decimal(bedrag), procent=Decimal(procent)) == Decimal(uitkomst)


# --- The act -------------------------------------------------------------------------------------
def test_everybody_pays_the_new_rent_from_that_month_on(corporatie, huren, administratie):
    aantal = pas_aan(
        corporatie,
        [nieuw(huren[0], "637.51"), nieuw(huren[1], "728.70")],
        door=administratie,
    )

    assert aantal == 2
    assert bedragen_van(huren[0]) == [
        (FEBRUARI, date(2026, 6, 30), Decimal("612.40")),
        (JULI, None, Decimal("637.51")),
    ]
    assert bedragen_van(huren[1])[1:] == [(JULI, None, Decimal("728.70"))]
    assert bedragen_van(huren[2]) == [(FEBRUARI, None, Decimal("498.75"))]


def test_it_stands_on_the_timeline_without_the_amount(corporatie, huur, administratie):
    pas_aan(corporatie, [nieuw(huur, "637.51")], door=administratie)

    dossier_id = huur.uitkering.inburgeraar_id
    regel = Gebeurtenis.objects.filter(inburgeraar=dossier_id).latest("pk")
    assert regel.tekst == "Bedrag gewijzigd: Huur"


def test_sent_twice_is_once(corporatie, huren, administratie):
    bedragen = [nieuw(last, "650.00") for last in huren]
    pas_aan(corporatie, bedragen, door=administratie)
    eerste = [bedragen_van(last) for last in huren]
    versies = list(VasteLast.objects.order_by("pk").values_list("versie"))

    nog_eens = pas_aan(corporatie, bedragen, door=administratie, nu=LATER)

    assert nog_eens == 0
    assert [bedragen_van(last) for last in huren] == eerste
    assert list(VasteLast.objects.order_by("pk").values_list("versie")) == versies


def test_a_later_amount_lapses(corporatie, huur, administratie):
    last = bedrag_wijzigen(
        last_id=huur.pk,
        versie=None,
        vanaf=date(2026, 8, 1),
        bedrag=Decimal("620.00"),
        door=administratie,
        nu=NU,
    )

    pas_aan(corporatie, [nieuw(last, "637.51")], door=administratie)

    assert bedragen_van(last)[1:] == [(JULI, None, Decimal("637.51"))]


def test_what_cannot_be_is_said_per_line_and_nothing_is_half_done(corporatie, huren, administratie):
    betaalregels()
    een, voorbij, oud = huren
    voorbij = contract_beeindigen(
        last_id=voorbij.pk, versie=None, eind_op=date(2026, 6, 30), door=administratie, nu=NU
    )
    elders = een_last(een_huishouden(door=administratie), door=administratie)

    with pytest.raises(NietAllemaal, match="Er is niets aangepast: 3 regels") as fout:
        pas_aan(
            corporatie,
            [
                nieuw(een, "637.51"),
                nieuw(voorbij, "728.70"),
                nieuw(oud, "519.20", versie=99),
                nieuw(elders, "650.00"),
            ],
            door=administratie,
        )

    assert fout.value.regels == {
        voorbij.pk: "Het nieuwe bedrag begint na het einde van het contract.",
        oud.pk: "Een collega heeft deze last intussen gewijzigd. Bekijk hem opnieuw.",
        elders.pk: "Deze last is niet meer van deze crediteur.",
    }
    assert bedragen_van(een) == [(FEBRUARI, None, Decimal("612.40"))]


def test_a_month_that_was_paid_is_refused(corporatie, huur, administratie):
    betaalregels()
    tot_akkoord(een_batch(door=administratie), door=administratie)

    with pytest.raises(NietAllemaal) as fout:
        pas_aan(corporatie, [nieuw(huur, "637.51")], door=administratie, vanaf=MAART)
    aantal = pas_aan(corporatie, [nieuw(huur, "637.51")], door=administratie, vanaf=APRIL)

    assert fout.value.regels[huur.pk].startswith("Tot en met maart 2026 is al betaald.")
    assert aantal == 1


@pytest.mark.parametrize("bedrag", ["0.00", "-1.00", "5000.01", "1000000000.00"])
def test_an_amount_that_cannot_be_right_is_refused(corporatie, huur, administratie, bedrag):
    with pytest.raises(NietAllemaal):
        pas_aan(corporatie, [nieuw(huur, bedrag)], door=administratie)


def test_a_month_far_ahead_is_refused(corporatie, huur, administratie):
    with pytest.raises(Geweigerd, match="meer dan een jaar vooruit"):
        pas_aan(corporatie, [nieuw(huur, "637.51")], door=administratie, vanaf=date(2027, 4, 1))


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_at_once_never_mix(corporatie, huren, administratie, teamleider):
    """One of the two lists is done as a whole; the other is told that it was overtaken."""
    start, uitkomsten = threading.Barrier(2), {}

    def doe(wie, bedrag):
        start.wait()
        try:
            uitkomsten[bedrag] = pas_aan(
                corporatie, [nieuw(last, bedrag) for last in huren], door=wie
            )
        except NietAllemaal as fout:
            uitkomsten[bedrag] = len(fout.regels)
        finally:
            connection.close()

    draden = [
        threading.Thread(target=doe, args=(wie, bedrag))
        for wie, bedrag in ((administratie, "650.00"), (teamleider, "660.00"))
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    eind = {bedragen_van(last)[-1][2] for last in huren}
    assert len(eind) == 1
    assert uitkomsten == {"650.00": 3, "660.00": 3}
    assert all(len(bedragen_van(last)) == 2 for last in huren)


# --- The list ------------------------------------------------------------------------------------
def test_the_old_amount_is_that_of_the_month_before(corporatie, huur, administratie):
    """So a percentage that is asked for again gives the same again."""
    pas_aan(corporatie, [nieuw(huur, "637.51")], door=administratie)

    (regel,) = aanpassing(corporatie, voor=administratie, vanaf=JULI, op=VANDAAG).regels

    assert (regel.oud, regel.straks) == (Decimal("612.40"), Decimal("637.51"))
    assert regel.na(Decimal("4.1")) == Decimal("637.51")


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_costs_the_same_for_more_households(
    corporatie, administratie, django_assert_num_queries, aantal
):
    for _ in range(aantal):
        een_last(een_huishouden(door=administratie), door=administratie, crediteur=corporatie)
    administratie.rollen  # noqa: B018 - read once, as the middleware of a request does

    with django_assert_num_queries(4):
        aanpassing(corporatie, voor=administratie, vanaf=JULI, op=VANDAAG)


# --- The pages -----------------------------------------------------------------------------------
@pytest.fixture
def klant(client_als, gemeente, administratie):
    return client_als(administratie)


def adres(corporatie, **vraag):
    return reverse("crediteur-bedragen", args=[corporatie.pk], query=vraag)


def invoer(lasten, bedragen, actie):
    velden = {"actie": actie}
    for last, bedrag in zip(lasten, bedragen, strict=True):
        velden |= {f"bedrag_{last.pk}": bedrag, f"versie_{last.pk}": str(last.versie)}
    return velden


def test_from_a_percentage_to_the_new_rents(klant, corporatie, huren):
    pad = adres(corporatie, vanaf="07-2026", procent="4,1")
    form = klant.get(pad).context["form"]
    voorgesteld = [bedrag.value() for _regel, bedrag, _versie in form.rijen()]
    assert voorgesteld == ["637,51", "728,70", "519,20"]

    bedragen = ["637,51", "728,70", ""]
    voorbeeld = klant.post(pad, invoer(huren, bedragen, "voorbeeld"))
    assert (voorbeeld.context["voorbeeld"].oud, voorbeeld.context["voorbeeld"].nieuw) == (
        Decimal("1312.40"),
        Decimal("1366.21"),
    )
    assert bedragen_van(huren[0]) == [(FEBRUARI, None, Decimal("612.40"))]

    klaar = klant.post(pad, invoer(huren, bedragen, "bevestigen"), follow=True).text
    nog_eens = klant.post(pad, invoer(huren, bedragen, "bevestigen"), follow=True).text

    assert "2 bedragen zijn aangepast vanaf juli 2026." in klaar
    assert "Deze bedragen stonden er al." in nog_eens
    assert [bedragen_van(last)[-1][2] for last in huren] == [
        Decimal("637.51"),
        Decimal("728.70"),
        Decimal("498.75"),
    ]


def test_what_a_colleague_changed_meanwhile_stands_by_its_amount(
    klant, corporatie, huren, administratie
):
    pas_aan(corporatie, [nieuw(huren[0], "640.00")], door=administratie)

    antwoord = klant.post(
        adres(corporatie, vanaf="07-2026"),
        invoer(huren, ["637,51", "728,70", ""], "bevestigen"),
    )

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == ["__all__", f"bedrag_{huren[0].pk}"]
    assert bedragen_van(huren[1]) == [(FEBRUARI, None, Decimal("700.00"))]


@pytest.mark.parametrize("bedrag", ["0", "-5", "1e9", "5.000,01", "abc", "1,234"])
def test_a_wrong_amount_gets_its_message_by_the_line(klant, corporatie, huur, bedrag):
    antwoord = klant.post(adres(corporatie, vanaf="07-2026"), invoer([huur], [bedrag], "voorbeeld"))

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == [f"bedrag_{huur.pk}"]


@pytest.mark.parametrize(
    ("vraag", "veld"),
    [
        ({"vanaf": "juli"}, "vanaf"),
        ({"vanaf": ""}, "vanaf"),
        ({"vanaf": "04-2027"}, "vanaf"),
        ({"vanaf": "07-2026", "procent": "60"}, "procent"),
        ({"vanaf": "07-2026", "procent": "veel"}, "procent"),
    ],
)
def test_a_wrong_month_or_percentage_gets_its_message(klant, corporatie, vraag, veld):
    antwoord = klant.get(adres(corporatie, **vraag))

    assert antwoord.status_code == 422
    assert list(antwoord.context["keuze"].errors) == [veld]


def test_nothing_filled_in_is_asked_for(klant, corporatie, huur):
    antwoord = klant.post(adres(corporatie, vanaf="07-2026"), invoer([huur], [""], "voorbeeld"))

    assert antwoord.status_code == 422
    assert "Vul ten minste één nieuw bedrag in." in antwoord.text


def test_a_line_that_went_away_meanwhile_is_not_passed_over(
    klant, corporatie, huren, administratie
):
    contract_beeindigen(
        last_id=huren[0].pk, versie=None, eind_op=date(2026, 6, 30), door=administratie, nu=NU
    )

    antwoord = klant.post(
        adres(corporatie, vanaf="07-2026"),
        invoer(huren, ["637,51", "728,70", ""], "bevestigen"),
    )

    assert antwoord.status_code == 422
    assert bedragen_van(huren[1]) == [(FEBRUARI, None, Decimal("700.00"))]


def test_a_closed_dossier_is_counted_and_not_named(klant, corporatie, huren, teamleider):
    sluiten_voor_anderen(
        dossier_id=huren[0].uitkering.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    antwoord = klant.get(adres(corporatie, vanaf="07-2026"))

    assert len(antwoord.context["lijst"].regels) == 2
    assert "1 last staat in een gesloten dossier." in antwoord.text
    assert huren[0].uitkering.inburgeraar.dossiernummer not in antwoord.text


def test_a_consulent_does_not_change_them(client_als, consulent, corporatie, gemeente):
    assert client_als(consulent).get(adres(corporatie)).status_code == 403
