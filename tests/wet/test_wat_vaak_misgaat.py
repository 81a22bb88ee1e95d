"""What a careful reader of the law gets right and a naive program gets wrong, case by case.

Each case has the number under which it was written down when the law was studied. What is missing
here is no computation: it is a matter of states, of money in tables, or of who may see what.
"""

from datetime import date, datetime
from decimal import Decimal

import pytest

from wet.bewaren import bewaren_tot
from wet.doelgroepen import (
    Aanbod,
    Doelgroep,
    GedetailleerdeDoelgroep,
    Toekenning,
    aanbod,
    doelgroep_van,
)
from wet.duo import (
    DuoVeld,
    MeldingPip,
    MeldingUren,
    Vlag,
    controleer_pip,
    controleer_uren,
    in_hele_uren,
    laatste_dag,
    v_nummer,
    verwijtbaar_vragen,
    zoals_duo,
)
from wet.handhaving import (
    Boetefeiten,
    EerdereBoete,
    Overtreding,
    Recidivelezing,
    Verwijtbaarheid,
    boete_artikel22,
    boete_artikel23,
    boete_ruimte,
    boete_toets,
    eerdere_boetes,
    voltooien_in_afwezigheid,
)
from wet.leerroutes import (
    EisSoort,
    Examenonderdeel,
    Feiten,
    Leerroute,
    Niveau,
    Uitzondering,
    Urendoel,
    Urensoort,
    afschalen,
    map_nodig,
    niveau_toegestaan,
    schakelen,
    tel_uren,
    voortgang,
)
from wet.ontzorgen import Lastsoort, last_toegestaan, ontzorgperiode, recht_op_ontzorgen
from wet.pip import InhoudPip, StandIntake, wat_ontbreekt, wat_ontbreekt_in_intake
from wet.plicht import Gevolg, Omvang, Volgende, aow_nadert, gevolg_vrijstelling, jongere
from wet.spuk import spuk
from wet.taakstelling import Tijdvak, stand_op, taakstelling
from wet.termijnen import (
    Oorzaak,
    beslistermijn_bezwaar,
    bezwaartermijn,
    boetebesluit_termijn,
    inburgeringstermijn,
    pip_termijn,
    pip_termijn_na_informatie,
    pip_termijn_na_verhuizing,
    schakelvenster,
    verlenging_aanvragen,
    verschuift_termijn,
)
from wet.uitkomst import Zekerheid
from wet.verlengingen import verlenging_zonder_aanbod

PIP = date(2022, 3, 15)
START, EIND = date(2022, 3, 16), date(2025, 3, 15)
OP = date(2024, 7, 1)


def eind(antwoord):
    return antwoord.bekend.eind_op


# --- Terms ---------------------------------------------------------------------------------------
def test_01_ten_weeks_that_end_on_ascension():
    antwoord = pip_termijn(kennisgeving=date(2024, 2, 29), brp=date(2023, 11, 1))
    assert eind(antwoord) == date(2024, 5, 13)


def test_02_in_2022_the_registration_counts():
    antwoord = pip_termijn(kennisgeving=date(2022, 1, 3), brp=date(2022, 2, 16))
    assert eind(antwoord) == date(2022, 4, 28)


def test_03_still_in_the_azc_at_the_kennisgeving():
    antwoord = pip_termijn(kennisgeving=date(2024, 5, 2), brp=date(2024, 6, 19))
    assert eind(antwoord) == date(2024, 8, 28)


def test_04_information_of_a_third_party_over_christmas():
    assert eind(pip_termijn_na_informatie(date(2024, 12, 11))) == date(2024, 12, 30)


def test_05_three_years_end_on_a_saturday_and_duo_writes_the_day_after():
    termijn = inburgeringstermijn(PIP).bekend
    assert (termijn.start_op, termijn.eind_op) == (START, EIND)
    assert termijn.duo_einddatum == date(2025, 3, 16)


@pytest.mark.parametrize("oorzaak", [Oorzaak.NIEUWE_VERSIE_PIP, Oorzaak.SCHAKELEN])
def test_06_a_new_version_of_the_plan_does_not_start_the_term_again(oorzaak):
    assert verschuift_termijn(oorzaak).uitkomst is False
    assert eind(inburgeringstermijn(PIP)) == EIND


