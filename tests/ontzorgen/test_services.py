"""Bijstand and the six months: who has a right, from when to when, and what ends them."""

from datetime import date, datetime, timedelta

import pytest

from inburgering.datums import AMSTERDAM
from inburgering.enums import BeeindigReden, TermijnStatus, VerblijfsrechtSoort
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Taak, Termijn, Verblijfsrecht
from inburgering.services import dossiers
from inburgering.services.plichten import verblijfsrecht_corrigeren, verblijfsrecht_vastleggen
from ontzorgen.models import EindeReden, Ontzorgperiode, OntzorgStatus, Uitkering
from ontzorgen.policies.perioden import Bijstand
from ontzorgen.queries.perioden import ontzorgtab, stand_op, te_herzien
from ontzorgen.services.bijstand import (
    bijstand_corrigeren,
    bijstand_vastleggen,
    ontzorgen_herzien,
)
from ontzorgen.services.perioden import (
    afgelopen_beeindigen,
    ontzorgen_activeren,
    ontzorgen_beeindigen,
)
from tests.factories import NU, VANDAAG, een_dossier

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 1, 18)
EIND = date(2026, 7, 17)
EEN_DAG = timedelta(days=1)


def op(dag):
    """The morning of that day."""
    return datetime(dag.year, dag.month, dag.day, 9, 30, tzinfo=AMSTERDAM)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(consulent):
    """With an asylum permit for a fixed time since 2025."""
    dossier = een_dossier(consulent=consulent, nu=op(date(2025, 1, 6)))
    geef_vergunning(dossier, consulent)
    return dossier


def geef_vergunning(dossier, door, soort=VerblijfsrechtSoort.ASIEL_BEPAALD, **velden):
    verblijfsrecht_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=soort,
        door=door,
        nu=NU,
        **({"start_op": date(2025, 1, 1)} | velden),
    )


def leg_vast(dossier, wie, start_op=BEGIN, **velden):
    bijstand = Bijstand(start_op=start_op, **velden)
    return bijstand_vastleggen(dossier_id=dossier.pk, bijstand=bijstand, **wie)


def corrigeer(uitkering, wie, start_op=BEGIN, **velden):
    uitkering.refresh_from_db()
    return bijstand_corrigeren(
        uitkering_id=uitkering.pk,
        versie=uitkering.versie,
        bijstand=Bijstand(start_op=start_op, **velden),
        **wie,
    )


def activeer(wie, besluit_op=VANDAAG, machtiging_op=VANDAAG):
    periode = Ontzorgperiode.objects.get()
    return ontzorgen_activeren(
        periode_id=periode.pk,
        versie=periode.versie,
        besluit_op=besluit_op,
        machtiging_op=machtiging_op,
        **wie,
    )


def beeindig(wie, reden=EindeReden.VERHUISD, op=VANDAAG):
    periode = Ontzorgperiode.objects.get()
    return ontzorgen_beeindigen(
        periode_id=periode.pk, versie=periode.versie, reden=reden, op=op, **wie
    )


def stand():
    """(status, reason, first day, last day) of the period."""
    rij = Ontzorgperiode.objects.get()
    return rij.status, rij.reden_einde, rij.start_op, rij.eind_op


def termijn():
    """(status, last day) of the last term of ontzorgen."""
    rij = Termijn.objects.filter(soort="ontzorgen").order_by("pk").last()
    return rij and (rij.status, rij.eind_op)


def taken(dossier):
    return set(
        Taak.objects.filter(
            inburgeraar=dossier, status="open", soort="ontzorgen_regelen"
        ).values_list("titel", "voor")
    )


# --- The right to bijstand -----------------------------------------------------------------------
def test_bijstand_starts_the_six_months_on_the_day_the_right_arises(dossier, wie):
    uitkering = leg_vast(dossier, wie, besluit_op=date(2026, 2, 10))

    assert (uitkering.start_op, uitkering.besluit_op) == (BEGIN, date(2026, 2, 10))
    assert stand() == (OntzorgStatus.AANGEMELD, "", BEGIN, EIND)
    assert termijn() == (TermijnStatus.LOPEND, EIND)
    assert taken(dossier) == {("Ontzorgen regelen", "administratie")}


