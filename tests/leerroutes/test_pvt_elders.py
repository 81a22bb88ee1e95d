"""The PVT followed elsewhere by who signs here: its hours and its activity count."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from leerroutes.enums import BijeenkomstSoort
from leerroutes.models import Participatieverklaring, PvtElders, Urenregel
from leerroutes.queries.pvtstand import pvtstand
from leerroutes.queries.voortgang import eisen_van
from leerroutes.services.pvt_elders import (
    PvtEldersGegevens,
    pvt_elders_vastleggen,
    pvt_elders_verwijderen,
)
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.pvtgroep import PIP_OP, bijeenkomst, iemand, met_pip, regel, vul_in

pytestmark = pytest.mark.django_db

TOT = date(2025, 2, 14)  # before the plan
EXCURSIE = date(2025, 2, 7)


@pytest.fixture
def dossier(gemeente, consulent, partner):
    dossier = iemand(consulent, partner=partner)
    met_pip(dossier, consulent)
    return dossier


def elders(dossier, door, versie=None, **anders):
    gewoon = {"waar": "Assen", "tot_op": TOT, "uren": Decimal(8), "activiteit_op": EXCURSIE}
    return pvt_elders_vastleggen(
        dossier_id=dossier.pk,
        versie=versie,
        gegevens=PvtEldersGegevens(**gewoon | anders),
        door=door,
        nu=NU,
    )


def verwijder(dossier, door, reden="Van een ander"):
    pvt_elders_verwijderen(dossier_id=dossier.pk, versie=None, reden=reden, door=door, nu=NU)


def teken(dossier, door):
    bij = bijeenkomst(
        door,
        met=[dossier],
        soort=BijeenkomstSoort.ONDERTEKENING,
        begint_at=NU - timedelta(days=1),
    )
    return vul_in(bij, door, regel(bij, dossier, ondertekend=True))


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout, transaction.atomic():
        doe()
    return fout.value


def test_who_did_the_activity_elsewhere_signs_here(dossier, consulent):
    elders(dossier, consulent)

    teken(dossier, consulent)

    assert Participatieverklaring.objects.get().inburgeraar == dossier
    stand = pvtstand(dossier.pk, op=VANDAAG)
    assert (stand.uren, stand.activiteit) == (12, True)
    assert [eis.open for eis in eisen_van(dossier) if eis.soort.startswith("pvt")] == [False]


def test_without_the_activity_one_is_done_here_first(dossier, consulent):
    elders(dossier, consulent, activiteit_op=None)

    assert "een activiteit of excursie" in geweigerd(lambda: teken(dossier, consulent)).reden
    assert pvtstand(dossier.pk, op=VANDAAG).activiteit is False


def test_it_counts_from_its_own_day(dossier, consulent):
    elders(dossier, consulent)

    voor = pvtstand(dossier.pk, op=EXCURSIE - timedelta(days=1))

    assert (voor.uren, voor.activiteit) == (0, False)


def test_recorded_again_it_is_put_right_with_its_hours(dossier, consulent):
    rij = elders(dossier, consulent)

    elders(dossier, consulent, versie=rij.versie, tot_op=PIP_OP.date(), uren=Decimal(6))

    assert PvtElders.objects.get().tot_op == PIP_OP.date()
    assert list(Urenregel.objects.values_list("op", "uren", "opmerking")) == [
        (PIP_OP.date(), 6, "Elders: Assen")
    ]


def test_taken_away_its_hours_go_too(dossier, consulent):
    elders(dossier, consulent)

    verwijder(dossier, consulent)

    assert (PvtElders.objects.count(), Urenregel.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"waar": " "}, "waar"),
        ({"tot_op": VANDAAG + timedelta(days=1)}, "tot_op"),
        ({"activiteit_op": TOT + timedelta(days=1)}, "activiteit_op"),
        ({"uren": Decimal(25)}, "uren"),
    ],
)
def test_what_cannot_have_been_elsewhere(dossier, consulent, anders, veld):
    assert geweigerd(lambda: elders(dossier, consulent, **anders)).veld == veld
    assert (PvtElders.objects.count(), Urenregel.objects.count()) == (0, 0)


def test_once_signed_it_stands(dossier, consulent):
    elders(dossier, consulent)
    teken(dossier, consulent)

    fouten = [
        geweigerd(lambda: elders(dossier, consulent, uren=Decimal(4))),
        geweigerd(lambda: verwijder(dossier, consulent)),
    ]

    assert {fout.reden for fout in fouten} == {
        "Deze persoon heeft al getekend. Trek eerst de ondertekening in."
    }


def test_it_is_taken_away_with_a_reason(dossier, consulent):
    elders(dossier, consulent)

    assert geweigerd(lambda: verwijder(dossier, consulent, reden="")).veld == "reden"


def test_under_the_old_law_there_is_no_pvt(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, regime=Regime.WI2013, wordt_gehuisvest=False)

    assert geweigerd(lambda: elders(dossier, consulent)).reden == (
        "Dit dossier valt onder de Wet inburgering 2013: die kent geen PVT."
    )


# --- The pages -----------------------------------------------------------------------------------
def adres(naam, dossier):
    return reverse(naam, args=[dossier.dossiernummer])


def test_it_is_recorded_shown_and_put_right(dossier, klant):
    pad = adres("pvt-elders-gevolgd", dossier)
    data = {"waar": "Assen", "tot_op": "14-2-2025", "uren": "8", "activiteit_op": "7-2-2025"}

    antwoord = klant.post(pad, data)
    tab = klant.get(antwoord.url).content.decode()
    form = klant.get(pad).context["form"]

    assert "Assen, tot en met 14 februari 2025. Activiteit op 7 februari 2025." in tab
    assert {naam: form[naam].value() for naam in ("waar", "tot_op", "uren", "activiteit_op")} == {
        "waar": "Assen",
        "tot_op": TOT,
        "uren": "8",
        "activiteit_op": EXCURSIE,
    }

    klant.post(adres("pvt-elders-verwijderen", dossier), {"reden": "Van een ander"})
    assert list(PvtElders.objects.all()) == []


def test_what_is_refused_stands_by_its_field(dossier, klant):
    data = {"waar": "Assen", "tot_op": "14-2-2025", "uren": "8", "activiteit_op": "15-2-2025"}

    antwoord = klant.post(adres("pvt-elders-gevolgd", dossier), data)

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == ["activiteit_op"]


def test_only_the_municipality_records_it(dossier, consulent, partner, client_als):
    elders(dossier, consulent)
    paden = [adres(naam, dossier) for naam in ("pvt-elders-gevolgd", "pvt-elders-verwijderen")]

    assert [client_als(partner).get(pad).status_code for pad in paden] == [403, 403]


def test_nothing_is_taken_away_that_is_not_there(dossier, klant):
    assert klant.get(adres("pvt-elders-verwijderen", dossier)).status_code == 404
