"""Questions with their answers, one line each, as a civil servant would check them by hand."""

import pytest

from tests.wet.vragen import uitkomst, vraag
from wet.uitkomst import OngeldigeInvoer, Zekerheid

TERMIJN = "eind_op=2025-03-15"


@pytest.mark.parametrize(
    ("tekst", "antwoord"),
    [
        # Summons, objection, fines.
        ("brieftermijn gewenst=2025-04-17", {"eind_op": "2025-04-17"}),
        ("brieftermijn gewenst=2025-04-18", {"eind_op": "2025-04-22"}),
        (
            "nieuwe_oproeptermijn bekendmaking=2025-03-03",
            {"start_op": "2025-03-04", "eind_op": "2025-05-06"},
        ),
        (
            "nieuwe_oproeptermijn bekendmaking=2024-12-31",
            {"start_op": "2025-01-01", "eind_op": "2025-02-28"},
        ),
        ("bezwaar_op_tijd eind_op=2022-04-28 ontvangen=2022-04-28", True),
        ("bezwaar_op_tijd eind_op=2022-04-28 ontvangen=2022-04-29", False),
        # The week for the post ends on Liberation Day, a Thursday.
        ("bezwaar_op_tijd eind_op=2022-04-28 ontvangen=2022-05-06 gepost=2022-04-28", True),
        ("bezwaar_op_tijd eind_op=2022-04-28 ontvangen=2022-05-09 gepost=2022-04-28", False),
        # … on Ascension, followed by a day free by decree and a weekend.
        ("bezwaar_op_tijd eind_op=2024-05-02 ontvangen=2024-05-13 gepost=2024-05-02", True),
        ("bezwaar_op_tijd eind_op=2024-05-02 ontvangen=2024-05-14 gepost=2024-05-02", False),
        # … on an ordinary Thursday.
        ("bezwaar_op_tijd eind_op=2022-06-02 ontvangen=2022-06-09 gepost=2022-06-02", True),
        ("bezwaar_op_tijd eind_op=2022-06-02 ontvangen=2022-06-10 gepost=2022-06-02", False),
        ("bezwaar_op_tijd eind_op=2022-04-28 ontvangen=2022-05-02 gepost=2022-04-29", False),
        (
            "beslistermijn_bezwaar einde_bezwaartermijn=2022-04-28 commissie=nee verdaagd=ja",
            {"start_op": "2022-04-29", "eind_op": "2022-07-21"},
        ),
        (
            "beslistermijn_bezwaar einde_bezwaartermijn=2022-04-28 commissie=nee "
            "opgeschort_dagen=10",
            {"start_op": "2022-04-29", "eind_op": "2022-06-20"},
        ),
        # Stood still while something was supplied: 3 up to and including 16 May, or 10 May …
        (
            "opschorting_verzuim einde_bezwaartermijn=2022-04-28 gevraagd=2022-05-02 "
            "uiterlijk=2022-05-16",
            {"aantal": 14},
        ),
        (
            "opschorting_verzuim einde_bezwaartermijn=2022-04-28 gevraagd=2022-05-02 "
            "uiterlijk=2022-05-16 hersteld=2022-05-11",
            {"aantal": 8},
        ),
        # … supplied too late counts as not; what stood still before the term began is nothing.
        (
            "opschorting_verzuim einde_bezwaartermijn=2022-04-28 gevraagd=2022-05-02 "
            "uiterlijk=2022-05-16 hersteld=2022-05-17",
            {"aantal": 14},
        ),
        (
            "opschorting_verzuim einde_bezwaartermijn=2022-04-28 gevraagd=2022-04-20 "
            "uiterlijk=2022-05-02",
            {"aantal": 4},
        ),
        (
            "opschorting_verzuim einde_bezwaartermijn=2022-04-28 gevraagd=2022-04-20 "
            "uiterlijk=2022-04-28",
            {"aantal": 0},
        ),
        (
            "hoorstukken hoorzitting=2022-06-20",
            {"eind_op": "2022-06-10", "inzage_vanaf_op": "2022-06-13"},
        ),
        ("boete_vervalt gedraging=2025-03-11 hoogste_boete=800.00", {"eind_op": "2030-03-11"}),
        ("boete_vervalt gedraging=2025-03-11 hoogste_boete=340.01", {"eind_op": "2030-03-11"}),
        ("boete_vervalt gedraging=2025-03-11 hoogste_boete=340.00", {"eind_op": "2028-03-11"}),
        (
            "betaaltermijn_boete bekendmaking=2025-03-07",
            {"start_op": "2025-03-08", "eind_op": "2025-04-22"},
        ),
        # The three years.
        ("verlenging_aanvragen eind_op=2025-03-15", {"vanaf_op": "2024-09-16"}),
        (
            "verlenging_aanvragen eind_op=2025-03-15 terugtelling=laatste_dag",
            {"vanaf_op": "2024-09-15"},
        ),
        ("verlenging_aanvragen eind_op=2025-08-30", {"vanaf_op": "2025-02-28"}),
        (
            "schakelvenster start=2023-03-01",
            {"start_op": "2023-03-01", "eind_op": "2024-08-31"},
        ),
        (
            f"module_termijn module=pvt {TERMIJN} leerroute=O",
            {"nodig": True, "eind_op": "2025-03-15"},
        ),
        (
            f"module_termijn module=map {TERMIJN} leerroute=B",
            {"nodig": True, "eind_op": "2025-03-15"},
        ),
        (f"module_termijn module=map {TERMIJN} leerroute=O", {"nodig": False, "eind_op": None}),
        (
            f"module_termijn module=map {TERMIJN} leerroute=O traject_verlaten=ja",
            {"nodig": True, "eind_op": "2025-03-15"},
        ),
        # Information in time shortens nothing; late information gives its fourteen days.
        (
            "pip_termijn_na_informatie ontvangst=2024-11-04 eind_tien_weken=2024-12-02",
            {"start_op": "2024-11-05", "eind_op": "2024-12-02"},
        ),
        (
            "pip_termijn_na_informatie ontvangst=2024-11-25 eind_tien_weken=2024-12-02",
            {"start_op": "2024-11-26", "eind_op": "2024-12-09"},
        ),
        (
            "pip_termijn kennisgeving=onbekend brp=2022-02-16",
            {"start_op": "2022-02-17", "eind_op": "2022-04-28"},
        ),
        # Others.
        (
            "beslistermijn_duo verzoek=verlenging ontvangen=2024-12-02",
            {"start_op": "2024-12-03", "eind_op": "2025-01-27"},
        ),
        (
            "beslistermijn_duo verzoek=ontheffing ontvangen=2025-03-10",
            {"start_op": "2025-03-11", "eind_op": "2025-05-06"},
        ),
        ("begin_maatschappelijke_begeleiding brp=2024-06-19", {"start_op": "2024-06-19"}),
        (
            "aanbodtermijn dagtekening=2022-03-15 leerroute=B",
            {"eind_op": "2022-06-15", "start_eind_op": None},
        ),
        (
            "aanbodtermijn dagtekening=2022-03-15 leerroute=O",
            {"eind_op": "2022-06-15", "start_eind_op": "2022-09-15"},
        ),
        (
            "termijn_aanbod dagtekening=2022-03-15",
            {"start_op": "2022-03-16", "eind_op": "2022-06-15"},
        ),
        (
            "termijn_start_taalschakel dagtekening=2022-03-15",
            {"start_op": "2022-03-16", "eind_op": "2022-09-15"},
        ),
        ("examenuitslag examen=2026-03-02 onderdeel=LE niveau=A2", {"eind_op": "2026-04-27"}),
        ("examenuitslag examen=2026-03-02 onderdeel=SP niveau=A2", {"eind_op": "2026-04-27"}),
        ("examenuitslag examen=2026-09-01 onderdeel=SP niveau=A2", {"eind_op": "2026-12-22"}),
        ("examenuitslag examen=2026-09-01 onderdeel=SP niveau=B1", {"eind_op": "2026-10-27"}),
        ("herhaalde_boete_duo eind_op=2025-09-15", {"eind_op": "2027-09-15"}),
        ("lening_vervalt eind_op=2025-03-15", {"eind_op": "2031-03-15"}),
        ("cbs_levering kwartaal_eind_op=2026-09-30", {"eind_op": "2026-10-28"}),
        ("bewaren_tot einde_plicht=2025-03-15 gegevens=kern", {"eind_op": "2075-03-15"}),
        (
            "bewaren_tot einde_plicht=2025-03-15 gegevens=kern overleden=ja",
            {"eind_op": "2075-03-15"},
        ),
        # Ontzorgen.
        (
            "einde_ontzorgen bijstand_op=2024-06-18 bijstand_tot=onbekend",
            {"eind_op": "2024-12-17", "beoordelen": False},
        ),
        (
            "einde_ontzorgen bijstand_op=2024-06-18 bijstand_tot=2024-10-31",
            {"eind_op": "2024-10-31", "beoordelen": False},
        ),
        (
            "einde_ontzorgen bijstand_op=2024-06-18 bijstand_tot=2025-10-31 onderbroken=ja",
            {"eind_op": "2024-12-17", "beoordelen": True},
        ),
        ("recht_op_ontzorgen asielvergunning_bepaalde_tijd=ja bijstand_op=2021-12-31", False),
        ("recht_op_ontzorgen asielvergunning_bepaalde_tijd=ja bijstand_op=2022-01-01", True),
        (
            "recht_op_ontzorgen asielvergunning_bepaalde_tijd=ja bijstand_op=onbekend "
            "heeft_bijstand=nee",
            False,
        ),
        # Events and the test.
        ("gevolg_gebeurtenis gebeurtenis=SS106", "voltooid"),
        ("gevolg_gebeurtenis gebeurtenis=SS107", "eindigt"),
        ("gevolg_gebeurtenis gebeurtenis=SS109", "rust"),
        ("gevolg_gebeurtenis gebeurtenis=SS111", "eindigt"),
        ("gevolg_gebeurtenis gebeurtenis=SS119", "gaat_door"),
        ("gevolg_gebeurtenis gebeurtenis=SS129", "hervat"),
        ("toets_ontheffen visueel=ja auditief=nee", True),
        ("toets_ontheffen visueel=nee auditief=ja in_staat=nee", True),
        ("toets_ontheffen visueel=nee auditief=ja in_staat=ja", False),
        ("toets_ontheffen visueel=nee auditief=nee", False),
        ("voltooien_in_afwezigheid oproepen=2 op=2025-03-11", False),
        (
            "taakstellingsdatums jaar=2025 helft=1",
            {
                "start_op": "2025-01-01",
                "eind_op": "2025-06-30",
                "bekend_op": "2024-10-02",
                "peildatum_inwoners": "2024-01-01",
            },
        ),
        ("spukdatums jaar=2026", {"bekend_op": "2025-09-30", "definitief_op": "2027-06-30"}),
        # The duty.
        ("gevolg_ontheffing grond=MED omvang=gedeeltelijk", "gaat_door"),
        ("gevolg_ontheffing grond=BIO omvang=geheel", "eindigt"),
        ("gedeeltelijke_ontheffing leerroute=B onderdelen=examen_knm op=2026-01-01", True),
        (
            "gedeeltelijke_ontheffing leerroute=B op=2026-01-01 "
            "onderdelen=examen_lezen,examen_schrijven,examen_spreken",
            True,
        ),
        (
            "gedeeltelijke_ontheffing leerroute=B op=2026-01-01 "
            "onderdelen=examen_lezen,examen_schrijven,examen_spreken,examen_luisteren",
            False,
        ),
        (
            "gedeeltelijke_ontheffing leerroute=B onderdelen=examen_knm,examen_lezen op=2026-01-01",
            False,
        ),
        ("gedeeltelijke_ontheffing leerroute=B onderdelen= op=2026-01-01", False),
        ("gedeeltelijke_ontheffing leerroute=Z onderdelen=participatieuren op=2026-01-01", True),
        ("gedeeltelijke_ontheffing leerroute=Z onderdelen=pvt op=2026-01-01", False),
        ("oud_genoeg leeftijd=15", False),
        ("oud_genoeg leeftijd=16", True),
        ("volwassen leeftijd=17", False),
        ("volwassen leeftijd=18", True),
        # Routes.
        ("passende_leerroute wil_studeren=ja grote_kans_diploma=ja examen_haalbaar=nee", "O"),
        ("passende_leerroute wil_studeren=ja grote_kans_diploma=nee examen_haalbaar=ja", "B"),
        ("passende_leerroute wil_studeren=nee grote_kans_diploma=ja examen_haalbaar=nee", "Z"),
        ("gratis_pogingen doelgroep=asiel leerroute=B knm=nee op=2026-01-01", {"aantal": 2}),
        ("gratis_pogingen doelgroep=asiel leerroute=O knm=ja op=2026-01-01", {"aantal": 2}),
        ("gratis_pogingen doelgroep=asiel leerroute=O knm=nee op=2026-01-01", {"aantal": 0}),
        ("gratis_pogingen doelgroep=asiel leerroute=Z knm=nee op=2026-01-01", {"aantal": 2}),
        ("gratis_pogingen doelgroep=overig leerroute=B knm=nee op=2026-01-01", {"aantal": 0}),
        ("schakelen van=B naar=B op=2023-01-02 start=2022-03-16 andere_voortgang=ja", False),
        ("schakelen van=B naar=O op=2023-01-02 start=2022-03-16 andere_voortgang=nee", False),
        ("schakelen van=B naar=Z op=2022-03-15 start=2022-03-16 andere_voortgang=ja", False),
        (
            "schakelen van=B naar=Z op=2024-01-02 start=2022-03-16 andere_voortgang=ja "
            "uitzondering=na_opleiding",
            True,
        ),
        ("afschalen leerroute=O inspanning=ja b1_haalbaar=nee op=2024-07-01 nederlands=600", False),
        (
            "afschalen leerroute=B inspanning=nee b1_haalbaar=nee op=2024-07-01 nederlands=600",
            False,
        ),
        ("afschalen leerroute=B inspanning=ja b1_haalbaar=ja op=2024-07-01 nederlands=600", False),
        ("afschalen leerroute=B inspanning=ja b1_haalbaar=nee op=2024-07-01 nederlands=599", False),
        (
            "meenemen van=O naar=B",
            {"uren_tellen_mee": True, "uren_gaan_af_van_de_z_route": False, "examens": True},
        ),
        (
            "meenemen van=B naar=Z",
            {"uren_tellen_mee": False, "uren_gaan_af_van_de_z_route": True, "examens": False},
        ),
        (
            "meenemen van=B naar=B",
            {"uren_tellen_mee": False, "uren_gaan_af_van_de_z_route": False, "examens": False},
        ),
        ("uren_die_tellen doel=z_cursus nederlands=700 knm=60 voorinburgering=60", {"uren": 760}),
        ("uren_die_tellen doel=z_participatie participatie=100 pvt=12 map_les=40", {"uren": 152}),
        ("uren_die_tellen doel=pvt pvt=6 intake_pvt=6 intake_participatie=6", {"uren": 12}),
        ("uren_die_tellen doel=map map_praktijk=30 intake_map_praktijk=10", {"uren": 40}),
        ("uren_die_tellen doel=map map_praktijk=30 map_les=10", {"uren": 30}),
        ("vooropleiding_telt dagtekening=2024-02-29", {"vanaf_op": "2022-02-28"}),
        (
            "recidivevenster constatering=2025-03-11",
            {"start_op": "2024-03-11", "eind_op": "2025-03-10"},
        ),
        # SPUK: 40 × 8.378,03 + 36 × 4.242,17 + 30 × 1.060,54; completed ones weigh nothing yet.
        (
            "gewogen jaar=2023 voorlopig=nee jaar_t=40 jaar_t1=36 jaar_t2=30 afgerond=9",
            {"bedrag": "519655.52"},
        ),
        # 70 % of 40 × 5.820,70 and of 36 × 4.247,06, then 30 × 1.061,77 and 12 × 856,51.
        (
            "gewogen jaar=2026 voorlopig=ja jaar_t=40 jaar_t1=36 jaar_t2=30 afgerond=12",
            {"bedrag": "312136.73"},
        ),
        (
            "spuk_aandeel gewogen_gemeente=1.00 gewogen_landelijk=3.00 landelijk=100.00",
            {"bedrag": "33.33"},
        ),
    ],
)
def test_a_question_and_its_answer(tekst, antwoord):
    assert uitkomst(tekst) == antwoord