@pytest.mark.parametrize("soort", [VerblijfsrechtSoort.ASIEL_BEPAALD, VerblijfsrechtSoort.NAREIS])
def test_an_asylum_permit_for_a_fixed_time_gives_a_right(consulent, wie, soort):
    dossier = een_dossier(consulent=consulent)
    geef_vergunning(dossier, consulent, soort)

    leg_vast(dossier, wie)

    assert Ontzorgperiode.objects.count() == 1


@pytest.mark.parametrize(
    "soort",
    [
        VerblijfsrechtSoort.ASIEL_ONBEPAALD,
        VerblijfsrechtSoort.REGULIER_GEZIN,
        VerblijfsrechtSoort.REGULIER_OVERIG,
    ],
)
def test_another_permit_gives_bijstand_only(consulent, wie, soort):
    dossier = een_dossier(consulent=consulent)
    geef_vergunning(dossier, consulent, soort)

    leg_vast(dossier, wie)

    assert Uitkering.objects.count() == 1
    assert not Ontzorgperiode.objects.exists()
    assert termijn() is None


def test_an_unknown_permit_is_asked_for_first(consulent, wie):
    dossier = een_dossier(consulent=consulent)

    with pytest.raises(Geweigerd, match="welke verblijfsvergunning") as fout:
        leg_vast(dossier, wie)

    assert fout.value.veld == "start_op"
    assert not Uitkering.objects.exists()


@pytest.mark.parametrize(
    ("geldig", "bekend"),
    [
        ({"start_op": BEGIN}, True),
        ({"start_op": BEGIN + EEN_DAG}, False),
        ({"eind_op": BEGIN}, True),
        ({"eind_op": BEGIN - EEN_DAG}, False),
    ],
)
def test_the_permit_of_the_first_day_counts(consulent, wie, geldig, bekend):
    dossier = een_dossier(consulent=consulent)
    geef_vergunning(dossier, consulent, **geldig)

    if bekend:
        leg_vast(dossier, wie)
    else:
        with pytest.raises(Geweigerd, match="welke verblijfsvergunning"):
            leg_vast(dossier, wie)

    assert Ontzorgperiode.objects.exists() is bekend


def test_the_ondertussengroep_has_no_right_whatever_the_permit(consulent, wie):
    dossier = een_dossier(consulent=consulent, regime="Wi2013")

    leg_vast(dossier, wie, start_op=date(2020, 5, 1))

    assert not Ontzorgperiode.objects.exists()


@pytest.mark.parametrize(
    ("bijstand", "veld", "reden"),
    [
        ({"start_op": VANDAAG + EEN_DAG}, "start_op", "ligt in de toekomst"),
        ({"besluit_op": VANDAAG + EEN_DAG}, "besluit_op", "ligt in de toekomst"),
        ({"eind_op": BEGIN - EEN_DAG}, "eind_op", "voor het begin"),
    ],
)
def test_dates_that_cannot_be(dossier, wie, bijstand, veld, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        leg_vast(dossier, wie, **bijstand)

    assert fout.value.veld == veld


def test_bijstand_from_before_the_law_is_recorded_without_ontzorgen(consulent, wie):
    dossier = een_dossier(consulent=consulent)
    geef_vergunning(dossier, consulent, start_op=date(2021, 1, 1))

    leg_vast(dossier, wie, start_op=date(2021, 12, 31))

    assert herzien_taken() == []
    assert not Ontzorgperiode.objects.exists()
    tab = ontzorgtab(dossier, op=VANDAAG)
    assert tab.recht is False
    assert "ontzorgen bestaat sinds dan" in tab.waarom_recht.stappen[1]


def test_bijstand_is_recorded_once_at_a_time(dossier, wie):
    leg_vast(dossier, wie)

    with pytest.raises(Geweigerd, match="al bijstand vastgelegd vanaf 18-01-2026"):
        leg_vast(dossier, wie, start_op=date(2026, 2, 1))


def test_bijstand_of_long_ago_gives_a_period_that_is_over(dossier, wie):
    leg_vast(dossier, wie, start_op=date(2025, 2, 1))

    assert stand() == (
        OntzorgStatus.BEEINDIGD,
        EindeReden.PERIODE,
        date(2025, 2, 1),
        date(2025, 7, 31),
    )
    assert termijn() == (TermijnStatus.VERVALLEN, date(2025, 7, 31))
    assert taken(dossier) == set()


def test_a_dossier_that_rests_gets_no_bijstand(dossier, wie):
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)

    with pytest.raises(Geweigerd, match="opgeschort"):
        leg_vast(dossier, wie)


