"""A household comes in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from inburgering.datums import OnzekereDatum
from inburgering.enums import (
    Gezinsrol,
    SchakelNummer,
    SchakelStatus,
    VerblijfSoort,
    VerblijfsrechtSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gezin, Gezinslid, Inburgeraar, Persoon, Verblijf, Verblijfsrecht
from inburgering.services.personen import AlBekend
from overdracht.enums import Fase
from overdracht.models import Huisvesting, HuisvestingStatus, Overdracht, OverdrachtStatus
from overdracht.queries.standen import stand_van
from overdracht.services.ontvangen import overdracht_ontvangen
from tests.factories import NU, VANDAAG, een_dossier, geldig_bsn
from tests.overdracht.huishoudens import (
    KOPPELING,
    breng_tot,
    dossiers_van,
    kind,
    lid,
    ontvangen,
    overdrachtgegevens,
)


def geweigerd(team, *leden, **velden):
    with pytest.raises(Geweigerd) as fout:
        ontvangen(team, *leden, **velden)
    return fout.value.veld, fout.value.reden


def test_a_household_comes_in_whole(team):
    overdracht = ontvangen(team, kamers=3, begane_grond=True)

    assert (overdracht.status, overdracht.ontvangen_op) == (OverdrachtStatus.ONTVANGEN, VANDAAG)
    assert (overdracht.kamers, overdracht.begane_grond) == (3, True)
    leden = Gezinslid.objects.filter(gezin=overdracht.gezin).order_by("pk")
    assert list(leden.values_list("rol", "start_op", "eind_op")) == [
        (Gezinsrol.REFERENT, KOPPELING, None),
        (Gezinsrol.PARTNER, KOPPELING, None),
        (Gezinsrol.KIND, KOPPELING, None),
    ]
    verblijven = Verblijf.objects.filter(persoon__lidmaatschappen__gezin=overdracht.gezin)
    assert (
        list(verblijven.values_list("soort", "plaats", "start_op"))
        == [(VerblijfSoort.AZC, "AZC Ter Apel", KOPPELING)] * 3
    )
    zoektocht = Huisvesting.objects.get(overdracht=overdracht)
    assert (zoektocht.status, zoektocht.gezocht_op) == (HuisvestingStatus.GEZOCHT, VANDAAG)


def test_each_adult_gets_a_dossier_and_a_child_none(team):
    dossiers = dossiers_van(ontvangen(team))

    assert [(d.doelgroep, d.wordt_gehuisvest) for d in dossiers] == [("asiel", True)] * 2
    assert [
        list(d.schakels.values_list("nummer", "status").order_by("nummer")) for d in dossiers
    ] == [
        [
            (SchakelNummer.PLICHT, SchakelStatus.OPEN),
            (SchakelNummer.VOORBEREIDEN, SchakelStatus.OPEN),
            (SchakelNummer.INTAKE_EN_PIP, SchakelStatus.WACHT),
            (SchakelNummer.INBURGEREN, SchakelStatus.WACHT),
            (SchakelNummer.AFRONDEN, SchakelStatus.WACHT),
        ]
    ] * 2


def test_the_timeline_says_where_the_household_comes_from(team):
    dossier = dossiers_van(ontvangen(team))[0]

    assert [
        tekst for tekst in dossier.gebeurtenissen.values_list("tekst", flat=True) if "COA" in tekst
    ] == [f"Overdracht ontvangen van het COA: AZC Ter Apel, gekoppeld op {KOPPELING:%d-%m-%Y}"]


def test_who_is_eighteen_today_gets_a_dossier_and_who_is_so_tomorrow_does_not(team):
    jarig = OnzekereDatum(VANDAAG.year - 18, VANDAAG.month, VANDAAG.day)
    net_niet = OnzekereDatum(VANDAAG.year - 18, VANDAAG.month, VANDAAG.day + 1)

    overdracht = ontvangen(
        team, lid(geboortedatum=jarig), lid(Gezinsrol.ANDERS, geboortedatum=net_niet)
    )

    assert [d.persoon.geboortedatum for d in dossiers_van(overdracht)] == [jarig]


def test_an_adult_without_a_duty_gets_no_dossier(team):
    overdracht = ontvangen(team, lid(), lid(Gezinsrol.ANDERS, dossier=False))

    assert len(dossiers_van(overdracht)) == 1


def test_a_case_opens_on_a_v_nummer_alone(team):
    overdracht = ontvangen(team, lid(bsn="", v_nummer="123456789"))

    (dossier,) = dossiers_van(overdracht)
    assert (dossier.persoon.v_nummer, dossier.persoon.bsn_bekend) == ("0123456789", False)


def test_a_child_born_since_the_koppeling_is_there_from_its_birth(team):
    geboren = KOPPELING + timedelta(days=10)

    ontvangen(
        team,
        lid(),
        kind(geboortedatum=OnzekereDatum(geboren.year, geboren.month, geboren.day)),
    )

    assert list(Verblijf.objects.order_by("pk").values_list("start_op", flat=True)) == [
        KOPPELING,
        geboren,
    ]


def test_the_permit_is_recorded_when_its_date_is_known(team):
    overdracht_ontvangen(
        gegevens=overdrachtgegevens(),
        personen=[lid(), kind()],
        vergunning_vanaf=date(2024, 7, 1),
        door=team.oov,
        nu=NU,
    )

    assert (
        list(Verblijfsrecht.objects.values_list("soort", "start_op"))
        == [(VerblijfsrechtSoort.ASIEL_BEPAALD, date(2024, 7, 1))] * 2
    )


@pytest.mark.parametrize(
    ("koppeling_op", "reden"),
    [
        (VANDAAG + timedelta(days=1), "De koppeling ligt in de toekomst."),
        (date(2004, 1, 1), "Controleer het jaar van de koppeling."),
    ],
)
def test_a_koppeling_that_cannot_be(team, koppeling_op, reden):
    assert geweigerd(team, koppeling_op=koppeling_op) == ("koppeling_op", reden)


def test_a_household_does_not_move_before_its_koppeling(team):
    assert geweigerd(team, verwacht_op=KOPPELING - timedelta(days=1)) == (
        "verwacht_op",
        f"De verhuizing kan niet voor de koppeling liggen ({KOPPELING:%d-%m-%Y}).",
    )
    assert ontvangen(team, verwacht_op=KOPPELING).verwacht_op == KOPPELING


def test_a_permit_of_tomorrow_is_refused(team):
    with pytest.raises(Geweigerd, match="begint in de toekomst") as fout:
        overdracht_ontvangen(
            gegevens=overdrachtgegevens(),
            personen=[lid()],
            vergunning_vanaf=VANDAAG + timedelta(days=1),
            door=team.oov,
            nu=NU,
        )
    assert fout.value.veld == "vergunning_vanaf"


def test_a_household_without_an_adult_is_refused(team):
    minderjarig = OnzekereDatum(2010, 1, 1)

    assert geweigerd(team, lid(geboortedatum=minderjarig)) == (
        "personen-0-geboortedatum",
        "Dit gezin heeft geen volwassene: controleer de geboortedatums.",
    )


def test_a_household_of_which_nobody_has_a_duty_still_needs_a_home(team):
    """An old person, for instance: no dossier, but a home, and a place in the taakstelling."""
    overdracht = ontvangen(team, lid(dossier=False), kind())

    assert Inburgeraar.objects.count() == 0
    assert overdracht in Overdracht.objects.zichtbaar_voor(team.oov)
    assert overdracht in Overdracht.objects.zichtbaar_voor(team.consulent)
    breng_tot(team, overdracht, Fase.INGESCHREVEN)
    assert stand_van(overdracht.pk).fase == Fase.INGESCHREVEN


def test_nobody_at_all_is_refused(team):
    with pytest.raises(Geweigerd, match="Vul ten minste één persoon in"):
        overdracht_ontvangen(gegevens=overdrachtgegevens(), personen=[], door=team.oov, nu=NU)


def test_there_is_one_main_person(team):
    assert geweigerd(team, lid(), lid()) == (
        "personen-1-rol",
        "Er kan maar één hoofdpersoon zijn.",
    )
    assert geweigerd(team, lid(Gezinsrol.PARTNER)) == ("personen-0-rol", "Kies één hoofdpersoon.")


def test_the_same_number_twice_in_one_household_is_refused(team):
    nummer = geldig_bsn()

    assert geweigerd(team, lid(bsn=nummer), lid(Gezinsrol.PARTNER), kind(bsn=nummer)) == (
        "personen-2-bsn",
        "Dit BSN staat ook bij persoon 1.",
    )


@pytest.mark.parametrize(
    ("veld", "reden"),
    [
        ("v_nummer", "Dit V-nummer is al bekend bij een andere persoon."),
        ("bsn", "Dit BSN is al bekend bij een andere persoon."),
    ],
)
def test_a_number_that_is_known_leads_to_that_person_and_writes_nothing(team, veld, reden):
    bekend = een_dossier(door=team.consulent).persoon
    vooraf = (Persoon.objects.count(), Gezin.objects.count(), Inburgeraar.objects.count())

    with pytest.raises(AlBekend) as fout:
        ontvangen(team, lid(), lid(Gezinsrol.PARTNER, **{veld: getattr(bekend, veld)}))

    assert (fout.value.veld, fout.value.reden) == (f"personen-1-{veld}", reden)
    assert fout.value.persoon_id == bekend.pk
    assert (
        Persoon.objects.count(),
        Gezin.objects.count(),
        Inburgeraar.objects.count(),
    ) == vooraf
    assert Overdracht.objects.count() == 0


def test_coa_links_nobody_before_the_permit(team):
    with pytest.raises(Geweigerd, match="begint na de koppeling") as fout:
        overdracht_ontvangen(
            gegevens=overdrachtgegevens(),
            personen=[lid()],
            vergunning_vanaf=KOPPELING + timedelta(days=1),
            door=team.oov,
            nu=NU,
        )

    assert fout.value.veld == "vergunning_vanaf"


def test_a_birth_date_in_the_future_is_refused_at_the_right_person(team):
    assert geweigerd(team, lid(), kind(geboortedatum=OnzekereDatum(2030, 1, 1))) == (
        "personen-1-geboortedatum",
        "De geboortedatum ligt in de toekomst.",
    )


def test_a_birth_date_in_the_future_is_not_called_a_child(team):
    assert geweigerd(team, lid(geboortedatum=OnzekereDatum(2030, 1, 1))) == (
        "personen-0-geboortedatum",
        "De geboortedatum ligt in de toekomst.",
    )


def test_a_birth_date_of_long_ago_is_refused_at_the_right_person(team):
    assert geweigerd(team, lid(), kind(geboortedatum=OnzekereDatum(1790, 1, 1))) == (
        "personen-1-geboortedatum",
        "Controleer het jaar van de geboortedatum.",
    )


def test_somebody_without_a_name_is_refused_at_the_name(team):
    assert geweigerd(team, lid(voornamen="", achternaam="")) == (
        "personen-0-achternaam",
        "Vul een voornaam of een achternaam in.",
    )
