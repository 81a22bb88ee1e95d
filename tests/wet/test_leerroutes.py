"""Routes, levels and what completing a route takes."""

from datetime import date
from decimal import Decimal

import pytest

from wet.doelgroepen import Doelgroep
from wet.leerroutes import (
    EisSoort,
    Examenonderdeel,
    Feiten,
    Leerroute,
    Niveau,
    Urensoort,
    eisen,
    map_nodig,
    niveau_toegestaan,
    standaardniveau,
    voortgang,
)

OP = date(2024, 7, 1)


def eisen_van(leerroute, doelgroep=Doelgroep.ASIEL, **extra):
    return eisen(leerroute, doelgroep, op=OP, **extra)


def soorten(leerroute, doelgroep):
    return [eis.soort for eis in eisen_van(leerroute, doelgroep)]


def test_the_b1_route_takes_five_exams_pvt_and_map():
    assert [eis.tekst for eis in eisen_van(Leerroute.B)] == [
        "Examen lezen op niveau B1",
        "Examen luisteren op niveau B1",
        "Examen schrijven op niveau B1",
        "Examen spreken op niveau B1",
        "Examen Kennis van de Nederlandse Maatschappij (KNM)",
        "Participatieverklaringstraject (PVT): ten minste 12 uur met een activiteit, en "
        "ondertekenen op de bijeenkomst",
        "Module Arbeidsmarkt en Participatie (MAP): ten minste 40 uur in de praktijk en een "
        "eindgesprek met de gemeente",
    ]


def test_stepping_down_is_per_part_and_keeps_the_route():
    lager = eisen_van(Leerroute.B, niveaus={Examenonderdeel.SCHRIJVEN: Niveau.A2})

    assert [(eis.soort, eis.niveau) for eis in lager[:4]] == [
        (EisSoort.EXAMEN_LEZEN, Niveau.B1),
        (EisSoort.EXAMEN_LUISTEREN, Niveau.B1),
        (EisSoort.EXAMEN_SCHRIJVEN, Niveau.A2),
        (EisSoort.EXAMEN_SPREKEN, Niveau.B1),
    ]
    assert lager[2].bron == ("Wi 7", "Wi 17.3")


def test_pvt_and_map_sit_inside_the_800_hours_of_asylum():
    assert [(eis.soort, eis.uren, eis.telt_binnen) for eis in eisen_van(Leerroute.Z)] == [
        (EisSoort.CURSUSUREN, 800, None),
        (EisSoort.PARTICIPATIEUREN, 800, None),
        (EisSoort.PVT, 12, EisSoort.PARTICIPATIEUREN),
        (EisSoort.MAP, 40, EisSoort.PARTICIPATIEUREN),
        (EisSoort.EINDGESPREK_Z, None, None),
    ]


def test_a_gezinsmigrant_in_the_z_route_has_no_participation_hours():
    assert [
        (eis.soort, eis.uren, eis.telt_binnen) for eis in eisen_van(Leerroute.Z, Doelgroep.OVERIG)
    ] == [
        (EisSoort.CURSUSUREN, 800, None),
        (EisSoort.PVT, 12, None),
        (EisSoort.MAP, 40, None),
        (EisSoort.EINDGESPREK_Z, None, None),
    ]


@pytest.mark.parametrize("doelgroep", Doelgroep)
def test_the_onderwijsroute_has_no_map_until_it_is_left(doelgroep):
    assert soorten(Leerroute.O, doelgroep) == [EisSoort.TAALSCHAKELTRAJECT, EisSoort.PVT]
    assert EisSoort.MAP in soorten(Leerroute.B, doelgroep)


def test_map_belongs_to_the_other_routes():
    assert [route for route in Leerroute if map_nodig(route)] == [Leerroute.B, Leerroute.Z]


@pytest.mark.parametrize(
    ("leerroute", "niveau", "eerste", "later"),
    [
        (Leerroute.B, None, True, True),
        (Leerroute.B, Niveau.B1, True, True),
        (Leerroute.B, Niveau.A2, False, True),
        (Leerroute.B, Niveau.B2, False, False),
        (Leerroute.O, None, True, True),
        (Leerroute.O, Niveau.B1, True, True),
        (Leerroute.O, Niveau.A2, False, False),
        (Leerroute.O, Niveau.B2, False, False),
        (Leerroute.Z, None, True, True),
        (Leerroute.Z, Niveau.A2, True, True),
        (Leerroute.Z, Niveau.B1, False, False),
        (Leerroute.Z, Niveau.B2, False, False),
    ],
)
def test_levels_that_go_with_a_route(leerroute, niveau, eerste, later):
    assert niveau_toegestaan(leerroute, niveau, eerste_pip=True).uitkomst is eerste
    assert niveau_toegestaan(leerroute, niveau, eerste_pip=False).uitkomst is later


def test_why_a_first_plan_is_never_at_a2():
    antwoord = niveau_toegestaan(Leerroute.B, Niveau.A2, eerste_pip=True)

    assert antwoord.conclusie == (
        "In het eerste PIP staat de B1-route altijd op niveau B1. Afschalen naar A2 kan pas later, "
        "na genoeg uren les."
    )
    assert antwoord.bron == ("Wi 17.3", "DUO pip")


@pytest.mark.parametrize(
    ("leerroute", "niveau"),
    [(Leerroute.B, Niveau.B1), (Leerroute.O, Niveau.B1), (Leerroute.Z, None)],
)
def test_the_level_when_none_is_named(leerroute, niveau):
    assert standaardniveau(leerroute) is niveau


def test_half_hours_are_written_as_people_do():
    feiten = Feiten(uren={Urensoort.NEDERLANDS: Decimal("409.50")})

    stand = voortgang(Leerroute.Z, Doelgroep.ASIEL, feiten, op=OP).bekend

    assert stand.open[0].nog == ("Nog 390,5 van 800 uur les in Nederlands en KNM.",)
