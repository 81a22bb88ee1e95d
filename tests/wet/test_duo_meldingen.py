"""What DUO would refuse in a report of an offer, a module, the Z-route or hours."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.wet.vragen import uitkomst, vraag
from wet.doelgroepen import Doelgroep
from wet.duo import (
    BijDuo,
    MeldingAanbod,
    MeldingModule,
    MeldingPip,
    MeldingUren,
    MeldingZroute,
    Urenafronding,
    controleer_aanbod,
    controleer_module,
    controleer_pip,
    controleer_uren,
    controleer_zroute,
    in_hele_uren,
    v_nummer,
    verwijtbaar_vragen,
    wat_wordt_gewist,
)
from wet.leerroutes import Leerroute, Niveau
from wet.uitkomst import OngeldigeInvoer, Zekerheid

START, EIND = date(2022, 3, 16), date(2025, 3, 15)
VANDAAG = date(2025, 7, 1)

MODULE = MeldingModule(
    datum=date(2024, 6, 3), op=VANDAAG, eigen_pip=True, start_termijn=START, eind_op=EIND
)
AANBOD = MeldingAanbod(
    datum=date(2022, 5, 2),
    doelgroep=Doelgroep.ASIEL,
    leerroute=Leerroute.B,
    dagtekening_pip=date(2022, 3, 15),
    verwachte_start=date(2022, 6, 1),
    verwachte_eind=EIND,
    start_termijn=START,
    eind_op=EIND,
    keurmerk=True,
)
ZROUTE = MeldingZroute(
    datum=date(2024, 6, 3),
    op=VANDAAG,
    leerroute=Leerroute.Z,
    eigen_pip=True,
    start_termijn=START,
    door_gemeente=True,
    alles_gedaan=True,
    map_op=date(2024, 5, 6),
    pvt_op=date(2023, 5, 8),
)


def regels(bevindingen):
    assert all(deel.wat_te_doen and deel.bron for deel in bevindingen)
    return [deel.regel for deel in bevindingen]


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({}, []),
        ({"datum": None}, []),
        ({"eigen_pip": False}, ["geen_eigen_pip"]),
        ({"eerder_door_ander": True}, ["van_andere_gemeente"]),
        ({"afronding_z": date(2024, 1, 8)}, ["z_route_afgerond"]),
        ({"datum": None, "afronding_z": date(2024, 1, 8)}, ["z_route_afgerond"]),
        ({"datum": date(2022, 3, 15)}, ["voor_de_termijn"]),
        ({"datum": START}, []),
        ({"start_termijn": None, "eind_op": None}, ["termijn_onbekend"]),
        ({"eind_op": None}, ["einde_termijn_onbekend"]),
        ({"verwijtbaar": False}, ["verwijtbaar_hoort_hier_niet"]),
        ({"datum": EIND, "verwijtbaar": True}, ["verwijtbaar_hoort_hier_niet"]),
        ({"datum": date(2025, 3, 16)}, ["verwijtbaar_ontbreekt"]),
        ({"datum": date(2025, 5, 15), "verwijtbaar": False}, []),
        ({"datum": date(2025, 5, 16), "verwijtbaar": False}, ["niet_verwijtbaar_te_laat"]),
        ({"datum": date(2025, 6, 30), "verwijtbaar": True}, []),
        ({"datum": date(2025, 7, 2), "verwijtbaar": True}, ["in_de_toekomst"]),
    ],
)
def test_a_module(anders, gevonden):
    assert regels(controleer_module(replace(MODULE, **anders))) == gevonden


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({}, []),
        ({"doelgroep": Doelgroep.OVERIG}, ["alleen_asiel"]),
        ({"keurmerk": False}, ["geen_keurmerk"]),
        ({"leerroute": Leerroute.O}, ["geen_taalschakelinstelling"]),
        ({"leerroute": Leerroute.O, "tst_erkend": True, "keurmerk": False}, []),
        ({"dagtekening_pip": None}, ["geen_pip"]),
        ({"datum": date(2022, 3, 14)}, ["voor_het_pip"]),
        ({"verwachte_start": date(2022, 3, 15)}, ["start_buiten_termijn"]),
        ({"verwachte_eind": date(2025, 3, 16)}, ["einde_buiten_termijn"]),
        ({"verwachte_eind": date(2022, 5, 31)}, ["einde_voor_begin"]),
        ({"verwachte_start": None, "verwachte_eind": None}, []),
        ({"start_termijn": None, "eind_op": None}, ["termijn_onbekend"]),
        ({"eind_op": None, "verwachte_eind": date(2026, 1, 1)}, ["termijn_onbekend"]),
        (
            {"start_termijn": None, "verwachte_eind": date(2026, 1, 1)},
            ["termijn_onbekend", "einde_buiten_termijn"],
        ),
    ],
)
def test_an_offer(anders, gevonden):
    assert regels(controleer_aanbod(replace(AANBOD, **anders))) == gevonden


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({}, []),
        ({"leerroute": Leerroute.B}, ["geen_z_route"]),
        ({"door_gemeente": False}, ["eindgesprek_door_ander"]),
        ({"alles_gedaan": False}, ["nog_niet_klaar"]),
        ({"eigen_pip": False}, ["geen_eigen_pip"]),
        ({"datum": date(2025, 7, 2)}, ["in_de_toekomst"]),
        ({"map_op": None}, ["map_niet_gemeld"]),
        ({"pvt_op": date(2024, 6, 4)}, ["pvt_na_het_einde"]),
    ],
)
def test_the_end_of_the_z_route(anders, gevonden):
    assert regels(controleer_zroute(replace(ZROUTE, **anders))) == gevonden


@pytest.mark.parametrize(
    ("uren", "gevonden"),
    [
        ({"taal_knm": 0}, []),
        ({"taal_knm": 9999}, []),
        ({"taal_knm": 10000}, ["uren_buiten_bereik"]),
        ({"taal_knm": -1}, ["uren_buiten_bereik", "minder_dan_gemeld"]),
        ({"taal_knm": 10, "participatie": 5, "gemeld_participatie": 6}, ["minder_dan_gemeld"]),
        (
            {"taal_knm": 10, "intake_taal_knm": 1, "gemeld_intake_taal_knm": 2},
            ["minder_dan_gemeld"],
        ),
    ],
)
def test_hours(uren, gevonden):
    assert regels(controleer_uren(MeldingUren(op=VANDAAG, **uren))) == gevonden


@pytest.mark.parametrize(
    ("uren", "afronding", "heel", "zekerheid"),
    [
        (Decimal("13.5"), Urenafronding.NAAR_BENEDEN, 13, Zekerheid.AFGELEID),
        (Decimal("13.5"), Urenafronding.HALF_OMHOOG, 14, Zekerheid.AFGELEID),
        (13, Urenafronding.NAAR_BENEDEN, 13, Zekerheid.GEVERIFIEERD),
    ],
)
def test_part_of_an_hour(uren, afronding, heel, zekerheid):
    antwoord = in_hele_uren(uren, afronding=afronding)
    assert (antwoord.bekend.uren, antwoord.zekerheid) == (heel, zekerheid)


@pytest.mark.parametrize(
    ("termijn", "uren", "kan"), [("nee", 0, True), ("ja", 0, False), ("nee", 1, False)]
)
def test_a_plan_can_be_taken_back_only_before_anything_hangs_on_it(termijn, uren, kan):
    tekst = f"pip_intrekken_bij_duo termijn_vastgesteld={termijn} cursusuren={uren}"
    assert uitkomst(tekst) is kan


def test_findings_as_an_answer():
    antwoord = vraag(
        "melding_pip dagtekening=2024-05-21 leerroute=B doelgroep=asiel begin_plicht=2024-02-19 "
        "vestiging_op=2023-11-01 niveau=A2"
    )
    assert antwoord.uitkomst is False
    assert antwoord.conclusie == "DUO neemt dit zo niet aan."
    assert antwoord.bron == ("Wi 17.3", "DUO pip")


@pytest.mark.parametrize(
    ("tekst", "kan"),
    [
        ("melding_uren taal_knm=38 gemeld_taal_knm=20", True),
        (
            "melding_module datum=2024-03-20 op=2025-03-24 eigen_pip=ja start_termijn=2022-03-16 "
            "eind_op=2025-03-15",
            True,
        ),
        (
            "melding_zroute datum=2025-02-03 op=2025-02-10 leerroute=Z eigen_pip=ja "
            "start_termijn=2022-03-16 door_gemeente=nee alles_gedaan=ja map_op=2025-01-20 "
            "pvt_op=2024-06-03",
            False,
        ),
        (
            "melding_aanbod datum=2022-05-02 doelgroep=asiel leerroute=B "
            "dagtekening_pip=2022-03-15 verwachte_start=2022-06-01 verwachte_eind=onbekend "
            "start_termijn=2022-03-16 eind_op=2025-03-15 keurmerk=ja",
            True,
        ),
    ],
)
def test_reports_can_be_asked_by_name(tekst, kan):
    assert uitkomst(tekst) is kan


MAG = "mag_duo_vragen op=2026-01-01"
NIET = "ingezetene=nee in_opvang=nee gekoppeld=nee eigen_pip=nee"


@pytest.mark.parametrize(
    ("tekst", "mag"),
    [
        (f"{MAG} wi2021=ja {NIET}", False),
        (f"{MAG} wi2021=nee ingezetene=ja in_opvang=nee gekoppeld=nee eigen_pip=ja", False),
        (f"{MAG} wi2021=ja ingezetene=ja in_opvang=nee gekoppeld=nee eigen_pip=nee", True),
        (f"{MAG} wi2021=ja ingezetene=ja in_opvang=ja gekoppeld=nee eigen_pip=nee", False),
        (f"{MAG} wi2021=ja ingezetene=nee in_opvang=ja gekoppeld=ja eigen_pip=nee", True),
        (f"{MAG} wi2021=ja ingezetene=nee in_opvang=nee gekoppeld=nee eigen_pip=ja", True),
        (f"{MAG} wi2021=ja {NIET} vorig_pip_eigen=ja ander_pip_op=2025-12-02", True),
        (f"{MAG} wi2021=ja {NIET} vorig_pip_eigen=ja ander_pip_op=2025-12-01", False),
        (f"{MAG} wi2021=ja {NIET} ander_pip_op=2025-12-20", False),
        (
            f"{MAG} wi2021=ja ingezetene=ja in_opvang=nee gekoppeld=nee eigen_pip=nee "
            "vorig_pip_eigen=ja",
            True,
        ),
    ],
)
def test_about_whom_duo_may_be_asked(tekst, mag):
    assert uitkomst(tekst) is mag


@pytest.mark.parametrize("getal", [-1, 12345678901])
def test_a_number_that_is_no_v_nummer(getal):
    with pytest.raises(OngeldigeInvoer, match="tien cijfers"):
        v_nummer(getal)


def test_a_report_that_leaves_a_date_out_erases_it():
    nu = BijDuo(map_op=date(2024, 5, 6), pvt_op=date(2023, 5, 8))

    assert wat_wordt_gewist(nu, nu) == ()
    (bevinding,) = wat_wordt_gewist(BijDuo(pvt_op=nu.pvt_op, z_route_op=VANDAAG), nu)
    assert bevinding.regel == "map_op_wordt_gewist"
    assert "maandag 6 mei 2024" in bevinding.tekst


def test_a_plan_that_was_stepped_down_keeps_its_level_in_the_report():
    melding = MeldingPip(
        dagtekening=VANDAAG,
        leerroute=Leerroute.B,
        doelgroep=Doelgroep.ASIEL,
        begin_plicht=START,
        vestiging_op=START,
        huidig_niveau=Niveau.A2,
        dagtekening_eerste_pip=START,
        dagtekening_huidig_pip=START,
    )
    assert regels(controleer_pip(melding)) == ["niveau_valt_terug"]
    assert regels(controleer_pip(replace(melding, niveau=Niveau.A2))) == []


@pytest.mark.parametrize(
    ("dag", "vanaf_duo", "vlag"),
    [
        (date(2025, 5, 15), False, "ja_of_nee"),
        (date(2025, 5, 16), False, "alleen_ja"),
        (date(2025, 5, 16), True, "ja_of_nee"),
        (date(2025, 5, 17), True, "alleen_ja"),
    ],
)
def test_from_which_day_the_two_months_run_is_a_choice(dag, vanaf_duo, vlag):
    antwoord = verwijtbaar_vragen(dag, EIND, vanaf_duo_einddatum=vanaf_duo)
    assert (antwoord.uitkomst, antwoord.zekerheid) == (vlag, Zekerheid.AFGELEID)