# --- Correcting ----------------------------------------------------------------------------------
def test_a_corrected_day_moves_period_and_term(dossier, wie):
    uitkering = leg_vast(dossier, wie)

    corrigeer(uitkering, wie, start_op=date(2026, 2, 1))

    assert stand() == (OntzorgStatus.AANGEMELD, "", date(2026, 2, 1), date(2026, 7, 31))
    assert termijn() == (TermijnStatus.LOPEND, date(2026, 7, 31))
    assert Termijn.objects.filter(soort="ontzorgen").count() == 1


def test_a_corrected_year_brings_a_period_back_that_was_over(dossier, wie):
    uitkering = leg_vast(dossier, wie, start_op=date(2025, 1, 18))
    assert stand()[0] == OntzorgStatus.BEEINDIGD

    corrigeer(uitkering, wie)

    assert stand() == (OntzorgStatus.AANGEMELD, "", BEGIN, EIND)
    assert termijn() == (TermijnStatus.LOPEND, EIND)


def test_the_end_of_bijstand_ends_ontzorgen_after_its_last_day(dossier, wie):
    uitkering = leg_vast(dossier, wie)
    activeer(wie)

    corrigeer(uitkering, wie, eind_op=VANDAAG)
    assert stand()[:2] == (OntzorgStatus.ACTIEF, "")

    corrigeer(uitkering, wie, eind_op=VANDAAG - EEN_DAG)
    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.BIJSTAND)
    assert termijn()[0] == TermijnStatus.VERVALLEN


def test_an_end_typed_by_mistake_is_taken_back(dossier, wie):
    uitkering = leg_vast(dossier, wie)
    activeer(wie)
    corrigeer(uitkering, wie, eind_op=VANDAAG - EEN_DAG)

    corrigeer(uitkering, wie)

    assert stand() == (OntzorgStatus.ACTIEF, "", BEGIN, EIND)
    assert termijn() == (TermijnStatus.LOPEND, EIND)


def test_a_day_without_the_permit_takes_the_right_away_and_gives_it_back(consulent, wie):
    dossier = een_dossier(consulent=consulent)
    regulier = VerblijfsrechtSoort.REGULIER_OVERIG
    geef_vergunning(dossier, consulent, regulier, eind_op=BEGIN - EEN_DAG)
    geef_vergunning(dossier, consulent, start_op=BEGIN)
    uitkering = leg_vast(dossier, wie)

    corrigeer(uitkering, wie, start_op=BEGIN - EEN_DAG)
    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.GEEN_RECHT)
    assert termijn()[0] == TermijnStatus.VERVALLEN

    corrigeer(uitkering, wie)
    assert stand() == (OntzorgStatus.AANGEMELD, "", BEGIN, EIND)


def test_a_decision_to_stop_is_not_undone_by_a_correction(dossier, wie):
    uitkering = leg_vast(dossier, wie)
    beeindig(wie, EindeReden.ANDERS)

    corrigeer(uitkering, wie, start_op=date(2026, 2, 1))

    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.ANDERS)
    assert termijn()[0] == TermijnStatus.VERVALLEN


def test_who_corrects_second_is_told(dossier, wie):
    uitkering = leg_vast(dossier, wie)

    with pytest.raises(Gewijzigd):
        bijstand_corrigeren(
            uitkering_id=uitkering.pk,
            versie=uitkering.versie + 1,
            bijstand=Bijstand(start_op=BEGIN),
            **wie,
        )


