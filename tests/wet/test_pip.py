"""What a plan and its intake must contain."""

from dataclasses import replace
from datetime import date

import pytest

from wet.doelgroepen import Doelgroep
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau
from wet.pip import (
    VERPLICHT_IN_INTAKE,
    VERPLICHT_IN_PIP,
    InhoudPip,
    Ontbrekend,
    Opname,
    StandIntake,
    wat_ontbreekt,
    wat_ontbreekt_in_intake,
)

VOLLEDIG = InhoudPip(
    op=date(2024, 7, 1),
    doelgroep=Doelgroep.ASIEL,
    leerroute=Leerroute.B,
    motivering="De toets en de intake laten zien dat B1 haalbaar is.",
    begeleiding="Elke maand een gesprek met de consulent.",
    pvt_uren=12,
    map_uren=40,
    leerroute_uren=600,
    voortgangsgesprekken=6,
    vve=Opname.NIET_VAN_TOEPASSING,
    participatiewet=Opname.OPGENOMEN,
    bijlagen=1,
)
KLAAR = StandIntake(
    toets_afgenomen=True,
    opleiding_en_werk=True,
    persoonlijke_omstandigheden=True,
    fysieke_gezondheid=True,
    mentale_gezondheid=True,
    vve=Opname.OPGENOMEN,
    taalniveau=True,
    kansen_op_werk=True,
    zelfredzaamheid=True,
    alleen_spreken_gemeld_op=date(2024, 6, 3),
    verslag=True,
)


def ontbreekt(**anders):
    return [deel.onderdeel for deel in wat_ontbreekt(replace(VOLLEDIG, **anders))]


def ontbreekt_in_intake(**anders):
    return [deel.onderdeel for deel in wat_ontbreekt_in_intake(replace(KLAAR, **anders))]


def test_a_complete_plan_lacks_nothing():
    assert wat_ontbreekt(VOLLEDIG) == ()


def test_an_empty_plan_lacks_what_the_law_names():
    assert [deel.onderdeel for deel in wat_ontbreekt(InhoudPip(op=date(2024, 7, 1)))] == [
        "doelgroep",
        "leerroute",
        "motivering",
        "begeleiding",
        "pvt_uren",
        "map_uren",
        "vve",
        "participatiewet",
        "voortgangsgesprekken",
    ]


Z = {
    "leerroute": Leerroute.Z,
    "examenwens_z": Opname.NIET_VAN_TOEPASSING,
    "participatie_uren": 800,
}
MINDER = {
    "beperking": True,
    "cursusnorm": 400,
    "leerroute_uren": 400,
    "beperking_tekst": "U volgt een traject bij Visio.",
}
ZONDER_LEZEN = {
    "cursusnorm": None,
    "leerroute_uren": 800,
    "overgeslagen": (Examenonderdeel.LEZEN,),
}