@pytest.mark.parametrize(
    ("tekst", "eind_op", "dagen"),
    [
        # Ziekte: as long as it lasted, 10 January up to and including 9 May 2024 is 121 days.
        ("ziekte leerroute=B van=2024-01-10 tot=2024-05-09", "2025-07-14", 121),
        # Three months unbroken is enough, a day less is not; also at the end of February.
        ("ziekte leerroute=B van=2025-03-01 tot=2025-05-31", "2025-06-15", 92),
        ("ziekte leerroute=B van=2025-03-01 tot=2025-05-30", "2025-03-15", 0),
        ("ziekte leerroute=B van=2024-01-10 tot=2024-04-09", "2025-06-14", 91),
        ("ziekte leerroute=B van=2024-01-10 tot=2024-04-08", "2025-03-15", 0),
        ("overlijden leerroute=B van=2024-01-10 tot=2024-01-10", "2025-06-15", 92),
        ("bevalling leerroute=Z van=2024-01-10 tot=2024-01-10", "2025-07-05", 112),
        ("alfabetisering leerroute=B van=2022-04-01 tot=2023-03-31", "2025-09-15", 184),
        ("alfabetisering leerroute=Z van=2022-04-01 tot=2023-03-31", "2025-03-15", 0),
        ("dakloos leerroute=B van=2022-05-01 tot=2024-12-31", "2027-03-15", 730),
        ("aanbieder leerroute=O van=2022-05-01 tot=2023-04-30", "2025-09-15", 184),
        ("bijzonder leerroute=B van=2023-01-01 tot=2023-06-30", "2025-09-12", 181),
        ("combinatie leerroute=B van=2023-01-01 tot=2023-06-30", "2025-09-12", 181),
        ("blijf_van_mijn_lijf leerroute=B van=2023-01-01 tot=2023-03-31", "2025-06-13", 90),
    ],
)
def test_an_extension_by_ground(tekst, eind_op, dagen):
    antwoord = vraag(f"verlenging {TERMIJN} grond={tekst}")

    assert antwoord.als_dict()["uitkomst"] | {"bewijs": ""} == {
        "eind_op": eind_op,
        "dagen": dagen,
        "bewijs": "",
    }
    assert antwoord.zekerheid is Zekerheid.AFGELEID


