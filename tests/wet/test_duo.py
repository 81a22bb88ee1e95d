"""The rules of DUO's contract for a plan."""

from dataclasses import replace
from datetime import date

import pytest

from wet.doelgroepen import Doelgroep
from wet.duo import Bevinding, MeldingPip, controleer_pip
from wet.leerroutes import Leerroute, Niveau

GOED = MeldingPip(
    dagtekening=date(2024, 7, 1),
    leerroute=Leerroute.B,
    doelgroep=Doelgroep.ASIEL,
    begin_plicht=date(2024, 5, 2),
    vestiging_op=date(2024, 6, 19),
    niveau=Niveau.B1,
    intensiteit_b1=600,
)
EERDER = {
    "dagtekening_eerste_pip": date(2023, 3, 1),
    "dagtekening_huidig_pip": date(2023, 9, 1),
}


def regels(**anders):
    return [bevinding.regel for bevinding in controleer_pip(replace(GOED, **anders))]


def test_a_report_that_can_be_sent():
    assert controleer_pip(GOED) == ()


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({"begin_plicht": None}, ["begin_plicht_onbekend"]),
        ({"begin_plicht": date(2024, 7, 1)}, []),
        ({"begin_plicht": date(2024, 7, 2)}, ["dagtekening_voor_begin_plicht"]),
        ({"vestiging_op": None}, ["vestiging_onbekend"]),
        ({"vestiging_op": date(2024, 7, 1)}, []),
        ({"vestiging_op": date(2024, 7, 2)}, ["dagtekening_voor_vestiging"]),
        (EERDER, []),
        (EERDER | {"dagtekening_huidig_pip": date(2024, 8, 1)}, ["dagtekening_voor_huidig_pip"]),
        (
            {
                "dagtekening_eerste_pip": date(2024, 8, 1),
                "dagtekening_huidig_pip": date(2024, 8, 1),
            },
            ["dagtekening_voor_eerste_pip", "dagtekening_voor_huidig_pip"],
        ),
        ({"niveau": None}, []),
        ({"niveau": Niveau.A2}, ["niveau_past_niet"]),
        (EERDER | {"niveau": Niveau.A2}, []),
        ({"dagtekening_huidig_pip": date(2023, 9, 1), "niveau": Niveau.A2}, []),
        (
            {"leerroute": Leerroute.O, "niveau": Niveau.A2, "intensiteit_b1": None},
            ["niveau_past_niet"],
        ),
        (
            {"leerroute": Leerroute.Z, "niveau": Niveau.B1, "intensiteit_b1": None},
            ["niveau_past_niet"],
        ),
        ({"leerroute": Leerroute.Z, "niveau": None}, ["intensiteit_hoort_hier_niet"]),
        ({"doelgroep": Doelgroep.OVERIG}, ["intensiteit_hoort_hier_niet"]),
        ({"intensiteit_b1": 0}, ["intensiteit_buiten_bereik"]),
        ({"intensiteit_b1": 10000}, ["intensiteit_buiten_bereik"]),
        ({"intensiteit_b1": 9999}, []),
        ({"intensiteit_b1": None}, []),
    ],
)
def test_what_duo_would_refuse(anders, gevonden):
    assert regels(**anders) == gevonden


def test_a_finding_says_what_is_wrong_and_what_to_do():
    assert controleer_pip(replace(GOED, vestiging_op=date(2024, 7, 10))) == (
        Bevinding(
            regel="dagtekening_voor_vestiging",
            tekst=(
                "De dagtekening, maandag 1 juli 2024, is eerder dan de vestiging in deze gemeente, "
                "woensdag 10 juli 2024."
            ),
            wat_te_doen="Controleer beide datums. Stel het PIP pas vast na de inschrijving.",
            bron=("DUO pip",),
        ),
    )


def test_the_dagtekening_is_a_plain_date():
    with pytest.raises(TypeError, match="dagtekening is geen datum"):
        controleer_pip(replace(GOED, dagtekening="2024-07-01"))