def test_07_bekendmaking_is_not_dagtekening():
    assert eind(bezwaartermijn(date(2022, 3, 16))) == date(2022, 4, 28)
    assert inburgeringstermijn(date(2022, 3, 10)).bekend.start_op == date(2022, 3, 11)


def test_08_good_friday_counts_as_a_holiday():
    assert eind(bezwaartermijn(date(2025, 3, 7))) == date(2025, 4, 22)


@pytest.mark.parametrize(
    ("commissie", "dag"), [(True, date(2022, 7, 21)), (False, date(2022, 6, 9))]
)
def test_09_the_decision_on_an_objection_counts_from_the_end_of_its_term(commissie, dag):
    assert eind(beslistermijn_bezwaar(date(2022, 4, 28), commissie)) == dag


def test_10_thirteen_weeks_are_not_moved():
    assert eind(boetebesluit_termijn(date(2025, 3, 3))) == date(2025, 6, 2)


def test_11_counting_back_from_the_end_of_the_term():
    antwoord = verlenging_aanvragen(EIND)
    assert antwoord.bekend.vanaf_op == date(2024, 9, 16)
    assert antwoord.zekerheid is Zekerheid.AFGELEID


def test_12_the_last_regular_day_to_switch():
    assert eind(schakelvenster(START)) == date(2023, 9, 15)
    b_naar_z = {"van": Leerroute.B, "naar": Leerroute.Z, "start": START, "andere_voortgang": True}
    assert schakelen(**b_naar_z, op=date(2023, 9, 15)).uitkomst is True
    assert schakelen(**b_naar_z, op=date(2023, 9, 16)).uitkomst is False
    bijzonder = schakelen(
        **b_naar_z, op=date(2023, 9, 16), uitzondering=Uitzondering.BIJZONDER_GEVAL
    )
    assert bijzonder.uitkomst is True
    o_naar_b = schakelen(Leerroute.O, Leerroute.B, date(2025, 2, 1), START, True)
    assert o_naar_b.uitkomst is True


# --- Routes and hours ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("uren", "mag"),
    [
        ({"nederlands": 590, "knm": 40}, False),
        ({"nederlands": 570, "intake_nederlands": 30}, True),
        ({"nederlands": 400, "alfabetisering": 200}, True),
    ],
)
def test_13_six_hundred_hours_are_dutch_only(uren, mag):
    assert afschalen(Leerroute.B, True, False, OP, **uren).uitkomst is mag


def test_14_stepping_down_is_per_part_without_a_limit_in_time():
    laat = afschalen(Leerroute.B, True, False, date(2025, 2, 1), nederlands=600)
    antwoord = voortgang(
        Leerroute.B,
        Doelgroep.ASIEL,
        Feiten(),
        op=OP,
        niveaus={Examenonderdeel.SCHRIJVEN: Niveau.A2},
    )
    niveaus = [stand.eis.niveau for stand in antwoord.bekend.eisen if stand.eis.niveau]

    assert laat.uitkomst is True
    assert niveaus == [Niveau.B1, Niveau.B1, Niveau.A2, Niveau.B1]
    assert verschuift_termijn(Oorzaak.AFSCHALEN).uitkomst is False


def test_15_a_first_plan_is_never_at_a2():
    assert niveau_toegestaan(Leerroute.B, Niveau.A2, eerste_pip=True).uitkomst is False
    assert niveau_toegestaan(Leerroute.B, Niveau.A2, eerste_pip=False).uitkomst is True
    melding = MeldingPip(
        dagtekening=OP,
        leerroute=Leerroute.B,
        doelgroep=Doelgroep.ASIEL,
        begin_plicht=PIP,
        vestiging_op=PIP,
        niveau=Niveau.A2,
    )
    assert [deel.regel for deel in controleer_pip(melding)] == ["niveau_past_niet"]


def z_route(doelgroep=Doelgroep.ASIEL, **feiten):
    return voortgang(Leerroute.Z, doelgroep, Feiten(**feiten), op=OP).bekend


def te_gaan(stand, soort):
    (gevonden,) = (deel for deel in stand.eisen if deel.eis.soort is soort)
    return gevonden.uren_te_gaan