# --- Arranging -----------------------------------------------------------------------------------
def test_decision_and_machtiging_make_it_active(dossier, wie):
    leg_vast(dossier, wie)

    periode = activeer(wie, besluit_op=date(2026, 2, 20))

    assert (periode.status, periode.geregeld) == (OntzorgStatus.ACTIEF, True)
    assert (periode.besluit_op, periode.machtiging_op) == (date(2026, 2, 20), VANDAAG)
    assert taken(dossier) == set()


@pytest.mark.parametrize("veld", ["besluit_op", "machtiging_op"])
def test_decision_and_machtiging_are_not_of_tomorrow(dossier, wie, veld):
    leg_vast(dossier, wie)

    with pytest.raises(Geweigerd, match="ligt in de toekomst") as fout:
        activeer(wie, **{veld: VANDAAG + EEN_DAG})

    assert fout.value.veld == veld


@pytest.mark.parametrize("veld", ["besluit_op", "machtiging_op"])
def test_a_paper_of_long_before_the_bijstand_is_a_slip_of_the_pen(dossier, wie, veld):
    leg_vast(dossier, wie)
    vroegst = BEGIN - 92 * EEN_DAG

    with pytest.raises(Geweigerd, match="Controleer het jaar van") as fout:
        activeer(wie, **{veld: vroegst - EEN_DAG})

    assert fout.value.veld == veld
    assert activeer(wie, **{veld: vroegst}).status == OntzorgStatus.ACTIEF


def test_it_is_arranged_once(dossier, wie):
    leg_vast(dossier, wie)
    activeer(wie)

    with pytest.raises(Geweigerd, match="al geregeld"):
        activeer(wie)


def test_what_is_over_is_not_arranged(dossier, wie, consulent):
    leg_vast(dossier, wie)

    with pytest.raises(Geweigerd, match="waren t/m 17-07-2026 en zijn voorbij"):
        activeer({"door": consulent, "nu": op(EIND + EEN_DAG)})


# --- Ending --------------------------------------------------------------------------------------
def test_stopping_early_ends_period_and_term(dossier, wie):
    leg_vast(dossier, wie)
    activeer(wie)

    periode = beeindig(wie)

    assert (periode.status, periode.beeindigd_op) == (OntzorgStatus.BEEINDIGD, VANDAAG)
    assert termijn() == (TermijnStatus.VERVALLEN, EIND)
    assert Uitkering.objects.get().eind_op is None


def test_when_bijstand_stopped_it_ends_too(dossier, wie):
    leg_vast(dossier, wie)

    beeindig(wie, EindeReden.BIJSTAND)

    assert Uitkering.objects.get().eind_op == VANDAAG


@pytest.mark.parametrize(
    ("einde", "veld"),
    [
        ({"op": VANDAAG + EEN_DAG}, "op"),
        ({"op": BEGIN - EEN_DAG}, "op"),
        ({"reden": EindeReden.PERIODE}, "reden"),
        ({"reden": EindeReden.DOSSIER}, "reden"),
    ],
)
def test_an_end_that_cannot_be(dossier, wie, einde, veld):
    leg_vast(dossier, wie)

    with pytest.raises(Geweigerd) as fout:
        beeindig(wie, **einde)

    assert fout.value.veld == veld


def test_it_ends_once(dossier, wie):
    leg_vast(dossier, wie)
    beeindig(wie)

    with pytest.raises(Geweigerd, match="al beëindigd"):
        beeindig(wie)


@pytest.mark.parametrize(
    ("geregeld", "uitkomst"), [(True, TermijnStatus.GEHAALD), (False, TermijnStatus.VERVALLEN)]
)
def test_the_night_after_the_last_day_ends_it_once(dossier, wie, consulent, geregeld, uitkomst):
    leg_vast(dossier, wie)
    if geregeld:
        activeer(wie)

    assert afgelopen_beeindigen(door=consulent, nu=op(EIND)) == 0
    assert afgelopen_beeindigen(door=consulent, nu=op(EIND + EEN_DAG)) == 1
    assert afgelopen_beeindigen(door=consulent, nu=op(EIND + EEN_DAG)) == 0

    assert stand() == (OntzorgStatus.BEEINDIGD, EindeReden.PERIODE, BEGIN, EIND)
    assert Ontzorgperiode.objects.get().beeindigd_op == EIND
    assert termijn() == (uitkomst, EIND)
    assert taken(dossier) == set()


