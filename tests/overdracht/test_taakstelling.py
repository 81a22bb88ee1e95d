"""The taakstelling: who counts, what the province asked, what COA counts, what is expected."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.services.dossiers import sluiten_voor_anderen
from medewerkers.sporen import spoor
from overdracht.enums import Fase
from overdracht.models import Nareis, RedenAfgevallen
from overdracht.models.taakstelling import CoaTelling, CoaTelregel, Correctie, Opgave
from overdracht.queries.taakstelling import taakstelling_op
from overdracht.queries.taakstelling_coa import vergelijking
from overdracht.queries.taakstelling_mensen import blad, getelden, niet_getelden, regels
from overdracht.queries.taakstelling_prognose import (
    Herkomst,
    verwacht_per_dag,
    verwachtingen,
    verwachtregels,
)
from overdracht.services.taakstelling import (
    CoaRegel,
    OpgaveGegevens,
    beginstand_vastleggen,
    coa_telling_vastleggen,
    correctie_vastleggen,
    opgave_vastleggen,
)
from tests.factories import NU, VANDAAG, een_dossier
from tests.overdracht.huishoudens import (
    INSCHRIJVING,
    KOPPELING,
    breng_tot,
    dossiers_van,
    ontvangen,
)
from tests.overdracht.tellingen import (
    beginstand,
    correctie,
    gehuisvest,
    ingeschreven,
    opgave,
    overgedragen,
)
from wet.taakstelling import Tijdvak, Verblijfsgrond

MEI, JULI, OKTOBER = date(2025, 5, 1), date(2025, 7, 1), date(2025, 10, 1)
JANUARI = date(2026, 1, 15)

pytestmark = pytest.mark.django_db


def dagen(**vraag):
    return [mens.dag for mens in getelden(**{"op": VANDAAG} | vraag)]


def redenen(**vraag):
    return [mens.reden for mens in niet_getelden(**{"op": VANDAAG} | vraag)]


# --- Who counts --------------------------------------------------------------------------------
def test_a_household_counts_from_the_registration(team, overdracht):
    breng_tot(team, overdracht, Fase.VERHUIZING)
    assert dagen() == []

    breng_tot_inschrijving(team, overdracht)

    assert dagen() == [INSCHRIJVING] * 3
    assert taakstelling_op(VANDAAG, vandaag=VANDAAG).geteld == 3


def breng_tot_inschrijving(team, overdracht):
    from overdracht.services.huisvesting import inschrijven

    inschrijven(overdracht_id=overdracht.pk, brp_op=INSCHRIJVING, door=team.consulent, nu=NU)


@pytest.mark.parametrize("grond", Verblijfsgrond)
def test_the_ground_decides(gemeente, grond):
    gehuisvest(MEI, grond=grond)

    telt = grond not in (Verblijfsgrond.GEZINSMIGRANT, Verblijfsgrond.OEKRAINE)
    assert dagen() == [MEI] * telt
    assert len(redenen()) == (not telt)


def test_another_municipality_is_not_ours(gemeente):
    persoon = overgedragen(koppeling_op=MEI)
    ingeschreven(persoon, JULI, code="0014")

    assert dagen() == []
    assert redenen() == ["Nog niet ingeschreven; gekoppeld op 1 mei 2025."]


def test_who_was_registered_here_before_the_koppeling_does_not_count(gemeente):
    persoon = overgedragen(koppeling_op=JULI)
    ingeschreven(persoon, MEI)

    assert dagen() == []
    assert redenen() == ["Stond hier al ingeschreven voordat het COA koppelde."]


def test_who_left_the_handover_first_does_not_count(gemeente):
    persoon = overgedragen(koppeling_op=MEI, eind_op=JULI, eind_reden=RedenAfgevallen.OVERLEDEN)
    ingeschreven(persoon, OKTOBER)

    assert dagen() == []
    assert redenen() == ["Niet meer in de overdracht: overleden."]


def test_who_was_housed_first_counts_whatever_came_after(gemeente):
    persoon = overgedragen(koppeling_op=MEI, eind_op=OKTOBER)
    ingeschreven(persoon, JULI)

    assert dagen() == [JULI]


def test_two_handovers_are_one_person(gemeente):
    """Away and back again: counted once, from the first time."""
    persoon = gehuisvest(MEI, eind_op=JULI)
    overgedragen(persoon=persoon, koppeling_op=OKTOBER)
    ingeschreven(persoon, OKTOBER, code="0014")
    ingeschreven(persoon, JANUARI)

    assert dagen() == [MEI]
    assert taakstelling_op(VANDAAG, vandaag=VANDAAG).geteld == 1


def test_as_on_a_day_in_the_past(gemeente):
    gehuisvest(MEI)
    gehuisvest(OKTOBER)

    assert dagen(op=JULI) == [MEI]
    assert dagen(tijdvak=Tijdvak(jaar=2025, helft=2)) == [OKTOBER]
    assert taakstelling_op(JULI, vandaag=VANDAAG).geteld == 1


def test_a_closed_dossier_counts_without_a_name(team, teamleider, overdracht):
    breng_tot(team, overdracht, Fase.INGESCHREVEN)
    for dossier in dossiers_van(overdracht):
        sluiten_voor_anderen(
            dossier_id=dossier.pk,
            medewerkers=[team.consulent],
            door=teamleider,
            nu=NU,
            reden="collega",
        )

    gezien = regels(getelden(op=VANDAAG), voor=team.oov)
    assert [(regel.naam, regel.v_nummer, regel.overdracht_id) for regel in gezien] == [
        ("", "", None)
    ] * 3
    eigen = regels(getelden(op=VANDAAG), voor=team.consulent)
    assert {regel.overdracht_id for regel in eigen} == {overdracht.pk}
    assert all(regel.naam for regel in eigen)


def test_a_household_without_any_dossier_has_names_for_who_sees_the_housing(team):
    gehuisvest(MEI)

    (regel,) = regels(getelden(op=VANDAAG), voor=team.oov)
    assert (regel.naam, regel.dossiernummer) == ("Tesfay", "")
    assert regel.overdracht_id is not None


def test_a_page_beyond_the_end_is_the_last_one(team):
    gehuisvest(MEI)

    deel = blad(getelden(op=VANDAAG), pagina=9, voor=team.oov)
    assert (deel.pagina, deel.paginas, deel.aantal, len(deel.regels)) == (1, 1, 1, 1)


# --- The opgave --------------------------------------------------------------------------------
def test_what_goes_on_to_the_next_period(team):
    opgave(team.oov, 2025, 1, 3)
    opgave(team.oov, 2025, 2, 4)
    opgave(team.oov, 2026, 1, 5)
    for dag in (MEI, OKTOBER, OKTOBER, JANUARI):
        gehuisvest(dag)

    nieuwste, vorige, eerste = taakstelling_op(VANDAAG, vandaag=VANDAAG).regels

    assert (eerste.voorsprong, eerste.achterstand, eerste.stand.saldo) == (0, 0, -2)
    assert (vorige.achterstand, vorige.stand.te_huisvesten, vorige.stand.saldo) == (2, 6, -4)
    assert (nieuwste.achterstand, nieuwste.stand.te_huisvesten) == (4, 9)
    assert (nieuwste.stand.gehuisvest, nieuwste.stand.saldo, nieuwste.huidig) == (1, -8, True)
    assert [regel.stand.open for regel in (eerste, vorige, nieuwste)] == [0, 3, 5]


def test_the_number_is_checked_against_the_law(team):
    opgave(
        team.oov,
        2026,
        1,
        49,
        landelijk=13500,
        inwoners_gemeente=64200,
        inwoners_nederland=17590672,
    )

    (regel,) = taakstelling_op(VANDAAG, vandaag=VANDAAG).regels
    assert (regel.berekend, regel.verschil) == (50, -1)


@pytest.mark.parametrize(
    ("eerst", "dan", "reden"),
    [
        ((2025, 1), (2025, 1), "Er is al een opgave voor de 1e helft 2025."),
        (
            (2025, 0),
            (2025, 2),
            "Er is al een opgave voor heel 2025. Van een jaar legt u het geheel vast, "
            "of de helften.",
        ),
        (
            (2025, 2),
            (2025, 0),
            "Er is al een opgave voor de 2e helft 2025. Van een jaar legt u het geheel vast, "
            "of de helften.",
        ),
    ],
)
def test_a_period_has_one_opgave(team, eerst, dan, reden):
    opgave(team.oov, *eerst, 10)

    with pytest.raises(Geweigerd) as weigering:
        opgave(team.oov, *dan, 12)
    assert (weigering.value.reden, weigering.value.veld) == (reden, "helft")


@pytest.mark.parametrize(
    ("eerst", "dan", "mag"),
    [((2025, 0), (2025, 1), False), ((2025, 1), (2025, 2), True), ((2025, 0), (2026, 1), True)],
)
def test_the_database_keeps_years_and_halves_apart(team, eerst, dan, mag):
    def rij(jaar, helft):
        Opgave(jaar=jaar, helft=helft, aantal=1, bron="x").save()

    with spoor(door=team.oov, nu=NU), transaction.atomic():
        rij(*eerst)
        if mag:
            rij(*dan)
        else:
            with pytest.raises(IntegrityError, match="opgave_tijdvak_een_keer"):
                rij(*dan)
            return
    assert Opgave.objects.count() == 2


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"uiterlijk_op": date(2024, 12, 31)}, "uiterlijk_op"),
        ({"landelijk": 100}, "landelijk"),
        (
            {"landelijk": 100, "inwoners_gemeente": 20, "inwoners_nederland": 10},
            "inwoners_nederland",
        ),
    ],
)
def test_numbers_that_cannot_be(team, velden, veld):
    with pytest.raises(Geweigerd) as weigering:
        opgave(team.oov, 2025, 1, 10, **velden)
    assert weigering.value.veld == veld


def test_a_day_of_its_own_for_the_backlog(team):
    """Forty-two of the first half of 2023 by 1 April 2025, of which a part was done already."""
    opgave(team.oov, 2023, 1, 42, uiterlijk_op=date(2025, 4, 1))
    beginstand(team.oov, date(2023, 12, 31), 40)
    gehuisvest(date(2025, 3, 31))

    op_de_dag = taakstelling_op(date(2025, 4, 1), vandaag=VANDAAG).stand
    dag_erna = taakstelling_op(date(2025, 4, 2), vandaag=VANDAAG).stand
    assert (op_de_dag.achterstand, op_de_dag.te_laat, dag_erna.te_laat) == (1, 0, 1)


def test_an_opgave_is_changed_by_one_at_a_time(team):
    rij = opgave(team.oov, 2025, 1, 10)
    gegevens = OpgaveGegevens(jaar=2025, helft=1, aantal=12, bron="nieuwe brief")
    wie = {"gegevens": gegevens, "opgave_id": rij.pk, "door": team.oov, "nu": NU}

    opgave_vastleggen(versie=rij.versie, **wie)

    with pytest.raises(Gewijzigd):
        opgave_vastleggen(versie=rij.versie, **wie)
    assert list(rij.history.order_by("history_id").values_list("aantal", flat=True)) == [10, 12]


# --- The beginstand ----------------------------------------------------------------------------
def test_who_is_in_the_beginstand_does_not_count_again(team):
    opgave(team.oov, 2025, 1, 10)
    opgave(team.oov, 2025, 2, 10)
    gehuisvest(MEI)
    gehuisvest(OKTOBER)
    beginstand(team.oov, date(2025, 6, 30), 8)

    stand = taakstelling_op(VANDAAG, vandaag=VANDAAG)

    assert [regel.stand.gehuisvest for regel in stand.regels] == [1, 0]
    assert [regel.voor_beginstand for regel in stand.regels] == [False, True]
    assert stand.stand.nog_te_huisvesten == 11
    assert dagen() == [OKTOBER]
    assert redenen() == ["Gehuisvest op 1 mei 2025: zit in de beginstand."]


def test_before_the_beginstand_nothing_is_known(team):
    opgave(team.oov, 2025, 1, 10)
    beginstand(team.oov, date(2025, 6, 30), 8)

    stand = taakstelling_op(MEI, vandaag=VANDAAG)

    assert (stand.stand, stand.regels) == (None, ())
    assert stand.reden == (
        "Nog niet te bepalen: wacht op wie er is gehuisvest tot en met maandag 30 juni 2025."
    )


def test_there_is_one_beginstand_and_it_can_be_corrected(team):
    eerste = beginstand(team.oov, date(2025, 6, 30), 8)
    wie = {"op": date(2025, 6, 30), "aantal": 9, "bron": "nageteld", "door": team.oov, "nu": NU}

    beginstand_vastleggen(versie=eerste.versie, **wie)

    with pytest.raises(Gewijzigd):
        beginstand_vastleggen(versie=eerste.versie, **wie)
    eerste.refresh_from_db()
    assert (eerste.aantal, type(eerste).objects.count()) == (9, 1)


def test_a_beginstand_is_not_of_tomorrow(team):
    with pytest.raises(Geweigerd, match="ligt in de toekomst"):
        beginstand(team.oov, VANDAAG + timedelta(days=1), 8)


# --- Corrections -------------------------------------------------------------------------------
def test_a_number_of_the_province_counts_from_its_day(team):
    opgave(team.oov, 2025, 2, 5)
    gehuisvest(OKTOBER)
    correctie(team.oov, date(2025, 12, 1), -2)

    ervoor = taakstelling_op(date(2025, 11, 30), vandaag=VANDAAG)
    erna = taakstelling_op(date(2025, 12, 1), vandaag=VANDAAG)

    assert (ervoor.stand.nog_te_huisvesten, erna.stand.nog_te_huisvesten) == (4, 6)
    assert (erna.regels[0].stand.gehuisvest, erna.regels[0].correctie) == (-1, -2)
    assert (ervoor.correcties, len(erna.correcties)) == ((), 1)


def test_a_person_who_no_longer_counts_and_counts_again(team):
    dossier = een_dossier(door=team.oov)
    overgedragen(persoon=dossier.persoon, koppeling_op=date(2025, 1, 2))
    ingeschreven(dossier.persoon, MEI)

    correctie(team.oov, JULI, -1, dossier.persoon)
    assert (dagen(), dagen(op=MEI)) == ([], [MEI])
    assert redenen() == ["De provincie telt deze persoon niet mee: Besluit van de provincie"]

    correctie(team.oov, OKTOBER, 1, dossier.persoon)
    assert dagen() == [OKTOBER]
    assert taakstelling_op(VANDAAG, vandaag=VANDAAG).geteld == 1


def test_who_counts_by_decision_is_not_counted_again_when_registered(team):
    dossier = een_dossier(door=team.oov)
    overgedragen(persoon=dossier.persoon, koppeling_op=date(2025, 1, 2))
    correctie(team.oov, MEI, 1, dossier.persoon)

    ingeschreven(dossier.persoon, OKTOBER)

    assert dagen() == [MEI]
    assert taakstelling_op(VANDAAG, vandaag=VANDAAG).geteld == 1


@pytest.mark.parametrize(
    ("aantal", "telt", "veld"),
    [(1, True, "v_nummer"), (-1, False, "v_nummer"), (-2, True, "aantal")],
)
def test_a_person_counts_once(team, aantal, telt, veld):
    dossier = een_dossier(door=team.oov)
    overgedragen(persoon=dossier.persoon, koppeling_op=date(2025, 1, 2))
    if telt:
        ingeschreven(dossier.persoon, MEI)

    with pytest.raises(Geweigerd) as weigering:
        correctie(team.oov, OKTOBER, aantal, dossier.persoon)
    assert weigering.value.veld == veld
    assert Correctie.objects.count() == 0


def test_whom_one_may_not_see_cannot_be_corrected(team, teamleider):
    dossier = een_dossier(door=team.oov)
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="collega"
    )

    with pytest.raises(Geweigerd, match="Er is hier niemand met dit V-nummer"):
        correctie(team.oov, OKTOBER, 1, dossier.persoon)


@pytest.mark.parametrize(
    ("op", "aantal", "reden"),
    [
        (VANDAAG + timedelta(days=1), 1, "ligt in de toekomst"),
        (MEI, 1, "valt in de beginstand"),
        (OKTOBER, 0, "verandert niets"),
    ],
)
def test_a_correction_that_cannot_be(team, op, aantal, reden):
    beginstand(team.oov, date(2025, 6, 30), 8)

    with pytest.raises(Geweigerd, match=reden):
        correctie(team.oov, op, aantal)


# --- The forecast ------------------------------------------------------------------------------
def verwacht():
    return [(v.aantal, v.op, v.herkomst) for v in verwachtingen(vandaag=VANDAAG)]


def test_the_first_day_that_is_known_is_the_expected_one(team, overdracht):
    assert verwacht() == [(3, KOPPELING + timedelta(weeks=14), Herkomst.NORM)]


def test_what_the_handover_says_goes_before_the_norm(team):
    ontvangen(team, verwacht_op=VANDAAG + timedelta(days=10))

    assert verwacht() == [(3, VANDAAG + timedelta(days=10), Herkomst.OVERDRACHT)]


def test_the_day_of_the_home_goes_before_all(team):
    overdracht = ontvangen(team, verwacht_op=VANDAAG + timedelta(days=10))
    breng_tot(team, overdracht, Fase.VERHUIZING)

    (verwachting,) = verwachtingen(vandaag=VANDAAG)
    assert (verwachting.op, verwachting.herkomst) == (VANDAAG, Herkomst.WONING)
    assert verwachting.te_laat


def test_who_is_registered_is_expected_no_more(team, overdracht):
    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    assert verwacht() == []


def test_family_on_its_way_reserves_places(team):
    dossier = een_dossier(door=team.oov)
    with spoor(door=team.oov, nu=NU):
        for op in (VANDAAG + timedelta(days=20), None):
            Nareis(inburgeraar=dossier, aantal=4, aangekondigd_op=VANDAAG, verwacht_op=op).save()

    alle = verwachtingen(vandaag=VANDAAG)

    assert [(v.aantal, v.op) for v in alle] == [(4, VANDAAG + timedelta(days=20)), (4, None)]
    assert verwacht_per_dag(alle) == {VANDAAG + timedelta(days=20): 4}
    (regel, _) = verwachtregels(alle, voor=team.oov)
    assert (regel.naam, regel.dossiernummer) == (
        f"Gezin van {dossier.persoon.naam}",
        dossier.dossiernummer,
    )


def test_the_forecast_is_the_count_and_what_is_expected(team):
    opgave(team.oov, 2026, 1, 10)
    gehuisvest(JANUARI)
    ontvangen(team, verwacht_op=VANDAAG + timedelta(days=10))
    ontvangen(team, verwacht_op=date(2026, 7, 1))

    stand = taakstelling_op(VANDAAG, vandaag=VANDAAG)

    assert stand.prognose.tijdvak == Tijdvak(jaar=2026, helft=1)
    assert (stand.prognose.verwacht, stand.prognose.later) == (3, 3)
    assert stand.prognose.stand.nog_te_huisvesten == 6
    assert stand.stand.nog_te_huisvesten == 9
    assert stand.prognose.per_herkomst == [("Verwachte verhuizing volgens de overdracht", 3)]


def test_of_a_day_in_the_past_there_is_no_forecast(team):
    opgave(team.oov, 2026, 1, 10)

    assert taakstelling_op(JANUARI, vandaag=VANDAAG).prognose is None


def test_an_expectation_of_a_closed_dossier_has_no_name(team, teamleider, overdracht):
    for dossier in dossiers_van(overdracht):
        sluiten_voor_anderen(
            dossier_id=dossier.pk,
            medewerkers=[team.consulent],
            door=teamleider,
            nu=NU,
            reden="collega",
        )

    alle = verwachtingen(vandaag=VANDAAG)
    assert [regel.naam for regel in verwachtregels(alle, voor=team.oov)] == [""]


# --- COA ---------------------------------------------------------------------------------------
def coa(team, *paren, **velden):
    return coa_telling_vastleggen(
        **{
            "op": VANDAAG,
            "regels": [CoaRegel(v_nummer=nummer, gehuisvest_op=dag) for nummer, dag in paren],
            "door": team.oov,
            "nu": NU,
        }
        | velden
    )


def test_the_two_lists_person_by_person(team):
    gelijk, alleen_wij, schuift, wisselt = (gehuisvest(MEI) for _ in range(4))
    wacht = overgedragen(koppeling_op=MEI)
    coa(
        team,
        (gelijk.v_nummer, MEI),
        (schuift.v_nummer, MEI + timedelta(days=3)),
        (wisselt.v_nummer, JULI),
        (wacht.v_nummer, MEI),
        ("9999999999", MEI),
    )

    v = vergelijking(voor=team.oov)

    assert (v.wij, v.zij, v.gelijk) == (4, 5, 1)
    assert [r.v_nummer for r in v.alleen_wij] == [alleen_wij.v_nummer]
    assert {r.v_nummer: r.ander_halfjaar for r in v.andere_dag} == {
        schuift.v_nummer: False,
        wisselt.v_nummer: True,
    }
    assert {r.v_nummer: r.wat_te_doen for r in v.alleen_zij} == {
        wacht.v_nummer: (
            "Telt bij ons niet: Nog niet ingeschreven; gekoppeld op 1 mei 2025. "
            "Klopt dat niet, pas dan het dossier aan."
        ),
        "9999999999": (
            "Dit V-nummer kennen wij niet. Controleer het nummer bij het COA en of er een "
            "overdracht is."
        ),
    }


def test_only_the_days_of_the_list_are_compared(team):
    oud, nieuw = gehuisvest(MEI), gehuisvest(OKTOBER)
    coa(team, (nieuw.v_nummer, OKTOBER), vanaf_op=JULI, op=date(2025, 12, 31))

    v = vergelijking(voor=team.oov)

    assert (v.wij, v.gelijk, v.alleen_wij) == (1, 1, ())
    assert oud.v_nummer not in {r.v_nummer for r in v.alleen_zij}


def test_who_is_in_the_beginstand_cannot_be_compared(team):
    beginstand(team.oov, date(2025, 6, 30), 8)
    coa(team, ("9999999999", MEI))

    v = vergelijking(voor=team.oov)
    assert (v.alleen_zij, v.in_beginstand) == ((), 1)


def test_a_closed_dossier_is_a_difference_without_a_name(team, teamleider):
    dossier = een_dossier(door=team.oov)
    coa(team, (dossier.persoon.v_nummer, MEI))
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="collega"
    )

    (regel,) = vergelijking(voor=team.oov).alleen_zij
    assert (regel.naam, regel.v_nummer) == ("", "")


def test_the_newest_list_is_the_one_that_counts(team):
    persoon = gehuisvest(MEI)
    coa(team, (persoon.v_nummer, MEI))
    coa(team, ("9999999999", MEI), op=VANDAAG - timedelta(days=1))

    assert vergelijking(voor=team.oov).gelijk == 1
    assert CoaTelling.objects.count() == 2
    assert CoaTelregel.objects.get(v_nummer=persoon.v_nummer).persoon == persoon
    assert CoaTelregel.history.count() == 2


@pytest.mark.parametrize(
    ("paren", "velden", "reden"),
    [
        ([], {}, "De lijst is leeg."),
        ([("1", MEI), ("1", JULI)], {}, "De regels 1 en 2 hebben hetzelfde V-nummer."),
        ([("1", OKTOBER)], {"op": JULI}, "Regel 1: de dag ligt na de peildatum."),
        ([("1", MEI)], {"vanaf_op": JULI}, "Regel 1: de dag ligt voor het begin van de lijst."),
        ([("1", MEI)], {"vanaf_op": JULI, "op": MEI}, "De lijst begint na de peildatum."),
        ([("1", MEI)], {"op": VANDAAG + timedelta(days=1)}, "De peildatum ligt in de toekomst."),
    ],
)
def test_a_list_that_cannot_be(team, paren, velden, reden):
    with pytest.raises(Geweigerd) as weigering:
        coa(team, *paren, **velden)
    assert weigering.value.reden == reden


def test_without_a_list_there_is_nothing_to_compare(team):
    assert vergelijking(voor=team.oov) is None


def test_the_beginstand_does_not_swallow_a_correction(team):
    versie = beginstand(team.oov, date(2025, 6, 30), 4).versie
    correctie_vastleggen(op=date(2025, 9, 1), aantal=-1, reden="Dubbel", door=team.oov, nu=NU)

    with pytest.raises(Geweigerd, match="al een correctie"):
        beginstand_vastleggen(
            op=date(2025, 12, 31), aantal=5, bron="x", versie=versie, door=team.oov, nu=NU
        )