PIP = "verlenging_zonder_aanbod dagtekening=2022-03-15 eind_op=2025-03-15"


@pytest.mark.parametrize(
    ("tekst", "eind_op"),
    [
        (f"{PIP} leerroute=B aanbod=2022-06-15 start_traject=onbekend", "2025-03-15"),
        (f"{PIP} leerroute=B aanbod=2022-06-20 start_traject=onbekend", "2025-03-20"),
        (f"{PIP} leerroute=O aanbod=2022-06-15 start_traject=2022-09-15", "2025-03-15"),
        (f"{PIP} leerroute=O aanbod=2022-08-15 start_traject=2022-09-15", "2025-05-15"),
        (f"{PIP} leerroute=O aanbod=2022-06-15 start_traject=2022-09-16", "2025-09-15"),
        (
            "verlenging_na_onderbreking eind_op=2025-03-15 van=2023-02-01 tot=2023-02-10",
            "2025-03-25",
        ),
        (
            "verlenging_na_onderbreking eind_op=2025-03-15 van=2023-02-01 tot=2024-01-31",
            "2026-03-15",
        ),
        (
            "verlenging_na_onderbreking eind_op=2025-03-15 van=2023-02-01 tot=2024-02-01",
            "2025-03-15",
        ),
        # Exactly one year, over a leap day: 366 days.
        (
            "verlenging_na_onderbreking eind_op=2025-03-15 van=2023-03-01 tot=2024-02-29",
            "2026-03-16",
        ),
        # Both late: the twelve months without an offer, or by the other reading the six.
        (f"{PIP} leerroute=O aanbod=2023-06-15 start_traject=2023-09-01", "2026-03-15"),
        (
            f"{PIP} leerroute=O aanbod=2023-06-15 start_traject=2023-09-01 lezing=vast",
            "2025-09-15",
        ),
        # Not started, but six months have passed.
        (
            f"{PIP} leerroute=O aanbod=onbekend start_traject=onbekend op=2022-09-16",
            "2025-09-15",
        ),
        (
            "verlenging_na_opleiding eind_op=2025-03-15 van=2022-09-01 tot=2022-09-30",
            "2025-04-14",
        ),
        ("verlenging_opleiding opleiding=vso eind_op=2025-03-15 keer=1", "2027-03-15"),
        ("verlenging_opleiding opleiding=vso eind_op=2027-03-15 keer=3", "2028-03-15"),
        ("verlenging_opleiding opleiding=entree eind_op=2025-03-15 keer=1", "2027-03-15"),
        ("verlenging_opleiding opleiding=entree eind_op=2027-03-15 keer=2", "2027-03-15"),
    ],
)
def test_other_extensions(tekst, eind_op):
    assert uitkomst(tekst)["eind_op"] == eind_op