def test_16_pvt_and_map_sit_inside_the_800():
    stand = z_route(uren={Urensoort.PVT: 12, Urensoort.MAP_PRAKTIJK: 40})
    assert te_gaan(stand, EisSoort.PARTICIPATIEUREN) == 748


def test_17_a_gezinsmigrant_has_no_participation_hours():
    stand = z_route(
        Doelgroep.OVERIG,
        uren={Urensoort.NEDERLANDS: 800, Urensoort.PVT: 12, Urensoort.MAP_PRAKTIJK: 40},
        pvt_activiteit=True,
        pvt_ondertekend_op=OP,
        eindgesprek_map_op=OP,
        eindgesprek_z_op=OP,
    )
    assert stand.voldaan is True


@pytest.mark.parametrize("doel", Urendoel)
def test_18_voorinburgering_does_not_count(doel):
    assert tel_uren(doel, {Urensoort.VOORINBURGERING: 60}).bekend.uren == 0


def test_19_the_hours_of_the_map_are_practice():
    les = z_route(uren={Urensoort.MAP_LES: 40}, eindgesprek_map_op=OP)
    assert te_gaan(les, EisSoort.MAP) == 40


def test_20_the_map_is_due_again_after_the_onderwijsroute():
    assert map_nodig(Leerroute.O) is False
    assert map_nodig(Leerroute.B) is True


@pytest.mark.parametrize(
    ("uren", "activiteit", "getekend", "klaar"),
    [(12, True, OP, True), (12, True, None, False), (12, False, OP, False), (11, True, OP, False)],
)
def test_21_the_pvt_is_hours_an_activity_and_signing_at_the_meeting(
    uren, activiteit, getekend, klaar
):
    stand = z_route(
        uren={Urensoort.PVT: uren}, pvt_activiteit=activiteit, pvt_ondertekend_op=getekend
    )
    (pvt,) = (deel for deel in stand.eisen if deel.eis.soort is EisSoort.PVT)
    assert (pvt.nog == ()) is klaar


def test_22_the_closing_talk_of_the_z_route_is_the_municipality_s_own():
    assert "met de gemeente zelf" in z_route().eisen[-1].nog[0]


def test_24_when_duo_takes_the_flag_for_blame():
    assert verwijtbaar_vragen(date(2025, 3, 10), EIND).uitkomst is Vlag.NIET_VRAGEN
    assert verwijtbaar_vragen(date(2025, 3, 20), EIND).uitkomst is Vlag.JA_OF_NEE
    laat = verwijtbaar_vragen(date(2025, 6, 30), EIND)
    assert (laat.uitkomst, laat.zekerheid) == (Vlag.ALLEEN_JA, Zekerheid.AFGELEID)


def test_25_hours_are_whole_totals():
    assert controleer_uren(MeldingUren(taal_knm=38, op=OP, gemeld_taal_knm=20)) == ()
    (bevinding,) = controleer_uren(MeldingUren(taal_knm=18, op=OP, gemeld_taal_knm=20))
    assert bevinding.regel == "minder_dan_gemeld"
    assert in_hele_uren(Decimal("13.5")).bekend.uren == 13


def test_26_duo_is_exclusive_for_the_term_and_inclusive_for_the_duty():
    dag = date(2025, 3, 16)
    assert laatste_dag(DuoVeld.TERMIJN, dag) == EIND
    assert laatste_dag(DuoVeld.PLICHT, dag) == dag
    assert [zoals_duo(veld, laatste_dag(veld, dag)) for veld in DuoVeld] == [dag] * len(DuoVeld)


def test_27_a_late_offer_gives_more_time():
    b1 = verlenging_zonder_aanbod(PIP, Leerroute.B, EIND, date(2022, 9, 15), None)
    assert eind(b1) == date(2025, 6, 15)
    onderwijs = verlenging_zonder_aanbod(
        PIP, Leerroute.O, EIND, date(2022, 5, 2), date(2022, 10, 20)
    )
    assert eind(onderwijs) == date(2025, 9, 15)
    assert onderwijs.bekend.bewijs == "een verklaring van het college"


# --- Ontzorgen -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("bijstand", "laatste"),
    [(date(2024, 6, 18), date(2024, 12, 17)), (date(2024, 8, 31), date(2025, 2, 28))],
)
def test_28_six_months_from_the_day_of_the_right(bijstand, laatste):
    termijn = ontzorgperiode(bijstand).bekend
    assert (termijn.start_op, termijn.eind_op) == (bijstand, laatste)


