"""Dates, names, secrets: what needs no database."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import example, given
from hypothesis import strategies as st

from inburgering.datums import OnzekereDatum, lokale_datum
from inburgering.geweigerd import Geweigerd
from inburgering.namen import vouw
from inburgering.services.personen import controleer_bsn, controleer_v_nummer
from inburgering.velden import OnzekereDatumVeld
from inburgering.versleuteling import blinde_index, ontsleutel, versleutel
from tests.factories import geldig_bsn

# --- A birth date of which a part may be unknown -------------------------------------------------
volledig = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
onzeker = volledig.flatmap(
    lambda dag: st.sampled_from(
        [
            OnzekereDatum(dag.year, dag.month, dag.day),
            OnzekereDatum(dag.year, dag.month),
            OnzekereDatum(dag.year),
        ]
    )
)


@given(onzeker)
def test_a_birth_date_reads_back_as_it_was_written(datum):
    assert OnzekereDatum.lees(str(datum)) == datum


@given(onzeker)
def test_the_form_field_gives_back_what_it_shows(datum):
    veld = OnzekereDatumVeld()

    assert veld.clean(veld.prepare_value(datum)) == datum


@given(onzeker, volledig)
def test_an_age_counts_whole_years_from_the_earliest_day(datum, op):
    leeftijd = datum.leeftijd_op(op)

    verjaardag_telt = (op.month, op.day) >= (datum.vroegst.month, datum.vroegst.day)
    assert leeftijd == op.year - datum.jaar - (0 if verjaardag_telt else 1)


@given(st.text(max_size=12))
def test_any_other_text_is_a_value_error_and_nothing_else(tekst):
    try:
        datum = OnzekereDatum.lees(tekst)
    except ValueError:
        return
    assert OnzekereDatum.lees(str(datum)) == datum


@pytest.mark.parametrize("tekst", ["31-02-1990", "12-00-1990", "1990", "00-13-1990", ""])
def test_a_date_that_cannot_be_is_refused(tekst):
    with pytest.raises(ValueError, match=r"."):
        OnzekereDatum.lees(tekst)


def test_only_the_year_is_known():
    datum = OnzekereDatum.lees("00-00-1990")

    assert (datum.vroegst, datum.leeftijd_op(date(2026, 3, 2))) == (date(1990, 1, 1), 36)


def test_the_day_of_an_act_is_the_day_in_the_netherlands():
    assert lokale_datum(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == date(2026, 7, 1)


# --- Names --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Tesfay", "Tesfai"),
        ("Muhammad", "Muhamad"),
        ("Yousef", "Yusef"),
        ("Al-Hassan", "al hassan"),
        ("Çelik", "Celik"),
        ("O'Brien", "OBrien"),
        ("Khadija", "Hadija"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(een, ander):
    assert vouw(een) == vouw(ander)


def test_names_in_other_scripts_keep_their_letters():
    assert vouw("ሰላም") != ""
    assert vouw("سلام") != vouw("محمد")


@given(st.text(max_size=40))
@example("\U0001d468")  # a bold A of mathematics
def test_folding_twice_is_folding_once(tekst):
    assert vouw(vouw(tekst)) == vouw(tekst)


# --- Secrets ------------------------------------------------------------------------------------
@given(st.text(max_size=200))
def test_what_is_encrypted_opens_again_and_never_looks_the_same_twice(tekst):
    een, ander = versleutel(tekst, doel="proef"), versleutel(tekst, doel="proef")

    assert ontsleutel(een, doel="proef") == tekst
    assert een != ander


def test_a_ciphertext_moved_elsewhere_does_not_open():
    geheim = versleutel("123456782", doel="persoon.bsn")

    with pytest.raises(InvalidTag):
        ontsleutel(geheim, doel="concept")


def test_a_ciphertext_that_was_touched_does_not_open():
    geheim = bytearray(versleutel("123456782", doel="persoon.bsn"))
    geheim[-1] ^= 1

    with pytest.raises(InvalidTag):
        ontsleutel(bytes(geheim), doel="persoon.bsn")


def test_the_blind_index_finds_the_same_and_shows_nothing(settings):
    bsn = geldig_bsn()
    index = blinde_index(bsn)

    assert blinde_index(bsn) == index
    assert bsn not in index
    settings.BSN_INDEX_SLEUTEL = b"x" * 32
    assert blinde_index(bsn) != index


# --- Numbers ------------------------------------------------------------------------------------
def test_a_bsn_may_be_typed_with_spaces():
    bsn = geldig_bsn()

    assert controleer_bsn(f"{bsn[:4]} {bsn[4:6]} {bsn[6:]}") == bsn


@pytest.mark.parametrize("bsn", ["123456789", "12345", "abcdefghi", "000000000"])
def test_a_bsn_that_fails_the_proof_is_refused(bsn):
    with pytest.raises(Geweigerd) as fout:
        controleer_bsn(bsn)

    assert fout.value.veld == "bsn"


def test_a_v_nummer_gets_its_lost_zeros_back():
    assert controleer_v_nummer("123456789") == "0123456789"
    assert controleer_v_nummer("0123 456.789") == "0123456789"


@pytest.mark.parametrize("nummer", ["12345678901", "12a", "٣٤٥"])
def test_a_v_nummer_has_ten_digits(nummer):
    with pytest.raises(Geweigerd) as fout:
        controleer_v_nummer(nummer)

    assert fout.value.veld == "v_nummer"
