"""A cell becomes a value, or says in Dutch what it should be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.datums import OnzekereDatum
from inburgering.enums import Geslacht
from inburgering.geweigerd import Geweigerd, weigering
from opdrachten import lezers
from tests.factories import geldig_bsn

NOTATIES = (
    "31-12-2024",
    "31/12/2024",
    "31.12.24",
    "31-12-24",
    "2024-12-31",
    "20241231",
    "31 december 2024",
    "31 dec 2024",
    "31 dec. 2024",
    "31-dec-24",
    "2024-12-31 00:00:00",
    "2024-12-31T00:00:00Z",
    "45657",
    " 31-12-2024 ",
)


@pytest.mark.parametrize("tekst", NOTATIES)
def test_a_day_is_read_in_every_usual_notation(tekst):
    assert lezers.datum(tekst) == date(2024, 12, 31)
    assert lezers.onzekere_datum(tekst) == OnzekereDatum(2024, 12, 31)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("00-00-1990", OnzekereDatum(1990)),
        ("1990", OnzekereDatum(1990)),
        ("00-03-1990", OnzekereDatum(1990, 3)),
        ("1990-03-00", OnzekereDatum(1990, 3)),
        ("14-02-75", OnzekereDatum(1975, 2, 14)),
        ("14-02-15", OnzekereDatum(2015, 2, 14)),
    ],
)
def test_a_birth_date_may_lack_a_day_or_a_month(tekst, verwacht):
    assert lezers.onzekere_datum(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst", ["32-01-2024", "2024-13-01", "gisteren", "31-02-2024", "12", "99999", "0-0-0", "½"]
)
def test_what_is_no_day_is_refused(tekst):
    with pytest.raises(Geweigerd, match="geen datum"):
        lezers.datum(tekst)


@pytest.mark.parametrize("tekst", ["00-00-0000", "14-00-1990", "onbekend", "123"])
def test_what_is_no_birth_date_is_refused(tekst):
    with pytest.raises(Geweigerd, match="00 voor wat niet bekend is"):
        lezers.onzekere_datum(tekst)


@given(st.dates(date(1905, 1, 1), date(2099, 12, 31)))
def test_a_day_survives_every_notation(dag):
    for tekst in (f"{dag:%d-%m-%Y}", f"{dag:%Y-%m-%d}", f"{dag.day}/{dag.month}/{dag.year}"):
        assert lezers.datum(tekst) == dag


LEZERS = (
    lezers.datum,
    lezers.onzekere_datum,
    lezers.ja_nee,
    lezers.geheel_getal(),
    lezers.v_nummer,
    lezers.bsn,
    lezers.postcode,
    lezers.keuze(Geslacht),
)


@given(st.text(min_size=6, max_size=20), st.sampled_from(LEZERS))
def test_a_reader_reads_or_refuses_and_never_repeats_what_was_typed(tekst, lees):
    reden = weigering(lees, tekst)

    assert tekst not in reden


@pytest.mark.parametrize(
    ("lees", "tekst", "verwacht"),
    [
        (lezers.ja_nee, "X", True),
        (lezers.ja_nee, "Ja", True),
        (lezers.ja_nee, "0", False),
        (lezers.geheel_getal(), "3,0", 3),
        (lezers.v_nummer, "123456789.0", "0123456789"),
        (lezers.postcode, "9351ab", "9351 AB"),
        (lezers.tekst(), " a   b ", "a b"),
        (lezers.keuze(Geslacht), str(Geslacht.MAN.label).upper(), Geslacht.MAN),
        (lezers.keuze(Geslacht, heer=Geslacht.MAN), "Heer", Geslacht.MAN),
    ],
)
def test_values_as_a_spreadsheet_writes_them(lees, tekst, verwacht):
    assert lees(tekst) == verwacht


def test_a_bsn_may_have_lost_its_form_but_not_its_digits():
    bsn = geldig_bsn()

    assert lezers.bsn(f"{bsn}.0") == bsn
    with pytest.raises(Geweigerd, match="elfproef"):
        lezers.bsn("123456789")


@pytest.mark.parametrize(
    ("lees", "tekst"),
    [
        (lezers.ja_nee, "misschien"),
        (lezers.geheel_getal(0, 10), "11"),
        (lezers.geheel_getal(), "drie"),
        (lezers.postcode, "0123 AB"),
        (lezers.tekst(3), "lang"),
        (lezers.keuze(Geslacht), "onbekend geslacht"),
    ],
)
def test_values_that_are_refused(lees, tekst):
    with pytest.raises(Geweigerd):
        lees(tekst)


def test_a_formula_is_not_taken_for_a_name():
    with pytest.raises(Geweigerd, match="formule"):
        lezers.tekst()("=1+1")
