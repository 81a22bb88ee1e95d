"""COA's own count from a file: a whole list or nothing, and back again."""

from __future__ import annotations

import pytest

from opdrachten.enums import OpdrachtStatus
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.ontvangen import lezen, ontvangen
from opdrachten.soorten import Oordeel
from overdracht.invoer import COA_TELLING
from overdracht.models import CoaTelling, CoaTelregel
from tests.factories import NU
from tests.opdrachten.hulp import als_csv, invoeren, teruggedraaid

KOP = ("Peildatum", "Vreemdelingnummer", "Naam", "Datum uitplaatsing")
REGELS = (
    ("31-12-2025", "1234567890", "Tesfay", "5-11-2025"),
    ("31-12-2025", "0234567890", "Haile", "2025-12-01"),
)


@pytest.fixture
def lees(team):
    def _lees(*regels):
        inhoud = als_csv((KOP, *regels)).encode()
        opdracht = ontvangen(
            soort=COA_TELLING, bestandsnaam="tvs.csv", inhoud=inhoud, door=team.oov, nu=NU
        )
        lezen(opdracht_id=opdracht.pk, nu=NU)
        opdracht.refresh_from_db()
        return opdracht

    return _lees


def test_a_list_is_one_count_and_can_be_taken_back(lees, team):
    opdracht = lees(*REGELS)
    assert CoaTelling.objects.count() == 0

    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=team.oov, nu=NU)
    invoeren(opdracht)

    telling = CoaTelling.objects.get()
    assert list(telling.regels.values_list("v_nummer", flat=True)) == ["0234567890", "1234567890"]

    teruggedraaid(opdracht, team.oov)
    assert opdracht.status == OpdrachtStatus.ONGEDAAN
    assert (CoaTelling.objects.count(), CoaTelregel.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("regel", "kolom"),
    [
        (("31-12-2025", "1234567890", "Nog eens", "5-11-2025"), "v_nummer"),
        (("31-12-2025", "1999999999", "Later", "1-1-2026"), "gehuisvest_op"),
        (("31-12-2025", "19", "Kort", "5-11-2025"), "v_nummer"),
        (("31-12-2025", "1999999999", "Geen dag", ""), "gehuisvest_op"),
    ],
)
def test_a_wrong_row_is_named_and_holds_the_list_back(lees, regel, kolom):
    opdracht = lees(*REGELS, regel)

    fout = opdracht.regels.get(oordeel=Oordeel.FOUT)
    assert (fout.nummer, [b["kolom"] for b in fout.bevindingen]) == (4, [kolom])
    assert set(opdracht.regels.values_list("eenheid_oordeel", flat=True)) == {Oordeel.FOUT}


def test_a_count_of_a_day_to_come_is_wrong_as_a_whole(lees):
    opdracht = lees(("31-12-2030", "1234567890", "", "5-11-2025"))

    (regel,) = opdracht.regels.all()
    assert [b["kolom"] for b in regel.bevindingen] == ["peil_op"]