@pytest.mark.parametrize(
    ("anders", "onderdelen"),
    [
        ({"doelgroep": None}, ["doelgroep"]),
        ({"begeleiding": "  "}, ["begeleiding"]),
        ({"pvt_uren": None}, ["pvt_uren"]),
        ({"pvt_uren": 11}, ["pvt_uren"]),
        ({"map_uren": 39}, ["map_uren"]),
        ({"map_uren": 60}, []),
        ({"leerroute": Leerroute.O, "map_uren": None}, []),
        ({"leerroute_uren": None}, ["leerroute_uren"]),
        ({"leerroute_uren": None, "doelgroep": Doelgroep.OVERIG}, []),
        ({"vve": None}, ["vve"]),
        ({"vve": Opname.OPGENOMEN}, ["vve_tekst"]),
        ({"vve": Opname.OPGENOMEN, "vve_tekst": "Vier dagdelen."}, []),
        ({"participatiewet": None}, ["participatiewet"]),
        ({"bijlagen": 0}, ["bijlagen"]),
        ({"bijlagen": 0, "participatiewet": Opname.NIET_VAN_TOEPASSING}, []),
        ({"motivering": " \n"}, ["motivering"]),
        ({"advies": Leerroute.B}, []),
        ({"advies": Leerroute.O}, ["afwijking"]),
        ({"advies": Leerroute.O, "afwijking": "Wil nu werken."}, []),
        ({"advies": Leerroute.O, "leerroute": None}, ["leerroute"]),
        ({"niveau": Niveau.B1}, []),
        ({"niveau": Niveau.A2}, ["niveau"]),
        ({"niveau": Niveau.A2, "eerste_pip": False}, []),
        ({"niveau": Niveau.B2, "eerste_pip": False}, ["niveau"]),
        ({"niveau": Niveau.A2, "leerroute": Leerroute.O, "map_uren": None}, ["niveau"]),
        ({"voortgangsgesprekken": 0}, ["voortgangsgesprekken"]),
        (Z | {"leerroute_uren": 800, "examenwens_z": None}, ["examenwens_z"]),
        (Z | {"leerroute_uren": 800, "niveau": Niveau.B1}, ["niveau"]),
        (Z | {"leerroute_uren": 800, "participatie_uren": 799}, ["participatie_uren"]),
        (Z | {"participatie_uren": None, "doelgroep": Doelgroep.OVERIG}, []),
        (Z | {"leerroute_uren": 800}, []),
        (Z | {"leerroute_uren": 799}, ["leerroute_uren"]),
        (Z | {"leerroute_uren": None, "doelgroep": Doelgroep.OVERIG}, []),
        (Z | MINDER, []),
        (Z | MINDER | {"leerroute_uren": 399}, ["leerroute_uren"]),
        (Z | MINDER | {"cursusnorm": 800, "leerroute_uren": 800}, ["cursusnorm"]),
        (Z | MINDER | {"cursusnorm": None, "leerroute_uren": 800}, ["cursusnorm"]),
        (Z | MINDER | {"beperking_tekst": " "}, ["beperking_tekst"]),
        (Z | MINDER | {"beperking": False, "leerroute_uren": 800}, ["beperking"]),
        (Z | MINDER | {"beperking": False}, ["leerroute_uren", "beperking"]),
        (Z | MINDER | ZONDER_LEZEN, []),
        (MINDER, []),
        ({"leerroute_vorig_pip": Leerroute.B}, []),
        ({"leerroute_vorig_pip": Leerroute.O}, ["leerroute_vorig_pip"]),
        ({"leerroute_vorig_pip": Leerroute.O, "leerroute": None}, ["leerroute"]),
    ],
)
def test_what_a_plan_lacks(anders, onderdelen):
    assert ontbreekt(**anders) == onderdelen


def test_each_gap_says_what_to_do_and_which_article():
    assert wat_ontbreekt(replace(VOLLEDIG, voortgangsgesprekken=None)) == (
        Ontbrekend(
            onderdeel="voortgangsgesprekken",
            tekst="Vul in hoeveel voortgangsgesprekken er komen.",
            bron=("B26 5.3.4",),
        ),
    )


def test_an_intake_that_is_ready():
    assert wat_ontbreekt_in_intake(KLAAR) == ()


def test_an_intake_that_has_not_begun_lacks_everything():
    assert [deel.onderdeel for deel in wat_ontbreekt_in_intake(StandIntake())] == [
        "leerbaarheidstoets",
        "opleiding_en_werk",
        "persoonlijke_omstandigheden",
        "fysieke_gezondheid",
        "mentale_gezondheid",
        "vve",
        "taalniveau",
        "kansen_op_werk",
        "zelfredzaamheid",
        "alleen_spreken",
        "verslag",
    ]


@pytest.mark.parametrize(
    ("anders", "onderdelen"),
    [
        ({"toets_afgenomen": False}, ["leerbaarheidstoets"]),
        ({"toets_afgenomen": False, "toets_ontheven": True}, []),
        (
            {"toets_afgenomen": False, "opleiding_en_werk": False},
            ["leerbaarheidstoets", "opleiding_en_werk"],
        ),
        ({"toets_afgenomen": False, "opleiding_en_werk": False, "pip_overgenomen": True}, []),
        ({"mentale_gezondheid": False}, ["mentale_gezondheid"]),
        ({"vve": None}, ["vve"]),
        ({"alleen_spreken_gemeld_op": None}, ["alleen_spreken"]),
    ],
)
def test_what_an_intake_lacks(anders, onderdelen):
    assert ontbreekt_in_intake(**anders) == onderdelen


def test_names_of_parts_are_unique():
    for verplicht in (VERPLICHT_IN_PIP, VERPLICHT_IN_INTAKE):
        namen = [deel.onderdeel for deel in verplicht]
        assert len(namen) == len(set(namen))
