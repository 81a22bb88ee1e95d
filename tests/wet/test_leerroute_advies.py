"""The advice on the route: what weighs, what waits, and what lowers the certainty."""

from itertools import product

import pytest

from tests.wet.vragen import vraag
from wet.leerroutes import (
    AdviesFeiten,
    Alfabetiseringsonderwijs,
    Leerroute,
    Schrift,
    Taalniveau,
    ToetsOordeel,
    leerroute_advies,
)
from wet.uitkomst import Zekerheid

GEVERIFIEERD, AFGELEID, PRAKTIJK = Zekerheid
GEEN_STUDIE = "wil_studeren=nee schrift=latijns jaren_onderwijs=9"


@pytest.mark.parametrize(
    ("feiten", "route", "zekerheid"),
    [
        # The law's own criteria, with the test as the advice it is.
        (f"toets=haalbaar {GEEN_STUDIE}", "B", GEVERIFIEERD),
        (f"toets=niet_haalbaar {GEEN_STUDIE}", "Z", GEVERIFIEERD),
        ("wil_studeren=ja kans_op_diploma=ja", "O", GEVERIFIEERD),
        ("wil_studeren=ja kans_op_diploma=nee toets=haalbaar", "B", GEVERIFIEERD),
        ("wil_studeren=ja kans_op_diploma=nee toets=niet_haalbaar", "Z", GEVERIFIEERD),
        # A fact that points the other way.
        ("wil_studeren=ja kans_op_diploma=ja toets=niet_haalbaar", "O", AFGELEID),
        ("wil_studeren=ja kans_op_diploma=ja schrift=niet", "O", AFGELEID),
        ("wil_studeren=nee toets=haalbaar schrift=niet", "B", AFGELEID),
        ("wil_studeren=nee toets=haalbaar jaren_onderwijs=0", "B", AFGELEID),
        ("wil_studeren=nee toets=haalbaar schrift=niet taalniveau=a2", "B", GEVERIFIEERD),
        ("wil_studeren=nee toets=niet_haalbaar taalniveau=a2", "Z", AFGELEID),
        # Who is at B1 already can reach B1.
        ("wil_studeren=nee taalniveau=b1", "B", AFGELEID),
        ("wil_studeren=nee taalniveau=b2 toets=niet_haalbaar", "B", AFGELEID),
        # The test says nothing: the intake does, by practice alone.
        (f"toets=ontheven {GEEN_STUDIE}", "B", PRAKTIJK),
        (f"toets=onbekende_uitslag {GEEN_STUDIE}", "B", PRAKTIJK),
        ("wil_studeren=nee toets=ontheven schrift=niet jaren_onderwijs=3", "Z", PRAKTIJK),
        ("wil_studeren=nee toets=ontheven schrift=latijns jaren_onderwijs=0", "Z", PRAKTIJK),
        # After a move the former route, whatever else is known.
        ("leerroute_vorig_pip=Z", "Z", GEVERIFIEERD),
        ("leerroute_vorig_pip=B wil_studeren=ja kans_op_diploma=ja", "B", GEVERIFIEERD),
    ],
)
def test_the_facts_advise_a_route(feiten, route, zekerheid):
    antwoord = vraag(f"leerroute_advies {feiten}")

    assert antwoord.bekend.leerroute == route
    assert antwoord.zekerheid == zekerheid
    assert antwoord.conclusie == f"Advies: {Leerroute(route).label}."
    tegen = [stap for stap in antwoord.stappen if stap.startswith("Let op:")]
    assert bool(tegen) == (zekerheid is AFGELEID and "taalniveau=b1" not in feiten)


@pytest.mark.parametrize(
    ("feiten", "wacht_op"),
    [
        ("toets=haalbaar", "wat de brede intake zegt over een opleiding"),
        ("toets=haalbaar wil_studeren=ja", "wat de brede intake zegt over een opleiding"),
        ("wil_studeren=nee", "de uitslag van de leerbaarheidstoets"),
        ("wil_studeren=ja kans_op_diploma=nee", "de uitslag van de leerbaarheidstoets"),
        ("wil_studeren=nee toets=ontheven", "of deze persoon leest en schrijft"),
        (
            "wil_studeren=nee toets=onbekende_uitslag schrift=latijns",
            "hoeveel jaren onderwijs deze persoon volgde",
        ),
    ],
)
def test_what_is_missing_is_named(feiten, wacht_op):
    antwoord = vraag(f"leerroute_advies {feiten}")

    assert antwoord.wacht_op == wacht_op
    assert antwoord.conclusie == f"Nog niet te bepalen: wacht op {wacht_op}."