def test_29_who_is_not_paid_for():
    regulier = recht_op_ontzorgen(asielvergunning_bepaalde_tijd=False, bijstand_op=OP)
    werkt = recht_op_ontzorgen(
        asielvergunning_bepaalde_tijd=True, bijstand_op=None, heeft_bijstand=False
    )
    assert regulier.uitkomst is False
    assert werkt.uitkomst is False


def test_30_other_costs_only_by_agreement():
    assert last_toegestaan(Lastsoort.ANDERE_VERZEKERING, False).uitkomst is False
    assert last_toegestaan(Lastsoort.ANDERE_VERZEKERING, True).uitkomst is True
    assert last_toegestaan(Lastsoort.HUUR, False).uitkomst is True


# --- Enforcement ---------------------------------------------------------------------------------
def test_31_repeats_count_once_the_earlier_fine_is_final():
    constatering = date(2025, 3, 11)
    in_bezwaar = EerdereBoete(geconstateerd_op=date(2024, 11, 4), onherroepelijk_op=None)
    vast = EerdereBoete(geconstateerd_op=date(2024, 11, 4), onherroepelijk_op=date(2025, 2, 3))

    bedragen = [
        boete_artikel23(
            Verwijtbaarheid.GEWOON, eerdere_boetes(constatering, eerder).bekend.aantal, constatering
        ).bekend.bedrag
        for eerder in ([], [in_bezwaar], [vast])
    ]

    assert bedragen == [Decimal("25.00"), Decimal("25.00"), Decimal("50.00")]


def test_31_the_ladder_by_doubling_and_the_other_reading():
    verdubbelen = [boete_artikel23(Verwijtbaarheid.OPZET, n, OP).bekend.bedrag for n in range(6)]
    optellen = [
        boete_artikel23(Verwijtbaarheid.OPZET, n, OP, lezing=Recidivelezing.OPTELLEN).bekend.bedrag
        for n in range(4)
    ]
    assert verdubbelen == [50, 100, 200, 400, 800, 800]
    assert optellen == [50, 100, 150, 200]


def test_32_the_fine_for_the_intake_is_not_scaled():
    assert boete_artikel22(OP).bekend.bedrag == 250


def test_33_all_fines_together_have_a_maximum():
    assert boete_ruimte(Decimal("2300.00"), Decimal("250.00"), OP).bekend.bedrag == 100


def boete(**anders):
    """A fine of article 23 that may be imposed, or with something else than that."""
    goed = {
        "overtreding": Overtreding.PVT_MAP,
        "doelgroep": Doelgroep.OVERIG,
        "gedraging": date(2025, 3, 11),
        "op": date(2025, 5, 12),
        "verwijtbaarheid": Verwijtbaarheid.GEWOON,
        "pip_bekendgemaakt": PIP,
        "boeterapport": date(2025, 3, 24),
        "zienswijze_gevraagd": date(2025, 3, 24),
        "zienswijze_tot": date(2025, 4, 7),
        "oorzaak_gevraagd": True,
        "hulp_geboden": True,
        "begrijpelijke_taal": True,
    }
    return boete_toets(Boetefeiten(**goed | anders)).bekend


def test_34_no_fine_beside_a_measure_for_the_same_conduct():
    maatregelen = (date(2025, 3, 11),)
    assert boete(maatregelen=maatregelen).mag is False
    andere = {"gedraging": date(2025, 3, 25), "boeterapport": date(2025, 3, 26)}
    andere |= {"zienswijze_gevraagd": date(2025, 3, 26)}
    assert boete(maatregelen=maatregelen, **andere).mag is True


def test_35_no_fine_for_a_gezinsmigrant_s_lesson_hours():
    assert boete(overtreding=Overtreding.LEERROUTE).mag is False
    assert boete(overtreding=Overtreding.PVT_MAP).mag is True


def test_36_an_asielstatushouder_is_not_fined_without_a_legal_review():
    assert boete(doelgroep=Doelgroep.ASIEL).mag is False
    assert boete(doelgroep=Doelgroep.ASIEL, juridische_toets=date(2025, 5, 1)).mag is True