KLAAR = {
    "leerroute": "B",
    "doelgroep": "asiel",
    "onderdelen_behaald": "2",
    "knm_behaald": "ja",
    "alle_lessen": "ja",
    "uren": "0",
    "geprobeerd": "ja",
    "pvt_klaar": "ja",
    "map_klaar": "ja",
    "eind_op": "2025-03-15",
}


@pytest.mark.parametrize(
    ("anders", "mag"),
    [
        ({}, True),
        ({"leerroute": "Z"}, False),
        ({"onderdelen_behaald": "1"}, False),
        ({"knm_behaald": "nee"}, False),
        ({"alle_lessen": "nee", "uren": "800"}, False),
        ({"doelgroep": "overig", "alle_lessen": "nee", "uren": "450"}, True),
        ({"doelgroep": "overig", "uren": "449"}, False),
        ({"geprobeerd": "nee"}, False),
        ({"pvt_klaar": "nee"}, False),
        ({"map_klaar": "nee"}, False),
    ],
)
def test_the_last_six_months_ask_for_everything_else_to_be_done(anders, mag):
    gegevens = " ".join(f"{naam}={waarde}" for naam, waarde in (KLAAR | anders).items())
    assert uitkomst(f"bijna_afgerond {gegevens}") == {
        "mag": mag,
        "eind_op": "2025-09-15" if mag else "2025-03-15",
    }