@pytest.mark.parametrize(
    ("schrift", "onderwijs"),
    [
        (Schrift.NIET, Alfabetiseringsonderwijs.A),
        (Schrift.ANDER_SCHRIFT, Alfabetiseringsonderwijs.AA),
        (Schrift.LATIJNS, Alfabetiseringsonderwijs.NVT),
        (None, None),
    ],
)
def test_the_script_says_which_literacy_teaching(schrift, onderwijs):
    antwoord = leerroute_advies(
        AdviesFeiten(toets=ToetsOordeel.HAALBAAR, wil_studeren=False, schrift=schrift)
    )

    assert antwoord.bekend.alfabetisering == onderwijs


def test_duo_has_a_name_for_each_kind_of_literacy_teaching():
    assert [onderwijs.label for onderwijs in Alfabetiseringsonderwijs] == [
        "Onderwijs voor analfabeet",
        "Onderwijs voor anders-gealfabetiseerde",
        "Niet van toepassing",
    ]


def test_every_fact_that_is_known_stands_in_the_steps():
    antwoord = leerroute_advies(
        AdviesFeiten(
            toets=ToetsOordeel.NIET_HAALBAAR,
            schrift=Schrift.ANDER_SCHRIFT,
            taalniveau=Taalniveau.A1,
            jaren_onderwijs=4,
            opleidingsniveau="basisschool",
            wil_studeren=False,
            leeftijd=52,
        )
    )

    assert antwoord.stappen == (
        "Deze persoon wil geen opleiding op mbo, hbo of wo volgen.",
        "Jaren onderwijs: 4. Hoogste opleiding tot nu toe: basisschool. Taalniveau Nederlands: A1.",
        "Leeftijd: 52. De wet noemt geen leeftijd voor een leerroute.",
        "Volgens de leerbaarheidstoets is de B1-route niet haalbaar.",
        "Het examen is in drie jaar redelijkerwijs niet haalbaar.",
        "De leerbaarheidstoets is daarbij een advies; de gemeente besluit.",
        "Deze persoon leest en schrijft een ander schrift: alfabetisering voor "
        "anders-gealfabetiseerden (AA) hoort bij de leerroute.",
        "Advies: Zelfredzaamheidsroute (Z-route).",
    )


def alle_feiten():
    ja_nee = (None, True, False)
    for toets, schrift, niveau, jaren, wil, kans in product(
        (None, *ToetsOordeel), (None, *Schrift), (None, *Taalniveau), (None, 0, 6), ja_nee, ja_nee
    ):
        yield AdviesFeiten(
            toets=toets,
            schrift=schrift,
            taalniveau=niveau,
            jaren_onderwijs=jaren,
            wil_studeren=wil,
            kans_op_diploma=kans,
        )


def test_in_every_combination_the_law_holds():
    """O asks for the wish and the chance; Z for a reason why the exam is out of reach."""
    for feiten in alle_feiten():
        antwoord = leerroute_advies(feiten)
        route = antwoord.bekend.leerroute if antwoord.bekend else None
        studie = feiten.wil_studeren is True and feiten.kans_op_diploma is True
        assert (route is Leerroute.O) == studie
        if route is Leerroute.Z:
            assert feiten.toets not in (None, ToetsOordeel.HAALBAAR)
            assert feiten.taalniveau not in (Taalniveau.B1, Taalniveau.B2)
        if route is None:
            assert antwoord.wacht_op
        if feiten.toets in (ToetsOordeel.ONBEKEND, ToetsOordeel.ONTHEVEN) and route is Leerroute.Z:
            assert antwoord.zekerheid is PRAKTIJK


def test_age_never_changes_the_advice():
    for feiten in alle_feiten():
        if feiten.toets is not ToetsOordeel.ONBEKEND or feiten.schrift is Schrift.LATIJNS:
            continue
        jong, oud = (
            leerroute_advies(
                AdviesFeiten(
                    toets=feiten.toets,
                    schrift=feiten.schrift,
                    taalniveau=feiten.taalniveau,
                    jaren_onderwijs=feiten.jaren_onderwijs,
                    wil_studeren=feiten.wil_studeren,
                    kans_op_diploma=feiten.kans_op_diploma,
                    leeftijd=leeftijd,
                )
            )
            for leeftijd in (17, 64)
        )
        assert jong.uitkomst == oud.uitkomst