def test_a_night_that_was_missed_is_made_up_for(dossier, wie, consulent):
    leg_vast(dossier, wie)

    afgelopen_beeindigen(door=consulent, nu=op(EIND + 40 * EEN_DAG))

    assert Ontzorgperiode.objects.get().beeindigd_op == EIND


def test_the_night_after_the_last_day_of_bijstand_ends_it(dossier, wie, consulent):
    uitkering = leg_vast(dossier, wie)
    tot = VANDAAG + 10 * EEN_DAG
    corrigeer(uitkering, wie, eind_op=tot)

    assert afgelopen_beeindigen(door=consulent, nu=op(tot)) == 0
    assert afgelopen_beeindigen(door=consulent, nu=op(tot + EEN_DAG)) == 1

    assert stand()[1] == EindeReden.BIJSTAND
    assert Ontzorgperiode.objects.get().beeindigd_op == tot


def test_a_second_right_to_bijstand_has_a_period_and_a_term_of_its_own(dossier, wie, consulent):
    leg_vast(dossier, wie, start_op=date(2025, 2, 1), eind_op=date(2025, 10, 31))

    leg_vast(dossier, wie)

    assert [rij.status for rij in Ontzorgperiode.objects.all()] == ["aangemeld", "beeindigd"]
    assert termijn() == (TermijnStatus.LOPEND, EIND)


# --- A permit that turns out to be another -------------------------------------------------------
def corrigeer_vergunning(dossier, wie, soort, **velden):
    recht = Verblijfsrecht.objects.get(persoon=dossier.persoon_id)
    verblijfsrecht_corrigeren(
        verblijfsrecht_id=recht.pk,
        versie=recht.versie,
        soort=soort,
        **({"start_op": recht.start_op} | velden),
        **wie,
    )


def herzien_taken():
    return list(Taak.objects.filter(soort="ontzorgen_herzien", status="open"))


def test_a_permit_without_a_right_asks_the_administratie_to_look_again(dossier, wie):
    uitkering = leg_vast(dossier, wie)
    activeer(wie)
    assert herzien_taken() == []

    corrigeer_vergunning(dossier, wie, VerblijfsrechtSoort.REGULIER_GEZIN)

    assert [(taak.voor, taak.pagina) for taak in herzien_taken()] == [
        ("administratie", "ontzorgen")
    ]
    assert stand()[0] == OntzorgStatus.ACTIEF  # who pays decides, not who corrects

    ontzorgen_herzien(uitkering_id=uitkering.pk, versie=uitkering.versie, **wie)

    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.GEEN_RECHT)
    assert termijn()[0] == TermijnStatus.VERVALLEN
    assert herzien_taken() == []


def test_a_permit_that_gives_a_right_after_all_starts_the_six_months(dossier, wie):
    corrigeer_vergunning(dossier, wie, VerblijfsrechtSoort.REGULIER_GEZIN)
    uitkering = leg_vast(dossier, wie)
    assert not Ontzorgperiode.objects.exists()

    corrigeer_vergunning(dossier, wie, VerblijfsrechtSoort.ASIEL_BEPAALD)
    assert len(herzien_taken()) == 1
    ontzorgen_herzien(uitkering_id=uitkering.pk, versie=uitkering.versie, **wie)

    assert stand() == (OntzorgStatus.AANGEMELD, "", BEGIN, EIND)
    assert termijn() == (TermijnStatus.LOPEND, EIND)
    assert herzien_taken() == []


def test_back_and_forth_leaves_what_was_arranged(dossier, wie):
    uitkering = leg_vast(dossier, wie)
    activeer(wie)
    for soort in (VerblijfsrechtSoort.REGULIER_GEZIN, VerblijfsrechtSoort.ASIEL_BEPAALD):
        corrigeer_vergunning(dossier, wie, soort)
        ontzorgen_herzien(uitkering_id=uitkering.pk, versie=uitkering.versie, **wie)

    assert stand() == (OntzorgStatus.ACTIEF, "", BEGIN, EIND)


