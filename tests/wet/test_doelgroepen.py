"""From DUO's detailed group to the group in the law and its offers."""

import pytest

from wet.doelgroepen import (
    Aanbod,
    Doelgroep,
    GedetailleerdeDoelgroep,
    Toekenning,
    aanbod_voor,
    doelgroep_van,
    krijgt,
)
from wet.uitkomst import NogNietTeBepalen


@pytest.mark.parametrize(
    ("gedetailleerd", "doelgroep"),
    [
        ("Asielstatushouder", Doelgroep.ASIEL),
        ("Gezinshereniger met Asielstatushouder", Doelgroep.ASIEL),
        ("Gezinsvormer met Asielstatushouder", Doelgroep.ASIEL),
        ("Geestelijk bedienaar", Doelgroep.OVERIG),
        ("Gezinshereniger", Doelgroep.OVERIG),
        ("Gezinsvormer", Doelgroep.OVERIG),
        ("Overig", Doelgroep.OVERIG),
    ],
)
def test_the_group_in_the_law(gedetailleerd, doelgroep):
    antwoord = doelgroep_van(GedetailleerdeDoelgroep(gedetailleerd))

    assert antwoord.uitkomst is doelgroep
    assert antwoord.stappen == (
        f"DUO noemt deze persoon: {gedetailleerd}.",
        f"In de wet is dat een {doelgroep.label}.",
    )


def test_the_group_waits_for_duo():
    assert doelgroep_van(None).uitkomst == NogNietTeBepalen("de doelgroep van DUO")


def test_the_values_of_duo():
    assert [groep.duo_indeling for groep in Doelgroep] == [
        "Asielstatushouder",
        "Gezinsmigrant en overige migrant",
    ]


JA, NEE, EIGEN = Toekenning.JA, Toekenning.NEE, Toekenning.EIGEN_KOSTEN


@pytest.mark.parametrize(
    ("aanbod", "asiel", "overig"),
    [
        (Aanbod.BREDE_INTAKE, JA, JA),
        (Aanbod.PIP, JA, JA),
        (Aanbod.INTENSITEIT_LEERROUTE, JA, NEE),
        (Aanbod.MAATSCHAPPELIJKE_BEGELEIDING, JA, NEE),
        (Aanbod.LEERROUTE, JA, EIGEN),
        (Aanbod.PVT, JA, JA),
        (Aanbod.MAP, JA, JA),
        (Aanbod.KNM, JA, EIGEN),
        (Aanbod.ONTZORGEN, Toekenning.VOORWAARDELIJK, NEE),
        (Aanbod.BEGELEIDING, JA, JA),
        (Aanbod.EXAMENPOGINGEN, JA, EIGEN),
    ],
)
def test_what_each_group_gets(aanbod, asiel, overig):
    assert krijgt(Doelgroep.ASIEL, aanbod).toekenning is asiel
    assert krijgt(Doelgroep.OVERIG, aanbod).toekenning is overig


@pytest.mark.parametrize("doelgroep", Doelgroep)
def test_every_offer_has_one_line_per_group_with_a_source(doelgroep):
    regels = aanbod_voor(doelgroep)

    assert [regel.aanbod for regel in regels] == list(Aanbod)
    assert [regel.aanbod for regel in regels if not regel.bron] == []


def test_every_offer_has_a_name_of_its_own():
    assert len({aanbod.label for aanbod in Aanbod}) == len(Aanbod)
