"""The rules about themselves: each can be asked, explains itself and names its norms."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from wet.bronnen import voluit
from wet.geraakt import gevolg, nieuwe_rij, rust_op
from wet.invoer import Soort, lees, schrijf, soort_van
from wet.normen import NORMEN, GeenNorm, gelezen, nieuwste, norm, stel_dat
from wet.regels import alle_regels, delen, regel
from wet.uitkomst import OngeldigeInvoer, Uitkomst

VOORBEELDEN = [
    pytest.param(rij, voorbeeld, id=f"{naam} {voorbeeld}")
    for naam, rij in alle_regels().items()
    for voorbeeld in rij.voorbeelden
]


@pytest.mark.parametrize(("rij", "voorbeeld"), VOORBEELDEN)
def test_every_example_has_an_answer_that_explains_itself(rij, voorbeeld):
    antwoord = rij.antwoord(delen(voorbeeld.split()))

    assert isinstance(antwoord, Uitkomst)
    assert antwoord.regel == rij.naam
    assert antwoord.bron != ()
    assert [code for code in antwoord.bron if not voluit(code)] == []
    assert len(antwoord.bron) == len(set(antwoord.bron))
    assert all(re.match(r"[A-Z\d‘€]", stap) for stap in antwoord.stappen)
    assert all(stap.rstrip(")").endswith((".", "?")) for stap in antwoord.stappen)
    assert json.loads(json.dumps(antwoord.als_dict()))["regel"] == rij.naam


@pytest.mark.parametrize("rij", alle_regels().values(), ids=lambda rij: rij.naam)
def test_every_rule_says_what_it_answers_and_from_where(rij):
    assert rij.tekst[0].isupper()
    assert rij.tekst.endswith(".")
    assert rij.bron != ""
    assert rij.voorbeelden != ()


def test_every_norm_is_read_by_some_rule():
    """So `geraakt` names every rule; and a number that nobody reads is no law of this system."""
    gelezen_namen = {naam for rij in alle_regels().values() for naam in rij.normen()}
    assert set(NORMEN) - gelezen_namen == set()


def test_two_rules_of_one_name_are_refused():
    with pytest.raises(ValueError, match="‘bezwaartermijn’ bestaat al"):

        @regel("Nog een keer.", "")
        def bezwaartermijn() -> Uitkomst[bool]: ...


# --- Values --------------------------------------------------------------------------------------
class Kleur(StrEnum):
    ROOD = "rood"
    BLAUW = "blauw"


@pytest.mark.parametrize(
    ("soort", "waarde", "tekst"),
    [
        (date, date(2022, 3, 15), "2022-03-15"),
        (date | None, None, "onbekend"),
        (date | None, date(2022, 3, 15), "2022-03-15"),
        (bool, True, "ja"),
        (bool, False, "nee"),
        (int, 12, "12"),
        (str, "tekst", "tekst"),
        (Decimal, Decimal("612.40"), "612.40"),
        (Kleur, Kleur.ROOD, "rood"),
        (tuple[Kleur, ...], (Kleur.ROOD, Kleur.BLAUW), "rood,blauw"),
        (tuple[date, ...], (), ""),
    ],
)
def test_a_value_written_is_read_back(soort, waarde, tekst):
    assert schrijf(waarde) == tekst
    assert lees("x", tekst, soort_van(soort)) == waarde


def test_what_is_unknown_must_be_allowed_to_be():
    with pytest.raises(OngeldigeInvoer, match="‘x=onbekend’ kan niet"):
        lees("x", "onbekend", Soort(type=Kleur))


# --- What if -------------------------------------------------------------------------------------
def test_a_row_that_is_not_law_yet_holds_only_inside():
    voor = norm("bezwaar_weken", date(2027, 1, 1))
    with stel_dat(nieuwe_rij("bezwaar_weken", date(2027, 1, 1), "8")):
        assert norm("bezwaar_weken", date(2026, 12, 31)).aantal == 6
        assert norm("bezwaar_weken", date(2027, 1, 1)).aantal == 8
    assert norm("bezwaar_weken", date(2027, 1, 1)) == voor


def test_a_row_in_the_past_takes_the_place_of_what_came_after():
    with stel_dat(nieuwe_rij("pip_begin", date(2022, 7, 1), "brp")):
        assert norm("pip_begin", date(2022, 3, 1)).waarde == "brp"
        assert norm("pip_begin", date(2024, 3, 1)).waarde == "brp"
    with stel_dat(nieuwe_rij("pip_begin", date(2024, 1, 1), "brp")):
        assert norm("pip_begin", date(2022, 12, 31)).waarde == "brp"
        assert norm("pip_begin", date(2023, 12, 31)).waarde == "kennisgeving"


def test_the_same_value_is_the_default():
    rij = nieuwe_rij("boete_intake", date(2027, 1, 1))
    assert (rij.waarde, rij.geldig_vanaf) == (Decimal("250.00"), date(2027, 1, 1))
    assert nieuwe_rij("boete_intake", date(2027, 1, 1), "300.00").bedrag == Decimal("300.00")


def test_an_unknown_norm_is_named():
    for vraag in (
        lambda: nieuwste("x"),
        lambda: rust_op("x"),
        lambda: stel_dat(_andere_naam()).__enter__(),
    ):
        with pytest.raises(GeenNorm, match="geen norm met de naam ‘x’"):
            vraag()


def _andere_naam():
    return replace(nieuwste("bezwaar_weken"), naam="x")


def test_a_stored_question_before_and_after():
    deel = gevolg(
        alle_regels()["bezwaartermijn"],
        {"bekendmaking": "2027-01-04"},
        nieuwe_rij("bezwaar_weken", date(2027, 1, 1), "8"),
    )
    assert deel.anders is True
    assert deel.vraag == "bekendmaking=2027-01-04"
    assert (deel.was.bekend.eind_op, deel.wordt.bekend.eind_op) == (
        date(2027, 2, 15),
        date(2027, 3, 1),
    )


def test_what_a_rule_looks_up():
    with gelezen() as namen:
        alle_regels()["bezwaartermijn"].antwoord({"bekendmaking": "2027-01-04"})
    norm("pip_weken", date(2024, 1, 1))
    assert namen == {"bezwaar_weken", "termijnenwet_hoogstens_weken"}