def test_37_no_fine_after_the_first_no_show():
    eerste = {"overtreding": Overtreding.INTAKE, "oproep_1": date(2025, 2, 10)}
    tweede = {
        "niet_gekomen_1": date(2025, 2, 20),
        "waarschuwing": date(2025, 2, 24),
        "oproep_2": date(2025, 2, 24),
        "niet_gekomen_2": date(2025, 3, 11),
    }
    assert boete(**eerste).mag is False
    assert boete(**eerste, **tweede).mag is True


def test_38_after_three_summonses_the_intake_is_completed_in_absence():
    mag = [voltooien_in_afwezigheid(n, OP).uitkomst for n in (1, 2, 3)]
    assert mag == [False, False, True]


# --- Moving, counting, keeping -------------------------------------------------------------------
def test_39_after_a_move_a_plan_in_ten_weeks_with_the_same_route_and_no_new_test():
    assert eind(pip_termijn_na_verhuizing(date(2022, 12, 1))) == date(2023, 2, 9)
    anders = InhoudPip(op=OP, leerroute=Leerroute.Z, leerroute_vorig_pip=Leerroute.B)
    assert "leerroute_vorig_pip" in [deel.onderdeel for deel in wat_ontbreekt(anders)]
    overgenomen = wat_ontbreekt_in_intake(StandIntake(pip_overgenomen=True))
    assert "leerbaarheidstoets" not in [deel.onderdeel for deel in overgenomen]
    assert verschuift_termijn(Oorzaak.VERHUIZING).uitkomst is False


def test_40_a_share_is_rounded_up():
    assert taakstelling(13_500, 64_200, 17_590_672).bekend.aantal == 50


def test_41_backlog_is_filled_oldest_first():
    opgaven = {
        Tijdvak(jaar=2023, helft=1): 42,
        Tijdvak(jaar=2023, helft=2): 38,
        Tijdvak(jaar=2025, helft=1): 54,
    }
    stand = stand_op(date(2025, 4, 1), opgaven=opgaven, gehuisvest={date(2025, 3, 3): 50}).bekend
    assert [deel.gevuld for deel in stand.tijdvakken] == [42, 8, 0]
    assert (stand.achterstand, stand.nog_te_huisvesten, stand.voorsprong) == (30, 84, 0)


def test_41_what_was_housed_beyond_the_opgave_counts_ahead():
    """Thirty-seven asked with a backlog of fourteen, fifty-five housed: four ahead."""
    opgaven = {Tijdvak(jaar=2022, helft=1): 14, Tijdvak(jaar=2022, helft=2): 37}
    stand = stand_op(date(2022, 12, 31), opgaven=opgaven, gehuisvest={date(2022, 9, 1): 55})
    assert stand.bekend.voorsprong == 4


@pytest.mark.parametrize("helft", [1, 2])
def test_42_the_inhabitants_of_the_year_before_count(helft):
    assert Tijdvak(jaar=2025, helft=helft).peildatum_inwoners == date(2024, 1, 1)


def test_43_five_years_after_the_duty_and_at_once_after_a_death():
    assert eind(bewaren_tot(EIND)) == date(2030, 3, 15)
    assert eind(bewaren_tot(EIND, overleden=True)) == EIND


def test_44_a_v_nummer_keeps_its_leading_zero():
    assert v_nummer(123456789) == "0123456789"


@pytest.mark.parametrize("opnieuw", [date(2024, 5, 2), date(2024, 5, 21), date(2024, 6, 19)])
def test_45_a_start_told_again_does_not_reset_a_term_that_runs_from_the_registration(opnieuw):
    assert eind(pip_termijn(kennisgeving=opnieuw, brp=date(2024, 6, 19))) == date(2024, 8, 28)


def test_47_a_plan_of_three_years_makes_no_sense_close_to_the_aow_age():
    assert aow_nadert(date(2026, 8, 1), date(2026, 3, 2)).uitkomst is True
    assert aow_nadert(date(2031, 8, 1), date(2026, 3, 2)).uitkomst is False


def test_48_a_minor_at_school_waits():
    achttien = date(2026, 5, 1)
    assert jongere(achttien, True, date(2024, 9, 2)).bekend.volgende is Volgende.WACHTEN
    assert jongere(achttien, True, achttien).bekend.volgende is Volgende.WACHTEN
    assert jongere(achttien, False, achttien).bekend.volgende is Volgende.BEGINNEN