@pytest.mark.parametrize(
    ("tekst", "wacht_op"),
    [
        ("nieuwe_oproeptermijn bekendmaking=onbekend", "de bekendmaking van de boete"),
        ("betaaltermijn_boete bekendmaking=onbekend", "de bekendmaking van de boete"),
        (
            "beslistermijn_bezwaar einde_bezwaartermijn=onbekend commissie=ja",
            "het einde van de bezwaartermijn",
        ),
        ("boetebesluit_termijn boeterapport=onbekend", "het boeterapport"),
        ("verlenging_aanvragen eind_op=onbekend", "de laatste dag van de inburgeringstermijn"),
        ("schakelvenster start=onbekend", "de start van de inburgeringstermijn"),
        (
            "module_termijn module=pvt eind_op=onbekend leerroute=B",
            "de laatste dag van de inburgeringstermijn",
        ),
        (f"module_termijn module=map {TERMIJN} leerroute=onbekend", "de leerroute"),
        (
            "beslistermijn_duo verzoek=verlenging ontvangen=onbekend",
            "de dag waarop DUO het verzoek ontving",
        ),
        ("begin_maatschappelijke_begeleiding brp=onbekend", "de inschrijving in de BRP"),
        ("aanbodtermijn dagtekening=onbekend leerroute=B", "de dagtekening van het PIP"),
        ("termijn_aanbod dagtekening=onbekend", "de dagtekening van het PIP"),
        ("termijn_start_taalschakel dagtekening=onbekend", "de dagtekening van het PIP"),
        ("bewaren_tot einde_plicht=onbekend", "het einde van de inburgeringsplicht"),
        (
            f"verlenging grond=ziekte leerroute=B {TERMIJN} van=2024-01-10 tot=onbekend",
            "het einde van de omstandigheid",
        ),
        (f"{PIP} leerroute=B aanbod=onbekend start_traject=onbekend", "het aanbod van de gemeente"),
        (
            f"{PIP} leerroute=O aanbod=2022-05-02 start_traject=onbekend",
            "de start van het taalschakeltraject",
        ),
        ("telt_mee verblijfsgrond=nareiziger gehuisvest=onbekend", "de huisvesting in de gemeente"),
        (
            "jongere achttien_op=2026-05-01 volgt_onderwijs=onbekend op=2026-05-01",
            "of deze persoon onderwijs volgt dat vrijstelling geeft",
        ),
        ("aow_nadert aow_op=onbekend op=2026-03-02", "de dag waarop de AOW-leeftijd is bereikt"),
        (
            "schakelen van=B naar=Z op=2023-01-02 start=onbekend andere_voortgang=ja",
            "de start van de inburgeringstermijn",
        ),
        (
            "schakelen van=B naar=Z op=2023-01-02 start=2022-03-16 andere_voortgang=onbekend",
            "hoe de voortgang is",
        ),
        (
            "afschalen leerroute=B inspanning=onbekend b1_haalbaar=nee op=2024-07-01 "
            "nederlands=600",
            "het oordeel over de inspanning",
        ),
        (
            "afschalen leerroute=B inspanning=ja b1_haalbaar=onbekend op=2024-07-01 nederlands=600",
            "het oordeel of B1 haalbaar is",
        ),
        (
            "passende_leerroute wil_studeren=onbekend grote_kans_diploma=ja examen_haalbaar=ja",
            "wat de brede intake zegt over een opleiding",
        ),
        (
            "passende_leerroute wil_studeren=ja grote_kans_diploma=onbekend examen_haalbaar=ja",
            "wat de brede intake zegt over een opleiding",
        ),
        (
            "passende_leerroute wil_studeren=nee grote_kans_diploma=nee examen_haalbaar=onbekend",
            "het oordeel of het examen haalbaar is",
        ),
        (
            "toets_ontheffen visueel=nee auditief=ja",
            "het oordeel of de toets gaat",
        ),
        (
            f"{PIP} leerroute=O aanbod=2022-05-02 start_traject=onbekend op=2022-09-15",
            "de start van het taalschakeltraject",
        ),
        (
            "mag_duo_vragen wi2021=ja ingezetene=nee in_opvang=nee gekoppeld=nee eigen_pip=nee "
            "op=2026-01-01 vorig_pip_eigen=ja",
            "de dag van het nieuwe PIP",
        ),
    ],
)
def test_what_is_not_known_yet_is_an_answer(tekst, wacht_op):
    antwoord = vraag(tekst)

    assert antwoord.als_dict()["uitkomst"] == {"wacht_op": wacht_op}
    assert antwoord.conclusie == f"Nog niet te bepalen: wacht op {wacht_op}."


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        (
            "cbs_levering kwartaal_eind_op=2026-09-29",
            "Dinsdag 29 september 2026 is niet de laatste dag van een kwartaal.",
        ),
        (
            "cbs_levering kwartaal_eind_op=2026-10-31",
            "Zaterdag 31 oktober 2026 is niet de laatste dag van een kwartaal.",
        ),
        ("taakstellingsdatums jaar=2025 helft=3", "De helft is 1 of 2."),
        (
            "taakstelling landelijk=100 inwoners_gemeente=10 inwoners_nederland=9",
            "Controleer de aantallen: een gemeente is nooit groter dan het land.",
        ),
        (
            "taakstelling landelijk=100 inwoners_gemeente=0 inwoners_nederland=0",
            "Controleer de aantallen: een gemeente is nooit groter dan het land.",
        ),
        (
            f"verlenging grond=geen_aanbod leerroute=B {TERMIJN} van=2024-01-10 tot=2024-05-09",
            "Gebruik voor deze grond de regel ‘verlenging_zonder_aanbod’.",
        ),
        (
            f"verlenging grond=ziekte leerroute=B {TERMIJN} van=2024-01-10 tot=2024-01-09",
            "Dinsdag 9 januari 2024 ligt voor woensdag 10 januari 2024.",
        ),
        (
            f"verlenging_na_onderbreking {TERMIJN} van=2024-01-10 tot=2024-01-09",
            "Dinsdag 9 januari 2024 ligt voor woensdag 10 januari 2024.",
        ),
        (
            f"verlenging_opleiding opleiding=vso {TERMIJN} keer=4",
            "Voor een opleiding verlengt DUO hoogstens drie keer: 1, 2 of 3.",
        ),
        ("gevolg_ontheffing grond=MED omvang=tijdelijk", "Een ontheffing is nooit tijdelijk."),
        (
            "gevolg_ontheffing grond=BIO omvang=gedeeltelijk",
            "Een ontheffing om bijzondere omstandigheden (BIO) is altijd geheel.",
        ),
        ("spuk cohort=2021 doelgroep=asiel jaar=2022", "Een cohort begint in 2022 of later."),
        (
            "spuk_aandeel gewogen_gemeente=4.00 gewogen_landelijk=3.00 landelijk=100.00",
            "Controleer de gewogen aantallen: een gemeente is een deel van het land.",
        ),
        (
            "boete_ruimte eerder_opgelegd=0.00 nieuw=50.00 nieuwe_termijn_maanden=9",
            "Een nieuwe termijn is 6, 12, 18 of 24 maanden.",
        ),
        (
            "maandbedragen maandbedrag=612.40 start_op=2024-06-18 eind_op=2024-06-17",
            "Maandag 17 juni 2024 ligt voor dinsdag 18 juni 2024.",
        ),
        (
            "inburgeringstermijn dagtekening=9999-12-31",
            "Met zulke datums of getallen valt niet te rekenen.",
        ),
        (
            "lasten_uit_bijstand netto_bijstand=980.00 huur=700.00 energie_en_water=200.00 "
            "zorgverzekering=142.50 anders=30.00",
            "Andere vaste last: de wet noemt deze last niet. Betalen mag alleen met een "
            "vastgelegde vrijwillige afspraak.",
        ),
        (
            "verlenging_na_opleiding eind_op=2025-03-15 van=2022-09-01 tot=2022-08-31",
            "Woensdag 31 augustus 2022 ligt voor donderdag 1 september 2022.",
        ),
    ],
)
def test_an_impossible_question_is_one_dutch_sentence(tekst, zin):
    with pytest.raises(OngeldigeInvoer) as fout:
        vraag(tekst)

    assert str(fout.value) == zin