def test_nothing_to_look_at_again_is_refused(dossier, wie):
    uitkering = leg_vast(dossier, wie)
    activeer(wie)

    with pytest.raises(Geweigerd, match="past al bij het verblijfsrecht"):
        ontzorgen_herzien(uitkering_id=uitkering.pk, versie=uitkering.versie, **wie)

    assert stand() == (OntzorgStatus.ACTIEF, "", BEGIN, EIND)


def test_a_permit_of_which_the_day_is_gone_must_be_known_first(dossier, wie):
    uitkering = leg_vast(dossier, wie)
    corrigeer_vergunning(dossier, wie, VerblijfsrechtSoort.ASIEL_BEPAALD, start_op=BEGIN + EEN_DAG)

    assert len(herzien_taken()) == 1
    with pytest.raises(Geweigerd, match="welke verblijfsvergunning deze persoon had"):
        ontzorgen_herzien(uitkering_id=uitkering.pk, versie=uitkering.versie, **wie)


@pytest.mark.parametrize("nieuw", VerblijfsrechtSoort)
@pytest.mark.parametrize("oud", VerblijfsrechtSoort)
@pytest.mark.parametrize("gestopt", [None, EindeReden.VERHUISD])
def test_one_dossier_and_all_dossiers_follow_one_rule(dossier, wie, oud, nieuw, gestopt):
    corrigeer_vergunning(dossier, wie, oud)
    leg_vast(dossier, wie)
    if gestopt and Ontzorgperiode.objects.exists():
        beeindig(wie, reden=gestopt)

    corrigeer_vergunning(dossier, wie, nieuw)

    assert te_herzien().exists() == ontzorgtab(dossier, op=VANDAAG).te_herzien


# --- With the dossier ----------------------------------------------------------------------------
def test_a_dossier_that_ends_stops_it_on_that_day(dossier, wie):
    leg_vast(dossier, wie)
    activeer(wie)

    dossiers.beeindigen(
        dossier_id=dossier.pk, reden=BeeindigReden.OVERLEDEN, op=VANDAAG - 3 * EEN_DAG, **wie
    )

    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.DOSSIER)
    assert Ontzorgperiode.objects.get().beeindigd_op == VANDAAG - 3 * EEN_DAG
    assert termijn()[0] == TermijnStatus.VERVALLEN


@pytest.mark.parametrize("geregeld", [True, False])
def test_a_dossier_that_goes_on_takes_it_up_where_the_calendar_is(
    dossier, wie, consulent, geregeld
):
    leg_vast(dossier, wie)
    if geregeld:
        activeer(wie)
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)
    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.DOSSIER)

    dossiers.hervatten(
        dossier_id=dossier.pk, reden="voorbij", door=consulent, nu=op(date(2026, 4, 1))
    )

    status = OntzorgStatus.ACTIEF if geregeld else OntzorgStatus.AANGEMELD
    assert stand() == (status, "", BEGIN, EIND)
    assert termijn() == (TermijnStatus.LOPEND, EIND)


def test_a_dossier_that_goes_on_too_late_finds_it_over(dossier, wie, consulent):
    leg_vast(dossier, wie)
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)

    dossiers.hervatten(
        dossier_id=dossier.pk, reden="voorbij", door=consulent, nu=op(EIND + EEN_DAG)
    )

    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.PERIODE)
    assert termijn()[0] == TermijnStatus.VERVALLEN


def test_what_was_stopped_before_stays_stopped(dossier, wie):
    leg_vast(dossier, wie)
    beeindig(wie)
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)

    dossiers.hervatten(dossier_id=dossier.pk, reden="voorbij", **wie)

    assert stand()[:2] == (OntzorgStatus.BEEINDIGD, EindeReden.VERHUISD)


# --- Where it is ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (BEGIN, (1, 1, 180)),
        (date(2026, 2, 17), (31, 1, 150)),
        (date(2026, 2, 18), (32, 2, 149)),
        (EIND, (181, 6, 0)),
    ],
)
def test_day_and_month_of_a_period(dossier, wie, dag, verwacht):
    leg_vast(dossier, wie)

    waar = stand_op(Ontzorgperiode.objects.get(), op=dag)

    assert (waar.dag, waar.maand, waar.dagen_over) == verwacht
    assert waar.maanden == 6