def test_49_the_spuk_comes_in_three_slices_with_the_tariff_of_each_year():
    bedragen = [spuk(2022, Doelgroep.ASIEL, jaar).bekend.bedrag for jaar in (2022, 2023)]
    assert bedragen == [Decimal("8057.10"), Decimal("4242.17")]


def test_51_a_moment_is_no_date():
    with pytest.raises(TypeError, match="dagtekening is geen datum"):
        inburgeringstermijn(datetime(2022, 3, 15, 0, 30))  # noqa: DTZ001


def test_53_an_objection_does_not_move_the_term():
    assert verschuift_termijn(Oorzaak.BEZWAAR).uitkomst is False


# --- Additions -----------------------------------------------------------------------------------
def test_a_temporary_exemption_lets_the_dossier_rest():
    assert gevolg_vrijstelling(Omvang.TIJDELIJK).uitkomst is Gevolg.RUST
    assert gevolg_vrijstelling(Omvang.GEDEELTELIJK).uitkomst is Gevolg.GAAT_DOOR
    assert gevolg_vrijstelling(Omvang.GEHEEL).uitkomst is Gevolg.EINDIGT


@pytest.mark.parametrize(
    ("feiten", "klaar"),
    [
        ({"taalschakeltraject_behaald": True}, True),
        ({"behaald": dict.fromkeys(Examenonderdeel, Niveau.B1), "knm_behaald": True}, True),
        ({"behaald": dict.fromkeys(Examenonderdeel, Niveau.B1)}, False),
        ({"behaald": dict.fromkeys(Examenonderdeel, Niveau.A2), "knm_behaald": True}, False),
    ],
)
def test_the_onderwijsroute_by_its_traject_or_by_the_exams(feiten, klaar):
    pvt = {"uren": {Urensoort.PVT: 12}, "pvt_activiteit": True, "pvt_ondertekend_op": OP}
    antwoord = voortgang(Leerroute.O, Doelgroep.ASIEL, Feiten(**pvt, **feiten), op=OP)
    assert antwoord.bekend.voldaan is klaar


def test_who_left_the_traject_must_do_the_map():
    feiten = Feiten(
        behaald=dict.fromkeys(Examenonderdeel, Niveau.B1),
        knm_behaald=True,
        uren={Urensoort.PVT: 12},
        pvt_activiteit=True,
        pvt_ondertekend_op=OP,
    )
    antwoord = voortgang(Leerroute.O, Doelgroep.ASIEL, feiten, op=OP, traject_verlaten=True)

    assert [stand.eis.soort for stand in antwoord.bekend.open] == [EisSoort.MAP]
    assert antwoord.zekerheid is Zekerheid.AFGELEID


def test_an_exemption_that_the_law_does_not_know_is_not_counted():
    onmogelijk = frozenset({EisSoort.MAP, EisSoort.CURSUSUREN, EisSoort.EINDGESPREK_Z})
    antwoord = voortgang(
        Leerroute.Z,
        Doelgroep.ASIEL,
        Feiten(vrijgesteld=onmogelijk, ontheven=onmogelijk | {EisSoort.PARTICIPATIEUREN}),
        op=OP,
    )

    assert [stand.eis.soort for stand in antwoord.bekend.open] == [
        EisSoort.CURSUSUREN,
        EisSoort.PVT,
        EisSoort.MAP,
        EisSoort.EINDGESPREK_Z,
    ]
    assert sum("kan DUO niet vrijstellen" in stap for stap in antwoord.stappen) == 3


def test_nothing_works_before_it_is_made_known():
    assert boete(pip_bekendgemaakt=None).mag is False


def test_the_regular_family_member_is_asiel_for_the_wi_but_not_for_ontzorgen():
    groep = GedetailleerdeDoelgroep.GEZINSHERENIGER_MET_ASIELSTATUSHOUDER
    assert doelgroep_van(groep).uitkomst is Doelgroep.ASIEL
    assert aanbod(Doelgroep.OVERIG).bekend[Aanbod.LEERROUTE] is Toekenning.EIGEN_KOSTEN