@pytest.mark.parametrize(
    ("tekst", "zekerheid"),
    [
        ("betaaltermijn_boete bekendmaking=onbekend", Zekerheid.AFGELEID),
        ("huisvestingsnorm koppeling=onbekend", Zekerheid.PRAKTIJK),
        ("pip_termijn kennisgeving=2024-02-29 brp=2023-11-01", Zekerheid.GEVERIFIEERD),
        # Close to the change of the rule, of which the day was inferred.
        ("pip_termijn kennisgeving=2023-01-05 brp=2023-01-02", Zekerheid.AFGELEID),
        ("pip_termijn kennisgeving=2022-12-28 brp=2022-11-01", Zekerheid.AFGELEID),
        ("pip_termijn_na_informatie ontvangst=2024-12-11", Zekerheid.GEVERIFIEERD),
        (
            "pip_termijn_na_informatie ontvangst=2024-11-04 eind_tien_weken=2024-12-02",
            Zekerheid.AFGELEID,
        ),
        (
            f"module_termijn module=map {TERMIJN} leerroute=O traject_verlaten=ja",
            Zekerheid.AFGELEID,
        ),
        ("spuk cohort=2022 doelgroep=asiel jaar=2023", Zekerheid.AFGELEID),
        ("spuk cohort=2022 doelgroep=overig jaar=2022", Zekerheid.GEVERIFIEERD),
        ("uren_die_tellen doel=z_cursus nederlands=10", Zekerheid.GEVERIFIEERD),
        ("uren_die_tellen doel=z_cursus alfabetisering=10", Zekerheid.AFGELEID),
        ("uren_die_tellen doel=afschalen alfabetisering=10", Zekerheid.GEVERIFIEERD),
        ("bewaren_tot einde_plicht=2025-03-15 overleden=ja", Zekerheid.GEVERIFIEERD),
        ("bewaren_tot einde_plicht=2025-03-15 overleden=ja gegevens=kern", Zekerheid.AFGELEID),
        ("jongere achttien_op=2026-05-01 volgt_onderwijs=nee op=2025-05-01", Zekerheid.PRAKTIJK),
        (
            "taakstelling landelijk=1 inwoners_gemeente=1 inwoners_nederland=1",
            Zekerheid.GEVERIFIEERD,
        ),
    ],
)
def test_how_certain_an_answer_is(tekst, zekerheid):
    assert vraag(tekst).zekerheid is zekerheid
